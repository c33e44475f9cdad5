// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/realtimetestbed.h"

#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// A hub's people at one lead.
struct Conversation
{
    Conversation() { bed.backend.leads.insert(lead, {bed.mine, bed.setter}); }

    FakeRealtimeSocket *enter(UserId user)
    {
        FakeRealtimeSocket *socket = bed.connectClient();
        const QJsonObject answer = bed.join(socket, topic(),
            {{u"config"_s, QJsonObject {{u"private"_s, true}}},
                {u"access_token"_s, QString::fromLatin1(bed.backend.token(user))}});
        lastStatus = answer.value("status"_L1).toString();
        return socket;
    }
    QString topic() const { return u"realtime:lead:"_s + lead.toString(); }
    void track(FakeRealtimeSocket *socket, const QJsonObject &payload)
    {
        bed.ask(socket,
            {{}, u"t"_s + QString::number(++bed.nextRef), topic(), u"presence"_s,
                {{u"type"_s, u"presence"_s}, {u"event"_s, u"track"_s}, {u"payload"_s, payload}}});
    }
    /// The newest `presence_diff`.
    static QJsonObject diff(const FakeRealtimeSocket *socket)
    {
        QJsonObject last;
        for (const PhoenixMessage &message : socket->received) {
            if (message.event == "presence_diff"_L1)
                last = message.payload;
        }
        return last;
    }
    static QJsonObject metaOf(const QJsonObject &side, UserId user)
    {
        return side.value(user.toString()).toObject().value("metas"_L1).toArray().at(0).toObject();
    }

    RealtimeTestbed bed;
    LeadId lead {newUuid()};
    QString lastStatus;
};

} // namespace

/// Who looks at a conversation (DESIGN §8.16).
class tst_RealtimePresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void track_isToldInTheServersWords()
    {
        Conversation at;
        FakeRealtimeSocket *owner = at.enter(at.bed.owner);
        FakeRealtimeSocket *setter = at.enter(at.bed.setter);
        at.track(setter,
            {{u"writing"_s, true}, {u"name"_s, u"The Boss"_s}, {u"userId"_s, at.bed.owner.toString()}});
        const QJsonObject diff = at.diff(owner);
        const QJsonObject meta = at.metaOf(diff.value("joins"_L1).toObject(), at.bed.setter);
        QCOMPARE(meta.value("name"_L1).toString(), u"Sam"_s);
        QCOMPARE(meta.value("userId"_L1).toString(), at.bed.setter.toString());
        QCOMPARE(meta.value("writing"_L1), QJsonValue(true));
        QVERIFY(!meta.value("phx_ref"_L1).toString().isEmpty());
        QVERIFY(diff.value("leaves"_L1).toObject().isEmpty());
    }

    void whoComesLater_isToldWhoIsThere()
    {
        Conversation at;
        FakeRealtimeSocket *setter = at.enter(at.bed.setter);
        at.track(setter, {});
        FakeRealtimeSocket *owner = at.enter(at.bed.owner);
        const auto state = std::ranges::find(owner->received, u"presence_state"_s, &PhoenixMessage::event);
        QVERIFY(state != owner->received.end());
        QCOMPARE(at.metaOf(state->payload, at.bed.setter).value("name"_L1).toString(), u"Sam"_s);
    }

    void writing_replacesWhatWasSaid()
    {
        Conversation at;
        FakeRealtimeSocket *owner = at.enter(at.bed.owner);
        FakeRealtimeSocket *setter = at.enter(at.bed.setter);
        at.track(setter, {{u"writing"_s, false}});
        const QJsonObject before = at.metaOf(at.diff(owner).value("joins"_L1).toObject(), at.bed.setter);
        owner->received.clear();
        at.track(setter, {{u"writing"_s, true}});
        QCOMPARE(at.bed.countOf(owner, u"presence_diff"_s), 2); // the old goes, the new comes
        QCOMPARE(
            at.metaOf(owner->received.front().payload.value("leaves"_L1).toObject(), at.bed.setter), before);
        at.track(setter, {{u"writing"_s, true}}); // nothing new
        QCOMPARE(at.bed.countOf(owner, u"presence_diff"_s), 2);
    }

    void whoGoes_isTakenOut_data()
    {
        QTest::addColumn<int>("how");
        QTest::addRow("untracks") << 0;
        QTest::addRow("leaves") << 1;
        QTest::addRow("hangs up") << 2;
        QTest::addRow("may not read the lead any more") << 3;
    }
    void whoGoes_isTakenOut()
    {
        QFETCH(int, how);
        Conversation at;
        FakeRealtimeSocket *owner = at.enter(at.bed.owner);
        FakeRealtimeSocket *setter = at.enter(at.bed.setter);
        at.track(setter, {});
        owner->received.clear();
        if (how == 0)
            at.bed.ask(setter, {{}, u"u"_s, at.topic(), u"presence"_s, {{u"event"_s, u"untrack"_s}}});
        else if (how == 1)
            at.bed.ask(setter, {{}, u"l"_s, at.topic(), u"phx_leave"_s, {}});
        else if (how == 2)
            setter->hangUp();
        if (how == 3) {
            FeedBatch batch;
            LeadChange moved = at.bed.moved(
                at.bed.inserted({at.bed.mine, at.bed.setter}), {at.bed.mine, at.bed.peer}, "new");
            moved.id = at.lead;
            at.bed.feed.tell(moved);
            QCOMPARE(at.bed.countOf(setter, u"phx_error"_s), 1);
        }
        QCOMPARE(at.diff(owner).value("leaves"_L1).toObject().size(), 1);
    }

    void whoMayNotReadTheLead_isRefused()
    {
        Conversation at;
        at.enter(at.bed.peer);
        QCOMPARE(at.lastStatus, u"error"_s);
        at.enter(at.bed.stranger);
        QCOMPARE(at.lastStatus, u"error"_s);
    }

    void viewersOfAnotherInstance_comeAndGo()
    {
        Conversation here;
        FakeRealtimeSocket *owner = here.enter(here.bed.owner);
        Conversation there;
        there.lead = here.lead;
        there.bed.mine = here.bed.mine;
        there.bed.setter = here.bed.setter;
        there.bed.backend.sights[here.bed.setter] = {.user = here.bed.setter, .own = {here.bed.mine}};
        there.bed.backend.names[here.bed.setter] = u"Sam"_s;
        there.bed.backend.leads.insert(here.lead, {here.bed.mine, here.bed.setter});
        const auto carry = [&] {
            FeedBatch batch;
            batch.messages = std::exchange(there.bed.backend.said, {});
            for (const FeedMessage &message : std::as_const(batch.messages))
                QVERIFY(!message.content.contains("Sam")); // names stay out of the log
            here.bed.feed.tell(batch);
            there.bed.feed.tell(batch); // its own words come back to it
        };
        FakeRealtimeSocket *setter = there.enter(here.bed.setter);
        there.track(setter, {{u"writing"_s, true}});
        carry();
        QTRY_COMPARE(here.metaOf(here.diff(owner).value("joins"_L1).toObject(), here.bed.setter)
                         .value("name"_L1)
                         .toString(),
            u"Sam"_s);
        owner->received.clear();
        here.bed.clock.advance(std::chrono::seconds(60));
        there.bed.clock.advance(std::chrono::seconds(60));
        there.bed.hub.sweep(); // says again
        carry();
        here.bed.clock.advance(std::chrono::seconds(60));
        here.bed.hub.sweep();
        QVERIFY(here.diff(owner).isEmpty());
        here.bed.clock.advance(std::chrono::seconds(31)); // its instance has died
        here.bed.hub.sweep();
        QCOMPARE(here.diff(owner).value("leaves"_L1).toObject().size(), 1);
    }

    void newInstance_asksWhoIsThere()
    {
        Conversation at;
        FakeRealtimeSocket *setter = at.enter(at.bed.setter);
        at.track(setter, {});
        at.bed.backend.said.clear();
        FeedBatch batch;
        batch.messages = {{LeadPresence::Prefix, R"({"from":"elsewhere","verb":"hello"})"}};
        at.bed.feed.tell(batch);
        at.bed.hub.sweep();
        QCOMPARE(at.bed.backend.said.size(), 1);
        QVERIFY(at.bed.backend.said.front().content.contains(at.bed.setter.toString().toLatin1()));
        at.bed.backend.said.clear();
        at.bed.feed.setLive(false);
        at.bed.feed.setLive(true); // it may have missed some itself
        QVERIFY(at.bed.backend.said.value(0).content.contains("hello"));
    }

    void quickGoodbye_leavesNoGhost()
    {
        Conversation here;
        FakeRealtimeSocket *owner = here.enter(here.bed.owner);
        const auto word = [&](const QString &verb) {
            const QJsonObject said {{u"from"_s, u"elsewhere"_s}, {u"verb"_s, verb},
                {u"lead"_s, here.lead.toString()}, {u"ref"_s, u"r1"_s},
                {u"user"_s, here.bed.setter.toString()}, {u"writing"_s, false}};
            return FeedMessage {LeadPresence::Prefix, QJsonDocument(said).toJson()};
        };
        FeedBatch batch;
        batch.messages = {word(u"on"_s), word(u"off"_s)}; // while the name is looked up
        here.bed.feed.tell(batch);
        QCoreApplication::processEvents();
        QVERIFY(here.diff(owner).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RealtimePresence)
#include "tst_realtimepresence.moc"
