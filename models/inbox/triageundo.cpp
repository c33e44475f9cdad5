// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// TriageModel: taking back, and doing again.
#include "models/inbox/triagemodel.h"

#include <algorithm>

namespace signalbox {

namespace {

using Kind = TriageWrite::Kind;

/// What puts the fields of `like` back to a state. A sentiment took the status with it; a snooze that has run
/// out meanwhile is none.
LeadFields valueOf(const LeadState &state, const LeadFields &like, Instant now)
{
    LeadFields fields;
    if (like.assignedTo)
        fields.assignedTo = state.assignedTo;
    if (like.snoozedUntil)
        fields.snoozedUntil.emplace(state.snoozedUntil > now ? state.snoozedUntil : std::nullopt);
    if (like.status || (like.sentimentTag && !state.status.isEmpty()))
        fields.status = state.status;
    if (like.sentimentTag)
        fields.sentimentTag = state.sentimentTag;
    return fields;
}

Assignee assigneeOf(const LeadState &state)
{
    return {.user = state.assignedTo.value_or(UserId()),
        .name = state.assignedToName,
        .email = state.assignedToName};
}

/// What takes back a write about many: for each value that was there, those that had it.
QList<TriageWrite> inverseOf(const TriageWrite &write, const QList<LeadState> &before, Instant now)
{
    QList<TriageWrite> inverse;
    for (const LeadState &state : before) {
        const LeadFields value = valueOf(state, write.set, now);
        auto same = std::ranges::find(inverse, value, &TriageWrite::set);
        if (same == inverse.end()) {
            TriageWrite back = write;
            back.isInverse = true;
            back.selection = {};
            back.selectionSize = 0;
            back.set = value;
            back.assignee = assigneeOf(state);
            inverse.append(back);
            same = inverse.end() - 1;
        }
        same->selection.leads.append(state.lead);
        ++same->selectionSize;
    }
    return inverse;
}

} // namespace

/// What the answer says about undoing: what was there, how long it can be taken back, or that nothing was
/// done.
void TriageModel::learnUndo(const TriageOutcome &outcome)
{
    const TriageWrite &write = outcome.write;
    const auto send = outcome.send ? outcome.send : outcome.draft ? outcome.draft->send : std::nullopt;
    if (m_toRevert.removeAll(write.id) > 0) {
        if (outcome.bulk) {
            const QList<TriageWrite> inverse = inverseOf(write, outcome.bulk->before, m_clock.now());
            for (const TriageWrite &back : inverse)
                enqueue(back, false);
        } else if (send) {
            TriageWrite cancel = write;
            cancel.kind = Kind::CancelSend;
            cancel.send = send->id;
            cancel.isInverse = true;
            enqueue(cancel, false);
        }
        return;
    }
    const auto found = std::ranges::find(m_undoables, write.id, &Undoable::id);
    if (found == m_undoables.end())
        return;
    if (outcome.result != TriageOutcome::Result::Done || write.kind == Kind::Reject) {
        forgetUndo(write.id);
        return;
    }
    TriageWrite back = write;
    back.isInverse = true;
    if (outcome.lead) {
        back.expected = write.set;
        back.set = valueOf(outcome.lead->before, write.set, m_clock.now());
        back.assignee = assigneeOf(outcome.lead->before);
        found->inverse = {back};
    } else if (outcome.bulk) {
        found->inverse = inverseOf(write, outcome.bulk->before, m_clock.now());
        if (found->inverse.isEmpty())
            forgetUndo(write.id);
    } else if (write.kind == Kind::Approve) {
        back.kind = Kind::Unapprove;
        found->inverse = {back};
    } else if (send) {
        back.kind = Kind::CancelSend;
        back.send = send->id;
        found->inverse = {back};
    }
    if (send)
        found->until = send->runAt;
    Q_EMIT undoChanged();
}

void TriageModel::forgetUndo(quint64 id)
{
    if (m_undoables.removeIf([id](const Undoable &undoable) { return undoable.id == id; }) > 0)
        Q_EMIT undoChanged();
}

void TriageModel::undo()
{
    tick();
    if (!m_undoables.isEmpty())
        undoOne(m_undoables.constLast().id);
}

void TriageModel::undoOne(quint64 id)
{
    const auto found = std::ranges::find(m_undoables, id, &Undoable::id);
    if (found == m_undoables.end())
        return;
    const Undoable undoable = *found;
    m_undoables.erase(found);
    // What has left the house is not done again by a key that means "back and forth".
    if (!undoable.write.isOutbound() && undoable.write.kind != Kind::Reject)
        m_redoables.append(undoable.write);
    if (!withdraw(id))
        revert(undoable);
    Q_EMIT undoChanged();
}

/// True: the service never heard of it.
bool TriageModel::withdraw(quint64 id)
{
    const auto found = std::ranges::find(m_queue, id, [](const Entry &entry) { return entry.write.id; });
    if (found == m_queue.end() || found->wasAsked)
        return false;
    const TriageWrite write = found->write;
    m_queue.erase(found);
    m_overlay.drop(write);
    Q_EMIT overlayChanged(write.lead);
    Q_EMIT pendingChanged();
    pump();
    return true;
}

void TriageModel::revert(const Undoable &undoable)
{
    if (!undoable.inverse.isEmpty()) {
        for (const TriageWrite &write : undoable.inverse)
            enqueue(write, false);
        return;
    }
    // Asked for and not answered: what takes it back goes behind it.
    TriageWrite back = undoable.write;
    back.isInverse = true;
    switch (back.kind) {
    case Kind::ChangeLead:
        back.set = undoable.write.expected;
        back.expected = undoable.write.set;
        back.assignee = {};
        enqueue(back, false);
        return;
    case Kind::Approve:
        back.kind = Kind::Unapprove;
        enqueue(back, false);
        return;
    default:
        m_toRevert.append(undoable.id); // a message's number, and what many had, come with the answer
        return;
    }
}

void TriageModel::redo()
{
    if (m_redoables.isEmpty())
        return;
    TriageWrite write = m_redoables.takeLast();
    write.isInverse = true; // so that the others that can be done again stay
    enqueue(write, true);
}

void TriageModel::tick()
{
    const Instant now = m_clock.now();
    const auto hasLeft = m_undoables.removeIf(
        [now](const Undoable &undoable) { return undoable.until && *undoable.until <= now; });
    bool isDue = false;
    bool waits = false;
    for (Entry &entry : m_queue) {
        if (entry.dueAt && *entry.dueAt <= m_clock.elapsed()) {
            entry.dueAt.reset();
            isDue = true;
        }
        waits = waits || entry.dueAt;
    }
    const bool hasEnd = std::ranges::any_of(
        m_undoables, [](const Undoable &undoable) { return undoable.until.has_value(); });
    if (!waits && !hasEnd)
        m_ticker.stop();
    if (hasLeft > 0)
        Q_EMIT undoChanged();
    if (isDue)
        pump();
}

} // namespace signalbox
