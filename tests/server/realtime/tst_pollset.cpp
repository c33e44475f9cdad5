// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/pollset.h"

#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <memory>
#include <vector>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// One end of a pair of connected sockets, watched; the other is the test's.
class Watched final : public PollSet::Member
{
public:
    explicit Watched(PollSet &polls)
        : m_polls(polls)
    {
        std::array<int, 2> ends {};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
            qFatal("socketpair");
        own = ends[0];
        other = ends[1];
        if (!polls.add(own, *this))
            qFatal("epoll");
    }
    ~Watched()
    {
        leave();
        hangUp();
    }
    Q_DISABLE_COPY_MOVE(Watched)

    void leave()
    {
        m_polls.remove(own);
        if (own >= 0)
            ::close(std::exchange(own, -1));
    }
    void hangUp()
    {
        if (other >= 0)
            ::close(std::exchange(other, -1));
    }
    void feed(const char *text) const { QCOMPARE(::write(other, text, 1), 1); }
    void onReady(bool canRead, bool canWrite) override
    {
        reads += canRead;
        writes += canWrite;
        char byte = 0;
        if (canRead && takes && ::read(own, &byte, 1) == 0)
            ends += 1;
        if (then)
            then();
    }

    int own = -1;
    int other = -1;
    int reads = 0;
    int writes = 0;
    int ends = 0;
    bool takes = true; ///< what can be read
    std::function<void()> then;

private:
    PollSet &m_polls;
};

} // namespace

class tst_PollSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void ready_onlyThoseWithNewsAreTold()
    {
        PollSet polls;
        Watched quiet(polls);
        Watched spoken(polls);
        spoken.feed("a");
        QTRY_COMPARE(spoken.reads, 1);
        QCoreApplication::processEvents();
        QCOMPARE(spoken.reads, 1);
        QCOMPARE(quiet.reads, 0);
    }

    void setWriting_tellsUntilItIsOff()
    {
        PollSet polls;
        Watched member(polls);
        QVERIFY(polls.setWriting(member.own, true));
        QTRY_VERIFY(member.writes >= 2);
        QVERIFY(polls.setWriting(member.own, false));
        const int writes = member.writes;
        QCoreApplication::processEvents();
        QCOMPARE(member.writes, writes);
    }

    void hangUp_isToldAsReadable()
    {
        PollSet polls;
        Watched member(polls);
        member.then = [&] { member.leave(); };
        member.hangUp();
        QTRY_COMPARE(member.ends, 1);
    }

    void halfClose_isToldAsReadable()
    {
        PollSet polls;
        Watched member(polls);
        member.then = [&] { member.leave(); };
        ::shutdown(member.other, SHUT_WR);
        QTRY_COMPARE(member.ends, 1);
    }

    /// Each of the two that are ready at once removes the other: only one is told.
    void remove_duringDispatch_silencesTheOther()
    {
        PollSet polls;
        Watched one(polls);
        Watched two(polls);
        one.then = [&] { two.leave(); };
        two.then = [&] { one.leave(); };
        one.feed("a");
        two.feed("b");
        QTRY_COMPARE(one.reads + two.reads, 1);
        QCoreApplication::processEvents();
        QCOMPARE(one.reads + two.reads, 1);
    }

    /// A member goes and another takes its descriptor's number within one dispatch: the news is not for it.
    void remove_descriptorUsedAgain_newOneIsNotTold()
    {
        PollSet polls;
        auto one = std::make_unique<Watched>(polls);
        auto two = std::make_unique<Watched>(polls);
        std::unique_ptr<Watched> successor;
        const auto replace = [&](std::unique_ptr<Watched> &old) {
            const int number = old->own;
            old->then = nullptr;
            old->leave();
            successor = std::make_unique<Watched>(polls);
            QVERIFY(successor->own == number || successor->other == number);
            if (successor->own != number) { // the pair's other end got it: watch that one
                polls.remove(successor->own);
                std::swap(successor->own, successor->other);
                QVERIFY(polls.add(successor->own, *successor));
            }
        };
        one->then = [&] { replace(two); };
        two->then = [&] { replace(one); };
        one->feed("a");
        two->feed("b");
        QTRY_VERIFY(successor);
        QCoreApplication::processEvents();
        QCOMPARE(successor->reads, 0);
        successor->feed("c");
        QTRY_COMPARE(successor->reads, 1);
    }

    void remove_itself_andDelete()
    {
        PollSet polls;
        auto member = std::make_unique<Watched>(polls);
        bool told = false;
        member->then = [&] {
            told = true;
            member->leave();
        };
        member->feed("a");
        QTRY_VERIFY(told);
        member.reset();
        QCoreApplication::processEvents();
    }

    /// One that is always ready is told once a turn, like everybody.
    void flood_leavesOthersTheirTurn()
    {
        PollSet polls;
        Watched flooding(polls);
        flooding.takes = false;
        flooding.feed("x");
        int served = 0;
        int floodTold = 0; ///< until the last of the others was
        std::vector<std::unique_ptr<Watched>> others;
        for (int i = 0; i < 400; ++i) { // more than one dispatch takes
            others.push_back(std::make_unique<Watched>(polls));
            others.back()->then = [&] {
                ++served;
                floodTold = flooding.reads;
            };
            others.back()->feed("a");
        }
        QTRY_COMPARE(served, 400);
        QVERIFY2(floodTold <= 3, qPrintable(QString::number(floodTold)));
    }
};

QTEST_GUILESS_MAIN(tst_PollSet)
#include "tst_pollset.moc"
