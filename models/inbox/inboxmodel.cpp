// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/inboxmodel.h"

#include <algorithm>
#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MaxQuestions = 3; // the page on screen and two ahead

} // namespace

struct InboxModel::Question
{
    quint64 serial = 0;
    PageWish wish;
    Pending<InboxPage> pending;
};

InboxModel::InboxModel(InboxGateway &gateway, QObject *parent)
    : QAbstractListModel(parent)
    , m_gateway(gateway)
    , m_window(*this)
    , m_rows(gateway)
{
    connect(&m_rows, &RowReader::rowRead, this, &InboxModel::onRow);
}

InboxModel::~InboxModel() = default;

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_window.rowCount();
}

RowState InboxModel::rowState(int row) const
{
    if (const Conversation *conversation = at(row))
        return m_ghosts.contains(conversation->lead.id) ? RowState::Ghost : RowState::Present;
    return m_window.hasFailedAt(row) ? RowState::Failed : RowState::Missing;
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == RowStateRole)
        return static_cast<int>(rowState(index.row()));
    const Conversation *row = at(index.row());
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row->lead.name();
    case LeadIdRole:
        return row->lead.id.toString();
    case CompanyRole:
        return row->lead.companyName;
    case CampaignRole:
        return row->campaignName.isEmpty() ? row->lead.smsCampaignName : row->campaignName;
    case SubjectRole:
        return row->lastSubject;
    case PreviewRole:
        return row->lastMessage;
    case TimeRole:
        return toIso(row->lastMessageTime);
    case SentimentRole:
        return row->sentimentTag;
    case ScoreRole:
        return row->lead.overallScore ? QVariant(*row->lead.overallScore) : QVariant();
    case AttentionRole:
        return row->requiresAttention;
    case DraftRole:
        return row->hasAiDraft;
    default:
        return {};
    }
}

void InboxModel::setQuery(const InboxQuery &query, std::optional<ListPlace> place)
{
    m_questions.clear();
    m_top.cancel();
    m_touch.cancel();
    beginResetModel();
    m_query = query;
    m_window.reset(query.sort);
    m_ghosts.clear();
    m_rows.reset(query.workspace);
    m_waitingTop.reset();
    m_total.reset();
    m_version.clear();
    m_readAt.reset();
    m_firstVisible = 0;
    m_lastVisible = 0;
    m_direction = 0;
    endResetModel();
    setWaiting({});
    setState(LoadState::Loading);
    PageWish wish {.kind = PageWish::Kind::First, .limit = PageWindow::PageSize};
    const bool byDate = query.sort == InboxSort::Recent || query.sort == InboxSort::Oldest;
    if (place && place->row > 0 && byDate) {
        wish.kind = PageWish::Kind::Seek;
        wish.row = place->row;
        wish.position.at = place->date;
    }
    ask(wish);
}

void InboxModel::setExpectedTotal(std::optional<qint64> total)
{
    constexpr qint64 MaxRows = 100'000'000; // what an int of rows can hold with room to spare
    m_total.reset();
    if (total)
        m_total = static_cast<int>(std::min(*total, MaxRows));
    m_window.setTotal(m_total);
}

void InboxModel::setVisibleRange(int first, int last)
{
    if (first != m_firstVisible)
        m_direction = first > m_firstVisible ? 1 : -1;
    m_firstVisible = first;
    m_lastVisible = last;
    askWanted();
    readNoted();
}

void InboxModel::askWanted()
{
    if (m_window.rowCount() == 0)
        return;
    const QList<PageWish> wishes = m_window.wishes(m_firstVisible, m_lastVisible, m_direction);
    std::erase_if(m_questions, [&](const auto &question) {
        return question->wish.kind != PageWish::Kind::Tail
            && std::ranges::none_of(
                wishes, [&](const PageWish &wish) { return wish.isSame(question->wish); });
    });
    for (const PageWish &wish : wishes) {
        if (m_questions.size() >= MaxQuestions)
            break;
        if (std::ranges::none_of(m_questions, [&](const auto &asked) { return asked->wish.isSame(wish); }))
            ask(wish);
    }
}

InboxQuery InboxModel::tailQuery() const
{
    InboxQuery reversed = m_query;
    reversed.sort = m_query.sort == InboxSort::Recent ? InboxSort::Oldest : InboxSort::Recent;
    return reversed;
}

void InboxModel::ask(const PageWish &wish)
{
    auto question = std::make_unique<Question>();
    question->serial = ++m_lastSerial;
    question->wish = wish;
    const InboxQuery &query = wish.kind == PageWish::Kind::Tail ? tailQuery() : m_query;
    question->pending = m_gateway.fetchPage(query, wish.position, wish.limit);
    deliver(question->pending, this,
        [this, serial = question->serial](const Result<InboxPage> &answer) { onPage(serial, answer); });
    m_questions.push_back(std::move(question));
}

void InboxModel::onPage(quint64 serial, const Result<InboxPage> &answer)
{
    const auto asked
        = std::ranges::find_if(m_questions, [&](const auto &question) { return question->serial == serial; });
    if (asked == m_questions.end())
        return;
    const PageWish wish = (*asked)->wish;
    m_questions.erase(asked);
    if (!answer) {
        m_window.markFailed(wish);
        fail(answer.error());
        return;
    }
    const bool isFirst = !m_readAt.has_value();
    m_window.place(wish, *answer);
    if (isFirst)
        m_window.setTotal(m_total);
    m_window.evictFarFrom(m_firstVisible, m_lastVisible);
    if (isFirst || wish.kind == PageWish::Kind::First) {
        m_version = answer->version;
        m_readAt = answer->readAt;
    }
    if (m_state == LoadState::Loading || (m_state == LoadState::Failed && !m_top.isPending()))
        setState(LoadState::Ready);
    if (wish.kind == PageWish::Kind::Tail)
        Q_EMIT datesLearnt();
    askWanted();
}

void InboxModel::fail(const Error &error)
{
    // The cursors are of another order of things (a restored database, a new release): start over.
    if (error.code == "INVALID_CURSOR"_L1 && m_window.rowCount() > 0) {
        const auto total = m_total;
        setQuery(InboxQuery(m_query));
        m_total = total;
        return;
    }
    setState(LoadState::Failed, error);
}

void InboxModel::retry()
{
    if (m_window.rowCount() == 0 && !m_readAt) {
        if (m_state == LoadState::Failed)
            setQuery(InboxQuery(m_query));
        return;
    }
    m_window.clearFailures();
    refresh();
    askWanted();
}

void InboxModel::setState(LoadState state, std::optional<Error> error)
{
    if (m_state == state && m_error == error)
        return;
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

void InboxModel::setWaiting(Waiting waiting)
{
    if (m_waiting == waiting)
        return;
    m_waiting = waiting;
    Q_EMIT waitingChanged();
}

void InboxModel::aboutToInsert(int first, int last)
{
    beginInsertRows({}, first, last);
}

void InboxModel::inserted()
{
    endInsertRows();
}

void InboxModel::aboutToRemove(int first, int last)
{
    beginRemoveRows({}, first, last);
}

void InboxModel::removed()
{
    endRemoveRows();
}

void InboxModel::changed(int first, int last)
{
    if (first <= last)
        Q_EMIT dataChanged(index(first), index(last));
}

void InboxModel::updated(int row)
{
    changed(row, row);
    Q_EMIT rowUpdated(row);
}

void InboxModel::learnDates()
{
    const bool isByDate = m_query.sort == InboxSort::Recent || m_query.sort == InboxSort::Oldest;
    const bool isAsked = std::ranges::any_of(
        m_questions, [](const auto &asked) { return asked->wish.kind == PageWish::Kind::Tail; });
    if (isByDate && m_readAt && !isAsked)
        ask({.kind = PageWish::Kind::Tail, .limit = 1});
}

int InboxModel::rowNear(Instant date) const
{
    if (m_query.sort != InboxSort::Recent && m_query.sort != InboxSort::Oldest)
        return -1;
    int low = 0;
    int high = rowCount();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        const auto there = m_window.dateNear(middle);
        if (!there)
            return -1;
        const bool isBefore = m_query.sort == InboxSort::Recent ? *there > date : *there < date;
        (isBefore ? low : high) = isBefore ? middle + 1 : middle;
    }
    return std::min(low, rowCount() - 1);
}

} // namespace signalbox
