// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/feedmessage.h"
#include "tests/storage/feedfixture.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What a feed tells of what others commit (realtime §3.1, DESIGN §8.15).
class tst_LogicalFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_data.emplace(*m_admin);
        m_owner = m_data->addUser(u"owner@a.test"_s);
        m_setter = m_data->addUser(u"setter@a.test"_s);
        m_workspace = m_data->addWorkspace(u"A"_s, m_owner);
        m_other = m_data->addWorkspace(u"B"_s, m_owner);
    }
    void init()
    {
        m_feed = std::make_unique<FollowedFeed>(feedOptions(m_database->feedConninfo()));
        QTRY_VERIFY2((*m_feed)->isLive(), qPrintable((*m_feed)->problem()));
        m_feed->forget();
    }
    void cleanup() { m_feed.reset(); }
    void cleanupTestCase()
    {
        m_data.reset();
        m_admin.reset();
        m_database.reset();
    }

    void insert_isToldWithItsColumns()
    {
        const LeadId lead = m_data->addLead(m_workspace,
            {.inbound = 10,
                .status = u"qualified"_s,
                .tag = u"Interested"_s,
                .assignee = m_setter,
                .score = 3});
        QTRY_COMPARE(m_feed->leads.size(), size_t(1));
        const LeadChange &change = *m_feed->leads.front();
        QCOMPARE(change.kind, LeadChange::Kind::Inserted);
        QCOMPARE(change.id, lead);
        QCOMPARE(change.scope, (LeadScope {m_workspace, m_setter}));
        QVERIFY(!change.before);
        QCOMPARE(change.position.ordinal, 1u);
        QCOMPARE(change.value(LeadColumn::Status), QByteArray("qualified"));
        QCOMPARE(change.value(LeadColumn::OverallScore), QByteArray("3"));
        QCOMPARE(change.value(LeadColumn::LastInboundAt), QByteArray("2026-02-18 10:10:00+00"));
        QCOMPARE(change.value(LeadColumn::Assignee), m_setter.toString().toLatin1());
        QVERIFY(!change.value(LeadColumn::SnoozedUntil));
        QVERIFY(m_feed->countsMoved.contains(m_workspace));
        QCOMPARE(m_feed->end, change.position);
        QCOMPARE((*m_feed)->head(), change.position);
    }

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::optional<InboxData> m_data;
    std::unique_ptr<FollowedFeed> m_feed;
    UserId m_owner;
    UserId m_setter;
    WorkspaceId m_workspace;
    WorkspaceId m_other;
};

QTEST_GUILESS_MAIN(tst_LogicalFeed)
#include "tst_logicalfeed.moc"
