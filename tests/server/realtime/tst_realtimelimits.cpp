// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/realtimetestbed.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QString Inbox = u"realtime:inbox"_s;

QString reasonOf(const QJsonObject &answer)
{
    return answer.value("response"_L1).toObject().value("reason"_L1).toString();
}

} // namespace

/// What a client may not do, and what becomes of one that does not keep up (realtime §1.6, §3.4).
class tst_RealtimeLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void malformedFrames_areDroppedAndCounted()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        for (const char *text : {"", "x", "{}", "[]", "[1,2,3]", R"([null,"1","","phx_join",{}])"})
            socket->say(QByteArray(text));
        QCOMPARE(bed.counter("signalbox_realtime_dropped_frames_total{reason=\"malformed\"}"), 6U);
        QVERIFY(socket->received.isEmpty());
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(socket).size(), 1);
    }

    void broadcast_isRefusedPolitely()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        const QJsonObject answer = bed.ask(socket, {u"1"_s, u"5"_s, Inbox, u"broadcast"_s, {}});
        QCOMPARE(reasonOf(answer), u"Broadcasts of clients are not accepted"_s);
        QCOMPARE(bed.hub.channelCount(), 1);
    }

    void tooManyFrames_endTheChannel()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        QSignalSpy closed(socket, &RealtimeSocket::closed);
        bed.clock.advance(std::chrono::seconds(1));
        for (int i = 0; i < 100; ++i)
            socket->say({u"1"_s, u"5"_s, Inbox, u"presence"_s, {}});
        QCOMPARE(bed.countOf(socket, u"phx_error"_s), 0);
        socket->say({u"1"_s, u"5"_s, Inbox, u"presence"_s, {}});
        QCOMPARE(bed.countOf(socket, u"phx_error"_s), 1);
        QCOMPARE(socket->received.at(socket->received.size() - 2).payload.value("message"_L1).toString(),
            u"Too many messages per second"_s);
        bed.clock.advance(std::chrono::seconds(1));
        const QJsonObject answer
            = bed.join(socket, Inbox, bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)}));
        QCOMPARE(answer.value("status"_L1).toString(), u"ok"_s);
        QCOMPARE(closed.count(), 0);
    }

    void flood_closesTheSocket_data()
    {
        QTest::addColumn<int>("what");
        QTest::addRow("heartbeats") << 0;
        QTest::addRow("nonsense") << 1;
        QTest::addRow("binary frames") << 2;
    }
    void flood_closesTheSocket()
    {
        QFETCH(int, what);
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        QSignalSpy closed(socket, &RealtimeSocket::closed);
        for (int i = 0; i < 1001 && closed.isEmpty(); ++i)
            what == 0       ? socket->say({{}, u"5"_s, u"phoenix"_s, u"heartbeat"_s, {}})
                : what == 1 ? socket->say("x"_ba)
                            : Q_EMIT socket->binaryReceived("\3x"_ba);
        QCOMPARE(closed.count(), 1);
        QTRY_COMPARE(bed.hub.socketCount(), 0);
    }

    void channels_haveALimit()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const QJsonObject payload = bed.following(bed.backend.token(bed.owner), {});
        for (int i = 0; i < 100; ++i) {
            if (i % 50 == 0)
                bed.clock.advance(std::chrono::seconds(1));
            const QJsonObject answer = bed.join(socket, u"realtime:"_s + QString::number(i), payload);
            QCOMPARE(answer.value("status"_L1).toString(), u"ok"_s);
        }
        QCOMPARE(reasonOf(bed.join(socket, Inbox, payload)), u"ChannelRateLimitReached: Too many channels"_s);
    }

    void joins_arePaced()
    {
        RealtimeLimits limits;
        limits.joinsPerSecond = 2;
        limits.waitingJoins = 1;
        RealtimeTestbed bed(limits);
        FakeRealtimeSocket *socket = bed.connectClient();
        const QJsonObject payload = bed.following(bed.backend.token(bed.owner), {});
        for (const QString &topic : {u"realtime:a"_s, u"realtime:b"_s, u"realtime:c"_s, u"realtime:d"_s})
            socket->say({topic, topic, topic, u"phx_join"_s, payload});
        QTRY_COMPARE(bed.countOf(socket, u"phx_reply"_s), 3);
        QStringList reasons;
        for (const PhoenixMessage &message : std::as_const(socket->received)) {
            const QString reason = reasonOf(message.payload);
            if (!reason.isEmpty())
                reasons.append(reason);
        }
        QCOMPARE(reasons, QStringList(u"ClientJoinRateLimitReached: Too many joins per second"_s));
        bed.clock.advance(std::chrono::milliseconds(500)); // one more may
        QTRY_COMPARE(bed.countOf(socket, u"phx_reply"_s), 4);
    }

    void slowClient_isToldToReadAgainAndDisturbsNobody_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<int>("frames");
        QTest::addColumn<qint64>("ageMs");
        QTest::addRow("bytes") << qint64(1 << 20) + 1 << 3 << qint64(10);
        QTest::addRow("frames") << qint64(1000) << 513 << qint64(10);
        QTest::addRow("age") << qint64(1000) << 1 << qint64(10'001);
    }
    void slowClient_isToldToReadAgainAndDisturbsNobody()
    {
        QFETCH(qint64, bytes);
        QFETCH(int, frames);
        QFETCH(qint64, ageMs);
        RealtimeTestbed bed;
        FakeRealtimeSocket *slow = bed.follower(bed.owner);
        FakeRealtimeSocket *quick = bed.follower(bed.owner);
        slow->backlogNow = {bytes, frames, std::chrono::milliseconds(ageMs)};
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(quick).size(), 1);
        QCOMPARE(bed.changesOf(slow).size(), 0);
        QCOMPARE(slow->drops, 1);
        QCOMPARE(bed.countOf(slow, u"phx_error"_s), 1);
        QCOMPARE(bed.counter("signalbox_realtime_resyncs_total{reason=\"slow\"}"), 1U);
    }

    void slowClient_isFoundWithoutAnythingToTell()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *slow = bed.follower(bed.owner);
        slow->backlogNow = {10, 1, std::chrono::seconds(11)};
        bed.hub.sweep();
        QCOMPARE(bed.countOf(slow, u"phx_error"_s), 1);
    }

    void stuckClient_isCut()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *slow = bed.follower(bed.owner);
        QSignalSpy closed(slow, &RealtimeSocket::closed);
        slow->backlogNow = {1 << 21, 1, {}};
        bed.hub.sweep();
        slow->backlogNow = {100, 1, std::chrono::seconds(29)}; // not even the end gets through
        bed.clock.advance(std::chrono::seconds(29));
        bed.hub.sweep();
        QCOMPARE(closed.count(), 0);
        bed.clock.advance(std::chrono::seconds(1));
        bed.hub.sweep();
        QCOMPARE(closed.count(), 1);
    }

    void clientThatAsksAndNeverReads_isCutAtOnce()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *slow = bed.follower(bed.owner);
        QSignalSpy closed(slow, &RealtimeSocket::closed);
        slow->backlogNow = {RealtimeLimits().hoardBytes, 1, {}};
        Q_EMIT slow->textReceived("[null,\"1\",\"phoenix\",\"heartbeat\",{}]");
        QCOMPARE(closed.count(), 0);
        QCOMPARE(slow->received.size(), 1);
        slow->backlogNow.bytes += 1;
        Q_EMIT slow->textReceived("[null,\"2\",\"phoenix\",\"heartbeat\",{}]");
        QCOMPARE(closed.count(), 1);
        QCOMPARE(slow->received.size(), 1);
    }

    void clientThatCatchesUp_mayJoinAgain()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *slow = bed.follower(bed.owner);
        slow->backlogNow = {1 << 21, 1, {}};
        bed.hub.sweep();
        slow->backlogNow = {};
        bed.hub.sweep();
        bed.join(slow, Inbox, bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)}));
        slow->received.clear();
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(slow).size(), 1);
    }

    void bulk_isAResyncOfThatAudienceOnly()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *owner = bed.follower(bed.owner);
        FakeRealtimeSocket *setter = bed.follower(bed.setter);
        FakeRealtimeSocket *stranger = bed.follower(bed.stranger);
        std::vector<LeadChange> changes;
        for (int i = 0; i < 201; ++i)
            changes.push_back(bed.inserted({bed.mine, {}}));
        changes.push_back(bed.inserted({bed.mine, bed.setter}));
        changes.push_back(bed.inserted({bed.theirs, {}}));
        bed.feed.tell(changes);
        QCOMPARE(bed.changesOf(owner).size(), 0);
        QCOMPARE(bed.countOf(owner, u"phx_error"_s), 1);
        QCOMPARE(bed.changesOf(setter).size(), 1);
        QCOMPARE(bed.changesOf(stranger).size(), 1);
        QCOMPARE(bed.counter("signalbox_realtime_resyncs_total{reason=\"bulk\"}"), 1U);
    }

    void feedThatIsAway_keepsJoinsWaitingAndSaysSo()
    {
        RealtimeLimits limits;
        limits.feedPatience = std::chrono::milliseconds(50);
        RealtimeTestbed bed(limits);
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        bed.feed.setLive(false);
        QCOMPARE(socket->received.front().payload.value("status"_L1).toString(), u"error"_s);
        QCOMPARE(bed.hub.channelCount(), 1);
        FakeRealtimeSocket *late = bed.connectClient();
        const QJsonObject payload = bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)});
        QVERIFY(reasonOf(bed.join(late, Inbox, payload)).startsWith("InitializingProjectConnection: "_L1));
        late->say({u"x"_s, u"x"_s, Inbox, u"phx_join"_s, payload});
        bed.feed.setLive(true);
        QTRY_COMPARE(bed.countOf(late, u"system"_s), 1);
        QCOMPARE(socket->received.back().payload.value("status"_L1).toString(), u"ok"_s);
    }

    void drain_endsChannelsAndClosesAllSomeAtATime()
    {
        RealtimeTestbed bed;
        QList<QByteArray> order;
        for (int i = 0; i < 4; ++i) {
            FakeRealtimeSocket *socket = bed.follower(bed.owner);
            connect(socket, &RealtimeSocket::closed, this, [socket, &order] {
                const bool isEnded = socket->received.back().event == "phx_error"_L1;
                order.append(QByteArray::number(socket->closeCode.value_or(0)) + (isEnded ? " ended" : ""));
            });
        }
        QSignalSpy drained(&bed.hub, &RealtimeHub::drained);
        bed.hub.drain(std::chrono::milliseconds(200));
        QCOMPARE(order.size(), 2);
        QTRY_COMPARE(drained.count(), 1);
        QCOMPARE(order, QList<QByteArray>(4, "1012 ended"));
    }
};

QTEST_GUILESS_MAIN(tst_RealtimeLimits)
#include "tst_realtimelimits.moc"
