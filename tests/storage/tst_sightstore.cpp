// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sessionstore.h"
#include "core/storage/sightstore.h"
#include "core/storage/userstore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What the hub decides with is what row-level security decides (DESIGN §8.1, realtime §3.2).
class tst_SightStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
        InboxData data(*m_admin);
        m_owner = data.addUser(u"owner@example.com"_s);
        m_person = data.addUser(u"person@example.com"_s);
        m_workspace = data.addWorkspace(u"A"_s, m_owner);
        m_other = data.addWorkspace(u"B"_s, m_owner);
    }

    void sight_followsTheRole_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<bool>("isFull");
        QTest::addRow("ADMIN") << u"ADMIN"_s << true;
        QTest::addRow("INBOX_MANAGER") << u"INBOX_MANAGER"_s << true;
        QTest::addRow("CLIENT_PORTAL sees what the list shows it") << u"CLIENT_PORTAL"_s << true;
        QTest::addRow("SETTER") << u"SETTER"_s << false;
    }
    void sight_followsTheRole()
    {
        QFETCH(QString, role);
        QFETCH(bool, isFull);
        InboxData(*m_admin).addMember(m_workspace, m_person, role);
        const auto sight = loadLeadSight(*m_app, m_person, {}, now());
        QVERIFY(sight);
        const QSet<WorkspaceId> one {m_workspace};
        QCOMPARE(sight->full, isFull ? one : QSet<WorkspaceId>());
        QCOMPARE(sight->own, isFull ? QSet<WorkspaceId>() : one);
        QVERIFY(sight->covers({m_workspace, m_person}));
        QCOMPARE(sight->covers({m_workspace, m_owner}), isFull);
        QCOMPARE(sight->covers({m_workspace, {}}), isFull);
        QVERIFY(!sight->covers({m_other, m_person}));
    }

    void owner_seesAll_strangerNothing()
    {
        const auto owner = loadLeadSight(*m_app, m_owner, {}, now());
        QVERIFY(owner);
        QCOMPARE(owner->full, (QSet<WorkspaceId> {m_workspace, m_other}));
        const auto stranger = loadLeadSight(*m_app, m_person, {}, now());
        QVERIFY(stranger && stranger->isEmpty());
    }

    void endedSessionAndDisabledPerson_areUnauthenticated()
    {
        const SessionId session {newUuid()};
        QVERIFY(createSession(*m_app, session, m_owner, u"hash"_s, now()));
        QVERIFY(loadLeadSight(*m_app, m_owner, session, now()));
        QVERIFY(endSession(*m_app, session, SessionEnd::SignedOut, now()));
        const auto ended = loadLeadSight(*m_app, m_owner, session, now());
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Error::Kind::Unauthenticated);
        QVERIFY(setUserDisabled(*m_app, m_owner, true, now()));
        const auto disabled = loadLeadSight(*m_app, m_owner, {}, now());
        QVERIFY(!disabled);
        QCOMPARE(disabled.error().kind, Error::Kind::Unauthenticated);
    }

    void policies_ofTheMigrations_areKnown()
    {
        const auto unknown = findUnknownLeadPolicies(*m_app);
        QVERIFY(unknown);
        QCOMPARE(*unknown, QString());
    }

    void policies_thatDecideOtherwise_areFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("isFound");
        QTest::addRow("one more for reading")
            << "create policy more on lead for select using (status = 'new')"_ba << true;
        QTest::addRow("another rule") << "alter policy lead_read on lead using (true)"_ba << true;
        QTest::addRow("a restrictive one")
            << "create policy less on lead as restrictive for select using (true)"_ba << true;
        QTest::addRow("one that is gone") << "drop policy lead_service on lead"_ba << true;
        QTest::addRow("one for writing")
            << "create policy writing on lead for update using (status = 'new')"_ba << false;
    }
    void policies_thatDecideOtherwise_areFound()
    {
        QFETCH(QByteArray, sql);
        QFETCH(bool, isFound);
        QVERIFY(m_admin->runScript(sql));
        const auto unknown = findUnknownLeadPolicies(*m_app);
        QVERIFY(unknown);
        QCOMPARE(!unknown->isEmpty(), isFound);
    }

    void audit_findsWhatIsJudgedOtherwise()
    {
        InboxData data(*m_admin);
        data.addMember(m_workspace, m_person, u"SETTER"_s);
        const LeadId own = data.addLead(m_workspace, {.assignee = m_person});
        const LeadId foreign = data.addLead(m_workspace, {.assignee = m_owner});
        const LeadId gone {newUuid()};
        const QHash<LeadId, LeadScope> leads {{own, {m_workspace, m_person}},
            {foreign, {m_workspace, m_owner}}, {gone, {m_workspace, m_person}}};
        const auto sight = loadLeadSight(*m_app, m_person, {}, now());
        QVERIFY(sight);
        const auto found = [&](const LeadSight &judged, const QHash<LeadId, LeadScope> &scopes) {
            const auto mismatches = findSightMismatches(*m_app, judged, scopes);
            return mismatches ? QSet<LeadId>(mismatches->begin(), mismatches->end()) : QSet<LeadId> {{}};
        };
        QCOMPARE(found(*sight, leads), QSet<LeadId>());
        // The hub would show too much, or too little.
        QCOMPARE(found({.user = m_person, .full = {m_workspace}}, leads), QSet<LeadId> {foreign});
        QCOMPARE(found({.user = m_person}, leads), QSet<LeadId> {own});
        // It moved since it was told: no mismatch.
        QCOMPARE(found(*sight, {{foreign, {m_workspace, m_person}}}), QSet<LeadId>());
    }

private:
    static Instant now() { return SystemClock().now(); }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    UserId m_owner;
    UserId m_person;
    WorkspaceId m_workspace;
    WorkspaceId m_other;
};

QTEST_GUILESS_MAIN(tst_SightStore)
#include "tst_sightstore.moc"
