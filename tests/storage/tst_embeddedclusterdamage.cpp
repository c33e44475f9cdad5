// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Kills, crashes and what they leave, for real.
#include "core/cluster/clusterpaths.h"
#include "core/cluster/clusteruser.h"
#include "core/cluster/embeddedcluster.h"
#include "core/cluster/postmasterfile.h"
#include "tests/storage/clusteryard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_EmbeddedClusterDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto prepared = m_yard.prepare();
        VERIFY_DONE(prepared);
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup() { m_yard.killAll(); }
    void cleanupTestCase() { QVERIFY(m_yard.remove()); }

    void serviceKilled_nextStartTakesOver()
    {
        const QString directory = m_yard.copy(u"service"_s);
        const auto service = startService(directory);
        QVERIFY(service->waitForReadyRead(30'000));
        QCOMPARE(service->readAll(), QByteArray("ready\n"));
        const qint64 pid = postmasterOf(directory);
        const auto address = EmbeddedCluster::find(directory);
        VERIFY_DONE(address);
        VERIFY_DONE(tell(address->adminConninfo(), "create table kept as select 42 as answer"));
        service->kill();
        QVERIFY(service->waitForFinished());
        QCOMPARE(postmasterOf(directory), pid);

        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(cluster);
        QCOMPARE(postmasterOf(directory), pid);
        QCOMPARE(ask((*cluster)->adminConninfo(), "select answer from kept"), Result<QString>(u"42"_s));
        VERIFY_DONE((*cluster)->stop());
        QCOMPARE(serversOf(ClusterPaths(directory).data), QList<qint64>());
    }

    void serverKilled_isStartedAgain()
    {
        const QString directory = m_yard.copy(u"restart"_s);
        ClusterOptions options = durable(directory);
        options.isRestarted = true;
        const auto cluster = EmbeddedCluster::start(options);
        VERIFY_DONE(cluster);
        const QString admin = (*cluster)->adminConninfo();
        VERIFY_DONE(tell(admin, "create table kept as select 42 as answer"));
        const qint64 pid = postmasterOf(directory);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cluster_lost"_s));
        QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
        QTRY_COMPARE(ask(admin, "select answer from kept"), Result<QString>(u"42"_s));
        QVERIFY(postmasterOf(directory) != pid);
        VERIFY_DONE((*cluster)->stop());
        QCOMPARE(serversOf(ClusterPaths(directory).data), QList<qint64>());
    }

    void bothKilled_nextStartRecovers()
    {
        const QString directory = m_yard.copy(u"both"_s);
        auto cluster = EmbeddedCluster::start(durable(directory));
        VERIFY_DONE(cluster);
        VERIFY_DONE(tell((*cluster)->adminConninfo(), "create table kept as select 42 as answer"));
        (*cluster)->leaveRunning();
        QCOMPARE(::kill(pid_t(postmasterOf(directory)), SIGKILL), 0);
        const auto again = EmbeddedCluster::start(durable(directory)); // its children may still be ending
        VERIFY_DONE(again);
        QCOMPARE(ask((*again)->adminConninfo(), "select answer from kept"), Result<QString>(u"42"_s));
    }

    void stalePidFile_doesNotStopTheStart_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::newRow("its process is gone") << u"gone"_s;
        QTest::newRow("its process is now another program of the same user") << u"stranger"_s;
        QTest::newRow("its process is a zombie") << u"zombie"_s;
        QTest::newRow("it holds no number") << u"garbage"_s;
    }
    void stalePidFile_doesNotStopTheStart()
    {
        QFETCH(QString, owner);
        const QString directory = m_yard.copy("stale-"_L1 + owner);
        const ClusterPaths paths(directory);
        const auto user = ClusterUser::choose(paths);
        VERIFY_DONE(user);
        const auto stranger = strangerLike(*user);
        QByteArray pid = QByteArray::number(stranger->processId());
        pid_t zombie = 0;
        if (owner == "gone"_L1) {
            stranger->kill();
            stranger->waitForFinished();
        } else if (owner == "zombie"_L1) {
            zombie = ::fork();
            if (zombie == 0)
                ::_exit(0);
            pid = QByteArray::number(zombie);
        } else if (owner == "garbage"_L1) {
            pid = "not a number";
        }
        writeAs(*user, paths.data + "/postmaster.pid"_L1,
            pid + '\n' + paths.data.toUtf8() + "\n1760000000\n5432\n" + paths.run.toUtf8()
                + "\n\n        1         1\nready   \n");
        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(cluster);
        QCOMPARE(ask((*cluster)->adminConninfo(), "select 'alive'"), Result<QString>(u"alive"_s));
        if (zombie > 0)
            ::waitpid(zombie, nullptr, 0);
        stranger->kill();
        stranger->waitForFinished();
    }

    void staleSocket_doesNotStopTheStart()
    {
        const QString directory = m_yard.copy(u"socket"_s);
        const ClusterPaths paths(directory);
        const auto user = ClusterUser::choose(paths);
        VERIFY_DONE(user);
        VERIFY_DONE(makePrivateDirectory(paths.run, *user));
        const auto stranger = strangerLike(*user);
        writeAs(*user, paths.run + "/.s.PGSQL.5432"_L1, "");
        writeAs(*user, paths.run + "/.s.PGSQL.5432.lock"_L1,
            QByteArray::number(stranger->processId()) + "\n/elsewhere\n");
        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(cluster);
        QCOMPARE(ask((*cluster)->adminConninfo(), "select 'alive'"), Result<QString>(u"alive"_s));
        stranger->kill();
        stranger->waitForFinished();
    }

    void initInterrupted_nextStartBeginsAgain()
    {
        const QString directory = m_yard.base() + "/interrupted"_L1;
        const auto service = startService(directory);
        QTRY_VERIFY(!halfMade(directory).isEmpty());
        service->kill();
        QVERIFY(service->waitForFinished());
        QVERIFY(!QFile::exists(directory + "/pg"_L1));
        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(cluster);
        QCOMPARE(halfMade(directory), QStringList());
        QCOMPARE(ask((*cluster)->adminConninfo(), "select current_database()::text"),
            Result<QString>(u"signalbox"_s));
    }

    // A full disk, as far as a test can make one: no file may grow beyond 64 kB.
    void initFails_errorCarriesItsOutput()
    {
        const QString directory = m_yard.base() + "/full"_L1;
        rlimit before {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit tight {64 * 1024, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!cluster);
        QCOMPARE(cluster.error().kind, Error::Kind::Unavailable);
        QCOMPARE(cluster.error().code, u"CLUSTER_INIT"_s);
        QVERIFY2(
            cluster.error().detail.contains("initdb"_L1) && cluster.error().detail.contains("exit code"_L1),
            qPrintable(cluster.error().detail));
        QVERIFY(!QFile::exists(directory + "/pg"_L1));
        QCOMPARE(halfMade(directory), QStringList());
    }

    void startFails_errorCarriesTheLog()
    {
        const QString directory = m_yard.copy(u"broken"_s);
        const auto user = ClusterUser::choose(ClusterPaths(directory));
        VERIFY_DONE(user);
        writeAs(*user, directory + "/pg/postgresql.auto.conf"_L1, "no_such_setting = 1\n");
        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        QVERIFY(!cluster);
        QCOMPARE(cluster.error().kind, Error::Kind::Unavailable);
        QCOMPARE(cluster.error().code, u"CLUSTER_START"_s);
        QVERIFY2(cluster.error().detail.contains("no_such_setting"_L1), qPrintable(cluster.error().detail));
    }

private:
    ClusterYard m_yard;
};

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--serve") == 0)
        return serveCluster(argv[2]);
    QCoreApplication application(argc, argv);
    tst_EmbeddedClusterDamage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_embeddedclusterdamage.moc"
