// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/bookingtab.h"

#include "ui/analytics/barchart.h"
#include "ui/analytics/cardrow.h"
#include "ui/analytics/tabcanvas.h"

#include <QBoxLayout>

#include <algorithm>
#include <numeric>

namespace signalbox {

using namespace Qt::StringLiterals;

BookingTab::BookingTab(const PageContext &context, AnalyticsSession &session, QWidget *parent)
    : ReadingTab(u"booking"_s, context, session, parent)
    , m_reading(
          this, session, u"booking"_s,
          [this](const AnalyticsRequest &request) { return this->session().gateway().fetchBooking(request); },
          [this] { fill(); })
{
    build();
}

void BookingTab::build()
{
    m_cards = makeCards();
    addCard(m_cards, u"leadsProcessed"_s, tr("Leads in a process"),
        tr("Leads whose way through a booking process began in the period."));
    addCard(m_cards, u"leadsBooked"_s, tr("Leads booked"),
        tr("Of those leads, the ones that have booked a meeting by now."));
    addCard(m_cards, u"bookingRate"_s, tr("Booking rate"),
        tr("Leads booked divided by leads in a process. “—”: no lead began one."));
    addCard(m_cards, u"averageOutbounds"_s, tr("Avg outbounds to book"),
        tr("How many messages we sent until the meeting was booked, e-mail, SMS and LinkedIn together: the "
           "mean over the "
           "booked leads. Fewer is better."));
    canvas()->addWidget(m_cards);

    m_processes = makePanel(u"bookingProcesses"_s, tr("Booking processes"),
        tr("Each process by itself: the leads that began it in the period, and how many of them booked."));
    m_processes->setEmptyHint(tr("No lead began a booking process. A longer period may show some."));
    m_processTable = new TableBinding(ReadingTable::BookingProcesses, makeTable(u"processTable"_s, 5));
    setContent(m_processes, m_processTable->table());
    setMenu(m_processes, static_cast<const BarChart *>(nullptr), m_processTable->table());

    m_dropoff = makePanel(u"dropoff"_s, tr("Drop-off by wave"),
        tr("Leads that have not booked, by the wave of the process they stand at: wave 1 is the first "
           "message with an "
           "offer to book."));
    m_dropoff->setEmptyHint(tr("Every lead has booked, or none began a process."));
    m_dropoffBars = makeBars(u"dropoffBars"_s);
    setContent(m_dropoff, m_dropoffBars);
    setMenu(m_dropoff, m_dropoffBars, nullptr);

    auto *row = new FlowRow(theme(), 1120);
    row->add(m_processes, 5);
    row->add(m_dropoff, 4);
    canvas()->addWidget(row);
    buildSetters();
    canvas()->finish();
}

void BookingTab::buildSetters()
{
    m_setters = makePanel(u"setterFunnel"_s, tr("Setter funnel"),
        tr("What each setter made of the leads assigned to him in the period, step by step. Each ratio "
           "divides a step by "
           "the one before it, the last one divides the end by the beginning."));
    m_setters->setEmptyHint(tr("No lead was assigned to a setter. A longer period may show some."));
    m_setterTable = new TableBinding(ReadingTable::Setters, makeTable(u"setterTable"_s, 4));
    setContent(m_setters, m_setterTable->table());
    setMenu(m_setters, static_cast<const BarChart *>(nullptr), m_setterTable->table());
    canvas()->addWidget(m_setters);
}

void BookingTab::load()
{
    m_reading.load({});
}

void BookingTab::fill()
{
    const auto &reading = m_reading.reading();
    if (reading) {
        const BookingData *before = reading->comparison ? &*reading->comparison : nullptr;
        fillCards(reading->data, before);
        fillDropoff(reading->data);
        m_processTable->show(processRows(reading->data, before), before);
        m_setterTable->show(setterRows(reading->data, before), before);
        tellPeriod(reading->window);
    }
    for (KpiCard *card : cards())
        card->setStatus(statusOf(m_reading, false));
    setStatus(m_processes, statusOf(m_reading, reading && reading->data.summary.leadsProcessed == 0));
    setStatus(m_dropoff, statusOf(m_reading, m_dropoffBars->rows().isEmpty()));
    setStatus(m_setters,
        statusOf(m_reading, reading && std::ranges::all_of(reading->data.setters, [](const auto &setter) {
            return setter.assigned == 0;
        })));
    tellState(m_reading.error());
}

void BookingTab::fillCards(const BookingData &now, const BookingData *before)
{
    const BookingProcessStats &sum = now.summary;
    const BookingProcessStats *old = before ? &before->summary : nullptr;
    const QList<KpiCard *> all = cards();
    all.at(0)->setFigure(
        countFigure(sum.leadsProcessed, old ? std::optional(old->leadsProcessed) : std::nullopt));
    all.at(1)->setFigure(countFigure(sum.leadsBooked, old ? std::optional(old->leadsBooked) : std::nullopt));
    all.at(2)->setFigure(ratioFigure({sum.leadsBooked, sum.leadsProcessed},
        old ? std::optional(Ratio {old->leadsBooked, old->leadsProcessed}) : std::nullopt));
    all.at(3)->setFigure(meanFigure(sum.averageOutboundsToBook, sum.leadsBooked,
        old ? old->averageOutboundsToBook : std::nullopt, old ? old->leadsBooked : 0, BetterWhen::Lower));
}

void BookingTab::fillDropoff(const BookingData &now)
{
    QList<BarRow> rows;
    for (const BookingProcessStats &process : now.processes) {
        const qint64 left
            = std::accumulate(process.dropoffByWave.begin(), process.dropoffByWave.end(), qint64(0));
        if (left == 0)
            continue;
        BarRow row {
            .label = presentCell(CellKind::Process, {process.name.isEmpty() ? QVariant() : process.name, {}}),
            .definition
            = tr("Leads that have not booked, by wave, and their part of the leads in the process."),
            .value = double(left),
            .valueText = presentNumber(left, QLocale()),
            .shareText = presentShare(rateOf(left, process.leadsProcessed), QLocale()),
            .change = {},
            .parts = {}};
        for (int wave = 0; wave < process.dropoffByWave.size(); ++wave)
            row.parts.append({tr("Wave %1").arg(wave + 1), double(process.dropoffByWave.at(wave)), wave});
        rows.append(row);
    }
    m_dropoffBars->setRows(rows);
}

QList<PrintedSection> BookingTab::printedSections() const
{
    return {sectionOf(tr("Booking"), m_cards), sectionOf(m_processes, nullptr, m_processTable->table()),
        sectionOf(m_dropoff, m_dropoffBars), sectionOf(m_setters, nullptr, m_setterTable->table())};
}

} // namespace signalbox
