// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticswindow.h"
#include "core/storage/analytics/analyticsscope.h"

#include <QMap>

namespace signalbox {

/// The rows of a workspace that the campaigns tab counts, and what is kept of them (migrations 0024 and
/// 0025).
struct CampaignRows
{
    struct Lead
    {
        QUuid campaign; ///< null: none
        QString tag, industry, headcount;
        std::optional<Instant> bookedAt;
        bool hasGhl = false, hasBooking = false, isKept = false;
        std::optional<Instant> lastInbound; ///< by the messages
    };
    struct Draft
    {
        QUuid id, lead;
        QString channel, disposition;
        std::optional<Instant> sentAt; ///< of its first outbound message
        auto unit() const { return std::tuple(lead, channel, disposition); }
        auto rank() const { return std::tuple(*sentAt, id.toRfc4122()); }
    };
    struct Enrollment
    {
        QUuid lead;
        bool isSent = false;
        std::optional<Instant> sentAt, answeredAt, bookedAt;
    };

    QHash<QUuid, Lead> leads;
    QList<Draft> drafts;
    QList<Enrollment> enrollments;
    QHash<QUuid, QList<Instant>> replies; ///< by lead
    QHash<QUuid, bool> campaigns; ///< by id, whether the AI sends by itself
    QMap<QUuid, QString> keptSends; ///< by draft, as keptFacts() writes them
    QMap<QString, qint64> keptCells;

    static CampaignRows load(PgConnection &admin, WorkspaceId workspace);

    std::optional<Instant> firstReply(QUuid lead, Instant after) const;
    QMap<QUuid, QString> sends() const; ///< what keptSends must be
    QMap<QString, qint64> cells() const; ///< what keptCells must be
    int wrongEnrollments() const;
};

/// Every figure of the tab by a name of its own, zeros left out: walked from the rows (domain §7.5).
QMap<QString, qint64> walkedFigures(const CampaignRows &rows, const AnalyticsWindow &window);
/// The same as the four parts tell it.
QMap<QString, qint64> readFigures(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window);

} // namespace signalbox
