// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/bookingreader.h"

#include "core/storage/analytics/analyticsstatement_p.h"

#include <QHash>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultDays = 30;
constexpr int MaximumWave = 100;

/// A process while its waves are being added up.
struct Sums
{
    BookingProcessStats stats;
    qint64 outboundsToBook = 0;

    void add(qsizetype wave, qint64 leads, qint64 booked, qint64 outbounds)
    {
        stats.leadsProcessed += leads;
        stats.leadsBooked += booked;
        outboundsToBook += outbounds;
        if (leads == booked)
            return;
        if (stats.dropoffByWave.size() < wave)
            stats.dropoffByWave.resize(wave);
        stats.dropoffByWave[wave - 1] += leads - booked;
    }

    BookingProcessStats finished() const
    {
        BookingProcessStats done = stats;
        if (stats.leadsBooked > 0)
            done.averageOutboundsToBook = double(outboundsToBook) / double(stats.leadsBooked);
        return done;
    }
};

void addProcesses(const PgResult &names, const PgResult &progress, BookingData &data)
{
    QHash<QUuid, Sums> sums;
    Sums all;
    for (int row = 0; row < progress.rowCount(); ++row) {
        const auto number = [&](const char *name) { return progress.integer(row, progress.column(name)); };
        const QUuid process = progress.uuid(row, progress.column("process"));
        for (Sums *target : {&sums[process], &all})
            target->add(number("wave"), number("leads"), number("booked"), number("outbounds_to_book"));
    }
    for (int row = 0; row < names.rowCount(); ++row) {
        BookingProcessStats process = sums.value(names.uuid(row, 0)).finished();
        process.process = names.uuid(row, 0);
        process.name = names.text(row, 1);
        data.processes.append(std::move(process));
    }
    if (const auto unnamed = sums.constFind(QUuid()); unnamed != sums.constEnd())
        data.processes.append(unnamed->finished());
    data.summary = all.finished();
}

QList<SetterFunnel> settersOf(const PgResult &rows)
{
    QList<SetterFunnel> setters;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const auto number = [&](const char *name) { return rows.integer(row, rows.column(name)); };
        setters.append({.user = UserId {rows.uuid(row, rows.column("id"))},
            .email = rows.text(row, rows.column("email")),
            .assigned = number("assigned"),
            .responded = number("responded"),
            .positive = number("positive"),
            .meetingsRequested = number("requested"),
            .meetingsBooked = number("booked")});
    }
    return setters;
}

} // namespace

Result<BookingData> loadBooking(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const AnalyticsWindow range = windowOrLast(DefaultDays, window, scope.now);
    return readAnalytics(pg, scope, [&]() -> Result<BookingData> {
        const auto names = pg.run("BookingProcessList"_L1, PgParams() << scope.workspace);
        if (!names)
            return names.error();
        PgParams params = windowParams(scope, range);
        params << MaximumWave;
        const auto progress = pg.run("BookingProgress"_L1, params);
        if (!progress)
            return progress.error();
        const auto setters = pg.run("BookingSetters"_L1, windowParams(scope, range));
        if (!setters)
            return setters.error();
        BookingData data;
        addProcesses(*names, *progress, data);
        data.setters = settersOf(*setters);
        return data;
    });
}

} // namespace signalbox
