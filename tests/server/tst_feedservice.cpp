// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgconnection.h"
#include "tests/server/httpprobe.h"
#include "tests/server/program.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The feed inside the service: it goes live by itself, and a service that cannot have it works without.
class tst_FeedService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void database_thatCanFeed_isLive()
    {
        start(false);
        QTRY_VERIFY(get(u"/readyz"_s).contains(R"("feed":{"detail":"live")"));
        QVERIFY(get(u"/metrics"_s).contains("signalbox_feed_live 1\n"));
        const auto admin = PgConnection::open(m_database->adminConninfo());
        QVERIFY(admin);
        const auto slot = (*admin)->runSql(
            "select i.instance, s.active from pg_replication_slots s join feed_instance i using (slot_name)"
            " where s.database = current_database()");
        QVERIFY(slot);
        QCOMPARE(slot->rowCount(), 1);
        QCOMPARE(slot->text(0, 0), u"north"_s);
        QVERIFY(slot->boolean(0, 1));
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
    }

    void loginThatMayNotReplicate_isReadyAllTheSame()
    {
        start(true);
        QTRY_VERIFY(get(u"/readyz"_s).contains(R"("feed":{"detail":"not live: FEED_RIGHTS")"));
        QVERIFY(get(u"/readyz"_s).contains(R"("status":"ready")"));
        QVERIFY(get(u"/metrics"_s).contains("signalbox_feed_live 0\n"));
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
        QCOMPARE(m_service->errors().count("feed_not_live"), 1); // said once, however often it was tried
    }

    void cleanup()
    {
        m_service.reset();
        m_database.reset();
    }

private:
    void start(bool mustReadAsTheService)
    {
        auto database = TestDatabase::create();
        QVERIFY(database);
        m_database = std::move(*database);
        QHash<QString, QString> environment {{u"SIGNALBOX_DATABASE_URL"_s, m_database->adminConninfo()},
            {u"SIGNALBOX_REALTIME_INSTANCE"_s, u"north"_s}};
        if (mustReadAsTheService)
            environment.insert(u"SIGNALBOX_REALTIME_FEED_URL"_s, m_database->appConninfo());
        m_service = std::make_unique<Program>(
            u"signalboxd"_s, QStringList {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s}, environment);
        m_url = m_service->waitForLine(u"ready "_s).sliced(6);
    }
    QByteArray get(const QString &path) { return m_http.send("GET", m_url + path, {}).body; }

    HttpProbe m_http;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Program> m_service; // ends before its database
    QString m_url;
};

QTEST_GUILESS_MAIN(tst_FeedService)
#include "tst_feedservice.moc"
