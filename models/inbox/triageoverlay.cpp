// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/triageoverlay.h"

#include "core/inbox/sentiment.h"
#include "models/inbox/triagemodel.h"

#include <algorithm>

namespace signalbox {

using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 30s; // for the feed, or the next heartbeat, to bring what was written

} // namespace

bool TriageOverlay::isFresh(Instant at) const
{
    return m_clock->now() - at < Patience;
}

bool TriageOverlay::concerns(const TriageWrite &write, LeadId lead)
{
    return write.lead == lead
        || (write.kind == TriageWrite::Kind::ChangeLeads && !write.selection.allOf
            && write.selection.leads.contains(lead));
}

void TriageOverlay::add(const TriageWrite &write)
{
    m_open.append(write);
    m_since.insert(write.id, m_clock->now());
    if (write.kind == TriageWrite::Kind::MarkRead)
        m_read.remove(write.lead);
    if (write.draft && (write.kind == TriageWrite::Kind::Approve || write.kind == TriageWrite::Kind::Reject))
        take(write);
    if (write.draft && write.kind == TriageWrite::Kind::Unapprove) {
        m_taken.remove(write.draft->id);
        m_answered.remove(write.lead);
        m_sends[write.lead].removeIf([&](const OutboundSend &send) { return send.draft == write.draft->id; });
    }
    if (write.kind == TriageWrite::Kind::CancelSend)
        m_sends[write.lead].removeIf([&](const OutboundSend &send) { return send.id == write.send; });
}

void TriageOverlay::take(const TriageWrite &write)
{
    m_taken.insert(write.draft->id, m_clock->now());
    m_answered.insert(write.lead, m_clock->now());
}

void TriageOverlay::drop(const TriageWrite &write)
{
    m_open.removeIf([&](const TriageWrite &open) { return open.id == write.id; });
    m_since.remove(write.id);
    if (write.draft
        && (write.kind == TriageWrite::Kind::Approve || write.kind == TriageWrite::Kind::Reject)) {
        m_taken.remove(write.draft->id);
        m_answered.remove(write.lead);
    }
}

void TriageOverlay::settle(const TriageOutcome &outcome)
{
    const TriageWrite &write = outcome.write;
    if (outcome.result != TriageOutcome::Result::Done) {
        drop(write);
        if (outcome.lead) // what stopped it is newer than the row
            m_settled.insert(write.lead, {outcome.lead->current, write.set, {}, m_clock->now()});
        return;
    }
    m_open.removeIf([&](const TriageWrite &open) { return open.id == write.id; });
    m_since.remove(write.id);
    if (outcome.lead) {
        Settled &settled = m_settled[write.lead];
        settled.state = outcome.lead->current;
        settled.at = m_clock->now();
        if (write.set.assignedTo)
            settled.assignee = write.assignee;
        settled.fields.assignedTo = write.set.assignedTo ? write.set.assignedTo : settled.fields.assignedTo;
        settled.fields.snoozedUntil
            = write.set.snoozedUntil ? write.set.snoozedUntil : settled.fields.snoozedUntil;
        settled.fields.status = write.set.status ? write.set.status : settled.fields.status;
        settled.fields.sentimentTag
            = write.set.sentimentTag ? write.set.sentimentTag : settled.fields.sentimentTag;
    }
    if (write.kind == TriageWrite::Kind::MarkRead)
        m_read.insert(write.lead, {write.isRead, m_clock->now()});
    if (write.kind == TriageWrite::Kind::Approve || write.kind == TriageWrite::Kind::Reject)
        take(write); // for as long as it takes to be read back
    const auto send = outcome.send ? outcome.send : outcome.draft ? outcome.draft->send : std::nullopt;
    if (send && write.isOutbound())
        m_sends[write.lead].append(*send);
}

bool TriageOverlay::has(LeadId lead) const
{
    return std::ranges::any_of(m_open, [&](const TriageWrite &write) { return concerns(write, lead); })
        || m_settled.contains(lead) || m_read.contains(lead) || m_answered.contains(lead);
}

void TriageOverlay::apply(Conversation &row, const LeadFields &fields, const QString &assignee)
{
    if (fields.assignedTo) {
        row.lead.assignedTo = *fields.assignedTo;
        row.lead.assignedToEmail = *fields.assignedTo ? assignee : QString();
    }
    if (fields.snoozedUntil)
        row.lead.snoozedUntil = *fields.snoozedUntil;
    if (fields.status)
        row.lead.status = *fields.status;
    if (fields.sentimentTag) {
        row.sentimentTag = *fields.sentimentTag;
        row.classification = classificationSlug(row.sentimentTag);
        if (!fields.status && !row.sentimentTag.isEmpty())
            row.lead.status = statusForTag(row.sentimentTag); // domain §1.3.2
    }
    if (fields.status || fields.sentimentTag) { // domain §2.3, until the row is read again
        const QString &status = row.lead.status;
        row.requiresAttention = row.isOpen && isAttentionTag(row.sentimentTag)
            && status != QLatin1StringView("blacklisted") && status != QLatin1StringView("unqualified");
    }
}

Conversation TriageOverlay::shown(const Conversation &row) const
{
    Conversation shown = row;
    const LeadId lead = row.lead.id;
    const auto settled = m_settled.constFind(lead);
    if (settled != m_settled.cend() && isFresh(settled->at) && row.updatedAt < settled->state.updatedAt) {
        const LeadState &state = settled->state;
        LeadFields fields = settled->fields;
        if (fields.assignedTo)
            fields.assignedTo = state.assignedTo;
        if (fields.snoozedUntil)
            fields.snoozedUntil = state.snoozedUntil;
        if (fields.status)
            fields.status = state.status;
        if (fields.sentimentTag) {
            fields.sentimentTag = state.sentimentTag;
            fields.status = state.status;
        }
        const bool isMine = state.assignedTo == settled->assignee.user;
        apply(shown, fields, isMine ? settled->assignee.email : state.assignedToName);
    }
    const auto read = m_read.constFind(lead);
    if (read != m_read.cend() && isFresh(read->at) && row.lastMessageTime <= read->at)
        shown.isUnread = !read->isRead;
    const auto answered = m_answered.constFind(lead);
    if (answered != m_answered.cend() && isFresh(*answered))
        shown.hasAiDraft = false;
    for (const TriageWrite &write : m_open) {
        if (!concerns(write, lead))
            continue;
        apply(shown, write.set, write.assignee.email);
        if (write.kind == TriageWrite::Kind::MarkRead)
            shown.isUnread = !write.isRead;
        if (write.kind == TriageWrite::Kind::Approve || write.kind == TriageWrite::Kind::Reject)
            shown.hasAiDraft = false;
    }
    return shown;
}

std::optional<Draft> TriageOverlay::draftShown(const std::optional<Draft> &draft) const
{
    if (!draft)
        return draft;
    const bool isOpen = std::ranges::any_of(m_open, [&](const TriageWrite &write) {
        return write.draft && write.draft->id == draft->id
            && (write.kind == TriageWrite::Kind::Approve || write.kind == TriageWrite::Kind::Reject);
    });
    const auto taken = m_taken.constFind(draft->id);
    const bool isTaken = taken != m_taken.cend() && isFresh(*taken);
    return isOpen || isTaken ? std::nullopt : draft;
}

OutboundSend TriageOverlay::sendOf(const TriageWrite &write, Instant at)
{
    OutboundSend send;
    send.lead = write.lead;
    send.createdAt = at;
    send.runAt = at + TriageModel::UndoTime;
    if (write.draft) {
        send.draft = write.draft->id;
        send.channel = write.draft->channel;
        send.body = write.content.value_or(write.draft->content);
    } else {
        send.channel = write.message.channel;
        send.subject = write.message.subject;
        send.body = write.message.body;
        send.to = write.message.to;
        send.cc = write.message.cc;
    }
    return send;
}

QList<OutboundSend> TriageOverlay::sendsShown(
    LeadId lead, const QList<OutboundSend> &listed, Instant readAt) const
{
    QList<OutboundSend> sends = listed;
    const auto isBeingTakenBack = [&](const OutboundSend &send) {
        return std::ranges::any_of(m_open, [&](const TriageWrite &write) {
            return (write.kind == TriageWrite::Kind::CancelSend && write.send == send.id)
                || (write.kind == TriageWrite::Kind::Unapprove && write.draft
                    && send.draft == write.draft->id);
        });
    };
    sends.removeIf(isBeingTakenBack);
    for (const OutboundSend &known : m_sends.value(lead)) {
        const bool isListed
            = std::ranges::any_of(listed, [&](const OutboundSend &send) { return send.id == known.id; });
        if (!isListed && known.createdAt > readAt && !isBeingTakenBack(known))
            sends.append(known);
    }
    for (const TriageWrite &write : m_open)
        if (write.lead == lead && write.isOutbound())
            sends.append(sendOf(write, m_since.value(write.id)));
    return sends;
}

} // namespace signalbox
