// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/jwt.h"
#include "core/auth/tokenissuer.h"
#include "core/server/problem.h"
#include "core/server/realtime/realtimegate.h"
#include "core/server/sessionauthenticator.h"
#include "core/storage/pgpool.h"
#include "core/storage/sessionstore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"
#include "tests/support/waitlimit.h"

#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const Secret Key("a-secret-of-the-realtime-gate-tests-0123456"_ba);

} // namespace

/// Who gets a realtime socket at all (realtime §1.1).
class tst_RealtimeGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_person = InboxData(*m_admin).addUser(u"person@example.com"_s);
        m_pool = std::make_unique<PgPool>(m_database->appConninfo());
        m_authenticator = std::make_unique<SessionAuthenticator>(*m_pool, m_verifier, m_clock);
        m_gate = std::make_unique<RealtimeGate>(m_verifier, *m_authenticator,
            RealtimeGate::Options {{u"https://app.example.com"_s}, 10}, [this] { return m_sockets; });
        m_gate->addTo(m_routes);
    }
    void init() { m_sockets = 0; }

    void keys_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("status");
        const TokenIssuer issuer(Key, m_clock);
        const auto revealed = [](const IssuedToken &issued) { return issued.token.reveal().toByteArray(); };
        const QByteArray good = token(3600);
        QTest::addRow("a person's token") << good << 101;
        QTest::addRow("the project key") << revealed(issuer.projectKey()) << 101;
        QTest::addRow("none") << QByteArray() << 401;
        QTest::addRow("garbage") << "nonsense"_ba << 401;
        QTest::addRow("forged") << good.chopped(6) + "AAAAAA" << 401;
        QTest::addRow("expired") << token(-60) << 401;
        QTest::addRow("a service's") << revealed(issuer.serviceToken({})) << 401;
        QTest::addRow("of an ended session") << endedSession() << 401;
        QTest::addRow("of nobody we know") << token(3600, UserId {newUuid()}) << 401;
    }
    void keys()
    {
        QFETCH(QByteArray, key);
        QFETCH(int, status);
        QCOMPARE(statusOf(request({{u"apikey"_s, QString::fromLatin1(key)}})), status);
        HttpRequest byHeader = request({});
        byHeader.headers = {{"x-api-key", key}};
        QCOMPARE(statusOf(byHeader), status);
    }

    void refusal_isJsonWithAnError()
    {
        const HttpResponse response
            = problemResponse(decision(request({})).error(), request({}), ErrorForm::Problem);
        QCOMPARE(response.status, 401);
        QVERIFY(!QJsonDocument::fromJson(response.body).object().value("error"_L1).toString().isEmpty());
    }

    void origins_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<int>("status");
        QTest::addRow("none: no page") << QByteArray() << 101;
        QTest::addRow("the service's own") << "https://box.example.com:8443"_ba << 101;
        QTest::addRow("loopback") << "http://localhost:3000"_ba << 101;
        QTest::addRow("configured") << "https://app.example.com"_ba << 101;
        QTest::addRow("any other") << "https://evil.example.com"_ba << 403;
        QTest::addRow("one that looks like it") << "https://app.example.com.evil.com"_ba << 403;
        QTest::addRow("a sandboxed page") << "null"_ba << 403;
        QTest::addRow("another port") << "https://box.example.com"_ba << 403;
    }
    void origins()
    {
        QFETCH(QByteArray, origin);
        QFETCH(int, status);
        HttpRequest asked = request({{u"apikey"_s, QString::fromLatin1(token(3600))}});
        asked.headers = {{"host", "box.example.com:8443"}};
        if (!origin.isEmpty())
            asked.headers.append({"origin", origin});
        QCOMPARE(statusOf(asked), status);
    }

    void version_mustBeKnown()
    {
        const QString key = QString::fromLatin1(token(3600));
        QCOMPARE(statusOf(request({{u"apikey"_s, key}, {u"vsn"_s, u"3.0.0"_s}})), 400);
        const HttpRequest good
            = request({{u"apikey"_s, key}, {u"vsn"_s, u"2.0.0"_s}, {u"client_id"_s, u"tab"_s}});
        QCOMPARE(statusOf(good), 101);
        const RealtimeHello hello = RealtimeGate::helloOf(good);
        QCOMPARE(hello.version, PhoenixVersion::V2);
        QCOMPARE(hello.key, key.toLatin1());
        QCOMPARE(hello.clientId, u"tab"_s);
    }

    void tooManySockets_areAskedToComeLater()
    {
        m_sockets = 10;
        const auto decided = decision(request({{u"apikey"_s, QString::fromLatin1(token(3600))}}));
        QVERIFY(!decided);
        const HttpResponse response = problemResponse(decided.error(), request({}), ErrorForm::Problem);
        QCOMPARE(response.status, 429);
    }

    void httpBroadcasts_areNotServed()
    {
        for (const char *path :
            {"/realtime/v1/api/broadcast", "/realtime/v1/api/broadcast/room/events/shout"}) {
            const auto match = m_routes.find(HttpMethod::Post, path);
            QVERIFY(match.route);
            const auto answer = match.route->handler(request({})).future().result();
            QVERIFY(!answer);
            QCOMPARE(problemResponse(answer.error(), request({}), ErrorForm::Problem).status, 501);
        }
        QVERIFY(m_routes.findUpgrade("/realtime/v1/websocket"));
        QVERIFY(m_routes.findUpgrade("/socket/websocket"));
    }

private:
    static HttpRequest request(const QList<std::pair<QString, QString>> &query)
    {
        HttpRequest request;
        request.method = HttpMethod::Get;
        request.query = query;
        return request;
    }

    Result<bool> decision(const HttpRequest &request)
    {
        const auto reply = m_gate->decide(request);
        if (!QTest::qWaitFor([&] { return reply.isFinished(); }, WaitLimit))
            return Error::internal(u"undecided"_s);
        return reply.future().result();
    }

    int statusOf(const HttpRequest &request)
    {
        const auto decided = decision(request);
        return decided ? 101 : problemResponse(decided.error(), request, ErrorForm::Problem).status;
    }

    QByteArray token(int lifetimeSeconds, std::optional<UserId> user = {}, SessionId session = {})
    {
        const auto now = std::chrono::floor<std::chrono::seconds>(m_clock.now()).time_since_epoch();
        QJsonObject claims {{u"role"_s, u"authenticated"_s}, {u"sub"_s, user.value_or(m_person).toString()},
            {u"exp"_s, qint64(now.count()) + lifetimeSeconds}};
        if (!session.isNull())
            claims.insert(u"session_id"_s, session.toString());
        return signHs256(claims, Key);
    }

    QByteArray endedSession()
    {
        const SessionId session {newUuid()};
        (void)createSession(*m_admin, session, m_person, session.toString(), m_clock.now());
        (void)endSession(*m_admin, session, SessionEnd::SignedOut, m_clock.now());
        return token(3600, m_person, session);
    }

    SystemClock m_clock;
    TokenVerifier m_verifier {Key, m_clock};
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    UserId m_person;
    std::unique_ptr<PgPool> m_pool;
    std::unique_ptr<SessionAuthenticator> m_authenticator;
    std::unique_ptr<RealtimeGate> m_gate;
    RouteTable m_routes;
    int m_sockets = 0;
};

QTEST_GUILESS_MAIN(tst_RealtimeGate)

#include "tst_realtimegate.moc"
