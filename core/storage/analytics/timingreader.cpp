// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/timingreader.h"

#include "core/storage/analytics/analyticsstatement_p.h"
#include "core/storage/analytics/outcometally_p.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultDays = 30;

// As the specification spells them (domain §7.7), in the order in which TimingOutcomes counts them from 1.
// "early" means more than ten seconds early.
const QStringList &timeBuckets()
{
    static const QStringList names {
        u"<1min"_s, u"1-5min"_s, u"5-15min"_s, u"15-60min"_s, u"1-4hr"_s, u"4-24hr"_s, u">24hr"_s};
    return names;
}

const QStringList &delayBuckets()
{
    static const QStringList names {
        u"180-210s"_s, u"210-270s"_s, u"270-330s"_s, u"330-390s"_s, u"390-420s"_s};
    return names;
}

const QStringList &driftBuckets()
{
    static const QStringList names {
        u"<10s early"_s, u"on-time (±10s)"_s, u"10-60s late"_s, u"1-5min late"_s, u">5min late"_s};
    return names;
}

QList<TimingBucket> emptyBuckets(const QStringList &names)
{
    QList<TimingBucket> buckets;
    for (const QString &name : names)
        buckets.append({name, {}});
    return buckets;
}

/// A responder while the picks are being added up.
struct ResponderSums
{
    ResponderSummary summary;
    qint64 picks = 0;
    double totalMs = 0;

    ResponderSummary finished() const
    {
        ResponderSummary done = summary;
        if (picks > 0)
            done.averageResponseMs = totalMs / double(picks);
        return done;
    }
};

/// One row of kind `count`.
struct Cell
{
    QString responder; ///< ai, user:<id>, or empty: somebody unknown
    QString email;
    qint64 outcome = 0; ///< as BookingOutcome counts
    std::array<qint64, 3> buckets {}; ///< of time, delay and drift; 0: in none
    qint64 picks = 0;
    double totalMs = 0;
};

Cell cellOf(const PgResult &rows, int row)
{
    const auto column = [&](const char *name) { return rows.column(name); };
    Cell cell;
    if (rows.boolean(row, column("is_ai")))
        cell.responder = u"ai"_s;
    else if (!rows.isNull(row, column("setter")))
        cell.responder = u"user:"_s + UserId {rows.uuid(row, column("setter"))}.toString();
    cell.email = rows.text(row, column("email"));
    cell.outcome = rows.integer(row, column("outcome"));
    cell.buckets = {rows.integer(row, column("time_bucket")), rows.integer(row, column("delay_bucket")),
        rows.integer(row, column("drift_bucket"))};
    cell.picks = rows.integer(row, column("picks"));
    cell.totalMs = rows.number(row, column("total_ms"));
    return cell;
}

void addTo(ResponderSums &sums, const Cell &cell)
{
    tally(sums.summary.stats, cell.outcome, cell.picks);
    sums.picks += cell.picks;
    sums.totalMs += cell.totalMs;
}

void addTo(QList<TimingBucket> &buckets, qint64 number, const Cell &cell)
{
    if (number > 0)
        tally(buckets[number - 1].stats, cell.outcome, cell.picks);
}

/// All, AI, then at most `limit` setters, those with most decided leads first.
class Responders
{
public:
    void add(const Cell &cell)
    {
        addTo(m_all, cell);
        if (cell.responder == "ai"_L1)
            addTo(m_ai, cell);
        else if (!cell.responder.isEmpty())
            addTo(setter(cell), cell);
    }

    QList<ResponderSummary> finished(qsizetype limit) const
    {
        QList<ResponderSummary> setters;
        for (const ResponderSums &sums : m_setters)
            setters.append(sums.finished());
        std::sort(setters.begin(), setters.end(), [](const auto &a, const auto &b) {
            return std::tuple(b.stats.eligible(), a.label, a.key)
                < std::tuple(a.stats.eligible(), b.label, b.key);
        });
        return QList {m_all.finished(), m_ai.finished()} + setters.first(std::min(limit, setters.size()));
    }

private:
    ResponderSums &setter(const Cell &cell)
    {
        ResponderSums &sums = m_setters[cell.responder];
        sums.summary.key = cell.responder;
        sums.summary.label = cell.email;
        return sums;
    }

    ResponderSums m_all {{.key = u"all"_s, .label = u"All"_s}};
    ResponderSums m_ai {{.key = u"ai"_s, .label = u"AI"_s}};
    QHash<QString, ResponderSums> m_setters;
};

ResponseTimingData timingOf(const PgResult &rows, const ResponseTimingFilter &filter)
{
    ResponseTimingData data {.responseTime = emptyBuckets(timeBuckets()),
        .aiChosenDelay = emptyBuckets(delayBuckets()),
        .aiDrift = emptyBuckets(driftBuckets()),
        .filter = filter};
    Responders responders;
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (rows.text(row, rows.column("kind")) == "times"_L1) {
            if (rows.isNull(row, rows.column("median_ms")))
                continue;
            data.medianResponseMs = rows.number(row, rows.column("median_ms"));
            data.p90ResponseMs = rows.number(row, rows.column("p90_ms"));
            continue;
        }
        const Cell cell = cellOf(rows, row);
        responders.add(cell);
        if (!filter.responder.isEmpty() && filter.responder != cell.responder)
            continue;
        addTo(data.responseTime, cell.buckets[0], cell);
        addTo(data.aiChosenDelay, cell.buckets[1], cell);
        addTo(data.aiDrift, cell.buckets[2], cell);
    }
    data.responders = responders.finished(filter.topRespondersLimit);
    return data;
}

} // namespace

Result<ResponseTimingData> loadResponseTiming(PgConnection &pg, const AnalyticsScope &scope,
    const AnalyticsWindow &window, const ResponseTimingFilter &filter)
{
    const AnalyticsWindow range = windowOrLast(DefaultDays, window, scope.now);
    constexpr QLatin1StringView setterPrefix("user:");
    ResponseTimingFilter applied = filter;
    if (applied.responder == "all"_L1)
        applied.responder.clear();
    const bool isSetter = applied.responder.startsWith(setterPrefix);
    PgParams params = windowParams(scope, range);
    params.addNullable(applied.channel);
    params << applied.attributionWindowDays
           << range.to.value_or(scope.now) - std::chrono::days(applied.maturityBufferDays);
    params << (isSetter ? "user"_L1 : applied.responder.isEmpty() ? "all"_L1 : "ai"_L1);
    params.addNullable(isSetter ? applied.responder.mid(setterPrefix.size()) : QString());
    // PostgreSQL 15 collects arrays in no worker: they would but sort for the one that does.
    AnalyticsScope serial = scope;
    serial.isSerial = true;
    return readAnalytics(pg, serial, [&]() -> Result<ResponseTimingData> {
        const auto rows = pg.run("TimingOutcomes"_L1, params);
        if (!rows)
            return rows.error();
        return timingOf(*rows, applied);
    });
}

} // namespace signalbox
