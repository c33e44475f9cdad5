// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/feedstate.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

using State = FeedStatus::State;

/// The whole product of states and events: what must hold in every field of the table, and the ways through
/// it that people notice.
class tst_FeedState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyField_keepsTheRules_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("event");
        for (int state = 0; state < FeedStateCount; ++state)
            for (int event = 0; event < FeedEventCount; ++event)
                QTest::addRow(
                    "%s, %s", feedStateName(State(state)).data(), feedEventName(FeedEvent(event)).data())
                    << state << event;
    }
    void everyField_keepsTheRules()
    {
        QFETCH(int, state);
        QFETCH(int, event);
        const auto from = State(state);
        const auto what = FeedEvent(event);
        const FeedStep step = feedStep(from, what);
        // Nobody follows: only following begins anything.
        if (from == State::Stopped && what != FeedEvent::Followed)
            QCOMPARE(step.state, State::Stopped);
        if (what == FeedEvent::Followed)
            QCOMPARE(step, (FeedStep {State::Connecting, FeedAction::Open}));
        if (what == FeedEvent::Stopped)
            QCOMPARE(step.state, State::Stopped);
        // A refusal is final until a person does something.
        if (from == State::Refused && what != FeedEvent::Followed && what != FeedEvent::Retried
            && what != FeedEvent::Stopped)
            QCOMPARE(step.state, State::Refused);
        // Live is only what was joined.
        if (step.state == State::Live && from != State::Live)
            QCOMPARE(what, FeedEvent::Subscribed);
        // What ended is tried again, and nothing but a live or a finished feed rests without a reason to
        // wake.
        const bool isOver = from == State::Stopped || from == State::Refused;
        const bool isLoss = what == FeedEvent::Dropped || what == FeedEvent::ChannelEnded;
        if (!isOver && isLoss)
            QCOMPARE(step.action, FeedAction::Wait);
        if (!isOver && what == FeedEvent::Silent)
            QCOMPARE(step.action, FeedAction::Reset);
        if (!isOver && (what == FeedEvent::Ended || what == FeedEvent::RejectedAgain))
            QCOMPARE(step, (FeedStep {State::Refused, FeedAction::Close}));
        // Live does not end because HTTP is slow, only because the socket is.
        if (from == State::Live && what == FeedEvent::Unreachable)
            QCOMPARE(step, (FeedStep {State::Live, FeedAction::Beat}));
        if (step.state == State::Stopped && from != State::Stopped)
            QCOMPARE(step.action, FeedAction::Close);
    }

    void ways_data()
    {
        QTest::addColumn<QList<FeedEvent>>("events");
        QTest::addColumn<State>("end");
        using E = FeedEvent;
        QTest::addRow("joined within 5 s") << QList {E::Followed, E::Opened, E::Subscribed} << State::Live;
        QTest::addRow("joined late") << QList {E::Followed, E::Opened, E::Overdue, E::Subscribed}
                                     << State::Live;
        QTest::addRow("not joined") << QList {E::Followed, E::Opened, E::Overdue} << State::Polling;
        QTest::addRow("cut, not yet overdue")
            << QList {E::Followed, E::Opened, E::Subscribed, E::Dropped, E::WaitOver} << State::Connecting;
        QTest::addRow("cut for long") << QList {E::Followed, E::Subscribed, E::Dropped, E::Overdue,
            E::WaitOver, E::Dropped} << State::Polling;
        QTest::addRow("the service is away, then back") << QList {E::Followed, E::Subscribed, E::Dropped,
            E::Unreachable, E::WaitOver, E::Dropped} << State::Offline;
        QTest::addRow("back") << QList {E::Followed, E::Dropped, E::Unreachable, E::Reachable}
                              << State::Connecting;
        QTest::addRow("rejected once") << QList {E::Followed, E::Rejected, E::Renewed} << State::Connecting;
        QTest::addRow("rejected twice")
            << QList {E::Followed, E::Rejected, E::Renewed, E::RejectedAgain} << State::Refused;
        QTest::addRow("signed in again")
            << QList {E::Followed, E::Ended, E::Retried, E::Opened, E::Subscribed} << State::Live;
        QTest::addRow("stopped, a late answer")
            << QList {E::Followed, E::Stopped, E::Opened, E::Subscribed} << State::Stopped;
    }
    void ways()
    {
        QFETCH(QList<FeedEvent>, events);
        QFETCH(State, end);
        State state = State::Stopped;
        for (const FeedEvent event : events)
            state = feedStep(state, event).state;
        QCOMPARE(state, end);
    }
};

QTEST_APPLESS_MAIN(tst_FeedState)
#include "tst_feedstate.moc"
