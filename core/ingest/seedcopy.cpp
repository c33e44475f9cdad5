// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedcopy.h"

#include "core/analytics/analyticsrules.h"
#include "core/base/ids.h"
#include "core/ingest/seedfiles.h"
#include "core/ingest/seedrow.h"

namespace signalbox {

using namespace std::chrono;

namespace {

/// What the triggers of migration 0012 keep on a message: its predecessor of the same direction, and where
/// the gap it ends began. Messages of a thread come in the order of their times and ids.
class Predecessors
{
public:
    std::optional<Instant> previousAt(const SeedMessage &message)
    {
        return std::exchange(m_byDirection[message.isInbound ? 1 : 0], message.sentAt);
    }
    std::optional<Instant> gapFrom(const SeedMessage &message)
    {
        const SeedMessage *before = std::exchange(m_byChannel[message.channel], &message);
        const bool isSample = before != nullptr && before->isInbound != message.isInbound
            && before->sentAt < message.sentAt && message.sentAt - before->sentAt <= hours(7 * 24)
            && isBusinessHour(before->sentAt) && isBusinessHour(message.sentAt);
        return isSample ? std::optional(before->sentAt) : std::nullopt;
    }

private:
    std::optional<Instant> m_byDirection[2];
    QHash<QByteArray, const SeedMessage *> m_byChannel;
};

/// What the message and draft triggers keep on a lead (migrations 0004 and 0019, domain §1.4.3).
struct Rollup
{
    std::optional<Instant> inbound, outbound, zrgOutbound, newest;
    bool isNewestInbound = false;
    int channels = 0;
    int aiSent = 0;
    int reviews = 0;
    bool isAnsweredByAssignee = false;

    explicit Rollup(const SeedThread &thread)
    {
        for (const SeedMessage &message : thread.messages) {
            newest = message.sentAt;
            isNewestInbound = message.isInbound;
            (message.isInbound ? inbound : outbound) = message.sentAt;
            if (!message.isInbound && !message.isCampaign)
                zrgOutbound = message.sentAt;
            channels |= message.channel == "sms" ? 1 : message.channel == "email" ? 2 : 4;
            if (message.channel == "email" && message.sentBy == "ai" && message.draft >= 0)
                ++aiSent;
            isAnsweredByAssignee
                |= !message.isInbound && message.setter >= 0 && message.setter == thread.setter;
        }
        for (const SeedDraft &draft : thread.drafts)
            reviews += draft.status == "pending" && draft.action == "needs_review" ? 1 : 0;
    }
};

} // namespace

void SeedCopy::add(qint64 index, const SeedThread &thread)
{
    addLead(index, thread);
    addDrafts(index, thread);
    addMessages(index, thread);
    facts.add(index, thread);
}

void SeedCopy::addLead(qint64 index, const SeedThread &t)
{
    const Rollup rollup(t);
    const bool isSnoozed = t.snoozedUntil && *t.snoozedUntil > m_cast.now;
    SeedRow row(leads);
    row.id(m_ids.workspace()).id(m_ids.lead(index));
    row.text(t.firstName)
        .text(t.lastName)
        .text(t.email)
        .text(t.phone)
        .text(t.title)
        .text(t.zone)
        .text(t.company);
    row.text(t.website)
        .text(t.state)
        .text(t.industry)
        .text(t.headcount)
        .text(t.linkedin)
        .list(t.alternateEmail);
    row.text(t.replierEmail).text(t.replierName);
    row.time(t.replierEmail.isEmpty() ? std::optional<Instant>() : t.updatedAt);
    row.required(t.status).text(t.tag);
    if (t.score)
        row.number(*t.score).time(t.updatedAt);
    else
        row.null().null();
    row.time(t.snoozedUntil).flag(isSnoozed);
    row.time(rollup.inbound).time(rollup.outbound).time(rollup.zrgOutbound).time(rollup.newest);
    row.required(rollup.isNewestInbound ? "inbound" : "outbound");
    row.number(rollup.channels).number(rollup.aiSent).number(rollup.reviews);
    row.flag(t.isDnd);
    if (t.isDnd)
        row.time(t.updatedAt).required("DND is active for this contact").number(2);
    else
        row.null().null().number(0);
    const QUuid assigneeKey = t.setter >= 0 ? m_cast.setters.at(t.setter).user : globalScope();
    t.setter >= 0 ? row.id(assigneeKey).id(assigneeKey).time(t.createdAt) : row.null().id(assigneeKey).null();
    row.flag(rollup.isAnsweredByAssignee);
    t.smsCampaign >= 0 ? row.id(m_ids.smsCampaign(t.smsCampaign)) : row.null();
    t.emailCampaign >= 0 ? row.id(m_ids.emailCampaign(t.emailCampaign)) : row.null();
    t.fitScore ? row.number(*t.fitScore) : row.null();
    t.intentScore ? row.number(*t.intentScore) : row.null();
    addBooking(row, index, t);
    row.time(t.createdAt).time(t.updatedAt);

    const auto address = [&](const QByteArray &mail, bool isReplier) {
        if (!mail.isEmpty())
            SeedRow(addresses).id(m_ids.workspace()).required(mail).id(m_ids.lead(index)).flag(isReplier);
    };
    address(t.email, false);
    address(t.alternateEmail == t.email ? QByteArray() : t.alternateEmail, false);
    address(t.replierEmail, true);
}

void SeedCopy::addBooking(SeedRow &row, qint64 index, const SeedThread &t)
{
    const SeedBooking &booking = t.booking;
    const int last = std::max(0, int(t.appointments.size()) - 1);
    const bool isGhl = booking.provider == "GHL";
    const bool isCalendly = booking.provider == "CALENDLY";
    row.text(isGhl ? seedCalendarEvent(index, last) : QByteArray());
    row.text(isCalendly ? seedInvitee(index, last) : QByteArray());
    row.text(isCalendly ? seedScheduledEvent(index, last) : QByteArray());
    row.time(booking.bookedAt).time(booking.startAt);
    row.time(booking.startAt ? std::optional(*booking.startAt + minutes(30)) : std::nullopt);
    row.text(booking.status).time(booking.canceledAt).text(booking.provider).text(booking.source);
}

void SeedCopy::addMessages(qint64 index, const SeedThread &thread)
{
    const QByteArray leadName = thread.firstName + (thread.lastName.isEmpty() ? "" : " ") + thread.lastName;
    Predecessors predecessors;
    for (int i = 0; i < int(thread.messages.size()); ++i) {
        const SeedMessage &message = thread.messages.at(i);
        const SeedPerson &ours
            = message.setter >= 0 ? m_cast.setters.at(message.setter) : m_cast.campaignSender;
        const bool isEmail = message.channel == "email";
        SeedRow row(messages);
        row.id(m_ids.workspace()).id(m_ids.message(index, i)).id(m_ids.lead(index));
        row.required(message.channel).required(message.isCampaign ? "inboxxia_campaign" : "zrg");
        row.required(message.isInbound ? "inbound" : "outbound").text(message.sentBy);
        message.setter >= 0 ? row.id(ours.user) : row.null();
        row.required(message.body).text(message.html).text(message.subject);
        row.text(isEmail ? (message.isInbound ? thread.email : ours.email) : QByteArray());
        row.text(message.isInbound ? leadName : ours.name);
        row.text(isEmail ? (message.isInbound ? ours.email : thread.email) : QByteArray());
        row.text(message.isInbound ? ours.name : leadName);
        row.flag(!message.isInbound || i + 1 < int(thread.messages.size()));
        message.draft >= 0 ? row.id(m_ids.draft(index, message.draft)).number(0) : row.null().null();
        row.time(message.sentAt).time(message.sentAt);
        row.time(predecessors.previousAt(message)).time(predecessors.gapFrom(message));
        if (!message.attachment.isEmpty())
            addAttachment(index, i, thread);
    }
    messageCount += thread.messages.size();
}

void SeedCopy::addAttachment(qint64 lead, int message, const SeedThread &thread)
{
    const SeedFile file = makeSeedFile(thread.messages.at(message).attachment, thread);
    SeedRow(attachments)
        .id(m_ids.workspace())
        .id(m_ids.attachment(lead, message))
        .id(m_ids.message(lead, message))
        .id(m_ids.lead(lead))
        .number(0)
        .required(file.name)
        .required(file.contentType)
        .text(file.contentId)
        .number(file.content.size())
        .bytes(file.content);
}

void SeedCopy::addDrafts(qint64 index, const SeedThread &thread)
{
    for (int i = 0; i < int(thread.drafts.size()); ++i) {
        const SeedDraft &draft = thread.drafts.at(i);
        SeedRow row(drafts);
        row.id(m_ids.workspace())
            .id(m_ids.draft(index, i))
            .id(m_ids.lead(index))
            .id(m_ids.message(index, draft.trigger));
        row.required(draft.channel).required(draft.content).required(draft.status).text(draft.disposition);
        row.time(draft.evaluatedAt()).real(draft.confidence).real(0.9).text(draft.reason).text(draft.action);
        row.time(draft.createdAt).time(draft.evaluatedAt());
    }
    draftCount += thread.drafts.size();
}

} // namespace signalbox
