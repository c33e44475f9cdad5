// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/workerpool.h"
#include "core/storage/rediscache.h"
#include "tests/support/racers.h"
#include "tests/support/redisserver.h"
#include "tests/support/waitlimit.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtNetwork/QLocalServer>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_RedisCache : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock; // real sockets, real time
    std::unique_ptr<RedisServer> m_server;

    std::unique_ptr<RedisCache> newCache()
    {
        return std::make_unique<RedisCache>(*parseRedisUrl(m_server->url()), m_clock,
            RedisCache::Options {.timeout = 500ms, .firstPause = 20ms, .longestPause = 40ms});
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto server = RedisServer::start();
        QVERIFY2(server, server ? "" : qPrintable(describe(server.error())));
        m_server = std::move(*server);
    }

    void parseRedisUrl_reads_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isGood");
        QTest::addColumn<QString>("seen");
        QTest::newRow("socket") << u"unix:///run/redis.sock"_s << true << u"/run/redis.sock||6379|||0"_s;
        QTest::newRow("host") << u"redis://cache"_s << true << u"|cache|6379|||0"_s;
        QTest::newRow("everything") << u"redis://me:p%40ss@10.0.0.1:7000/3"_s << true
                                    << u"|10.0.0.1|7000|me|p@ss|3"_s;
        QTest::newRow("password alone") << u"redis://:secret@cache"_s << true << u"|cache|6379||secret|0"_s;
        QTest::newRow("TLS") << u"rediss://cache"_s << false << u""_s;
        QTest::newRow("no scheme") << u"cache:6379"_s << false << u""_s;
        QTest::newRow("relative socket") << u"unix://run/redis.sock"_s << false << u""_s;
        QTest::newRow("database by name") << u"redis://cache/main"_s << false << u""_s;
        QTest::newRow("empty") << u""_s << false << u""_s;
    }
    void parseRedisUrl_reads()
    {
        QFETCH(QString, url);
        QFETCH(bool, isGood);
        QFETCH(QString, seen);
        const auto address = parseRedisUrl(url);
        QCOMPARE(address.has_value(), isGood);
        if (address)
            QCOMPARE((QStringList {address->socketPath, address->host, QString::number(address->port),
                          address->user, address->password, QString::number(address->database)})
                         .join(u'|'),
                seen);
    }

    void storeNewer_keepsTheLaterTime()
    {
        const auto cache = newCache();
        const auto value = [](int time, const QByteArray &rest) {
            return QByteArray::number(time).rightJustified(CacheStore::StampBytes, '0') + rest;
        };
        const QByteArray key = "newest";
        cache->storeNewer(key, value(9, QByteArray(" a\0b", 4)), 1min);
        QCOMPARE(cache->find(key), std::optional(value(9, QByteArray(" a\0b", 4))));
        cache->storeNewer(key, value(10, " later"), 1min);
        cache->storeNewer(key, value(9, " earlier"), 1min);
        QCOMPARE(cache->find(key), std::optional(value(10, " later")));
        cache->storeNewer(key, value(10, " the same"), 1min);
        QCOMPARE(cache->find(key), std::optional(value(10, " the same")));
        cache->storeNewer("brief", value(1, {}), 1ms);
        QTRY_COMPARE(cache->find("brief"), std::nullopt);
        QCOMPARE(cache->figures().failures, 0u);
    }

    void find_givesWhatWasStored_bytesAndAll()
    {
        const auto cache = newCache();
        const QByteArray key("a key:\r\n\0with bytes", 19);
        const QByteArray value("\0\r\n\xff and more", 14);
        QCOMPARE(cache->find(key), std::nullopt);
        cache->store(key, value, 1min);
        QCOMPARE(cache->find(key), std::optional(value));
        cache->store(key, QByteArray(), 1min);
        QCOMPARE(cache->find(key), std::optional(QByteArray("")));
        QCOMPARE(cache->figures().failures, 0u);
        QCOMPARE(cache->figures().hits, 2u);
        QCOMPARE(cache->figures().misses, 1u);
    }

    void store_runsOut()
    {
        const auto cache = newCache();
        cache->store("short", "value", 30ms);
        QCOMPARE(cache->find("short"), std::optional("value"_ba));
        QTRY_COMPARE(cache->find("short"), std::nullopt);
    }

    void store_withoutTimeOrTooLarge_isNotDone()
    {
        const auto cache = newCache();
        cache->store("never", "value", 0ms);
        QCOMPARE(cache->find("never"), std::nullopt);
        cache->store("large", QByteArray(5 << 20, 'x'), 1min);
        QCOMPARE(cache->find("large"), std::nullopt);
        QCOMPARE(cache->figures().failures, 0u);
    }

    void find_fromManyThreads()
    {
        const auto cache = newCache();
        WorkerPool pool(8);
        QList<Reply<bool>> replies;
        for (int i = 0; i < 400; ++i) {
            replies << pool.run([&cache, i](std::stop_token) -> Result<bool> {
                const QByteArray key = "thread:" + QByteArray::number(i % 20);
                cache->store(key, key, 1min);
                return cache->find(key) == std::optional(key);
            });
        }
        pool.waitForDone();
        for (const auto &reply : replies)
            QVERIFY(*reply.future().result());
    }

    void killed_isAMiss_andComesBackByItself()
    {
        const auto cache = newCache();
        cache->store("key", "before", 1min);
        QCOMPARE(cache->find("key"), std::optional("before"_ba));
        m_server->kill();
        for (int i = 0; i < 20; ++i) {
            cache->store("key", "lost", 1min);
            QCOMPARE(cache->find("key"), std::nullopt);
        }
        QVERIFY(cache->figures().failures > 0);
        QVERIFY(cache->figures().skipped > 0);
        QVERIFY(m_server->restart());
        QTRY_VERIFY((cache->store("key", "after", 1min), cache->find("key") == std::optional("after"_ba)));
    }

    void killedUnderLoad_neverBlocksNorFails()
    {
        const auto cache = newCache();
        std::atomic<int> rounds = 0;
        Racers users;
        for (int i = 0; i < 4; ++i) {
            users.start([&, i]() -> Result<void> {
                const QByteArray key = "load:" + QByteArray::number(i);
                while (!users.areOver()) {
                    cache->store(key, key, 1min);
                    const auto found = cache->find(key);
                    if (found && *found != key)
                        return Error::internal(u"another key's value"_s);
                    ++rounds;
                }
                return {};
            });
        }
        QTRY_VERIFY(rounds > 100);
        m_server->kill();
        const int atKill = rounds;
        QTRY_VERIFY(rounds > atKill + 1000); // misses at no cost
        QVERIFY(m_server->restart());
        const auto hits = cache->figures().hits;
        QTRY_VERIFY(cache->figures().hits > hits + 100);
        QCOMPARE(users.join(), QString());
    }

    void silentServer_costsOneTimeout()
    {
        // Takes connections and never answers: a Redis that hangs.
        const QTemporaryDir directory;
        QLocalServer silent;
        QVERIFY(silent.listen(directory.filePath(u"silent.sock"_s)));
        RedisCache cache(*parseRedisUrl(u"unix://"_s + silent.fullServerName()), m_clock);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(cache.find("key"), std::nullopt);
        QVERIFY2(timer.elapsed() >= 40, "it did not even wait for an answer");
        QVERIFY2(timer.elapsed() < WaitLimit, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(cache.find("key"), std::nullopt);
        QCOMPARE(cache.figures().failures, 1u);
        QCOMPARE(cache.figures().skipped, 1u);
    }

    void scriptsThatAreForbidden_keepNothingNewer_andTheRestServes()
    {
        const auto allow = [this](const QString &rule) {
            QProcess client;
            client.start(u"redis-cli"_s,
                {u"-s"_s, m_server->socketPath(), u"ACL"_s, u"SETUSER"_s, u"default"_s, rule});
            return client.waitForFinished() && client.readAll().trimmed() == "OK";
        };
        QVERIFY(allow(u"-eval"_s));
        const auto cache = newCache();
        cache->storeNewer("scripted", QByteArray(16, 'x'), 1min);
        cache->store("plain", "value", 1min);
        QCOMPARE(cache->find("plain"), "value");
        QCOMPARE(cache->find("scripted"), std::nullopt);
        QCOMPARE(cache->figures().failures, 1u);
        QCOMPARE(cache->figures().skipped, 0u);
        QVERIFY(allow(u"+eval"_s));
    }

    void refusal_isAFailureNotAValue()
    {
        RedisCache wrongDatabase(
            [&] {
                auto address = *parseRedisUrl(m_server->url());
                address.database = 9999; // there are sixteen
                return address;
            }(),
            m_clock);
        wrongDatabase.store("key", "value", 1min);
        QCOMPARE(wrongDatabase.find("key"), std::nullopt);
        QVERIFY(wrongDatabase.figures().failures > 0);
    }
};

QTEST_GUILESS_MAIN(tst_RedisCache)

#include "tst_rediscache.moc"
