// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seed.h"
#include "core/storage/pgconnection.h"
#include "core/storage/timingstore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The processor of response timing (domain §8.2), called as the service calls it.
class tst_ResponseTimingFill : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_service;
    WorkspaceId m_workspace;
    UserId m_setter;
    LeadId m_lead;
    const Instant m_day = std::chrono::floor<std::chrono::days>(SystemClock().now()) - std::chrono::days(3);

    InboxData data() { return InboxData(*m_admin); }
    PgParams ours() const { return PgParams() << m_workspace << m_lead; }

    /// A message so many minutes after a fixed hour of three days ago; its id ends in `number`.
    void message(int number, const QByteArray &direction, int minute, const QByteArray &sentBy = "null",
        const QByteArray &channel = "email", int draft = 0)
    {
        data().run("insert into message (workspace_id, id, lead_id, channel, direction, body, sent_by, "
                   "sent_by_user_id, "
                   "ai_draft_id, ai_draft_part_index, sent_at, created_at) values ($1::uuid, "
                + idOf(number) + ", $2::uuid, '" + channel + "', '" + direction + "', 'x', " + sentBy
                + ", case when " + sentBy + " = 'setter' then '" + m_setter.toString().toLatin1()
                + "'::uuid end, " + (draft > 0 ? idOf(draft) + ", 0" : QByteArray("null, null")) + ", "
                + timeOf(minute) + ", now() - interval '10 minutes')",
            ours());
    }
    /// Of one day, whichever has begun when the test goes on.
    QByteArray timeOf(int minute) const
    {
        return '\'' + toIso(m_day + std::chrono::minutes(minute)).toLatin1() + "'::timestamptz";
    }
    QByteArray idOf(int number) const
    {
        return "md5('" + m_lead.toString().toLatin1() + QByteArray::number(number) + "')::uuid";
    }
    void draft(int number, int trigger, int evaluatedMinute, const QByteArray &action)
    {
        data().run(
            "insert into ai_draft (workspace_id, id, lead_id, trigger_message_id, channel, content, status, "
            "auto_send_action, auto_send_evaluated_at) values ($1::uuid, "
                + idOf(number) + ", $2::uuid, " + idOf(trigger) + ", 'email', 'x', 'approved', '" + action
                + "', " + timeOf(evaluatedMinute) + ")",
            ours());
    }
    void fill(int batch = 200)
    {
        for (int round = 0; round < 50; ++round) {
            const auto filled = fillResponseTimings(*m_service, batch);
            if (!filled)
                qFatal("%s", qPrintable(describe(filled.error())));
            if (!filled->hasMore)
                return;
        }
        qFatal("the processor does not come to an end");
    }
    QString events(const QByteArray &columns)
    {
        const PgResult rows = data().run("select coalesce(string_agg(concat_ws('|', " + columns
                + "), ' ' order by inbound_sent_at), '') from response_timing_event where workspace_id = "
                  "$1::uuid and "
                  "lead_id = $2::uuid",
            ours());
        return rows.text(0, 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_service = connectTo(m_database->appConninfo());
        m_setter = data().addUser(u"sam@x.example"_s);
        m_workspace = data().addWorkspace(u"Acme"_s, m_setter);
    }
    void init() { m_lead = data().addLead(m_workspace, {}); }

    void answeredByASetter_hasHisSide()
    {
        message(1, "outbound", 0);
        message(2, "inbound", 10);
        message(3, "outbound", 25, "'setter'");
        message(4, "inbound", 30);
        fill();
        QCOMPARE(events("channel, setter_response_ms, coalesce(ai_response_ms, -1)"), u"email|900000|-1"_s);
        QCOMPARE(events("setter_response_message_id = " + idOf(3) + ", inbound_message_id = " + idOf(2)
                     + ", setter_sent_by_user_id = '" + m_setter.toString().toLatin1() + "'"),
            u"t|t|t"_s);
    }

    void answeredOutOfOrder_knowsWhatWasAnsweredBefore()
    {
        message(1, "inbound", 10);
        message(2, "inbound", 20, "null", "sms");
        message(3, "outbound", 25, "'setter'", "sms");
        message(4, "outbound", 30, "'setter'");
        message(5, "inbound", 40);
        message(6, "outbound", 45, "'setter'");
        fill();
        const QByteArray minute = " - date_trunc('day', inbound_sent_at)";
        QCOMPARE(events("channel, coalesce(earlier_inbound_at" + minute + ", '0'), coalesce(later_inbound_at"
                     + minute + ", '0')"),
            u"email|00:00:00|00:20:00 sms|00:00:00|00:00:00 email|00:20:00|00:00:00"_s);
    }

    void answeredByTheMachine_hasItsDelay()
    {
        message(1, "inbound", 10);
        draft(90, 1, 11, "send_delayed");
        message(2, "outbound", 16, "'ai'", "email", 90);
        fill();
        QCOMPARE(
            events("coalesce(setter_response_ms, -1), ai_response_ms, ai_actual_delay_seconds, "
                   "ai_chosen_delay_seconds between 180 and 420, ai_chosen_delay_seconds = "
                   "response_delay(inbound_message_id), ai_scheduled_run_at = inbound_sent_at + interval '1 "
                   "minute' + interval '1 second' * ai_chosen_delay_seconds"),
            u"-1|360000|300|t|t|t"_s);
    }

    void sentAtOnce_hasNoDelay()
    {
        message(1, "inbound", 10);
        draft(90, 1, 11, "send_immediate");
        message(2, "outbound", 12, "'ai'", "email", 90);
        fill();
        QCOMPARE(events("ai_response_ms, coalesce(ai_chosen_delay_seconds, ai_actual_delay_seconds, -1), "
                        "ai_scheduled_run_at is null"),
            u"120000|-1|t"_s);
    }

    void answeredByNobody_hasNoRow()
    {
        message(1, "inbound", 10);
        message(2, "outbound", 15, "'setter'", "sms"); // another channel
        message(3, "inbound", 20);
        fill();
        QCOMPARE(events("1"), QString());
    }

    void answeredByBoth_hasBothSides()
    {
        message(1, "inbound", 10);
        draft(90, 1, 11, "send_delayed");
        message(2, "outbound", 14, "'setter'");
        message(3, "outbound", 16, "'ai'", "email", 90);
        fill();
        QCOMPARE(events("setter_response_ms, ai_response_ms"), u"240000|360000"_s);
    }

    /// A campaign step, or a message of nobody we know, answers as well, but by neither side.
    void answeredByNeither_isAnAnchorAlone()
    {
        message(1, "inbound", 10);
        message(2, "outbound", 14);
        fill();
        QCOMPARE(events("coalesce(setter_response_ms, ai_response_ms, -1)"), u"-1"_s);
    }

    void secondRun_changesNothing()
    {
        message(1, "inbound", 10);
        message(2, "outbound", 25, "'setter'");
        fill();
        const QString before = events("id, updated_at, setter_response_ms");
        data().run("delete from response_timing_mark", {});
        fill();
        QVERIFY(!before.isEmpty());
        QCOMPARE(events("id, updated_at, setter_response_ms"), before);
        QCOMPARE(fillResponseTimings(*m_service)->messages, 0);
    }

    void smallBatches_reachTheEnd()
    {
        for (int i = 0; i < 12; ++i) {
            message(2 * i, "inbound", 20 * i);
            message(2 * i + 1, "outbound", 20 * i + 5, "'setter'");
        }
        fill(5);
        QCOMPARE(events("setter_response_ms").count(u"300000"_s), 12);
    }

    void laterArrivals_completeWhatWasThere()
    {
        message(1, "inbound", 10);
        fill();
        QCOMPARE(events("1"), QString());
        message(2, "outbound", 25, "'setter'");
        data().run(
            "update message set created_at = now() - interval '3 minutes' where workspace_id = $1::uuid and "
            "lead_id = $2::uuid and direction = 'outbound'",
            ours());
        fill();
        QCOMPARE(events("setter_response_ms"), u"900000"_s);
    }

    void youngMessages_waitForTheirElders()
    {
        message(1, "inbound", 10);
        message(2, "outbound", 25, "'setter'");
        data().run(
            "update message set created_at = now() where workspace_id = $1::uuid and lead_id = $2::uuid",
            ours());
        fill();
        QCOMPARE(events("1"), QString());
    }

    /// What the demo's generator writes is what the processor finds.
    void seededEvents_areTheProcessorsOwn()
    {
        const SystemClock clock;
        const auto report = seed(*m_admin,
            {.workspaces = 1,
                .leads = 400,
                .seed = 5,
                .now = clock.now() - std::chrono::minutes(5),
                .cheapPasswords = true},
            clock);
        QVERIFY2(report, report ? "" : qPrintable(describe(report.error())));
        const WorkspaceId demo = report->workspaces.first();
        const auto digest = [&] {
            return data()
                .run("select count(*) || md5(string_agg(concat_ws('|', lead_id, channel, inbound_message_id, "
                     "inbound_sent_at, setter_response_message_id, setter_response_sent_at, "
                     "setter_sent_by_user_id, setter_response_ms, ai_draft_id, ai_response_message_id, "
                     "ai_response_sent_at, ai_response_ms, ai_chosen_delay_seconds, ai_actual_delay_seconds, "
                     "ai_scheduled_run_at, coalesce(earlier_inbound_at, '-infinity'), "
                     "coalesce(later_inbound_at, 'infinity'), is_derived), ' ' order by inbound_message_id)) "
                     "from response_timing_event "
                     "where "
                     "workspace_id = $1::uuid",
                    PgParams() << demo)
                .text(0, 0);
        };
        QCOMPARE(data().run("select count(*) from response_timing_stale", {}).integer(0, 0), 0);
        const QString seeded = digest();
        data().run("delete from response_timing_event where workspace_id = $1::uuid", PgParams() << demo);
        data().run("delete from response_timing_mark where workspace_id = $1::uuid", PgParams() << demo);
        for (int read = 500; read == 500;)
            read = int(data()
                           .run("select fill_response_timing($1::uuid, '400 days', 500)", PgParams() << demo)
                           .integer(0, 0));
        QCOMPARE(digest(), seeded);
    }
};

QTEST_GUILESS_MAIN(tst_ResponseTimingFill)
#include "tst_responsetimingfill.moc"
