// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sessionstore.h"
#include "tests/server/httpprobe.h"
#include "tests/server/program.h"
#include "tests/server/realtime/leadshadow.h"
#include "tests/server/realtime/realtimeclient.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray SigningText = "a-secret-of-the-realtime-services-tests-012"_ba;
constexpr int RevokedWithin = 5'000; // issue 3
/// A channel is joined once the service's replication slot is there, and PostgreSQL makes a slot only when
/// every transaction that was running in the cluster has ended, those of other databases too.
constexpr int JoinedWithin = 20'000;

struct Service
{
    std::unique_ptr<Program> program;
    QString url;
    quint16 port = 0;
};

} // namespace

/// Two services on one database: both tell everything, people meet across them, and who loses a right loses
/// the channel on both.
class tst_RealtimeServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        InboxData data(*m_admin);
        m_owner = data.addUser(u"owner@example.com"_s);
        m_setter = data.addUser(u"setter@example.com"_s);
        m_workspace = data.addWorkspace(u"A"_s, m_owner);
        for (Service &service : m_services)
            start(service);
        QVERIFY(m_services[0].port > 0 && m_services[1].port > 0);
    }
    void init()
    {
        InboxData(*m_admin).run("delete from workspace_member");
        InboxData(*m_admin).addMember(m_workspace, m_setter, u"SETTER"_s);
    }

    void change_isToldByBoth_andContinuedByTheOther()
    {
        auto first = follow(0, m_owner);
        auto second = follow(1, m_owner);
        QTRY_VERIFY_WITH_TIMEOUT(first->isJoined() && second->isJoined(), JoinedWithin);
        QStringList told;
        first->onChange = [&](const QJsonObject &data) { told.append(statusOf(data)); };
        int toldElsewhere = 0;
        second->onChange = [&](const QJsonObject &) { ++toldElsewhere; };
        InboxData data(*m_admin);
        data.addLead(m_workspace, {.status = u"one"_s});
        QTRY_COMPARE(told, QStringList(u"one"_s));
        QTRY_COMPARE(toldElsewhere, 1);
        first->setPort(m_services[1].port);
        first->cut();
        data.addLead(m_workspace, {.status = u"two"_s});
        QTRY_COMPARE(told, (QStringList {u"one"_s, u"two"_s}));
        QCOMPARE(first->resumes(), 1);
        QCOMPARE(first->restarts(), 0);
    }

    void removedMember_losesTheChannelEverywhere()
    {
        auto first = follow(0, m_setter, false);
        auto second = follow(1, m_setter, false);
        QTRY_VERIFY_WITH_TIMEOUT(first->isJoined() && second->isJoined(), JoinedWithin);
        QElapsedTimer time;
        time.start();
        InboxData(*m_admin).run(
            "delete from workspace_member where user_id = $1::uuid", PgParams() << m_setter);
        QTRY_COMPARE_WITH_TIMEOUT(first->errors(), 1, RevokedWithin);
        QTRY_COMPARE_WITH_TIMEOUT(second->errors(), 1, RevokedWithin);
        qInfo("closed within %lld ms", time.elapsed());
    }

    void endedSession_losesTheChannel()
    {
        const SessionId session {newUuid()};
        const Instant now = SystemClock().now();
        QVERIFY(createSession(*m_admin, session, m_owner, u"hash"_s, now));
        auto other = follow(0, m_owner);
        auto client = std::make_unique<RealtimeClient>(RealtimeClient::Subscription {
            realtimeToken(m_owner, SigningText, session), u"realtime:inbox"_s, {everything()}});
        client->start(m_services[1].port);
        QTRY_VERIFY_WITH_TIMEOUT(client->isJoined() && other->isJoined(), JoinedWithin);
        QVERIFY(endSession(*m_admin, session, SessionEnd::SignedOut, now));
        QTRY_COMPARE_WITH_TIMEOUT(client->errors(), 1, RevokedWithin);
        QCOMPARE(other->errors(), 0); // of the same person, not of that session
    }

    void countsVersion_isTheRoutesOwn()
    {
        RealtimeClient client({.token = realtimeToken(m_owner, SigningText),
            .topic = u"realtime:workspace:"_s + m_workspace.toString(),
            .isPrivate = true});
        QString version;
        client.onMessage = [&](const QString &event, const QJsonObject &payload) {
            if (event == "broadcast"_L1)
                version = payload.value("payload"_L1).toObject().value("ver"_L1).toString();
        };
        client.start(m_services[0].port);
        QTRY_VERIFY_WITH_TIMEOUT(client.isJoined(), JoinedWithin);
        HttpProbe probe;
        const auto routesVersion = [&] {
            const HttpAnswer answer = probe.send("GET",
                m_services[0].url + u"/api/inbox/counts?clientId="_s + m_workspace.toString(),
                realtimeToken(m_owner, SigningText));
            return QJsonDocument::fromJson(answer.body).object().value("version"_L1).toString();
        };
        bool isSame = false;
        for (int attempt = 0; attempt < 10 && !isSame;
             ++attempt) { // a fold in between moves the route's alone
            const QString before = version;
            InboxData(*m_admin).addLead(m_workspace, {});
            QTRY_VERIFY(version != before);
            isSame = routesVersion() == version;
        }
        QVERIFY(isSame);
    }

    void viewers_meetAcrossServices()
    {
        const LeadId lead = InboxData(*m_admin).addLead(m_workspace, {.assignee = m_setter});
        InboxData(*m_admin).run(
            "update app_user set name = 'Sam' where id = $1::uuid", PgParams() << m_setter);
        const auto at = [&](int service, UserId user) {
            auto client = std::make_unique<RealtimeClient>(
                RealtimeClient::Subscription {.token = realtimeToken(user, SigningText),
                    .topic = u"realtime:lead:"_s + lead.toString(),
                    .isPrivate = true});
            client->start(m_services[size_t(service)].port);
            return client;
        };
        auto owner = at(0, m_owner);
        auto setter = at(1, m_setter);
        QJsonObject diff;
        owner->onMessage = [&](const QString &event, const QJsonObject &payload) {
            if (event == "presence_diff"_L1)
                diff = payload;
        };
        QTRY_VERIFY_WITH_TIMEOUT(owner->isJoined() && setter->isJoined(), JoinedWithin);
        setter->push(u"presence"_s,
            {{u"type"_s, u"presence"_s}, {u"event"_s, u"track"_s},
                {u"payload"_s, QJsonObject {{u"writing"_s, true}}}});
        const auto meta = [&] {
            const QJsonObject person
                = diff.value("joins"_L1).toObject().value(m_setter.toString()).toObject();
            return person.value("metas"_L1).toArray().at(0).toObject();
        };
        QTRY_COMPARE(meta().value("name"_L1).toString(), u"Sam"_s);
        QCOMPARE(meta().value("writing"_L1), QJsonValue(true));
        setter->cut();
        QTRY_VERIFY(diff.value("leaves"_L1).toObject().contains(m_setter.toString()));
    }

    void sigterm_endsChannelsAndExits()
    {
        auto client = follow(1, m_owner, false);
        QTRY_VERIFY_WITH_TIMEOUT(client->isJoined(), JoinedWithin);
        m_services[1].program->terminate();
        QTRY_COMPARE(client->errors(), 1);
        QCOMPARE(m_services[1].program->waitForExit(), 0);
    }

private:
    void start(Service &service)
    {
        const QString name = &service == &m_services[0] ? u"first"_s : u"second"_s;
        service.program = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {
                u"serve"_s, u"--database"_s, m_database->appConninfo(), u"--listen"_s, u"127.0.0.1:0"_s},
            QHash<QString, QString> {{u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, QString::fromLatin1(SigningText)},
                {u"SIGNALBOX_REALTIME_FEED_URL"_s, m_database->feedConninfo()},
                {u"SIGNALBOX_REALTIME_INSTANCE"_s, name}});
        service.url = service.program->waitForLine(u"ready "_s).section(u' ', 1);
        service.port = service.url.section(u':', -1).toUShort();
    }

    static QJsonObject everything()
    {
        return {{u"event"_s, u"*"_s}, {u"schema"_s, u"public"_s}, {u"table"_s, u"Lead"_s}};
    }
    static QString statusOf(const QJsonObject &data)
    {
        return data.value("record"_L1).toObject().value("status"_L1).toString();
    }

    std::unique_ptr<RealtimeClient> follow(int service, UserId user, bool keepsTrying = true)
    {
        auto client = std::make_unique<RealtimeClient>(RealtimeClient::Subscription {
            realtimeToken(user, SigningText), u"realtime:inbox"_s, {everything()}});
        client->start(m_services[size_t(service)].port, keepsTrying);
        return client;
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    UserId m_owner;
    UserId m_setter;
    WorkspaceId m_workspace;
    std::array<Service, 2> m_services;
};

QTEST_GUILESS_MAIN(tst_RealtimeServices)
#include "tst_realtimeservices.moc"
