// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// DESIGN P9 for the CRM table: pages at any depth, the summary, and an export of everything, as the service
// reads them. `--conninfo TEXT` measures the largest workspace of a database that is there. Prints one JSON
// line.
#include "core/analytics/crmcursor.h"
#include "core/export/csvsink.h"
#include "core/export/exporttables.h"
#include "core/export/xlsxsink.h"
#include "core/storage/analytics/crmexport.h"
#include "core/storage/analytics/crmreader.h"
#include "tests/bench/benchdatabase.h"
#include "tests/bench/benchreport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
    return *std::move(result);
}

void mustDo(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
}

double milliseconds(const std::function<void()> &work)
{
    Samples sample;
    sample.measure(work);
    return rounded(sample.median() / 1000);
}

/// Cold: the first call on a connection, plan included; warm: the median of what follows.
QJsonObject coldAndWarm(int rounds, const std::function<void()> &work)
{
    const double cold = milliseconds(work);
    Samples warm;
    for (int i = 0; i < rounds; ++i)
        warm.measure(work);
    return {{u"coldMs"_s, cold}, {u"warmMs"_s, rounded(warm.median() / 1000)},
        {u"warmP95Ms"_s, rounded(warm.percentile(0.95) / 1000)}};
}

/// The cursor behind the thousandth page of the index's order, found in one go.
QString deepCursor(PgConnection &pg, const InboxReader &reader, const CrmQuery &query, Instant now)
{
    QString cursor;
    for (int page = 0; page < 500; ++page) {
        const CrmPage next = must(loadCrmPage(pg, reader, query, cursor, MaximumCrmLimit, now));
        if (next.nextCursor.isEmpty())
            return cursor;
        cursor = next.nextCursor;
    }
    return cursor;
}

QJsonObject exportAll(PgConnection &pg, const InboxReader &reader, const CrmQuery &query, bool isSheet)
{
    QTemporaryDir directory;
    const QString path = directory.filePath(isSheet ? u"all.xlsx"_s : u"all.csv"_s);
    const TableOptions options {.zone = QTimeZone("America/New_York"), .isSingleTable = true};
    std::unique_ptr<TableSink> sink;
    if (isSheet)
        sink = must(XlsxSink::create(path, options, {}));
    else
        sink = must(CsvSink::create(path, options));
    qint64 count = 0;
    double finishing = 0;
    const double all = milliseconds([&] {
        mustDo(sink->begin(crmTableHead()));
        const auto take = [&sink](const QList<CrmRow> &rows) -> Result<void> {
            for (const CrmRow &row : rows) {
                if (const auto written = sink->row(crmCells(row)); !written)
                    return written;
            }
            return {};
        };
        count = must(streamCrmRows(pg, reader, query, take, [](qint64, qint64) {}, {}));
        finishing = milliseconds([&] { mustDo(sink->finish()); });
    });
    return {{u"rows"_s, count}, {u"ms"_s, all}, {u"finishMs"_s, finishing},
        {u"megabytes"_s, rounded(double(QFileInfo(path).size()) / 1e6)}};
}

/// Where the second page begins of a sort that starts near its end: what a page deep in it costs.
QString lateCursor(PgConnection &pg, const InboxReader &reader, CrmQuery query, Instant now)
{
    query.isDescending = !query.isDescending;
    const CrmPage other = must(loadCrmPage(pg, reader, query, {}, MaximumCrmLimit, now));
    const CrmRow &row = other.rows.last();
    query.isDescending = !query.isDescending;
    const CrmCursor cursor {row.id, now, row.companyName.toLower().left(50)};
    return encodeCrmCursor(cursor, query, reader.scope());
}

CrmQuery sortedBy(CrmQuery query, const QString &sort)
{
    query.sort = sort;
    return query;
}

CrmQuery ofStatus(CrmQuery query, const QString &status)
{
    query.leadStatus = status;
    return query;
}

QJsonObject measure(PgConnection &pg, const InboxReader &reader, const InboxReader &setter)
{
    const Instant now = SystemClock().now();
    CrmQuery query;
    query.workspace = reader.workspace;
    const auto pageOf = [&](const CrmQuery &of, const QString &cursor) {
        return [&pg, &reader, of, cursor, now] {
            must(loadCrmPage(pg, reader, of, cursor, DefaultCrmLimit, now));
        };
    };
    const QString deep = deepCursor(pg, reader, query, now);
    const CrmQuery byCompany = sortedBy(query, u"companyName"_s);
    const QString late = lateCursor(pg, reader, byCompany, now);
    CrmQuery nobody = query;
    nobody.campaign = u"no campaign has this"_s;
    CrmQuery month = query;
    month.from = now - std::chrono::hours(24 * 30);
    month.to = now;
    const CrmQuery qualified = ofStatus(query, u"qualified"_s);
    CrmQuery meetings = query;
    meetings.leadCategory = u"meeting"_s;
    CrmQuery spring = query;
    spring.campaign = u"spring"_s;
    const auto summaryOf = [&pg, now](const InboxReader &who, const CrmQuery &of) {
        return [&pg, who, of, now] { must(loadCrmSummary(pg, who, of, now)); };
    };
    const auto ownPage = [&pg, &setter, now](const CrmQuery &of) {
        return [&pg, &setter, of, now] { must(loadCrmPage(pg, setter, of, {}, DefaultCrmLimit, now)); };
    };
    return {{u"firstPage"_s, coldAndWarm(30, pageOf(query, {}))},
        {u"page1000"_s, coldAndWarm(30, pageOf(query, deep))},
        {u"sortedByCompany"_s, coldAndWarm(5, pageOf(byCompany, {}))},
        {u"sortedByCompanyLate"_s, coldAndWarm(5, pageOf(byCompany, late))},
        {u"sortedByStatus"_s, coldAndWarm(5, pageOf(sortedBy(query, u"leadStatus"_s), {}))},
        {u"sortedByCategory"_s, coldAndWarm(5, pageOf(sortedBy(query, u"leadCategory"_s), {}))},
        {u"sortedByCampaign"_s, coldAndWarm(5, pageOf(sortedBy(query, u"campaign"_s), {}))},
        {u"sortedBySetter"_s, coldAndWarm(5, pageOf(sortedBy(query, u"setters"_s), {}))},
        {u"sortedByScore"_s, coldAndWarm(5, pageOf(sortedBy(query, u"leadScore"_s), {}))},
        {u"sortedByMeeting"_s, coldAndWarm(5, pageOf(sortedBy(query, u"dateOfMeeting"_s), {}))},
        {u"sortedByNotes"_s, coldAndWarm(5, pageOf(sortedBy(query, u"notes"_s), {}))},
        {u"statusByDate"_s, coldAndWarm(5, pageOf(qualified, {}))},
        {u"statusByCompany"_s, coldAndWarm(5, pageOf(ofStatus(byCompany, u"qualified"_s), {}))},
        {u"ownByDate"_s, coldAndWarm(5, ownPage(query))},
        {u"ownByCompany"_s, coldAndWarm(5, ownPage(byCompany))},
        {u"textThatMatchesNothing"_s, coldAndWarm(3, pageOf(nobody, {}))},
        {u"summary30Days"_s, coldAndWarm(10, summaryOf(reader, month))},
        {u"summaryAllTime"_s, coldAndWarm(10, summaryOf(reader, query))},
        {u"summaryOfStatus"_s, coldAndWarm(5, summaryOf(reader, qualified))},
        {u"summaryOfCategory"_s, coldAndWarm(5, summaryOf(reader, meetings))},
        {u"summaryOfCampaign"_s, coldAndWarm(5, summaryOf(reader, spring))},
        {u"summaryOfASetter"_s, coldAndWarm(5, summaryOf(setter, query))},
        {u"csv"_s, exportAll(pg, reader, query, false)}, {u"xlsx"_s, exportAll(pg, reader, query, true)}};
}

/// The workspace with most rows of a database, as its owner.
InboxReader largest(PgConnection &pg)
{
    const auto rows
        = must(pg.runSql("select w.id, w.owner_user_id from workspace w"
                         " order by (select count(*) from lead_crm_row c where c.workspace_id = w.id) desc"
                         " limit 1"));
    return {UserId {rows.uuid(0, 1)}, WorkspaceId {rows.uuid(0, 0)}, u"OWNER"_s};
}

/// One of its setters.
InboxReader setterOf(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows
        = must(pg.runSql("select m.user_id from workspace_member m where m.workspace_id = $1::uuid"
                         " and m.role = 'SETTER' order by m.user_id limit 1",
            PgParams() << workspace));
    return {UserId {rows.uuid(0, 0)}, workspace, u"SETTER"_s};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (const qsizetype at = arguments.indexOf(u"--conninfo"_s); at > 0 && at + 1 < arguments.size()) {
        const auto admin = benchConnection(arguments.at(at + 1));
        const InboxReader reader = largest(*admin);
        const auto app = benchConnection(arguments.at(at + 1) + u" options='-c role=signalbox_app'"_s);
        report("crmrows", measure(*app, reader, setterOf(*admin, reader.workspace)));
        return 0;
    }
    const auto database = BenchDatabase::open(argc, argv);
    const auto app = benchConnection(database->appConninfo());
    report("crmrows", measure(*app, database->big(), database->setter()));
    return 0;
}
