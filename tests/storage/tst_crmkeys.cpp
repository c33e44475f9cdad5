// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmcolumns.h"
#include "core/storage/analytics/crmlistsql.h"
#include "core/storage/analytics/crmreader.h"
#include "core/storage/migrator.h"
#include "tests/storage/crmdata.h"

#include <array>
#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const Instant Now = *parseIso(u"2026-03-01T12:00:00Z");

QStringList sortableColumns()
{
    QStringList sorts;
    for (const CrmColumn &column : crmColumns()) {
        if (column.isSortable)
            sorts += QString::fromLatin1(column.key);
    }
    return sorts;
}

QStringList ids(const QList<CrmRow> &rows)
{
    QStringList list;
    for (const CrmRow &row : rows)
        list += row.id.toString(QUuid::WithoutBraces);
    return list;
}

/// 200 characters of four bytes that no compression shortens: the generator is defined to the bit.
QString randomText(unsigned seed)
{
    std::mt19937 random(seed);
    std::array<char32_t, 200> text;
    for (char32_t &character : text)
        character = 0x20000 + random() % 0xa6d0; // letters of one block, without case
    return QString::fromUcs4(text.data(), text.size());
}

} // namespace

/// What a CRM row keeps of its lead to be sorted, filtered and seen by (migration 0026).
class tst_CrmKeys : public QObject
{
    Q_OBJECT

private:
    static qint64 drift(CrmData &data)
    {
        return data.data()
            .run("select count(*) from verify_crm_facts($1::uuid)", PgParams() << data.workspace)
            .integer(0, 0);
    }

    static QString kept(CrmData &data, const QByteArray &column, LeadId lead)
    {
        return data.text(
            "select coalesce((" + column + ")::text, 'none') from lead_crm_row where lead_id = $1::uuid",
            PgParams() << lead);
    }

    static void setLead(CrmData &data, LeadId lead, const QByteArray &what)
    {
        data.data().run("update lead set " + what + " where id = $1::uuid", PgParams() << lead);
    }

    static QStringList pageOf(CrmData &data, const InboxReader &reader, const CrmQuery &query)
    {
        const auto page = loadCrmPage(data.app(), reader, query, {}, MaximumCrmLimit, Now);
        if (!page)
            qFatal("%s", qPrintable(describe(page.error())));
        return ids(page->rows);
    }

    /// Every order, of everybody and of a setter, and the rows of a status, against the raw rows.
    static void compareWithOracle(CrmData &data, bool isDescending)
    {
        data.load();
        for (const QString &role : {u"OWNER"_s, u"SETTER"_s}) {
            const InboxReader reader = data.reader(role);
            CrmQuery query = data.query();
            query.isDescending = isDescending;
            for (const QString &sort : sortableColumns()) {
                query.sort = sort;
                QVERIFY2(pageOf(data, reader, query) == ids(data.expectedRows(query, reader.scope())),
                    qPrintable(sort + u' ' + role));
            }
            query.leadStatus = u"qualified"_s;
            QCOMPARE(pageOf(data, reader, query), ids(data.expectedRows(query, reader.scope())));
        }
    }

    /// The plan of a statement as the service runs it for the reader, as if the table were large.
    static QString planOf(CrmData &data, const InboxReader &reader, const AssembledSql &statement)
    {
        TenantScope scope = reader.tenantScope();
        if (!reader.scope())
            scope.analyticsWorkspace = reader.workspace;
        const auto plan = data.app().transaction(scope, [&]() -> Result<QString> {
            if (const auto set = data.app().runScript("set local seq_page_cost = 1000;"
                                                      " set local random_page_cost = 1;"
                                                      " set local enable_bitmapscan = off;"
                                                      " set local plan_cache_mode = force_custom_plan");
                !set)
                return set.error();
            const auto rows = data.app().runSql("explain " + statement.sql, statement.params);
            if (!rows)
                return rows.error();
            QString text;
            for (int row = 0; row < rows->rowCount(); ++row)
                text += rows->text(row, 0) + u'\n';
            return text;
        });
        return plan ? *plan : describe(plan.error());
    }

private Q_SLOTS:
    void everyChangeOfALead_movesItsRow_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *column, const char *change, const char *value) {
            QTest::newRow(column) << QByteArray(column) << QByteArray(change) << QString::fromUtf8(value);
        };
        row("company_key", "company_name = 'ÄRA Werke'", "ära werke");
        row("website_key", "company_website = 'ACME.io'", "acme.io");
        row("first_name_key", "first_name = 'Eve'", "eve");
        row("last_name_key", "last_name = ''", "none");
        row("job_title_key", "job_title = 'CTO'", "cto");
        row("email_key", "email = 'New@X.io'", "new@x.io");
        row("linkedin_key", "linkedin_url = 'https://linkedin.com/in/A'", "https://linkedin.com/in/a");
        row("phone_key", "phone = '+49 30 1234'", "+49 30 1234");
        row("lead_tag", "sentiment_tag = 'Neutral'", "Neutral");
        row("category_key", "sentiment_tag = 'Objection'", "objection");
        row("lead_status", "status = 'Qualified'", "Qualified");
        row("status_key", "status = 'Qualified'", "qualified");
        row("lead_score", "overall_score = 3", "3");
        row("assignee_id is not null", "assigned_to_user_id = (select min(id::text)::uuid from app_user)",
            "true");
        row("extract(epoch from meeting_at)::int", "appointment_start_at = to_timestamp(5)", "5");
        row("extract(epoch from snoozed_until)::int", "snoozed_until = to_timestamp(7)", "7");
        row("email_campaign_id is not null", "email_campaign_id = (select id from email_campaign limit 1)",
            "true");
        row("sms_campaign_id is not null", "sms_campaign_id = (select id from sms_campaign limit 1)", "true");
        row("campaign_id is not null", "campaign_id = (select id from campaign limit 1)", "true");
    }
    void everyChangeOfALead_movesItsRow()
    {
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, change);
        QFETCH(QString, value);
        const LeadId lead = m_data->addLead(u"Interested"_s, {});
        m_data->data().run(
            "update lead_crm_row set interest_type = null where lead_id = $1::uuid", PgParams() << lead);
        const auto updatedAt = [&] { return kept(*m_data, "updated_at", lead); };
        const QString edited = updatedAt();
        QVERIFY(kept(*m_data, column, lead) != value);
        setLead(*m_data, lead, change);
        QCOMPARE(kept(*m_data, column, lead), value);
        QCOMPARE(updatedAt(), edited); // no edit of the row: a person's stays no conflict
        QCOMPARE(drift(*m_data), 0);
    }

    void ownCategoryAndStatus_areShownBeforeTheLeads()
    {
        const LeadId lead = m_data->addLead(u"Interested"_s, {});
        const auto keys = [&] { return kept(*m_data, "concat_ws('|', category_key, status_key)", lead); };
        const auto set = [&](const QByteArray &what) {
            m_data->data().run(
                "update lead_crm_row set " + what + " where lead_id = $1::uuid", PgParams() << lead);
        };
        set("interest_type = '', lead_category_override = '', pipeline_status = ''");
        QCOMPARE(keys(), u"interested|new"_s);
        set("interest_type = 'Partner', pipeline_status = 'Won'");
        QCOMPARE(keys(), u"partner|won"_s);
        set("lead_category_override = 'VIP'");
        QCOMPARE(keys(), u"vip|won"_s);
    }

    // What the foreign keys do when the campaign or the person goes reaches the row like any other write.
    void whatGoesElsewhere_leavesTheRow()
    {
        CrmData data(30, 9);
        data.data().run("delete from email_campaign");
        data.data().run("delete from campaign");
        data.data().run("update lead set assigned_to_user_id = $1::uuid where id in"
                        " (select id from lead where workspace_id = $2::uuid order by id limit 5)",
            PgParams() << data.stranger << data.workspace);
        data.data().run("delete from workspace where id = $1::uuid", PgParams() << data.foreign);
        data.data().run("delete from app_user where id = $1::uuid", PgParams() << data.stranger);
        QCOMPARE(data.text("select count(*)::text from lead_crm_row where email_campaign_id is not null"
                           " or campaign_id is not null or assignee_id = $1::uuid",
                     PgParams() << data.stranger),
            u"0"_s);
        QCOMPARE(drift(data), 0);
        compareWithOracle(data, true);
    }

    void campaignThatIsRenamed_movesItsRows()
    {
        CrmData data(40, 13);
        CrmQuery query = data.query();
        query.sort = u"campaign"_s;
        const InboxReader owner = data.reader(u"OWNER"_s);
        const QStringList before = pageOf(data, owner, query);
        for (const char *table : {"email_campaign", "sms_campaign", "campaign"})
            data.data().run("update " + QByteArray(table) + " set name = 'A new name'");
        data.load();
        const QStringList after = ids(data.expectedRows(query, {}));
        QVERIFY(after != before);
        QCOMPARE(pageOf(data, owner, query), after);
    }

    void randomWrites_neverDrift()
    {
        CrmData data(30, 78);
        std::mt19937 random(20261127);
        const QList<QByteArray> changes {"company_name = 'Delta'", "company_name = ''", "company_name = null",
            "company_website = 'Z.io'", "first_name = 'Zoe'", "last_name = 'Adams'", "job_title = 'CTO'",
            "email = 'z@z.io'", "email = null", "linkedin_url = 'in/z'", "phone = '1'",
            "status = 'qualified'", "status = 'new'", "overall_score = 4", "overall_score = null",
            "assigned_to_user_id = $3::uuid", "assigned_to_user_id = null",
            "appointment_start_at = '2026-02-01T03:00:00Z'", "appointment_start_at = null",
            "snoozed_until = '2026-02-07T03:00:00Z'", "snoozed_until = null", "email_campaign_id = null",
            "sms_campaign_id = null", "campaign_id = null", "sentiment_tag = 'Objection'",
            "sentiment_tag = null"};
        const QByteArray some = " where id in (select id from lead where workspace_id = $1::uuid"
                                " order by md5(id::text || $2) limit 4)";
        for (int step = 0; step < 80; ++step) {
            PgParams params = PgParams() << data.workspace << QString::number(step);
            const QByteArray change = changes.at(qsizetype(random() % unsigned(changes.size())));
            if (change.contains("$3"))
                params << data.setter;
            data.data().run("update lead set " + change + some, params);
            if (step % 4 == 0)
                data.data().run("update lead_crm_row set lead_id = l.id from lead l where l.id = $2::uuid and"
                                " lead_crm_row.id = $1::uuid",
                    PgParams() << data.addRow() << data.addLead({}, data.setter));
            if (step % 20 == 19)
                compareWithOracle(data, step % 40 == 19);
            QCOMPARE(drift(data), 0);
        }
    }

    // Equal in what the key holds, a text no longer decides; the pages still hold every row once.
    void textsOfOneBeginning_areInTheOrderOfTheirAge()
    {
        CrmData data(0, 1);
        const QString beginning(125, u'ß');
        for (int i = 0; i < 9; ++i) {
            const LeadId lead = data.addLead(u"Interested"_s, {});
            data.data().run("update lead set company_name = $2 where id = $1::uuid",
                PgParams() << lead << QString(beginning + QChar(u'z' - i)));
        }
        data.load();
        CrmQuery query = data.query();
        query.sort = u"companyName"_s;
        for (const bool isDescending : {true, false}) {
            query.isDescending = isDescending;
            QStringList seen;
            QString cursor;
            do {
                const auto page = loadCrmPage(data.app(), data.reader(u"OWNER"_s), query, cursor, 2, Now);
                QVERIFY(page.has_value());
                seen += ids(page->rows);
                cursor = page->nextCursor;
            } while (!cursor.isEmpty() && seen.size() < 20);
            QCOMPARE(seen, ids(data.expectedRows(query, {})));
        }
    }

    // An entry of an index is at most a third of a page: every text that one of the two holds is as long as
    // it gets, and nothing is null.
    void longestTexts_fitTheIndex()
    {
        const LeadId lead = m_data->addLead(u"Interested"_s, m_data->setter);
        PgParams params = PgParams() << lead;
        for (int salt = 0; salt < 10; ++salt)
            params << randomText(salt);
        m_data->data().run(
            "update lead set company_name = $2, company_website = $3, first_name = $4, last_name = $5,"
            " job_title = $6, linkedin_url = $7, phone = $8, sentiment_tag = $9, email = $10, status = $11,"
            " overall_score = 4, snoozed_until = now(), appointment_start_at = now(),"
            " appointment_booked_at = now(), email_campaign_id = (select id from email_campaign limit 1),"
            " sms_campaign_id = (select id from sms_campaign limit 1),"
            " campaign_id = (select id from campaign limit 1) where id = $1::uuid",
            params);
        params = PgParams() << lead;
        for (int salt = 10; salt < 17; ++salt)
            params << randomText(salt);
        m_data->data().run("update lead_crm_row set interest_campaign_name = $2, interest_type = $3,"
                           " pipeline_status = $4, interest_channel = $5, lead_type = $6,"
                           " application_status = $7, notes = $8, lead_score_at_interest = 4,"
                           " interest_registered_at = now(), response_mode = 'UNKNOWN'"
                           " where lead_id = $1::uuid",
            params);
        for (const char *key : {"company_key", "website_key", "first_name_key", "last_name_key",
                 "job_title_key", "email_key", "linkedin_key", "phone_key", "category_key", "status_key",
                 "campaign_key", "channel_key", "lead_type_key", "application_key", "notes_key"})
            QCOMPARE(kept(*m_data, "octet_length(" + QByteArray(key) + ")", lead), u"248"_s);
        QCOMPARE(kept(*m_data, "octet_length(lead_status)", lead), u"400"_s);
        QCOMPARE(drift(*m_data), 0);
    }

    // A row keeps the beginning of a status; what is asked for is cut as it was.
    void statusOfAnyLength_isFound()
    {
        CrmData data(5, 33);
        const LeadId lead = data.addLead(u"Interested"_s, data.setter);
        const QString status = randomText(1);
        data.data().run("update lead set status = $2 where id = $1::uuid", PgParams() << lead << status);
        CrmQuery query = data.query();
        query.leadStatus = status;
        const QStringList row(data.rowOf(lead).toString(QUuid::WithoutBraces));
        for (const QString &role : {u"OWNER"_s, u"SETTER"_s})
            QCOMPARE(pageOf(data, data.reader(role), query), row);
        query.leadStatus = status.left(180);
        QCOMPARE(pageOf(data, data.reader(u"OWNER"_s), query), QStringList());
    }

    // Each waits for the other: neither could see what the other has not committed.
    void newRow_andAnAssignment_waitForEachOther()
    {
        const auto other = connectTo(m_data->database->adminConninfo());
        QVERIFY(other->runScript("set lock_timeout = '50ms'"));
        const LeadId lead = m_data->addLead({}, {});
        const QByteArray insert
            = "insert into lead_crm_row (workspace_id, lead_id) values ($1::uuid, $2::uuid)";
        const QByteArray assign = "update lead set assigned_to_user_id = $2::uuid where id = $1::uuid";
        const PgParams row = PgParams() << m_data->workspace << lead;
        const PgParams assignment = PgParams() << lead << m_data->setter;

        QVERIFY(m_data->admin().runScript("begin"));
        m_data->data().run(insert, row);
        QVERIFY(!other->runSql(assign, assignment));
        QVERIFY(m_data->admin().runScript("rollback"));

        QVERIFY(m_data->admin().runScript("begin"));
        m_data->data().run(assign, assignment);
        QVERIFY(!other->runSql(insert, row));
        QVERIFY(m_data->admin().runScript("commit"));
        QVERIFY(other->runSql(insert, row));
        QCOMPARE(kept(*m_data, "assignee_id", lead), m_data->setter.toString());
    }

    // What it writes is what the lead says when nobody else can change it.
    void mending_waitsForAWriterOfTheLead()
    {
        CrmData data(10, 21);
        const auto other = connectTo(data.database->adminConninfo());
        QVERIFY(other->runScript("set lock_timeout = '50ms'"));
        data.data().run("set session_replication_role = replica");
        data.data().run("update lead set status = 'unknown to the row' where workspace_id = $1::uuid",
            PgParams() << data.workspace);
        data.data().run("set session_replication_role = origin");
        QCOMPARE(drift(data), 10);
        const QByteArray mend = "select recompute_crm_facts($1::uuid)";
        QVERIFY(data.admin().runScript("begin"));
        data.data().run(
            "update lead set status = 'known' where workspace_id = $1::uuid", PgParams() << data.workspace);
        QVERIFY(!other->runSql(mend, PgParams() << data.workspace));
        QVERIFY(data.admin().runScript("commit"));
        QCOMPARE(other->runSql(mend, PgParams() << data.workspace)->integer(0, 0), 0);
        QCOMPARE(drift(data), 0);
        compareWithOracle(data, false);
    }

    void plantedDrift_isFoundNamedAndMended_data()
    {
        QTest::addColumn<QByteArray>("mend");
        QTest::addRow("by itself") << QByteArray("select recompute_crm_facts($1::uuid)::text");
        QTest::addRow("with the workspace") << QByteArray("select rebuild_workspace($1::uuid)::text");
    }
    void plantedDrift_isFoundNamedAndMended()
    {
        QFETCH(QByteArray, mend);
        CrmData data(20, 6);
        data.data().run("set session_replication_role = replica");
        data.data().run("update lead_crm_row set company_key = 'x' where id in (select id from lead_crm_row"
                        " where workspace_id = $1::uuid order by id limit 1)",
            PgParams() << data.workspace);
        data.data().run("set session_replication_role = origin");
        QCOMPARE(data.text("select found from verify_crm_facts($1::uuid)", PgParams() << data.workspace),
            u"{\"company_key\": \"x\"}"_s);
        const QString mended = data.text(mend, PgParams() << data.workspace);
        if (mend.contains("recompute"))
            QCOMPARE(mended, u"1"_s);
        QCOMPARE(drift(data), 0);
        compareWithOracle(data, true);
    }

    // The second wall: what the policy lets a setter see, whatever a statement asks for.
    void policy_showsASetterTheOwnRows()
    {
        CrmData data(30, 15);
        const auto seen = [&](UserId user) {
            const auto rows = data.app().transaction({.user = user, .workspace = data.workspace}, [&] {
                return data.app().runSql("select count(*), count(*) filter (where assignee_id <> $1::uuid)"
                                         " from lead_crm_row",
                    PgParams() << user);
            });
            return rows ? QString(u"%1 %2"_s).arg(rows->integer(0, 0)).arg(rows->integer(0, 1))
                        : describe(rows.error());
        };
        const auto own = data.expectedRows(data.query(), data.setter);
        QVERIFY(!own.isEmpty());
        QCOMPARE(seen(data.setter), u"%1 0"_s.arg(own.size()));
        QCOMPARE(seen(data.stranger), u"1 0"_s); // the one of the own workspace
        QCOMPARE(seen(data.owner).section(u' ', 0, 0), u"30"_s);
        data.data().run("update lead set assigned_to_user_id = $2::uuid where id = $1::uuid",
            PgParams() << own.first().lead << data.otherSetter);
        QCOMPARE(seen(data.setter), u"%1 0"_s.arg(own.size() - 1));
    }

    // A row that is wrong about its lead still shows nothing of it: a page reads the lead under its own
    // policy.
    void driftOfTheAssignee_showsNoForeignLead()
    {
        CrmData data(0, 1);
        const LeadId own = data.addLead(u"Interested"_s, data.setter);
        data.addLead(u"Interested"_s, data.otherSetter);
        data.data().run("set session_replication_role = replica");
        data.data().run("update lead_crm_row set assignee_id = $1::uuid", PgParams() << data.setter);
        data.data().run("set session_replication_role = origin");
        QCOMPARE(drift(data), 1);
        CrmQuery query = data.query();
        for (const QString &sort : {u"date"_s, u"companyName"_s}) {
            query.sort = sort;
            QCOMPARE(pageOf(data, data.reader(u"SETTER"_s), query),
                QStringList(data.rowOf(own).toString(QUuid::WithoutBraces)));
        }
    }

    void everyOrder_readsOneIndexAlone_andTheLeadsOfThePage()
    {
        m_data->data().vacuum("lead_crm_row");
        CrmQuery query = m_data->query();
        for (const QString &role : {u"OWNER"_s, u"SETTER"_s}) {
            for (const QString &status : {QString(), u"qualified"_s}) {
                query.leadStatus = status;
                for (const QString &sort : sortableColumns()) {
                    query.sort = sort;
                    const QString plan = planOf(*m_data, m_data->reader(role),
                        buildCrmPageStatement(m_data->reader(role), query, CrmPhase::WithKey, {}, 150));
                    QVERIFY2(plan.count(u" on lead "_s) == 1, qPrintable(plan));
                    QVERIFY2(plan.contains(u"Index Only Scan"_s), qPrintable(sort + u'\n' + plan));
                }
                const QString plan = planOf(
                    *m_data, m_data->reader(role), buildCrmSummaryStatement(m_data->reader(role), query));
                QVERIFY2(
                    plan.contains(u"Index Only Scan using lead_crm_row_interest_ix"_s), qPrintable(plan));
                QVERIFY2(!plan.contains(u" on lead "_s), qPrintable(plan));
            }
        }
    }

    void migration_fillsWhatItAdds_andGoesBack()
    {
        CrmData data(40, 12);
        QVERIFY(Migrator::rollBackTo(data.admin(), 25));
        QCOMPARE(data.text(
                     "select count(*)::text from information_schema.columns where table_name = 'lead_crm_row'"
                     " and column_name in ('company_key', 'assignee_id', 'status_key', 'campaign_key')",
                     {}),
            u"0"_s);
        data.data().run(
            "update lead set status = 'qualified', company_name = 'Omega', sentiment_tag = 'Objection'"
            " where workspace_id = $1::uuid and status = 'new'",
            PgParams() << data.workspace);
        QCOMPARE(drift(data), 0);
        QVERIFY(Migrator::migrate(data.admin()));
        QCOMPARE(drift(data), 0);
        compareWithOracle(data, true);
    }

    void initTestCase() { m_data = std::make_unique<CrmData>(40, 4); }
    void cleanupTestCase() { m_data.reset(); }

private:
    std::unique_ptr<CrmData> m_data;
};

QTEST_GUILESS_MAIN(tst_CrmKeys)

#include "tst_crmkeys.moc"
