// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/tokenverifier.h"
#include "tests/core/auth/keyserver.h"
#include "tests/core/auth/signingkeys.h"
#include "tests/support/manualclock.h"
#include "tests/support/waitlimit.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Person = u"11111111-1111-4111-8111-111111111111"_s;
const QString Session = u"22222222-2222-4222-8222-222222222222"_s;

Secret ourSecret()
{
    return Secret("our-own-signing-secret-of-48-bytes-0123456789abcd"_ba);
}

QByteArray part(const QJsonObject &object)
{
    return encodeBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

class tst_TokenVerifier : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;
    SigningKeyPair m_rsa = SigningKeyPair::rsa();
    SigningKeyPair m_otherRsa = SigningKeyPair::rsa();
    SigningKeyPair m_weakRsa = SigningKeyPair::rsa(1024);
    SigningKeyPair m_ec = SigningKeyPair::p256();
    SigningKeyPair m_otherEc = SigningKeyPair::p256();
    KeyServer m_issuer;
    std::unique_ptr<TokenVerifier> m_verifier;

    qint64 second(std::chrono::seconds offset = 0s) const
    {
        return std::chrono::floor<std::chrono::seconds>(m_clock.now()).time_since_epoch().count()
            + offset.count();
    }
    QJsonObject ownClaims(const QJsonObject &changes = {}) const
    {
        QJsonObject claims {{u"sub"_s, Person}, {u"session_id"_s, Session}, {u"role"_s, u"authenticated"_s},
            {u"aud"_s, u"authenticated"_s}, {u"iat"_s, second()}, {u"exp"_s, second(1h)}};
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            if (it->isUndefined() || it->toString() == "(absent)"_L1)
                claims.remove(it.key());
            else
                claims[it.key()] = *it;
        }
        return claims;
    }
    QByteArray own(const QJsonObject &changes = {}) const
    {
        return signHs256(ownClaims(changes), ourSecret());
    }
    QByteArray withHeader(const QJsonObject &header, const QByteArray &key) const
    {
        const QByteArray input = part(header) + '.' + part(ownClaims());
        return input + '.' + encodeBase64Url(hmacSha256(input, Secret(key)));
    }
    QJsonObject outsideClaims(const QJsonObject &changes = {}) const
    {
        QJsonObject claims {{u"sub"_s, Person}, {u"iss"_s, u"https://issuer.example"_s},
            {u"aud"_s, u"signalbox"_s}, {u"exp"_s, second(1h)}};
        for (auto it = changes.begin(); it != changes.end(); ++it)
            claims[it.key()] = *it;
        return claims;
    }
    QByteArray outside(const SigningKeyPair &pair, const QString &algorithm, const QString &keyId,
        const QJsonObject &changes = {}) const
    {
        return pair.sign({{u"alg"_s, algorithm}, {u"kid"_s, keyId}}, outsideClaims(changes));
    }
    Result<TokenClaims> verified(const QByteArray &token)
    {
        const auto reply = m_verifier->verify(token);
        if (!QTest::qWaitFor([&] { return reply.isFinished(); }, WaitLimit))
            return Error::internal(u"no answer"_s);
        return reply.future().result();
    }

private Q_SLOTS:
    void init()
    {
        m_clock = ManualClock();
        m_issuer.requests = 0;
        m_issuer.serve({m_rsa.jwk(u"rsa-1"_s), m_ec.jwk(u"ec-1"_s), m_weakRsa.jwk(u"weak"_s),
            QJsonObject {{u"kty"_s, u"oct"_s}, {u"kid"_s, u"oct-1"_s}, {u"alg"_s, u"HS256"_s},
                {u"k"_s, u"c2VjcmV0"_s}}});
        m_verifier = std::make_unique<TokenVerifier>(ourSecret(), m_clock, 10s);
        m_verifier->addOutsideIssuer({u"https://issuer.example"_s, u"signalbox"_s, m_issuer.address()});
    }

    void verify_issuedToken_saysWhoAndWhichSession()
    {
        const UserId user {newUuid()};
        const SessionId session {newUuid()};
        const auto issued = TokenIssuer(ourSecret(), m_clock).accessToken(user, session);
        const auto claims = verified(issued.token.reveal().toByteArray());
        QVERIFY(claims);
        QCOMPARE(
            *claims, (TokenClaims {TokenRole::Authenticated, user, session, {}, issued.expiresAt, false}));
        QCOMPARE(issued.expiresAt, std::chrono::floor<std::chrono::seconds>(m_clock.now()) + 1h);
    }

    void issuedToken_carriesTheAgreedClaimsAndNothingPersonal()
    {
        const auto issued = TokenIssuer(ourSecret(), m_clock).accessToken({newUuid()}, {newUuid()});
        const auto parsed = parseJwt(issued.token.reveal());
        QVERIFY(parsed);
        QCOMPARE(parsed->claims.keys(),
            QStringList({u"aud"_s, u"exp"_s, u"iat"_s, u"role"_s, u"session_id"_s, u"sub"_s}));
    }

    void verify_projectKey_isNobody()
    {
        const auto claims
            = verified(TokenIssuer(ourSecret(), m_clock).projectKey().token.reveal().toByteArray());
        QVERIFY(claims);
        QCOMPARE(claims->role, TokenRole::Anon);
        QVERIFY(claims->user.isNull());
    }

    void verify_serviceToken_isBoundToItsWorkspace()
    {
        const TokenIssuer issuer(ourSecret(), m_clock);
        const WorkspaceId workspace {newUuid()};
        const auto bound = verified(issuer.serviceToken(workspace).token.reveal().toByteArray());
        const auto free = verified(issuer.serviceToken({}).token.reveal().toByteArray());
        QVERIFY(bound && free);
        QCOMPARE(bound->role, TokenRole::Service);
        QCOMPARE(bound->workspace, std::optional(workspace));
        QCOMPARE(free->workspace, std::nullopt);
    }

    void verify_refuses_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("fault");
        const QByteArray good = own();
        const QByteArray head = good.first(good.indexOf('.'));
        const QByteArray body = good.sliced(head.size() + 1, good.lastIndexOf('.') - head.size() - 1);
        const QByteArray mac = good.sliced(good.lastIndexOf('.') + 1);
        const QByteArray secret = ourSecret().reveal().toByteArray();
        const auto none = [&](const QString &name) {
            return part({{u"alg"_s, name}, {u"typ"_s, u"JWT"_s}}) + '.' + body;
        };

        QTest::newRow("nothing at all") << ""_ba << u"malformed"_s;
        QTest::newRow("two parts") << head + '.' + body << u"malformed"_s;
        QTest::newRow("four parts") << good + ".x" << u"malformed"_s;
        QTest::newRow("padding") << good + "=" << u"malformed"_s;
        QTest::newRow("a blank in it") << head + ". " + body + '.' + mac << u"malformed"_s;
        QTest::newRow("standard base64 alphabet") << head + '.' + "+/+/" + '.' + mac << u"malformed"_s;
        QTest::newRow("header is a JSON array")
            << encodeBase64Url("[]") + '.' + body + '.' + mac << u"malformed"_s;
        QTest::newRow("claims are not JSON")
            << head + '.' + encodeBase64Url("sub") + '.' + mac << u"malformed"_s;
        QTest::newRow("longer than 8 KB") << head + '.' + QByteArray(9000, 'A') + '.' + mac << u"malformed"_s;
        QTest::newRow("alg none, no signature") << none(u"none"_s) + '.' << u"algorithm"_s;
        QTest::newRow("alg None") << none(u"None"_s) + '.' << u"algorithm"_s;
        QTest::newRow("alg nOnE with the good MAC") << none(u"nOnE"_s) + '.' + mac << u"algorithm"_s;
        QTest::newRow("alg empty") << none(u""_s) + '.' + mac << u"algorithm"_s;
        QTest::newRow("alg missing") << withHeader({{u"typ"_s, u"JWT"_s}}, secret) << u"algorithm"_s;
        QTest::newRow("alg is a list")
            << withHeader({{u"alg"_s, QJsonArray {u"HS256"_s}}}, secret) << u"algorithm"_s;
        QTest::newRow("alg hs256 in lower case")
            << withHeader({{u"alg"_s, u"hs256"_s}}, secret) << u"algorithm"_s;
        QTest::newRow("alg HS512") << withHeader({{u"alg"_s, u"HS512"_s}}, secret) << u"algorithm"_s;
        QTest::newRow("alg PS256") << outside(m_rsa, u"PS256"_s, u"rsa-1"_s) << u"algorithm"_s;
        QTest::newRow("crit header") << withHeader(
            {{u"alg"_s, u"HS256"_s}, {u"crit"_s, QJsonArray {u"exp"_s}}}, secret)
                                     << u"algorithm"_s;
        QTest::newRow("b64 false") << withHeader({{u"alg"_s, u"HS256"_s}, {u"b64"_s, false}}, secret)
                                   << u"algorithm"_s;
        QTest::newRow("another type")
            << withHeader({{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"dpop+jwt"_s}}, secret) << u"algorithm"_s;
        QTest::newRow("another secret")
            << signHs256(ownClaims(), Secret("another-secret-of-enough-bytes-0123456789"_ba))
            << u"signature"_s;
        QTest::newRow("empty secret")
            << signHs256(ownClaims(), Secret(QByteArray(1, '\0'))) << u"signature"_s;
        QTest::newRow("signature cut") << good.chopped(8) << u"signature"_s;
        QTest::newRow("signature empty") << head + '.' + body + '.' << u"signature"_s;
        QTest::newRow("claims exchanged")
            << head + '.' + part(ownClaims({{u"sub"_s, Session}})) + '.' + mac << u"signature"_s;
        QTest::newRow("confusion: the RSA public key as HMAC secret")
            << withHeader({{u"alg"_s, u"HS256"_s}, {u"kid"_s, u"rsa-1"_s}}, m_rsa.publicPem())
            << u"signature"_s;
        QTest::newRow("confusion: a symmetric key of the issuer's set")
            << withHeader({{u"alg"_s, u"HS256"_s}, {u"kid"_s, u"oct-1"_s}}, "secret"_ba) << u"signature"_s;
        QTest::newRow("key brought along in the header")
            << m_otherRsa.sign({{u"alg"_s, u"RS256"_s}, {u"jwk"_s, m_otherRsa.jwk(u"x"_s)}}, outsideClaims())
            << u"signature"_s;
        QTest::newRow("key fetched from the token's own address") << m_otherRsa.sign(
            {{u"alg"_s, u"RS256"_s}, {u"jku"_s, u"http://attacker.example/jwks"_s}}, outsideClaims())
                                                                  << u"signature"_s;
        QTest::newRow("expired beyond the leeway") << own({{u"exp"_s, second(-10s)}}) << u"expired"_s;
        QTest::newRow("exp missing") << own({{u"exp"_s, u"(absent)"_s}}) << u"claims"_s;
        QTest::newRow("exp as text") << own({{u"exp"_s, QString::number(second(1h))}}) << u"claims"_s;
        QTest::newRow("exp beyond all time") << own({{u"exp"_s, 1e300}}) << u"claims"_s;
        QTest::newRow("exp negative") << own({{u"exp"_s, -1}}) << u"claims"_s;
        QTest::newRow("exp null") << own({{u"exp"_s, QJsonValue::Null}}) << u"claims"_s;
        QTest::newRow("not valid yet") << own({{u"nbf"_s, second(11s)}}) << u"claims"_s;
        QTest::newRow("nbf as text") << own({{u"nbf"_s, u"0"_s}}) << u"claims"_s;
        QTest::newRow("another audience") << own({{u"aud"_s, u"other"_s}}) << u"claims"_s;
        QTest::newRow("a list of other audiences")
            << own({{u"aud"_s, QJsonArray {u"a"_s, u"b"_s}}}) << u"claims"_s;
        QTest::newRow("sub missing") << own({{u"sub"_s, u"(absent)"_s}}) << u"claims"_s;
        QTest::newRow("sub not a uuid") << own({{u"sub"_s, u"1 or 1=1"_s}}) << u"claims"_s;
        QTest::newRow("sub nil") << own({{u"sub"_s, u"00000000-0000-0000-0000-000000000000"_s}})
                                 << u"claims"_s;
        QTest::newRow("session not a uuid") << own({{u"session_id"_s, u"x"_s}}) << u"claims"_s;
        QTest::newRow("session null") << own({{u"session_id"_s, QJsonValue::Null}}) << u"claims"_s;
        QTest::newRow("role missing") << own({{u"role"_s, u"(absent)"_s}}) << u"claims"_s;
        QTest::newRow("role unknown") << own({{u"role"_s, u"postgres"_s}}) << u"claims"_s;
        QTest::newRow("service bound to nonsense")
            << own({{u"role"_s, u"service"_s}, {u"workspace"_s, u"*"_s}}) << u"claims"_s;
        QTest::newRow("outside: unknown issuer")
            << outside(m_rsa, u"RS256"_s, u"rsa-1"_s, {{u"iss"_s, u"https://issuer.example.evil"_s}})
            << u"key"_s;
        QTest::newRow("outside: no issuer")
            << outside(m_rsa, u"RS256"_s, u"rsa-1"_s, {{u"iss"_s, QJsonValue::Null}}) << u"key"_s;
        QTest::newRow("outside: key id unknown") << outside(m_rsa, u"RS256"_s, u"rsa-9"_s) << u"key"_s;
        QTest::newRow("outside: key of the other algorithm")
            << outside(m_rsa, u"RS256"_s, u"ec-1"_s) << u"key"_s;
        QTest::newRow("outside: RSA key of 1024 bits")
            << outside(m_weakRsa, u"RS256"_s, u"weak"_s) << u"key"_s;
        QTest::newRow("outside: RSA signed by another")
            << outside(m_otherRsa, u"RS256"_s, u"rsa-1"_s) << u"signature"_s;
        QTest::newRow("outside: EC signed by another")
            << outside(m_otherEc, u"ES256"_s, u"ec-1"_s) << u"signature"_s;
        QTest::newRow("outside: ES256 with an RSA signature")
            << m_rsa.sign({{u"alg"_s, u"ES256"_s}, {u"kid"_s, u"ec-1"_s}}, outsideClaims()) << u"signature"_s;
        QTest::newRow("outside: EC signature of zeros") << [&] {
            const QByteArray token = outside(m_ec, u"ES256"_s, u"ec-1"_s);
            return token.first(token.lastIndexOf('.') + 1) + encodeBase64Url(QByteArray(64, '\0'));
        }() << u"signature"_s;
        QTest::newRow("outside: another audience")
            << outside(m_rsa, u"RS256"_s, u"rsa-1"_s, {{u"aud"_s, u"other"_s}}) << u"claims"_s;
        QTest::newRow("outside: no audience")
            << outside(m_rsa, u"RS256"_s, u"rsa-1"_s, {{u"aud"_s, QJsonValue::Null}}) << u"claims"_s;
        QTest::newRow("outside: claims to be a service")
            << outside(m_rsa, u"RS256"_s, u"rsa-1"_s, {{u"role"_s, u"service"_s}}) << u"claims"_s;
        QTest::newRow("outside: expired")
            << outside(m_ec, u"ES256"_s, u"ec-1"_s, {{u"exp"_s, second(-1h)}}) << u"expired"_s;
    }
    void verify_refuses()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, fault);
        const auto claims = verified(token);
        QVERIFY(!claims);
        QCOMPARE(claims.error().kind, Error::Kind::Unauthenticated);
        QCOMPARE(claims.error().code, u"bad_jwt"_s);
        QCOMPARE(claims.error().field, fault);
    }

    void verify_accepts_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("isOutside");
        QTest::newRow("own") << own() << false;
        QTest::newRow("own, expired within the leeway") << own({{u"exp"_s, second(-9s)}}) << false;
        QTest::newRow("own, valid within the leeway") << own({{u"nbf"_s, second(10s)}}) << false;
        QTest::newRow("own, audience in a list")
            << own({{u"aud"_s, QJsonArray {u"x"_s, u"authenticated"_s}}}) << false;
        QTest::newRow("own, signed by an operator: no audience, no session")
            << own({{u"aud"_s, u"(absent)"_s}, {u"session_id"_s, u"(absent)"_s}}) << false;
        QTest::newRow("own, fractions of a second") << own({{u"exp"_s, double(second(1h)) + 0.5}}) << false;
        QTest::newRow("RS256") << outside(m_rsa, u"RS256"_s, u"rsa-1"_s) << true;
        QTest::newRow("ES256") << outside(m_ec, u"ES256"_s, u"ec-1"_s) << true;
        QTest::newRow("ES256 without a key id, only one fits")
            << m_ec.sign({{u"alg"_s, u"ES256"_s}}, outsideClaims()) << true;
        QTest::newRow("RS256, role authenticated")
            << outside(m_rsa, u"RS256"_s, u"rsa-1"_s, {{u"role"_s, u"authenticated"_s}}) << true;
    }
    void verify_accepts()
    {
        QFETCH(QByteArray, token);
        QFETCH(bool, isOutside);
        const auto claims = verified(token);
        QVERIFY2(claims, claims ? "" : qPrintable(describe(claims.error())));
        QCOMPARE(claims->user.toString(), Person);
        QCOMPARE(claims->isOutside, isOutside);
    }

    void leeway_isClampedToThirtySeconds()
    {
        const TokenVerifier generous(ourSecret(), m_clock, 3600s);
        const TokenVerifier strict(ourSecret(), m_clock, -60s);
        QVERIFY(generous.verifyOwn(own({{u"exp"_s, second(-29s)}})));
        QVERIFY(!generous.verifyOwn(own({{u"exp"_s, second(-30s)}})));
        QVERIFY(!strict.verifyOwn(own({{u"exp"_s, second()}})));
        QVERIFY(strict.verifyOwn(own({{u"exp"_s, second(1s)}})));
    }

    void verify_outsideTokenWithoutIssuersConfigured_isRefused()
    {
        TokenVerifier alone(ourSecret(), m_clock);
        const auto reply = alone.verify(outside(m_rsa, u"RS256"_s, u"rsa-1"_s));
        QVERIFY(reply.isFinished());
        QCOMPARE(reply.future().result().error().field, u"key"_s);
        QCOMPARE(m_issuer.requests, 0);
    }
};

QTEST_GUILESS_MAIN(tst_TokenVerifier)

#include "tst_tokenverifier.moc"
