// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/threadmodel.h"

#include <QSet>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QString NoteSource = u"note"_s;

Message asMessage(const InternalNote &note)
{
    Message message;
    message.id = {note.id.value};
    message.sender = Sender::Human;
    message.source = NoteSource;
    message.fromName = note.authorName;
    message.content = note.text;
    message.timestamp = note.createdAt;
    return message;
}

} // namespace

ThreadModel::ThreadModel(InboxGateway &gateway, const QTimeZone &zone, QObject *parent)
    : QAbstractListModel(parent)
    , m_gateway(gateway)
    , m_zone(zone)
{ }

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const Message *ThreadModel::messageAt(int row) const
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<size_t>(row)].kind == RowKind::Day)
        return nullptr;
    return &m_messages.at(m_rows[static_cast<size_t>(row)].message);
}

QuotedText ThreadModel::textAt(int row) const
{
    return messageAt(row) ? m_rows[static_cast<size_t>(row)].text : QuotedText();
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    if (role == KindRole)
        return static_cast<int>(row.kind);
    if (role == DayRole)
        return row.day;
    const Message *message = messageAt(index.row());
    if (!message)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row.text.own;
    case TimeRole:
        return toIso(message->timestamp);
    case SenderRole:
        return static_cast<int>(message->sender);
    case ChannelRole:
        return static_cast<int>(message->channel);
    case DirectionRole:
        return message->direction;
    case SubjectRole:
        return message->subject;
    case QuotedRole:
        return row.text.quoted;
    case QuotedLinesRole:
        return row.text.quotedLines;
    default:
        return {};
    }
}

void ThreadModel::open(WorkspaceId workspace, LeadId lead)
{
    m_pending.cancel();
    m_earlier.cancel();
    beginResetModel();
    m_workspace = workspace;
    m_lead = lead;
    m_channel.reset();
    m_detail.reset();
    m_messages.clear();
    m_rows.clear();
    m_isStale = false;
    endResetModel();
    setState(LoadState::Idle);
    Q_EMIT detailChanged();
    refresh();
}

void ThreadModel::refresh()
{
    if (m_lead.isNull() || m_pending.isPending())
        return;
    setState(m_detail ? LoadState::Refreshing : LoadState::Loading);
    m_pending = m_gateway.fetchConversation(m_workspace, m_lead, std::nullopt);
    deliver(m_pending, this, [this](const Result<ConversationDetail> &answer) { onNewest(answer); });
}

void ThreadModel::invalidate()
{
    if (m_pending.isPending())
        m_isStale = true;
    else
        refresh();
}

bool ThreadModel::isNote(const Message &message)
{
    return message.source == NoteSource;
}

void ThreadModel::addNote(const InternalNote &note)
{
    if (!m_detail || note.lead != m_lead)
        return;
    if (std::ranges::none_of(m_detail->notes, [&](const InternalNote &one) { return one.id == note.id; }))
        m_detail->notes.append(note);
    appendMessages({asMessage(note)});
}

/// Messages with the notes of their time: what is older comes with the messages it stands among.
QList<Message> ThreadModel::withNotes(const QList<Message> &messages, std::optional<Instant> before) const
{
    QList<Message> all = messages;
    for (const InternalNote &note : m_detail->notes) {
        const bool isTooOld = m_detail->hasEarlier
            && (messages.isEmpty() || note.createdAt < messages.constFirst().timestamp);
        if (!isTooOld && (!before || note.createdAt < *before))
            all.append(asMessage(note));
    }
    std::ranges::stable_sort(all, {}, &Message::timestamp);
    return all;
}

void ThreadModel::loadEarlier()
{
    if (!hasEarlier() || m_messages.isEmpty() || m_earlier.isPending())
        return;
    m_earlier = m_gateway.fetchConversation(m_workspace, m_lead, m_messages.constFirst().timestamp);
    deliver(m_earlier, this, [this](const Result<ConversationDetail> &answer) { onEarlier(answer); });
    Q_EMIT stateChanged();
}

void ThreadModel::onNewest(const Result<ConversationDetail> &answer)
{
    const bool isStale = std::exchange(m_isStale, false);
    if (!answer) {
        setState(LoadState::Failed, answer.error());
        return;
    }
    const bool isFirst = !m_detail;
    const bool hadEarlier = hasEarlier();
    m_detail = *answer;
    m_detail->messages.clear();
    const QList<Message> newest = withNotes(answer->messages, std::nullopt);
    if (!isFirst)
        m_detail->hasEarlier
            = hadEarlier; // known from the oldest message here, which this answer may not reach
    appendMessages(newest);
    setState(LoadState::Ready);
    Q_EMIT detailChanged();
    if (isStale)
        refresh();
}

void ThreadModel::onEarlier(const Result<ConversationDetail> &answer)
{
    m_earlier.cancel();
    if (!answer) {
        setState(LoadState::Failed, answer.error());
        return;
    }
    m_detail->hasEarlier = answer->hasEarlier;
    prependMessages(withNotes(answer->messages, m_messages.constFirst().timestamp));
    setState(LoadState::Ready);
    Q_EMIT stateChanged(); // the end of loading earlier counts, whatever the state was
}

QDate ThreadModel::dayOf(const Message &message) const
{
    const auto ms
        = std::chrono::duration_cast<std::chrono::milliseconds>(message.timestamp.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count(), m_zone).date();
}

std::vector<ThreadModel::Row> ThreadModel::rowsFor(qsizetype first, qsizetype last, QDate previousDay) const
{
    std::vector<Row> rows;
    for (qsizetype i = first; i < last; ++i) {
        const Message &message = m_messages.at(i);
        if (m_channel && (isNote(message) || message.channel != *m_channel))
            continue;
        if (const QDate day = dayOf(message); day != previousDay) {
            rows.push_back({.kind = RowKind::Day, .day = day});
            previousDay = day;
        }
        rows.push_back({.day = previousDay, .message = i, .text = splitQuotedText(message.content)});
    }
    return rows;
}

void ThreadModel::appendMessages(const QList<Message> &newest)
{
    QHash<MessageId, qsizetype> known;
    for (qsizetype i = 0; i < m_messages.size(); ++i)
        known.insert(m_messages.at(i).id, i);
    QList<Message> added;
    bool isInOrder = true;
    for (const Message &message : newest) {
        const auto at = known.constFind(message.id);
        if (at == known.constEnd()) {
            isInOrder = isInOrder
                && (m_messages.isEmpty() || message.timestamp >= m_messages.constLast().timestamp);
            added.append(message);
        } else if (m_messages.at(*at) != message) {
            m_messages[*at] = message;
            for (size_t row = 0; row < m_rows.size(); ++row) {
                if (m_rows[row].message != *at)
                    continue;
                m_rows[row].text = splitQuotedText(message.content);
                Q_EMIT dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
            }
        }
    }
    if (!isInOrder) { // an import brought older messages in between: rare, so all rows anew
        m_messages += added;
        std::ranges::stable_sort(m_messages, {}, &Message::timestamp);
        rebuild();
        return;
    }
    const qsizetype first = m_messages.size();
    m_messages += added;
    const std::vector<Row> rows
        = rowsFor(first, m_messages.size(), m_rows.empty() ? QDate() : m_rows.back().day);
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

void ThreadModel::prependMessages(const QList<Message> &earlier)
{
    QSet<MessageId> known;
    for (const Message &message : std::as_const(m_messages))
        known.insert(message.id);
    QList<Message> added;
    for (const Message &message : earlier)
        if (!known.contains(message.id))
            added.append(message);
    m_messages = added + m_messages;
    for (Row &row : m_rows)
        if (row.message >= 0)
            row.message += added.size();
    const std::vector<Row> rows = rowsFor(0, added.size(), QDate());
    if (rows.empty())
        return;
    // The day that was first may have begun in the earlier messages: then they bring its separator.
    if (!m_rows.empty() && m_rows.front().kind == RowKind::Day && m_rows.front().day == rows.back().day) {
        beginRemoveRows({}, 0, 0);
        m_rows.erase(m_rows.begin());
        endRemoveRows();
    }
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.begin(), rows.begin(), rows.end());
    endInsertRows();
}

void ThreadModel::rebuild()
{
    beginResetModel();
    m_rows = rowsFor(0, m_messages.size(), QDate());
    endResetModel();
}

void ThreadModel::setChannel(std::optional<Channel> channel)
{
    if (m_channel == channel)
        return;
    m_channel = channel;
    rebuild();
}

int ThreadModel::messageCount(std::optional<Channel> channel) const
{
    return static_cast<int>(std::ranges::count_if(m_messages, [&](const Message &message) {
        return !isNote(message) && (!channel || message.channel == *channel);
    }));
}

void ThreadModel::setState(LoadState state, std::optional<Error> error)
{
    if (m_state == state && m_error == error)
        return;
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

} // namespace signalbox
