// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/inbox/inboxmodelsteps.h"

#include <QRandomGenerator>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What must hold whatever happened: no lead twice, and rows that are here side by side follow each other in
/// the list.
void checkRows(const InboxModel &model, const FakeInbox &inbox, InboxSort sort = InboxSort::Recent)
{
    QSet<LeadId> seen;
    for (int row = 0; row < model.rowCount(); ++row) {
        const Conversation *here = model.at(row);
        if (!here)
            continue;
        QVERIFY2(!seen.contains(here->lead.id), "a lead is in the list twice");
        seen.insert(here->lead.id);
        const Conversation *before = row > 0 ? model.at(row - 1) : nullptr;
        if (before && sort == InboxSort::Recent)
            QVERIFY(before->updatedAt > here->updatedAt);
        else if (before)
            QVERIFY(before->updatedAt < here->updatedAt);
    }
    Q_UNUSED(inbox);
}

} // namespace

class tst_InboxModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tester_fromFirstAnswerToErrorAndReset_findsNothing()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 950, Now);
        InboxModel model(gateway);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setExpectedTotal(950);
        model.setQuery(queryOf(Acme));
        model.setExpectedTotal(950);
        settle(gateway, inbox);
        QCOMPARE(model.rowCount(), 950);
        for (int first = 0; first < 940; first += 60) {
            model.setVisibleRange(first, first + 10);
            settle(gateway, inbox);
        }
        model.setVisibleRange(0, 10);
        settle(gateway, inbox);
        inbox.moveToTop(40);
        inbox.insertAtTop();
        inbox.removeAt(10);
        model.refresh();
        settle(gateway, inbox);
        QCOMPARE(model.at(0)->lead.id, inbox.row(0).lead.id);
        model.poll();
        gateway.pages.back().source.finish(Error::unavailable(u"down"_s));
        QTRY_COMPARE(model.state(), LoadState::Failed);
        QVERIFY(model.rowCount() >= 949); // what was there stays
        model.setQuery(queryOf(Other));
        QCOMPARE(model.rowCount(), 0);
    }

    void asking_theSameRangeTwice_asksOnce()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 1000, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        model.setExpectedTotal(1000);
        gateway.pages.front().source.finish(inbox.page(queryOf(Acme), {}, 100));
        QTRY_COMPARE(model.state(), LoadState::Ready);
        gateway.forget();
        model.setVisibleRange(90, 110);
        const size_t asked = gateway.pages.size();
        model.setVisibleRange(91, 111);
        model.setVisibleRange(92, 112);
        QCOMPARE(gateway.pages.size(), asked);
        model.poll();
        model.poll();
        QCOMPARE(gateway.pages.size(), asked + 1);
    }

    void answer_afterAnotherQuery_isDroppedAndWasCancelled()
    {
        FakeInboxGateway gateway;
        FakeInbox acme(Acme, 300, Now);
        FakeInbox other(Other, 20, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        const auto late = gateway.pages.front();
        model.setQuery(queryOf(Other));
        QVERIFY(late.source.isCancelled());
        late.source.finish(acme.page(queryOf(Acme), {}, 100));
        gateway.pages.back().source.finish(other.page(queryOf(Other), {}, 100));
        QTRY_COMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.rowCount(), 20);
        for (int row = 0; row < 20; ++row)
            QCOMPARE(model.at(row)->lead.workspace, Other);
    }

    void destroying_whilePending_isSafe()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 300, Now);
        auto model = std::make_unique<InboxModel>(gateway);
        model->setQuery(queryOf(Acme));
        const auto asked = gateway.pages.front();
        model.reset();
        QVERIFY(asked.source.isCancelled());
        asked.source.finish(inbox.page(queryOf(Acme), {}, 100));
        QCoreApplication::processEvents();
    }

    void firstAnswer_isAnError_showsNoRowsAndRetryAsksAgain()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 3, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        gateway.pages.back().source.finish(
            Error {.kind = Error::Kind::Unavailable, .code = u"READ_API_DISABLED"_s});
        QTRY_COMPARE(model.state(), LoadState::Failed);
        QCOMPARE(model.error()->code, u"READ_API_DISABLED"_s);
        gateway.forget();
        model.retry();
        QCOMPARE(model.state(), LoadState::Loading);
        settle(gateway, inbox);
        QCOMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.rowCount(), 3);
    }

    void totalUnknown_growsByPagesToTheEnd()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 250, Now);
        InboxModel model(gateway);
        InboxQuery query = queryOf(Acme);
        query.search = u"pricing"_s;
        model.setQuery(query);
        settle(gateway, inbox);
        QVERIFY(model.rowCount() >= 200);
        model.setVisibleRange(200, 215);
        settle(gateway, inbox);
        QCOMPARE(model.rowCount(), 250);
        QCOMPARE(model.at(249)->lead.id, inbox.row(249).lead.id);
    }

    void jumping_intoTheUnknown_seeksByDate()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 100'000, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        model.setExpectedTotal(100'000);
        settle(gateway, inbox);
        model.setVisibleRange(50'000, 50'010);
        settle(gateway, inbox);
        QCOMPARE(model.rowCount(), 100'000);
        QVERIFY(model.at(50'000));
        QVERIFY(model.at(50'010));
        // Rows are a minute apart, so the guess is good; it stays a guess.
        const auto miss = model.at(50'000)->updatedAt - inbox.row(50'000).updatedAt;
        QVERIFY(std::chrono::abs(miss) < 200min);
        model.setVisibleRange(99'990, 99'999);
        settle(gateway, inbox);
        QCOMPARE(model.at(99'999)->lead.id, inbox.row(99'999).lead.id);
        model.setVisibleRange(49'900, 49'910);
        settle(gateway, inbox);
        QVERIFY(model.at(49'900));
        checkRows(model, inbox);
    }

    void passing_aRange_cancelsItsQuestion()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 100'000, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        model.setExpectedTotal(100'000);
        settle(gateway, inbox);
        model.setVisibleRange(70'000, 70'010);
        settle(gateway, inbox); // the date at the tail is known now
        model.setVisibleRange(20'000, 20'010);
        const auto passed = gateway.pages.front();
        QVERIFY(passed.position.at.has_value());
        model.setVisibleRange(40'000, 40'010);
        QVERIFY(passed.source.isCancelled());
        settle(gateway, inbox);
        QVERIFY(model.at(40'000));
        QVERIFY(!model.at(20'000));
    }

    void farPages_areEvicted_andReadAgainByTheirCursor()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 5000, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        model.setExpectedTotal(5000);
        settle(gateway, inbox);
        for (int first = 0; first < 4990; first += 50) {
            model.setVisibleRange(first, first + 10);
            settle(gateway, inbox);
            QCOMPARE(model.rowState(first), RowState::Present);
        }
        int loaded = 0;
        for (int row = 0; row < 5000; ++row)
            loaded += model.at(row) ? 1 : 0;
        QVERIFY(loaded <= (PageWindow::MaxLoadedPages + 1) * PageWindow::PageSize);
        QCOMPARE(model.rowState(1000), RowState::Missing);
        model.setVisibleRange(1000, 1010);
        settle(gateway, inbox);
        for (int row = 1000; row <= 1010; ++row)
            QCOMPARE(model.at(row)->lead.id, inbox.row(row).lead.id);
    }

    void pageFails_rowsSaySo_untilRetry()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 1000, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        model.setExpectedTotal(1000);
        gateway.pages.front().source.finish(inbox.page(queryOf(Acme), {}, 100));
        QTRY_COMPARE(model.state(), LoadState::Ready);
        model.setVisibleRange(100, 110);
        gateway.pages.at(1).source.finish(Error::unavailable(u"down"_s));
        QTRY_COMPARE(model.state(), LoadState::Failed);
        QCOMPARE(model.rowState(105), RowState::Failed);
        QCOMPARE(model.rowState(5), RowState::Present);
        const size_t asked = gateway.pages.size();
        model.setVisibleRange(100, 111);
        QCOMPARE(gateway.pages.size(), asked); // it does not hammer
        model.retry();
        settle(gateway, inbox);
        QCOMPARE(model.rowState(105), RowState::Present);
        QCOMPARE(model.state(), LoadState::Ready);
    }

    void invalidCursor_startsOver()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 1000, Now);
        InboxModel model(gateway);
        model.setQuery(queryOf(Acme));
        model.setExpectedTotal(1000);
        gateway.pages.front().source.finish(inbox.page(queryOf(Acme), {}, 100));
        QTRY_COMPARE(model.state(), LoadState::Ready);
        model.setVisibleRange(100, 110);
        gateway.pages.at(1).source.finish(
            Error::invalid(u"cursor"_s, u"of another query"_s, u"INVALID_CURSOR"_s));
        QTRY_COMPARE(model.state(), LoadState::Loading);
        settle(gateway, inbox);
        QCOMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.rowCount(), 1000);
    }

    void rememberedPlace_isOpenedWithOneQuestion()
    {
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 3000, Now);
        InboxModel model(gateway);
        const Conversation anchor = inbox.row(1234);
        model.setQuery(
            queryOf(Acme), ListPlace {.lead = anchor.lead.id, .row = 1234, .date = anchor.updatedAt});
        model.setExpectedTotal(3000);
        QCOMPARE(gateway.pages.size(), 1u);
        gateway.pages.front().source.finish(
            inbox.page(queryOf(Acme), gateway.pages.front().position, gateway.pages.front().limit));
        QTRY_COMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.rowCount(), 3000);
        QCOMPARE(model.rowOf(anchor.lead.id), 1234);
        model.setVisibleRange(0, 10);
        gateway.pages.erase(gateway.pages.begin());
        settle(gateway, inbox);
        QCOMPARE(model.at(0)->lead.id, inbox.row(0).lead.id);
        QCOMPARE(model.rowCount(), 3000);
    }

    void walking_atRandomWhileRowsMove_neverShowsALeadTwice_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("sort");
        for (quint32 seed = 1; seed <= 3; ++seed)
            QTest::addRow("seed %u", seed)
                << seed << static_cast<int>(seed % 3 ? InboxSort::Recent : InboxSort::Oldest);
    }
    void walking_atRandomWhileRowsMove_neverShowsALeadTwice()
    {
        QFETCH(quint32, seed);
        QFETCH(int, sort);
        QRandomGenerator random(seed);
        FakeInboxGateway gateway;
        FakeInbox inbox(Acme, 2500, Now);
        InboxQuery query = queryOf(Acme);
        query.sort = static_cast<InboxSort>(sort);
        const bool isRecent = query.sort == InboxSort::Recent;
        InboxModel model(gateway);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery(query);
        model.setExpectedTotal(inbox.size());
        settle(gateway, inbox);
        int first = 0;
        for (int step = 0; step < 150; ++step) {
            switch (random.bounded(6)) {
            case 0:
                first = random.bounded(std::max(model.rowCount() - 20, 1));
                break;
            case 1:
                if (isRecent)
                    inbox.moveToTop(random.bounded(inbox.size()));
                break;
            case 2:
                inbox.removeAt(random.bounded(inbox.size()));
                break;
            case 3:
                model.setExpectedTotal(inbox.size());
                model.refresh();
                break;
            default:
                first = std::clamp(first + random.bounded(-150, 150), 0, std::max(model.rowCount() - 20, 0));
            }
            model.setVisibleRange(first, first + 15);
            settle(gateway, inbox);
            first = std::min(first, std::max(model.rowCount() - 16, 0));
            model.setVisibleRange(first, first + 15);
            settle(gateway, inbox);
            for (int row = first; row < std::min(first + 15, model.rowCount()); ++row)
                QVERIFY2(
                    model.at(row), qPrintable(u"row %1 of %2 is missing"_s.arg(row).arg(model.rowCount())));
        }
        model.setExpectedTotal(inbox.size());
        model.setVisibleRange(0, 15);
        model.refresh();
        settle(gateway, inbox);
        QSet<LeadId> shown;
        for (int row = 0; row < model.rowCount(); ++row)
            if (const Conversation *here = model.at(row); here && model.rowState(row) == RowState::Present) {
                QVERIFY(!shown.contains(here->lead.id));
                shown.insert(here->lead.id);
            }
        for (int row = 0; row < 16; ++row) {
            const int position = isRecent ? row : inbox.size() - 1 - row;
            QCOMPARE(model.at(row)->lead.id, inbox.row(position).lead.id);
        }
    }
};

QTEST_GUILESS_MAIN(tst_InboxModel)
#include "tst_inboxmodel.moc"
