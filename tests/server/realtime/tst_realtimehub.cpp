// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/realtimetestbed.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Who is told what of a change (realtime §1.4, §3.2, §3.3).
class tst_RealtimeHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insert_isToldAsTheClientReadsIt()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        const LeadChange change = bed.inserted({bed.mine, bed.setter}, "say \"hi\"\n");
        bed.feed.tell(change);
        QCOMPARE(bed.changesOf(socket).size(), 1);
        const QJsonObject data = bed.changesOf(socket).front();
        QCOMPARE(data.value("type"_L1).toString(), u"INSERT"_s);
        QCOMPARE(data.value("schema"_L1).toString(), u"public"_s);
        QCOMPARE(data.value("table"_L1).toString(), u"Lead"_s);
        QCOMPARE(data.value("commit_timestamp"_L1).toString(), toIso(bed.clock.now()));
        QVERIFY(data.value("errors"_L1).isNull());
        QVERIFY(!data.contains("old_record"_L1));
        QCOMPARE(data.value("seq"_L1).toString(), QString::fromLatin1(bed.feed.head().toText()));
        const QJsonObject record = data.value("record"_L1).toObject();
        QCOMPARE(record.size(), LeadColumnCount);
        QCOMPARE(record.value("id"_L1).toString(), change.id.toString());
        QCOMPARE(record.value("clientId"_L1).toString(), bed.mine.toString());
        QCOMPARE(record.value("assignedToUserId"_L1).toString(), bed.setter.toString());
        QCOMPARE(record.value("status"_L1).toString(), u"say \"hi\"\n"_s);
        QCOMPARE(record.value("overallScore"_L1).toDouble(), 3.0);
        QVERIFY(record.value("sentimentTag"_L1).isNull());
        QCOMPARE(record.value("updatedAt"_L1).toString(), u"2026-02-18T05:52:00.123Z"_s);
        const QJsonArray columns = data.value("columns"_L1).toArray();
        QCOMPARE(columns.size(), LeadColumnCount);
        QCOMPARE(
            columns.at(5).toObject(), (QJsonObject {{u"name"_s, u"overallScore"_s}, {u"type"_s, u"int4"_s}}));
    }

    void update_namesTheOldKeysOnly()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        const LeadChange change = bed.inserted({bed.mine, {}});
        bed.feed.tell(bed.moved(change, {bed.mine, bed.setter}, "second"));
        const QJsonObject data = bed.changesOf(socket).value(0);
        QCOMPARE(data.value("type"_L1).toString(), u"UPDATE"_s);
        QCOMPARE(data.value("old_record"_L1).toObject(),
            (QJsonObject {{u"id"_s, change.id.toString()}, {u"clientId"_s, bed.mine.toString()},
                {u"assignedToUserId"_s, QJsonValue()}}));
    }

    void setters_seeTheirOwnLeadsOnly()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *owner = bed.follower(bed.owner);
        FakeRealtimeSocket *setter = bed.follower(bed.setter);
        FakeRealtimeSocket *peer = bed.follower(
            bed.peer, {bed.binding(u"*"_s, u"assignedToUserId=eq."_s + bed.setter.toString())});
        FakeRealtimeSocket *stranger = bed.follower(bed.stranger);
        bed.feed.tell(bed.inserted({bed.mine, bed.setter}));
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(owner).size(), 2);
        QCOMPARE(bed.changesOf(setter).size(), 1);
        QVERIFY(peer->frames.isEmpty());
        QVERIFY(stranger->frames.isEmpty());
    }

    void reassigned_tellsTheLoserAndShowsNobodyWhatWasNotTheirs()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *owner = bed.follower(bed.owner);
        FakeRealtimeSocket *setter = bed.follower(bed.setter);
        FakeRealtimeSocket *peer = bed.follower(bed.peer);
        const LeadChange change = bed.inserted({bed.mine, bed.setter}, "first");
        bed.feed.tell(bed.moved(change, {bed.mine, bed.peer}, "second"));
        QCOMPARE(bed.changesOf(owner).size(), 1);
        const QJsonObject left = bed.changesOf(setter).value(0);
        const QJsonObject idOnly {{u"id"_s, change.id.toString()}};
        QCOMPARE(left.value("type"_L1).toString(), u"UPDATE"_s);
        QCOMPARE(left.value("record"_L1).toObject(), idOnly);
        QCOMPARE(left.value("old_record"_L1).toObject(), idOnly);
        QCOMPARE(left.value("columns"_L1).toArray().size(), 1);
        QCOMPARE(left.value("errors"_L1).toArray().at(0).toString(), u"Error 401: Unauthorized"_s);
        QVERIFY(!setter->frames.value(0).contains("second"));
        QVERIFY(!setter->frames.value(0).contains(bed.peer.toString().toLatin1()));
        const QJsonObject arrived = bed.changesOf(peer).value(0);
        QCOMPARE(arrived.value("record"_L1).toObject().value("status"_L1).toString(), u"second"_s);
        QCOMPARE(arrived.value("old_record"_L1).toObject(), idOnly);
        QVERIFY(!peer->frames.value(0).contains(bed.setter.toString().toLatin1()));
    }

    void movedToAnotherWorkspace_showsNeitherSideTheOther()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *owner = bed.follower(bed.owner);
        FakeRealtimeSocket *stranger = bed.follower(bed.stranger);
        const LeadChange change = bed.inserted({bed.mine, {}}, "ours");
        bed.feed.tell(bed.moved(change, {bed.theirs, {}}, "secret"));
        QCOMPARE(bed.changesOf(owner).size(), 1);
        QVERIFY(!owner->frames.value(0).contains("secret"));
        QVERIFY(!owner->frames.value(0).contains(bed.theirs.toString().toLatin1()));
        QCOMPARE(bed.changesOf(stranger).value(0).value("old_record"_L1).toObject().size(), 1);
        QVERIFY(!stranger->frames.value(0).contains(bed.mine.toString().toLatin1()));
    }

    void movedBetweenTwoOfOnesWorkspaces_isOneUpdate()
    {
        RealtimeTestbed bed;
        bed.backend.sights[bed.owner].full.insert(bed.theirs);
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        const LeadChange change = bed.inserted({bed.mine, {}});
        bed.feed.tell(bed.moved(change, {bed.theirs, {}}, "moved"));
        QCOMPARE(bed.changesOf(socket).size(), 1);
        QCOMPARE(
            bed.changesOf(socket).front().value("old_record"_L1).toObject().value("clientId"_L1).toString(),
            bed.mine.toString());
    }

    void bindings_getTheirEventsUnderTheirIds()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient();
        const QJsonArray bindings {bed.binding(u"INSERT"_s), bed.binding(u"update"_s), bed.binding(u"*"_s),
            bed.binding(u"DELETE"_s), bed.binding(u"INSERT"_s, u"overallScore=gt.3"_s)};
        const QJsonObject answer
            = bed.join(socket, u"realtime:inbox"_s, bed.following(bed.backend.token(bed.owner), bindings));
        const QJsonArray echo = answer.value("response"_L1).toObject().value("postgres_changes"_L1).toArray();
        QCOMPARE(echo.size(), 5);
        const auto id = [&](int place) { return echo.at(place).toObject().value("id"_L1).toInt(); };
        for (int place = 0; place < echo.size(); ++place) {
            QJsonObject bare = echo.at(place).toObject();
            bare.remove(u"id"_s);
            QCOMPARE(bare, bindings.at(place).toObject());
            QVERIFY(id(place) >= 0 && id(place) < 1 << 27);
        }
        const LeadChange change = bed.inserted({bed.mine, {}});
        bed.feed.tell(change);
        bed.feed.tell(bed.updated(change, "second"));
        QList<QJsonArray> ids;
        for (const PhoenixMessage &message : std::as_const(socket->received)) {
            if (message.event == "postgres_changes"_L1)
                ids.append(message.payload.value("ids"_L1).toArray());
        }
        QCOMPARE(ids, (QList<QJsonArray> {{id(0), id(2)}, {id(1), id(2)}}));
    }

    void selectedColumns_areAllThatIsSent()
    {
        RealtimeTestbed bed;
        QJsonObject narrow = bed.binding(u"*"_s);
        narrow.insert(u"select"_s, QJsonArray {u"status"_s});
        FakeRealtimeSocket *socket = bed.follower(bed.owner, {narrow, bed.binding(u"*"_s)});
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        const auto changes = bed.changesOf(socket);
        QCOMPARE(changes.size(), 2); // one frame a set of columns
        QCOMPARE(changes.at(0).value("record"_L1).toObject().keys(), (QStringList {u"id"_s, u"status"_s}));
        QCOMPARE(changes.at(1).value("record"_L1).toObject().size(), LeadColumnCount);
    }

    void equalSubscriptions_shareTheBytes()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *first = bed.follower(bed.owner);
        FakeRealtimeSocket *second = bed.follower(bed.owner);
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(first->frames.size(), 1);
        QCOMPARE(first->frames.front().constData(), second->frames.front().constData());
    }

    void olderVersion_isSpokenToInIt()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient(PhoenixVersion::V1);
        bed.join(
            socket, u"realtime:inbox"_s, bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)}));
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.changesOf(socket).size(), 1);
    }

    void legacyTopic_isTheSubscription()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.connectClient(PhoenixVersion::V1);
        const QJsonObject answer = bed.join(socket, u"realtime:public:Lead:overallScore=gt.1"_s,
            {{u"user_token"_s, QString::fromLatin1(bed.backend.token(bed.owner))}});
        QCOMPARE(answer.value("status"_L1).toString(), u"ok"_s);
        bed.feed.tell(bed.inserted({bed.mine, {}}));
        QCOMPARE(bed.countOf(socket, u"INSERT"_s), 1);
        const QJsonObject refused = bed.join(socket, u"realtime:*"_s, {});
        QCOMPARE(refused.value("status"_L1).toString(), u"error"_s);
    }

    void countsMoved_isToldByScopeAndOnceASecond()
    {
        RealtimeTestbed bed;
        bed.backend.versions[{bed.owner.value, bed.mine.value}] = u"v1"_s;
        bed.backend.versions[{bed.setter.value, bed.mine.value}] = u"s1"_s;
        const QString topic = u"realtime:workspace:"_s + bed.mine.toString();
        const auto joined = [&](UserId user) {
            FakeRealtimeSocket *socket = bed.connectClient();
            QJsonObject payload = bed.following(bed.backend.token(user), {});
            payload[u"config"_s] = QJsonObject {{u"private"_s, true}};
            const QJsonObject answer = bed.join(socket, topic, payload);
            return std::pair(socket, answer.value("status"_L1).toString());
        };
        const auto [owner, ownerStatus] = joined(bed.owner);
        const auto [setter, setterStatus] = joined(bed.setter);
        QCOMPARE(ownerStatus, u"ok"_s);
        QCOMPARE(setterStatus, u"ok"_s);
        QCOMPARE(joined(bed.stranger).second, u"error"_s);
        FeedBatch batch;
        batch.countsMoved = {bed.mine};
        bed.feed.tell(batch);
        QTRY_COMPARE(bed.countOf(owner, u"broadcast"_s), 1);
        QTRY_COMPARE(bed.countOf(setter, u"broadcast"_s), 1);
        const QJsonObject said = owner->received.back().payload;
        QCOMPARE(said.value("event"_L1).toString(), u"counts.changed"_s);
        QCOMPARE(said.value("payload"_L1).toObject().value("ver"_L1).toString(), u"v1"_s);
        QCOMPARE(setter->received.back().payload.value("payload"_L1).toObject().value("ver"_L1).toString(),
            u"s1"_s);
        const int asked = bed.backend.countsAsked;
        bed.backend.versions[{bed.owner.value, bed.mine.value}] = u"v2"_s;
        bed.feed.tell(batch);
        bed.feed.tell(batch);
        QCoreApplication::processEvents();
        QCOMPARE(bed.backend.countsAsked, asked); // the second is not over
        bed.clock.advance(std::chrono::seconds(1));
        QTRY_COMPARE(bed.countOf(owner, u"broadcast"_s), 2);
        QCOMPARE(bed.countOf(setter, u"broadcast"_s), 1); // nothing of theirs moved
    }

    void unknownPolicies_keepEverythingShut()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *early = bed.follower(bed.owner);
        bed.backend.unknown = u"lead_read: true"_s;
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"realtime_refuses_to_go_live"_s));
        bed.clock.advance(std::chrono::minutes(1));
        bed.hub.sweep();
        QTRY_COMPARE(bed.countOf(early, u"phx_error"_s), 1);
        bed.hub.sweep(); // and says so once
        QCoreApplication::processEvents();
        FakeRealtimeSocket *socket = bed.connectClient();
        const QJsonObject answer = bed.join(
            socket, u"realtime:inbox"_s, bed.following(bed.backend.token(bed.owner), {bed.binding(u"*"_s)}));
        QVERIFY(answer.value("response"_L1)
                    .toObject()
                    .value("reason"_L1)
                    .toString()
                    .startsWith("RealtimeDisabledForConfiguration: "_L1));
    }

    void audit_thatDisagreesTwice_endsThatPersonsChannels()
    {
        RealtimeTestbed bed;
        FakeRealtimeSocket *socket = bed.follower(bed.owner);
        const LeadChange change = bed.inserted({bed.mine, {}});
        bed.feed.tell(change);
        bed.backend.mismatches = {change.id};
        bed.clock.advance(std::chrono::minutes(1));
        bed.hub.sweep();
        QTRY_COMPARE(bed.counter("signalbox_realtime_audits_total"), 1U);
        QCoreApplication::processEvents();
        QCOMPARE(bed.countOf(socket, u"phx_error"_s), 0); // once may be a race
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"realtime_audit_mismatch"_s));
        bed.hub.sweep();
        QTRY_COMPARE(bed.countOf(socket, u"phx_error"_s), 1);
        QCOMPARE(bed.counter("signalbox_realtime_audit_mismatches_total"), 1U);
    }
};

QTEST_GUILESS_MAIN(tst_RealtimeHub)
#include "tst_realtimehub.moc"
