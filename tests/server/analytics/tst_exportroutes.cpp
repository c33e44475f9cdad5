// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/exports.h"
#include "tests/core/export/office.h"
#include "tests/server/analytics/analyticsservice.h"
#include "tests/support/testdatabase.h"
#include "tests/support/waitlimit.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Exports over HTTP, written from a real database.
class tst_ExportRoutes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<AnalyticsCast> m_cast;
    std::unique_ptr<AnalyticsService> m_service;

    QJsonObject order(const QString &tab, const QString &format = u"csv"_s) const
    {
        return {{u"tab"_s, tab}, {u"format"_s, format},
            {u"query"_s, QJsonObject {{u"clientId"_s, m_cast->workspace.toString()}}}};
    }
    static Result<ExportJob> jobOf(const RawAnswer &answer)
    {
        return decodeExportJob(answer.json().value("data"_L1).toObject());
    }
    static QByteArray pathOf(QUuid id)
    {
        return "/api/analytics/exports/" + id.toByteArray(QUuid::WithoutBraces);
    }
    /// Begins one and waits for its end.
    ExportJob finished(UserId user, const QJsonObject &order)
    {
        const RawAnswer begun = m_service->send(user, "POST", "/api/analytics/exports", order);
        auto job = jobOf(begun);
        if (begun.status != 202 || !job)
            qFatal("%s", begun.body.constData());
        if (!QTest::qWaitFor(
                [&] {
                    job = jobOf(m_service->get(user, pathOf(job->id)));
                    return !job || job->state != ExportState::Running;
                },
                WaitLimit))
            qFatal("still running");
        return *job;
    }
    QByteArray content(UserId user, const ExportJob &job)
    {
        return m_service->get(user, pathOf(job.id) + "/content").body;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_cast = std::make_unique<AnalyticsCast>(m_database->adminConninfo());
    }
    void init() { m_service = std::make_unique<AnalyticsService>(m_database->appConninfo()); }
    void cleanup() { m_service.reset(); }

    void everyTab_inBothFormats_isWritten_data()
    {
        QTest::addColumn<QString>("tab");
        for (const QString &tab :
            {u"overview"_s, u"workflows"_s, u"campaigns"_s, u"booking"_s, u"response-timing"_s, u"crm"_s})
            QTest::newRow(qPrintable(tab)) << tab;
    }
    void everyTab_inBothFormats_isWritten()
    {
        QFETCH(QString, tab);
        const ExportJob csv = finished(m_cast->owner, order(tab));
        QVERIFY2(csv.state == ExportState::Done, qPrintable(csv.error));
        QVERIFY(csv.rowsWritten > 0);
        const QByteArray text = content(m_cast->owner, csv);
        QCOMPARE(text.size(), csv.sizeBytes);
        QVERIFY(text.startsWith("\xEF\xBB\xBF"));
        QVERIFY(text.endsWith("\r\n"));
        const ExportJob sheet = finished(m_cast->owner, order(tab, u"xlsx"_s));
        QVERIFY2(sheet.state == ExportState::Done, qPrintable(sheet.error));
        QVERIFY(sheet.fileName.endsWith(u".xlsx"_s));
        QVERIFY(content(m_cast->owner, sheet).startsWith("PK"));
    }

    void crm_aSetterGetsTheOwnRows()
    {
        const LeadId other = m_cast->data().addLead(
            m_cast->workspace, {.tag = u"Interested"_s, .firstName = u"Zoe"_s, .email = u"z@x.io"_s});
        m_cast->data().addMessage(m_cast->workspace, other, u"inbound"_s, u"me too"_s);
        QCOMPARE(finished(m_cast->owner, order(u"crm"_s)).rowsWritten, 2);
        const ExportJob own = finished(m_cast->setter, order(u"crm"_s));
        QCOMPARE(own.rowsWritten, 1);
        const QByteArray text = content(m_cast->setter, own);
        QVERIFY(text.contains("b@x.io"));
        QVERIFY(!text.contains("z@x.io"));
    }

    void content_wholeAndByRange()
    {
        const ExportJob job = finished(m_cast->owner, order(u"crm"_s));
        const QByteArray path = pathOf(job.id) + "/content";
        const RawAnswer whole = m_service->get(m_cast->owner, path);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.header("content-type"), QByteArray("text/csv; charset=utf-8"));
        QCOMPARE(
            whole.header("content-disposition"), "attachment; filename*=UTF-8''" + job.fileName.toLatin1());
        QCOMPARE(whole.header("accept-ranges"), QByteArray("bytes"));
        QCOMPARE(whole.header("cache-control"), QByteArray("private, no-cache"));
        const QByteArray size = QByteArray::number(job.sizeBytes);
        const RawAnswer part = m_service->get(m_cast->owner, path, "Range: bytes=3-12\r\n");
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, whole.body.mid(3, 10));
        QCOMPARE(part.header("content-range"), "bytes 3-12/" + size);
        const RawAnswer tail = m_service->get(m_cast->owner, path, "Range: bytes=-5\r\n");
        QCOMPARE(tail.body, whole.body.right(5));
        const RawAnswer beyond = m_service->get(m_cast->owner, path, "Range: bytes=" + size + "-\r\n");
        QCOMPARE(beyond.status, 416);
        QCOMPARE(beyond.header("content-range"), "bytes */" + size);
        QCOMPARE(beyond.json().value("code"_L1).toString(), u"RANGE_NOT_SATISFIABLE"_s);
        const QByteArray other = "Range: bytes=0-1\r\nIf-Range: \"other\"\r\n";
        QCOMPARE(m_service->get(m_cast->owner, path, other).status, 200);
        QCOMPARE(
            m_service->get(m_cast->owner, path, "If-None-Match: " + whole.header("etag") + "\r\n").status,
            304);
    }

    void exports_areTheirOwners()
    {
        const ExportJob job = finished(m_cast->manager, order(u"workflows"_s));
        const QByteArray path = pathOf(job.id);
        for (const UserId &user : {m_cast->owner, m_cast->setter, m_cast->portal, m_cast->stranger}) {
            QCOMPARE(m_service->get(user, path).status, 404);
            QCOMPARE(m_service->get(user, path + "/content").status, 404);
            QCOMPARE(m_service->send(user, "DELETE", path, {}).status, 404);
        }
        QCOMPARE(m_service->get({}, path).status, 401);
        QCOMPARE(m_service->get(m_cast->manager, pathOf(newUuid())).status, 404);
        QCOMPARE(m_service->get(m_cast->manager, "/api/analytics/exports/nonsense").status, 404);
        // And theirs only while they may see the workspace.
        m_cast->data().run("update workspace_member set role = 'CLIENT_PORTAL' where user_id = $1::uuid",
            PgParams() << m_cast->manager);
        QTRY_COMPARE(m_service->get(m_cast->manager, path + "/content").status, 404);
        m_cast->data().run("update workspace_member set role = 'INBOX_MANAGER' where user_id = $1::uuid",
            PgParams() << m_cast->manager);
        QTRY_COMPARE(m_service->get(m_cast->manager, path + "/content").status, 200);
        QCOMPARE(m_service->send(m_cast->manager, "DELETE", path, {}).status, 200);
        QCOMPARE(m_service->get(m_cast->manager, path).status, 404);
    }

    void start_refusals()
    {
        const auto start = [&](UserId user, const QJsonObject &body) {
            return m_service->send(user, "POST", "/api/analytics/exports", body);
        };
        QCOMPARE(start({}, order(u"crm"_s)).status, 401);
        QCOMPARE(start(m_cast->stranger, order(u"crm"_s)).status, 403);
        QCOMPARE(start(m_cast->portal, order(u"crm"_s)).json().value("code"_L1).toString(),
            u"ANALYTICS_ROLE_REQUIRED"_s);
        QCOMPARE(start(m_cast->owner, order(u"secrets"_s)).json().value("field"_L1).toString(), u"tab"_s);
        QCOMPARE(
            start(m_cast->owner, order(u"crm"_s, u"pdf"_s)).json().value("field"_L1).toString(), u"format"_s);
        QJsonObject late = order(u"workflows"_s);
        late.insert(
            u"query"_s, QJsonObject {{u"clientId"_s, m_cast->workspace.toString()}, {u"from"_s, u"soon"_s}});
        QCOMPARE(start(m_cast->owner, late).json().value("field"_L1).toString(), u"from"_s);
        late.insert(u"query"_s, QJsonObject {{u"clientId"_s, m_cast->workspace.toString()}, {u"to"_s, 7}});
        const QJsonObject problem = start(m_cast->owner, late).json();
        QCOMPARE(problem.value("field"_L1).toString(), u"to"_s);
        QCOMPARE(problem.value("error"_L1).toString(), u"to is not text"_s);
    }

    void disk_full_isSaidAndLeavesNothing()
    {
        m_service->setFull(true);
        for (const QString &tab : {u"crm"_s, u"workflows"_s}) {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"export_failed"_s));
            const ExportJob job = finished(m_cast->owner, order(tab));
            QCOMPARE(job.state, ExportState::Failed);
            QVERIFY(job.error.contains(u"no disk space"_s));
            QTRY_COMPARE(m_service->exportFiles(), QStringList());
        }
        m_service->setFull(false);
        QCOMPARE(finished(m_cast->owner, order(u"crm"_s)).state, ExportState::Done);
        QCOMPARE(m_service->exportFiles().size(), 1);
    }

    /// No gate: the file itself takes no more, as on a disk that fills meanwhile.
    void fileThatTakesNoMore_isSaidAndLeavesNothing()
    {
        for (const QString &format : {u"csv"_s, u"xlsx"_s}) {
            const SmallDisk disk(100);
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"export_failed"_s));
            const ExportJob job = finished(m_cast->owner, order(u"crm"_s, format));
            QCOMPARE(job.state, ExportState::Failed);
            QCOMPARE(job.error, u"The service has no disk space left for this export"_s);
            QTRY_COMPARE(m_service->exportFiles(), QStringList());
        }
        QCOMPARE(finished(m_cast->owner, order(u"crm"_s, u"xlsx"_s)).state, ExportState::Done);
    }

    void running_hasNoContentYet()
    {
        auto holder = connectTo(m_database->adminConninfo());
        QVERIFY(holder->runScript("begin; lock table lead_crm_row in access exclusive mode"));
        const auto job
            = jobOf(m_service->send(m_cast->owner, "POST", "/api/analytics/exports", order(u"crm"_s)));
        QVERIFY(job);
        QCOMPARE(job->state, ExportState::Running);
        const RawAnswer early = m_service->get(m_cast->owner, pathOf(job->id) + "/content");
        QCOMPARE(early.status, 409);
        QCOMPARE(early.json().value("code"_L1).toString(), u"EXPORT_NOT_READY"_s);
        const auto waiting = [&] {
            return m_cast->data()
                .run("select count(*) from pg_stat_activity where datname = current_database() and usename ="
                     " 'signalbox_app' and wait_event_type = 'Lock'")
                .integer(0, 0);
        };
        QTRY_COMPARE(waiting(), 1);
        QCOMPARE(m_service->send(m_cast->owner, "DELETE", pathOf(job->id), {}).status, 200);
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(jobOf(m_service->get(m_cast->owner, pathOf(job->id)))->state, ExportState::Cancelled);
        QVERIFY(holder->runScript("rollback"));
    }
};

QTEST_GUILESS_MAIN(tst_ExportRoutes)

#include "tst_exportroutes.moc"
