// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remoteinboxgateway.h"
#include "core/client/remotemembersgateway.h"
#include "core/client/remotesessiongateway.h"
#include "core/client/remotesetupgateway.h"
#include "core/inbox/inboxjson.h"
#include "tests/client/scriptedserver.h"
#include "tests/support/manualclock.h"
#include "tests/support/waitlimit.h"

#include <QJsonDocument>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"33333333-3333-4333-8333-333333333333"_s)};
const LeadId Lead {QUuid::fromString(u"22222222-2222-4222-8222-222222222222"_s)};
const QByteArray SessionBody
    = R"({"access_token":"two","refresh_token":"r2","expires_in":3600,"token_type":"bearer",
    "user":{"id":"11111111-1111-4111-8111-111111111111","email":"a@example.org","user_metadata":{"name":"Ann"}}})";

QByteArray ok(const QJsonObject &body)
{
    return ScriptedServer::answer(200, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace

class tst_RemoteGateways : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<ApiClient>(ApiClient::Config {.server = m_server->url()}, m_clock);
        m_client->setSession({u"one"_s, u"r1"_s, m_clock.now() + std::chrono::hours(1), {}});
    }

    void cleanup()
    {
        QTRY_COMPARE(m_client->callsInFlight(), 0);
        QCOMPARE(m_server->nothingLeft(), QString());
        m_client.reset();
    }

    void counts_areFetched()
    {
        CountsReading reading;
        reading.counts.aiReview = 7;
        reading.version = u"v"_s;
        m_server->expect(
            "GET /api/inbox/counts?clientId=" + Acme.toString().toLatin1(), ok(encodeCounts(reading)));
        RemoteInboxGateway inbox(*m_client);
        const auto answer = wait(inbox.fetchCounts(Acme));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->counts.aiReview, 7);
    }

    void page_isAskedForWithItsQueryAndPosition()
    {
        InboxQuery query;
        query.workspace = Acme;
        query.category = InboxCategory::Attention;
        query.search = u"zoë & co"_s;
        InboxPage page;
        page.nextCursor = u"next"_s;
        m_server->expect("GET /api/inbox/conversations?clientId=" + Acme.toString().toLatin1()
                + "&filter=attention&search=zo%C3%AB%20%26%20co&cursor=abc&limit=20 ",
            ok(encodePage(page)));
        RemoteInboxGateway inbox(*m_client);
        const auto answer = wait(inbox.fetchPage(query, {.cursor = u"abc"_s}, 20));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->nextCursor, u"next"_s);
    }

    void conversation_isAskedForBeforeAnInstant()
    {
        ConversationDetail detail;
        detail.conversation.lead.id = Lead;
        detail.conversation.lead.workspace = Acme;
        m_server->expect("GET /api/inbox/conversations/" + Lead.toString().toLatin1()
                + "?clientId=" + Acme.toString().toLatin1() + "&before=2026-02-18T05%3A52%3A00.123456Z ",
            ok(encodeDetail(detail)));
        RemoteInboxGateway inbox(*m_client);
        const auto answer
            = wait(inbox.fetchConversation(Acme, Lead, parseIso(u"2026-02-18T05:52:00.123456Z")));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->conversation.lead.id, Lead);
    }

    void answerWithoutAMember_isAnErrorThatNamesItAndTheRequest()
    {
        m_server->expect("GET /api/inbox/counts",
            ScriptedServer::answer(200, R"({"success":true})", "X-Request-Id: r9\r\n"));
        RemoteInboxGateway inbox(*m_client);
        const auto answer = wait(inbox.fetchCounts(Acme));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, u"BAD_JSON"_s);
        QCOMPARE(answer.error().field, u"counts"_s);
        QCOMPARE(answer.error().requestId, u"r9"_s);
    }

    void proxyPageWith200_isAnErrorNotAnEmptyInbox()
    {
        m_server->expect(
            "GET /api/inbox/conversations", ScriptedServer::answer(200, "<html>Please sign in</html>"));
        RemoteInboxGateway inbox(*m_client);
        InboxQuery query;
        query.workspace = Acme;
        QVERIFY(!wait(inbox.fetchPage(query, {}, 50)).has_value());
    }

    void attachment_isItsBytes()
    {
        const QUuid id = newUuid();
        m_server->expect("GET /api/inbox/conversations/" + Lead.toString().toLatin1() + "/attachments/"
                + id.toByteArray(QUuid::WithoutBraces) + "?clientId=",
            ScriptedServer::answer(200, QByteArray("\0\xff", 2), "Content-Type: image/png\r\n"));
        RemoteInboxGateway inbox(*m_client);
        const auto answer = wait(inbox.fetchAttachment(Acme, Lead, id));
        QVERIFY(answer.has_value());
        QCOMPARE(*answer, QByteArray("\0\xff", 2));
    }

    void signIn_makesTheClientUseTheTokens()
    {
        m_client->clearSession();
        m_server->expect(
            "POST /auth/v1/token?grant_type=password ", ScriptedServer::answer(200, SessionBody));
        m_server->expect(
            "GET /api/workspaces ", ok(encodeWorkspaces({{Acme, u"Acme"_s, u"OWNER"_s, 3, {}}})));
        RemoteSessionGateway sessions(*m_client, m_clock);
        const auto tokens = wait(sessions.signIn(u"a@example.org"_s, u"päss\"word"_s));
        QVERIFY(tokens.has_value());
        QCOMPARE(tokens->identity.name, u"Ann"_s);
        QVERIFY(tokens->expiresAt == m_clock.now() + std::chrono::hours(1));
        QCOMPARE(QJsonDocument::fromJson(m_server->requests().first().body)
                     .object()
                     .value("password"_L1)
                     .toString(),
            u"päss\"word"_s);
        const auto workspaces = wait(sessions.fetchWorkspaces());
        QVERIFY(workspaces.has_value());
        QCOMPARE(workspaces->first().attention, 3);
        QCOMPARE(m_server->requests().last().headers.value("authorization"), "Bearer two"_ba);
    }

    void wrongPassword_isUnauthenticated()
    {
        m_client->clearSession();
        m_server->expect("POST /auth/v1/token",
            ScriptedServer::answer(
                400, R"({"code":400,"error_code":"invalid_credentials","msg":"Invalid login credentials"})"));
        RemoteSessionGateway sessions(*m_client, m_clock);
        const auto tokens = wait(sessions.signIn(u"a@example.org"_s, u"x"_s));
        QVERIFY(!tokens.has_value());
        QCOMPARE(tokens.error().kind, Error::Kind::Unauthenticated);
        QCOMPARE(tokens.error().code, u"invalid_credentials"_s);
        QVERIFY(!m_client->hasSession());
    }

    void signOut_forgetsTheTokensWhateverIsAnswered()
    {
        m_server->expect("POST /auth/v1/logout ", ScriptedServer::answer(500, "{}"));
        RemoteSessionGateway sessions(*m_client, m_clock);
        const auto reply = sessions.signOut();
        QVERIFY(!m_client->hasSession());
        QVERIFY(!wait(reply).has_value());
        QCOMPARE(m_server->requests().first().headers.value("authorization"), "Bearer one"_ba);
    }

    void setup_createsTheFirstOwnerAndSignsIn()
    {
        m_client->clearSession();
        m_server->expect("GET /api/setup ", ok({{u"success"_s, true}, {u"needsSetup"_s, true}}));
        m_server->expect("POST /api/setup ", ScriptedServer::answer(201, SessionBody));
        RemoteSetupGateway setup(*m_client, m_clock);
        const auto needsSetup = wait(setup.fetchNeedsSetup());
        QVERIFY(needsSetup.has_value() && *needsSetup);
        QVERIFY(wait(setup.createFirstOwner({u"Ann"_s, u"a@example.org"_s, u"secret"_s, u"Acme"_s, {}}))
                    .has_value());
        QVERIFY(m_client->hasSession());
    }

    void members_areListedAndChanged()
    {
        const QJsonObject member {{u"userId"_s, Lead.toString()}, {u"email"_s, u"b@example.org"_s},
            {u"name"_s, u"B"_s}, {u"role"_s, u"SETTER"_s}};
        const QByteArray path = "/api/workspaces/" + Acme.toString().toLatin1() + "/members";
        m_server->expect(
            "GET " + path + ' ', ok({{u"success"_s, true}, {u"members"_s, QJsonArray {member}}}));
        m_server->expect("PATCH " + path + '/' + Lead.toString().toLatin1(),
            ok({{u"success"_s, true}, {u"member"_s, member}}));
        m_server->expect(
            "DELETE " + path + '/' + Lead.toString().toLatin1(), ScriptedServer::answer(204, {}));
        RemoteMembersGateway gateway(*m_client);
        const auto members = wait(gateway.fetchMembers(Acme));
        QVERIFY(members.has_value());
        QCOMPARE(members->first().role, u"SETTER"_s);
        QVERIFY(wait(gateway.changeRole(Acme, members->first().user, u"ADMIN"_s)).has_value());
        QVERIFY(wait(gateway.removeMember(Acme, members->first().user)).has_value());
    }

private:
    template <typename T> Result<T> wait(const Reply<T> &reply)
    {
        if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }, WaitLimit))
            return Error::internal(u"no answer within five seconds"_s);
        return reply.future().result();
    }

    ManualClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_client;
};

QTEST_GUILESS_MAIN(tst_RemoteGateways)

#include "tst_remotegateways.moc"
