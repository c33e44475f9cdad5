// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/crmsummaryview.h"

#include "ui/analytics/cardrow.h"
#include "ui/analytics/crmwords.h"
#include "ui/analytics/kpicard.h"
#include "ui/analytics/panel.h"
#include "ui/analytics/paneltable.h"

#include <QBoxLayout>
#include <QComboBox>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const CrmSummaryModel::Line &line, int table)
{
    if (table == 0)
        return presentResponseType(line.key).text;
    if (table == 1)
        return presentResponseMode(line.key).text;
    if (line.key == "AI"_L1)
        return CrmSummaryView::tr("AI");
    if (line.key == "UNKNOWN"_L1)
        return CrmSummaryView::tr("Unknown");
    if (line.key == "UNATTRIBUTED_HUMAN"_L1)
        return CrmSummaryView::tr("A human, not known who");
    return line.label.isEmpty() ? line.key : line.label;
}

} // namespace

CrmSummaryView::CrmSummaryView(const PageContext &context, CrmSummaryModel &model, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(model)
    , m_cards(new CardRow(context.theme, this))
{
    setObjectName(u"crmSummary"_s);
    const Theme &theme = context.theme;
    addCard(u"crmLeads"_s, tr("Leads"),
        tr("Leads whose first interest falls into the period and passes the filters."));
    addCard(u"crmBooked"_s, tr("Booked ever"),
        tr("Those of them that ever booked a meeting, cancelled ones included."));
    addCard(u"crmKept"_s, tr("Kept"), tr("Those whose booking has not been cancelled."));
    addCard(u"crmInWindow"_s, tr("Booked in period"),
        tr("Those that booked within the period itself, cancelled ones included."));
    addCard(u"crmConversion"_s, tr("Conversion"), tr("Share of the leads whose booking was kept."));
    addTable(u"crmByType"_s, tr("Response type"), tr("The same leads by what they asked for."), tr("Type"));
    addTable(
        u"crmByMode"_s, tr("AI vs human"), tr("The same leads by who answered first."), tr("Answered by"));
    addTable(u"crmBySetter"_s, tr("Setters"), tr("The same leads by who is responsible, the ten largest."),
        tr("Setter"));
    QWidget *bookings = makeSwitch();
    m_panels.first()->addHeadWidget(bookings);
    setTabOrder(m_panels.first(), bookings); // it was made last, and stands first
    setTabOrder(bookings, m_tables.first());
    auto *tables = new QHBoxLayout;
    tables->setSpacing(theme.px(Spacing::L));
    for (Panel *panel : std::as_const(m_panels))
        tables->addWidget(panel, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        theme.px(Spacing::L), theme.px(Spacing::M), theme.px(Spacing::L), theme.px(Spacing::M));
    column->setSpacing(theme.px(Spacing::M));
    column->addWidget(m_cards);
    column->addLayout(tables);
    connect(&model, &CrmSummaryModel::stateChanged, this, &CrmSummaryView::update);
    update();
}

const QList<KpiCard *> &CrmSummaryView::cards() const
{
    return m_cards->cards();
}

void CrmSummaryView::addCard(const QString &id, const QString &label, const QString &definition)
{
    auto *card = new KpiCard(m_context.theme, m_context.clock, id, this);
    card->setLabel(label, definition);
    connect(card, &KpiCard::retryRequested, this, &CrmSummaryView::retryRequested);
    m_cards->add(card);
}

void CrmSummaryView::addTable(
    const QString &id, const QString &title, const QString &definition, const QString &firstColumn)
{
    auto *panel = new Panel(m_context.theme, m_context.clock, id, this);
    panel->setTitle(title);
    panel->setDefinition(definition);
    panel->setShape(Skeleton::Shape::Table);
    auto *table = new PanelTable(m_context.theme, panel);
    table->setAccessibleName(title);
    table->setShownRows(5);
    table->setColumns(
        {{firstColumn, {}, false, true}, {tr("Leads"), {}}, {tr("Booked"), {}}, {tr("Rate"), {}}});
    panel->setContent(table);
    // Five rows; fewer in a low window, where the rows of the CRM need the room more.
    panel->setMinimumHeight(m_context.theme.px(128));
    panel->setMaximumHeight(m_context.theme.px(244));
    connect(panel, &Panel::retryRequested, this, &CrmSummaryView::retryRequested);
    m_panels.append(panel);
    m_tables.append(table);
}

QWidget *CrmSummaryView::makeSwitch()
{
    auto *box = new QComboBox(this);
    box->setObjectName(u"crmBookedSwitch"_s);
    box->setAccessibleName(tr("Which bookings count"));
    box->setToolTip(tr("Which bookings the three tables count"));
    box->addItem(tr("Booked: any"), int(CrmSummaryModel::Booked::Any));
    box->addItem(tr("Booked: kept"), int(CrmSummaryModel::Booked::Kept));
    box->setCurrentIndex(1);
    connect(box, &QComboBox::currentIndexChanged, this,
        [this, box] { setBooked(CrmSummaryModel::Booked(box->currentData().toInt())); });
    return box;
}

void CrmSummaryView::setBooked(CrmSummaryModel::Booked booked)
{
    m_booked = booked;
    update();
}

void CrmSummaryView::updateCards(const PanelStatus &status)
{
    const QLocale locale;
    const CrmBucket totals = m_model.summary() ? m_model.summary()->totals : CrmBucket();
    const auto figure = [&](qint64 number) { return KpiFigure {.value = presentNumber(number, locale)}; };
    QList<KpiFigure> figures {figure(totals.cohortLeads), figure(totals.bookedEverAny),
        figure(totals.bookedEverKept), figure(totals.bookedInWindowAny),
        {.value = presentShare(CrmSummaryModel::conversion(totals, CrmSummaryModel::Booked::Kept), locale)}};
    const QString share
        = presentShare(CrmSummaryModel::conversion(totals, CrmSummaryModel::Booked::Any), locale);
    if (totals.cohortLeads > 0) {
        figures[1].note = tr("%1 of the leads").arg(share);
        figures[2].note = tr("%Ln cancelled", nullptr, int(totals.bookedEverAny - totals.bookedEverKept));
        figures[3].note = tr("%Ln kept", nullptr, int(totals.bookedInWindowKept));
        figures[4].note = tr("kept, of all leads");
    }
    for (int i = 0; i < cards().size(); ++i) {
        cards().at(i)->setFigure(m_model.summary() ? figures.at(i) : KpiFigure());
        cards().at(i)->setStatus(status);
    }
}

void CrmSummaryView::update()
{
    PanelStatus status;
    status.isLoading = m_model.state() == LoadState::Loading || m_model.state() == LoadState::Idle;
    status.isRefreshing = m_model.state() == LoadState::Refreshing;
    status.isOfOtherRequest = m_model.isOfOtherQuery();
    status.error = m_model.error();
    if (m_model.summary())
        status.computedAt = m_model.summary()->computedAt;
    status.isOutdated = m_model.summary() && m_model.summary()->isStale;
    updateCards(status);
    const CrmSummary summary = m_model.summary().value_or(CrmSummary());
    const QList<CrmBucket> groups[] {summary.byResponseType, summary.byResponseMode, summary.bySetter};
    const QLocale locale;
    for (int i = 0; i < m_tables.size(); ++i) {
        QList<QList<PanelCell>> rows;
        const auto lines = CrmSummaryModel::lines(groups[i], m_booked, CrmSummaryModel::MaxSetters);
        for (const CrmSummaryModel::Line &line : lines)
            rows.append({{.text = nameOf(line, i)},
                {.text = presentNumber(line.leads, locale), .sortKey = line.leads},
                {.text = presentNumber(line.booked, locale), .sortKey = line.booked},
                {.text = presentShare(line.rate, locale),
                    .sortKey = line.rate ? QVariant(*line.rate) : QVariant()}});
        m_tables.at(i)->setRows(rows);
        status.isEmpty = m_model.summary() && rows.isEmpty();
        m_panels.at(i)->setStatus(status);
    }
}

} // namespace signalbox
