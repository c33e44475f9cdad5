// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seed.h"
#include "core/storage/analytics/messagedays.h"
#include "core/storage/countsstore.h"
#include "core/storage/pgconnection.h"
#include "tests/support/testdatabase.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The demo data against a real database.
class tst_Seed : public QObject
{
    Q_OBJECT

private:
    struct Demo
    {
        std::unique_ptr<TestDatabase> database;
        std::unique_ptr<PgConnection> admin;
        SeedReport report;
    };

    static SeedOptions options(qint64 leads, quint64 number = 7)
    {
        return {.workspaces = 3,
            .leads = leads,
            .seed = number,
            .now = *parseIso(u"2026-03-11T15:20:00Z"),
            .cheapPasswords = true};
    }

    static Demo make(const SeedOptions &wanted)
    {
        Demo demo;
        demo.database = std::move(*TestDatabase::create());
        demo.admin = std::move(*PgConnection::open(demo.database->adminConninfo()));
        const SystemClock clock;
        auto report = seed(*demo.admin, wanted, clock);
        if (!report)
            qFatal("%s", qPrintable(describe(report.error())));
        demo.report = *report;
        return demo;
    }

    static qint64 count(PgConnection &pg, const QByteArray &sql)
    {
        const auto rows = pg.runSql(sql);
        if (!rows)
            qFatal("%s", qPrintable(describe(rows.error())));
        return rows->integer(0, 0);
    }

    Demo m_demo;

private Q_SLOTS:
    void initTestCase() { m_demo = make(options(1200)); }

    void seeding_writesWhatItReports()
    {
        QCOMPARE(m_demo.report.workspaces.size(), 3);
        QCOMPARE(count(*m_demo.admin, "select count(*) from lead"), 1200);
        QCOMPARE(count(*m_demo.admin, "select count(*) from message"), m_demo.report.messages);
        QCOMPARE(count(*m_demo.admin, "select count(*) from ai_draft"), m_demo.report.drafts);
        QVERIFY(m_demo.report.messages > 4 * 1200);
    }

    void seeding_leavesNoDrift()
    {
        for (const WorkspaceId workspace : m_demo.report.workspaces) {
            const auto drift = verifyCounts(*m_demo.admin, workspace);
            QVERIFY(drift);
            QCOMPARE(drift->size(), 0);
            const auto days = verifyMessageDays(*m_demo.admin, workspace);
            QVERIFY(days);
            QCOMPARE(days->size(), 0);
        }
        QVERIFY(count(*m_demo.admin, "select count(*) from message where gap_from is not null") > 100);
    }

    /// What the generator computed must be what the schema would compute from messages and drafts.
    void rollups_equalTheSchemasOwn()
    {
        const QByteArray rows
            = "select md5(string_agg(t::text, '|' order by t.id)) from (select id, last_inbound_at, "
              "last_outbound_at, last_zrg_outbound_at, last_message_at, last_message_direction, "
              "channel_mask, ai_sent_messages, review_drafts, categories, updated_at from lead) t";
        const QByteArray addresses
            = "select md5(string_agg(t::text, '|' order by t::text)) from lead_address t";
        const auto before = m_demo.admin->runSql(rows);
        const auto addressesBefore = m_demo.admin->runSql(addresses);
        QVERIFY(before && addressesBefore);
        for (const WorkspaceId workspace : m_demo.report.workspaces) {
            PgParams params;
            params << workspace;
            QVERIFY(m_demo.admin->runSql("select rebuild_workspace($1::uuid)", params));
        }
        QCOMPARE(m_demo.admin->runSql(rows)->text(0, 0), before->text(0, 0));
        QCOMPARE(m_demo.admin->runSql(addresses)->text(0, 0), addressesBefore->text(0, 0));
    }

    void rowsOfEveryKind_exist_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("all statuses")
            << QByteArray("select 1 where (select count(distinct status) from lead) = 8");
        QTest::newRow("tags") << QByteArray(
            "select 1 where (select count(distinct sentiment_tag) from lead) >= 13");
        QTest::newRow("never classified")
            << QByteArray("select count(*) from lead where sentiment_tag is null");
        QTest::newRow("snoozed") << QByteArray("select count(*) from lead where is_snoozed");
        QTest::newRow("snooze over") << QByteArray(
            "select count(*) from lead where not is_snoozed and snoozed_until < '2026-03-11T15:20:00Z'");
        QTest::newRow("unassigned") << QByteArray(
            "select count(*) from lead where assigned_to_user_id is null");
        QTest::newRow("do not disturb") << QByteArray("select count(*) from lead where sms_dnd_active");
        QTest::newRow("blocked") << QByteArray(
            "select count(*) from follow_up_instance where paused_reason like 'missing_%'");
        QTest::newRow("notes") << QByteArray("select count(*) from lead_note");
        QTest::newRow("messages that wait, failed, and nobody knows")
            << QByteArray("select 1 where (select count(distinct state) from outbound_send) = 4");
        QTest::newRow("shared views of each workspace")
            << QByteArray("select 1 where (select count(*) from saved_view where is_shared) = 9");
        QTest::newRow("read and unread") << QByteArray(
            "select 1 where (select count(distinct read_through) from lead_read) > 1"
            " and exists (select from lead l where l.last_inbound_at > '2026-03-09T15:20:00Z' and not exists"
            " (select from lead_read r where r.lead_id = l.id))");
        QTest::newRow("no name") << QByteArray("select count(*) from lead where sort_name = 'unknown'");
        QTest::newRow("long name") << QByteArray("select count(*) from lead where length(last_name) > 80");
        QTest::newRow("no address") << QByteArray("select count(*) from lead where email is null");
        QTest::newRow("long thread") << QByteArray(
            "select 1 where exists (select from message group by lead_id having count(*) >= 390)");
        QTest::newRow("html") << QByteArray(
            "select count(*) from message where raw_html like '%<blockquote%'");
        QTest::newRow("arabic") << QByteArray("select count(*) from message where body ~ '[ء-ي]'");
        QTest::newRow("hebrew") << QByteArray("select count(*) from message where body ~ '[א-ת]'");
        QTest::newRow("japanese") << QByteArray("select count(*) from message where body ~ '[ぁ-ん]'");
        QTest::newRow("review") << QByteArray("select count(*) from lead where categories & 128 <> 0");
        QTest::newRow("sent by the machine")
            << QByteArray("select count(*) from lead where categories & 64 <> 0");
        QTest::newRow("repair") << QByteArray("select count(*) from lead where categories & 32 <> 0");
        QTest::newRow("attachment") << QByteArray(
            "select count(*) from attachment where content_id is not null");
        QTest::newRow("appointment") << QByteArray("select count(*) from appointment");
    }
    void rowsOfEveryKind_exist()
    {
        QFETCH(QByteArray, sql);
        QVERIFY(m_demo.admin->runSql(sql)->rowCount() == 1);
        QVERIFY(m_demo.admin->runSql(sql)->integer(0, 0) > 0);
    }

    void nothingIsInTheFuture()
    {
        QCOMPARE(
            count(*m_demo.admin, "select count(*) from message where sent_at > '2026-03-11T15:20:00Z'"), 0);
        QCOMPARE(
            count(*m_demo.admin, "select count(*) from lead where updated_at > '2026-03-11T15:20:00Z'"), 0);
        QCOMPARE(count(*m_demo.admin, "select count(*) from lead where created_at > updated_at"), 0);
    }

    void noBlankIsLeftOpen()
    {
        QCOMPARE(count(*m_demo.admin, "select count(*) from message where body ~ '\\{[a-z_0-9]+\\}'"), 0);
        QCOMPARE(count(*m_demo.admin, "select count(*) from message where body = ''"), 0);
    }

    /// No two rows next to each other in the list show the same text.
    void neighbours_neverReadTheSame()
    {
        QCOMPARE(
            count(*m_demo.admin,
                "select count(*) from (select m.body, lag(m.body) over (partition by l.workspace_id order by "
                "l.updated_at desc, l.id desc) as above from lead l join lateral (select body from message m "
                "where "
                "m.workspace_id = l.workspace_id and m.lead_id = l.id order by sent_at desc limit 1) m on "
                "true) x "
                "where x.body = x.above"),
            0);
    }

    void sameSeed_isByteIdentical()
    {
        const QByteArray digest
            = "select md5((select string_agg(l::text, '|' order by id) from lead l) || (select "
              "string_agg(m::text, '|' order by id) from message m) || (select string_agg(d::text, "
              "'|' order by id) from ai_draft d) || (select string_agg(a::text, '|' order by id) "
              "from attachment a))";
        const Demo first = make(options(150));
        const Demo second = make(options(150));
        const Demo other = make(options(150, 8));
        QCOMPARE(second.admin->runSql(digest)->text(0, 0), first.admin->runSql(digest)->text(0, 0));
        QVERIFY(other.admin->runSql(digest)->text(0, 0) != first.admin->runSql(digest)->text(0, 0));
    }

    void secondRun_changesNothing()
    {
        const SystemClock clock;
        const auto again = seed(*m_demo.admin, options(1200), clock);
        QVERIFY(again);
        QVERIFY(again->wasPresent);
        QCOMPARE(again->logins.size(), 6);
        QCOMPARE(count(*m_demo.admin, "select count(*) from lead"), 1200);
    }

    void anotherSeed_standsBesideTheFirst()
    {
        Demo demo = make(options(100));
        const SystemClock clock;
        QVERIFY(seed(*demo.admin, options(100, 99), clock));
        QCOMPARE(count(*demo.admin, "select count(*) from lead"), 200);
        QCOMPARE(count(*demo.admin, "select count(*) from app_user"), 10);
    }

    void logins_haveEveryRole()
    {
        QStringList roles;
        for (const SeedLogin &login : m_demo.report.logins)
            roles += login.role;
        QCOMPARE(roles,
            QStringList(
                {u"OWNER"_s, u"ADMIN"_s, u"INBOX_MANAGER"_s, u"SETTER"_s, u"SETTER"_s, u"CLIENT_PORTAL"_s}));
        QCOMPARE(m_demo.report.otherTenant.role, u"OWNER"_s);
        QCOMPARE(count(*m_demo.admin,
                     "select count(*) from workspace_member m join workspace w on w.id = m.workspace_id join "
                     "app_user u on u.id = m.user_id join app_user o on o.id = w.owner_user_id where "
                     "o.email like '%kestrelrowe%' and u.email like '%northbeam%'"),
            0);
    }

    /// The way of the large seeds: indexes built at the end are the ones that were there.
    void rebuiltIndexes_areAllThere()
    {
        const QByteArray indexes
            = "select md5(string_agg(pg_get_indexdef(indexrelid), '|' order by indexrelid::regclass::text)) "
              "from pg_index where indrelid in ('lead'::regclass, 'message'::regclass, "
              "'ai_draft'::regclass, 'lead_address'::regclass)";
        const auto database = TestDatabase::create();
        QVERIFY(database);
        const auto admin = PgConnection::open((*database)->adminConninfo());
        QVERIFY(admin);
        const QString before = (*admin)->runSql(indexes)->text(0, 0);
        const SystemClock clock;
        const auto report = seed(**admin, options(20'000), clock);
        QVERIFY2(report, report ? "" : qPrintable(describe(report.error())));
        QCOMPARE((*admin)->runSql(indexes)->text(0, 0), before);
        QCOMPARE(verifyCounts(**admin, report->workspaces.first())->size(), 0);
    }

    void stopping_leavesNothing()
    {
        const auto database = TestDatabase::create();
        QVERIFY(database);
        const auto admin = PgConnection::open((*database)->adminConninfo());
        std::stop_source stop;
        stop.request_stop();
        SeedOptions wanted = options(500);
        wanted.stop = stop.get_token();
        const SystemClock clock;
        const auto report = seed(**admin, wanted, clock);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Cancelled);
        QCOMPARE(count(**admin, "select count(*) from workspace"), 0);
        QCOMPARE(count(**admin, "select count(*) from app_user"), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Seed)
#include "tst_seed.moc"
