// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmwire.h"
#include "core/storage/analytics/crmreader.h"
#include "tests/server/analytics/analyticsservice.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabase.h"

#include <QScopeGuard>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The CRM over HTTP on a real database: modes, scopes, edits and what they do to what is kept.
class tst_CrmRoutes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<AnalyticsCast> m_cast;
    ManualClock m_holds;
    std::unique_ptr<AnalyticsService> m_service;

    QByteArray rowsPath() const { return "/api/analytics/crm/rows?" + m_cast->client(); }
    QByteArray rowPath(QUuid row) const
    {
        return "/api/analytics/crm/rows/" + row.toByteArray(QUuid::WithoutBraces) + '?' + m_cast->client();
    }
    Result<CrmPage> page(UserId user, const QByteArray &query = {})
    {
        const RawAnswer answer = m_service->get(user, rowsPath() + query);
        if (answer.status != 200)
            return Error::internal(QString::fromUtf8(answer.body));
        return decodeCrmPage(answer.json());
    }
    RawAnswer edit(UserId user, QUuid row, const QString &value, Instant seen)
    {
        return m_service->send(user, "PATCH", rowPath(row), editBody(value, seen));
    }
    static QJsonObject editBody(const QString &value, Instant seen)
    {
        return {{u"field"_s, u"notes"_s}, {u"value"_s, value}, {u"expectedUpdatedAt"_s, toIsoMicros(seen)}};
    }

private Q_SLOTS:
    void initTestCase() { m_database = newDatabase(); }
    void init()
    {
        m_cast = std::make_unique<AnalyticsCast>(m_database->adminConninfo());
        const LeadId other = m_cast->data().addLead(
            m_cast->workspace, {.tag = u"Interested"_s, .firstName = u"Zoe"_s, .email = u"z@x.io"_s});
        m_cast->data().addMessage(m_cast->workspace, other, u"inbound"_s, u"me too"_s);
        m_holds = ManualClock();
        m_service
            = std::make_unique<AnalyticsService>(m_database->appConninfo(), AnalyticsLimits(), &m_holds);
    }
    void cleanup()
    {
        m_service.reset();
        m_cast.reset();
    }

    void rows_managerSeesAll_setterTheOwn()
    {
        const auto all = page(m_cast->manager);
        QVERIFY2(all, all ? "" : qPrintable(describe(all.error())));
        QCOMPARE(all->rows.size(), 2);
        QVERIFY(!all->isOwnOnly);
        const auto own = page(m_cast->setter);
        QCOMPARE(own->rows.size(), 1);
        QCOMPARE(own->rows[0].lead, m_cast->booked);
        QVERIFY(own->isOwnOnly);
        QCOMPARE(page(m_cast->manager, "&leadStatus=nonsense")->rows.size(), 0);
    }

    void rows_firstPageAloneIsKept()
    {
        const RawAnswer first = m_service->get(m_cast->owner, rowsPath() + "&limit=1");
        QCOMPARE(first.header("x-zrg-cache"), QByteArray("miss"));
        QCOMPARE(
            m_service->get(m_cast->owner, rowsPath() + "&limit=1").header("x-zrg-cache"), QByteArray("hit"));
        const auto head = decodeCrmPage(first.json());
        QVERIFY(!head->nextCursor.isEmpty());
        const QByteArray next = rowsPath() + "&limit=1&cursor=" + head->nextCursor.toLatin1();
        for (int i = 0; i < 2; ++i) {
            const RawAnswer second = m_service->get(m_cast->owner, next);
            QCOMPARE(second.header("x-zrg-cache"), QByteArray("miss"));
            const auto tail = decodeCrmPage(second.json());
            QCOMPARE(tail->rows.size(), 1);
            QVERIFY(tail->rows[0].id != head->rows[0].id);
            QVERIFY(tail->nextCursor.isEmpty());
        }
        QCOMPARE(m_service->get(m_cast->setter, next).status, 400); // of another's rows
    }

    void summaryAndAssignees()
    {
        const RawAnswer answer = m_service->get(m_cast->owner, rowsPath() + "&mode=summary");
        const auto summary = decodeCrmSummary(answer.json());
        QVERIFY2(summary, answer.body);
        QCOMPARE(summary->totals.cohortLeads, 2);
        QCOMPARE(summary->totals.bookedEverAny, 1);
        const auto own
            = decodeCrmSummary(m_service->get(m_cast->setter, rowsPath() + "&mode=summary").json());
        QCOMPARE(own->totals.cohortLeads, 1);
        QVERIFY(own->isOwnOnly);
        const auto people
            = decodeCrmAssignees(m_service->get(m_cast->owner, rowsPath() + "&mode=assignees").json());
        QCOMPARE(*people, (QList<CrmAssignee> {{m_cast->setter, m_cast->setterEmail}}));
        QCOMPARE(m_service->get(m_cast->owner, rowsPath() + "&mode=summary").header("x-zrg-cache"),
            QByteArray("hit"));
    }

    /// Whoever sees the whole workspace reads the same; a setter the own leads, by himself.
    void kept_isSharedByThoseOfTheSameSight()
    {
        for (const auto mode : {"rows", "summary"}) {
            const QByteArray path = rowsPath() + "&mode=" + mode;
            const RawAnswer first = m_service->get(m_cast->owner, path);
            QCOMPARE(first.header("x-zrg-cache"), QByteArray("miss"));
            const RawAnswer second = m_service->get(m_cast->manager, path);
            QCOMPARE(second.header("x-zrg-cache"), QByteArray("hit"));
            QCOMPARE(second.body, first.body);
            const RawAnswer own = m_service->get(m_cast->setter, path);
            QCOMPARE(own.header("x-zrg-cache"), QByteArray("miss"));
            QVERIFY(own.body != first.body);
            QCOMPARE(m_service->get(m_cast->setter, path).body, own.body);
        }
        const QByteArray assignees = rowsPath() + "&mode=assignees";
        const RawAnswer people = m_service->get(m_cast->setter, assignees);
        QCOMPARE(m_service->get(m_cast->owner, assignees).header("x-zrg-cache"), QByteArray("hit"));
        QCOMPARE(m_service->get(m_cast->owner, assignees + "&forceRefresh=true").json().value("data"_L1),
            people.json().value("data"_L1));
    }

    /// What one reads answers others: a right that ended while it was read must not become an empty page.
    void sight_endedMeanwhile_isARefusal()
    {
        const auto pg = connectTo(m_database->appConninfo());
        const auto kindOf = [](const auto &read) {
            return read ? std::optional<Error::Kind>() : std::optional(read.error().kind);
        };
        const CrmQuery query {.workspace = m_cast->workspace};
        const InboxReader stranger {m_cast->stranger, m_cast->workspace, u"ADMIN"_s};
        const InboxReader lowered {m_cast->setter, m_cast->workspace, u"ADMIN"_s};
        for (const InboxReader &reader : {stranger, lowered}) {
            QCOMPARE(kindOf(loadCrmPage(*pg, reader, query, {}, 10, {})), Error::Kind::Denied);
            QCOMPARE(kindOf(loadCrmSummary(*pg, reader, query, {})), Error::Kind::Denied);
        }
        QCOMPARE(kindOf(loadCrmAssignees(*pg, stranger)), Error::Kind::Denied);
        QVERIFY(loadCrmAssignees(*pg, lowered));
    }

    void stale_isToldUntilAnEdit()
    {
        QVERIFY(page(m_cast->owner));
        m_cast->data().addMessage(m_cast->workspace, m_cast->quiet, u"inbound"_s, u"hello"_s);
        m_holds.advance(std::chrono::seconds(60));
        const RawAnswer stale = m_service->get(m_cast->manager, rowsPath());
        QCOMPARE(stale.header("x-zrg-stale"), QByteArray("1"));
        const CrmRow row = decodeCrmPage(stale.json())->rows.last();
        QTRY_COMPARE(m_service->get(m_cast->manager, rowsPath()).header("x-zrg-stale"), QByteArray());
        m_holds.advance(std::chrono::seconds(60));
        QCOMPARE(edit(m_cast->owner, row.id, u"Call on Monday"_s, row.updatedAt).status, 200);
        const RawAnswer current = m_service->get(m_cast->manager, rowsPath());
        QVERIFY(current.header("x-zrg-stale").isEmpty());
        QVERIFY(current.body.contains("Call on Monday"));
    }

    void parameters_wrong_areNamed()
    {
        const QList<std::pair<QByteArray, QString>> cases {
            {"/api/analytics/crm/rows", u"clientId"_s},
            {rowsPath() + "&mode=cells", u"mode"_s},
            {rowsPath() + "&sort=stepResponded:desc", u"sort"_s},
            {rowsPath() + "&sort=date:up", u"sort"_s},
            {rowsPath() + "&forceRefresh=maybe", u"forceRefresh"_s},
            {rowsPath() + "&responseMode=ROBOT", u"responseMode"_s},
            {rowsPath() + "&dateFrom=soon", u"dateFrom"_s},
            {rowsPath() + "&dateTo=9999-12-31T23:59:59Z", u"dateTo"_s},
            {rowsPath() + "&leadStatus=%FF%FE", u"leadStatus"_s},
            {rowsPath() + "&campaign=" + QByteArray(201, 'c'), u"campaign"_s},
            {rowsPath() + "&limit=many", u"limit"_s},
            {rowsPath() + "&cursor=nonsense", u"cursor"_s},
        };
        for (const auto &[path, field] : cases) {
            const RawAnswer answer = m_service->get(m_cast->owner, path);
            QVERIFY2(answer.status == 400, path + answer.body);
            QCOMPARE(answer.json().value("field"_L1).toString(), field);
            QVERIFY2(answer.json().value("error"_L1).toString().contains(field)
                    || answer.json().value("code"_L1) == "INVALID_CURSOR"_L1,
                answer.body);
        }
        QVERIFY(m_service->get(m_cast->owner, rowsPath() + "&mode=cells")
                    .body.contains("rows, summary, assignees"));
        QCOMPARE(m_service->get(m_cast->owner, "/api/analytics/crm/rows").json().value("error"_L1).toString(),
            u"Missing clientId"_s);
    }

    void strangersAndPortals_areRefused()
    {
        for (const auto mode : {"rows", "summary", "assignees"}) {
            const QByteArray path = rowsPath() + "&mode=" + mode;
            QCOMPARE(m_service->get(m_cast->stranger, path).status, 403);
            QCOMPARE(m_service->get(m_cast->portal, path).json().value("code"_L1).toString(),
                u"ANALYTICS_ROLE_REQUIRED"_s);
            QCOMPARE(m_service->get({}, path).status, 401);
        }
    }

    void edit_isSeenAtOnceByItsWriter()
    {
        const auto before = page(m_cast->owner);
        const CrmRow row = before->rows.last();
        const RawAnswer answer = edit(m_cast->owner, row.id, u"Call on Monday"_s, row.updatedAt);
        QVERIFY2(answer.status == 200, answer.body);
        const auto outcome = decodeCrmEditOutcome(answer.json());
        QCOMPARE(outcome->row.notes, u"Call on Monday"_s);
        // The clock that holds the version has not moved.
        QCOMPARE(page(m_cast->owner)->rows.last().notes, u"Call on Monday"_s);
        // Who saw the row as it was before is told what it is now.
        const RawAnswer late = edit(m_cast->manager, row.id, u"No"_s, row.updatedAt);
        QCOMPARE(late.status, 409);
        QCOMPARE(late.json().value("code"_L1).toString(), u"CONFLICT"_s);
        QCOMPARE(late.header("content-type"), QByteArray("application/problem+json"));
        const auto conflict = decodeCrmEditOutcome(late.json());
        QVERIFY(conflict && conflict->isConflict);
        QCOMPARE(conflict->row.notes, u"Call on Monday"_s);
    }

    /// Its statement is cancelled, which comes too late: nobody is told of the edit, and it is there.
    void edit_whoseClientLeft_isSeenAtOnce()
    {
        const CrmRow row = page(m_cast->owner)->rows.last();
        InboxData data = m_cast->data();
        data.run("create function outlive_cancel() returns trigger language plpgsql as $$ begin"
                 " perform pg_advisory_xact_lock(1); return null;"
                 " exception when query_canceled then return null; end $$");
        data.run("create trigger outlives_cancel after update on lead_crm_row"
                 " for each row execute function outlive_cancel()");
        const auto undo = qScopeGuard([&data] { data.run("drop function outlive_cancel() cascade"); });
        data.run("select pg_advisory_lock(1)");
        const auto unlock = qScopeGuard([&data] { data.run("select pg_advisory_unlock(1)"); });
        RawClient client(m_service->service().port);
        QVERIFY(client.connectToServer());
        client.send(AnalyticsService::request(
            m_cast->owner, "PATCH", rowPath(row.id), editBody(u"Call on Monday"_s, row.updatedAt)));
        QTRY_COMPARE(data.run("select count(*) from pg_stat_activity where datname = current_database()"
                              " and usename = 'signalbox_app' and wait_event_type = 'Lock'")
                         .integer(0, 0),
            1);
        client.close();
        QTRY_COMPARE(
            data.run("select notes from lead_crm_row where id = $1::uuid", PgParams() << row.id).text(0, 0),
            u"Call on Monday"_s);
        // The clock that holds the version has not moved.
        QTRY_COMPARE(page(m_cast->manager)->rows.last().notes, u"Call on Monday"_s);
    }

    void edit_refusals()
    {
        const CrmRow row = page(m_cast->owner)->rows.last();
        const CrmRow others = page(m_cast->owner)->rows.first().lead == m_cast->booked
            ? page(m_cast->owner)->rows.last()
            : page(m_cast->owner)->rows.first();
        QCOMPARE(edit({}, row.id, u"x"_s, row.updatedAt).status, 401);
        QCOMPARE(edit(m_cast->stranger, row.id, u"x"_s, row.updatedAt).status, 403);
        QCOMPARE(edit(m_cast->portal, row.id, u"x"_s, row.updatedAt).status, 403);
        QCOMPARE(edit(m_cast->setter, others.id, u"x"_s, others.updatedAt).status, 404);
        QCOMPARE(edit(m_cast->owner, newUuid(), u"x"_s, row.updatedAt).status, 404);
        const QJsonObject unknown {{u"field"_s, u"leadScore"_s}, {u"value"_s, u"4"_s},
            {u"expectedUpdatedAt"_s, toIsoMicros(row.updatedAt)}};
        const RawAnswer answer = m_service->send(m_cast->owner, "PATCH", rowPath(row.id), unknown);
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.json().value("field"_L1).toString().isEmpty());
        QCOMPARE(m_service->send(m_cast->owner, "PATCH", rowPath(row.id), {}).status, 400);
    }
};

QTEST_GUILESS_MAIN(tst_CrmRoutes)
#include "tst_crmroutes.moc"
