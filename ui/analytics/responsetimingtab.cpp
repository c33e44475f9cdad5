// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/responsetimingtab.h"

#include "ui/analytics/barchart.h"
#include "ui/analytics/bucketchart.h"
#include "ui/analytics/cardrow.h"
#include "ui/analytics/tabcanvas.h"
#include "ui/analytics/timingbar.h"

#include <QBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

OutcomeCounts sumOf(const QList<TimingBucket> &buckets)
{
    OutcomeCounts sum;
    for (const TimingBucket &bucket : buckets) {
        sum.booked += bucket.stats.booked;
        sum.notBooked += bucket.stats.notBooked;
        sum.pending += bucket.stats.pending;
        sum.bookedNoTimestamp += bucket.stats.bookedNoTimestamp;
    }
    return sum;
}

bool isEmpty(const QList<TimingBucket> &buckets)
{
    return sumOf(buckets) == OutcomeCounts();
}

qint64 eligibleOf(const OutcomeCounts &counts)
{
    return counts.booked + counts.notBooked;
}

Ratio rateOf(const OutcomeCounts &counts)
{
    return {counts.booked, eligibleOf(counts)};
}

/// Whatever tells two readings of this tab apart.
QString partsOf(const ResponseTimingFilter &filter)
{
    return u"%1|%2|%3|%4"_s.arg(filter.channel, filter.responder)
        .arg(filter.attributionWindowDays)
        .arg(filter.maturityBufferDays);
}

int daysOf(const QMap<QString, QString> &state, const QString &key, int standard, int most)
{
    bool isNumber = false;
    const int days = state.value(key).toInt(&isNumber);
    return isNumber ? std::clamp(days, 1, most) : standard;
}

} // namespace

double bucketPosition(double ms)
{
    constexpr std::array Ends {1.0, 5.0, 15.0, 60.0, 240.0, 1440.0}; // minutes
    const double minutes = std::max(ms, 0.0) / 60000;
    if (minutes < Ends.front())
        return minutes;
    for (size_t i = 1; i < Ends.size(); ++i) {
        if (minutes < Ends[i])
            return double(i) + std::log(minutes / Ends[i - 1]) / std::log(Ends[i] / Ends[i - 1]);
    }
    return double(Ends.size()) + 1 - Ends.back() / minutes; // the last bucket has no end
}

ResponseTimingTab::ResponseTimingTab(const PageContext &context, AnalyticsSession &session, QWidget *parent)
    : ReadingTab(u"response-timing"_s, context, session, parent)
    , m_reading(
          this, session, u"response-timing"_s,
          [this](const AnalyticsRequest &request) {
              return this->session().gateway().fetchResponseTiming(request, m_bar->filter());
          },
          [this] { fill(); })
{
    build();
}

void ResponseTimingTab::build()
{
    m_bar = new TimingBar(theme(), this);
    connect(m_bar, &TimingBar::filterChanged, this, [this] {
        load();
        Q_EMIT stateChanged();
    });
    canvas()->addWidget(m_bar);
    m_cards = makeCards();
    addCard(m_cards, u"medianResponse"_s, tr("Median first response"),
        tr("Half of the leads got their first answer within this time, by the clock, nights and weekends "
           "included."));
    addCard(m_cards, u"p90Response"_s, tr("90 % answered within"),
        tr("Nine of ten leads got their first answer within this time (p90); the last tenth waited longer."));
    addCard(m_cards, u"eligibleLeads"_s, tr("Eligible leads"),
        tr("Answered leads whose outcome is known: they booked, or had time to and did not."));
    addCard(m_cards, u"timingRate"_s, tr("Booking rate"),
        tr("Of the eligible leads, those that booked after the first answer. “—”: nobody's outcome is known "
           "yet."));
    canvas()->addWidget(m_cards);

    auto *times = new FlowRow(theme(), 1000);
    m_times = makeBuckets(ReadingTable::ResponseTimes, u"firstResponse"_s, tr("First response time"),
        tr("How often leads book, by how long they waited for the first answer. Each lead that wrote in the "
           "period counts "
           "once, for the earliest answer it got."),
        times);
    m_times.panel->setEmptyHint(tr("No lead was answered. Other filters or a longer period may show some."));
    times->add(m_times.chart, 6);
    times->add(m_times.table->table(), 5);
    canvas()->addWidget(m_times.panel);
    buildResponders();

    for (const auto &[buckets, kind, id, title, definition] :
        {std::tuple {&m_delays, ReadingTable::ChosenDelays, u"chosenDelay"_s, tr("AI chosen delay"),
             tr("How often leads book, by how long the AI chose to wait before it answered. Only first "
                "answers of the "
                "AI; delays outside 180 to 420 seconds are left out.")},
            std::tuple {&m_drifts, ReadingTable::Drifts, u"aiDrift"_s, tr("AI drift"),
                tr("How often leads book, by how far from its planned time the AI's first answer really went "
                   "out.")}}) {
        auto *content = new QWidget;
        auto *stack = new QVBoxLayout(content);
        stack->setContentsMargins(0, 0, 0, 0);
        stack->setSpacing(Spacing::M);
        *buckets = makeBuckets(kind, id, title, definition, content);
        buckets->panel->setEmptyHint(tr("The AI gave no first answer. Other filters may show some."));
        stack->addWidget(buckets->chart);
        stack->addWidget(buckets->table->table());
    }
    canvas()->addRow({{m_delays.panel, 1}, {m_drifts.panel, 1}});
    canvas()->finish();
}

void ResponseTimingTab::buildResponders()
{
    m_responders = makePanel(u"responders"_s, tr("Responders"),
        tr("Who gave the first answer, and how often the lead booked. The channel counts here; the choice of "
           "a responder "
           "does not, so that all can be compared."));
    m_responders->setEmptyHint(tr("No lead was answered. Other filters or a longer period may show some."));
    m_responderBars = makeBars(u"responderBars"_s);
    m_responderTable = new TableBinding(ReadingTable::Responders, makeTable(u"responderTable"_s, 5));
    auto *row = new FlowRow(theme(), 1000);
    row->add(m_responderBars, 4);
    row->add(m_responderTable->table(), 5);
    setContent(m_responders, row);
    setMenu(m_responders, m_responderBars, m_responderTable->table());
    canvas()->addWidget(m_responders);
}

ResponseTimingTab::Buckets ResponseTimingTab::makeBuckets(
    ReadingTable kind, const QString &id, const QString &title, const QString &definition, QWidget *content)
{
    Buckets buckets;
    buckets.panel = makePanel(id, title, definition);
    buckets.chart = new BucketChart(theme());
    buckets.chart->setObjectName(id + u"Chart"_s);
    buckets.chart->setAccessibleName(title);
    buckets.table
        = new TableBinding(kind, makeTable(id + u"Table"_s, kind == ReadingTable::ResponseTimes ? 7 : 5));
    buckets.table->table()->setAccessibleName(title); // it goes into the content later
    setContent(buckets.panel, content);
    setMenu(buckets.panel, buckets.chart, buckets.table->table());
    return buckets;
}

void ResponseTimingTab::load()
{
    m_reading.load(partsOf(m_bar->filter()));
}

void ResponseTimingTab::fill()
{
    const auto &reading = m_reading.reading();
    if (reading) {
        const ResponseTimingData &now = reading->data;
        const ResponseTimingData *before = reading->comparison ? &*reading->comparison : nullptr;
        tellTerms({now.filter.attributionWindowDays, now.filter.maturityBufferDays});
        m_bar->setResponders(now.responders);
        fillCards(now, before);
        fillResponders(now, before);
        fillBuckets(m_times, now.responseTime, before ? &before->responseTime : nullptr, 0);
        fillBuckets(m_delays, now.aiChosenDelay, before ? &before->aiChosenDelay : nullptr, 1);
        fillBuckets(m_drifts, now.aiDrift, before ? &before->aiDrift : nullptr, 1);
        tellPeriod(reading->window);
    }
    for (KpiCard *card : cards())
        card->setStatus(statusOf(m_reading, false));
    const auto isEmptyPart = [&](QList<TimingBucket> ResponseTimingData::*part) {
        return reading && isEmpty(reading->data.*part);
    };
    setStatus(m_times.panel, statusOf(m_reading, isEmptyPart(&ResponseTimingData::responseTime)));
    setStatus(m_delays.panel, statusOf(m_reading, isEmptyPart(&ResponseTimingData::aiChosenDelay)));
    setStatus(m_drifts.panel, statusOf(m_reading, isEmptyPart(&ResponseTimingData::aiDrift)));
    const bool hasNobody = reading
        && std::ranges::all_of(reading->data.responders,
            [](const auto &responder) { return responder.stats == OutcomeCounts(); });
    setStatus(m_responders, statusOf(m_reading, hasNobody));
    tellState(m_reading.error());
}

void ResponseTimingTab::tellTerms(const BookingTerms &terms)
{
    for (TableBinding *table : {m_responderTable, m_times.table, m_delays.table, m_drifts.table})
        table->setTerms(terms);
}

void ResponseTimingTab::fillCards(const ResponseTimingData &now, const ResponseTimingData *before)
{
    const OutcomeCounts sum = sumOf(now.responseTime);
    const OutcomeCounts old = before ? sumOf(before->responseTime) : OutcomeCounts();
    const QList<KpiCard *> all = cards();
    all.at(0)->setFigure(gapFigure(now.medianResponseMs, eligibleOf(sum) + sum.pending,
        before ? before->medianResponseMs : std::nullopt, eligibleOf(old) + old.pending));
    all.at(1)->setFigure(gapFigure(now.p90ResponseMs, eligibleOf(sum) + sum.pending,
        before ? before->p90ResponseMs : std::nullopt, eligibleOf(old) + old.pending));
    KpiFigure eligible = countFigure(
        eligibleOf(sum), before ? std::optional(eligibleOf(old)) : std::nullopt, BetterWhen::Neither);
    eligible.note = tr("%1 pending").arg(presentNumber(sum.pending, QLocale()));
    all.at(2)->setFigure(eligible);
    all.at(3)->setFigure(ratioFigure(rateOf(sum), before ? std::optional(rateOf(old)) : std::nullopt));
}

void ResponseTimingTab::fillResponders(const ResponseTimingData &now, const ResponseTimingData *before)
{
    QList<BarRow> rows;
    for (const ResponderSummary &responder : now.responders) {
        const std::optional<double> rate = rateOf(responder.stats).value();
        rows.append({.label = presentCell(CellKind::Responder, {responder.label, {}}),
            .definition = tr("Booked divided by eligible leads of this responder."),
            .value = rate.value_or(0),
            .valueText = presentShare(rate, QLocale()),
            .shareText = u"n\u202f=\u202f%1"_s.arg(presentNumber(eligibleOf(responder.stats), QLocale())),
            .change = {},
            .parts = {}});
    }
    m_responderBars->setRows(rows);
    m_responderTable->show(responderRows(now, before), before);
}

void ResponseTimingTab::fillBuckets(
    const Buckets &buckets, const QList<TimingBucket> &now, const QList<TimingBucket> *before, int series)
{
    BucketChartData data {.bars = {}, .marks = {}, .beforeName = comparisonName(), .series = series};
    for (const TimingBucket &bucket : now) {
        BucketBar bar {.label = presentBucket(bucket.bucket),
            .definition = explainCell(CellKind::TimeBucket, {bucket.bucket, {}}),
            .rate = rateOf(bucket.stats).value(),
            .rateBefore = {},
            .samples = eligibleOf(bucket.stats),
            .details = tr("%1 booked, %2 pending")
                           .arg(presentNumber(bucket.stats.booked, QLocale()),
                               presentNumber(bucket.stats.pending, QLocale()))};
        for (const TimingBucket &old : before ? *before : QList<TimingBucket>()) {
            if (old.bucket == bucket.bucket)
                bar.rateBefore = rateOf(old.stats).value();
        }
        data.bars.append(bar);
    }
    const ResponseTimingData &all = m_reading.reading()->data;
    if (&buckets == &m_times && all.medianResponseMs)
        data.marks.append({bucketPosition(*all.medianResponseMs),
            tr("median %1").arg(presentGap(all.medianResponseMs, QLocale()))});
    if (&buckets == &m_times && all.p90ResponseMs)
        data.marks.append(
            {bucketPosition(*all.p90ResponseMs), tr("p90 %1").arg(presentGap(all.p90ResponseMs, QLocale()))});
    buckets.chart->setData(data);
    buckets.table->show(bucketRows(now, before), before);
}

bool ResponseTimingTab::stepBack()
{
    ResponseTimingFilter filter = m_bar->filter();
    if (filter.channel.isEmpty() && filter.responder.isEmpty())
        return false;
    filter.channel.clear();
    filter.responder.clear();
    m_bar->setFilter(filter);
    load();
    Q_EMIT stateChanged();
    return true;
}

ExportRequest ResponseTimingTab::exportRequest() const
{
    ExportRequest request = ReadingTab::exportRequest();
    request.timing = m_bar->filter();
    return request;
}

QMap<QString, QString> ResponseTimingTab::state() const
{
    const ResponseTimingFilter standard;
    const ResponseTimingFilter &filter = m_bar->filter();
    QMap<QString, QString> state;
    if (!filter.channel.isEmpty())
        state.insert(u"channel"_s, filter.channel);
    if (!filter.responder.isEmpty())
        state.insert(u"responder"_s, filter.responder);
    if (filter.attributionWindowDays != standard.attributionWindowDays)
        state.insert(u"attributionWindowDays"_s, QString::number(filter.attributionWindowDays));
    if (filter.maturityBufferDays != standard.maturityBufferDays)
        state.insert(u"maturityBufferDays"_s, QString::number(filter.maturityBufferDays));
    return state;
}

void ResponseTimingTab::restoreState(const QMap<QString, QString> &state)
{
    ResponseTimingFilter filter;
    const QString channel = state.value(u"channel"_s);
    if (QStringList {u"sms"_s, u"email"_s, u"linkedin"_s}.contains(channel))
        filter.channel = channel;
    const QString responder = state.value(u"responder"_s);
    if (responder == "ai"_L1 || (responder.startsWith("user:"_L1) && !QUuid(responder.mid(5)).isNull()))
        filter.responder = responder;
    filter.attributionWindowDays
        = daysOf(state, u"attributionWindowDays"_s, filter.attributionWindowDays, 365);
    filter.maturityBufferDays = daysOf(state, u"maturityBufferDays"_s, filter.maturityBufferDays, 60);
    if (filter == m_bar->filter())
        return;
    m_bar->setFilter(filter);
    if (isActive())
        load();
}

QList<PrintedSection> ResponseTimingTab::printedSections() const
{
    return {sectionOf(tr("Response timing"), m_cards),
        sectionOf(m_times.panel, m_times.chart, m_times.table->table()),
        sectionOf(m_responders, m_responderBars, m_responderTable->table()),
        sectionOf(m_delays.panel, m_delays.chart, m_delays.table->table()),
        sectionOf(m_drifts.panel, m_drifts.chart, m_drifts.table->table())};
}

} // namespace signalbox
