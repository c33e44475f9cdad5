// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedids.h"
#include "core/ingest/seedthread.h"

namespace signalbox {

class SeedRow;

/// An inbound message and the next one on its channel, which is ours: places in a thread.
struct SeedReply
{
    int inbound = 0;
    int answer = 0;
};

/// Rows of the tables that analytics reads, for `COPY … FROM STDIN`; what the triggers of migrations 0011 and
/// 0020 and `fill_response_timing` would write is written here.
class SeedFactCopy
{
public:
    SeedFactCopy(const SeedCast &cast, const SeedIds &ids)
        : m_cast(cast)
        , m_ids(ids)
    { }

    void add(qint64 index, const SeedThread &thread);

    QByteArray followUps, appointments, timings, crmRows, tasks, progress, enrollments;

private:
    void addFollowUps(qint64 index, const SeedThread &thread);
    void addAppointments(qint64 index, const SeedThread &thread);
    void addTimings(qint64 index, const SeedThread &thread);
    void addTiming(SeedRow &row, qint64 index, const SeedThread &thread, const SeedReply &reply);
    void addCrmRow(qint64 index, const SeedThread &thread);
    void addTasks(qint64 index, const SeedThread &thread);
    void addProgress(qint64 index, const SeedThread &thread);
    void addEnrollment(qint64 index, const SeedThread &thread);

    const SeedCast &m_cast;
    const SeedIds &m_ids;
};

/// Ids a calendar gives: `demo-appointment-<lead>-<number>`, and the addresses Calendly has in their place.
QByteArray seedCalendarEvent(qint64 lead, int appointment);
QByteArray seedInvitee(qint64 lead, int appointment);
QByteArray seedScheduledEvent(qint64 lead, int appointment);

/// What a calendar is called by its provider; `calendar` as in SeedAppointment.
QByteArray seedCalendarKey(const QByteArray &provider, int calendar);

/// Names of the demo's sms campaigns.
const QList<QByteArray> &seedSmsCampaigns();

} // namespace signalbox
