// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/workflowstab.h"

#include "ui/analytics/barchart.h"
#include "ui/analytics/cardrow.h"
#include "ui/analytics/tabcanvas.h"

#include <QBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

WorkflowsTab::WorkflowsTab(const PageContext &context, AnalyticsSession &session, QWidget *parent)
    : ReadingTab(u"workflows"_s, context, session, parent)
    , m_reading(
          this, session, u"workflows"_s,
          [this](
              const AnalyticsRequest &request) { return this->session().gateway().fetchWorkflows(request); },
          [this] { fill(); })
{
    build();
}

void WorkflowsTab::build()
{
    m_cards = makeCards();
    addCard(m_cards, u"totalBooked"_s, tr("Total booked"),
        tr("Leads whose meeting was booked in the period. Meetings cancelled later stay in."));
    addCard(m_cards, u"bookedFromInitial"_s, tr("Booked from initial"),
        tr("Meetings no follow-up sequence had a part in: the lead booked before any sequence sent a step."));
    addCard(m_cards, u"bookedFromWorkflow"_s, tr("Booked from workflow"),
        tr("Meetings of leads that a follow-up sequence had already sent a step to when they booked."));
    addCard(m_cards, u"workflowShare"_s, tr("Workflow share"),
        tr("Booked from workflow divided by total booked. “—”: nothing was booked."));
    canvas()->addWidget(m_cards);

    m_origins = makePanel(u"bookingOrigins"_s, tr("Initial message or workflow"),
        tr("All meetings booked, divided by whether a follow-up sequence had sent the lead a step before."));
    m_originBars = makeBars(u"originBars"_s);
    setContent(m_origins, m_originBars);
    setMenu(m_origins, m_originBars, nullptr);
    canvas()->addWidget(m_origins);

    m_sequences = makePanel(u"bookedBySequence"_s, tr("Booked by sequence"),
        tr("Meetings booked from a workflow, each counted once, for the sequence that brought it."));
    m_sequences->setEmptyHint(
        tr("No lead that a follow-up sequence wrote to has booked. A longer period may show some."));
    auto *row = new FlowRow(theme(), 860);
    m_sequenceBars = makeBars(u"sequenceBars"_s);
    m_table = new TableBinding(ReadingTable::Sequences, makeTable(u"sequenceTable"_s, 5));
    row->add(m_sequenceBars);
    row->add(m_table->table());
    setContent(m_sequences, row);
    setMenu(m_sequences, m_sequenceBars, m_table->table());
    canvas()->addWidget(m_sequences);
    canvas()->finish();
}

void WorkflowsTab::load()
{
    m_reading.load({});
}

void WorkflowsTab::fill()
{
    const auto &reading = m_reading.reading();
    if (reading) {
        const WorkflowsData *before = reading->comparison ? &*reading->comparison : nullptr;
        fillCards(reading->data, before);
        fillBars(reading->data, before);
        m_table->show(sequenceRows(reading->data, before), before);
        tellPeriod(reading->window);
    }
    for (KpiCard *card : cards())
        card->setStatus(statusOf(m_reading, false));
    setStatus(m_origins, statusOf(m_reading, reading && reading->data.totalBooked == 0));
    setStatus(m_sequences, statusOf(m_reading, reading && reading->data.sequences.isEmpty()));
    tellState(m_reading.error());
}

void WorkflowsTab::fillCards(const WorkflowsData &now, const WorkflowsData *before)
{
    const auto was = [before](qint64 WorkflowsData::*member) {
        return before ? std::optional(before->*member) : std::nullopt;
    };
    const QList<KpiCard *> all = cards();
    all.at(0)->setFigure(countFigure(now.totalBooked, was(&WorkflowsData::totalBooked)));
    all.at(1)->setFigure(countFigure(now.bookedFromInitial, was(&WorkflowsData::bookedFromInitial)));
    all.at(2)->setFigure(countFigure(now.bookedFromWorkflow, was(&WorkflowsData::bookedFromWorkflow)));
    // Neither more nor less of it is good in itself.
    all.at(3)->setFigure(ratioFigure({now.bookedFromWorkflow, now.totalBooked},
        before ? std::optional(Ratio {before->bookedFromWorkflow, before->totalBooked}) : std::nullopt,
        BetterWhen::Neither));
}

void WorkflowsTab::fillBars(const WorkflowsData &now, const WorkflowsData *before)
{
    const auto origin = [](const QString &label, const WorkflowsData &data) {
        const Ratio share {data.bookedFromWorkflow, data.totalBooked};
        return BarRow {.label = label,
            .definition = tr("%1 from the initial message, %2 from a workflow")
                              .arg(presentNumber(data.bookedFromInitial, QLocale()),
                                  presentNumber(data.bookedFromWorkflow, QLocale())),
            .value = double(data.totalBooked),
            .valueText = presentNumber(data.totalBooked, QLocale()),
            .shareText = tr("%1 workflow").arg(presentShare(share.value(), QLocale())),
            .change = {},
            .parts = {{tr("Initial message"), double(data.bookedFromInitial), 0},
                {tr("Workflow"), double(data.bookedFromWorkflow), 1}}};
    };
    QList<BarRow> origins {origin(tr("This period"), now)};
    if (before)
        origins.append(origin(tr("Compared with"), *before));
    m_originBars->setRows(origins);

    QList<BarRow> sequences;
    for (const TableRow &row : sequenceRows(now, before)) {
        sequences.append({.label = presentCell(CellKind::Text, row.cells.at(0)),
            .definition = columnDefinition(ReadingTable::Sequences, u"booked"_s),
            .value = row.cells.at(1).value.toDouble(),
            .valueText = presentCell(CellKind::Count, row.cells.at(1)),
            .shareText = presentCell(CellKind::Share, row.cells.at(3)),
            .change = {},
            .parts = {},
            .series = 1});
    }
    m_sequenceBars->setRows(sequences);
}

QList<PrintedSection> WorkflowsTab::printedSections() const
{
    return {sectionOf(tr("Meetings booked"), m_cards), sectionOf(m_origins, m_originBars),
        sectionOf(m_sequences, m_sequenceBars, m_table->table())};
}

} // namespace signalbox
