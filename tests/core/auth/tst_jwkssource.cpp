// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/jwkssource.h"
#include "tests/core/auth/keyserver.h"
#include "tests/core/auth/signingkeys.h"
#include "tests/support/manualclock.h"
#include "tests/support/waitlimit.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_JwksSource : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;
    SigningKeyPair m_old = SigningKeyPair::p256();
    SigningKeyPair m_new = SigningKeyPair::p256();
    std::unique_ptr<KeyServer> m_server;
    std::unique_ptr<JwksSource> m_source;

    ParsedJwt token(const SigningKeyPair &pair, const QString &keyId) const
    {
        return *parseJwt(pair.sign({{u"alg"_s, u"ES256"_s}, {u"kid"_s, keyId}}, {{u"sub"_s, u"x"_s}}));
    }
    Result<bool> isSigned(const ParsedJwt &token)
    {
        const auto reply = m_source->keysFor(token);
        if (!QTest::qWaitFor([&] { return reply.isFinished(); }, WaitLimit))
            return Error::internal(u"no answer"_s);
        const auto keys = reply.future().result();
        if (!keys)
            return keys.error();
        const PublicKey *key = keys->find(token);
        return key && key->verifies(token);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<KeyServer>();
        m_server->serve({m_old.jwk(u"old"_s)});
        m_source = std::make_unique<JwksSource>(m_server->address(), m_clock);
    }

    void keysFor_asksOnceForManyTokens()
    {
        QList<Reply<JwkSet>> replies;
        for (int i = 0; i < 20; ++i)
            replies << m_source->keysFor(token(m_old, u"old"_s));
        QTRY_VERIFY(std::all_of(
            replies.begin(), replies.end(), [](const auto &reply) { return reply.isFinished(); }));
        QCOMPARE(*isSigned(token(m_old, u"old"_s)), true);
        QCOMPARE(m_server->requests, 1);
    }

    void keysFor_rotatedKey_isReadAtOnce()
    {
        QVERIFY(*isSigned(token(m_old, u"old"_s)));
        m_server->serve({m_old.jwk(u"old"_s), m_new.jwk(u"new"_s)});
        m_clock.advance(31s);
        QCOMPARE(*isSigned(token(m_new, u"new"_s)), true);
        QCOMPARE(m_server->requests, 2);
    }

    void keysFor_madeUpKeyIds_askAtMostEveryThirtySeconds()
    {
        QVERIFY(*isSigned(token(m_old, u"old"_s)));
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(*isSigned(token(m_new, u"made-up-%1"_s.arg(i))), false);
            m_clock.advance(1s);
        }
        QCOMPARE_LE(m_server->requests, 3);
    }

    void keysFor_issuerDown_oldKeysServeOnForADay()
    {
        QVERIFY(*isSigned(token(m_old, u"old"_s)));
        m_server->close();
        m_clock.advance(1h);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"jwks_unreadable.*\"keptOld\":true"_s));
        QCOMPARE(*isSigned(token(m_old, u"old"_s)), true);
        QTRY_VERIFY(!m_source->isReading());
        QCOMPARE(m_source->fetchCount(), 2);
        m_clock.advance(24h);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"jwks_unreadable.*\"keptOld\":false"_s));
        const auto late = isSigned(token(m_old, u"old"_s));
        QVERIFY(!late);
        QCOMPARE(late.error().kind, Error::Kind::Unavailable);
    }

    void keysFor_badAnswers_areUnavailable_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("server error") << "500 Internal Server Error"_ba
                                      << "{}"_ba;
        QTest::newRow("elsewhere") << "302 Found"_ba
                                   << ""_ba;
        QTest::newRow("not JSON") << "200 OK"_ba
                                  << "<html>"_ba;
        QTest::newRow("no usable key") << "200 OK"_ba
                                       << "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"_ba;
        QTest::newRow("a point off the curve")
            << "200 OK"_ba
            << "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":"
               "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE\","
               "\"y\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE\"}]}"_ba;
        QTest::newRow("too long") << "200 OK"_ba << QByteArray(600'000, ' ');
    }
    void keysFor_badAnswers_areUnavailable()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        m_server->status = status;
        m_server->body = body;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"jwks_unreadable"_s));
        const auto answer = isSigned(token(m_old, u"old"_s));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(tst_JwksSource)

#include "tst_jwkssource.moc"
