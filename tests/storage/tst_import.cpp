// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csvimport.h"
#include "core/ingest/jsonlimport.h"
#include "core/ingest/mailimport.h"
#include "core/storage/countsstore.h"
#include "core/storage/pgconnection.h"
#include "tests/support/testdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Imports into a real database, as the service's own role under row-level security.
class tst_Import : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_service;
    QTemporaryDir m_dir;
    SystemClock m_clock;
    ImportOptions m_options;

    QString text(const QByteArray &sql)
    {
        const auto rows = m_admin->runSql(sql);
        if (!rows)
            qFatal("%s", qPrintable(describe(rows.error())));
        return rows->rowCount() > 0 ? rows->text(0, 0) : QString();
    }
    qint64 count(const QByteArray &sql) { return text(sql).toLongLong(); }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(bytes);
        return file.fileName();
    }

    static QByteArray mail(const QByteArray &from, const QByteArray &to, const QByteArray &id,
        const QByteArray &date, const QByteArray &rest = "\nHello\n")
    {
        return "From x Tue Nov  3 10:12:00 2026\nFrom: " + from + "\nTo: " + to
            + (id.isEmpty() ? QByteArray() : "\nMessage-ID: <" + id + ">") + "\nDate: " + date
            + "\nSubject: S\n" + rest + "\n";
    }

    Result<ImportReport> importBox(const QByteArray &box, const ImportOptions &options)
    {
        auto source = MailSource::openMbox(write(u"box"_s, box), MailLimits().mailBytes);
        if (!source)
            return source.error();
        return importMail(
            *m_service, **source, {u"Me@Ours.example"_s, u"me2@ours.example"_s}, options, m_clock);
    }
    ImportReport lines(const QByteArray &body)
    {
        const auto report = ingestLines(*m_service, body, m_options, m_clock);
        if (!report)
            qFatal("%s", qPrintable(describe(report.error())));
        return *report;
    }
    Result<ImportReport> csv(const QByteArray &table, bool isStrict = false)
    {
        const auto file = InputFile::open(write(u"table.csv"_s, table));
        ImportOptions options = m_options;
        options.isStrict = isStrict;
        return importCsv(*m_service, **file, {}, options, m_clock);
    }
    void checkNoDrift() { QCOMPARE(verifyCounts(*m_admin, m_options.workspace)->size(), 0); }

    /// Everything a second run must not move.
    QString state()
    {
        return text("select md5((select coalesce(string_agg(x::text, '|' order by x::text), '') from (select "
                    "email, first_name, "
                    "last_name, updated_at, created_at, last_inbound_at, last_outbound_at, categories from "
                    "lead) x) || (select "
                    "coalesce(string_agg(y::text, '|' order by y::text), '') from (select "
                    "webhook_dedupe_key, body, direction, sent_at "
                    "from message) y))");
    }

    static QByteArray largeBox()
    {
        QByteArray box;
        for (int i = 0; i < 60; ++i)
            box += mail(
                "Lead " + QByteArray::number(i % 7) + " <lead" + QByteArray::number(i % 7) + "@x.example>",
                "me@ours.example", "id" + QByteArray::number(i) + "@x",
                "Tue, 3 Nov 2026 10:" + QByteArray::number(10 + i % 50) + ":00 +0000");
        return box;
    }

    /// One record of each kind that analytics reads, two meetings, and what they hang on.
    static QByteArray facts()
    {
        return R"({"kind":"lead","email":"a@x.example","fitScore":2,"intentScore":4,"appointmentBookedAt":"2026-11-01T10:00:00Z","appointmentStatus":"confirmed","appointmentProvider":"GHL","ghlAppointmentId":"g0"}
{"kind":"message","id":"11111111-1111-4111-8111-111111111111","lead":{"email":"a@x.example"},"channel":"email","direction":"inbound","content":"Hi","timestamp":"2026-11-03T10:00:00Z"}
{"kind":"crm_row","lead":{"email":"a@x.example"},"interestRegisteredAt":"2026-11-03T10:00:00Z","interestType":"Interested","responseMode":"AI","notes":"first"}
{"kind":"response_timing","lead":{"email":"a@x.example"},"channel":"email","inboundMessageId":"11111111-1111-4111-8111-111111111111","inboundSentAt":"2026-11-03T10:00:00Z","setterResponseSentAt":"2026-11-03T10:05:00Z","aiResponseMs":4000000000}
{"kind":"follow_up_instance","lead":{"email":"a@x.example"},"sequence":"Reminders","startedAt":"2026-11-01T10:00:00Z","lastStepAt":"2026-11-02T10:00:00Z"}
{"kind":"follow_up_task","lead":{"email":"a@x.example"},"type":"call","dueDate":"2026-12-01T10:00:00Z","sequence":"reminders"}
{"kind":"booking_progress","lead":{"email":"a@x.example"},"campaign":"spring","process":"Link first","currentWave":2,"emailOutboundCount":3}
{"kind":"reactivation","lead":{"email":"a@x.example"},"campaign":"Wake up","status":"sent","sentAt":"2026-11-04T10:00:00Z"}
{"kind":"availability","calendarType":"ghl","calendarUrl":"u","fetchedAt":"2026-11-05T10:00:00Z","staleAt":"2026-11-05T10:01:00Z","slots":["2026-11-06T10:00:00Z","2026-11-06T11:00:00+01:00"]}
{"kind":"appointment","lead":{"email":"a@x.example"},"provider":"GHL","ghlAppointmentId":"g1","status":"RESCHEDULED","bookedAt":"2026-11-02T10:00:00Z","ghlCalendarId":"c"}
{"kind":"appointment","lead":{"email":"a@x.example"},"provider":"GHL","ghlAppointmentId":"g2","status":"CONFIRMED","bookedAt":"2026-11-03T10:00:00Z","rescheduledFrom":"g1"}
)";
    }
    void addCampaign()
    {
        QVERIFY(m_admin->runSql("insert into email_campaign (workspace_id, bison_campaign_id, name) values ('"
            + m_options.workspace.toString().toLatin1() + "', 'b', 'Spring')"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto database = TestDatabase::create();
        QVERIFY2(database, database ? "" : qPrintable(describe(database.error())));
        m_database = std::move(*database);
        m_admin = std::move(*PgConnection::open(m_database->adminConninfo()));
        m_service = std::move(*PgConnection::open(m_database->appConninfo()));
    }
    void init()
    {
        QVERIFY(m_admin->runScript("delete from workspace; delete from app_user"));
        QVERIFY(m_admin->runScript("insert into app_user (email) values ('owner@ours.example')"));
        m_options = {};
        m_options.workspace = *WorkspaceId::parse(
            text("insert into workspace (name, owner_user_id) select 'W', id from app_user returning id"));
    }

    void mail_findsDirectionAndLead()
    {
        const QByteArray box = mail("=?utf-8?Q?J=C3=B6rg?= Berg <Joerg@X.example>", "me@ours.example", "1@x",
                                   "Tue, 3 Nov 2026 10:00:00 +0000")
            + mail("me@ours.example", "joerg@x.example, \"Lee, Ann\" <ann@y.example>, me2@ours.example",
                "2@x", "Tue, 3 Nov 2026 11:00:00 +0000")
            + mail("me@ours.example", "me2@ours.example", "3@x", "Tue, 3 Nov 2026 12:00:00 +0000")
            + mail("nobody", "me@ours.example", "4@x", "Tue, 3 Nov 2026 12:00:00 +0000");
        const auto report = importBox(box, m_options);
        QVERIFY(report);
        QCOMPARE(report->read, 4);
        QCOMPARE(report->added, 3);
        QCOMPARE(report->leadsAdded, 2);
        QCOMPARE(report->faultCount, 2);
        QCOMPARE(text("select first_name || '/' || last_name from lead where email = 'joerg@x.example'"),
            u"Jörg/Berg"_s);
        QCOMPARE(text("select string_agg(direction, ',' order by sent_at) from message m join lead l on l.id "
                      "= m.lead_id where "
                      "l.email = 'joerg@x.example'"),
            u"inbound,outbound"_s);
        QCOMPARE(text("select first_name from lead where email = 'ann@y.example'"), u"Ann"_s);
        QCOMPARE(count("select count(*) from message where direction = 'outbound' and sent_by = 'setter' and "
                       "source = 'zrg'"),
            2);
        QCOMPARE(text("select to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from lead where "
                      "email = 'joerg@x.example'"),
            u"2026-11-03 11:00"_s);
        checkNoDrift();
    }

    void mail_again_changesNothing()
    {
        QVERIFY(importBox(largeBox(), m_options));
        const QString before = state();
        const auto again = importBox(largeBox(), m_options);
        QVERIFY(again);
        QCOMPARE(again->added, 0);
        QCOMPARE(again->unchanged, 60);
        QCOMPARE(again->leadsAdded, 0);
        QCOMPARE(state(), before);
    }

    /// The connection is cut in the middle, as a kill would; what was committed stays, and a second run
    /// completes it.
    void mail_cutInTheMiddle_comesToTheSameEnd()
    {
        QVERIFY(importBox(largeBox(), m_options));
        const QString whole = state();
        init();
        ImportOptions small = m_options;
        small.batchRecords = 10;
        auto source = MailSource::openMbox(write(u"cut"_s, largeBox()), 1 << 20);
        auto victim = PgConnection::open(m_database->appConninfo());
        const QString pid = (*victim)->runSql("select pg_backend_pid()")->text(0, 0);
        int mails = 0;
        struct Cutting final : MailSource
        {
            MailSource &inner;
            std::function<void()> each;
            Cutting(MailSource &source, std::function<void()> callback)
                : inner(source)
                , each(std::move(callback))
            { }
            Result<std::optional<RawMail>> next() override
            {
                each();
                return inner.next();
            }
            qint64 done() const override { return inner.done(); }
            qint64 total() const override { return inner.total(); }
        } cutting(**source, [&] {
            if (++mails == 35)
                (void)m_admin->runScript("select pg_terminate_backend(" + pid.toLatin1() + ")");
        });
        const auto broken = importMail(**victim, cutting, {u"me@ours.example"_s}, small, m_clock);
        QVERIFY(!broken);
        const qint64 kept = count("select count(*) from message");
        QVERIFY(kept >= 20 && kept < 60);
        QVERIFY(importBox(largeBox(), small));
        QCOMPARE(state(), whole);
        checkNoDrift();
    }

    void mailWithoutId_isKnownByItsBytes()
    {
        const QByteArray box = mail("a@x.example", "me@ours.example", {}, "Tue, 3 Nov 2026 10:00:00 +0000");
        QCOMPARE(importBox(box + box, m_options)->added, 1);
    }

    void attachments_areStored()
    {
        const QByteArray rest = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
                                "text/plain\n\nSee file\n--b\nContent-Type: "
                                "image/png; name=a.png\nContent-ID: <c@x>\nContent-Transfer-Encoding: "
                                "base64\n\niVBORw0KGgo=\n--b--\n";
        QVERIFY(
            importBox(mail("a@x.example", "me@ours.example", "1@x", "Tue, 3 Nov 2026 10:00:00 +0000", rest),
                m_options));
        QCOMPARE(text("select name || ' ' || content_id || ' ' || size_bytes || ' ' || encode(content, "
                      "'hex') from attachment"),
            u"a.png c@x 8 89504e470d0a1a0a"_s);
    }

    void strictMail_storesAllOrNothing()
    {
        ImportOptions strict = m_options;
        strict.isStrict = true;
        const auto report = importBox(largeBox() + mail("nobody", "x", "9@x", "x"), strict);
        QVERIFY(report);
        QVERIFY(report->isUndone);
        QCOMPARE(count("select count(*) from message"), 0);
        QCOMPARE(count("select count(*) from lead"), 0);
    }

    void unknownWorkspace_isNotFound()
    {
        ImportOptions other = m_options;
        other.workspace = {newUuid()};
        const auto report = importBox(largeBox(), other);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::NotFound);
    }

    void csv_upsertsByAddressThenPhone()
    {
        const auto first
            = csv("Email;First Name;Phone;Company\nAnn@X.example;Ann;+49 30 1234;One\n;Bob;0171/555;Two\n");
        QVERIFY(first);
        QCOMPARE(first->added, 2);
        const auto second = csv("email,company,phone\nann@x.example,Three,\n,Four,0171 555\n");
        QVERIFY(second);
        QCOMPARE(second->added, 0);
        QCOMPARE(second->changed, 2);
        QCOMPARE(text("select first_name || company_name || phone from lead where email = 'ann@x.example'"),
            u"AnnThree+49301234"_s);
        QCOMPARE(text("select first_name || company_name from lead where phone = '0171555'"), u"BobFour"_s);
        QCOMPARE(csv("email,company,phone\nann@x.example,Three,\n")->unchanged, 1);
    }

    void csv_badLinesAreNamedAndTheRestImported()
    {
        const QByteArray table = "email,name,score\na@x.example,A "
                                 "B,3\nnonsense,C,1\nb@x.example,\"two\nlines\",2,extra\n,D,1\nc@x.example,E,"
                                 "9\nd@x.example,F,\n";
        const auto report = csv(table);
        QVERIFY(report);
        QCOMPARE(report->added, 2);
        QList<qint64> where;
        for (const ImportFault &fault : report->faults)
            where += fault.line;
        QCOMPARE(where, QList<qint64>({3, 4, 6, 7}));
        QCOMPARE(report->faults.first().field, u"email"_s);
        init();
        const auto strict = csv(table, true);
        QVERIFY(strict);
        QVERIFY(strict->isUndone);
        QCOMPARE(count("select count(*) from lead"), 0);
    }

    void everyKind_isStoredOnce()
    {
        const QByteArray body
            = R"({"kind":"lead","email":"a@x.example","firstName":"A","sentimentTag":"Interested","status":"qualified","overallScore":3}
{"kind":"message","id":"11111111-1111-4111-8111-111111111111","lead":{"email":"a@x.example"},"channel":"email","direction":"inbound","content":"Hi","timestamp":"2026-11-03T10:00:00Z","emailBisonReplyId":"r1"}
{"kind":"draft","lead":{"email":"a@x.example"},"channel":"email","content":"Dear A","triggerMessageId":"11111111-1111-4111-8111-111111111111","autoSendAction":"needs_review","autoSendConfidence":0.4}
{"kind":"appointment","lead":{"email":"a@x.example"},"provider":"CALENDLY","calendlyInviteeUri":"u1","status":"CONFIRMED","startAt":"2026-11-05T10:00:00Z"}
{"kind":"follow_up_instance","lead":{"email":"a@x.example"},"sequence":"Reminders","status":"paused","pausedReason":"missing_lead_data: phone"}
)";
        const ImportReport first = lines(body);
        QCOMPARE(first.faultCount, 0);
        QCOMPARE(first.added, 5);
        QCOMPARE(text("select categories::text from lead"), QString::number(1 | 2 | 4 | 16 | 128));
        const ImportReport again = lines(body);
        QCOMPARE(again.unchanged, 5);
        QCOMPARE(again.added + again.changed + again.faultCount, 0);
        const ImportReport moved = lines(QByteArray(body)
                                             .replace("CONFIRMED", "CANCELED")
                                             .replace("Dear A", "Dear Ann")
                                             .replace("0.4", "0.6"));
        QCOMPARE(moved.changed, 2);
        QCOMPARE(count("select count(*) from appointment where status = 'CANCELED'"), 1);
        checkNoDrift();
    }

    void everyFact_isStoredOnce()
    {
        addCampaign();
        const ImportReport first = lines(facts());
        QVERIFY2(
            first.faultCount == 0, first.faults.isEmpty() ? "" : qPrintable(first.faults.first().reason));
        QCOMPARE(first.added, 11);
        QCOMPARE(text("select concat_ws('|', interest_type, response_mode, notes) from lead_crm_row"),
            u"Interested|AI|first"_s);
        QCOMPARE(text("select setter_response_ms || '|' || ai_response_ms from response_timing_event"),
            u"300000|4000000000"_s);
        QCOMPARE(text("select (t.instance_id = i.id)::text || i.last_step_at::date from follow_up_task t, "
                      "follow_up_instance i"),
            u"true2026-11-02"_s);
        QCOMPARE(text("select p.name || g.current_wave || g.email_outbound_count from "
                      "lead_campaign_booking_progress g "
                      "join booking_process p on p.id = g.active_booking_process_id"),
            u"Link first23"_s);
        QCOMPARE(text("select c.name || e.status from reactivation_enrollment e join reactivation_campaign c "
                      "on c.id = "
                      "e.campaign_id"),
            u"Wake upsent"_s);
        QCOMPARE(text("select cardinality(slots) || '|' || (slots[1] = slots[2] + interval '0') || '|' || "
                      "extract(day from range_end - range_start) || availability_source from "
                      "workspace_availability_cache"),
            u"2|true|30DEFAULT"_s);
        // The lead shows its last appointment, not what the lead's own record said of it.
        QCOMPARE(
            text("select concat_ws('|', l.ghl_appointment_id, l.appointment_status, l.appointment_booked_at "
                 "at time "
                 "zone 'UTC', l.fit_score, l.intent_score, f.ghl_appointment_id, f.ghl_calendar_id) from "
                 "lead l join "
                 "appointment a on a.ghl_appointment_id = l.ghl_appointment_id join appointment f on f.id = "
                 "a.rescheduled_from_id"),
            u"g2|confirmed|2026-11-03 10:00:00|2|4|g1|c"_s);

        // Without the lead's record, which says anew what the appointments have since replaced.
        const QByteArray rest = facts().sliced(facts().indexOf('\n') + 1);
        const ImportReport again = lines(rest);
        QCOMPARE(again.unchanged, 10);
        QCOMPARE(again.added + again.changed + again.faultCount, 0);
    }

    /// Also if it says what the processor had found: from then on nothing mends it (migration 0029).
    void anEventOfTheProcessor_becomesWhatWasGiven()
    {
        const QByteArray given = facts().split('\n').at(3);
        lines(facts().split('\n').first(2).join('\n'));
        lines(given);
        text("update response_timing_event set is_derived = true returning 1");
        QCOMPARE(lines(given).changed, 1);
        QCOMPARE(text("select is_derived::text from response_timing_event"), u"false"_s);
        QCOMPARE(lines(given).unchanged, 1);
    }

    /// What is given replaces, the rest stays.
    void facts_areChangedByWhatIsGiven()
    {
        addCampaign();
        lines(facts());
        const ImportReport moved = lines(
            R"({"kind":"crm_row","lead":{"email":"a@x.example"},"notes":null,"leadType":"Inbound"}
{"kind":"follow_up_task","lead":{"email":"a@x.example"},"type":"call","dueDate":"2026-12-01T10:00:00Z","status":"completed"}
{"kind":"booking_progress","lead":{"email":"a@x.example"},"campaign":"Spring","currentWave":3}
{"kind":"reactivation","lead":{"email":"a@x.example"},"campaign":"wake UP","status":"failed"}
{"kind":"follow_up_instance","lead":{"email":"a@x.example"},"sequence":"Reminders","status":"completed","completedAt":"2026-11-08T10:00:00Z"}
{"kind":"availability","calendarType":"ghl","calendarUrl":"u","fetchedAt":"2026-11-06T10:00:00Z","staleAt":"2026-11-06T10:01:00Z","slots":[],"lastError":"401"}
{"kind":"availability","source":"DIRECT_BOOK","calendarType":"ghl","calendarUrl":"v","fetchedAt":"2026-11-06T10:00:00Z","staleAt":"2026-11-06T10:01:00Z"}
)");
        QCOMPARE(moved.faultCount, 0);
        QCOMPARE(moved.changed, 6);
        QCOMPARE(moved.added, 1);
        QCOMPARE(
            text("select concat_ws('|', interest_type, response_mode, coalesce(notes, '-'), lead_type) from "
                 "lead_crm_row"),
            u"Interested|AI|-|Inbound"_s);
        QCOMPARE(text("select concat_ws('|', current_wave, email_outbound_count) from "
                      "lead_campaign_booking_progress"),
            u"3|3"_s);
        QCOMPARE(text("select (last_step_at at time zone 'UTC')::text from follow_up_instance"),
            u"2026-11-02 10:00:00"_s);
        QCOMPARE(text("select concat_ws('|', cardinality(slots), last_error, (range_start at time zone "
                      "'UTC')::date) from "
                      "workspace_availability_cache where availability_source = 'DEFAULT'"),
            u"0|401|2026-11-06"_s);
        checkNoDrift();
    }

    void progressOfAnUnknownCampaign_isRefused()
    {
        const ImportReport report
            = lines("{\"kind\":\"lead\",\"email\":\"a@x.example\"}\n"
                    "{\"kind\":\"booking_progress\",\"lead\":{\"email\":\"a@x.example\"},"
                    "\"campaign\":\"Nowhere\"}");
        QCOMPARE(report.faultCount, 1);
        QCOMPARE(report.faults.first().line, 2);
        QCOMPARE(report.faults.first().field, u"campaign"_s);
        QCOMPARE(count("select count(*) from lead_campaign_booking_progress"), 0);
    }

    void badLines_doNotHoldTheOthersUp()
    {
        const ImportReport report = lines("{\"kind\":\"lead\",\"email\":\"a@x.example\"}\n\nrubbish\n"
                                          "{\"kind\":\"lead\",\"email\":\"b@x.example\",\"smsCampaignId\":"
                                          "\"11111111-1111-4111-8111-111111111111\"}\n"
                                          "{\"kind\":\"lead\",\"email\":\"c@x.example\"}");
        QCOMPARE(report.added, 2);
        QCOMPARE(report.faultCount, 2);
        QCOMPARE(report.faults.at(0).line, 3);
        QCOMPARE(report.faults.at(1).line, 4);
        checkNoDrift();
    }

    void foreignLeadId_isUnknown()
    {
        const QString other = text(
            "insert into workspace (name, owner_user_id) select 'Other', id from app_user returning id");
        const QString lead = text("insert into lead (workspace_id, email) values ('" + other.toLatin1()
            + "', 'z@x.example') returning id");
        const ImportReport report = lines("{\"kind\":\"message\",\"leadId\":\"" + lead.toLatin1()
            + "\",\"channel\":\"sms\",\"direction\":\"inbound\",\"content\":\"x\",\"timestamp\":\"2026-01-"
              "01T00:00:00Z\"}");
        QCOMPARE(report.faultCount, 1);
        QCOMPARE(report.faults.first().field, u"leadId"_s);
        QCOMPARE(count("select count(*) from message"), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Import)
#include "tst_import.moc"
