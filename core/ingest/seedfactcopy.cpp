// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedfactcopy.h"

#include "core/ingest/seedrow.h"
#include "core/ingest/seedstory.h"

namespace signalbox {

using namespace std::chrono;

namespace {

qint64 millisecondsBetween(Instant from, Instant to)
{
    return duration_cast<milliseconds>(to - from).count();
}

// An inbound message is answered by the next one on its channel, if that is ours (domain §8.2).
QList<SeedReply> repliesOf(const SeedThread &thread)
{
    QList<SeedReply> replies;
    for (int i = 0; i + 1 < int(thread.messages.size()); ++i) {
        if (!thread.messages.at(i).isInbound)
            continue;
        int next = i + 1;
        while (next < int(thread.messages.size())
            && thread.messages.at(next).channel != thread.messages.at(i).channel)
            ++next;
        if (next < int(thread.messages.size()) && !thread.messages.at(next).isInbound)
            replies.append({i, next});
    }
    return replies;
}

bool isOfSetter(const SeedThread &thread, const SeedReply &reply)
{
    const SeedMessage &answer = thread.messages.at(reply.answer);
    return answer.sentBy == "setter" && answer.setter >= 0;
}

bool isOfMachine(const SeedThread &thread, const SeedReply &reply)
{
    const SeedMessage &answer = thread.messages.at(reply.answer);
    if (answer.sentBy != "ai" || answer.draft < 0)
        return false;
    const SeedDraft &draft = thread.drafts.at(answer.draft);
    return draft.trigger == reply.inbound && draft.channel == thread.messages.at(reply.inbound).channel;
}

/// The two columns of migration 0020.
struct AnswerOrder
{
    std::optional<Instant> earlierInbound, laterInbound;
};

AnswerOrder orderOf(const SeedThread &thread, const QList<SeedReply> &replies, const SeedReply &own)
{
    const auto isAnswer
        = [&](const SeedReply &reply) { return isOfSetter(thread, reply) || isOfMachine(thread, reply); };
    const auto askedAt = [&](const SeedReply &reply) { return thread.messages.at(reply.inbound).sentAt; };
    const auto rank = [&](const SeedReply &reply) {
        return std::tuple(thread.messages.at(reply.answer).sentAt, askedAt(reply), reply.inbound);
    };
    AnswerOrder order;
    if (!isAnswer(own))
        return order;
    for (const SeedReply &reply : replies) {
        if (!isAnswer(reply) || rank(reply) >= rank(own))
            continue;
        const Instant at = askedAt(reply);
        if (at <= askedAt(own))
            order.earlierInbound = std::max(order.earlierInbound.value_or(at), at);
        else
            order.laterInbound = std::min(order.laterInbound.value_or(at), at);
    }
    return order;
}

} // namespace

QByteArray seedCalendarEvent(qint64 lead, int appointment)
{
    return "demo-appointment-" + QByteArray::number(lead) + '-' + QByteArray::number(appointment);
}

QByteArray seedInvitee(qint64 lead, int appointment)
{
    return seedScheduledEvent(lead, appointment) + "/invitees/1";
}

QByteArray seedScheduledEvent(qint64 lead, int appointment)
{
    return "https://api.calendly.com/scheduled_events/" + seedCalendarEvent(lead, appointment);
}

QByteArray seedCalendarKey(const QByteArray &provider, int calendar)
{
    static const QList<QByteArray> names {"demo-discovery", "demo-direct", "demo-founders"};
    return (provider == "CALENDLY" ? QByteArray("https://api.calendly.com/event_types/") : QByteArray())
        + names.at(calendar);
}

const QList<QByteArray> &seedSmsCampaigns()
{
    static const QList<QByteArray> names {"Callbacks", "Event reminders", "Missed calls"};
    return names;
}

void SeedFactCopy::add(qint64 index, const SeedThread &thread)
{
    addFollowUps(index, thread);
    addAppointments(index, thread);
    addTimings(index, thread);
    if (thread.interest.message >= 0)
        addCrmRow(index, thread);
    addTasks(index, thread);
    if (thread.progress.wave > 0)
        addProgress(index, thread);
    if (thread.enrollment.campaign >= 0)
        addEnrollment(index, thread);
}

void SeedFactCopy::addFollowUps(qint64 index, const SeedThread &thread)
{
    for (int i = 0; i < int(thread.followUps.size()); ++i) {
        const SeedFollowUp &followUp = thread.followUps.at(i);
        SeedRow row(followUps);
        row.id(m_ids.workspace()).id(m_ids.followUp(index, i)).id(m_ids.lead(index));
        row.id(m_ids.followUpSequence(followUp.sequence)).number(followUp.step);
        row.required(followUp.status).text(followUp.pausedReason);
        row.time(followUp.startedAt).time(followUp.lastStepAt).time(followUp.nextStepDue);
        row.time(followUp.completedAt).time(followUp.startedAt).time(followUp.updatedAt);
    }
}

void SeedFactCopy::addAppointments(qint64 index, const SeedThread &thread)
{
    for (int i = 0; i < int(thread.appointments.size()); ++i) {
        const SeedAppointment &meeting = thread.appointments.at(i);
        const bool isGhl = meeting.provider == "GHL";
        SeedRow row(appointments);
        row.id(m_ids.workspace()).id(m_ids.appointment(index, i)).id(m_ids.lead(index));
        row.required(meeting.provider).text(isGhl ? seedCalendarEvent(index, i) : QByteArray());
        row.text(isGhl ? QByteArray() : seedInvitee(index, i));
        row.text(isGhl ? QByteArray() : seedScheduledEvent(index, i));
        const QByteArray calendar = seedCalendarKey(meeting.provider, meeting.calendar);
        row.text(isGhl ? calendar : QByteArray()).text(isGhl ? QByteArray() : calendar);
        row.time(meeting.startAt).time(meeting.startAt + minutes(30)).text(thread.zone);
        row.required(meeting.status)
            .time(meeting.changedAt)
            .time(meeting.canceledAt)
            .text(meeting.cancelReason);
        i > 0 ? row.id(m_ids.appointment(index, i - 1)) : row.null();
        row.required(meeting.source).time(meeting.createdAt).time(meeting.changedAt);
    }
}

void SeedFactCopy::addTimings(qint64 index, const SeedThread &thread)
{
    const QList<SeedReply> replies = repliesOf(thread);
    for (const SeedReply &reply : replies) {
        SeedRow row(timings);
        addTiming(row, index, thread, reply);
        const AnswerOrder order = orderOf(thread, replies, reply);
        row.time(order.earlierInbound).time(order.laterInbound).required("t");
    }
}

void SeedFactCopy::addTiming(SeedRow &row, qint64 index, const SeedThread &thread, const SeedReply &reply)
{
    const SeedMessage &asked = thread.messages.at(reply.inbound);
    const SeedMessage &answered = thread.messages.at(reply.answer);
    row.id(m_ids.workspace()).id(m_ids.timing(index, reply.inbound)).id(m_ids.lead(index));
    row.required(asked.channel).id(m_ids.message(index, reply.inbound)).time(asked.sentAt);
    if (isOfSetter(thread, reply))
        row.id(m_ids.message(index, reply.answer))
            .time(answered.sentAt)
            .id(m_cast.setters.at(answered.setter).user)
            .number(millisecondsBetween(asked.sentAt, answered.sentAt));
    else
        row.null().null().null().null();
    if (!isOfMachine(thread, reply)) {
        row.null().null().null().null().null().null().null();
    } else {
        const SeedDraft &draft = thread.drafts.at(answered.draft);
        row.id(m_ids.draft(index, answered.draft))
            .id(m_ids.message(index, reply.answer))
            .time(answered.sentAt);
        row.number(millisecondsBetween(asked.sentAt, answered.sentAt));
        if (draft.action == "send_delayed") {
            const int delay = seedChosenDelay(m_ids.message(index, reply.inbound));
            row.number(delay);
            row.number(duration_cast<seconds>(answered.sentAt - draft.evaluatedAt()).count());
            row.time(draft.evaluatedAt() + seconds(delay));
        } else {
            row.null().null().null();
        }
    }
    row.time(answered.sentAt).time(answered.sentAt);
}

void SeedFactCopy::addCrmRow(qint64 index, const SeedThread &thread)
{
    const SeedInterest &interest = thread.interest;
    const SeedMessage &message = thread.messages.at(interest.message);
    const SeedMessage *answer = interest.response >= 0 ? &thread.messages.at(interest.response) : nullptr;
    SeedRow row(crmRows);
    row.id(m_ids.workspace()).id(m_ids.crmRow(index)).id(m_ids.lead(index)).time(message.sentAt);
    row.required(interest.type).id(m_ids.message(index, interest.message)).required(message.channel);
    row.text(thread.emailCampaign >= 0 ? QByteArray(seedCampaigns().at(thread.emailCampaign).name)
            : thread.smsCampaign >= 0  ? seedSmsCampaigns().at(thread.smsCampaign)
                                       : QByteArray());
    row.text(interest.mode);
    answer ? row.id(m_ids.message(index, interest.response)) : row.null();
    answer && answer->setter >= 0 ? row.id(m_cast.setters.at(answer->setter).user) : row.null();
    interest.score ? row.number(*interest.score) : row.null();
    row.text(interest.leadType).text(interest.applicationStatus).text(interest.categoryOverride);
    row.text(interest.notes).text(interest.pipelineStatus);
    if (interest.pipelineValue > 0)
        row.real(interest.pipelineValue).required(m_cast.workspaceIndex == 0 ? "USD" : "GBP");
    else
        row.null().null();
    row.time(message.sentAt).time(interest.updatedAt);
}

void SeedFactCopy::addTasks(qint64 index, const SeedThread &thread)
{
    for (int i = 0; i < int(thread.tasks.size()); ++i) {
        const SeedTask &task = thread.tasks.at(i);
        SeedRow row(tasks);
        row.id(m_ids.workspace()).id(m_ids.task(index, i)).id(m_ids.lead(index));
        task.followUp >= 0 ? row.id(m_ids.followUp(index, task.followUp)) : row.null();
        row.required(task.type).time(task.dueAt).required(task.status).text(task.subject);
        row.time(task.createdAt).time(task.createdAt);
    }
}

void SeedFactCopy::addProgress(qint64 index, const SeedThread &thread)
{
    int email = 0, sms = 0, linkedin = 0;
    for (const SeedMessage &message : thread.messages) {
        if (!message.isInbound)
            ++(message.channel == "email" ? email : message.channel == "sms" ? sms : linkedin);
    }
    SeedRow row(progress);
    row.id(m_ids.workspace()).id(m_ids.progress(index)).id(m_ids.lead(index));
    row.id(m_ids.emailCampaign(thread.emailCampaign)).id(m_ids.bookingProcess(thread.emailCampaign % 2));
    row.number(thread.progress.wave).number(email).number(sms).number(linkedin);
    row.time(thread.progress.createdAt).time(thread.progress.updatedAt);
}

void SeedFactCopy::addEnrollment(qint64 index, const SeedThread &thread)
{
    const SeedEnrollment &enrollment = thread.enrollment;
    SeedRow row(enrollments);
    row.id(m_ids.workspace()).id(m_ids.enrollment(index)).id(m_ids.reactivation(enrollment.campaign));
    row.id(m_ids.lead(index)).required(enrollment.status).time(enrollment.sentAt);
    row.time(enrollment.createdAt).time(enrollment.sentAt.value_or(enrollment.createdAt));
}

} // namespace signalbox
