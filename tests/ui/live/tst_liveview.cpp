// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/leadnames.h"
#include "tests/support/feedevents.h"
#include "ui/live/liveview.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Stand
{
    explicit Stand(int capacity = 200)
        : names(gateway)
        , model(names, capacity)
        , view(model, names, theme)
    {
        answerFeedNames(gateway);
        names.setWorkspace(feedWorkspace());
        view.resize(900, 300);
        view.show();
    }

    void append(int count, const EventOf &what = {})
    {
        std::vector<LiveRecord> records;
        for (int i = 0; i < count; ++i) {
            EventOf one = what;
            one.lead = next++;
            records.push_back(recordOf(feedEvent(clock.now(), one)));
        }
        model.append(std::move(records));
        clock.advance(1s);
    }
    /// The record whose row begins at the top or crosses it, and where.
    std::pair<quint64, int> top() const
    {
        const int row = view.firstVisibleRow();
        return {model.row(row).first, view.visualRect(model.index(row, 0)).y()};
    }
    bool isAtEnd() const { return view.verticalScrollBar()->value() == view.verticalScrollBar()->maximum(); }
    QAbstractButton *chip() const { return view.findChild<QAbstractButton *>(u"liveNewChip"_s); }

    ManualClock clock;
    FakeTriageGateway gateway;
    Theme theme;
    LeadNames names;
    EventFeedModel model;
    LiveView view;
    int next = 1;
};

} // namespace

/// The event table under events.
class tst_LiveView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!QStandardPaths).*"_s)); }

    void end_isFollowedWhileItIsInSight()
    {
        Stand stand;
        stand.append(100);
        QVERIFY(stand.isAtEnd());
        stand.append(5);
        QVERIFY(stand.isAtEnd());
        QVERIFY(!stand.chip()->isVisible());
        stand.view.verticalScrollBar()->setValue(stand.view.verticalScrollBar()->maximum() - 40);
        QVERIFY(!stand.view.isFollowing());
        const auto before = stand.top();
        stand.append(14);
        QCOMPARE(stand.top(), before);
        QVERIFY(stand.chip()->isVisible());
        QCOMPARE(stand.chip()->text(), u"14 new ↓"_s);
        QTest::mouseClick(stand.chip(), Qt::LeftButton);
        QVERIFY(stand.isAtEnd());
        QVERIFY(stand.view.isFollowing());
        QVERIFY(!stand.chip()->isVisible());
    }

    void scrollingBackToTheEnd_followsAgain()
    {
        Stand stand;
        stand.append(100);
        stand.view.verticalScrollBar()->setValue(0);
        QVERIFY(!stand.view.isFollowing());
        stand.view.verticalScrollBar()->setValue(stand.view.verticalScrollBar()->maximum());
        QVERIFY(stand.view.isFollowing());
    }

    void trimming_movesNothingByAPixel()
    {
        Stand stand(200);
        stand.append(200);
        stand.view.verticalScrollBar()->setValue(1003); // 23 pixels into row 35
        const auto before = stand.top();
        QCOMPARE(before.second, -(1003 % stand.view.rows().rowHeight()));
        for (int i = 0; i < 30; ++i) {
            stand.append(1);
            QCOMPARE(stand.top(), before); // rows leave above it
        }
        QCOMPARE(stand.model.ring().first(), 31u);
        for (int i = 0; i < 150; ++i) {
            stand.append(1);
            QCOMPARE(stand.top(), before); // it would have left by now: what is read stays
        }
        QCOMPARE(stand.model.ring().first(), before.first);
    }

    void readingForever_endsAtTwiceTheRecording()
    {
        Stand stand(50);
        stand.append(50);
        stand.view.verticalScrollBar()->setValue(0);
        for (int i = 0; i < 20; ++i)
            stand.append(10);
        QCOMPARE(stand.model.ring().size(), 100);
        QCOMPARE(stand.view.firstVisibleRow(), 0);
        stand.view.setFollowing(true);
        stand.append(1);
        QCOMPARE(stand.model.ring().size(), 50);
    }

    void pause_keepsWhatIsSeen_alsoOverTrimming()
    {
        Stand stand(60);
        stand.append(60);
        const auto before = stand.top();
        stand.model.setPaused(true);
        for (int i = 0; i < 10; ++i)
            stand.append(5);
        QCOMPARE(stand.top(), before);
        QCOMPARE(stand.model.held(), 50);
        stand.model.setPaused(false);
        QVERIFY(stand.isAtEnd()); // it was following
    }

    void filter_keepsThePlace()
    {
        Stand stand;
        for (int i = 0; i < 100; ++i)
            stand.append(1, {.status = i % 2 ? u"open"_s : u"closed"_s});
        stand.view.setCurrentRow(41);
        stand.view.verticalScrollBar()->setValue(40 * stand.view.rows().rowHeight() + 5);
        const quint64 current = stand.model.row(41).first;
        stand.model.setFilter(*LiveFilter::parse(u"status:open"_s));
        QCOMPARE(stand.model.row(stand.view.currentRow()).first, current);
        const auto [serial, y] = stand.top();
        QVERIFY(serial == current || serial + 2 == current); // its neighbour at the top has been hidden
        QVERIFY(y <= 0);
        stand.model.setFilter({});
        QCOMPARE(stand.model.row(stand.view.currentRow()).first, current);
    }

    void chosenRow_isNotCarriedAway()
    {
        Stand stand;
        stand.append(100);
        QVERIFY(stand.view.isFollowing());
        QTest::mouseClick(stand.view.viewport(), Qt::LeftButton, {}, QPoint(200, 40));
        QVERIFY(!stand.view.isFollowing());
        const quint64 serial = stand.model.row(stand.view.currentRow()).first;
        const auto before = stand.top();
        stand.append(30);
        QCOMPARE(stand.top(), before);
        QCOMPARE(stand.model.row(stand.view.currentRow()).first, serial);
    }

    void chosenRow_thatLeaves_isSaidToBeGone()
    {
        Stand stand(50);
        stand.append(50);
        stand.view.setCurrentRow(3);
        QSignalSpy changed(&stand.view, &LiveView::currentChangedTo);
        stand.view.setFollowing(true);
        stand.append(20);
        QCOMPARE(changed.last().first().toInt(), -1);
        QCOMPARE(stand.view.currentRow(), -1);
    }

    void keys_walkAndMarkAValue()
    {
        Stand stand;
        stand.append(100);
        QTest::keyClick(&stand.view, Qt::Key_K);
        QCOMPARE(stand.view.currentRow(), 99);
        QTest::keyClick(&stand.view, Qt::Key_K);
        QTest::keyClick(&stand.view, Qt::Key_Up);
        QCOMPARE(stand.view.currentRow(), 97);
        QTest::keyClick(&stand.view, Qt::Key_J);
        QCOMPARE(stand.view.currentRow(), 98);
        QTest::keyClick(&stand.view, Qt::Key_Right);
        QCOMPARE(stand.view.currentColumn(), int(EventFeedModel::Who));
        QTest::keyClick(&stand.view, Qt::Key_Home);
        QCOMPARE(stand.view.currentRow(), 0);
        QCOMPARE(stand.view.firstVisibleRow(), 0);
        QSignalSpy opened(&stand.view, &LiveView::opened);
        QTest::keyClick(&stand.view, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(&stand.view, Qt::Key_End);
        QVERIFY(stand.view.isFollowing());
    }

    void group_opensInItsPlace()
    {
        Stand stand(1000);
        stand.append(260);
        QCOMPARE(stand.model.rowCount(), 201);
        stand.view.setCurrentRow(200);
        const int y = stand.view.visualRect(stand.model.index(200, 0)).y();
        QTest::keyClick(&stand.view, Qt::Key_Return);
        QCOMPARE(stand.model.rowCount(), 261);
        stand.append(1);
        QTest::keyClick(&stand.view, Qt::Key_Left);
        QCOMPARE(stand.model.rowCount(), 202);
        QVERIFY(std::abs(stand.view.visualRect(stand.model.index(200, 0)).y() - y)
            <= stand.view.rows().rowHeight());
    }

    void moment_isPutAtTheTop()
    {
        Stand stand;
        const Instant start = stand.clock.now();
        for (int i = 0; i < 100; ++i)
            stand.append(1);
        stand.view.showMoment(start + 30s);
        QCOMPARE(stand.view.firstVisibleRow(), 30);
        QVERIFY(!stand.view.isFollowing());
        QCOMPARE(stand.view.visibleSpan()->first, start + 30s);
        stand.view.showMoment(start + 1h);
        QVERIFY(stand.isAtEnd());
    }

    void names_areAskedForByWhatIsSeen_inOneCall()
    {
        Stand stand;
        stand.append(150);
        QVERIFY(QTest::qWaitForWindowExposed(&stand.view));
        QTRY_COMPARE(stand.names.known(feedLead(150)), u"Lead 150"_s);
        QTest::qWait(100);
        QCOMPARE(stand.gateway.names.size(), 1u);
        QVERIFY(stand.names.known(feedLead(1)).isEmpty()); // far above what is in sight
    }

    void row_readsAsOneSentence()
    {
        Stand stand;
        stand.append(1, {.status = u"qualified"_s, .sentiment = u"Interested"_s, .latencyMs = 84});
        stand.names.want(feedLead(1));
        QTRY_VERIFY(stand.view.rows().describe(0).contains(u"Lead 1"_s));
        const QString sentence = stand.view.rows().describe(0);
        QVERIFY2(sentence.contains(u"lead.updated"_s) && sentence.contains(u"Interested, Qualified"_s)
                && sentence.endsWith(u"84 ms"_s),
            qPrintable(sentence));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&stand.view);
        QCOMPARE(list->childCount(), 1);
        QCOMPARE(list->child(0)->text(QAccessible::Name), sentence);
    }

    void random_eventsAndScrolling_neverMoveWhatIsRead()
    {
        constexpr uint Seed = 20260218;
        std::mt19937 random(Seed);
        Stand stand(400);
        stand.append(400);
        for (int turn = 0; turn < 300; ++turn) {
            if (random() % 10 == 0)
                stand.view.verticalScrollBar()->setValue(
                    int(random() % uint(std::max(stand.view.verticalScrollBar()->maximum(), 1))));
            const auto before = stand.top();
            const bool wasFollowing = stand.view.isFollowing();
            stand.append(int(random() % 30));
            if (wasFollowing)
                QVERIFY(stand.isAtEnd());
            else if (stand.model.ring().first() <= before.first) // else it was read for too long
                QCOMPARE(stand.top(), before);
        }
    }
};

QTEST_MAIN(tst_LiveView)
#include "tst_liveview.moc"
