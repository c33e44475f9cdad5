// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmlistsql.h"
#include "core/storage/analytics/crmreader.h"
#include "core/storage/migrator.h"
#include "tests/storage/crmdata.h"

#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const Instant Now = *parseIso(u"2026-03-01T12:00:00Z");
const Instant Start = *parseIso(u"2026-02-01T00:00:00Z");

QString linesOf(const CrmSummary &summary)
{
    QStringList lines;
    for (const auto &buckets :
        {QList<CrmBucket> {summary.totals}, summary.byResponseType, summary.byResponseMode, summary.bySetter})
        for (const CrmBucket &bucket : buckets)
            lines += u"%1: %2, %3/%4, %5/%6"_s.arg(bucket.key)
                         .arg(bucket.cohortLeads)
                         .arg(bucket.bookedEverAny)
                         .arg(bucket.bookedEverKept)
                         .arg(bucket.bookedInWindowAny)
                         .arg(bucket.bookedInWindowKept);
    lines.sort();
    return lines.join(u'\n');
}

} // namespace

/// What a CRM row keeps of its lead, so that the summary need not look at the leads (migration 0021).
class tst_CrmFacts : public QObject
{
    Q_OBJECT

private:
    static qint64 drift(CrmData &data)
    {
        return data.data()
            .run("select count(*) from verify_crm_facts($1::uuid)", PgParams() << data.workspace)
            .integer(0, 0);
    }

    static QString factsOf(CrmData &data, LeadId lead)
    {
        return data.text("select concat_ws('|', response_type, is_booked::text, is_kept::text,"
                         " booked_at is not null) from lead_crm_row where lead_id = $1::uuid",
            PgParams() << lead);
    }

    /// Of everybody, with a window of bookings, against the walk over the raw rows.
    static void compareWithOracle(CrmData &data)
    {
        data.load();
        CrmQuery query = data.query();
        for (const bool hasWindow : {false, true}) {
            if (hasWindow) {
                query.from = Start;
                query.to = Start + std::chrono::hours(400);
            }
            for (const QString &role : {u"OWNER"_s, u"ADMIN"_s, u"INBOX_MANAGER"_s, u"SETTER"_s}) {
                const InboxReader reader = data.reader(role);
                const auto summary = loadCrmSummary(data.app(), reader, query, Now);
                QVERIFY2(summary.has_value(), qPrintable(summary ? QString() : describe(summary.error())));
                QCOMPARE(linesOf(*summary), linesOf(data.expectedSummary(query, reader.scope())));
            }
        }
    }

private Q_SLOTS:
    void everyChangeOfALead_movesItsRow_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("facts");
        const auto row = [](const char *name, const char *change, const char *facts) {
            QTest::newRow(name) << QByteArray(change) << QString::fromLatin1(facts);
        };
        row("tag", "sentiment_tag = 'Objection'", "OBJECTION|false|false|f");
        row("no tag", "sentiment_tag = null", "OTHER|false|false|f");
        row("time", "appointment_booked_at = now()", "MEETING_REQUEST|true|true|t");
        row("GoHighLevel", "ghl_appointment_id = 'g'", "MEETING_REQUEST|true|true|f");
        row("Calendly", "calendly_invitee_uri = 'i'", "MEETING_REQUEST|true|true|f");
        row("event alone", "calendly_scheduled_event_uri = 'e'", "FOLLOW_UP_FUTURE|false|false|f");
        row("canceled by status", "ghl_appointment_id = 'g', appointment_status = 'canceled'",
            "MEETING_REQUEST|true|false|f");
        row("canceled by time", "appointment_booked_at = now(), appointment_canceled_at = now()",
            "MEETING_REQUEST|true|false|t");
        row("other status", "ghl_appointment_id = 'g', appointment_status = 'no_show'",
            "MEETING_REQUEST|true|true|f");
        row("canceled, never booked", "appointment_status = 'canceled'", "FOLLOW_UP_FUTURE|false|false|f");
    }
    void everyChangeOfALead_movesItsRow()
    {
        QFETCH(QByteArray, change);
        QFETCH(QString, facts);
        const LeadId lead = m_data->addLead(u"Interested"_s, {});
        const auto set = [&](const QByteArray &what) {
            m_data->data().run("update lead set " + what + " where id = $1::uuid", PgParams() << lead);
        };
        set("sentiment_tag = 'Follow Up'");
        QCOMPARE(factsOf(*m_data, lead), u"FOLLOW_UP_FUTURE|false|false|f"_s);
        set(change);
        QCOMPARE(factsOf(*m_data, lead), facts);
        set("sentiment_tag = 'Follow Up', appointment_booked_at = null, ghl_appointment_id = null,"
            " calendly_invitee_uri = null, appointment_status = null, appointment_canceled_at = null");
        QCOMPARE(factsOf(*m_data, lead), u"FOLLOW_UP_FUTURE|false|false|f"_s);
        QCOMPARE(drift(*m_data), 0);
    }

    void newRow_readsItsLead()
    {
        const LeadId lead = m_data->addLead({}, {});
        m_data->data().run(
            "update lead set ghl_appointment_id = 'g' where id = $1::uuid", PgParams() << lead);
        m_data->data().run("insert into lead_crm_row (workspace_id, lead_id) values ($1::uuid, $2::uuid)",
            PgParams() << m_data->workspace << lead);
        QCOMPARE(factsOf(*m_data, lead), u"MEETING_REQUEST|true|true|f"_s);
        const LeadId other = m_data->addLead({}, {});
        m_data->data().run("update lead_crm_row set lead_id = $2::uuid where lead_id = $1::uuid",
            PgParams() << lead << other);
        QCOMPARE(factsOf(*m_data, other), u"OTHER|false|false|f"_s);
        QCOMPARE(drift(*m_data), 0);
    }

    // What most writes of leads are: no row is written, and no edit of one becomes a conflict.
    void otherChanges_leaveTheRowAlone()
    {
        const LeadId lead = m_data->addLead(u"Interested"_s, {});
        const auto stateOf = [&] {
            return m_data->text("select concat_ws('|', xmin, ctid, updated_at) from lead_crm_row"
                                " where lead_id = $1::uuid",
                PgParams() << lead);
        };
        const QString before = stateOf();
        for (const char *change : {"last_inbound_at = now(), last_message_at = now()", "industry = 'Print'",
                 "sentiment_tag = 'Interested', status = status", "review_drafts = 1"})
            m_data->data().run(
                "update lead set " + QByteArray(change) + " where id = $1::uuid", PgParams() << lead);
        QCOMPARE(stateOf(), before);
        const auto updatedAt = [&] {
            return m_data->text(
                "select updated_at from lead_crm_row where lead_id = $1::uuid", PgParams() << lead);
        };
        const QString edited = updatedAt();
        m_data->data().run(
            "update lead set ghl_appointment_id = 'g' where id = $1::uuid", PgParams() << lead);
        QVERIFY(stateOf() != before);
        QCOMPARE(updatedAt(), edited);
    }

    void randomWrites_neverDrift()
    {
        CrmData data(30, 77);
        std::mt19937 random(20261126);
        const auto pick = [&](const QStringList &values) {
            return values.at(qsizetype(random() % unsigned(values.size()))).toLatin1();
        };
        const QByteArray some = " where id in (select id from lead where workspace_id = $1::uuid"
                                " order by md5(id::text || $2) limit 4)";
        for (int step = 0; step < 60; ++step) {
            const PgParams params = PgParams() << data.workspace << QString::number(step);
            const QByteArray change = pick(
                {u"sentiment_tag = 'Meeting Requested'"_s, u"sentiment_tag = 'Information Requested'"_s,
                    u"sentiment_tag = 'Objection'"_s, u"sentiment_tag = 'Follow Up'"_s,
                    u"sentiment_tag = null"_s, u"appointment_booked_at = '2026-02-01T03:00:00Z'"_s,
                    u"appointment_booked_at = null"_s, u"ghl_appointment_id = 'x'"_s,
                    u"ghl_appointment_id = null"_s, u"calendly_invitee_uri = 'y'"_s,
                    u"calendly_invitee_uri = null"_s, u"appointment_status = 'canceled'"_s,
                    u"appointment_status = null"_s, u"appointment_canceled_at = now()"_s,
                    u"appointment_canceled_at = null"_s, u"status = 'new'"_s});
            data.data().run("update lead set " + change + some, params);
            if (step % 10 == 0)
                data.data().run("delete from lead" + some, params);
            if (step % 5 == 0)
                data.addRow();
            if (step % 12 == 11)
                compareWithOracle(data);
            QCOMPARE(drift(data), 0);
        }
    }

    // Each waits for the other: neither could see what the other has not committed.
    void newRow_andAChangeOfItsLead_waitForEachOther()
    {
        const auto other = connectTo(m_data->database->adminConninfo());
        QVERIFY(other->runScript("set lock_timeout = '50ms'"));
        const LeadId lead = m_data->addLead({}, {});
        const QByteArray insert
            = "insert into lead_crm_row (workspace_id, lead_id) values ($1::uuid, $2::uuid)";
        const QByteArray book = "update lead set ghl_appointment_id = $2 where id = $1::uuid";
        const PgParams row = PgParams() << m_data->workspace << lead;
        const PgParams booking = PgParams() << lead << u"g"_s;

        QVERIFY(m_data->admin().runScript("begin"));
        m_data->data().run(insert, row);
        QVERIFY(!other->runSql(book, booking));
        QVERIFY(m_data->admin().runScript("rollback"));

        QVERIFY(m_data->admin().runScript("begin"));
        m_data->data().run(book, booking);
        QVERIFY(!other->runSql(insert, row));
        QVERIFY(m_data->admin().runScript("commit"));
        QVERIFY(other->runSql(insert, row));
        QCOMPARE(factsOf(*m_data, lead), u"MEETING_REQUEST|true|true|f"_s);
    }

    void plantedDrift_isFoundAndMended_data()
    {
        QTest::addColumn<QByteArray>("mend");
        QTest::addRow("by itself") << QByteArray("select recompute_crm_facts($1::uuid)");
        QTest::addRow("with the workspace") << QByteArray("select rebuild_workspace($1::uuid)::text");
    }
    void plantedDrift_isFoundAndMended()
    {
        QFETCH(QByteArray, mend);
        CrmData data(20, 5);
        QCOMPARE(drift(data), 0);
        data.data().run("set session_replication_role = replica");
        data.data().run(
            "update lead set sentiment_tag = 'Objection', appointment_booked_at = null,"
            " ghl_appointment_id = null, calendly_invitee_uri = null where id in"
            " (select lead_id from lead_crm_row where workspace_id = $1::uuid and is_booked limit 3)",
            PgParams() << data.workspace);
        data.data().run("set session_replication_role = origin");
        QCOMPARE(drift(data), 3);
        const PgResult mended = data.data().run(mend, PgParams() << data.workspace);
        if (mend.contains("recompute"))
            QCOMPARE(mended.integer(0, 0), 3);
        QCOMPARE(drift(data), 0);
        compareWithOracle(data);
    }

    void migration_fillsWhatItAdds_andGoesBack()
    {
        CrmData data(40, 11);
        QVERIFY(Migrator::rollBackTo(data.admin(), 20));
        QCOMPARE(data.text(
                     "select count(*)::text from information_schema.columns where table_name = 'lead_crm_row'"
                     " and column_name in ('response_type', 'is_booked', 'is_kept', 'booked_at',"
                     " 'responder_id')",
                     {}),
            u"0"_s);
        data.data().run("update lead set sentiment_tag = 'Objection' where workspace_id = $1::uuid"
                        " and sentiment_tag = 'Follow Up'",
            PgParams() << data.workspace);
        QVERIFY(Migrator::migrate(data.admin()));
        QCOMPARE(drift(data), 0);
        compareWithOracle(data);
    }

    // Of the whole workspace the cohort is one range of the index: neither a row nor a lead is read.
    void summary_readsOneIndexAlone()
    {
        CrmQuery query = m_data->query();
        query.from = Start;
        query.to = Now;
        const AssembledSql statement = buildCrmSummaryStatement(m_data->reader(u"OWNER"_s), query);
        const TenantScope scope {
            .user = m_data->owner, .workspace = m_data->workspace, .analyticsWorkspace = m_data->workspace};
        m_data->data().vacuum("lead_crm_row");
        const auto plan = m_data->app().transaction(scope, [&]() -> Result<QString> {
            if (const auto set = m_data->app().runScript("set local enable_seqscan = off;"
                                                         " set local enable_bitmapscan = off");
                !set)
                return set.error();
            const auto rows = m_data->app().runSql("explain " + statement.sql, statement.params);
            if (!rows)
                return rows.error();
            QString text;
            for (int row = 0; row < rows->rowCount(); ++row)
                text += rows->text(row, 0) + u'\n';
            return text;
        });
        QVERIFY(plan.has_value());
        QVERIFY2(plan->contains("Index Only Scan using lead_crm_row_interest_ix"_L1), qPrintable(*plan));
        QVERIFY2(!plan->contains(" on lead "_L1), qPrintable(*plan));
    }

    // What a text is sorted by (migration 0026): at most 250 bytes, in whole characters.
    void key_isAsMuchAsFits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("characters");
        QTest::addRow("empty") << QString() << -1;
        QTest::addRow("plain") << QString(300, u'A') << 250;
        QTest::addRow("two bytes each") << QString(300, u'Ä') << 125;
        QTest::addRow("fits to the byte") << QString(125, u'Ä') << 125;
        QTest::addRow("one byte too many") << QString(QString(249, u'A') + u'Ä') << 125;
        QTest::addRow("three bytes each") << QString(300, QChar(0x4e00)) << 62;
        QTest::addRow("longer in lower case") << QString(125, QChar(0x023a)) << 62; // two bytes, then three
        QTest::addRow("four bytes each") << QString::fromUcs4(U"\U00020000", 1).repeated(300) << 62;
    }
    void key_isAsMuchAsFits()
    {
        QFETCH(QString, text);
        QFETCH(int, characters);
        const auto key
            = m_data->data().run("select coalesce(char_length(k), -1),"
                                 " coalesce(octet_length(k), 0), k is null or starts_with(lower($1), k)"
                                 " from crm_sort_key($1) k",
                PgParams() << text);
        QCOMPARE(key.integer(0, 0), characters);
        QVERIFY(key.integer(0, 1) <= 250);
        QVERIFY(key.boolean(0, 2));
    }

    void initTestCase() { m_data = std::make_unique<CrmData>(40, 3); }
    void cleanupTestCase() { m_data.reset(); }

private:
    std::unique_ptr<CrmData> m_data;
};

QTEST_GUILESS_MAIN(tst_CrmFacts)

#include "tst_crmfacts.moc"
