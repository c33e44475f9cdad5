// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/realtimetestbed.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QString Inbox = u"realtime:inbox"_s;
const QString ClientId = u"a-tab"_s;

QJsonObject heartbeat(RealtimeTestbed &bed, FakeRealtimeSocket *socket)
{
    const QString ref = u"h"_s + QString::number(++bed.nextRef);
    return bed.ask(socket, {{}, ref, u"phoenix"_s, u"heartbeat"_s, {}}).value("response"_L1).toObject();
}

/// The statuses of the changes a client received, in order.
QStringList statusesOf(const FakeRealtimeSocket *socket)
{
    QStringList statuses;
    for (const QJsonObject &data : RealtimeTestbed::changesOf(socket))
        statuses.append(data.value("record"_L1).toObject().value("status"_L1).toString());
    return statuses;
}

} // namespace

/// Nothing is missed over a reconnect, or the client is told (realtime §3.5).
class tst_RealtimeResume : public QObject
{
    Q_OBJECT

private:
    /// A client as its library joins, with an id in its address.
    static FakeRealtimeSocket *stockClient(RealtimeTestbed &bed, UserId user)
    {
        FakeRealtimeSocket *socket = bed.connectClient(PhoenixVersion::V2, "anon", ClientId);
        bed.join(socket, Inbox, bed.following(bed.backend.token(user), {bed.binding(u"*"_s)}));
        return socket;
    }

    static std::pair<FakeRealtimeSocket *, QJsonObject> resuming(
        RealtimeTestbed &bed, UserId user, const QString &epoch, const QString &seq)
    {
        FakeRealtimeSocket *socket = bed.connectClient();
        QJsonObject payload = bed.following(bed.backend.token(user), {bed.binding(u"*"_s)});
        payload.insert(u"resume"_s, QJsonObject {{u"epoch"_s, epoch}, {u"seq"_s, seq}});
        const QJsonObject answer = bed.join(socket, Inbox, payload);
        return {socket, answer.value("response"_L1).toObject()};
    }

private Q_SLOTS:
    void heartbeat_saysHowFarEverythingWasSent()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        const QJsonObject response = heartbeat(bed, socket);
        QCOMPARE(response.value("seq"_L1).toString(), QString::fromLatin1(bed.feed.head().toText()));
        QCOMPARE(response.value("epoch"_L1).toString(), QString::fromLatin1(bed.feed.epoch()));
    }

    void heartbeat_beforeAnythingIsFollowed_promisesNothing()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        QVERIFY(heartbeat(bed, socket).isEmpty());
        bed.join(socket, Inbox, bed.following(bed.backend.token(bed.owner), {}));
        QVERIFY(heartbeat(bed, socket).isEmpty()); // a topic without changes
    }

    void heartbeat_acknowledgesWhatWasSentBeforeIt_notTheReplayAfter()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *first = stockClient(bed, bed.owner);
        bed.feed.tell(bed.inserted({bed.mine, {}}, "one"));
        first->hangUp();
        FakeRealtimeSocket *second = bed.connectClient(PhoenixVersion::V2, "anon", ClientId);
        heartbeat(bed, second); // its answer comes before the replay
        bed.join(second, Inbox, bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)}));
        heartbeat(bed, second);
        second->hangUp();
        QCOMPARE(statusesOf(stockClient(bed, bed.owner)), QStringList(u"one"_s));
    }

    void position_aheadOfThisService_isContinuedWithoutTellingTwice()
    {
        RealtimeTestbed bed;
        FeedPosition ahead = bed.feed.head();
        ++ahead.lsn; // another service was quicker
        const QString seq = QString::fromLatin1(ahead.toText());
        const auto [socket, response] = resuming(bed, bed.owner, QString::fromLatin1(bed.feed.epoch()), seq);
        QCOMPARE(response.value("resumed"_L1), QJsonValue(true));
        QCOMPARE(heartbeat(bed, socket).value("seq"_L1).toString(), seq);
        bed.feed.tell(bed.inserted({bed.mine, {}}, "told there")); // at that very position
        bed.feed.tell(bed.inserted({bed.mine, {}}, "new"));
        QCOMPARE(statusesOf(socket), QStringList(u"new"_s));
    }

    void stockClient_thatWasCutOff_getsTheGapInOrder()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *first = stockClient(bed, bed.owner);
        bed.feed.tell(bed.inserted({bed.mine, {}}, "seen"));
        heartbeat(bed, first);
        heartbeat(bed, first); // it has read the answer to the first one: "seen" arrived
        bed.feed.tell(bed.inserted({bed.mine, {}}, "perhaps"));
        first->hangUp();
        bed.feed.tell(bed.inserted({bed.mine, {}}, "missed"));
        bed.feed.tell(bed.inserted({bed.theirs, {}}, "foreign"));
        FakeRealtimeSocket *second = stockClient(bed, bed.owner);
        bed.feed.tell(bed.inserted({bed.mine, {}}, "new"));
        QCOMPARE(statusesOf(second), (QStringList {u"perhaps"_s, u"missed"_s, u"new"_s}));
        QCOMPARE(bed.counter("signalbox_realtime_resumes_total{outcome=\"replayed\"}"), 1U);
    }

    void stockClient_withoutHeartbeat_getsAllSinceItsJoin()
    {
        RealtimeTestbed bed;
        bed.feed.tell(bed.inserted({bed.mine, {}}, "before"));
        FakeRealtimeSocket *first = stockClient(bed, bed.owner);
        bed.feed.tell(bed.inserted({bed.mine, {}}, "one"));
        first->hangUp();
        QCOMPARE(statusesOf(stockClient(bed, bed.owner)), QStringList(u"one"_s));
    }

    void position_isNobodyElsesAndNotForEver_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isOther");
        QTest::addColumn<bool>("leaves");
        QTest::addColumn<QStringList>("replayed");
        const QStringList one {u"one"_s};
        QTest::addRow("in time") << 119 << false << false << one;
        QTest::addRow("too late") << 120 << false << false << QStringList();
        QTest::addRow("another person under the same id") << 1 << true << false << QStringList();
        QTest::addRow("after leaving") << 1 << false << true << QStringList();
    }
    void position_isNobodyElsesAndNotForEver()
    {
        QFETCH(int, seconds);
        QFETCH(bool, isOther);
        QFETCH(bool, leaves);
        QFETCH(QStringList, replayed);
        RealtimeTestbed bed;
        bed.backend.sights[bed.stranger].full.insert(bed.mine);
        FakeRealtimeSocket *first = stockClient(bed, bed.owner);
        bed.feed.tell(bed.inserted({bed.mine, {}}, "one"));
        if (leaves)
            bed.ask(first, {u"1"_s, u"l"_s, Inbox, u"phx_leave"_s, {}});
        first->hangUp();
        bed.clock.advance(std::chrono::seconds(seconds));
        QCOMPARE(statusesOf(stockClient(bed, isOther ? bed.stranger : bed.owner)), replayed);
    }

    void replay_isUnderTodaysRights()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *first = stockClient(bed, bed.owner);
        bed.feed.tell(bed.inserted({bed.mine, {}}, "hidden now"));
        bed.feed.tell(bed.inserted({bed.mine, bed.owner}, "own"));
        first->hangUp();
        bed.backend.sights[bed.owner] = {.user = bed.owner, .own = {bed.mine}};
        FakeRealtimeSocket *second = stockClient(bed, bed.owner);
        QCOMPARE(statusesOf(second), QStringList(u"own"_s));
        for (const QByteArray &frame : std::as_const(second->frames))
            QVERIFY(!frame.contains("hidden now"));
    }

    void ownClient_namesItsPositionAndContinues()
    {
        RealtimeTestbed bed;
        bed.feed.tell(bed.inserted({bed.mine, {}}, "one"));
        const QString seq = QString::fromLatin1(bed.feed.head().toText());
        const QString epoch = QString::fromLatin1(bed.feed.epoch());
        bed.feed.tell({bed.inserted({bed.mine, {}}, "two"), bed.inserted({bed.mine, {}}, "three")});
        const auto [socket, response] = resuming(bed, bed.owner, epoch, seq);
        QCOMPARE(response.value("resumed"_L1), QJsonValue(true));
        QCOMPARE(response.value("seq"_L1).toString(), seq);
        QCOMPARE(statusesOf(socket), (QStringList {u"two"_s, u"three"_s}));
        bed.feed.tell(bed.inserted({bed.mine, {}}, "four"));
        QCOMPARE(statusesOf(socket).size(), 3);
    }

    void position_thatCannotBeContinued_isSaidTo_data()
    {
        QTest::addColumn<QString>("epoch");
        QTest::addColumn<QString>("seq");
        QTest::addColumn<QByteArray>("outcome");
        const QString seq = u"00000000000003e8.00000000"_s;
        QTest::addRow("older than the history") << u"1.1.fake"_s << seq << "too_old"_ba;
        QTest::addRow("of another history") << u"2.1.fake"_s << seq << "other_epoch"_ba;
        QTest::addRow("no position") << u"1.1.fake"_s << u"7"_s << "malformed"_ba;
    }
    void position_thatCannotBeContinued_isSaidTo()
    {
        QFETCH(QString, epoch);
        QFETCH(QString, seq);
        QFETCH(QByteArray, outcome);
        RealtimeTestbed bed;
        for (int i = 0; i < 3; ++i)
            bed.feed.tell(bed.inserted({bed.mine, {}}));
        bed.feed.forgetAllBut(1);
        const auto [socket, response] = resuming(bed, bed.owner, epoch, seq);
        QCOMPARE(response.value("resumed"_L1), QJsonValue(false));
        QCOMPARE(response.value("seq"_L1).toString(), QString::fromLatin1(bed.feed.head().toText()));
        QVERIFY(bed.changesOf(socket).isEmpty());
        QCOMPARE(bed.counter("signalbox_realtime_resumes_total{outcome=\"" + outcome + "\"}"), 1U);
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(socket).size(), 1);
    }

    void longReplay_comesInPagesAndLosesNothingNew()
    {
        RealtimeTestbed bed;
        const QString seq = QString::fromLatin1(bed.feed.head().toText());
        for (int i = 0; i < 450; ++i)
            bed.feed.tell(bed.inserted({bed.mine, {}}, QByteArray::number(i)));
        const auto [socket, response] = resuming(bed, bed.owner, QString::fromLatin1(bed.feed.epoch()), seq);
        QCOMPARE(response.value("resumed"_L1), QJsonValue(true));
        QCOMPARE(bed.changesOf(socket).size(), 200);
        // While it is behind, a heartbeat does not promise what was not sent.
        QVERIFY(heartbeat(bed, socket).value("seq"_L1).toString()
            < QString::fromLatin1(bed.feed.head().toText()));
        bed.feed.tell(bed.inserted({bed.mine, {}}, "450"));
        QTRY_COMPARE(bed.changesOf(socket).size(), 451);
        bed.feed.tell(bed.inserted({bed.mine, {}}, "451"));
        QStringList expected;
        for (int i = 0; i < 452; ++i)
            expected.append(QString::number(i));
        QCOMPARE(statusesOf(socket), expected);
    }

    void replay_waitsForAClientThatReadsSlowly()
    {
        RealtimeTestbed bed;
        const QString seq = QString::fromLatin1(bed.feed.head().toText());
        for (int i = 0; i < 250; ++i)
            bed.feed.tell(bed.inserted({bed.mine, {}}));
        const auto [socket, response] = resuming(bed, bed.owner, QString::fromLatin1(bed.feed.epoch()), seq);
        FakeRealtimeSocket *client = socket;
        client->backlogNow = {300 * 1024, 200, {}};
        QTest::qWait(30); // several pages' time: proves that none comes
        QCOMPARE(bed.changesOf(client).size(), 200);
        client->backlogNow = {};
        QTRY_COMPARE(bed.changesOf(client).size(), 250);
    }

    void lostHistory_endsEverythingWithoutAPromise()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *first = stockClient(bed, bed.owner);
        first->received.clear();
        bed.feed.tell(bed.inserted({bed.mine, {}}, "one"));
        bed.feed.setEpoch("2.1.fake");
        QCOMPARE(bed.countOf(first, u"phx_error"_s), 1);
        QVERIFY(statusesOf(stockClient(bed, bed.owner)).isEmpty());
    }

    void otherRightsThanBefore_areToldToReadAgain()
    {
        RealtimeTestbed bed;
        const auto before = resuming(bed, bed.setter, {}, {}).second;
        const auto again = [&] {
            QJsonObject payload = bed.following(bed.backend.token(bed.setter), {bed.binding(u"*"_s)});
            payload.insert(u"resume"_s,
                QJsonObject {{u"epoch"_s, before.value("epoch"_L1)}, {u"seq"_s, before.value("seq"_L1)},
                    {u"rights"_s, before.value("rights"_L1)}});
            const QJsonObject answer = bed.join(bed.connectClient(), Inbox, payload);
            return answer.value("response"_L1).toObject().value("resumed"_L1);
        };
        QVERIFY(!before.value("rights"_L1).toString().isEmpty());
        QCOMPARE(again(), QJsonValue(true));
        bed.backend.sights[bed.setter].full.insert(bed.mine);
        QCOMPARE(again(), QJsonValue(false));
    }

    void slowStockClient_readsAgainInsteadOfAReplay()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *client = stockClient(bed, bed.owner);
        client->backlogNow = {1 << 21, 1, {}};
        bed.feed.tell(bed.inserted({bed.mine, {}}, "one"));
        client->received.clear();
        client->backlogNow = {};
        bed.hub.sweep();
        bed.join(client, Inbox, bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)}));
        QVERIFY(statusesOf(client).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RealtimeResume)
#include "tst_realtimeresume.moc"
