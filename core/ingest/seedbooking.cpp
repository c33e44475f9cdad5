// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedbooking.h"

#include "core/ingest/seedstory.h"

namespace signalbox {

using namespace std::chrono;

namespace {

bool isPositiveTag(const QByteArray &tag)
{
    return tag == "Meeting Requested" || tag == "Call Requested" || tag == "Information Requested"
        || tag == "Interested";
}

/// What the lead was tagged when it first showed interest; empty: it never did, as far as anybody noticed.
QByteArray interestType(SeedRandom &random, const SeedCourse &course, const QByteArray &tag)
{
    if (isPositiveTag(tag))
        return tag;
    if (course.outcome == "booked")
        return !random.chance(0.75) ? QByteArray()
            : random.chance(0.6)    ? QByteArray("Meeting Requested")
                                    : QByteArray("Call Requested");
    const double before = course.outcome == "later" ? 0.25
        : course.outcome == "objection"             ? 0.3
        : course.outcome == "no"                    ? 0.08
                                                    : 0;
    if (!random.chance(before))
        return {};
    return random.chance(0.5) ? "Interested" : "Information Requested";
}

class BookingWriter
{
public:
    BookingWriter(const SeedCast &cast, SeedRandom &random, SeedThread &thread)
        : m_cast(cast)
        , m_random(random)
        , m_thread(thread)
    { }

    /// Books at `when` or later; nothing if that is still to come.
    void book(Instant when)
    {
        if (when >= m_cast.now)
            return;
        const bool isUsual = m_random.chance(0.93);
        m_thread.booking.provider = isUsual || m_cast.provider != "GHL" ? m_cast.provider : "CALENDLY";
        const double told = m_random.unit();
        if (told < 0.06)
            tellWithoutHistory(when, told < 0.03);
        else
            writeHistory(when);
        m_thread.updatedAt = std::max(m_thread.updatedAt, when);
        if (m_random.chance(0.75) || m_thread.tag == "Meeting Booked") {
            m_thread.tag = "Meeting Booked";
            m_thread.status = "meeting-booked";
        }
    }

private:
    /// Some producers know neither when it was booked nor how it ended.
    void tellWithoutHistory(Instant when, bool hasTime)
    {
        if (hasTime)
            m_thread.booking.bookedAt = when;
        if (m_random.chance(0.5))
            m_thread.booking.startAt
                = m_cast.calendar.meetingSlot(when + days(m_random.between(2, 8)), m_random);
    }

    void writeHistory(Instant when)
    {
        const double moves = m_random.unit();
        const int most = moves < 0.83 ? 1 : moves < 0.97 ? 2 : 3;
        Instant created = when;
        for (int i = 0; i < most; ++i) {
            SeedAppointment meeting;
            meeting.provider = m_thread.booking.provider;
            meeting.createdAt = created;
            meeting.startAt = m_cast.calendar.meetingSlot(created + days(m_random.between(1, 16)), m_random);
            const double source = m_random.unit();
            meeting.source = source < 0.75 ? "WEBHOOK" : source < 0.85 ? "RECONCILE_CRON" : "AUTO_BOOK";
            meeting.calendar = meeting.source == "AUTO_BOOK" ? 1 : m_random.chance(0.1) ? 2 : 0;
            meeting.status = "RESCHEDULED";
            m_thread.appointments += meeting;
            // Moved some time before it would have been.
            const auto notice = duration_cast<minutes>(meeting.startAt - created);
            created += minutes(m_random.between(30, std::max(31, int(notice.count()) - 30)));
            if (created >= m_cast.now)
                break;
            m_thread.appointments.last().changedAt = created;
        }
        settleLast();
        const SeedAppointment &last = m_thread.appointments.last();
        m_thread.booking.bookedAt = last.createdAt;
        m_thread.booking.startAt = last.startAt;
        m_thread.booking.canceledAt = last.canceledAt;
        m_thread.booking.status = last.status.toLower();
        m_thread.booking.source = last.source;
    }

    void settleLast()
    {
        SeedAppointment &last = m_thread.appointments.last();
        last.changedAt = last.createdAt;
        const double how = m_random.unit();
        const bool isOver = last.startAt + minutes(30) < m_cast.now;
        if (how < 0.1) {
            const auto until = std::min(last.startAt, m_cast.now) - last.createdAt;
            last.status = "CANCELED";
            last.canceledAt
                = floor<seconds>(last.createdAt + duration_cast<microseconds>(until * m_random.unit()));
            last.changedAt = *last.canceledAt;
            last.cancelReason = m_random.chance(0.6) ? "Something came up" : "No longer needed";
        } else if (!isOver || how < 0.17) {
            last.status = "CONFIRMED";
        } else {
            last.status = how < 0.31 ? "NO_SHOW" : "SHOWED";
            last.changedAt = last.startAt + minutes(30);
        }
    }

    const SeedCast &m_cast;
    SeedRandom &m_random;
    SeedThread &m_thread;
};

/// The first of ours after message `index`; −1: none yet.
int answerTo(const SeedThread &thread, int index)
{
    for (int i = index + 1; i < int(thread.messages.size()); ++i) {
        if (!thread.messages.at(i).isInbound)
            return i;
    }
    return -1;
}

/// When the meeting is made that follows from the answer: the lead says yes, or takes the link some time
/// later; and perhaps only after it was reminded (three of ten bookings).
std::optional<Instant> meetingTime(const SeedCast &cast, SeedRandom &random, SeedThread &thread, int answer)
{
    const Instant answered = thread.messages.at(answer).sentAt;
    Instant when = answered + minutes(random.between(20, 60 * 50));
    if (answer + 1 < int(thread.messages.size()) && thread.messages.at(answer + 1).isInbound)
        when = thread.messages.at(answer + 1).sentAt + minutes(random.between(1, 40));
    if (random.chance(0.42)) {
        const Instant reminded = answered + hours(random.between(20, 120));
        const Instant then = std::max(when, reminded + minutes(random.between(40, 60 * 24)));
        if (then < cast.now) {
            SeedFollowUp followUp;
            const double which = random.unit();
            followUp.sequence = which < 0.6 ? 0 : which < 0.85 ? 1 : 2;
            followUp.step = random.between(1, 3);
            followUp.startedAt = answered;
            followUp.lastStepAt = reminded;
            followUp.status = "completed";
            followUp.completedAt = followUp.updatedAt = then;
            thread.followUps += followUp;
            return then;
        }
    }
    return when < cast.now ? std::optional(when) : std::nullopt;
}

} // namespace

void addSeedBooking(const SeedCast &cast, SeedRandom &random, const SeedCourse &course, SeedThread &thread)
{
    const QByteArray type = interestType(random, course, thread.tag);
    const int positive = course.reactivated >= 0 ? course.reactivated : course.firstInbound;
    if (!type.isEmpty()) {
        thread.interest.message = positive;
        thread.interest.type = type;
        thread.interest.updatedAt = thread.messages.at(positive).sentAt;
    }
    if (course.outcome == "booked") {
        const Instant inbound = thread.messages.at(positive).sentAt;
        if (random.chance(0.97))
            BookingWriter(cast, random, thread).book(inbound + minutes(random.between(1, 20)));
        return;
    }
    const int answer = isPositiveTag(thread.tag) ? answerTo(thread, positive) : -1;
    if (answer < 0)
        return;
    const auto gap = thread.messages.at(answer).sentAt - thread.messages.at(positive).sentAt;
    if (!random.chance(seedBookingChance(thread, gap)))
        return;
    if (const auto when = meetingTime(cast, random, thread, answer))
        BookingWriter(cast, random, thread).book(*when);
}

} // namespace signalbox
