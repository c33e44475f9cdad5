// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmwire.h"
#include "core/client/remoteanalyticsgateway.h"
#include "tests/client/scriptedserver.h"
#include "tests/support/manualclock.h"
#include "tests/support/waitlimit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"33333333-3333-4333-8333-333333333333"_s)};
const QUuid Known = QUuid::fromString(u"99999999-9999-4999-8999-999999999999"_s);
const QByteArray OfAcme = "?clientId=33333333-3333-4333-8333-333333333333";
const QByteArray ExportPath = "/api/analytics/exports/99999999-9999-4999-8999-999999999999";

QByteArray ok(const QJsonObject &body, int status = 200, const QByteArray &headers = {})
{
    return ScriptedServer::answer(status, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
}

AnalyticsRequest week()
{
    return {.workspace = Acme,
        .window = {parseIso(u"2026-02-11T05:52:00Z"), parseIso(u"2026-02-18T05:52:00Z")},
        .compare = Comparison::Previous};
}

AnalyticsMeta metaOfWeek()
{
    const AnalyticsWindow before {parseIso(u"2026-02-04T05:52:00Z"), parseIso(u"2026-02-11T05:52:00Z")};
    return {.window = week().window,
        .comparisonWindow = before,
        .timezone = u"Europe/Berlin"_s,
        .computedAt = *parseIso(u"2026-02-18T05:51:30Z")};
}

CrmRow row()
{
    CrmRow made;
    made.id = Known;
    made.lead = LeadId {Known};
    made.responseType = u"OTHER"_s;
    made.responseMode = u"AI"_s;
    made.leadStatus = u"qualified"_s;
    made.notes = u"Call"_s;
    made.updatedAt = *parseIso(u"2026-02-18T05:52:00.123456Z");
    return made;
}

} // namespace

/// What the console puts on the wire for analytics, and what it makes of the answers.
class tst_RemoteAnalyticsGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<ApiClient>(ApiClient::Config {.server = m_server->url()}, m_clock);
        m_client->setSession({u"one"_s, u"r1"_s, m_clock.now() + std::chrono::hours(1), {}});
        m_analytics = std::make_unique<RemoteAnalyticsGateway>(*m_client);
    }
    void cleanup()
    {
        QTRY_COMPARE(m_client->callsInFlight(), 0);
        QCOMPARE(m_server->nothingLeft(), QString());
        m_analytics.reset();
        m_client.reset();
    }

    void overview_isReadWithItsComparison()
    {
        OverviewData data;
        data.core.totalLeads = 12;
        OverviewData before;
        before.core.totalLeads = 7;
        m_server->expect("GET /api/analytics/overview" + OfAcme,
            ok(encodeReading(encodeOverview(data), encodeOverview(before), metaOfWeek())));
        const auto reading = wait(m_analytics->fetchOverview(week(), OverviewParts::Core));
        QVERIFY2(reading, reading ? "" : qPrintable(describe(reading.error())));
        QCOMPARE(reading->data.core.totalLeads, 12);
        QCOMPARE(reading->comparison->core.totalLeads, 7);
        QCOMPARE(reading->window, week().window);
        QCOMPARE(reading->timezone, u"Europe/Berlin"_s);
        QCOMPARE(sentItem(u"parts"_s), u"core"_s);
        QCOMPARE(sentItem(u"compare"_s), u"previous"_s);
        QCOMPARE(parseIso(sentItem(u"from"_s)), week().window.from);
    }

    /// What did not change travels once: the kept answer stands behind a 304.
    void tab_unchanged_isTheKeptOne()
    {
        const QJsonObject body = encodeReading(
            encodeWorkflows({.totalBooked = 3}), encodeWorkflows({.totalBooked = 1}), metaOfWeek());
        const QByteArray path = "GET /api/analytics/workflows" + OfAcme;
        m_server->expect(path, ok(body, 200, "ETag: \"a\"\r\n"));
        QCOMPARE(wait(m_analytics->fetchWorkflows(week()))->data.totalBooked, 3);
        m_server->expect(path, ScriptedServer::answer(304, {}, "ETag: \"a\"\r\n"));
        QCOMPARE(wait(m_analytics->fetchWorkflows(week()))->data.totalBooked, 3);
        QCOMPARE(m_server->requests().last().headers.value("if-none-match"), QByteArray("\"a\""));
    }

    /// Told in a header, so that the body stays what it was; also when it is one that is known.
    void tab_stale_isMarked_andAskedAgainWithNoCache()
    {
        const QJsonObject body
            = encodeReading(encodeWorkflows({.totalBooked = 3}), std::nullopt, metaOfWeek());
        const QByteArray path = "GET /api/analytics/workflows" + OfAcme;
        m_server->expect(path, ok(body, 200, "ETag: \"a\"\r\nx-zrg-stale: 1\r\nAge: 40\r\n"));
        QVERIFY(wait(m_analytics->fetchWorkflows(week()))->isStale);
        QVERIFY(!m_server->requests().last().headers.contains("cache-control"));
        m_server->expect(path, ScriptedServer::answer(304, {}, "ETag: \"a\"\r\nx-zrg-stale: 1\r\n"));
        QVERIFY(wait(m_analytics->fetchWorkflows(week()))->isStale);
        AnalyticsRequest again = week();
        again.mayBeStale = false;
        m_server->expect(path, ok(body, 200, "ETag: \"b\"\r\n"));
        QVERIFY(!wait(m_analytics->fetchWorkflows(again))->isStale);
        QCOMPARE(m_server->requests().last().headers.value("cache-control"), QByteArray("no-cache"));
    }

    void crm_stale_isMarked_andAskedAgainWithNoCache()
    {
        const QByteArray path = "GET /api/analytics/crm/rows" + OfAcme;
        const CrmQuery query {.workspace = Acme};
        m_server->expect(path, ok(encodeCrmPage({}), 200, "x-zrg-stale: 1\r\n"));
        QVERIFY(wait(m_analytics->fetchCrmRows(query, {}, DefaultCrmLimit, Staleness::Allowed))->isStale);
        m_server->expect(path, ok(encodeCrmSummary({})));
        QVERIFY(!wait(m_analytics->fetchCrmSummary(query, Staleness::Refused))->isStale);
        QCOMPARE(m_server->requests().last().headers.value("cache-control"), QByteArray("no-cache"));
    }

    void campaigns_partial_namesWhatFailed()
    {
        CampaignsData data;
        data.reactivation.emplace();
        AnalyticsMeta meta = metaOfWeek();
        meta.comparisonWindow.reset();
        meta.errors = {{u"campaigns"_s, u"Email campaigns timed out"_s}};
        m_server->expect("GET /api/analytics/campaigns" + OfAcme,
            ok(encodeReading(encodeCampaigns(data), std::nullopt, meta)));
        const auto reading = wait(m_analytics->fetchCampaigns(week()));
        QVERIFY2(reading, reading ? "" : qPrintable(describe(reading.error())));
        QVERIFY(!reading->data.campaigns);
        QVERIFY(reading->data.reactivation);
        QCOMPARE(reading->errors, meta.errors);
    }

    void bookingAndTiming_haveTheirRoutes()
    {
        AnalyticsMeta meta = metaOfWeek();
        meta.comparisonWindow.reset();
        m_server->expect(
            "GET /api/analytics/booking" + OfAcme, ok(encodeReading(encodeBooking({}), std::nullopt, meta)));
        QVERIFY(wait(m_analytics->fetchBooking(week())));
        m_server->expect("GET /api/analytics/response-timing" + OfAcme,
            ok(encodeReading(encodeResponseTiming({}), std::nullopt, meta)));
        QVERIFY(wait(m_analytics->fetchResponseTiming(
            week(), {.maturityBufferDays = 7, .channel = u"sms"_s, .responder = u"ai"_s})));
        QCOMPARE(sentItem(u"channel"_s), u"sms"_s);
        QCOMPARE(sentItem(u"responder"_s), u"ai"_s);
        QCOMPARE(sentItem(u"maturityBufferDays"_s), u"7"_s);
    }

    void refusals_keepTheirKind()
    {
        const QByteArray path = "GET /api/analytics/workflows";
        m_server->expect(path, ok({{u"code"_s, u"ANALYTICS_ROLE_REQUIRED"_s}, {u"error"_s, u"role"_s}}, 403));
        const auto denied = wait(m_analytics->fetchWorkflows(week()));
        QCOMPARE(denied.error().kind, Error::Kind::Denied);
        QCOMPARE(denied.error().code, u"ANALYTICS_ROLE_REQUIRED"_s);
        m_server->expect(path, ok({{u"code"_s, u"READ_API_DISABLED"_s}}, 503));
        const auto off = wait(m_analytics->fetchWorkflows(week()));
        QCOMPARE(off.error().kind, Error::Kind::Unavailable);
        QCOMPARE(off.error().code, u"READ_API_DISABLED"_s);
        m_server->expect(path, ok({{u"success"_s, true}}));
        QCOMPARE(wait(m_analytics->fetchWorkflows(week())).error().kind, Error::Kind::Invalid);
    }

    void crm_rowsSummaryAndAssignees()
    {
        const CrmQuery query {.workspace = Acme, .leadStatus = u"qualified"_s};
        const QByteArray path = "GET /api/analytics/crm/rows" + OfAcme;
        CrmPage page;
        page.rows = {row()};
        page.nextCursor = u"next"_s;
        page.version = u"7"_s;
        page.isOwnOnly = true;
        m_server->expect(path, ok(encodeCrmPage(page)));
        const auto rows = wait(m_analytics->fetchCrmRows(query, u"here"_s, 20, Staleness::Allowed));
        QVERIFY2(rows, rows ? "" : qPrintable(describe(rows.error())));
        QCOMPARE(*rows, page);
        QCOMPARE(sentItem(u"cursor"_s), u"here"_s);
        QCOMPARE(sentItem(u"limit"_s), u"20"_s);
        QCOMPARE(sentItem(u"leadStatus"_s), u"qualified"_s);
        CrmSummary summary;
        summary.totals.cohortLeads = 4;
        m_server->expect(path, ok(encodeCrmSummary(summary)));
        QCOMPARE(wait(m_analytics->fetchCrmSummary(query, Staleness::Allowed))->totals.cohortLeads, 4);
        QCOMPARE(sentItem(u"mode"_s), u"summary"_s);
        const QList<CrmAssignee> people {{UserId {Known}, u"s@x.io"_s}};
        m_server->expect(path, ok(encodeCrmAssignees(people)));
        QCOMPARE(*wait(m_analytics->fetchCrmAssignees(Acme)), people);
        QCOMPARE(sentItem(u"mode"_s), u"assignees"_s);
    }

    void crm_edit_conflictIsAnOutcome()
    {
        const CrmEdit edit {Known, u"notes"_s, u"Write"_s, row().updatedAt, true, u"Call"_s};
        const QByteArray path = "PATCH /api/analytics/crm/rows/99999999-9999-4999-8999-999999999999" + OfAcme;
        m_server->expect(path, ok(encodeCrmEditOutcome({false, row()})));
        const auto done = wait(m_analytics->editCrmCell(Acme, edit));
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QVERIFY(!done->isConflict);
        const QJsonObject sent = QJsonDocument::fromJson(m_server->requests().last().body).object();
        QCOMPARE(*decodeCrmEdit(sent), edit);
        QJsonObject conflict = encodeCrmEditOutcome({true, row()});
        conflict.insert(u"code"_s, u"CONFLICT"_s);
        m_server->expect(path, ok(conflict, 409));
        const auto late = wait(m_analytics->editCrmCell(Acme, edit));
        QVERIFY2(late, late ? "" : qPrintable(describe(late.error())));
        QVERIFY(late->isConflict);
        QCOMPARE(late->row, row());
        // A conflict about something else is an error like others.
        m_server->expect(path, ok({{u"code"_s, u"CONFLICT"_s}}, 409));
        QCOMPARE(wait(m_analytics->editCrmCell(Acme, edit)).error().kind, Error::Kind::Conflict);
    }

    void export_isBegunAskedFetchedAndStopped()
    {
        ExportJob job;
        job.id = Known;
        job.fileName = u"a.csv"_s;
        job.computedAt = *parseIso(u"2026-02-18T05:51:30Z");
        const auto answer = [&](int status) {
            return ok({{u"success"_s, true}, {u"data"_s, encodeExportJob(job)}}, status);
        };
        ExportRequest request;
        request.tab = u"workflows"_s;
        request.analytics = week();
        m_server->expect("POST /api/analytics/exports ", answer(202));
        QCOMPARE(*wait(m_analytics->startExport(request)), job);
        QCOMPARE(*decodeExportRequest(QJsonDocument::fromJson(m_server->requests().last().body).object()),
            request);
        job.state = ExportState::Done;
        job.sizeBytes = 10;
        m_server->expect("GET " + ExportPath + ' ', answer(200));
        QCOMPARE(*wait(m_analytics->fetchExport(Known)), job);
        m_server->expect("GET " + ExportPath + "/content ",
            ScriptedServer::answer(206, "6789", "Content-Range: bytes 6-9/10\r\n"));
        QCOMPARE(*wait(m_analytics->fetchExportContent(Known, 6, 100)), QByteArray("6789"));
        QCOMPARE(m_server->requests().last().headers.value("range"), QByteArray("bytes=6-105"));
        // The whole where a stretch was asked for is not that stretch.
        m_server->expect("GET " + ExportPath + "/content ", ScriptedServer::answer(200, "0123456789"));
        QVERIFY(!wait(m_analytics->fetchExportContent(Known, 6, 100)));
        m_server->expect("DELETE " + ExportPath + ' ', ok({{u"success"_s, true}}));
        QVERIFY(*wait(m_analytics->cancelExport(Known)));
        m_server->expect("GET " + ExportPath + ' ', ok({{u"code"_s, u"NOT_FOUND"_s}}, 404));
        QCOMPARE(wait(m_analytics->fetchExport(Known)).error().kind, Error::Kind::NotFound);
    }

private:
    template <typename T> Result<T> wait(const Reply<T> &reply)
    {
        if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }, WaitLimit))
            return Error::internal(u"no answer within five seconds"_s);
        return reply.future().result();
    }
    QString sentItem(const QString &key) const
    {
        const QUrl url(QString::fromLatin1(m_server->requests().last().target));
        return QUrlQuery(url).queryItemValue(key, QUrl::FullyDecoded);
    }

    ManualClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<RemoteAnalyticsGateway> m_analytics;
};

QTEST_GUILESS_MAIN(tst_RemoteAnalyticsGateway)

#include "tst_remoteanalyticsgateway.moc"
