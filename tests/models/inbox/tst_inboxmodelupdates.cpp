// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/inbox/inboxmodelsteps.h"

#include <QRandomGenerator>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What newer answers and events do to a list that is shown.
class tst_InboxModelUpdates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void poll_withNewRows_letsThemWait()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 950, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        model.setExpectedTotal(950);
        settle(gateway, inbox);
        const LeadId shown = model.at(0)->lead.id;
        for (int i = 0; i < 12; ++i)
            inbox.insertAtTop();
        for (int i = 0; i < 3; ++i)
            inbox.moveToTop(30 + i * 5);
        inbox.setVersion(u"v2"_s);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.poll();
        settle(gateway, inbox);
        QCOMPARE(model.waiting(), (InboxModel::Waiting {.inserted = 12, .moved = 3}));
        QCOMPARE(model.at(0)->lead.id, shown);
        QCOMPARE(model.version(), u"v1"_s);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(removed.size(), 0);
        model.setExpectedTotal(962);
        model.showWaiting();
        settle(gateway, inbox);
        QVERIFY(model.waiting().isEmpty());
        QCOMPARE(model.version(), u"v2"_s);
        QCOMPARE(model.rowCount(), 962);
        for (int row = 0; row < 100; ++row)
            QCOMPARE(model.at(row)->lead.id, inbox.row(row).lead.id);
    }

    void poll_aRowThatLeft_isAGhostUntilTheRefresh()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 300, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        settle(gateway, inbox);
        const LeadId left = inbox.row(4).lead.id;
        inbox.removeAt(4);
        model.poll();
        settle(gateway, inbox);
        QCOMPARE(model.rowOf(left), 4);
        QCOMPARE(model.rowState(4), RowState::Ghost);
        model.refresh();
        settle(gateway, inbox);
        QCOMPARE(model.rowOf(left), -1);
    }

    void poll_afterMoreThanAPageMoved_makesNoGhosts()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 600, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        model.setExpectedTotal(600);
        settle(gateway, inbox);
        QRandomGenerator random(3);
        for (int i = 0; i < 250; ++i)
            inbox.moveToTop(random.bounded(300));
        model.poll();
        settle(gateway, inbox);
        for (int row = 0; row < 100; ++row)
            QCOMPARE(model.rowState(row), RowState::Present);
        model.showWaiting();
        model.setVisibleRange(80, 130);
        settle(gateway, inbox);
        for (int row = 0; row < 130; ++row)
            QCOMPARE(model.at(row)->lead.id, inbox.row(row).lead.id);
    }

    void showWaiting_keepingGhosts_putsThemWhereTheyWere()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 300, Now);
        InboxModel model(gateway);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery(queryOf(Acme));
        settle(gateway, inbox);
        const LeadId ghost = inbox.row(4).lead.id;
        const LeadId before = inbox.row(3).lead.id;
        inbox.removeAt(4);
        inbox.insertAtTop();
        inbox.moveToTop(50);
        model.poll();
        settle(gateway, inbox);
        QCOMPARE(model.waiting(), (InboxModel::Waiting {.inserted = 1, .moved = 1}));
        model.showWaiting(true);
        QCOMPARE(model.rowOf(before), 5);
        QCOMPARE(model.rowOf(ghost), 6);
        QCOMPARE(model.rowState(6), RowState::Ghost);
        QVERIFY(model.clearGhosts());
        QCOMPARE(model.rowOf(ghost), -1);
        QVERIFY(!model.clearGhosts());
        for (int row = 0; row < 90; ++row)
            QCOMPARE(model.at(row)->lead.id, inbox.row(row).lead.id);
    }

    void aNotedRow_isReadWhenItIsSeen()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 300, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        settle(gateway, inbox);
        model.setVisibleRange(0, 10);
        model.note(
            {{.lead = inbox.row(5).lead.id}, {.lead = inbox.row(60).lead.id}, {.lead = LeadId {newUuid()}}});
        model.readNoted();
        QCOMPARE(gateway.rows.size(), 1u);
        QVERIFY(gateway.rows.front().lead == inbox.row(5).lead.id);
        Conversation snoozed = inbox.row(5);
        snoozed.lead.snoozedUntil = Now + std::chrono::hours(3);
        gateway.rows.front().source.finish(snoozed);
        QTRY_COMPARE(model.rowState(5), RowState::Ghost);
        QCOMPARE(model.departure(inbox.row(5).lead.id), (Departure {Departure::Why::Snoozed}));
        model.setVisibleRange(55, 65);
        QCOMPARE(gateway.rows.size(), 2u);
        QVERIFY(gateway.rows.back().lead == inbox.row(60).lead.id);
        gateway.rows.back().source.finish(Error::unavailable(u"down"_s));
        QTRY_COMPARE((model.readNoted(), gateway.rows.size()), 3u); // it stays noted
    }

    void poll_withAChangedRow_repaintsItInPlace()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 50, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        settle(gateway, inbox);
        InboxPage changed = inbox.page(queryOf(Acme), {}, 100);
        changed.rows[7].sentimentTag = u"Meeting Booked"_s;
        QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
        model.poll();
        gateway.pages.back().source.finish(changed);
        QTRY_COMPARE(model.at(7)->sentimentTag, u"Meeting Booked"_s);
        QCOMPARE(spy.first().at(0).toModelIndex().row(), 7);
        QCOMPARE(spy.first().at(1).toModelIndex().row(), 7);
    }
};

QTEST_GUILESS_MAIN(tst_InboxModelUpdates)
#include "tst_inboxmodelupdates.moc"
