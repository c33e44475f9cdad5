// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/campaignstab.h"

#include "ui/analytics/barchart.h"
#include "ui/analytics/campaigndetail.h"
#include "ui/analytics/campaignreport.h"
#include "ui/analytics/cardrow.h"
#include "ui/analytics/tabcanvas.h"

#include <QBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Above this the table scrolls inside itself, so that what stands below is not out of sight.
constexpr int CampaignsShown = 12;

/// A part that failed alone: the service says why in words for logs.
Error partError(const QString &message)
{
    const bool isLate = message.endsWith("timed out"_L1);
    return {.kind = isLate ? Error::Kind::TimedOut : Error::Kind::Unavailable, .detail = message};
}

} // namespace

CampaignsTab::CampaignsTab(const PageContext &context, AnalyticsSession &session, QWidget *parent)
    : ReadingTab(u"campaigns"_s, context, session, parent)
    , m_reading(
          this, session, u"campaigns"_s,
          [this](
              const AnalyticsRequest &request) { return this->session().gateway().fetchCampaigns(request); },
          [this] { fill(); })
{
    build();
}

void CampaignsTab::build()
{
    buildReactivation();
    buildCampaigns();
    buildDrafts();
    canvas()->finish();
}

void CampaignsTab::buildReactivation()
{
    m_reactivationPanel = makePanel(u"reactivation"_s, tr("Reactivation campaigns"),
        tr("Campaigns that write again to leads that had gone quiet: who was written to in the period, and "
           "what came of "
           "it before the period ended."));
    m_reactivationPanel->setEmptyHint(tr("No reactivation message went out. A longer period may show some."));
    m_cards = makeCards();
    addCard(m_cards, u"reactivationSent"_s, tr("Sent"),
        tr("Leads that a reactivation campaign wrote to in the period."));
    addCard(m_cards, u"reactivationResponded"_s, tr("Responded"),
        tr("Of those sent, leads that wrote back afterwards, before the period ended."));
    addCard(m_cards, u"reactivationResponseRate"_s, tr("Response rate"),
        tr("Responded divided by sent. “—”: nothing was sent."));
    addCard(m_cards, u"reactivationBooked"_s, tr("Meetings booked"),
        tr("Of those sent, leads that booked a meeting afterwards, before the period ended."));
    addCard(m_cards, u"reactivationBookingRate"_s, tr("Booking rate"),
        tr("Meetings booked divided by sent. “—”: nothing was sent."));
    m_reactivationTable = new TableBinding(ReadingTable::Reactivation, makeTable(u"reactivationTable"_s, 4));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, Spacing::Xs, 0, 0);
    column->setSpacing(Spacing::M);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(Spacing::L, 0, Spacing::L, 0);
    inset->addWidget(m_cards);
    column->addLayout(inset);
    column->addWidget(m_reactivationTable->table());
    setContent(m_reactivationPanel, content);
    setMenu(m_reactivationPanel, m_cards, m_reactivationTable->table());
    canvas()->addWidget(m_reactivationPanel);
}

void CampaignsTab::buildCampaigns()
{
    m_campaignsPanel = makePanel(u"emailCampaigns"_s, tr("E-mail campaigns"),
        tr("What each e-mail campaign brought in the period: positive replies, requests for a meeting, and "
           "meetings."));
    m_campaignsPanel->setEmptyHint(tr("The workspace has no e-mail campaign yet."));
    m_campaignTable
        = new TableBinding(ReadingTable::EmailCampaigns, makeTable(u"campaignTable"_s, 8, CampaignsShown));
    m_campaignTable->table()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_detail = new CampaignDetail(theme());
    m_report = new CampaignReport(theme());
    connect(m_campaignTable, &TableBinding::selectionChanged, this, [this] {
        m_campaign = m_campaignTable->selectedId();
        showDetail();
        Q_EMIT stateChanged();
    });
    connect(m_report, &CampaignReport::campaignChosen, m_campaignTable, &TableBinding::select);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    column->addWidget(m_campaignTable->table());
    column->addWidget(m_detail);
    column->addWidget(m_report);
    setContent(m_campaignsPanel, content);
    setMenu(m_campaignsPanel, m_detail->industries(), m_campaignTable->table());
    canvas()->addWidget(m_campaignsPanel);
}

void CampaignsTab::buildDrafts()
{
    m_outcomesPanel = makePanel(u"draftOutcomes"_s, tr("AI draft outcomes"),
        tr("Drafts of the AI whose first message went out in the period, by what became of the text. E-mail "
           "counts only "
           "for campaigns in which the AI may send by itself."));
    m_outcomesPanel->setEmptyHint(tr("No draft of the AI was sent. A longer period may show some."));
    m_outcomeBars = makeBars(u"outcomeBars"_s);
    m_outcomeTable = new TableBinding(ReadingTable::DraftOutcomes, makeTable(u"outcomeTable"_s, 4));
    auto *row = new FlowRow(theme(), 860);
    row->add(m_outcomeBars);
    row->add(m_outcomeTable->table());
    setContent(m_outcomesPanel, row);
    setMenu(m_outcomesPanel, m_outcomeBars, m_outcomeTable->table());
    canvas()->addWidget(m_outcomesPanel);

    m_bookingsPanel = makePanel(u"draftBookings"_s, tr("AI draft booking conversion"), {});
    m_bookingsPanel->setEmptyHint(tr("No lead got a draft of the AI. A longer period may show some."));
    m_bookingTable = new TableBinding(ReadingTable::DraftBookings, makeTable(u"draftBookingTable"_s, 13));
    setContent(m_bookingsPanel, m_bookingTable->table());
    setMenu(m_bookingsPanel, static_cast<const BarChart *>(nullptr), m_bookingTable->table());
    canvas()->addWidget(m_bookingsPanel);
}

void CampaignsTab::load()
{
    m_reading.load({});
}

template <typename Part> void CampaignsTab::keep(Kept<Part> &kept, std::optional<Part> CampaignsData::*part)
{
    const auto &reading = m_reading.reading();
    if (!reading || !(reading->data.*part))
        return;
    kept.now = reading->data.*part;
    kept.before = reading->comparison ? *reading->comparison.*part : std::nullopt;
    kept.window = reading->window;
    kept.computedAt = reading->computedAt;
    if (!m_reading.isOfOtherRequest())
        kept.period = session().period();
}

template <typename Part>
PanelStatus CampaignsTab::partStatus(const Kept<Part> &kept, const QString &name, bool isEmpty) const
{
    PanelStatus status = statusOf(m_reading, isEmpty && kept.now);
    const auto &reading = m_reading.reading();
    const bool isMissing = reading && reading->errors.contains(name);
    if (isMissing && !m_reading.isLoading() && !status.error)
        status.error = partError(reading->errors.value(name));
    status.isLoading = !kept.now && m_reading.isLoading();
    status.isRefreshing = kept.now && m_reading.isLoading();
    status.isOfOtherRequest = kept.now && kept.period != session().period();
    status.computedAt = kept.now ? std::optional(kept.computedAt) : std::nullopt;
    return status;
}

void CampaignsTab::fill()
{
    keep(m_reactivation, &CampaignsData::reactivation);
    keep(m_campaigns, &CampaignsData::campaigns);
    keep(m_outcomes, &CampaignsData::aiDraftOutcome);
    keep(m_bookings, &CampaignsData::aiDraftBooking);
    fillReactivation();
    fillCampaigns();
    fillDraftOutcomes();
    fillDraftBookings();
    if (m_reading.reading())
        tellPeriod(m_reading.reading()->window);
    tellState(m_reading.error());
}

void CampaignsTab::fillReactivation()
{
    const Kept<ReactivationPart> &kept = m_reactivation;
    const bool isEmpty = kept.now && kept.now->totals.sent == 0;
    const PanelStatus status = partStatus(kept, u"reactivation"_s, isEmpty);
    setStatus(m_reactivationPanel, status);
    if (!kept.now)
        return;
    const ReactivationKpis &now = kept.now->totals;
    const std::optional<ReactivationKpis> before
        = kept.before ? std::optional(kept.before->totals) : std::nullopt;
    const auto was = [&before](qint64 ReactivationKpis::*member) {
        return before ? std::optional((*before).*member) : std::nullopt;
    };
    const auto ratioWas = [&before](qint64 ReactivationKpis::*member) {
        return before ? std::optional(Ratio {(*before).*member, before->sent}) : std::nullopt;
    };
    const QList<KpiCard *> all = m_cards->cards();
    all.at(0)->setFigure(countFigure(now.sent, was(&ReactivationKpis::sent), BetterWhen::Neither));
    all.at(1)->setFigure(countFigure(now.responded, was(&ReactivationKpis::responded)));
    all.at(2)->setFigure(ratioFigure({now.responded, now.sent}, ratioWas(&ReactivationKpis::responded)));
    all.at(3)->setFigure(countFigure(now.meetingsBooked, was(&ReactivationKpis::meetingsBooked)));
    all.at(4)->setFigure(
        ratioFigure({now.meetingsBooked, now.sent}, ratioWas(&ReactivationKpis::meetingsBooked)));
    PanelStatus plain; // the panel around them tells the rest
    plain.computedAt = status.computedAt;
    for (KpiCard *card : all)
        card->setStatus(plain);
    m_reactivationTable->show(reactivationRows(*kept.now, kept.comparison()), kept.before.has_value());
}

void CampaignsTab::fillCampaigns()
{
    const Kept<EmailCampaignsPart> &kept = m_campaigns;
    setStatus(m_campaignsPanel, partStatus(kept, u"campaigns"_s, kept.now && kept.now->campaigns.isEmpty()));
    if (!kept.now)
        return;
    m_campaignTable->show(campaignRows(*kept.now, kept.comparison()), kept.before.has_value());
    if (!m_campaign.isEmpty())
        m_campaignTable->select(m_campaign);
    m_report->show(kept.now->report,
        presentWindow(
            kept.now->report.range.to ? kept.now->report.range : kept.window, session().zone(), QLocale()));
    showDetail();
}

void CampaignsTab::showDetail()
{
    if (!m_campaigns.now)
        return;
    const EmailCampaignsPart &part = *m_campaigns.now;
    const auto chosen = std::ranges::find_if(part.campaigns, [this](const EmailCampaignKpis &kpis) {
        return kpis.id.toString(QUuid::WithoutBraces) == m_campaign;
    });
    if (chosen == part.campaigns.end())
        return m_detail->show(tr("All campaigns"), part.report.byIndustry, part.report.byHeadcount);
    m_detail->show(chosen->name, chosen->byIndustry, chosen->byHeadcount);
}

void CampaignsTab::fillDraftOutcomes()
{
    const Kept<DraftOutcomePart> &kept = m_outcomes;
    const auto total = [](const DraftOutcomes &o) { return o.autoSent + o.approved + o.edited; };
    setStatus(
        m_outcomesPanel, partStatus(kept, u"aiDraftOutcome"_s, kept.now && total(kept.now->totals) == 0));
    if (!kept.now)
        return;
    QList<BarRow> rows;
    for (const DraftOutcomes &channel : kept.now->channels) {
        rows.append({.label = presentChannelName(channel.channel),
            .definition = columnDefinition(ReadingTable::DraftOutcomes, u"total"_s),
            .value = double(total(channel)),
            .valueText = presentNumber(total(channel), QLocale()),
            .shareText = {},
            .change = {},
            .parts = {{presentDisposition(u"AUTO_SENT"_s), double(channel.autoSent), 0},
                {presentDisposition(u"APPROVED"_s), double(channel.approved), 1},
                {presentDisposition(u"EDITED"_s), double(channel.edited), 2}}});
    }
    m_outcomeBars->setRows(rows);
    m_outcomeTable->show(draftOutcomeRows(*kept.now, kept.comparison()), kept.before.has_value());
}

void CampaignsTab::fillDraftBookings()
{
    const Kept<DraftBookingPart> &kept = m_bookings;
    const bool isEmpty = kept.now && std::ranges::all_of(kept.now->totals, [](const DraftBooking &booking) {
        return booking.counts == OutcomeCounts();
    });
    setStatus(m_bookingsPanel, partStatus(kept, u"aiDraftBooking"_s, isEmpty));
    if (!kept.now)
        return;
    const BookingTerms terms {kept.now->attributionWindowDays, kept.now->maturityBufferDays};
    m_bookingsPanel->setDefinition(tr("What leads did after a draft of the AI was sent to them. A booking "
                                      "counts up to %n day(s) after it.",
                                       nullptr, terms.attributionDays)
        + u' '
        + tr("Leads written to in the last %n day(s) that have not booked are pending.", nullptr,
            terms.maturityDays));
    m_bookingTable->setTerms(terms);
    m_bookingTable->show(draftBookingRows(*kept.now, kept.comparison()), kept.before.has_value());
}

bool CampaignsTab::stepBack()
{
    if (m_campaignTable->selectedId().isEmpty())
        return false;
    m_campaignTable->table()->clearSelection();
    return true;
}

QMap<QString, QString> CampaignsTab::state() const
{
    if (m_campaign.isEmpty())
        return {};
    return {{u"campaign"_s, m_campaign}};
}

void CampaignsTab::restoreState(const QMap<QString, QString> &state)
{
    m_campaign = state.value(u"campaign"_s);
    if (m_campaign.isEmpty() || !m_campaignTable->select(m_campaign))
        m_campaignTable->table()->clearSelection();
    m_campaign = state.value(u"campaign"_s); // it may come with the reading
    showDetail();
}

QList<PrintedSection> CampaignsTab::printedSections() const
{
    QList<PrintedSection> sections {sectionOf(m_reactivationPanel, m_cards, m_reactivationTable->table()),
        sectionOf(m_campaignsPanel, nullptr, m_campaignTable->table())};
    if (m_campaigns.now) {
        const QString name = m_detail->title();
        const auto add = [&sections](const QString &title, QWidget *picture, const TableBinding *table) {
            PrintedSection section {
                .title = title, .definition = {}, .picture = picture, .table = {}, .note = {}};
            if (table)
                section.table = table->table()->printed();
            sections.append(section);
        };
        add(tr("%1: positive replies by industry").arg(name), m_detail->industries(), nullptr);
        add(tr("%1: positive replies by headcount").arg(name), m_detail->headcounts(), nullptr);
        add(tr("Top 5 campaigns"), nullptr, m_report->top());
        add(tr("Bottom 5 campaigns"), nullptr, m_report->bottom());
        add(tr("Many positives, few bookings"), nullptr, m_report->lowBooking());
    }
    sections.append(sectionOf(m_outcomesPanel, m_outcomeBars, m_outcomeTable->table()));
    sections.append(sectionOf(m_bookingsPanel, nullptr, m_bookingTable->table()));
    return sections;
}

} // namespace signalbox
