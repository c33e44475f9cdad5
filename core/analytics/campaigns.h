// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsreading.h"
#include "core/analytics/emailcampaigns.h"

namespace signalbox {

struct ReactivationKpis
{
    QUuid id; ///< null in the totals
    QString name;
    qint64 sent = 0;
    qint64 responded = 0;
    qint64 meetingsBooked = 0;

    double responseRate() const { return fraction(responded, sent); }
    double bookingRate() const { return fraction(meetingsBooked, sent); }
    bool operator==(const ReactivationKpis &) const = default;
};

struct ReactivationPart
{
    AnalyticsWindow window;
    QList<ReactivationKpis> campaigns; ///< most sent first
    ReactivationKpis totals;

    bool operator==(const ReactivationPart &) const = default;
};

/// Drafts sent in the window, by channel and what became of the text.
struct DraftOutcomes
{
    QString channel; ///< empty in the totals
    qint64 autoSent = 0;
    qint64 approved = 0;
    qint64 edited = 0;

    qint64 total() const { return autoSent + approved + edited; }
    bool operator==(const DraftOutcomes &) const = default;
};

struct DraftOutcomePart
{
    AnalyticsWindow window;
    QList<DraftOutcomes> channels; ///< email, sms, linkedin
    DraftOutcomes totals;

    bool operator==(const DraftOutcomePart &) const = default;
};

/// What a lead did after a draft was sent to it (attribution 30 d, maturity 7 d).
struct DraftBooking
{
    QString channel; ///< empty in the totals
    QString disposition; ///< AUTO_SENT, APPROVED, EDITED; `all` over them
    OutcomeCounts counts;

    bool operator==(const DraftBooking &) const = default;
};

struct DraftBookingPart
{
    AnalyticsWindow window;
    int attributionWindowDays = 30;
    int maturityBufferDays = 7;
    QList<DraftBooking> rows; ///< channel × disposition
    QList<DraftBooking> totals; ///< per disposition, then `all`

    bool operator==(const DraftBookingPart &) const = default;
};

/// Four parts, each of which may fail alone (domain §4.2): then it is absent here and named in
/// AnalyticsReading::errors as campaigns, reactivation, aiDraftOutcome or aiDraftBooking.
struct CampaignsData
{
    std::optional<EmailCampaignsPart> campaigns;
    std::optional<ReactivationPart> reactivation;
    std::optional<DraftOutcomePart> aiDraftOutcome;
    std::optional<DraftBookingPart> aiDraftBooking;

    bool operator==(const CampaignsData &) const = default;
};

QJsonObject encodeCampaigns(const CampaignsData &data);
Result<CampaignsData> decodeCampaigns(const QJsonObject &object);

} // namespace signalbox
