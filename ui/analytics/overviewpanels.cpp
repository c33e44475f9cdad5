// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/overviewpanels.h"

#include "ui/analytics/barchart.h"
#include "ui/analytics/chartframe.h"
#include "ui/analytics/overviewtab.h"
#include "ui/analytics/tabcanvas.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

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

OverviewPanels::OverviewPanels(const PageContext &context, TabCanvas &canvas, QWidget *parent)
    : QObject(parent)
    , m_context(context)
    , m_parent(parent)
{
    buildDays();
    buildAnswers();
    buildOrigins();
    canvas.addRow({{m_activity, 3}, {m_sentiments, 2}});
    canvas.addRow({{m_setters, 3}, {m_channels, 2}});
    canvas.addRow({{m_subClients, 3}, {m_statuses, 2}});
    canvas.addWidget(m_clients);
    for (Panel *panel : all()) {
        connect(panel, &Panel::retryRequested, this, &OverviewPanels::retryRequested);
        connect(panel, &Panel::cancelRequested, this, &OverviewPanels::cancelRequested);
    }
}

OverviewPanels::~OverviewPanels() = default;

Panel *OverviewPanels::addPanel(const QString &id, const QString &title, const QString &definition)
{
    auto *panel = new Panel(m_context.theme, m_context.clock, id, m_parent);
    panel->setTitle(title);
    panel->setDefinition(definition);
    panel->setEmptyHint(OverviewTab::tr("Choose a longer period, or go back with [ to an earlier one."));
    return panel;
}

ChartFrame *OverviewPanels::addChart(Panel *panel)
{
    panel->setShape(Skeleton::Shape::Bars);
    return new ChartFrame(*panel, m_context);
}

/// Made at once, unlike the chart of the days: they cost little, and stand where Tab expects them.
BarChart *OverviewPanels::addBars(Panel *panel)
{
    ChartFrame *frame = addChart(panel);
    auto *bars = new BarChart(m_context.theme, frame);
    frame->setChart(bars);
    return bars;
}

PanelTable *OverviewPanels::addTable(Panel *panel)
{
    auto *table = new PanelTable(m_context.theme, panel);
    table->setAccessibleName(panel->title());
    panel->setContent(table);
    return table;
}

// Tab goes through widgets in the order in which they were made: they are made as one reads them.

void OverviewPanels::buildDays()
{
    m_activity = addPanel(u"activity"_s, OverviewTab::tr("Activity per day"),
        OverviewTab::tr(
            "Messages that leads sent (inbound) and that were sent to them (outbound) on each day of the "
            "workspace's time "
            "zone. Dotted: the period compared with. Dashed: a day that is not over."));
    addChart(m_activity);
    m_activity->setShape(Skeleton::Shape::Chart);
    m_sentiments = addPanel(u"sentiments"_s, OverviewTab::tr("Response sentiment"),
        OverviewTab::tr("What the leads that answered in the period are classified as, as a share of all "
                        "that answered."));
    m_sentimentBars = addBars(m_sentiments);
}

void OverviewPanels::buildAnswers()
{
    m_setters = addPanel(u"setters"_s, OverviewTab::tr("Setter response times"),
        OverviewTab::tr(
            "How long leads wait for the answer of each setter: mean time from a lead's message to the "
            "setter's next one on "
            "the same channel, in business hours (Monday to Friday, 9 to 17 in New York), at most 7 days "
            "apart."));
    m_setterTable = addTable(m_setters);
    m_setterTable->setColumns(setterColumns());
    m_channels = addPanel(u"channels"_s, OverviewTab::tr("Messages by channel"),
        OverviewTab::tr("Messages of the period, those we got and those we sent."));
    m_channelBars = addBars(m_channels);
}

void OverviewPanels::buildOrigins()
{
    m_subClients = addPanel(u"subClients"_s, OverviewTab::tr("SMS sub-clients"),
        OverviewTab::tr("Answers to SMS by the campaign the lead came from."));
    m_subClientTable = addTable(m_subClients);
    m_subClientTable->setColumns(subClientColumns());
    m_statuses = addPanel(u"statuses"_s, OverviewTab::tr("Leads by status"),
        OverviewTab::tr("Where the leads that were created in the period stand now."));
    m_statusBars = addBars(m_statuses);
    m_clients = addPanel(u"clients"_s, OverviewTab::tr("Top clients"),
        OverviewTab::tr("The five workspaces with the most leads created."));
    m_clientTable = addTable(m_clients);
    m_clientTable->setColumns(clientColumns());
    m_clients->hide();
}

QList<Panel *> OverviewPanels::all() const
{
    QList<Panel *> panels {m_activity, m_sentiments, m_setters, m_channels, m_subClients, m_statuses};
    if (!m_clients->isHidden())
        panels.append(m_clients);
    return panels;
}

void OverviewPanels::showActivity(
    const OverviewCore *now, const OverviewCore *before, const QString &beforeName, const PanelStatus &status)
{
    PanelStatus own = status;
    own.isEmpty = now && std::ranges::all_of(now->days, [](const ActivityDay &day) {
        return day.inbound == 0 && day.outbound == 0;
    });
    m_activity->setStatus(own);
    if (!now || own.isEmpty)
        return;
    m_days = activityData(*now, before, beforeName);
    auto *frame = static_cast<ChartFrame *>(m_activity->content());
    if (m_line) {
        m_line->setData(m_days);
    } else if (!std::exchange(m_lineIsMade, true)) {
        m_queue.add(m_activity, [this, frame] {
            m_line = new LineChart(m_context.theme, frame);
            connect(m_line, &LineChart::rangeChanged, this, &OverviewPanels::rangeChanged);
            m_line->setData(m_days);
            frame->setChart(m_line);
            QWidget::setTabOrder(&frame->table(), m_line); // it was made after everything below it
        });
    }
    frame->table().setColumns({{OverviewTab::tr("Day"), {}, false, true},
        {OverviewTab::tr("New leads"), OverviewTab::tr("Leads created on the day.")},
        {OverviewTab::tr("Inbound"), OverviewTab::tr("Messages from leads.")},
        {OverviewTab::tr("Outbound"), OverviewTab::tr("Messages to leads.")},
        {OverviewTab::tr("Meetings"), OverviewTab::tr("Meetings booked on the day.")}});
    QList<QList<PanelCell>> rows;
    for (const ActivityDay &day : now->days)
        rows.append({dayCell(day), countCell(day.leads), countCell(day.inbound), countCell(day.outbound),
            countCell(day.meetings)});
    frame->table().setRows(rows);
}

void OverviewPanels::showBreakdowns(
    const OverviewBreakdowns *now, const OverviewBreakdowns *before, const StatusOf &statusOf)
{
    const OverviewBreakdowns none;
    showBars(now ? *now : none, before, statusOf);
    showTables(now ? *now : none, before, statusOf);
}

void OverviewPanels::showBars(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const StatusOf &statusOf)
{
    const auto show = [&](Panel *panel, BarChart *chart, const QList<BarRow> &rows, const QString &part) {
        panel->setStatus(statusOf(rows.isEmpty(), part));
        fillTable(static_cast<ChartFrame *>(panel->content())->table(), rows);
        chart->setRows(rows);
    };
    const QLocale locale;
    show(m_sentiments, m_sentimentBars, sentimentRows(now, before, locale), u"sentimentBreakdown"_s);
    show(m_channels, m_channelBars, channelRows(now, before, locale), u"channels"_s);
    show(m_statuses, m_statusBars, statusRows(now, before, locale), u"leadsByStatus"_s);
}

void OverviewPanels::showTables(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const StatusOf &statusOf)
{
    const QLocale locale;
    m_setterTable->setRows(setterRows(now, before, locale));
    m_setters->setStatus(statusOf(now.setters.isEmpty(), u"perSetterResponseTimes"_s));
    m_subClientTable->setRows(subClientRows(now, locale));
    m_subClients->setStatus(statusOf(now.smsSubClients.isEmpty(), u"smsSubClients"_s));
    // One workspace is no ranking (domain §7.4).
    m_clients->setVisible(now.topClients.size() > 1);
    m_clientTable->setRows(clientRows(now, locale));
    m_clients->setStatus(statusOf(now.topClients.isEmpty(), u"topClients"_s));
}

bool OverviewPanels::resetZoom()
{
    if (!m_line || !m_line->isZoomed())
        return false;
    m_line->resetZoom();
    return true;
}

QList<PrintedSection> OverviewPanels::printedSections() const
{
    QList<PrintedSection> sections;
    for (Panel *panel : all()) {
        PrintedSection section {.title = panel->title(), .definition = panel->definition()};
        if (panel->status().error)
            section.note = OverviewTab::tr("Could not be loaded.");
        else if (panel->status().isEmpty)
            section.note = OverviewTab::tr("No data in this period");
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
