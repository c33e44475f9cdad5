// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticswindow.h"
#include "core/base/clock.h"
#include "core/storage/analytics/analyticsscope.h"
#include "tests/storage/inboxdata.h"

#include <random>

namespace signalbox {

/// A lead as stored, without what is derived from its messages.
struct LeadFact
{
    LeadId id;
    Instant createdAt {};
    QString status;
    QString sentiment; ///< empty: none
    std::optional<UserId> assignee;
    std::optional<QUuid> smsCampaign;
    std::optional<QUuid> emailCampaign;
    std::optional<Instant> bookedAt;
    bool hasEvidence = false; ///< of a booking of any kind
    QString appointmentStatus;
    std::optional<Instant> canceledAt;
};

struct MessageFact
{
    MessageId id;
    LeadId lead;
    QString channel;
    QString source;
    QString sentBy;
    std::optional<UserId> sentByUser;
    bool isInbound = false;
    Instant sentAt {};
};

/// The rows of a workspace, messages by lead, time and id: what an oracle walks.
struct AnalyticsFacts
{
    QList<LeadFact> leads;
    QList<MessageFact> messages;
};

/// A workspace with people of every role, campaigns, and random leads and messages around a span of days;
/// every failure is fatal, with its text. The same seed makes the same rows but for their ids.
class AnalyticsData
{
public:
    struct Options
    {
        QString timezone = QStringLiteral("America/New_York");
        Instant from; ///< of the span in which leads are created and messages sent
        Instant to;
        int leads = 120;
        int messages = 1500;
    };

    /// Makes people, campaigns and rows over an admin connection.
    AnalyticsData(PgConnection &admin, const Options &options, unsigned seed);

    WorkspaceId workspace() const { return m_workspace; }
    UserId owner() const { return m_owner; }
    UserId portal() const { return m_portal; }
    UserId foreigner() const { return m_foreigner; } ///< owns another, empty workspace
    const QList<UserId> &setters() const { return m_setters; }
    const QList<QUuid> &smsCampaigns() const { return m_smsCampaigns; }
    const QList<QUuid> &emailCampaigns() const { return m_emailCampaigns; }

    /// As `user` reads the workspace at `now`.
    AnalyticsScope scope(UserId user, Instant now, const QTimeZone &zone) const
    {
        return {.user = user, .workspace = m_workspace, .now = now, .zone = zone};
    }

    /// In one statement, so that some of one lead, and some of one time, come together.
    void addMessages(int count);
    /// Times, directions, channels, senders and leads of messages change; rows go; messages come in out of
    /// order.
    void churn(int statements);
    /// One of these; its failure is told, for threads of a test.
    Result<void> churnOne();

    AnalyticsFacts facts() const;

    int pick(int n) { return int(m_random() % unsigned(n)); }
    /// Within the span, mostly on a minute, some to the microsecond.
    Instant randomInstant();
    /// Within the span, cut anywhere; sometimes empty, sometimes at the begin of a day of the zone.
    std::pair<Instant, Instant> randomWindow(const QTimeZone &zone);

private:
    void addPeople();
    void addCampaigns();
    void addLeads();
    Result<void> write(const QByteArray &sql, const PgParams &params);
    Result<void> writeMessages(int count);

    PgConnection &m_pg;
    InboxData m_data;
    Options m_options;
    std::mt19937 m_random;
    WorkspaceId m_workspace;
    UserId m_owner;
    UserId m_portal;
    UserId m_foreigner;
    QList<UserId> m_setters;
    QList<QUuid> m_smsCampaigns;
    QList<QUuid> m_emailCampaigns;
    QList<QUuid> m_leads;
};

/// For messages: "2026-… to …".
QString describeWindow(const AnalyticsWindow &window);

} // namespace signalbox
