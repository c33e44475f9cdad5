// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/triagemodel.h"

#include <algorithm>

namespace signalbox {

using namespace std::chrono_literals;

namespace {

using Kind = TriageWrite::Kind;

constexpr auto FirstWait = 2s;
constexpr auto LongestWait = 30s;

/// The service did not answer, or not for good: the same is asked again, with the same key. One that is still
/// at the request we gave up waiting for is no conflict.
bool isPassing(const Error &error)
{
    return error.code == QLatin1StringView("IDEMPOTENCY_IN_PROGRESS")
        || error.kind == Error::Kind::Unavailable || error.kind == Error::Kind::TimedOut
        || error.kind == Error::Kind::Unauthenticated || error.kind == Error::Kind::Cancelled;
}

TriageOutcome refused(const TriageWrite &write, const Error &error)
{
    const bool isConflict = error.kind == Error::Kind::Conflict;
    return {.write = write,
        .result = isConflict ? TriageOutcome::Result::Conflict : TriageOutcome::Result::Refused,
        .error = error};
}

} // namespace

TriageModel::TriageModel(TriageGateway &gateway, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_overlay(clock)
{
    m_retry.setSingleShot(true);
    m_ticker.setInterval(200ms);
    connect(&m_retry, &QTimer::timeout, this, &TriageModel::resume);
    connect(&m_ticker, &QTimer::timeout, this, &TriageModel::tick);
}

TriageModel::~TriageModel() = default;

TriageWrite TriageModel::begin(Kind kind, const Conversation &row)
{
    TriageWrite write;
    write.kind = kind;
    write.workspace = row.lead.workspace;
    write.lead = row.lead.id;
    write.leadName = row.lead.name();
    return write;
}

void TriageModel::changeLead(const Conversation &row, const LeadFields &set, const Assignee &assignee)
{
    TriageWrite write = begin(Kind::ChangeLead, row);
    const Conversation shown = m_overlay.shown(row);
    write.set = set;
    if (set.assignedTo)
        write.expected.assignedTo = shown.lead.assignedTo;
    if (set.snoozedUntil)
        write.expected.snoozedUntil = shown.lead.snoozedUntil;
    if (set.status)
        write.expected.status = shown.lead.status;
    if (set.sentimentTag)
        write.expected.sentimentTag = shown.sentimentTag;
    write.assignee = assignee;
    if (write.set != write.expected)
        enqueue(write, true);
}

void TriageModel::changeLeads(WorkspaceId workspace, const LeadSelection &selection, qint64 size,
    const LeadFields &set, const Assignee &assignee)
{
    TriageWrite write;
    write.kind = Kind::ChangeLeads;
    write.workspace = workspace;
    write.selection = selection;
    write.selectionSize = size;
    write.set = set;
    write.assignee = assignee;
    enqueue(write, true);
}

void TriageModel::approve(const Conversation &row, const Draft &draft, const std::optional<QString> &content)
{
    TriageWrite write = begin(Kind::Approve, row);
    write.draft = draft;
    if (content && *content != draft.content)
        write.content = content;
    enqueue(write, true);
}

void TriageModel::reject(const Conversation &row, const Draft &draft)
{
    TriageWrite write = begin(Kind::Reject, row);
    write.draft = draft;
    enqueue(write, true);
}

void TriageModel::editDraft(const Conversation &row, const Draft &draft, const QString &content)
{
    TriageWrite write = begin(Kind::EditDraft, row);
    write.draft = draft;
    write.content = content;
    enqueue(write, false);
}

void TriageModel::send(const Conversation &row, const NewMessage &message)
{
    TriageWrite write = begin(Kind::Send, row);
    write.message = message;
    write.message.lead = row.lead.id;
    enqueue(write, true);
}

void TriageModel::addNote(const Conversation &row, const QString &text)
{
    TriageWrite write = begin(Kind::AddNote, row);
    write.note = text;
    enqueue(write, false);
}

void TriageModel::markRead(const Conversation &row, bool isRead)
{
    // Of several that wait, the last one counts.
    std::erase_if(m_queue, [&](const Entry &entry) {
        const bool isOlder
            = entry.write.kind == Kind::MarkRead && entry.write.lead == row.lead.id && !entry.wasAsked;
        if (isOlder)
            m_overlay.drop(entry.write);
        return isOlder;
    });
    TriageWrite write = begin(Kind::MarkRead, row);
    write.isRead = isRead;
    enqueue(write, false);
}

void TriageModel::enqueue(TriageWrite write, bool isUndoable)
{
    write.id = ++m_lastId;
    write.key = newUuid();
    Entry entry {.write = write};
    if (write.kind == Kind::Reject)
        entry.dueAt = m_clock.elapsed() + UndoTime;
    m_queue.push_back(std::move(entry));
    m_overlay.add(write);
    if (isUndoable) {
        Undoable undoable {.id = write.id, .write = write, .since = m_clock.now()};
        if (write.isOutbound() || write.kind == Kind::Reject)
            undoable.until = m_clock.now() + UndoTime;
        m_undoables.append(undoable);
        constexpr qsizetype MostUndoables = 50;
        if (m_undoables.size() > MostUndoables)
            m_undoables.removeFirst();
        if (!write.isInverse)
            m_redoables.clear();
        m_ticker.start();
        Q_EMIT undoChanged();
    }
    Q_EMIT overlayChanged(write.lead);
    Q_EMIT pendingChanged();
    pump();
}

bool TriageModel::mayAsk(size_t index) const
{
    const Entry &entry = m_queue[index];
    if (entry.isAsking || entry.dueAt)
        return false;
    for (size_t i = 0; i < index; ++i) {
        const TriageWrite &before = m_queue[i].write;
        if (m_queue[i].dueAt) // not asked for yet, so nothing to wait for
            continue;
        const bool isBarrier = before.kind == Kind::ChangeLeads || entry.write.kind == Kind::ChangeLeads;
        if (isBarrier || before.lead == entry.write.lead)
            return false;
    }
    return true;
}

void TriageModel::pump()
{
    if (m_isHeld)
        return;
    // An answer that is there at once changes the queue while it is walked: begin again after each.
    for (bool hasAsked = true; hasAsked && !m_isHeld;) {
        hasAsked = false;
        for (size_t i = 0; i < m_queue.size() && !hasAsked; ++i) {
            if (mayAsk(i)) {
                ask(m_queue[i]);
                hasAsked = true;
            }
        }
    }
}

template <typename T> void TriageModel::follow(quint64 id, Reply<T> reply)
{
    deliver(reply, this, [this, id](const Result<T> &answer) {
        const auto found = std::ranges::find(m_queue, id, [](const Entry &entry) { return entry.write.id; });
        if (found == m_queue.end())
            return;
        found->isAsking = false;
        if (!answer && isPassing(answer.error())) {
            hold();
            return;
        }
        settle(answer ? outcomeOf(found->write, answer) : refused(found->write, answer.error()));
    });
}

void TriageModel::ask(Entry &entry)
{
    entry.isAsking = true;
    entry.wasAsked = true;
    const TriageWrite write = entry.write; // the entry may move while it is asked for
    for (Undoable &undoable : m_undoables)
        undoable.isAsked = undoable.isAsked || undoable.id == write.id;
    switch (write.kind) {
    case Kind::ChangeLead:
        return follow(write.id,
            m_gateway.changeLead(write.workspace, write.lead, write.set, write.expected, write.key));
    case Kind::ChangeLeads:
        return follow(
            write.id, m_gateway.changeLeads(write.workspace, write.selection, write.set, write.key));
    case Kind::Approve:
        return follow(write.id,
            m_gateway.approveDraft(write.draft->id, write.content, write.draft->updatedAt, write.key));
    case Kind::Unapprove:
        return follow(write.id, m_gateway.unapproveDraft(write.draft->id, write.key));
    case Kind::Reject:
        return follow(write.id, m_gateway.rejectDraft(write.draft->id, write.draft->updatedAt, write.key));
    case Kind::EditDraft:
        return follow(write.id,
            m_gateway.editDraft(write.draft->id, *write.content, write.draft->updatedAt, write.key));
    case Kind::Send:
        return follow(write.id, m_gateway.sendMessage(write.workspace, write.message, write.key));
    case Kind::CancelSend:
        return follow(write.id, m_gateway.cancelSend(write.send, write.key));
    case Kind::AddNote:
        return follow(write.id, m_gateway.addNote(write.workspace, write.lead, write.note, write.key));
    case Kind::MarkRead:
        return follow(write.id, m_gateway.markRead(write.workspace, write.lead, write.isRead, write.key));
    }
}

TriageOutcome TriageModel::outcomeOf(const TriageWrite &write, const Result<LeadOutcome> &answer) const
{
    const auto result = answer->isConflict ? TriageOutcome::Result::Conflict : TriageOutcome::Result::Done;
    return {.write = write, .result = result, .lead = *answer};
}

TriageOutcome TriageModel::outcomeOf(const TriageWrite &write, const Result<BulkOutcome> &answer) const
{
    return {.write = write, .bulk = *answer};
}

TriageOutcome TriageModel::outcomeOf(const TriageWrite &write, const Result<DraftOutcome> &answer) const
{
    const auto result = answer->isConflict ? TriageOutcome::Result::Conflict : TriageOutcome::Result::Done;
    return {.write = write, .result = result, .draft = *answer};
}

TriageOutcome TriageModel::outcomeOf(const TriageWrite &write, const Result<OutboundSend> &answer) const
{
    return {.write = write, .send = *answer};
}

TriageOutcome TriageModel::outcomeOf(const TriageWrite &write, const Result<InternalNote> &answer) const
{
    return {.write = write, .note = *answer};
}

TriageOutcome TriageModel::outcomeOf(const TriageWrite &write, const Result<bool> &) const
{
    return {.write = write};
}

void TriageModel::hold()
{
    m_isHeld = true;
    m_wait = m_wait == 0ms ? FirstWait : std::min<std::chrono::milliseconds>(2 * m_wait, LongestWait);
    m_retry.start(m_wait);
    Q_EMIT pendingChanged();
}

void TriageModel::resume()
{
    if (!m_isHeld)
        return;
    m_retry.stop();
    // One goes ahead; its answer lets the others follow.
    for (size_t i = 0; i < m_queue.size(); ++i) {
        if (m_queue[i].isAsking)
            return;
    }
    for (size_t i = 0; i < m_queue.size(); ++i) {
        if (mayAsk(i))
            return ask(m_queue[i]);
    }
    m_isHeld = false;
    Q_EMIT pendingChanged();
}

void TriageModel::settle(const TriageOutcome &outcome)
{
    const TriageWrite write = outcome.write;
    m_isHeld = false;
    m_wait = 0ms;
    m_retry.stop();
    remove(write.id);
    m_overlay.settle(outcome);
    learnUndo(outcome);
    if (outcome.result == TriageOutcome::Result::Conflict && outcome.lead) {
        m_conflicts.removeIf(
            [&](const TriageConflict &conflict) { return conflict.write.lead == write.lead; });
        m_conflicts.append({write.id, write, outcome.lead->current, m_clock.now()});
        Q_EMIT conflictsChanged();
    }
    Q_EMIT overlayChanged(write.lead);
    Q_EMIT finished(outcome);
    Q_EMIT pendingChanged();
    pump();
}

void TriageModel::remove(quint64 id)
{
    std::erase_if(m_queue, [id](const Entry &entry) { return entry.write.id == id; });
}

int TriageModel::pendingCount() const
{
    return static_cast<int>(m_queue.size());
}

QList<TriageWrite> TriageModel::pending() const
{
    QList<TriageWrite> writes;
    for (const Entry &entry : m_queue)
        writes.append(entry.write);
    return writes;
}

void TriageModel::flush()
{
    for (Entry &entry : m_queue)
        entry.dueAt.reset();
    pump();
}

void TriageModel::clear()
{
    m_queue.clear(); // answers that still come find nothing
    m_overlay = TriageOverlay(m_clock);
    m_undoables.clear();
    m_redoables.clear();
    m_toRevert.clear();
    m_conflicts.clear();
    m_isHeld = false;
    m_wait = 0ms;
    m_retry.stop();
    Q_EMIT overlayChanged({});
    Q_EMIT pendingChanged();
    Q_EMIT undoChanged();
    Q_EMIT conflictsChanged();
}

const TriageConflict *TriageModel::conflictOf(LeadId lead) const
{
    const auto found = std::ranges::find(
        m_conflicts, lead, [](const TriageConflict &conflict) { return conflict.write.lead; });
    return found == m_conflicts.end() ? nullptr : &*found;
}

void TriageModel::keepTheirs(quint64 conflict)
{
    if (m_conflicts.removeIf([&](const TriageConflict &one) { return one.id == conflict; }) > 0)
        Q_EMIT conflictsChanged();
}

void TriageModel::setMine(quint64 conflict)
{
    const auto found = std::ranges::find(m_conflicts, conflict, &TriageConflict::id);
    if (found == m_conflicts.end())
        return;
    TriageWrite write = found->write;
    const LeadState &now = found->current;
    if (write.set.assignedTo)
        write.expected.assignedTo = now.assignedTo;
    if (write.set.snoozedUntil)
        write.expected.snoozedUntil = now.snoozedUntil;
    if (write.set.status)
        write.expected.status = now.status;
    if (write.set.sentimentTag)
        write.expected.sentimentTag = now.sentimentTag;
    m_conflicts.erase(found);
    Q_EMIT conflictsChanged();
    enqueue(write, true); // a new intention
}

} // namespace signalbox
