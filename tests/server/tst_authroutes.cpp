// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sessionstore.h"
#include "tests/server/authservice.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_AuthRoutes : public QObject
{
    Q_OBJECT

private:
    static constexpr QLatin1StringView Password {"signal at danger 7"};

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<AuthService> m_service;
    QString m_email;
    UserId m_user;
    int m_round = 0;

    QString code(const RawAnswer &answer) const { return answer.json().value("error_code"_L1).toString(); }
    RawAnswer signIn() { return m_service->signIn(m_email, Password); }
    int statusOfUser(const QByteArray &token)
    {
        return m_service->request("GET", "/auth/v1/user", token).status;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
    }
    void init()
    {
        m_service = std::make_unique<AuthService>(m_database->appConninfo());
        m_email = u"person%1@example.com"_s.arg(++m_round);
        const auto user = addUser(*m_admin, m_email, u"Ada Person"_s,
            *hashPassword(Secret(QString(Password)), PasswordCost::least()));
        QVERIFY2(user, user ? "" : qPrintable(describe(user.error())));
        m_user = user->id;
    }

    void signIn_answersLikeGoTrue()
    {
        const auto answer = m_service->signIn(u" "_s + m_email.toUpper(), Password);
        QCOMPARE(answer.status, 200);
        const QJsonObject session = answer.json();
        QCOMPARE(session.value("token_type"_L1).toString(), u"bearer"_s);
        QCOMPARE(session.value("expires_in"_L1).toInt(), 3600);
        const auto now = std::chrono::floor<std::chrono::seconds>(m_service->clock.now());
        QCOMPARE(session.value("expires_at"_L1).toInteger(), now.time_since_epoch().count() + 3600);
        const QJsonObject user = session.value("user"_L1).toObject();
        QCOMPARE(user.value("id"_L1).toString(), m_user.toString());
        QCOMPARE(user.value("aud"_L1).toString(), u"authenticated"_s);
        QCOMPARE(user.value("email"_L1).toString(), m_email);
        QCOMPARE(user.value("user_metadata"_L1).toObject().value("name"_L1).toString(), u"Ada Person"_s);
        QVERIFY(answer.header("cache-control").contains("no-store"));
        QVERIFY(!answer.body.contains("argon2"));
        const auto own = m_service->request("GET", "/auth/v1/user", member(answer, "access_token"_L1));
        QCOMPARE(own.status, 200);
        QCOMPARE(own.json(), user);
    }

    void signIn_refuses_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QByteArray>("grant");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QString email = u"person%1@example.com"_s;
        const QByteArray password = "password";
        QTest::newRow("wrong password")
            << QJsonObject {{u"email"_s, u"EMAIL"_s}, {u"password"_s, u"wrong password"_s}} << password << 400
            << u"invalid_credentials"_s;
        QTest::newRow("unknown address")
            << QJsonObject {{u"email"_s, u"nobody@example.com"_s}, {u"password"_s, u"wrong password"_s}}
            << password << 400 << u"invalid_credentials"_s;
        QTest::newRow("no password") << QJsonObject {{u"email"_s, u"EMAIL"_s}} << password << 400
                                     << u"validation_failed"_s;
        QTest::newRow("password is no text") << QJsonObject {{u"email"_s, u"EMAIL"_s}, {u"password"_s, 5}}
                                             << password << 400 << u"validation_failed"_s;
        QTest::newRow("no address") << QJsonObject {{u"email"_s, u"x"_s}, {u"password"_s, u"y"_s}} << password
                                    << 400 << u"validation_failed"_s;
        QTest::newRow("SQL for an address")
            << QJsonObject {{u"email"_s, u"a@b' or '1'='1"_s}, {u"password"_s, u"y"_s}} << password << 400
            << u"validation_failed"_s;
        QTest::newRow("unknown grant")
            << QJsonObject {{u"email"_s, u"EMAIL"_s}} << "pkce"_ba << 400 << u"unsupported_grant_type"_s;
        QTest::newRow("unknown refresh token") << QJsonObject {{u"refresh_token"_s, u"x"_s}}
                                               << "refresh_token"_ba << 400 << u"refresh_token_not_found"_s;
        QTest::newRow("no refresh token")
            << QJsonObject {{u"x"_s, 1}} << "refresh_token"_ba << 400 << u"validation_failed"_s;
    }
    void signIn_refuses()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QByteArray, grant);
        QFETCH(int, status);
        QFETCH(QString, code);
        if (body.value("email"_L1).toString() == "EMAIL"_L1)
            body[u"email"_s] = m_email;
        const auto answer = m_service->request("POST", "/auth/v1/token?grant_type=" + grant, {}, body);
        QCOMPARE(answer.status, status);
        QCOMPARE(this->code(answer), code);
        QCOMPARE(answer.json().value("code"_L1).toInt(), status);
        QVERIFY(!answer.json().value("msg"_L1).toString().isEmpty());
    }

    void signIn_unknownAndWrong_answerAlike()
    {
        auto wrong = m_service->signIn(m_email, u"not the password"_s);
        auto unknown = m_service->signIn(u"nobody%1@example.com"_s.arg(m_round), u"not the password"_s);
        QCOMPARE(wrong.status, unknown.status);
        QCOMPARE(wrong.body, unknown.body);
    }

    void signIn_disabledPerson_learnsItOnlyWithTheRightPassword()
    {
        QVERIFY(setUserDisabled(*m_admin, m_user, true, m_service->clock.now()));
        QCOMPARE(code(signIn()), u"user_banned"_s);
        QCOMPARE(code(m_service->signIn(m_email, u"not the password"_s)), u"invalid_credentials"_s);
    }

    void signIn_sixthWrongPassword_waits()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_service->signIn(m_email, u"not the password"_s).status, 400);
        const auto answer = signIn();
        QCOMPARE(answer.status, 429);
        QCOMPARE(code(answer), u"over_request_rate_limit"_s);
        QCOMPARE(answer.header("retry-after"), "1"_ba);
        m_service->clock.advance(1s);
        QCOMPARE(signIn().status, 200);
        QCOMPARE(m_service->signIn(m_email, u"not the password"_s).status, 400); // the count began anew
    }

    void user_withBadTokens_is401_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("none") << ""_ba;
        QTest::newRow("nonsense") << "abc"_ba;
        ManualClock clock;
        const TokenIssuer other(Secret("another-secret-for-tests-of-enough-bytes"_ba), clock);
        const TokenIssuer ours(testSigningSecret(), clock);
        QTest::newRow("another's")
            << other.accessToken({newUuid()}, {newUuid()}).token.reveal().toByteArray();
        QTest::newRow("no such session")
            << ours.accessToken({newUuid()}, {newUuid()}).token.reveal().toByteArray();
        QTest::newRow("project key") << ours.projectKey().token.reveal().toByteArray();
    }
    void user_withBadTokens_is401()
    {
        QFETCH(QByteArray, token);
        const auto answer = m_service->request("GET", "/auth/v1/user", token);
        QCOMPARE(answer.status, 401);
        QVERIFY(!code(answer).isEmpty());
        QCOMPARE(m_service->request("GET", "/api/workspaces", token).status, 401);
    }

    void user_withAServiceToken_isForbidden()
    {
        const auto token = m_service->keys().issuer.serviceToken({}).token.reveal().toByteArray();
        QCOMPARE(statusOfUser(token), 403);
    }

    void user_sessionOfAnotherPerson_is401()
    {
        const auto mine = signIn();
        const auto session
            = parseJwt(member(mine, "access_token"_L1))->claims.value("session_id"_L1).toString();
        const auto forged
            = m_service->keys().issuer.accessToken({newUuid()}, *SessionId::parse(session)).token;
        QCOMPARE(statusOfUser(forged.reveal().toByteArray()), 401);
    }

    void user_expiredToken_is401()
    {
        const auto token = member(signIn(), "access_token"_L1);
        m_service->clock.advance(1h + 9s);
        QCOMPARE(statusOfUser(token), 200); // within the leeway
        m_service->clock.advance(1s);
        QCOMPARE(statusOfUser(token), 401);
    }

    void apikey_standsInForTheBearer()
    {
        const auto token = member(signIn(), "access_token"_L1);
        const auto key = m_service->keys().issuer.projectKey().token.reveal().toByteArray();
        const auto with = [&](const QByteArray &bearer, const QByteArray &apikey) {
            return m_service->request("GET", "/auth/v1/user", bearer, {}, "apikey: " + apikey + "\r\n")
                .status;
        };
        QCOMPARE(with({}, token), 200);
        QCOMPARE(with(token, key), 200);
        QCOMPARE(with(key, token), 200);
        QCOMPARE(with(key, key), 401);
        QCOMPARE(with({}, key), 401);
        QCOMPARE(with("nonsense", token), 401);
    }

    void refresh_rotates_andTheOldAccessTokenLivesOn()
    {
        const auto first = signIn();
        const auto second = m_service->refresh(member(first, "refresh_token"_L1));
        QCOMPARE(second.status, 200);
        QVERIFY(member(first, "refresh_token"_L1) != member(second, "refresh_token"_L1));
        QCOMPARE(statusOfUser(member(first, "access_token"_L1)), 200);
        QCOMPARE(statusOfUser(member(second, "access_token"_L1)), 200);
    }

    void refresh_lostAnswer_isGivenAgain()
    {
        const auto first = signIn();
        const auto lost = m_service->refresh(member(first, "refresh_token"_L1));
        m_service->clock.advance(9s);
        const auto again = m_service->refresh(member(first, "refresh_token"_L1));
        QCOMPARE(again.status, 200);
        QCOMPARE(member(again, "refresh_token"_L1), member(lost, "refresh_token"_L1));
        QCOMPARE(m_service->refresh(member(again, "refresh_token"_L1)).status, 200);
    }

    void refresh_reuse_endsTheWholeFamily_theAccessTokensToo()
    {
        const auto first = signIn();
        const auto second = m_service->refresh(member(first, "refresh_token"_L1));
        const auto elsewhere = signIn();
        m_service->clock.advance(11s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"refresh_token_reused"_s));
        const auto reused = m_service->refresh(member(first, "refresh_token"_L1));
        QCOMPARE(reused.status, 400);
        QCOMPARE(code(reused), u"refresh_token_already_used"_s);
        QCOMPARE(m_service->refresh(member(second, "refresh_token"_L1)).status, 400);
        QCOMPARE(statusOfUser(member(second, "access_token"_L1)), 401);
        QCOMPARE(
            statusOfUser(member(elsewhere, "access_token"_L1)), 200); // another session of the same person
    }

    void logout_scopes_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<bool>("endsThis");
        QTest::addColumn<bool>("endsOthers");
        QTest::newRow("default is global") << ""_ba << true << true;
        QTest::newRow("global") << "?scope=global"_ba << true << true;
        QTest::newRow("local") << "?scope=local"_ba << true << false;
        QTest::newRow("others") << "?scope=others"_ba << false << true;
    }
    void logout_scopes()
    {
        QFETCH(QByteArray, scope);
        QFETCH(bool, endsThis);
        QFETCH(bool, endsOthers);
        const auto here = signIn();
        const auto there = signIn();
        QCOMPARE(statusOfUser(member(here, "access_token"_L1)), 200); // now held by the authenticator
        QCOMPARE(statusOfUser(member(there, "access_token"_L1)), 200);
        const auto out
            = m_service->request("POST", "/auth/v1/logout" + scope, member(here, "access_token"_L1));
        QCOMPARE(out.status, 204);
        QCOMPARE(statusOfUser(member(here, "access_token"_L1)), endsThis ? 401 : 200);
        QCOMPARE(statusOfUser(member(there, "access_token"_L1)), endsOthers ? 401 : 200);
        QCOMPARE(m_service->refresh(member(here, "refresh_token"_L1)).status, endsThis ? 400 : 200);
        QCOMPARE(m_service->refresh(member(there, "refresh_token"_L1)).status, endsOthers ? 400 : 200);
    }

    void logout_unknownScope_is400()
    {
        const auto token = member(signIn(), "access_token"_L1);
        QCOMPARE(m_service->request("POST", "/auth/v1/logout?scope=all", token).status, 400);
        QCOMPARE(statusOfUser(token), 200);
    }

    void logout_isSeenByAnotherInstanceWithinASecond()
    {
        AuthService other(m_database->appConninfo());
        const auto token = member(signIn(), "access_token"_L1);
        QCOMPARE(other.request("GET", "/auth/v1/user", token).status, 200);
        QCOMPARE(m_service->request("POST", "/auth/v1/logout", token).status, 204);
        QCOMPARE(other.request("GET", "/auth/v1/user", token).status, 200); // held there
        other.clock.advance(1s);
        QCOMPARE(other.request("GET", "/auth/v1/user", token).status, 401);
    }

    void disabling_endsAccessWithinASecond()
    {
        const auto token = member(signIn(), "access_token"_L1);
        QCOMPARE(statusOfUser(token), 200);
        QVERIFY(setUserDisabled(*m_admin, m_user, true, m_service->clock.now()));
        m_service->clock.advance(1s);
        QCOMPARE(statusOfUser(token), 401);
    }

    void updateUser_newPassword_endsTheOtherSessions()
    {
        const auto here = signIn();
        const auto there = signIn();
        const QByteArray token = member(here, "access_token"_L1);
        const auto put = [&](const QJsonObject &body) {
            return m_service->request("PUT", "/auth/v1/user", token, body);
        };
        const QString fresh = u"a quite different sentence"_s;
        QCOMPARE(code(put({{u"password"_s, fresh}})), u"validation_failed"_s); // not without the old one
        QCOMPARE(
            code(put({{u"password"_s, fresh}, {u"current_password"_s, u"wrong"_s}})), u"validation_failed"_s);
        QCOMPARE(code(put({{u"password"_s, u"short"_s}, {u"current_password"_s, QString(Password)}})),
            u"weak_password"_s);
        QCOMPARE(code(put({{u"password"_s, QString(Password)}, {u"current_password"_s, QString(Password)}})),
            u"same_password"_s);
        QCOMPARE(statusOfUser(member(there, "access_token"_L1)), 200);
        QCOMPARE(put({{u"password"_s, fresh}, {u"current_password"_s, QString(Password)}}).status, 200);
        QCOMPARE(statusOfUser(token), 200);
        QCOMPARE(statusOfUser(member(there, "access_token"_L1)), 401);
        QCOMPARE(m_service->refresh(member(there, "refresh_token"_L1)).status, 400);
        QCOMPARE(code(signIn()), u"invalid_credentials"_s);
        QCOMPARE(m_service->signIn(m_email, fresh).status, 200);
    }

    void updateUser_name()
    {
        const auto answer = m_service->request("PUT", "/auth/v1/user", member(signIn(), "access_token"_L1),
            {{u"data"_s, QJsonObject {{u"name"_s, u"Ada Lovelace"_s}}}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value("user_metadata"_L1).toObject().value("name"_L1).toString(),
            u"Ada Lovelace"_s);
    }

    void updateUser_withoutAUsableName_changesNothing()
    {
        const QByteArray token = member(signIn(), "access_token"_L1);
        const auto nameNow = [&] {
            const auto user = m_service->request("GET", "/auth/v1/user", token);
            return user.json().value("user_metadata"_L1).toObject().value("name"_L1).toString();
        };
        const QString before = nameNow();
        for (const QJsonValue &name : {QJsonValue(u""_s), QJsonValue(u"  "_s), QJsonValue(7), QJsonValue(),
                 QJsonValue(QString(201, u'x'))}) {
            const auto answer = m_service->request(
                "PUT", "/auth/v1/user", token, {{u"data"_s, QJsonObject {{u"name"_s, name}}}});
            QCOMPARE(code(answer), u"validation_failed"_s);
        }
        QCOMPARE(nameNow(), before);
    }

    void publicRoutes_answer()
    {
        QCOMPARE(m_service->request("GET", "/auth/v1/health").status, 200);
        QCOMPARE(
            m_service->request("GET", "/auth/v1/settings").json().value("disable_signup"_L1).toBool(), true);
        QCOMPARE(m_service->request("GET", "/auth/v1/.well-known/jwks.json").status, 200);
        QCOMPARE(code(m_service->request("POST", "/auth/v1/signup", {}, {{u"email"_s, u"a@b.c"_s}})),
            u"signup_disabled"_s);
    }

    void token_bodyTooLong_isRefused()
    {
        QCOMPARE(m_service->signIn(m_email, QString(20'000, u'x')).status, 413);
    }

    void signIn_oldCost_isHashedAgain()
    {
        QVERIFY(setUserPassword(
            *m_admin, m_user, *hashPassword(Secret(QString(Password)), PasswordCost {2, 16384})));
        QCOMPARE(signIn().status, 200);
        QVERIFY((*findUser(*m_admin, m_user))->passwordHash.contains(u"m=8,t=1"_s));
        QCOMPARE(signIn().status, 200);
    }
};

QTEST_GUILESS_MAIN(tst_AuthRoutes)
#include "tst_authroutes.moc"
