// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/apiclient.h"
#include "core/client/websocketfeed.h"
#include "tests/client/fakepeer.h"
#include "tests/client/scriptedserver.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using State = FeedStatus::State;

namespace {

const QString Acme = u"0000ac0e-0001-4000-8000-000000000007"_s;
const QString Other = u"0000ac0e-0002-4000-8000-000000000007"_s;
const QString Lead = u"0000001e-0001-4000-8000-000000000007"_s;

WorkspaceId workspace(const QString &text)
{
    return *WorkspaceId::parse(text);
}

QString seq(int number)
{
    return u"%1.00000000"_s.arg(number, 16, 16, QLatin1Char('0'));
}

QJsonObject position(int number, const QString &epoch = u"e1"_s)
{
    return {{u"seq"_s, seq(number)}, {u"epoch"_s, epoch}, {u"rights"_s, u"r1"_s}};
}

QJsonObject resumed(bool isResumed, int number, const QString &epoch = u"e1"_s)
{
    QJsonObject response = position(number, epoch);
    response.insert(u"resumed"_s, isResumed);
    return response;
}

QJsonObject change(
    int number, const QString &type = u"UPDATE"_s, const QString &committedAt = u"2026-02-18T14:00:00.250Z"_s)
{
    return {{u"ids"_s, QJsonArray {1}},
        {u"data"_s,
            QJsonObject {{u"type"_s, type}, {u"seq"_s, seq(number)}, {u"commit_timestamp"_s, committedAt},
                {u"errors"_s, QJsonValue::Null},
                {u"record"_s,
                    QJsonObject {{u"id"_s, Lead}, {u"clientId"_s, Acme}, {u"status"_s, u"qualified"_s},
                        {u"sentimentTag"_s, QJsonValue::Null}, {u"overallScore"_s, 3},
                        {u"assignedToUserId"_s, u"00000002-0000-0000-0000-000000000001"_s},
                        {u"lastMessageAt"_s, u"2026-02-18T13:59:59+00:00"_s},
                        {u"lastMessageDirection"_s, u"inbound"_s},
                        {u"updatedAt"_s, u"2026-02-18T14:00:00.125Z"_s}}}}}};
}

SessionTokens tokens(const Clock &clock, const QString &access)
{
    return {access, u"refresh-of-"_s + access, clock.now() + 1h,
        {UserId {QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)}, u"a@example.org"_s, u"A"_s}};
}

} // namespace

/// The console's feed against a peer that follows a script.
class tst_WebSocketFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<ApiClient>(ApiClient::Config {.server = m_api->url()}, m_clock);
        m_client->setSession(tokens(m_clock, u"one"_s));
        m_peer = std::make_unique<FakePeer>();
        make({});
    }

    void cleanup()
    {
        m_feed.reset();
        QCOMPARE(m_peer->nothingLeft(), QString());
        QCOMPARE(m_api->nothingLeft(), QString());
        QCOMPARE(m_client->callsInFlight(), 0);
    }

    void following_joinsTheLeadsAndTheCounts()
    {
        QSignalSpy status(m_feed.get(), &RealtimeFeed::statusChanged);
        m_feed->follow(workspace(Acme));
        QCOMPARE(m_feed->status().state, State::Connecting);
        const auto leads = m_peer->expect(u"realtime:leads-session:"_s + Acme + u':', u"phx_join"_s);
        QVERIFY2(leads, qPrintable(m_peer->problem()));
        QCOMPARE(m_peer->token(), "one"_ba);
        QCOMPARE(leads->payload.value(u"access_token"_s), u"one"_s);
        QVERIFY(!leads->payload.contains(u"resume"_s));
        const QJsonArray changes
            = leads->payload.value(u"config"_s).toObject().value(u"postgres_changes"_s).toArray();
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).toObject().value(u"event"_s), u"INSERT"_s);
        QCOMPARE(changes.at(1).toObject().value(u"event"_s), u"UPDATE"_s);
        QCOMPARE(changes.at(1).toObject().value(u"table"_s), u"Lead"_s);
        QCOMPARE(changes.at(1).toObject().value(u"filter"_s), u"clientId=eq."_s + Acme);
        const auto counts = m_peer->expect(u"realtime:workspace:"_s + Acme, u"phx_join"_s);
        QVERIFY2(counts, qPrintable(m_peer->problem()));
        QCOMPARE(counts->payload.value(u"config"_s).toObject().value(u"private"_s), true);
        QCOMPARE(m_feed->status().state, State::Connecting); // not before it is joined
        m_peer->answer(*leads, position(1));
        QTRY_COMPARE(m_feed->status().state, State::Live);
        QVERIFY(m_feed->status().since.has_value());
        QVERIFY(m_peer->expect(u"phoenix"_s, u"heartbeat"_s));
        QVERIFY(status.size() >= 2);
    }

    void changes_comeInOrder_onceATurn()
    {
        const auto join = goLive();
        QSignalSpy changed(m_feed.get(), &RealtimeFeed::leadsChanged);
        m_clock.advance(1s);
        m_peer->push(join.topic, u"postgres_changes"_s, change(2, u"INSERT"_s));
        m_peer->push(join.topic, u"postgres_changes"_s, change(3));
        QTRY_COMPARE(told(changed).size(), 2);
        const QList<LeadEvent> events = told(changed);
        QVERIFY(changed.size() <= 2);
        QCOMPARE(events.at(0).kind, LeadEvent::Kind::Inserted);
        QCOMPARE(events.at(1).kind, LeadEvent::Kind::Updated);
        QCOMPARE(events.at(1).lead.toString(), Lead);
        QCOMPARE(events.at(1).workspace, workspace(Acme));
        QCOMPARE(events.at(1).status, u"qualified"_s);
        QCOMPARE(events.at(1).sentimentTag, QString());
        QCOMPARE(events.at(1).overallScore, std::optional(3));
        QVERIFY(events.at(1).assignedTo.has_value());
        QCOMPARE(toIsoMicros(*events.at(1).lastMessageAt), toIsoMicros(*parseIso(u"2026-02-18T13:59:59Z"_s)));
        QCOMPARE(events.at(1).updatedAt, *parseIso(u"2026-02-18T14:00:00.125Z"_s));
        QCOMPARE(events.at(1).committedAt, *parseIso(u"2026-02-18T14:00:00.250Z"_s));
        QCOMPARE(events.at(1).receivedAt, m_clock.now());
        QCOMPARE(events.at(1).position, seq(3).toLatin1());
        QVERIFY(!events.at(1).isReplay);
    }

    void aNoticeWithErrors_meansThatTheLeadLeft()
    {
        const auto join = goLive();
        QSignalSpy changed(m_feed.get(), &RealtimeFeed::leadsChanged);
        QJsonObject notice = change(2);
        QJsonObject data = notice.value(u"data"_s).toObject();
        data.insert(u"record"_s, QJsonObject {{u"id"_s, Lead}});
        data.insert(u"errors"_s, QJsonArray {u"Error 401: Unauthorized"_s});
        notice.insert(u"data"_s, data);
        m_peer->push(join.topic, u"postgres_changes"_s, notice);
        QTRY_COMPARE(told(changed).size(), 1);
        QCOMPARE(told(changed).first().kind, LeadEvent::Kind::Left);
        QCOMPARE(told(changed).first().lead.toString(), Lead);
    }

    void countsChanged_isToldFromThePrivateChannel()
    {
        goLive();
        QSignalSpy counts(m_feed.get(), &RealtimeFeed::countsChanged);
        m_peer->push(u"realtime:workspace:"_s + Acme, u"broadcast"_s,
            {{u"type"_s, u"broadcast"_s}, {u"event"_s, u"counts.changed"_s},
                {u"payload"_s,
                    QJsonObject {{u"clientId"_s, Acme}, {u"ver"_s, u"8812"_s},
                        {u"computedAt"_s, u"2026-02-18T14:00:00.000Z"_s}}}});
        QTRY_COMPARE(counts.size(), 1);
        QCOMPARE(counts.first().at(0).toString(), u"8812"_s);
        QCOMPARE(counts.first().at(1).value<Instant>(), *parseIso(u"2026-02-18T14:00:00Z"_s));
    }

    void aCutConnection_isTakenUpWhereItBroke()
    {
        auto join = goLive();
        QSignalSpy changed(m_feed.get(), &RealtimeFeed::leadsChanged);
        QSignalSpy resyncs(m_feed.get(), &RealtimeFeed::resyncNeeded);
        m_peer->push(join.topic, u"postgres_changes"_s, change(5));
        QTRY_COMPARE(changed.size(), 1);
        m_peer->cut();
        QTRY_COMPARE(m_feed->status().state, State::Connecting);
        const auto again = m_peer->expect(u"realtime:leads-session:"_s + Acme, u"phx_join"_s);
        QVERIFY2(again, qPrintable(m_peer->problem()));
        QCOMPARE(again->payload.value(u"resume"_s).toObject(), position(5));
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s, u"phx_join"_s));
        m_peer->answer(*again, resumed(true, 5));
        m_peer->push(again->topic, u"postgres_changes"_s, change(5)); // heard before: an overlap
        m_peer->push(again->topic, u"postgres_changes"_s, change(7));
        m_peer->push(again->topic, u"postgres_changes"_s, change(8, u"UPDATE"_s, toIso(m_clock.now() + 1s)));
        QTRY_COMPARE(told(changed).size(), 3);
        QCOMPARE(told(changed).at(1).position, seq(7).toLatin1());
        QVERIFY(told(changed).at(1).isReplay);
        QVERIFY(!told(changed).at(2).isReplay);
        QCOMPARE(m_feed->status().state, State::Live);
        QCOMPARE(resyncs.size(), 0);
        QVERIFY(m_peer->expect(u"phoenix"_s, u"heartbeat"_s));
    }

    void aChangeThatGivesALead_saysSo()
    {
        const QString setter = u"00000002-0000-0000-0000-000000000001"_s;
        const auto givenBy = [](const QJsonObject &before) {
            QJsonObject data = change(5).value("data"_L1).toObject();
            data.insert(u"old_record"_s, before);
            return decodeLeadEvent({{u"data"_s, data}})->isReassigned;
        };
        QVERIFY(givenBy({{u"id"_s, Lead}})); // it came into view
        QVERIFY(givenBy({{u"id"_s, Lead}, {u"assignedToUserId"_s, QJsonValue::Null}}));
        QVERIFY(!givenBy({{u"id"_s, Lead}, {u"assignedToUserId"_s, setter}}));
    }

    void aHistoryThatIsGone_asksForOneResync_data()
    {
        QTest::addColumn<QJsonObject>("response");
        QTest::addRow("too old") << resumed(false, 90);
        QTest::addRow("another epoch") << resumed(false, 2, u"e2"_s);
        QTest::addRow("a service that cannot") << position(90);
    }
    void aHistoryThatIsGone_asksForOneResync()
    {
        QFETCH(QJsonObject, response);
        goLive();
        QSignalSpy resyncs(m_feed.get(), &RealtimeFeed::resyncNeeded);
        m_peer->cut();
        const auto again = m_peer->expect(u"realtime:leads-session:"_s, u"phx_join"_s);
        QVERIFY2(again, qPrintable(m_peer->problem()));
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s, u"phx_join"_s));
        m_peer->answer(*again, response);
        QTRY_COMPARE(resyncs.size(), 1);
        const auto beat = m_peer->expect(u"phoenix"_s, u"heartbeat"_s);
        QVERIFY(beat);
        m_peer->answer(
            *beat, {{u"seq"_s, response.value(u"seq"_s)}, {u"epoch"_s, response.value(u"epoch"_s)}});
        QTRY_VERIFY(m_feed->status().latency.has_value());
        QCOMPARE(resyncs.size(), 1);
        QCOMPARE(m_feed->status().resyncs, 1);
        QCOMPARE(m_feed->status().lastResyncAt, std::optional(m_clock.now()));
    }

    void heartbeats_moveThePositionOn_andShowAnotherHistory()
    {
        const auto join = goLive();
        QSignalSpy resyncs(m_feed.get(), &RealtimeFeed::resyncNeeded);
        QSignalSpy changed(m_feed.get(), &RealtimeFeed::leadsChanged);
        m_peer->push(join.topic, u"postgres_changes"_s, change(2));
        QTRY_COMPARE(changed.size(), 1);
        m_clock.advance(84ms);
        m_peer->answer(m_beat, position(2));
        QTRY_VERIFY(m_feed->status().latency.has_value());
        QCOMPARE(*m_feed->status().latency, 84ms);
        QCOMPARE(resyncs.size(), 0);
        const auto beat = m_peer->expect(u"phoenix"_s, u"heartbeat"_s);
        QVERIFY2(beat, qPrintable(m_peer->problem()));
        m_peer->answer(*beat, position(4)); // others' changes lie between
        const auto next = m_peer->expect(u"phoenix"_s, u"heartbeat"_s);
        QVERIFY2(next, qPrintable(m_peer->problem()));
        QCOMPARE(resyncs.size(), 0);
        m_peer->cut();
        const auto again = m_peer->expect(u"realtime:leads-session:"_s, u"phx_join"_s);
        QVERIFY2(again, qPrintable(m_peer->problem()));
        QCOMPARE(again->payload.value(u"resume"_s).toObject(), position(4));
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s, u"phx_join"_s));
        m_peer->answer(*again, resumed(true, 4));
        const auto last = m_peer->expect(u"phoenix"_s, u"heartbeat"_s);
        QVERIFY2(last, qPrintable(m_peer->problem()));
        m_peer->answer(*last, position(1, u"e2"_s));
        QTRY_COMPARE(resyncs.size(), 1);
        QCOMPARE(resyncs.first().first().toString(), u"epoch"_s);
    }

    void aSilentPeer_isLeftAndTriedAgain()
    {
        make({.heartbeat = 150ms});
        goLive();
        QTRY_COMPARE(m_feed->status().state, State::Connecting); // the beat of goLive() was not answered
        QCOMPARE(m_feed->status().reason, u"silent"_s);
        QVERIFY(m_peer->expect(u"realtime:leads-session:"_s, u"phx_join"_s));
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s, u"phx_join"_s));
        m_feed->follow({});
    }

    void notJoinedInTime_isPolling_thenLive()
    {
        make({.overdue = 50ms});
        m_feed->follow(workspace(Acme));
        const auto join = m_peer->expect(u"realtime:leads-session:"_s, u"phx_join"_s);
        QVERIFY(join);
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s, u"phx_join"_s));
        QTRY_COMPARE(m_feed->status().state, State::Polling);
        QCOMPARE(m_feed->status().reason, u"overdue"_s);
        m_peer->answer(*join, position(1));
        QTRY_COMPARE(m_feed->status().state, State::Live);
        QVERIFY(m_peer->expect(u"phoenix"_s, u"heartbeat"_s));
    }

    void retries_waitLongerEachTime()
    {
        m_peer->vanish();
        make({.firstRetry = 20ms, .longestRetry = 80ms});
        m_feed->follow(workspace(Acme));
        QTRY_VERIFY(m_feed->status().attempt >= 4);
        QVERIFY(m_feed->status().nextAttemptAt.has_value());
        QVERIFY(*m_feed->status().nextAttemptAt <= m_clock.now() + 80ms);
        m_peer->resume();
        m_feed->retryNow();
        QVERIFY(m_peer->expect(u"realtime:leads-session:"_s, u"phx_join"_s));
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s, u"phx_join"_s));
    }

    void aRejectedToken_isRenewedOnce_thenRefused()
    {
        m_peer->refuseWith(401);
        m_api->expect("POST /auth/v1/token?grant_type=refresh_token", session("two"));
        m_feed->follow(workspace(Acme));
        QTRY_COMPARE(m_feed->status().state, State::Refused);
        QCOMPARE(m_peer->handshakes(), 2);
        QCOMPARE(m_peer->token(), "two"_ba);
        m_peer->refuseWith(0);
        m_feed->retryNow(); // somebody signed in again
        const auto join = m_peer->expect(u"realtime:leads-session:"_s, u"phx_join"_s);
        QVERIFY2(join, qPrintable(m_peer->problem()));
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s, u"phx_join"_s));
        m_peer->answer(*join, position(1));
        QTRY_COMPARE(m_feed->status().state, State::Live);
        QVERIFY(m_peer->expect(u"phoenix"_s, u"heartbeat"_s));
    }

    void aJoinRefusedForItsToken_isTriedWithANewOne()
    {
        m_api->expect("POST /auth/v1/token?grant_type=refresh_token", session("two"));
        m_feed->follow(workspace(Acme));
        const auto join = m_peer->expect(u"realtime:leads-session:"_s, u"phx_join"_s);
        QVERIFY(join);
        const auto counts = m_peer->expect(u"realtime:workspace:"_s, u"phx_join"_s);
        QVERIFY(counts);
        m_peer->answer(*counts, {});
        m_peer->answer(
            *join, {{u"reason"_s, u"InvalidJWTToken: Token has expired 3 seconds ago"_s}}, u"error"_s);
        const auto fresh = m_peer->expect(u"realtime:workspace:"_s, u"access_token"_s);
        QVERIFY2(fresh, qPrintable(m_peer->problem()));
        QCOMPARE(fresh->payload.value(u"access_token"_s), u"two"_s);
        const auto again = m_peer->expect(u"realtime:leads-session:"_s, u"phx_join"_s);
        QVERIFY2(again, qPrintable(m_peer->problem()));
        QCOMPARE(again->payload.value(u"access_token"_s), u"two"_s);
    }

    void aRenewedToken_isToldToTheChannels()
    {
        const auto join = goLive();
        m_api->expect("POST /auth/v1/token?grant_type=refresh_token", session("two"));
        m_client->renewSession();
        const auto leads = m_peer->expect(join.topic, u"access_token"_s);
        QVERIFY2(leads, qPrintable(m_peer->problem()));
        QCOMPARE(leads->payload.value(u"access_token"_s), u"two"_s);
        QCOMPARE(leads->joinRef, join.joinRef);
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s, u"access_token"_s));
        QCOMPARE(m_feed->status().state, State::Live);
    }

    void anEndedChannel_isJoinedAgainOnTheSameSocket()
    {
        const auto join = goLive();
        m_peer->push(join.topic, u"phx_error"_s, {}, join.joinRef);
        QTRY_COMPARE(m_feed->status().state, State::Connecting);
        const auto again = m_peer->expect(join.topic, u"phx_join"_s);
        QVERIFY2(again, qPrintable(m_peer->problem()));
        QCOMPARE(m_peer->handshakes(), 1);
        m_peer->push(join.topic, u"phx_error"_s, {}, join.joinRef); // of the join before
        m_peer->answer(*again, resumed(true, 1));
        QTRY_COMPARE(m_feed->status().state, State::Live);
    }

    void anotherWorkspace_dropsLateFrames()
    {
        const auto join = goLive();
        QSignalSpy changed(m_feed.get(), &RealtimeFeed::leadsChanged);
        m_peer->push(join.topic, u"postgres_changes"_s, change(2));
        m_feed->follow(workspace(Other));
        QVERIFY(m_peer->expect(join.topic, u"phx_leave"_s));
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s + Acme, u"phx_leave"_s));
        const auto next = m_peer->expect(u"realtime:leads-session:"_s + Other, u"phx_join"_s);
        QVERIFY2(next, qPrintable(m_peer->problem()));
        QVERIFY(!next->payload.contains(u"resume"_s));
        QVERIFY(m_peer->expect(u"realtime:workspace:"_s + Other, u"phx_join"_s));
        m_peer->push(join.topic, u"postgres_changes"_s, change(3));
        m_peer->answer(*next, position(9));
        QTRY_COMPARE(m_feed->status().state, State::Live);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(m_peer->handshakes(), 1);
        QVERIFY(m_feed->workspace() == workspace(Other));
    }

    void presence_tellsTheOthersAndWhoWrites()
    {
        goLive();
        QSignalSpy viewers(m_feed.get(), &RealtimeFeed::viewersChanged);
        m_feed->enterConversation(*LeadId::parse(Lead));
        const auto join = m_peer->expect(u"realtime:lead:"_s + Lead, u"phx_join"_s);
        QVERIFY2(join, qPrintable(m_peer->problem()));
        QCOMPARE(join->payload.value(u"config"_s).toObject().value(u"private"_s), true);
        m_peer->answer(*join, {});
        const auto track = m_peer->expect(u"realtime:lead:"_s + Lead, u"presence"_s);
        QVERIFY2(track, qPrintable(m_peer->problem()));
        QCOMPARE(track->payload.value(u"event"_s), u"track"_s);
        m_peer->push(join->topic, u"presence_state"_s,
            {{u"00000001-0000-0000-0000-000000000001"_s, person(u"me"_s, u"r0"_s)},
                {u"00000002-0000-0000-0000-000000000001"_s, person(u"Dana"_s, u"r1"_s)}});
        QTRY_COMPARE(m_feed->viewers().size(), 1); // not oneself
        QCOMPARE(m_feed->viewers().first().name, u"Dana"_s);
        QVERIFY(!m_feed->viewers().first().isWriting);
        m_peer->push(join->topic, u"presence_diff"_s,
            {{u"joins"_s,
                 QJsonObject {{u"00000002-0000-0000-0000-000000000001"_s, person(u"Dana"_s, u"r2"_s, true)}}},
                {u"leaves"_s,
                    QJsonObject {{u"00000002-0000-0000-0000-000000000001"_s, person(u"Dana"_s, u"r1"_s)}}}});
        QTRY_VERIFY(m_feed->viewers().size() == 1 && m_feed->viewers().first().isWriting);
        m_feed->setWriting(true);
        const auto writes = m_peer->expect(u"realtime:lead:"_s + Lead, u"presence"_s);
        QVERIFY2(writes, qPrintable(m_peer->problem()));
        QCOMPARE(writes->payload.value(u"payload"_s).toObject().value(u"writing"_s), true);
        m_feed->enterConversation({});
        QVERIFY(m_peer->expect(u"realtime:lead:"_s + Lead, u"phx_leave"_s));
        QVERIFY(m_feed->viewers().isEmpty());
        QVERIFY(viewers.size() >= 3);
    }

    void anEndedSession_isRefused()
    {
        goLive();
        m_api->expect("POST /auth/v1/token?grant_type=refresh_token",
            ScriptedServer::answer(400, R"({"error_code":"refresh_token_not_found","msg":"gone"})"));
        m_client->renewSession();
        QTRY_COMPARE(m_feed->status().state, State::Refused);
        QTRY_VERIFY(!m_peer->isConnected());
    }

private:
    void make(WebSocketFeed::Config config)
    {
        config.endPoint = m_peer->url();
        if (config.firstRetry == 1s)
            config.firstRetry = 10ms;
        if (config.heartbeat == 25s)
            config.heartbeat = 400ms;
        config.jitter = [] { return 0.0; };
        m_feed = std::make_unique<WebSocketFeed>(*m_client, m_clock, config);
    }

    /// Follows Acme; its head is 1. Returns the join of the leads; m_beat is the first heartbeat, unanswered.
    PhoenixMessage goLive()
    {
        m_feed->follow(workspace(Acme));
        const auto leads = m_peer->expect(u"realtime:leads-session:"_s, u"phx_join"_s);
        const auto counts = m_peer->expect(u"realtime:workspace:"_s, u"phx_join"_s);
        if (!leads || !counts)
            qFatal("%s", qPrintable(m_peer->problem()));
        m_peer->answer(*counts, {});
        m_peer->answer(*leads, position(1));
        m_beat = m_peer->expect(u"phoenix"_s, u"heartbeat"_s).value_or(PhoenixMessage());
        return *leads;
    }

    static QJsonObject person(const QString &name, const QString &ref, bool writes = false)
    {
        return {{u"metas"_s,
            QJsonArray {QJsonObject {{u"phx_ref"_s, ref}, {u"name"_s, name}, {u"writing"_s, writes},
                {u"since"_s, u"2026-02-18T14:00:00Z"_s}}}}};
    }

    static QByteArray session(const QByteArray &access)
    {
        return ScriptedServer::answer(200,
            R"({"access_token":")" + access + R"(","refresh_token":"refresh-of-)" + access
                + R"(","expires_in":3600,"token_type":"bearer","user":{)"
                  R"("id":"00000001-0000-0000-0000-000000000001",)"
                  R"("email":"a@example.org","user_metadata":{"name":"A"}}})");
    }

    static QList<LeadEvent> told(const QSignalSpy &spy)
    {
        QList<LeadEvent> events;
        for (const QList<QVariant> &one : spy)
            events += one.first().value<QList<LeadEvent>>();
        return events;
    }

    ManualClock m_clock;
    std::unique_ptr<ScriptedServer> m_api;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<FakePeer> m_peer;
    std::unique_ptr<WebSocketFeed> m_feed;
    PhoenixMessage m_beat;
};

QTEST_GUILESS_MAIN(tst_WebSocketFeed)
#include "tst_websocketfeed.moc"
