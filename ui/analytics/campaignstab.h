// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/readingtab.h"

namespace signalbox {

class CampaignDetail;
class CampaignReport;

/// What campaigns bring, and what becomes of the AI's drafts (domain §7.5). Each of its four parts may fail
/// alone: it says so in its own panel, over the numbers it had before, and the others live on.
class CampaignsTab final : public ReadingTab
{
    Q_OBJECT

public:
    CampaignsTab(const PageContext &context, AnalyticsSession &session, QWidget *parent = nullptr);

    QList<PrintedSection> printedSections() const override;
    bool stepBack() override; ///< the selected campaign is left
    QMap<QString, QString> state() const override; ///< `campaign`: its id
    void restoreState(const QMap<QString, QString> &state) override;

protected:
    void load() override;
    void cancel() override { m_reading.cancel(); }

private:
    /// The last answer of a part, which stays when a newer one lacks it.
    template <typename Part> struct Kept
    {
        std::optional<Part> now;
        std::optional<Part> before;
        AnalyticsWindow window;
        AnalyticsPeriod period; ///< it was asked for
        Instant computedAt {};
        const Part *comparison() const { return before ? &*before : nullptr; }
    };

    void build();
    void buildReactivation();
    void buildCampaigns();
    void buildDrafts();
    void fill();
    template <typename Part> void keep(Kept<Part> &kept, std::optional<Part> CampaignsData::*part);
    template <typename Part>
    PanelStatus partStatus(const Kept<Part> &kept, const QString &name, bool isEmpty) const;
    void fillReactivation();
    void fillCampaigns();
    void fillDraftOutcomes();
    void fillDraftBookings();
    void showDetail();

    FetchedReading<CampaignsData> m_reading;
    Kept<ReactivationPart> m_reactivation;
    Kept<EmailCampaignsPart> m_campaigns;
    Kept<DraftOutcomePart> m_outcomes;
    Kept<DraftBookingPart> m_bookings;
    QString m_campaign; ///< selected, or to be selected once it is there

    Panel *m_reactivationPanel = nullptr;
    CardRow *m_cards = nullptr;
    TableBinding *m_reactivationTable = nullptr;
    Panel *m_campaignsPanel = nullptr;
    TableBinding *m_campaignTable = nullptr;
    CampaignDetail *m_detail = nullptr;
    CampaignReport *m_report = nullptr;
    Panel *m_outcomesPanel = nullptr;
    BarChart *m_outcomeBars = nullptr;
    TableBinding *m_outcomeTable = nullptr;
    Panel *m_bookingsPanel = nullptr;
    TableBinding *m_bookingTable = nullptr;
};

} // namespace signalbox
