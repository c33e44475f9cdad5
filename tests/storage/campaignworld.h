// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/analytics/analyticsscope.h"
#include "tests/storage/inboxdata.h"

#include <random>

namespace signalbox {

/// Rows as a test knows them, to be stored and to be counted by hand. Everything refers by index.
struct WorldLead
{
    LeadId id {newUuid()};
    QString status = QStringLiteral("new");
    QString tag;
    QString industry, headcount;
    int emailCampaign = -1;
    int assignee = -1; ///< of World::setters
    std::optional<Instant> assignedAt;
    std::optional<Instant> bookedAt;
    bool hasGhl = false, hasInvitee = false, hasEvent = false;
    QString appointmentStatus;
    std::optional<Instant> canceledAt;
};

struct WorldDraft
{
    DraftId id {newUuid()};
    int lead = 0;
    QString channel = QStringLiteral("email");
    QString disposition;
};

struct WorldMessage
{
    int lead = 0;
    bool isInbound = false;
    Instant sentAt {};
    int draft = -1;
    int sender = -1; ///< of World::setters
};

struct WorldEnrollment
{
    int campaign = 0;
    int lead = 0;
    QString status = QStringLiteral("sent");
    std::optional<Instant> sentAt;
};

struct WorldProgress
{
    int lead = 0;
    int emailCampaign = 0;
    int process = -1;
    int wave = 1;
    int email = 0, sms = 0, linkedin = 0;
    Instant createdAt {};
};

struct WorldEvent
{
    int lead = 0;
    QString channel = QStringLiteral("email");
    Instant inboundAt {};
    std::optional<Instant> setterAt, aiAt;
    int setter = -1; ///< of World::setters
    std::optional<qint64> setterMs, aiMs;
    std::optional<int> delaySeconds;
    std::optional<Instant> scheduledAt;
    QUuid id = newUuid();
};

struct WorldCampaign
{
    QUuid id = newUuid();
    QString name;
    bool isAutoSend = false;
};

/// One workspace with everything the campaigns, booking and response timing tabs read.
struct World
{
    WorkspaceId workspace;
    QString name;
    QString provider; ///< empty: no settings stored, so GHL
    QList<std::pair<UserId, QString>> setters; ///< with their addresses, SETTER by role
    QList<WorldCampaign> emailCampaigns;
    QList<WorldCampaign> reactivations, processes;
    QList<WorldLead> leads;
    QList<WorldDraft> drafts;
    QList<WorldMessage> messages;
    QList<WorldEnrollment> enrollments;
    QList<WorldProgress> progress;
    QList<WorldEvent> events;

    /// Puts it into the workspace, whose people must be there.
    void store(InboxData &data) const;

    std::optional<Instant> lastInbound(int lead) const;
    bool isPositive(const WorldLead &lead) const;
    bool hasEvidence(const WorldLead &lead) const;
    bool hasProviderEvidence(const WorldLead &lead) const;
    bool isKept(const WorldLead &lead) const;
};

/// `hours` and `minutes` after a fixed midnight.
Instant worldTime(int hours, int minutes = 0);

/// A world full of accidents: nulls, cancelled bookings, bookings before anything was sent, evidence without
/// a time, texts of every kind. Times lie on a grid of six hours over 120 days, so that many are equal and
/// windows begin and end on them.
World randomWorld(unsigned seed, int leads);

/// People, workspaces and connections of a test.
struct WorldStage
{
    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<PgConnection> admin, app;
    UserId owner, portal, stranger;

    WorldStage();
    ~WorldStage();
    /// A workspace for `world`, with its setters as members.
    void open(World &world);
    AnalyticsScope scope(const World &world, UserId user, Instant now) const;
};

} // namespace signalbox
