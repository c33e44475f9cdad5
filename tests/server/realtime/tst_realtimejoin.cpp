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

/// Joins, tokens and rights: what is answered, and when a channel ends (realtime §1.3, §1.4, §3.2).
class tst_RealtimeJoin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void join_isAnsweredOkAndSubscribed()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const QJsonObject answer
            = bed.join(socket, Inbox, bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)}));
        QCOMPARE(answer.value("status"_L1).toString(), u"ok"_s);
        const QJsonObject response = answer.value("response"_L1).toObject();
        QCOMPARE(response.value("epoch"_L1).toString(), QString::fromLatin1(bed.feed.epoch()));
        QCOMPARE(response.value("seq"_L1).toString(), QString::fromLatin1(bed.feed.head().toText()));
        QVERIFY(!response.contains("resumed"_L1));
        const PhoenixMessage system = socket->received.back();
        QCOMPARE(system.event, u"system"_s);
        QCOMPARE(system.joinRef, socket->received.front().joinRef);
        QCOMPARE(system.payload,
            (QJsonObject {{u"extension"_s, u"postgres_changes"_s}, {u"status"_s, u"ok"_s},
                {u"message"_s, u"Subscribed to PostgreSQL"_s}, {u"channel"_s, u"inbox"_s}}));
    }

    void join_thatCannotBeServed_isRefusedWithItsCode_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QJsonObject>("config");
        QTest::addColumn<QString>("reason");
        const auto changes = [](const QJsonArray &list) {
            return QJsonObject {{u"postgres_changes"_s, list}};
        };
        const auto binding = [](const QString &schema, const QString &table) {
            return QJsonObject {{u"event"_s, u"*"_s}, {u"schema"_s, schema}, {u"table"_s, table}};
        };
        QTest::addRow("no name") << u"realtime:"_s << QJsonObject() << u"TopicNameRequired: "_s;
        QTest::addRow("another prefix") << u"inbox"_s << QJsonObject() << u"UnmatchedTopic: "_s;
        QTest::addRow("another table")
            << Inbox << changes({binding(u"public"_s, u"Message"_s)}) << u"InvalidSubscription: "_s;
        QTest::addRow("any table") << Inbox << changes({binding(u"public"_s, u"*"_s)})
                                   << u"InvalidSubscription: "_s;
        QTest::addRow("any schema") << Inbox << changes({QJsonObject {{u"schema"_s, u"*"_s}}})
                                    << u"InvalidSubscription: "_s;
        QTest::addRow("a schema alone")
            << Inbox << changes({QJsonObject {{u"schema"_s, u"public"_s}}}) << u"InvalidSubscription: "_s;
        QTest::addRow("a bad filter") << Inbox << changes({RealtimeTestbed::binding(u"*"_s, u"undefined"_s)})
                                      << u"InvalidSubscription: "_s;
        QTest::addRow("no object") << Inbox << changes({u"x"_s}) << u"InvalidSubscription: "_s;
        QJsonArray many;
        for (int i = 0; i < 33; ++i)
            many.append(RealtimeTestbed::binding(u"*"_s));
        QTest::addRow("33 bindings") << Inbox << changes(many) << u"TooManyBindings: "_s;
        QTest::addRow("a private topic of no kind")
            << Inbox << QJsonObject {{u"private"_s, u"true"_s}} << u"Unauthorized: "_s;
        QTest::addRow("another's workspace") << u"realtime:workspace:11111111-1111-4111-8111-111111111111"_s
                                             << QJsonObject {{u"private"_s, true}} << u"Unauthorized: "_s;
    }
    void join_thatCannotBeServed_isRefusedWithItsCode()
    {
        QFETCH(QString, topic);
        QFETCH(QJsonObject, config);
        QFETCH(QString, reason);
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const QJsonObject answer = bed.join(socket, topic,
            {{u"config"_s, config}, {u"access_token"_s, QString::fromLatin1(bed.backend.token(bed.owner))}});
        QCOMPARE(answer.value("status"_L1).toString(), u"error"_s);
        QVERIFY2(reasonOf(answer).startsWith(reason), qPrintable(reasonOf(answer)));
        QCOMPARE(
            bed.counter("signalbox_realtime_joins_total{outcome=\"" + reason.chopped(2).toLatin1() + "\"}"),
            1U);
        QCOMPARE(bed.hub.channelCount(), 0);
    }

    void nulls_amongTheBindings_areLeftOut()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const QJsonObject answer = bed.join(
            socket, Inbox, bed.following(bed.backend.token(bed.owner), {QJsonValue(), bed.binding(u"*"_s)}));
        QCOMPARE(answer.value("response"_L1).toObject().value("postgres_changes"_L1).toArray().size(), 1);
    }

    void withoutToken_theConnectionsKeyCounts()
    {
        RealtimeTestbed bed;
        const QJsonObject payload {
            {u"config"_s, QJsonObject {{u"postgres_changes"_s, QJsonArray {bed.binding(u"*"_s)}}}}};
        FakeRealtimeSocket *socket = bed.connectClient(PhoenixVersion::V2, bed.backend.token(bed.owner));
        QCOMPARE(bed.join(socket, Inbox, payload).value("status"_L1).toString(), u"ok"_s);
        FakeRealtimeSocket *nobody = bed.connectClient();
        QVERIFY(reasonOf(bed.join(nobody, Inbox, payload)).startsWith("Unauthorized: "_L1));
    }

    void badToken_isRefusedInTheProtocolsWords()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const auto reason = [&](const QByteArray &token) {
            return reasonOf(bed.join(socket, Inbox, bed.following(token, {})));
        };
        QCOMPARE(reason("garbage"), u"MalformedJWT: The token provided is not a valid JWT"_s);
        // To the second: the channel would end at once.
        QCOMPARE(reason(bed.backend.token(bed.owner, std::chrono::seconds(-3))),
            u"InvalidJWTToken: Token has expired 3 seconds ago"_s);
        bed.backend.failure = Error {.kind = Error::Kind::Unauthenticated, .code = u"session_not_found"_s};
        QCOMPARE(reason(bed.backend.token(bed.owner)), u"Unauthorized: The session has ended"_s);
        bed.backend.failure = Error::unavailable(u"down"_s);
        QVERIFY(reason(bed.backend.token(bed.owner)).startsWith("UnableToConnectToProject: "_L1));
    }

    void whoSeesNothing_isRefused()
    {
        RealtimeTestbed bed;
        bed.backend.sights.remove(bed.owner);
        FakeRealtimeSocket *socket = bed.connectClient();
        QCOMPARE(reasonOf(bed.join(socket, Inbox, bed.following(bed.backend.token(bed.owner), {}))),
            u"Unauthorized: You do not have permissions to read from this Channel topic: inbox"_s);
    }

    void secondJoin_replacesTheFirst()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        bed.join(socket, Inbox, bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)}));
        const PhoenixMessage closed = socket->received.front();
        QCOMPARE(closed.event, u"phx_close"_s);
        QCOMPARE(closed.joinRef, u"1"_s);
        QCOMPARE(closed.ref, u"1"_s);
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(socket).size(), 1);
        QCOMPARE(bed.hub.channelCount(), 1);
    }

    void joinedAnewBeforeTheAnswer_isAnsweredOnce()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const QJsonObject payload = bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)});
        socket->say({u"a"_s, u"a"_s, Inbox, u"phx_join"_s, payload});
        const QJsonObject answer = bed.ask(socket, {u"b"_s, u"b"_s, Inbox, u"phx_join"_s, payload});
        QCOMPARE(answer.value("status"_L1).toString(), u"ok"_s);
        QCoreApplication::processEvents();
        QCOMPARE(bed.countOf(socket, u"phx_reply"_s), 1);
        QCOMPARE(bed.hub.channelCount(), 1);
    }

    void leave_isAnsweredAndClosed()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        QCOMPARE(bed.ask(socket, {u"1"_s, u"9"_s, Inbox, u"phx_leave"_s, {}}).value("status"_L1).toString(),
            u"ok"_s);
        QCOMPARE(socket->received.back().event, u"phx_close"_s);
        socket->received.clear();
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QVERIFY(socket->received.isEmpty());
        const QJsonObject answer = bed.ask(socket, {u"1"_s, u"10"_s, Inbox, u"access_token"_s, {}});
        QCOMPARE(reasonOf(answer), u"unmatched topic"_s);
    }

    void newToken_ofTheSamePerson_isTakenSilently()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const QByteArray first = bed.backend.token(bed.owner, std::chrono::seconds(10));
        bed.join(socket, Inbox, bed.following(first, {bed.binding(u"*"_s)}));
        socket->received.clear();
        const auto refresh = [&](const QByteArray &token) {
            socket->say({u"1"_s, u"7"_s, Inbox, u"access_token"_s,
                {{u"access_token"_s, QString::fromLatin1(token)}}});
        };
        const int asked = bed.backend.sightsAsked;
        refresh(first); // the same: no question, no answer
        refresh("sb_something");
        QCoreApplication::processEvents();
        QCOMPARE(bed.backend.sightsAsked, asked);
        refresh(bed.backend.token(bed.owner));
        QTRY_COMPARE(bed.countOf(socket, u"system"_s), 1);
        QCOMPARE(bed.countOf(socket, u"phx_reply"_s), 0);
        bed.clock.advance(std::chrono::seconds(60)); // the first one's end
        bed.hub.sweep();
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(socket).size(), 1);
    }

    void newToken_ofAnotherPerson_changesWhatIsSeen()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        socket->say({u"1"_s, u"7"_s, Inbox, u"access_token"_s,
            {{u"access_token"_s, QString::fromLatin1(bed.backend.token(bed.stranger))}}});
        QTRY_COMPARE(bed.countOf(socket, u"system"_s), 1);
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QVERIFY(bed.changesOf(socket).isEmpty());
        bed.feed.tell(bed.inserted({bed.theirs, {}}));
        QCOMPARE(bed.changesOf(socket).size(), 1);
    }

    void badToken_endsTheChannelSoThatItHeals()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        socket->say({u"1"_s, u"7"_s, Inbox, u"access_token"_s, {{u"access_token"_s, u"not.a.jwt"_s}}});
        QTRY_COMPARE(bed.countOf(socket, u"phx_error"_s), 1);
        QCOMPARE(socket->received.front().payload.value("status"_L1).toString(), u"error"_s);
        QCOMPARE(socket->received.back().ref, u"1"_s);
    }

    void expiry_endsTheChannelToTheMoment()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const QByteArray token = bed.backend.token(bed.owner, std::chrono::seconds(10));
        bed.join(socket, Inbox, bed.following(token, {bed.binding(u"*"_s)}));
        socket->received.clear();
        bed.clock.advance(std::chrono::milliseconds(11'200));
        bed.feed.tell(bed.inserted({bed.mine, {}})); // before any timer has looked
        QVERIFY(bed.changesOf(socket).isEmpty());
        QCOMPARE(bed.countOf(socket, u"phx_error"_s), 1);
        QCOMPARE(socket->received.front().payload.value("message"_L1).toString(),
            u"Token has expired 1 seconds ago"_s);
    }

    void revoked_endsTheChannelAtOnce()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *owner = bed.follower(bed.owner);
        FakeRealtimeSocket *setter = bed.follower(bed.setter);
        bed.backend.sights.remove(bed.setter);
        FeedBatch batch;
        batch.access = {{bed.mine, bed.setter}};
        bed.feed.tell(batch);
        QTRY_COMPARE(bed.countOf(setter, u"phx_error"_s), 1);
        bed.feed.tell(bed.inserted({bed.mine, bed.setter}));
        QVERIFY(bed.changesOf(setter).isEmpty());
        QCOMPARE(bed.changesOf(owner).size(), 1);
    }

    void endedSession_closesTheSocket()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        QSignalSpy closed(socket, &RealtimeSocket::closed);
        bed.backend.failure = Error {.kind = Error::Kind::Unauthenticated, .code = u"session_not_found"_s};
        FeedBatch batch;
        batch.access = {{{}, bed.owner}};
        bed.feed.tell(batch);
        QTRY_COMPARE(closed.count(), 1);
        QTRY_COMPARE(bed.hub.socketCount(), 0);
    }

    void widerRights_areToldToReadAgain()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.setter);
        bed.backend.sights[bed.setter] = {.user = bed.setter, .full = {bed.mine}};
        FeedBatch batch;
        batch.access = {{bed.mine, bed.setter}};
        bed.feed.tell(batch);
        QTRY_COMPARE(bed.countOf(socket, u"phx_error"_s), 1);
        bed.join(socket, Inbox, bed.following(bed.backend.token(bed.setter), {bed.binding(u"*"_s)}));
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(socket).size(), 1);
    }

    void rightsThatChangeDuringAJoin_areAskedForAgain()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const int asked = bed.backend.sightsAsked;
        bed.backend.holdsSights = true;
        socket->say({u"1"_s, u"1"_s, Inbox, u"phx_join"_s,
            bed.following(bed.backend.token(bed.setter), {bed.binding(u"*"_s)})});
        QTRY_COMPARE(bed.backend.sightsAsked, asked + 1);
        bed.backend.sights.remove(bed.setter);
        FeedBatch batch;
        batch.access = {{bed.mine, bed.setter}};
        bed.feed.tell(batch);
        bed.backend.releaseSights(); // what was true before
        QTRY_COMPARE(bed.countOf(socket, u"phx_reply"_s), 1);
        QCOMPARE(socket->received.front().payload.value("status"_L1).toString(), u"error"_s);
        QCOMPARE(bed.backend.sightsAsked, asked + 2);
    }

    void rightsThatChangeWhileTheFeedIsAway_areAskedForAgain()
    {
        RealtimeTestbed bed;
        bed.feed.setLive(false);
        FakeRealtimeSocket *socket = bed.connectClient();
        const int asked = bed.backend.sightsAsked;
        socket->say({u"1"_s, u"1"_s, Inbox, u"phx_join"_s,
            bed.following(bed.backend.token(bed.setter), {bed.binding(u"*"_s)})});
        QTRY_COMPARE(bed.backend.sightsAsked, asked + 1);
        QCoreApplication::processEvents(); // answered; the feed is waited for
        bed.backend.sights.remove(bed.setter);
        FeedBatch batch;
        batch.access = {{bed.mine, bed.setter}};
        bed.feed.tell(batch);
        bed.feed.setLive(true);
        QTRY_COMPARE(bed.countOf(socket, u"phx_reply"_s), 1);
        QCOMPARE(socket->received.front().payload.value("status"_L1).toString(), u"error"_s);
    }

    void join_beforeThePoliciesAreKnown_waits()
    {
        RealtimeTestbed bed;
        RealtimeHub hub(bed.feed, bed.backend, bed.metrics, bed.clock);
        auto owned = std::make_unique<FakeRealtimeSocket>(PhoenixVersion::V2);
        FakeRealtimeSocket *socket = owned.get();
        hub.accept(std::move(owned), {PhoenixVersion::V2, "anon", {}});
        socket->say({u"1"_s, u"1"_s, Inbox, u"phx_join"_s,
            bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)})});
        QTest::qWait(30); // proves that nothing comes
        QVERIFY(socket->received.isEmpty());
        hub.start();
        QTRY_COMPARE(bed.countOf(socket, u"system"_s), 1);
    }

    void oneWhoseRightsCannotBeHad_disturbsNobody()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *owner = bed.follower(bed.owner);
        bed.backend.failure = Error::internal(u"a raising policy"_s);
        FakeRealtimeSocket *other = bed.connectClient();
        const QJsonObject answer
            = bed.join(other, Inbox, bed.following(bed.backend.token(bed.setter), {bed.binding(u"*"_s)}));
        QCOMPARE(answer.value("status"_L1).toString(), u"error"_s);
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(owner).size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_RealtimeJoin)
#include "tst_realtimejoin.moc"
