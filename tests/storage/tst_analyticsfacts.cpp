// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgconnection.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What the triggers of migration 0011 keep: the CRM row of a lead that turned positive, the lead's current
/// appointment, and the data version.
class tst_AnalyticsFacts : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    WorkspaceId m_workspace;
    UserId m_owner;
    LeadId m_lead;

    InboxData data() { return InboxData(*m_admin); }
    PgParams ours() const { return PgParams() << m_workspace << m_lead; }
    QString text(const QByteArray &sql, const PgParams &params)
    {
        const PgResult rows = data().run(sql, params);
        return rows.rowCount() > 0 ? rows.text(0, 0) : u"(no row)"_s;
    }
    void message(const QByteArray &direction, const QByteArray &channel, const QByteArray &at)
    {
        data().run("insert into message (workspace_id, lead_id, channel, direction, body, sent_at) values "
                   "($1::uuid, "
                   "$2::uuid, '"
                + channel + "', '" + direction + "', 'x', '" + at + "')",
            ours());
    }
    void tag(const QByteArray &value)
    {
        data().run(
            "update lead set sentiment_tag = '" + value + "' where workspace_id = $1::uuid and id = $2::uuid",
            ours());
    }
    QString crm(const QByteArray &columns)
    {
        return text("select concat_ws('|', " + columns
                + ") from lead_crm_row where workspace_id = $1::uuid and lead_id = $2::uuid",
            ours());
    }
    void book(const QByteArray &number, const QByteArray &status, const QByteArray &created)
    {
        data().run(
            "insert into appointment (workspace_id, lead_id, provider, ghl_appointment_id, status, source, "
            "created_at, start_at) values ($1::uuid, $2::uuid, 'GHL', 'a"
                + number + "', '" + status + "', 'WEBHOOK', '" + created + "', '2026-05-0" + number
                + "T10:00Z')",
            ours());
    }
    /// What the lead shows: appointment id, status, when it was booked and what day it is on.
    QString shown()
    {
        return text(
            "select concat_ws('|', ghl_appointment_id, appointment_status, appointment_booked_at at time "
            "zone "
            "'UTC', (appointment_start_at at time zone 'UTC')::date, appointment_canceled_at is not null, "
            "appointment_provider, appointment_source) from lead where workspace_id = $1::uuid and id = "
            "$2::uuid",
            ours());
    }
    qint64 version()
    {
        return text("select count(*) from inbox_counts_delta where workspace_id = $1::uuid and n = 0 and "
                    "categories = "
                    "0 and assignee = '00000000-0000-0000-0000-000000000000'",
            PgParams() << m_workspace)
            .toLongLong();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_owner = data().addUser(u"owner@x.example"_s);
        m_workspace = data().addWorkspace(u"Acme"_s, m_owner);
    }

    void init()
    {
        data().run("delete from lead where workspace_id = $1::uuid", PgParams() << m_workspace);
        m_lead = data().addLead(m_workspace, {.score = 3});
        data().run("insert into email_campaign (workspace_id, bison_campaign_id, name) values ($1::uuid, "
                   "'b', 'Spring') "
                   "on conflict do nothing",
            PgParams() << m_workspace);
        data().run("update lead l set email_campaign_id = e.id from email_campaign e where e.workspace_id = "
                   "l.workspace_id and l.workspace_id = $1::uuid and l.id = $2::uuid",
            ours());
    }

    void firstPositiveTag_makesTheRow()
    {
        message("inbound", "email", "2026-04-01T10:00Z");
        message("outbound", "email", "2026-04-01T11:00Z");
        message("inbound", "sms", "2026-04-02T10:00Z");
        tag("Interested");
        QCOMPARE(crm("interest_registered_at at time zone 'UTC', interest_type, interest_channel, "
                     "interest_campaign_name, lead_score_at_interest, response_mode"),
            u"2026-04-02 10:00:00|Interested|sms|Spring|3"_s);
        QCOMPARE(
            text("select (c.interest_message_id = m.id)::text from lead_crm_row c join message m on "
                 "m.workspace_id "
                 "= c.workspace_id and m.lead_id = c.lead_id and m.channel = 'sms' where c.workspace_id = "
                 "$1::uuid and c.lead_id = $2::uuid",
                ours()),
            u"true"_s);
    }

    void insertedPositive_makesTheRow()
    {
        m_lead = data().addLead(m_workspace, {.tag = u"Call Requested"_s});
        QCOMPARE(crm("interest_type, interest_registered_at is not null"), u"Call Requested|t"_s);
    }

    void laterPositive_forgetsTheAnswerAlone()
    {
        message("inbound", "email", "2026-04-01T10:00Z");
        tag("Information Requested");
        data().run("update lead_crm_row set response_mode = 'AI', response_message_id = gen_random_uuid(), "
                   "notes = 'n', "
                   "lead_type = 't' where workspace_id = $1::uuid and lead_id = $2::uuid",
            ours());
        message("inbound", "sms", "2026-04-03T10:00Z");
        tag("Meeting Requested");
        QCOMPARE(crm("interest_registered_at at time zone 'UTC', interest_type, interest_channel, notes, "
                     "lead_type, "
                     "coalesce(response_mode::text, 'none'), coalesce(response_message_id::text, 'none')"),
            u"2026-04-01 10:00:00|Information Requested|email|n|t|none|none"_s);
    }

    void otherTags_changeNothing_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const QByteArray value : {"Not Interested", "New", "Meeting Booked", "Positive", "Follow Up"})
            QTest::newRow(value) << value;
    }
    void otherTags_changeNothing()
    {
        QFETCH(QByteArray, value);
        tag(value);
        QCOMPARE(crm("interest_type"), u"(no row)"_s);
        tag("Interested");
        data().run(
            "update lead_crm_row set response_mode = 'HUMAN' where workspace_id = $1::uuid and lead_id = "
            "$2::uuid",
            ours());
        const QString before = crm("updated_at, response_mode");
        tag(value);
        tag(value);
        QCOMPARE(crm("updated_at, response_mode"), before);
    }

    void appointment_isShownByItsLead()
    {
        book("1", "CONFIRMED", "2026-04-01T10:00Z");
        QCOMPARE(shown(), u"a1|confirmed|2026-04-01 10:00:00|2026-05-01|f|GHL|WEBHOOK"_s);
    }

    void cancelledAppointment_isShownAsCancelled()
    {
        book("1", "CONFIRMED", "2026-04-01T10:00Z");
        data().run("update appointment set status = 'CANCELED', canceled_at = '2026-04-02T10:00Z' where "
                   "workspace_id = "
                   "$1::uuid and lead_id = $2::uuid",
            ours());
        QCOMPARE(shown(), u"a1|canceled|2026-04-01 10:00:00|2026-05-01|t|GHL|WEBHOOK"_s);
    }

    void rescheduledChain_showsItsEnd()
    {
        book("1", "CONFIRMED", "2026-04-01T10:00Z");
        book("2", "CONFIRMED", "2026-04-02T10:00Z");
        data().run(
            "update appointment a set status = case ghl_appointment_id when 'a1' then 'RESCHEDULED' else "
            "'CONFIRMED' end::appointment_status, rescheduled_from_id = (select x.id from appointment x "
            "where "
            "x.lead_id = a.lead_id and x.ghl_appointment_id = 'a1' and a.ghl_appointment_id = 'a2') where "
            "workspace_id = $1::uuid and lead_id = $2::uuid",
            ours());
        QCOMPARE(shown(), u"a2|confirmed|2026-04-02 10:00:00|2026-05-02|f|GHL|WEBHOOK"_s);
        // A late word about the first date does not bring it back.
        data().run("update appointment set updated_at = now() where workspace_id = $1::uuid and lead_id = "
                   "$2::uuid and "
                   "ghl_appointment_id = 'a1'",
            ours());
        QCOMPARE(shown(), u"a2|confirmed|2026-04-02 10:00:00|2026-05-02|f|GHL|WEBHOOK"_s);
    }

    void deletedAppointment_givesWayToTheOneBefore()
    {
        book("1", "SHOWED", "2026-04-01T10:00Z");
        book("2", "CONFIRMED", "2026-04-02T10:00Z");
        data().run("delete from appointment where workspace_id = $1::uuid and lead_id = $2::uuid and "
                   "ghl_appointment_id "
                   "= 'a2'",
            ours());
        QCOMPARE(shown(), u"a1|showed|2026-04-01 10:00:00|2026-05-01|f|GHL|WEBHOOK"_s);
    }

    void analysts_seeNoPasswords()
    {
        QCOMPARE(text("select string_agg(column_name, ',' order by column_name) from "
                      "information_schema.column_privileges where table_name = 'app_user' and grantee = "
                      "'signalbox_analyst'",
                     {}),
            u"disabled_at,email,id,name"_s);
    }

    void everyTableMovesTheDataVersion_data()
    {
        QTest::addColumn<QByteArray>("insert");
        QTest::addColumn<QByteArray>("change");
        const auto row = [](const char *table, const char *columns, const char *values, const char *change) {
            QTest::newRow(table) << QByteArray("insert into ") + table + " (workspace_id, " + columns
                    + ") select l.workspace_id, " + values
                    + " from lead l where l.workspace_id = $1::uuid and l.id = $2::uuid"
                                 << QByteArray("update ") + table + " set " + change
                    + " where workspace_id = $1::uuid and $2::uuid is not null";
        };
        row("workspace_settings", "updated_at", "now()", "updated_at = now()");
        row("appointment", "lead_id, provider, status, source", "l.id, 'GHL', 'CONFIRMED', 'MANUAL'",
            "cancel_reason = 'x'");
        row("response_timing_event", "lead_id, channel, inbound_message_id, inbound_sent_at",
            "l.id, 'sms', gen_random_uuid(), now()", "ai_response_ms = 5");
        row("lead_crm_row", "lead_id", "l.id", "notes = 'x'");
        row("workspace_availability_cache",
            "calendar_type, calendar_url, range_start, range_end, fetched_at, stale_at",
            "'ghl', 'u', now(), now(), now(), now()", "last_error = 'x'");
        row("booking_process", "name", "'p' || l.id", "description = 'x'");
        row("follow_up_task", "lead_id, type, due_date", "l.id, 'call', now()", "status = 'completed'");
        row("follow_up_sequence", "name", "'s' || l.id", "is_active = false");
        row("reactivation_campaign", "name", "'r' || l.id", "is_active = false");
        row("lead_campaign_booking_progress", "lead_id, email_campaign_id", "l.id, l.email_campaign_id",
            "current_wave = 2");
        QTest::newRow("reactivation_enrollment")
            << QByteArray(
                   "with c as (insert into reactivation_campaign (workspace_id, name) values ($1::uuid, 'r') "
                   "returning id) insert into reactivation_enrollment (workspace_id, campaign_id, lead_id) "
                   "select $1::uuid, c.id, $2::uuid from c")
            << QByteArray(
                   "update reactivation_enrollment set status = 'sent' where workspace_id = $1::uuid and "
                   "$2::uuid is not null");
        QTest::newRow("email_campaign")
            << QByteArray(
                   "insert into email_campaign (workspace_id, bison_campaign_id, name) select $1::uuid, "
                   "'b1', 'Spring' where $2::uuid is not null")
            << QByteArray("update email_campaign set response_mode = 'AI_AUTO_SEND' where workspace_id = "
                          "$1::uuid and $2::uuid is not null");
        QTest::newRow("follow_up_instance")
            << QByteArray("with s as (insert into follow_up_sequence (workspace_id, name) values ($1::uuid, "
                          "'Nudge') returning id) insert into follow_up_instance (workspace_id, sequence_id, "
                          "lead_id) select $1::uuid, s.id, $2::uuid from s")
            << QByteArray("update follow_up_instance set last_step_at = now() where workspace_id = $1::uuid "
                          "and $2::uuid is not null");
    }
    void everyTableMovesTheDataVersion()
    {
        QFETCH(QByteArray, insert);
        QFETCH(QByteArray, change);
        const qint64 before = version();
        // Foreign keys of the enrollment's campaign are looked at when the statement ends.
        data().run(insert, ours());
        const qint64 inserted = version();
        QVERIFY(inserted > before);
        data().run(change, ours());
        const qint64 changed = version();
        QVERIFY(changed > inserted);
        data().run(QByteArray("delete from ") + QTest::currentDataTag()
                + " where workspace_id = $1::uuid and $2::uuid is not null",
            ours());
        QVERIFY(version() > changed);
    }
};

QTEST_GUILESS_MAIN(tst_AnalyticsFacts)
#include "tst_analyticsfacts.moc"
