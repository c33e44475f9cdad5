// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/refreshtoken.h"
#include "core/auth/signingsecret.h"
#include "core/base/workerpool.h"

#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_SigningSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("expected"); // empty: refused
        const QByteArray good = QByteArray(40, 'k');
        QTest::newRow("plain") << good << good;
        QTest::newRow("one trailing newline is the file's") << good + '\n' << good;
        QTest::newRow("a blank inside is part of it")
            << QByteArray(good).replace(7, 1, " ") << QByteArray(good).replace(7, 1, " ");
        QTest::newRow("two newlines") << good + "\n\n"
                                      << ""_ba;
        QTest::newRow("carriage return") << good + "\r\n"
                                         << ""_ba;
        QTest::newRow("leading blank") << ' ' + good << ""_ba;
        QTest::newRow("in quotes") << '"' + good + '"' << ""_ba;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + good << ""_ba;
        QTest::newRow("no-break space") << good + "\xC2\xA0"
                                        << ""_ba;
        QTest::newRow("zero width space") << good + "\xE2\x80\x8B"
                                          << ""_ba;
        QTest::newRow("31 bytes") << QByteArray(31, 'k') << ""_ba;
        QTest::newRow("empty") << ""_ba
                               << ""_ba;
    }
    void parse()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, expected);
        const auto secret = parseSigningSecret(raw, u"SIGNALBOX_JWT_SECRET"_s);
        QCOMPARE(secret ? secret->reveal().toByteArray() : QByteArray(), expected);
        if (!secret) {
            QCOMPARE(secret.error().field, u"SIGNALBOX_JWT_SECRET"_s);
            QVERIFY(!describe(secret.error()).contains(u"kkkk"_s));
        }
    }

    void loadOrCreate_makesItOnceForItsOwnerOnly()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"signing-secret"_s);
        const auto first = loadOrCreateSigningSecret(path);
        const auto again = loadOrCreateSigningSecret(path);
        QVERIFY(first && again);
        QVERIFY(*first == *again);
        QCOMPARE_GE(first->sizeBytes(), 64);
        QCOMPARE(QFile::permissions(path) & ~QFile::Permissions(0xF000), QFile::ReadUser | QFile::WriteUser);
        QCOMPARE(
            QDir(directory.path()).entryList(QDir::Files | QDir::Hidden), QStringList({u"signing-secret"_s}));
    }

    void loadOrCreate_manyStartsAtOnce_agree()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"signing-secret"_s);
        WorkerPool pool(8);
        QList<Reply<Secret>> replies;
        for (int i = 0; i < 40; ++i)
            replies << pool.run([path](std::stop_token) { return loadOrCreateSigningSecret(path); });
        pool.waitForDone();
        const auto first = replies.first().future().result();
        QVERIFY(first);
        for (const auto &reply : replies)
            QVERIFY(*reply.future().result() == *first);
    }

    void read_fileOthersMayRead_isDenied()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"signing-secret"_s);
        QVERIFY(loadOrCreateSigningSecret(path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadUser | QFile::WriteUser | QFile::ReadGroup));
        const auto secret = readSigningSecret(path);
        QVERIFY(!secret);
        QCOMPARE(secret.error().kind, Error::Kind::Denied);
    }

    void loadOrCreate_noSuchDirectory_saysSo()
    {
        const auto secret = loadOrCreateSigningSecret(u"/nonexistent/place/secret"_s);
        QVERIFY(!secret);
        QCOMPARE(secret.error().kind, Error::Kind::Unavailable);
    }

    void refreshTokens_successorIsTheSameAgainAndNeedsTheKey()
    {
        const RefreshTokenChain chain(Secret(QByteArray(40, 'k')));
        const RefreshTokenChain other(Secret(QByteArray(40, 'l')));
        const Secret first = chain.first();
        QCOMPARE(first.sizeBytes(), 43);
        QVERIFY(!(first == chain.first()));
        QVERIFY(chain.successorOf(first) == chain.successorOf(first));
        QVERIFY(!(chain.successorOf(first) == other.successorOf(first)));
        QVERIFY(!(chain.successorOf(first) == first));
        QVERIFY(RefreshTokenChain::hash(first) != RefreshTokenChain::hash(chain.successorOf(first)));
        QVERIFY(!RefreshTokenChain::hash(first).contains(QString::fromLatin1(first.reveal())));
    }
};

QTEST_APPLESS_MAIN(tst_SigningSecret)
#include "tst_signingsecret.moc"
