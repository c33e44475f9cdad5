// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seed.h"
#include "core/storage/countsstore.h"
#include "core/storage/driftchecks.h"
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
            for (const DriftCheck &check : driftChecks()) {
                const auto drift = check.verify(*m_demo.admin, workspace);
                QVERIFY2(drift && drift->isEmpty(), check.name.data());
            }
        }
        QVERIFY(count(*m_demo.admin, "select count(*) from lead_crm_row where is_booked and is_kept") > 10);
        QVERIFY(count(*m_demo.admin, "select count(*) from message where gap_from is not null") > 100);
        QVERIFY(count(*m_demo.admin, "select count(*) from lead where is_answered_by_assignee") > 100);
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

    void factsOfEveryKind_exist_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("every end of a meeting")
            << QByteArray("select 1 where (select count(distinct status) from appointment) = 5");
        QTest::newRow("moved meetings")
            << QByteArray("select count(*) from appointment where rescheduled_from_id is not null");
        QTest::newRow("meetings to come in a calendar that is known") << QByteArray(
            "select count(*) from appointment a join workspace_settings s on s.workspace_id = a.workspace_id "
            "where a.status = 'CONFIRMED' and a.start_at > '2026-03-11T15:20:00Z' and a.ghl_calendar_id = "
            "s.ghl_default_calendar_id");
        QTest::newRow("evidence without a time")
            << QByteArray("select count(*) from lead where appointment_booked_at is null and "
                          "has_booking(appointment_booked_at, ghl_appointment_id, calendly_invitee_uri, "
                          "calendly_scheduled_event_uri)");
        QTest::newRow("booked, and nobody said how it ended")
            << QByteArray("select count(*) from lead where appointment_booked_at is not null and "
                          "appointment_status is null");
        QTest::newRow("a calendar in order and one out of it") << QByteArray(
            "select 1 where (select count(*) from workspace_availability_cache where stale_at > "
            "'2026-03-11T15:20:00Z' and availability_source = 'DEFAULT' and cardinality(slots) > 10) = 3 and "
            "(select count(*) from workspace_availability_cache where stale_at < '2026-03-11T15:20:00Z' and "
            "last_error is not null) = 1");
        QTest::newRow("answers by both") << QByteArray(
            "select 1 where exists (select from response_timing_event where setter_response_ms > 0) and "
            "exists "
            "(select from response_timing_event where ai_chosen_delay_seconds between 180 and 420)");
        QTest::newRow("stored and open response modes") << QByteArray(
            "select 1 where exists (select from lead_crm_row where response_mode = 'AI') and exists (select "
            "from lead_crm_row where response_mode = 'HUMAN') and (select count(*) from lead_crm_row where "
            "response_mode is null) > (select count(*) from lead_crm_row where response_mode is not null)");
        QTest::newRow("CRM notes and overrides")
            << QByteArray("select 1 where (select least(count(notes), count(lead_category_override), "
                          "count(pipeline_value), "
                          "count(application_status), count(lead_type)) from lead_crm_row) > 0");
        QTest::newRow("pending tasks")
            << QByteArray("select count(*) from follow_up_task where status = 'pending'");
        QTest::newRow("three sequences in use")
            << QByteArray("select 1 where (select count(distinct sequence_id) from follow_up_instance where "
                          "last_step_at is not null) >= 3");
        QTest::newRow("two booking processes, several waves")
            << QByteArray("select 1 where (select count(distinct active_booking_process_id) from "
                          "lead_campaign_booking_progress) = 6 and (select max(current_wave) from "
                          "lead_campaign_booking_progress) >= 4");
        QTest::newRow("reactivations sent, ready and failed")
            << QByteArray("select 1 where (select count(distinct status) from reactivation_enrollment where "
                          "status in ('sent', 'ready', 'failed')) = 3");
        QTest::newRow("answered after a reactivation")
            << QByteArray("select count(*) from reactivation_enrollment e join message m on m.workspace_id = "
                          "e.workspace_id and m.lead_id = e.lead_id where m.direction = 'inbound' and "
                          "m.sent_at > e.sent_at");
    }
    void factsOfEveryKind_exist() { rowsOfEveryKind_exist(); }

    /// What the triggers of the facts would write is there, and nothing else.
    void facts_equalTheSchemasOwn()
    {
        const QByteArray bookings
            = "select md5(string_agg(t::text, '|' order by t.id)) from (select id, ghl_appointment_id, "
              "calendly_invitee_uri, calendly_scheduled_event_uri, appointment_booked_at, "
              "appointment_start_at, appointment_end_at, appointment_status, appointment_canceled_at, "
              "appointment_provider, appointment_source from lead) t";
        const auto before = m_demo.admin->runSql(bookings);
        QVERIFY(before);
        QVERIFY(m_demo.admin->runSql("select appointment_settle(array_agg(id)) from lead"));
        QCOMPARE(m_demo.admin->runSql(bookings)->text(0, 0), before->text(0, 0));
        QCOMPARE(
            count(*m_demo.admin,
                "select count(*) from lead l where is_positive(sentiment_tag) and not exists (select from "
                "lead_crm_row c where c.workspace_id = l.workspace_id and c.lead_id = l.id)"),
            0);
        QCOMPARE(count(*m_demo.admin,
                     "select count(*) from lead_crm_row c left join message m on m.workspace_id = "
                     "c.workspace_id and m.id = c.interest_message_id where m.direction is distinct from "
                     "'inbound' or m.sent_at <> c.interest_registered_at or m.channel <> c.interest_channel"),
            0);
    }

    /// What analytics reads beside the rows is what its reconcilers would make of them.
    void derivedFacts_areTheReconcilers()
    {
        QCOMPARE(count(*m_demo.admin, "select count(*) from workspace w, verify_message_days(w.id)"), 0);
        QCOMPARE(count(*m_demo.admin, "select count(*) from workspace w, verify_answer_order(w.id)"), 0);
        QCOMPARE(count(*m_demo.admin, "select count(*) from workspace w, verify_reactivations(w.id)"), 0);
        QCOMPARE(count(*m_demo.admin, "select count(*) from workspace w, verify_campaign_days(w.id)"), 0);
        QVERIFY(
            count(*m_demo.admin, "select count(*) from reactivation_enrollment where answered_at is not null")
            > 0);
        QVERIFY(count(*m_demo.admin, "select count(distinct fact) from campaign_day") == 4);
        QVERIFY(count(*m_demo.admin,
                    "select count(*) from response_timing_event where earlier_inbound_at is not null")
            > 100);
        const QByteArray sends = "select string_agg(s::text, '|' order by draft_id) from draft_send s";
        const auto before = m_demo.admin->runSql(sends);
        QVERIFY(before);
        QVERIFY(!before->text(0, 0).isEmpty());
        QVERIFY(m_demo.admin->runSql("select recompute_draft_sends(id) from workspace"));
        QCOMPARE(m_demo.admin->runSql(sends)->text(0, 0), before->text(0, 0));
    }

    /// Two periods can be compared, and the story is there to be found.
    void demo_tellsItsStory()
    {
        // Shares of all messages in hundredths. Few as the leads are, the set pieces of the last days weigh
        // more than in a demo of the usual size.
        const auto share = [&](const QByteArray &from, const QByteArray &to) {
            return count(*m_demo.admin,
                "select 100 * count(*) filter (where sent_at > '2026-03-11T15:20:00Z'::timestamptz - "
                "interval '"
                    + from + " days' and sent_at <= '2026-03-11T15:20:00Z'::timestamptz - interval '" + to
                    + " days') / count(*) from message where lead_id not in (select lead_id from message "
                      "group by "
                      "1 having count(*) > 100)");
        };
        QVERIFY2(
            share("30", "0") >= 14 && share("30", "0") <= 30, qPrintable(QString::number(share("30", "0"))));
        QVERIFY2(share("60", "30") >= 9 && share("60", "30") <= 19,
            qPrintable(QString::number(share("60", "30"))));
        // The bad week has less than half of the answers of an ordinary one.
        QVERIFY(2
                * count(*m_demo.admin,
                    "select count(*) from message where direction = 'inbound' and sent_at between "
                    "'2026-01-26T06:00Z' and '2026-02-01T20:00Z' and lead_id not in (select lead_id from "
                    "message "
                    "group by 1 having count(*) > 100)")
            < count(*m_demo.admin,
                "select count(*) from message where direction = 'inbound' and sent_at between "
                "'2026-01-19T06:00Z' and "
                "'2026-01-25T20:00Z' and lead_id not in (select lead_id from message group by 1 having "
                "count(*) > "
                "100)"));
        const auto booked = [&](const QByteArray &campaign) {
            return count(*m_demo.admin,
                "select 1000 * count(*) filter (where l.ghl_appointment_id is not null or "
                "l.calendly_invitee_uri is "
                "not null) / greatest(count(*) filter (where is_positive(sentiment_tag)), 1) from lead l "
                "join "
                "email_campaign c on c.id = l.email_campaign_id where c.name like '"
                    + campaign + "%'");
        };
        QVERIFY(booked("Founders") > 400);
        QVERIFY(booked("Trade fair") < 100);
        // Answers within half an hour, in hundredths.
        const auto quick = [&](const QByteArray &setter) {
            return count(*m_demo.admin,
                "select 100 * count(*) filter (where setter_response_ms < 1800000) / count(*) from "
                "response_timing_event e join app_user u on u.id = e.setter_sent_by_user_id where u.email "
                "like '"
                    + setter + "@%'");
        };
        QVERIFY(quick("sam") > quick("maya") + 10);
        QVERIFY(quick("maya") > quick("greta") + 5);
        const qint64 share30 = count(*m_demo.admin,
            "select 100 * count(*) filter (where exists (select from follow_up_instance f where "
            "f.workspace_id = "
            "l.workspace_id and f.lead_id = l.id and f.last_step_at < l.appointment_booked_at)) / count(*) "
            "from lead l "
            "where appointment_booked_at is not null");
        QVERIFY2(share30 >= 20 && share30 <= 45, qPrintable(QString::number(share30)));
    }

    void nothingIsInTheFuture()
    {
        QCOMPARE(
            count(*m_demo.admin,
                "select count(*) from lead where greatest(appointment_booked_at, appointment_canceled_at) > "
                "'2026-03-11T15:20:00Z'"),
            0);
        QCOMPARE(count(*m_demo.admin,
                     "select count(*) from follow_up_instance where greatest(last_step_at, completed_at, "
                     "updated_at) "
                     "> '2026-03-11T15:20:00Z'"),
            0);
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
        QByteArray facts = "select md5(''";
        for (const QByteArray table :
            {"appointment", "lead_crm_row", "response_timing_event", "follow_up_instance", "follow_up_task",
                "lead_campaign_booking_progress", "reactivation_enrollment"})
            facts += " || (select coalesce(string_agg(t::text, '|' order by id), '') from " + table + " t)";
        for (const QByteArray table :
            {"workspace_settings", "workspace_availability_cache", "booking_process", "calendar_link",
                "reactivation_campaign", "email_campaign", "follow_up_sequence"})
            facts += " || (select string_agg(t::text, '|' order by t::text) from (select * from " + table
                + ") t)";
        facts += ")";
        const Demo first = make(options(150));
        const Demo second = make(options(150));
        const Demo other = make(options(150, 8));
        QCOMPARE(second.admin->runSql(digest)->text(0, 0), first.admin->runSql(digest)->text(0, 0));
        QCOMPARE(second.admin->runSql(facts)->text(0, 0), first.admin->runSql(facts)->text(0, 0));
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
              "'ai_draft'::regclass, 'lead_address'::regclass, 'response_timing_event'::regclass, "
              "'lead_crm_row'::regclass, 'follow_up_task'::regclass, "
              "'lead_campaign_booking_progress'::regclass)";
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
