// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedbooking.h"

namespace signalbox {

using namespace std::chrono;

namespace {

class FollowUpWriter
{
public:
    FollowUpWriter(const SeedCast &cast, SeedRandom &random, SeedThread &thread)
        : m_cast(cast)
        , m_random(random)
        , m_thread(thread)
    { }

    void write()
    {
        const bool isAnswered = std::any_of(m_thread.messages.begin(), m_thread.messages.end(),
            [](const SeedMessage &message) { return message.isInbound; });
        if (m_random.chance(isAnswered ? 0.03 : 0.05))
            writeBlocked();
        else if (m_thread.followUps.isEmpty() && m_thread.booking.provider.isEmpty()
            && m_random.chance(isAnswered ? 0.12 : 0.08))
            writeRunning(isAnswered);
        if (m_thread.interest.message >= 0) {
            if (m_thread.booking.provider.isEmpty() && m_random.chance(0.3))
                writeTasks();
            writeCrm();
        }
        if (m_thread.emailCampaign >= 0 && isAnswered)
            writeProgress();
    }

private:
    Instant lastMessageAt() const { return m_thread.messages.last().sentAt; }

    void writeBlocked()
    {
        for (const SeedFollowUp &other : m_thread.followUps) {
            if (other.sequence == 0)
                return;
        }
        SeedFollowUp followUp;
        followUp.status = "paused";
        followUp.pausedReason = m_random.chance(0.6) ? "missing_lead_data: phone number"
                                                     : "missing_workspace_setup: booking link";
        followUp.startedAt = m_thread.createdAt;
        followUp.updatedAt = m_thread.updatedAt;
        m_thread.followUps += followUp;
    }

    void writeRunning(bool isAnswered)
    {
        SeedFollowUp followUp;
        followUp.sequence = isAnswered && m_random.chance(0.3) ? 2 : 0;
        followUp.startedAt = m_thread.messages.first().sentAt;
        followUp.step = m_random.between(1, 3);
        followUp.lastStepAt = lastMessageAt();
        followUp.updatedAt = lastMessageAt();
        const Instant due
            = m_cast.calendar.nextMorning(lastMessageAt() + days(m_random.between(2, 5)), m_random);
        if (due > m_cast.now) {
            followUp.status = "active";
            followUp.nextStepDue = due;
        } else {
            followUp.status = m_random.chance(0.8) ? "completed" : "cancelled";
            followUp.completedAt = lastMessageAt();
        }
        m_thread.followUps += followUp;
    }

    void writeTasks()
    {
        static const QList<QByteArray> types {"email", "call", "sms", "linkedin", "email", "ai_voice"};
        static const QList<QByteArray> subjects {"Send the reference from their trade",
            "Ask whether the budget is through", "Offer two dates", "Short check-in",
            "Ask for the decision maker"};
        Instant due
            = m_cast.calendar.nextMorning(m_thread.updatedAt + days(m_random.between(1, 4)), m_random);
        const int count = m_random.between(1, 5);
        for (int i = 0; i < count; ++i) {
            SeedTask task;
            task.type = m_random.pick(types);
            task.subject = m_random.pick(subjects);
            task.createdAt = m_thread.updatedAt;
            task.dueAt = due;
            // What is due long since was done, or will not be.
            const bool isOld = due < m_cast.now - days(6);
            task.status = !isOld ? "pending" : m_random.chance(0.75) ? "completed" : "skipped";
            if (!m_thread.followUps.isEmpty() && m_thread.followUps.first().status == "active")
                task.followUp = 0;
            m_thread.tasks += task;
            due = m_cast.calendar.nextMorning(due + days(m_random.between(2, 6)), m_random);
        }
    }

    void writeProgress()
    {
        SeedProgress &progress = m_thread.progress;
        int ours = 0;
        for (const SeedMessage &message : m_thread.messages)
            ours += message.isInbound ? 0 : 1;
        progress.wave = std::clamp(1 + (ours - 1) / 2, 1, 5);
        progress.createdAt = m_thread.messages.first().sentAt;
        progress.updatedAt = m_thread.updatedAt;
    }

    void writeCrm()
    {
        SeedInterest &interest = m_thread.interest;
        static const QList<QByteArray> leadTypes {"Inbound", "Outbound", "Referral"};
        static const QList<QByteArray> applications {"Applied", "In review", "Approved", "Declined"};
        static const QList<QByteArray> overrides {"Partner", "Existing customer", "Hot", "Interested"};
        static const QList<QByteArray> notes {"Wants the offer in writing.", "Knows us from the trade fair.",
            "Decides with the managing director.", "Budget from next quarter.",
            "Asked for a discount of ten percent."};
        if (m_random.chance(0.6))
            interest.leadType = m_random.pick(leadTypes);
        if (m_random.chance(0.25))
            interest.applicationStatus = m_random.pick(applications);
        if (m_random.chance(0.05))
            interest.categoryOverride = m_random.pick(overrides);
        if (m_random.chance(0.08))
            interest.notes = m_random.pick(notes);
        if (m_random.chance(0.12)) {
            interest.pipelineStatus = m_thread.booking.provider.isEmpty() ? "open" : "negotiation";
            interest.pipelineValue = 500 * m_random.between(2, 60);
        }
        if (m_random.chance(0.15))
            rememberResponder();
        if (m_random.chance(0.2))
            interest.updatedAt = m_thread.updatedAt;
    }

    /// Who answered first, on the channel of the interest.
    void rememberResponder()
    {
        SeedInterest &interest = m_thread.interest;
        const QByteArray &channel = m_thread.messages.at(interest.message).channel;
        for (int i = interest.message + 1; i < int(m_thread.messages.size()); ++i) {
            const SeedMessage &message = m_thread.messages.at(i);
            if (message.isInbound || message.channel != channel || message.sentBy.isEmpty())
                continue;
            interest.mode = message.sentBy == "ai" ? "AI" : "HUMAN";
            interest.response = i;
            return;
        }
    }

    const SeedCast &m_cast;
    SeedRandom &m_random;
    SeedThread &m_thread;
};

} // namespace

void addSeedFollowUps(const SeedCast &cast, SeedRandom &random, SeedThread &thread)
{
    FollowUpWriter(cast, random, thread).write();
}

} // namespace signalbox
