// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/gaps.h"

#include "core/storage/analytics/localdays.h"
#include "core/storage/sqlcatalog.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct GapSum
{
    qint64 samples = 0;
    double totalMs = 0;

    void add(qint64 more, double ms)
    {
        samples += more;
        totalMs += ms;
    }
    ResponseGap mean() const
    {
        return {samples == 0 ? std::nullopt : std::optional(totalMs / double(samples)), samples};
    }
};

GapFigures readGaps(const PgResult &rows)
{
    GapFigures figures;
    GapSum setters;
    GapSum clients;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const bool isAnswer = rows.text(row, 0) == "outbound"_L1;
        const qint64 samples = rows.integer(row, 2);
        const double totalMs = rows.number(row, 3);
        (isAnswer ? setters : clients).add(samples, totalMs);
        if (const QUuid sender = rows.uuid(row, 1); isAnswer && !sender.isNull()) {
            figures.people.append({UserId {sender}, QString(), QString(), GapSum {samples, totalMs}.mean()});
        }
    }
    figures.setters = setters.mean();
    figures.clients = clients.mean();
    std::sort(figures.people.begin(), figures.people.end(), [](const auto &a, const auto &b) {
        return a.gap.samples != b.gap.samples ? a.gap.samples > b.gap.samples : a.user < b.user;
    });
    return figures;
}

Result<void> runBlock(PgConnection &pg, QLatin1StringView name)
{
    return pg.runScript(SqlCatalog::builtIn().text(QByteArrayView(name.data(), name.size())));
}

} // namespace

Result<GapFigures> loadGaps(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const auto cut = cutWindow(pg, scope, window);
    if (!cut)
        return cut.error();
    if (const auto begun = runBlock(pg, "AnalyticsGapsBegin"_L1); !begun)
        return begun.error();
    const auto rows = pg.run("AnalyticsGaps"_L1, gridParams(scope, *cut));
    if (!rows && rows.error().kind != Error::Kind::TimedOut)
        return rows.error();
    // Rolling back brings back the deadline of the transaction; nothing was written.
    if (const auto undone = runBlock(pg, "AnalyticsGapsUndo"_L1); !undone)
        return undone.error();
    return rows ? readGaps(*rows) : GapFigures();
}

Result<void> nameSetters(PgConnection &pg, const AnalyticsScope &scope, QList<SetterResponse> &people)
{
    QList<QUuid> ids;
    for (const SetterResponse &person : std::as_const(people))
        ids.append(person.user.value);
    const auto rows = pg.run("AnalyticsPeople"_L1, PgParams() << scope.workspace << ids);
    if (!rows)
        return rows.error();
    for (int row = 0; row < rows->rowCount(); ++row) {
        for (SetterResponse &person : people) {
            if (person.user.value == rows->uuid(row, 0)) {
                person.email = rows->text(row, 1);
                person.role = rows->text(row, 2);
            }
        }
    }
    return {};
}

} // namespace signalbox
