// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/countsstore.h"
#include "core/storage/userstore.h"
#include "core/storage/workspacestore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_WorkspaceStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    UserId m_owner;
    UserId m_administrator;
    UserId m_setter;
    UserId m_stranger;
    WorkspaceId m_workspace;
    WorkspaceId m_foreign;
    int m_round = 0;

    Result<void> change(
        UserId person, const QString &role, std::optional<UserId> caller, bool isAddition = false)
    {
        return changeMember(*m_app, {m_workspace, person, role, isAddition, caller});
    }
    QStringList rolesOf(UserId person)
    {
        const auto members = loadMembers(*m_app, m_workspace);
        for (const auto &member : *members) {
            if (member.user == person)
                return member.roles;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
    }
    void init()
    {
        InboxData data(*m_admin);
        const auto address
            = [&](const QString &name) { return u"%1%2@example.com"_s.arg(name).arg(m_round); };
        ++m_round;
        m_owner = data.addUser(address(u"owner"_s));
        m_administrator = data.addUser(address(u"admin"_s));
        m_setter = data.addUser(address(u"setter"_s));
        m_stranger = data.addUser(address(u"stranger"_s));
        const auto workspace = addWorkspace(*m_app, u"  Harbour "_s, m_owner, u"Europe/Berlin"_s);
        QVERIFY2(workspace, workspace ? "" : qPrintable(describe(workspace.error())));
        m_workspace = *workspace;
        m_foreign = *addWorkspace(*m_app, u"Foreign"_s, m_stranger, {});
        data.addMember(m_workspace, m_administrator, u"ADMIN"_s);
        data.addMember(m_workspace, m_setter, u"SETTER"_s);
    }

    void role_highestWeightWins_data()
    {
        QTest::addColumn<QStringList>("stored");
        QTest::addColumn<QString>("counts");
        QTest::newRow("none") << QStringList() << u""_s;
        QTest::newRow("setter") << QStringList({u"SETTER"_s}) << u"SETTER"_s;
        QTest::newRow("portal") << QStringList({u"CLIENT_PORTAL"_s}) << u"CLIENT_PORTAL"_s;
        QTest::newRow("portal and setter") << QStringList({u"CLIENT_PORTAL"_s, u"SETTER"_s}) << u"SETTER"_s;
        QTest::newRow("setter and inbox manager")
            << QStringList({u"SETTER"_s, u"INBOX_MANAGER"_s}) << u"INBOX_MANAGER"_s;
        QTest::newRow("inbox manager and admin")
            << QStringList({u"INBOX_MANAGER"_s, u"ADMIN"_s}) << u"ADMIN"_s;
        QTest::newRow("all") << QStringList({u"CLIENT_PORTAL"_s, u"ADMIN"_s, u"SETTER"_s, u"INBOX_MANAGER"_s})
                             << u"ADMIN"_s;
    }
    void role_highestWeightWins()
    {
        QFETCH(QStringList, stored);
        QFETCH(QString, counts);
        for (const auto &role : stored)
            QVERIFY(change(m_stranger, role, {}, true));
        const auto role = loadRole(*m_app, m_stranger, m_workspace);
        QCOMPARE(role ? *role : QString(), counts);
        if (!role)
            QCOMPARE(role.error().kind, Error::Kind::Denied);
        QCOMPARE(rolesOf(m_stranger).value(0), counts);
        QCOMPARE(rolesOf(m_stranger).size(), stored.size());
    }

    void role_ownerIsVirtualAndBeatsTheStored()
    {
        InboxData(*m_admin).addMember(m_workspace, m_owner, u"SETTER"_s);
        QCOMPARE(*loadRole(*m_app, m_owner, m_workspace), u"OWNER"_s);
        QCOMPARE(rolesOf(m_owner), QStringList({u"OWNER"_s, u"SETTER"_s}));
    }

    void role_unknownAndForeignWorkspace_lookTheSame()
    {
        const auto foreign = loadRole(*m_app, m_owner, m_foreign);
        const auto unknown = loadRole(*m_app, m_owner, {newUuid()});
        QVERIFY(!foreign && !unknown);
        QCOMPARE(foreign.error(), unknown.error());
    }

    void role_disabledPerson_hasNone()
    {
        QVERIFY(setUserDisabled(*m_app, m_administrator, true, Instant()));
        QVERIFY(!loadRole(*m_app, m_administrator, m_workspace));
        QVERIFY(loadWorkspacesOf(*m_app, m_administrator)->isEmpty());
    }

    void workspacesOf_countsWhatTheScopeMaySee()
    {
        InboxData data(*m_admin);
        data.addLead(m_workspace, {.inbound = 5, .tag = u"Interested"_s, .assignee = m_setter});
        data.addLead(m_workspace, {.inbound = 5, .tag = u"Interested"_s});
        data.addLead(m_workspace, {.inbound = 5, .tag = u"Interested"_s, .snooze = u"1 hour"_s});
        data.addLead(m_workspace, {.inbound = 5, .tag = u"Not Interested"_s});
        const auto check = [&](UserId user, const QString &role, qint64 attention) {
            const auto listed = loadWorkspacesOf(*m_app, user);
            QVERIFY2(listed, listed ? "" : qPrintable(describe(listed.error())));
            QCOMPARE(*listed,
                QList<Workspace>({{m_workspace, u"Harbour"_s, role, attention, u"Europe/Berlin"_s}}));
            const auto counts = loadCounts(*m_app, {user, m_workspace, role});
            QCOMPARE(counts->counts.requiresAttention, attention);
        };
        check(m_owner, u"OWNER"_s, 2);
        check(m_setter, u"SETTER"_s, 1);
        QVERIFY(foldCounts(*m_admin));
        check(m_administrator, u"ADMIN"_s, 2);
        check(m_setter, u"SETTER"_s, 1);
    }

    void changeMember_setsRemovesAndAdds()
    {
        QVERIFY(change(m_setter, u"INBOX_MANAGER"_s, m_administrator));
        QCOMPARE(rolesOf(m_setter), QStringList({u"INBOX_MANAGER"_s}));
        QVERIFY(change(m_setter, u"SETTER"_s, m_administrator, true));
        QCOMPARE(rolesOf(m_setter), QStringList({u"INBOX_MANAGER"_s, u"SETTER"_s}));
        QVERIFY(change(m_setter, {}, m_administrator));
        QCOMPARE(rolesOf(m_setter), QStringList());
        QCOMPARE(change(m_setter, {}, m_administrator).error().kind, Error::Kind::NotFound);
    }

    void changeMember_refuses_data()
    {
        QTest::addColumn<QString>("caller");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("role");
        QTest::addColumn<int>("kind");
        const auto kind = [](Error::Kind of) { return int(of); };
        QTest::newRow("setter adds") << u"setter"_s << u"stranger"_s << u"SETTER"_s
                                     << kind(Error::Kind::Denied);
        QTest::newRow("setter promotes himself")
            << u"setter"_s << u"setter"_s << u"ADMIN"_s << kind(Error::Kind::Denied);
        QTest::newRow("stranger adds himself")
            << u"stranger"_s << u"stranger"_s << u"ADMIN"_s << kind(Error::Kind::Denied);
        QTest::newRow("admin removes the owner")
            << u"admin"_s << u"owner"_s << u""_s << kind(Error::Kind::Denied);
        QTest::newRow("admin degrades the owner")
            << u"admin"_s << u"owner"_s << u"SETTER"_s << kind(Error::Kind::Denied);
        QTest::newRow("owner leaves the workspace without one")
            << u"owner"_s << u"owner"_s << u""_s << kind(Error::Kind::Conflict);
        QTest::newRow("OWNER cannot be given")
            << u"owner"_s << u"setter"_s << u"OWNER"_s << kind(Error::Kind::Invalid);
        QTest::newRow("unknown role") << u"owner"_s << u"setter"_s << u"GOD"_s << kind(Error::Kind::Invalid);
        QTest::newRow("role in lower case")
            << u"owner"_s << u"setter"_s << u"admin"_s << kind(Error::Kind::Invalid);
    }
    void changeMember_refuses()
    {
        QFETCH(QString, caller);
        QFETCH(QString, person);
        QFETCH(QString, role);
        QFETCH(int, kind);
        const QHash<QString, UserId> people {{u"owner"_s, m_owner}, {u"admin"_s, m_administrator},
            {u"setter"_s, m_setter}, {u"stranger"_s, m_stranger}};
        const auto before = rolesOf(people[person]);
        const bool isAddition = person == "stranger"_L1;
        const auto done = change(people[person], role, people[caller], isAddition);
        QVERIFY(!done);
        QCOMPARE(int(done.error().kind), kind);
        QCOMPARE(rolesOf(people[person]), before);
    }

    void changeMember_unknownWorkspace_isNotFoundForTheOperator()
    {
        const auto done = changeMember(*m_app, {{newUuid()}, m_setter, u"SETTER"_s, true, {}});
        QCOMPARE(done.error().kind, Error::Kind::NotFound);
    }

    void addWorkspace_refuses()
    {
        QCOMPARE(addWorkspace(*m_app, u"  "_s, m_owner, {}).error().field, u"workspaceName"_s);
        QCOMPARE(addWorkspace(*m_app, u"X"_s, m_owner, u"Mars/Olympus"_s).error().field, u"timezone"_s);
    }

    void addUser_takenAddress_isAConflict()
    {
        QVERIFY(addUser(*m_app, u"taken%1@example.com"_s.arg(m_round), u"One"_s, {}));
        const auto second = addUser(*m_app, u"taken%1@example.com"_s.arg(m_round), u"Two"_s, {});
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QCOMPARE(second.error().code, u"email_exists"_s);
    }

    void mayAdminister_needsEveryWorkspaceOfThePerson()
    {
        QVERIFY(*mayAdminister(*m_app, m_owner, m_setter));
        QVERIFY(*mayAdminister(*m_app, m_administrator, m_setter));
        QVERIFY(!*mayAdminister(*m_app, m_setter, m_administrator));
        QVERIFY(!*mayAdminister(*m_app, m_administrator, m_owner));
        QVERIFY(!*mayAdminister(*m_app, m_owner, m_stranger));
        QVERIFY(!*mayAdminister(*m_app, m_owner, {newUuid()}));
        InboxData(*m_admin).addMember(m_foreign, m_setter, u"CLIENT_PORTAL"_s);
        QVERIFY(!*mayAdminister(
            *m_app, m_owner, m_setter)); // also a person of a workspace that is not the owner's
        QVERIFY(setUserDisabled(*m_app, m_administrator, true, Instant()));
        QVERIFY(*mayAdminister(*m_app, m_owner, m_administrator)); // so that he can be enabled again
        QVERIFY(!*mayAdminister(*m_app, m_administrator, m_administrator));
    }

    void listWorkspaces_isForTheAdministratorOfTheDatabase()
    {
        const auto all = listWorkspaces(*m_admin);
        const auto found = std::find_if(
            all->begin(), all->end(), [&](const auto &workspace) { return workspace.id == m_workspace; });
        QVERIFY(found != all->end());
        QCOMPARE(found->members, 2);
        QVERIFY(found->ownerEmail.startsWith(u"owner"_s));
        QVERIFY(listWorkspaces(*m_app)->isEmpty()); // the service as nobody sees none
    }
};

QTEST_APPLESS_MAIN(tst_WorkspaceStore)
#include "tst_workspacestore.moc"
