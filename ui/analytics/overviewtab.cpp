// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/overviewtab.h"

#include "ui/analytics/barchart.h"
#include "ui/analytics/chartframe.h"
#include "ui/analytics/kpicard.h"
#include "ui/analytics/linechart.h"
#include "ui/analytics/overviewwords.h"
#include "ui/analytics/tabcanvas.h"
#include "ui/base/errorbanner.h"

#include <QBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Core = "core"_L1;
constexpr auto Breakdowns = "breakdowns"_L1;

/// The dates of the rows of the activity's table.
PanelCell dayCell(const ActivityDay &day)
{
    return {.text = QLocale().toString(day.date, u"ddd d MMM yyyy"_s), .sortKey = day.date.toJulianDay()};
}

PanelCell countCell(qint64 count)
{
    return {.text = presentNumber(count, QLocale()), .sortKey = count};
}

/// The table behind bars: what stands beside them.
void fillTable(PanelTable &table, const QList<BarRow> &rows)
{
    const bool hasShare
        = std::ranges::any_of(rows, [](const BarRow &row) { return !row.shareText.isEmpty(); });
    QList<PanelColumn> columns {{OverviewTab::tr("Name"), {}, false, true}, {OverviewTab::tr("Number"), {}}};
    for (const BarPart &part : rows.isEmpty() ? QList<BarPart>() : rows.first().parts)
        columns.append({part.name, {}});
    if (hasShare)
        columns.append({OverviewTab::tr("Share"), {}});
    table.setColumns(columns);
    QList<QList<PanelCell>> cells;
    for (const BarRow &row : rows) {
        QList<PanelCell> line {{.text = row.label}, {.text = row.valueText, .sortKey = row.value}};
        for (const BarPart &part : row.parts)
            line.append(countCell(qint64(part.value)));
        if (hasShare)
            line.append({.text = row.shareText, .sortKey = row.value});
        cells.append(line);
    }
    table.setRows(cells);
}

} // namespace

OverviewTab::OverviewTab(const PageContext &context, AnalyticsSession &session, QWidget *parent)
    : AnalyticsTab(u"overview"_s, session, parent)
    , m_context(context)
    , m_core(
          this, session, id(),
          [this](const AnalyticsRequest &request) {
              return this->session().gateway().fetchOverview(request, OverviewParts::Core);
          },
          [this] { onCoreChanged(); })
    , m_breakdowns(
          this, session, id(),
          [this](const AnalyticsRequest &request) {
              return this->session().gateway().fetchOverview(request, OverviewParts::Breakdowns);
          },
          [this] { onBreakdownsChanged(); })
    , m_canvas(new TabCanvas(context.theme, this))
    , m_banner(new ErrorBanner(context.theme, context.clock, this))
{
    buildCards();
    buildPanels();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    connect(m_banner, &ErrorBanner::retryRequested, this, &OverviewTab::ask);
    showCards();
    showActivity();
    showBreakdowns();
    const auto askIfShown = [this] {
        if (m_isActive)
            ask();
    };
    connect(&session, &AnalyticsSession::requestChanged, this, askIfShown);
    connect(&session, &AnalyticsSession::refreshed, this, askIfShown);
}

OverviewTab::~OverviewTab() = default;

void OverviewTab::buildCards()
{
    QList<QWidget *> cards;
    for (const OverviewCard &known : overviewCards()) {
        auto *card = new KpiCard(m_context.theme, m_context.clock, known.id, this);
        card->setLabel(known.label, known.definition);
        connect(card, &KpiCard::retryRequested, this, &OverviewTab::ask);
        connect(card, &KpiCard::painted, this, &OverviewTab::askBreakdowns);
        m_cards.append(card);
        cards.append(card);
    }
    m_canvas->addCards(cards);
}

Panel *OverviewTab::addPanel(const QString &id, const QString &title, const QString &definition)
{
    auto *panel = new Panel(m_context.theme, m_context.clock, id, this);
    panel->setTitle(title);
    panel->setDefinition(definition);
    panel->setEmptyHint(tr("Choose a longer period, or go back with [ to an earlier one."));
    return panel;
}

ChartFrame *OverviewTab::addChart(Panel *panel)
{
    panel->setShape(Skeleton::Shape::Bars);
    return new ChartFrame(*panel, m_context);
}

PanelTable *OverviewTab::addTable(Panel *panel)
{
    auto *table = new PanelTable(m_context.theme, panel);
    table->setAccessibleName(panel->title());
    panel->setContent(table);
    return table;
}

void OverviewTab::buildPanels()
{
    m_activity = addPanel(u"activity"_s, tr("Activity per day"),
        tr("Messages that leads sent (inbound) and that were sent to them (outbound) on each day of the "
           "workspace's time "
           "zone. Dotted: the period compared with. Dashed: a day that is not over."));
    addChart(m_activity);
    m_activity->setShape(Skeleton::Shape::Chart);
    m_sentiments = addPanel(u"sentiments"_s, tr("Response sentiment"),
        tr("What the leads that answered in the period are classified as, as a share of all that answered."));
    m_channels = addPanel(u"channels"_s, tr("Messages by channel"),
        tr("Messages of the period, those we got and those we sent."));
    m_statuses = addPanel(u"statuses"_s, tr("Leads by status"),
        tr("Where the leads that were created in the period stand now."));
    for (Panel *panel : {m_sentiments, m_channels, m_statuses})
        addChart(panel);
    m_setters = addPanel(u"setters"_s, tr("Setter response times"),
        tr("How long leads wait for the answer of each setter: mean time from a lead's message to the "
           "setter's next one on "
           "the same channel, in business hours (Monday to Friday, 9 to 17 in New York), at most 7 days "
           "apart."));
    m_setterTable = addTable(m_setters);
    m_setterTable->setColumns(setterColumns());
    m_subClients = addPanel(
        u"subClients"_s, tr("SMS sub-clients"), tr("Answers to SMS by the campaign the lead came from."));
    m_subClientTable = addTable(m_subClients);
    m_subClientTable->setColumns(subClientColumns());
    m_clients
        = addPanel(u"clients"_s, tr("Top clients"), tr("The five workspaces with the most leads created."));
    m_clientTable = addTable(m_clients);
    m_clientTable->setColumns(clientColumns());
    m_clients->hide();
    m_canvas->addRow({{m_activity, 3}, {m_sentiments, 2}});
    m_canvas->addRow({{m_setters, 3}, {m_channels, 2}});
    m_canvas->addRow({{m_subClients, 3}, {m_statuses, 2}});
    m_canvas->addWidget(m_clients);
    m_canvas->finish();
    for (Panel *panel : panels()) {
        connect(panel, &Panel::retryRequested, this, &OverviewTab::ask);
        connect(panel, &Panel::cancelRequested, this, [this] {
            m_core.cancel();
            m_breakdowns.cancel();
        });
    }
}

QList<Panel *> OverviewTab::panels() const
{
    QList<Panel *> panels {m_activity, m_sentiments, m_setters, m_channels, m_subClients, m_statuses};
    if (m_clients && !m_clients->isHidden())
        panels.append(m_clients);
    return panels;
}

void OverviewTab::activate()
{
    m_isActive = true;
    ask();
}

void OverviewTab::deactivate()
{
    m_isActive = false;
}

void OverviewTab::ask()
{
    m_breakdownsAreDue = true;
    m_core.load(Core);
    askBreakdownsAfterPaint();
    if (m_breakdownsAreDue)
        showBreakdowns(); // they wait, and may be of another period
}

/// The numbers come first: the rest is asked for when they are on the screen, or cannot be.
void OverviewTab::askBreakdownsAfterPaint()
{
    if (m_core.isLoading() && !m_core.isAskingAgain())
        return;
    const bool isPainted = std::ranges::any_of(m_cards, &KpiCard::isPainted);
    const bool isInSight
        = std::ranges::any_of(m_cards, [](const KpiCard *card) { return !card->visibleRegion().isEmpty(); });
    if (isPainted || m_core.state() == LoadState::Failed || (isVisible() && !isInSight))
        askBreakdowns();
}

void OverviewTab::askBreakdowns()
{
    if ((m_core.isLoading() && !m_core.isAskingAgain()) || !m_breakdownsAreDue)
        return;
    m_breakdownsAreDue = false;
    m_breakdowns.load(Breakdowns);
}

void OverviewTab::tellAccess(const std::optional<Error> &error)
{
    if (error && error->kind == Error::Kind::Denied)
        Q_EMIT accessLost();
}

PanelStatus OverviewTab::coreStatus() const
{
    const auto &reading = m_core.reading();
    return {.isLoading = !reading && !m_core.error(),
        .isRefreshing = m_core.state() == LoadState::Refreshing,
        .isOfOtherRequest = m_core.isOfOtherRequest(),
        .computedAt = reading ? std::optional(reading->computedAt) : std::nullopt,
        .isOutdated = reading && reading->isStale,
        .error = m_core.error()};
}

PanelStatus OverviewTab::breakdownStatus(bool isEmpty, const QString &part) const
{
    const auto &reading = m_breakdowns.reading();
    const bool waits = m_breakdownsAreDue && m_core.isLoading();
    PanelStatus status {.isLoading = !reading && !m_breakdowns.error(),
        .isRefreshing = reading && (waits || m_breakdowns.state() == LoadState::Refreshing),
        .isOfOtherRequest
        = m_breakdowns.isOfOtherRequest() || (reading && waits && !m_breakdowns.isOfPeriod(Breakdowns)),
        .isEmpty = isEmpty,
        .computedAt = reading ? std::optional(reading->computedAt) : std::nullopt,
        .isOutdated = reading && reading->isStale,
        .error = m_breakdowns.error()};
    if (reading && reading->errors.contains(part)) {
        // This part has no numbers, old or new: the panel says so in their place.
        status.error = Error {.kind = Error::Kind::Unavailable, .detail = reading->errors.value(part)};
        status.computedAt.reset();
    }
    return status;
}

void OverviewTab::onCoreChanged()
{
    tellAccess(m_core.error());
    showCards();
    showActivity();
    if (m_core.error() && m_core.reading())
        m_banner->showError(*m_core.error(), u"analytics/overview"_s);
    else
        m_banner->clear();
    askBreakdownsAfterPaint();
    Q_EMIT freshnessChanged();
}

void OverviewTab::onBreakdownsChanged()
{
    tellAccess(m_breakdowns.error());
    showBreakdowns();
    Q_EMIT freshnessChanged();
}

void OverviewTab::showBreakdowns()
{
    showBars();
    showTables();
}

void OverviewTab::showCards()
{
    const auto &reading = m_core.reading();
    const PanelStatus status = coreStatus();
    QList<KpiFigure> figures;
    if (reading)
        figures = overviewFigures(reading->data.core,
            reading->comparison ? &reading->comparison->core : nullptr, m_context.clock.now(), QLocale());
    const QString window = reading ? presentWindow(reading->window, session().zone(), QLocale()) : QString();
    const QString comparison
        = reading && reading->comparison ? presentComparison(session().period()) : QString();
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        KpiCard *card = m_cards.at(i);
        PanelStatus own = status;
        if (reading) {
            card->setFigure(figures.at(i));
            const bool isCapacity = card->id() == "capacity"_L1;
            card->setPeriodText(
                isCapacity ? tr("next 30 days") : window, isCapacity ? QString() : comparison);
            if (reading->errors.contains(card->id())) {
                own.error
                    = Error {.kind = Error::Kind::Unavailable, .detail = reading->errors.value(card->id())};
                own.computedAt.reset();
            }
        }
        card->setStatus(own);
    }
}

void OverviewTab::showActivity()
{
    const auto &reading = m_core.reading();
    PanelStatus status = coreStatus();
    status.isEmpty = reading && std::ranges::all_of(reading->data.core.days, [](const ActivityDay &day) {
        return day.inbound == 0 && day.outbound == 0;
    });
    m_activity->setStatus(status);
    if (!reading || status.isEmpty)
        return;
    const OverviewCore &core = reading->data.core;
    auto *frame = static_cast<ChartFrame *>(m_activity->content());
    const auto fill = [this] {
        if (!m_core.reading())
            return;
        const AnalyticsReading<OverviewData> &shown = *m_core.reading();
        m_line->setData(activityData(shown.data.core, shown.comparison ? &shown.comparison->core : nullptr,
            presentComparison(session().period())));
    };
    if (m_line) {
        fill();
    } else if (!std::exchange(m_chartsAreMade, true)) {
        m_queue.add(m_activity, [this, frame, fill] {
            m_line = new LineChart(m_context.theme);
            connect(m_line, &LineChart::rangeChanged, this, &AnalyticsTab::stateChanged);
            fill();
            frame->setChart(m_line);
        });
    }
    frame->table().setColumns({{tr("Day"), {}, false, true},
        {tr("New leads"), tr("Leads created on the day.")}, {tr("Inbound"), tr("Messages from leads.")},
        {tr("Outbound"), tr("Messages to leads.")}, {tr("Meetings"), tr("Meetings booked on the day.")}});
    QList<QList<PanelCell>> rows;
    for (const ActivityDay &day : core.days)
        rows.append({dayCell(day), countCell(day.leads), countCell(day.inbound), countCell(day.outbound),
            countCell(day.meetings)});
    frame->table().setRows(rows);
}

void OverviewTab::showBars()
{
    const auto &reading = m_breakdowns.reading();
    const OverviewBreakdowns none;
    const OverviewBreakdowns &now = reading ? reading->data.breakdowns : none;
    const OverviewBreakdowns *before
        = reading && reading->comparison ? &reading->comparison->breakdowns : nullptr;
    const auto show = [this](Panel *panel, BarChart *&chart, const QList<BarRow> &rows, const QString &part) {
        panel->setStatus(breakdownStatus(rows.isEmpty(), part));
        auto *frame = static_cast<ChartFrame *>(panel->content());
        fillTable(frame->table(), rows);
        if (chart)
            return chart->setRows(rows);
        if (rows.isEmpty())
            return;
        m_queue.add(panel, [this, &chart, frame, rows] {
            if (chart)
                return;
            chart = new BarChart(m_context.theme);
            chart->setRows(rows);
            frame->setChart(chart);
        });
    };
    const QLocale locale;
    show(m_sentiments, m_sentimentBars, sentimentRows(now, before, locale), u"sentimentBreakdown"_s);
    show(m_channels, m_channelBars, channelRows(now, before, locale), u"channels"_s);
    show(m_statuses, m_statusBars, statusRows(now, before, locale), u"leadsByStatus"_s);
}

void OverviewTab::showTables()
{
    const auto &reading = m_breakdowns.reading();
    const OverviewBreakdowns none;
    const OverviewBreakdowns &now = reading ? reading->data.breakdowns : none;
    const OverviewBreakdowns *before
        = reading && reading->comparison ? &reading->comparison->breakdowns : nullptr;
    const QLocale locale;
    m_setterTable->setRows(setterRows(now, before, locale));
    m_setters->setStatus(breakdownStatus(now.setters.isEmpty(), u"perSetterResponseTimes"_s));
    m_subClientTable->setRows(subClientRows(now, locale));
    m_subClients->setStatus(breakdownStatus(now.smsSubClients.isEmpty(), u"smsSubClients"_s));
    // One workspace is no ranking (domain §7.4).
    m_clients->setVisible(now.topClients.size() > 1);
    m_clientTable->setRows(clientRows(now, locale));
    m_clients->setStatus(breakdownStatus(now.topClients.isEmpty(), u"topClients"_s));
}

std::optional<Instant> OverviewTab::computedAt() const
{
    std::optional<Instant> oldest;
    for (const auto *reading : {&m_core.reading(), &m_breakdowns.reading()}) {
        if (*reading && (!oldest || (*reading)->computedAt < *oldest))
            oldest = (*reading)->computedAt;
    }
    return oldest;
}

void OverviewTab::updateAges()
{
    AnalyticsTab::updateAges();
    for (KpiCard *card : m_cards)
        card->updateAge();
}

bool OverviewTab::stepBack()
{
    if (m_core.isLoading() || m_breakdowns.isLoading()) {
        m_core.cancel();
        m_breakdowns.cancel();
        return true;
    }
    if (m_line && m_line->isZoomed()) {
        m_line->resetZoom();
        return true;
    }
    return false;
}

QList<PrintedSection> OverviewTab::printedSections() const
{
    QList<PrintedSection> sections;
    PrintedTable figures {.header = {tr("Figure"), tr("Value"), tr("Before"), tr("Change")},
        .alignments = {Qt::AlignLeft, Qt::AlignRight, Qt::AlignRight, Qt::AlignRight}};
    QStringList meanings;
    for (const KpiCard *card : m_cards) {
        const KpiFigure &figure = card->figure();
        const QString change = figure.change ? presentChange(*figure.change, QLocale()).text : figure.note;
        figures.rows.append(
            {card->label(), (figure.value + u' ' + figure.unit).trimmed(), figure.previousValue, change});
        meanings.append(card->label() + u": "_s + card->definition());
    }
    sections.append({.title = tr("Key figures"), .table = figures, .note = meanings.join(u'\n')});
    for (Panel *panel : panels()) {
        PrintedSection section {.title = panel->title(), .definition = panel->definition()};
        if (panel->status().error)
            section.note = tr("Could not be loaded.");
        else if (panel->status().isEmpty)
            section.note = tr("No data in this period");
        else if (auto *frame = qobject_cast<ChartFrame *>(panel->content())) {
            section.picture = frame->isTable() ? nullptr : frame->chart();
            if (!section.picture)
                section.table = frame->table().printed();
        } else if (auto *table = qobject_cast<PanelTable *>(panel->content())) {
            section.table = table->printed();
        }
        sections.append(section);
    }
    return sections;
}

} // namespace signalbox
