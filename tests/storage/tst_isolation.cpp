// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/countsstore.h"
#include "core/storage/inboxstore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The second wall (DESIGN §8.1): whatever statement reaches the database as signalbox_app, a person sees no
/// foreign row.
class tst_Isolation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
        InboxData data(*m_admin);
        m_owner = data.addUser(u"owner@a.test"_s);
        m_stranger = data.addUser(u"owner@b.test"_s);
        m_setter = data.addUser(u"one@a.test"_s);
        m_second = data.addUser(u"two@a.test"_s);
        m_workspace = data.addWorkspace(u"A"_s, m_owner);
        m_foreign = data.addWorkspace(u"B"_s, m_stranger);
        data.addMember(m_workspace, m_setter, u"SETTER"_s);
        data.addMember(m_workspace, m_second, u"SETTER"_s);
        m_mine = addFullLead(data, m_workspace, m_setter);
        m_theirs = addFullLead(data, m_workspace, m_second);
        m_other = addFullLead(data, m_foreign, std::nullopt);
    }

    void tables_eachPerson_seesOnlyTheirs_data()
    {
        QTest::addColumn<QByteArray>("table");
        for (const char *table :
            {"workspace", "lead", "lead_address", "message", "attachment", "ai_draft", "follow_up_instance",
                "appointment", "inbox_counts_delta", "sms_campaign", "outbound_send", "lead_note"})
            QTest::newRow(table) << QByteArray(table);
    }
    void tables_eachPerson_seesOnlyTheirs()
    {
        QFETCH(QByteArray, table);
        const QByteArray key = table == "workspace" ? "id" : "workspace_id";
        const QByteArray count
            = "select count(*) filter (where " + key + " = $1::uuid), count(*) from " + table;
        const auto seen = [&](std::optional<UserId> user) {
            const auto rows = m_app->transaction(
                {.user = user}, [&] { return m_app->runSql(count, PgParams() << m_workspace); });
            return rows ? std::pair(rows->integer(0, 0), rows->integer(0, 1))
                        : std::pair(qint64(-1), qint64(-1));
        };
        const auto owner = seen(m_owner);
        const auto setter = seen(m_setter);
        QVERIFY(owner.first > 0);
        QCOMPARE(owner.first, owner.second); // nothing of B
        QVERIFY(setter.first > 0);
        QCOMPARE(setter.first, setter.second);
        if (table != "workspace" && table != "sms_campaign")
            QVERIFY2(setter.first < owner.first, "a setter sees the other setter's rows");
        QCOMPARE(seen(UserId {newUuid()}).second, 0);
        QCOMPARE(seen(std::nullopt).second, 0);
    }

    void everyTenantTable_hasRowSecurity()
    {
        InboxData data(*m_admin);
        const auto open
            = data.run("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                       " where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace"
                       " and a.attname = 'workspace_id' and not c.relrowsecurity"
                       " and c.relname not in ('inbox_counts_dirty')");
        QStringList tables;
        for (int row = 0; row < open.rowCount(); ++row)
            tables.append(open.text(row, 0));
        QCOMPARE(tables, QStringList());
        const auto role
            = data.run("select rolbypassrls or rolsuper from pg_roles where rolname = 'signalbox_app'");
        QVERIFY(!role.boolean(0, 0));
        QCOMPARE(data.run("select count(*) from pg_tables where schemaname = 'public' and tableowner = "
                          "'signalbox_app'")
                     .integer(0, 0),
            0);
    }

    void aSettingThatIsNoId_isAnError_neverASight_data()
    {
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("role");
        const QByteArray lead = "select count(*) from lead";
        QTest::newRow("who") << QByteArray("app.user_id") << lead << QByteArray();
        QTest::newRow("the service's workspace")
            << QByteArray("app.service_workspace") << lead << QByteArray();
        QTest::newRow("whose aggregates") << QByteArray("app.analytics_workspace") << lead
                                          << QByteArray("set local role signalbox_analyst");
        QTest::newRow("where to search")
            << QByteArray("app.workspace_id")
            << QByteArray("select coalesce(cardinality(search_lead_ids('{a}', 10)), 0)") << QByteArray();
    }
    /// The service sets ids it has parsed. Anything else is a defect of ours or somebody else's statement:
    /// said loudly, since "nobody" would be an empty list that looks right.
    void aSettingThatIsNoId_isAnError_neverASight()
    {
        QFETCH(QByteArray, setting);
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, role);
        const auto ask = [&](const QByteArray &value) {
            return m_app->transaction({}, [&]() -> Result<qint64> {
                const auto done = m_app->runScript(
                    "select set_config('" + setting + "', '" + value + "', true); " + role);
                if (!done)
                    return done.error();
                const auto rows = m_app->runSql(asked);
                return rows ? Result<qint64>(rows->integer(0, 0)) : rows.error();
            });
        };
        for (const char *value : {"nonsense", "''; drop table lead", "00000000-0000-0000-0000-00000000000"}) {
            const auto answer = ask(QByteArray(value).replace('\'', "''"));
            QVERIFY2(!answer, value);
            QCOMPARE(
                answer.error().kind, Error::Kind::Invalid); // invalid_text_representation, and no value in it
            QVERIFY(!answer.error().detail.contains(QLatin1StringView(value)));
        }
        QCOMPARE(*ask(""), 0); // nobody
    }

    void writes_asAPerson_reachNothing()
    {
        for (const char *sql :
            {"update lead set status = 'x'", "delete from message", "update ai_draft set content = 'x'"}) {
            const auto done = m_app->transaction(
                {.user = m_stranger, .readOnly = false}, [&] { return m_app->runSql(sql); });
            QVERIFY2(!done || done->affectedRows() == 0, sql);
        }
        QCOMPARE(InboxData(*m_admin).run("select count(*) from lead where status = 'x'").integer(0, 0), 0);
    }

    void stores_foreignLead_isNotFound()
    {
        const InboxReader setter {m_setter, m_workspace, u"SETTER"_s};
        QVERIFY(loadConversation(*m_app, setter, m_mine, {}).has_value());
        for (const LeadId &lead : {m_theirs, m_other, LeadId {newUuid()}}) {
            QCOMPARE(loadConversation(*m_app, setter, lead, {}).error().kind, Error::Kind::NotFound);
            QCOMPARE(findLeadWorkspace(*m_app, m_setter, lead).error().kind, Error::Kind::NotFound);
        }
        QCOMPARE(*findLeadWorkspace(*m_app, m_setter, m_mine), m_workspace);
    }

    void stores_liedToAboutTheRole_areStoppedByTheTables()
    {
        // A defect above (a setter handed in as OWNER, a stranger as member) must not open the tables.
        const auto page
            = loadInboxPage(*m_app, {m_setter, m_workspace, u"OWNER"_s}, {.workspace = m_workspace}, {}, 50);
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.first().lead.id, m_mine);
        const auto foreign
            = loadInboxPage(*m_app, {m_setter, m_foreign, u"OWNER"_s}, {.workspace = m_foreign}, {}, 50);
        QVERIFY(foreign->rows.isEmpty());
        QCOMPARE(loadCounts(*m_app, {m_setter, m_foreign, u"OWNER"_s})->counts.total, 0);
    }

    void readMarksKeysAndViews_areThePersonsOwn()
    {
        InboxData data(*m_admin);
        for (const UserId &user : {m_owner, m_stranger}) {
            const PgParams whose = PgParams() << user;
            data.run("insert into idempotency_key (user_id, key, operation, request_hash) values ($1::uuid, "
                     "'k', 'o',"
                     " decode(repeat('00', 32), 'hex'))",
                whose);
            data.run(
                "insert into workspace_read (workspace_id, user_id) select id, $1::uuid from workspace where"
                " owner_user_id = $1::uuid",
                whose);
            data.run(
                "insert into lead_read (workspace_id, user_id, lead_id, read_through) select l.workspace_id,"
                " $1::uuid, l.id, now() from lead l join workspace w on w.id = l.workspace_id where"
                " w.owner_user_id = $1::uuid",
                whose);
            data.run("insert into saved_view (workspace_id, owner_user_id, name, query) select id, $1::uuid, "
                     "'v', '{}'"
                     " from workspace where owner_user_id = $1::uuid",
                whose);
        }
        for (const char *table : {"idempotency_key", "workspace_read", "lead_read", "saved_view"}) {
            const bool isOwned = QByteArrayView(table) == "saved_view";
            const QByteArray sql = QByteArray("select count(*), count(*) filter (where ")
                + (isOwned ? "owner_user_id" : "user_id") + " <> $1::uuid) from " + table;
            const auto seen = m_app->transaction(
                {.user = m_owner}, [&] { return m_app->runSql(sql, PgParams() << m_owner); });
            QVERIFY2(seen.has_value() && seen->integer(0, 0) > 0, table);
            QVERIFY2(seen->integer(0, 1) == 0, table);
            const auto none = m_app->transaction(
                {.user = m_setter}, [&] { return m_app->runSql(sql, PgParams() << m_owner); });
            QVERIFY2(none.has_value() && none->integer(0, 0) == 0, table);
        }
    }

    void search_readsItsScopeFromTheTransaction()
    {
        const QString word = u"Brightline"_s;
        for (const SearchIn where : {SearchIn::Leads, SearchIn::Messages}) {
            const auto found = [&](const InboxReader &reader) {
                return loadInboxPage(*m_app, reader,
                    {.workspace = reader.workspace, .search = word, .searchIn = where}, {}, 50)
                    ->rows.size();
            };
            QCOMPARE(found({m_owner, m_workspace, u"OWNER"_s}), 2);
            QCOMPARE(found({m_setter, m_workspace, u"SETTER"_s}), 1);
            QCOMPARE(found({m_setter, m_foreign, u"OWNER"_s}), 0);
            QCOMPARE(found({m_stranger, m_workspace, u"OWNER"_s}), 0);
        }
    }

    void membershipRevoked_nextStatementSeesNothing()
    {
        InboxData data(*m_admin);
        const UserId guest = data.addUser(u"guest@a.test"_s);
        data.addMember(m_workspace, guest, u"ADMIN"_s);
        const InboxReader reader {guest, m_workspace, u"ADMIN"_s};
        QCOMPARE(loadInboxPage(*m_app, reader, {.workspace = m_workspace}, {}, 50)->rows.size(), 2);
        data.run("delete from workspace_member where user_id = $1::uuid", PgParams() << guest);
        QVERIFY(loadInboxPage(*m_app, reader, {.workspace = m_workspace}, {}, 50)->rows.isEmpty());
    }

    void disabledPerson_seesNothing()
    {
        InboxData data(*m_admin);
        const UserId guest = data.addUser(u"disabled@a.test"_s);
        data.addMember(m_workspace, guest, u"ADMIN"_s);
        data.run("update app_user set disabled_at = now() where id = $1::uuid", PgParams() << guest);
        const InboxReader reader {guest, m_workspace, u"ADMIN"_s};
        QVERIFY(loadInboxPage(*m_app, reader, {.workspace = m_workspace}, {}, 50)->rows.isEmpty());
    }

private:
    static LeadId addFullLead(InboxData &data, WorkspaceId workspace, std::optional<UserId> assignee)
    {
        const LeadId lead = data.addLead(workspace,
            {.assignee = assignee,
                .email = newUuid().toString(QUuid::Id128) + u"@x.io"_s,
                .company = u"Brightline"_s});
        const MessageId message = data.addMessage(workspace, lead, u"inbound"_s, u"Hello from Brightline"_s);
        const PgParams ids = PgParams() << workspace << lead;
        data.run("insert into attachment (workspace_id, message_id, lead_id, position, size_bytes)"
                 " values ($1::uuid, $3::uuid, $2::uuid, 0, 0)",
            PgParams() << workspace << lead << message);
        data.run(
            "insert into ai_draft (workspace_id, lead_id, content) values ($1::uuid, $2::uuid, 'd')", ids);
        data.run("with s as (insert into follow_up_sequence (workspace_id, name) values ($1::uuid, 's') "
                 "returning id)"
                 " insert into follow_up_instance (workspace_id, lead_id, sequence_id) select $1::uuid, "
                 "$2::uuid, id from s",
            ids);
        data.run("insert into appointment (workspace_id, lead_id, provider, status, source)"
                 " values ($1::uuid, $2::uuid, 'GHL', 'CONFIRMED', 'MANUAL')",
            ids);
        data.run("insert into sms_campaign (workspace_id, name) values ($1::uuid, $2::uuid::text)", ids);
        data.run("insert into outbound_send (workspace_id, lead_id, author_user_id, channel, body, "
                 "recipients, run_at)"
                 " select id, $2::uuid, owner_user_id, 'email', 'b', '{a@x.io}', now() from workspace where "
                 "id = $1::uuid",
            ids);
        data.run("insert into lead_note (workspace_id, lead_id, author_user_id, body)"
                 " select id, $2::uuid, owner_user_id, 'n' from workspace where id = $1::uuid",
            ids);
        return lead;
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    UserId m_owner;
    UserId m_stranger;
    UserId m_setter;
    UserId m_second;
    WorkspaceId m_workspace;
    WorkspaceId m_foreign;
    LeadId m_mine;
    LeadId m_theirs;
    LeadId m_other;
};

QTEST_GUILESS_MAIN(tst_Isolation)
#include "tst_isolation.moc"
