// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/overview.h"
#include "tests/storage/analyticsdata.h"

namespace signalbox {

/// The overview of a workspace from the definitions (domain §7.1–7.4), by walking its rows: no SQL, no
/// derived column, nothing of what the product computes with.
class AnalyticsOracle
{
public:
    AnalyticsOracle(const AnalyticsFacts &facts, const QTimeZone &zone, Instant now)
        : m_facts(facts)
        , m_zone(zone)
        , m_now(now)
    { }

    /// Distinct leads with a message of a direction.
    qint64 leadsWith(bool isInbound, const AnalyticsWindow &window) const;
    qint64 messages(bool isInbound, const QString &channel, QDate day, const AnalyticsWindow &window) const;
    qint64 created(const AnalyticsWindow &window) const;
    qint64 meetings(const AnalyticsWindow &window) const;
    /// `isAnswer`: inbound → outbound; by one person, or everybody.
    ResponseGap gap(bool isAnswer, const std::optional<UserId> &person, const AnalyticsWindow &window) const;
    QList<ActivityDay> days(const AnalyticsWindow &window) const;
    QMap<QString, qint64> sentiments(const AnalyticsWindow &window) const;
    QMap<QString, qint64> statuses(const AnalyticsWindow &window) const;
    /// Of one SMS campaign, or of none.
    SmsSubClient subClient(const std::optional<QUuid> &campaign, const AnalyticsWindow &window) const;
    QMap<QString, ChannelActivity> channels(const AnalyticsWindow &window) const;
    QDate dateOf(Instant instant) const;

private:
    QSet<QUuid> leadsWriting(bool isInbound, const AnalyticsWindow &window) const;
    qint64 meetingsOf(
        const std::function<bool(const LeadFact &)> &isMeant, const AnalyticsWindow &window) const;

    const AnalyticsFacts &m_facts;
    QTimeZone m_zone;
    Instant m_now;
};

/// Names the first difference between an answer and the oracle; empty: none. `window` is the one that was
/// asked for.
QString differenceToOracle(const OverviewData &data, const AnalyticsOracle &oracle,
    const AnalyticsData &workspace, const AnalyticsWindow &window, Instant now);

} // namespace signalbox
