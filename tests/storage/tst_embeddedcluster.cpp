// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/clusterpaths.h"
#include "core/cluster/clusteruser.h"
#include "core/cluster/embeddedcluster.h"
#include "core/cluster/postmasterfile.h"
#include "tests/storage/clusteryard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

// What lies below a directory: names, sizes and times.
QStringList contents(const QString &directory)
{
    QProcess find;
    find.start(u"find"_s, {directory, u"-printf"_s, u"%P %y %s %T@\\n"_s});
    find.waitForFinished();
    QStringList lines = QString::fromUtf8(find.readAll()).split(u'\n');
    lines.sort();
    return lines;
}

// The inodes of every TCP socket of this machine that listens (state 0A).
QStringList listeningTcpInodes()
{
    QStringList inodes;
    for (const QString &table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QString &line : QString::fromLatin1(file.readAll()).split(u'\n')) {
            const QStringList fields = line.simplified().split(u' ');
            if (fields.value(3) == "0A"_L1)
                inodes += fields.value(9);
        }
    }
    return inodes;
}

QStringList socketInodes(qint64 pid)
{
    QStringList inodes;
    const QDir descriptors(u"/proc/%1/fd"_s.arg(pid));
    for (const QString &name :
        descriptors.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        char target[64] = {};
        const QByteArray path = QFile::encodeName(descriptors.filePath(name));
        if (::readlink(path.constData(), target, sizeof target - 1) > 0
            && qstrncmp(target, "socket:[", 8) == 0)
            inodes += QString::fromLatin1(target + 8).chopped(1);
    }
    return inodes;
}

// Holds 127.0.0.1:5432, or fails because a server of this machine already does; it is taken either way.
int occupyPostgresPort()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(5432);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        ::listen(listener, 1);
    return listener;
}

} // namespace

class tst_EmbeddedCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStringList told;
        const auto prepared = m_yard.prepare(&told);
        VERIFY_DONE(prepared);
        QVERIFY2(
            told.join(u'\n').contains("creating a PostgreSQL 15 cluster"_L1), qPrintable(told.join(u'\n')));
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup() { m_yard.killAll(); }
    void cleanupTestCase() { QVERIFY(m_yard.remove()); }

    void start_answersAsAdminAndService()
    {
        const auto cluster = EmbeddedCluster::start(throwaway(m_yard.copy(u"roles"_s)));
        VERIFY_DONE(cluster);
        QCOMPARE(ask((*cluster)->adminConninfo(), "select session_user || ' ' || current_database()"),
            Result<QString>(u"postgres signalbox"_s));
        QCOMPARE(ask((*cluster)->conninfo(u"signalbox_app"_s), "select session_user::text"),
            Result<QString>(u"signalbox_app"_s));
        QCOMPARE(ask((*cluster)->adminConninfo(), "show wal_level"), Result<QString>(u"logical"_s));
        QVERIFY(!ask((*cluster)->conninfo(u"signalbox_owner"_s), "select 1"));
    }

    void start_runsUnprivilegedInASessionOfItsOwn()
    {
        const QString directory = m_yard.copy(u"process"_s);
        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(cluster);
        const qint64 pid = postmasterOf(directory);
        QFile status(u"/proc/%1/status"_s.arg(pid));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray text = status.readAll();
        QVERIFY2(!text.contains("\nUid:\t0\t") && !text.contains("\nGid:\t0\t"), text.constData());
        QVERIFY(::getsid(pid_t(pid)) != ::getsid(0)); // so a Ctrl+C on our terminal does not reach it
        QVERIFY(::getpgid(pid_t(pid)) != ::getpgrp());
    }

    void start_portTaken_needsNone()
    {
        const int listener = occupyPostgresPort();
        const QString directory = m_yard.copy(u"port"_s);
        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(cluster);
        const QStringList listening = listeningTcpInodes();
        QVERIFY(!listening.isEmpty());
        for (const qint64 pid : serversOf(ClusterPaths(directory).data)) {
            for (const QString &inode : socketInodes(pid))
                QVERIFY2(!listening.contains(inode), qPrintable(u"process %1 listens on TCP"_s.arg(pid)));
        }
        ::close(listener);
    }

    void start_environmentOfAnotherServer_isIgnored()
    {
        qputenv("PGDATA", "/nonexistent");
        qputenv("PGOPTIONS", "-c bogus=1");
        qputenv("PGPORT", "1");
        const auto cluster = EmbeddedCluster::start(throwaway(m_yard.copy(u"environment"_s)));
        for (const char *name : {"PGDATA", "PGOPTIONS", "PGPORT"})
            qunsetenv(name);
        VERIFY_DONE(cluster);
    }

    void stop_leavesNothingRunning()
    {
        const QString directory = m_yard.copy(u"stop"_s);
        auto cluster = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(cluster);
        const auto found = EmbeddedCluster::find(directory);
        VERIFY_DONE(found);
        QCOMPARE(*found, (*cluster)->address());
        VERIFY_DONE((*cluster)->stop());
        QCOMPARE(serversOf(ClusterPaths(directory).data), QList<qint64>());
        QCOMPARE(EmbeddedCluster::find(directory).error().kind, Error::Kind::NotFound);
        const auto again = EmbeddedCluster::start(throwaway(directory)); // while the first object still lives
        VERIFY_DONE(again);
    }

    void start_twice_secondIsRefused()
    {
        const QString directory = m_yard.copy(u"twice"_s);
        const auto first = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(first);
        const auto second = EmbeddedCluster::start(throwaway(directory));
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"CLUSTER_IN_USE"_s);
        QVERIFY2(
            second.error().detail.contains(QString::number(::getpid())), qPrintable(second.error().detail));
        QCOMPARE(ask((*first)->adminConninfo(), "select 'alive'"), Result<QString>(u"alive"_s));
    }

    void start_awkwardDirectoryName_works_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isShortened");
        QTest::newRow("too long for a socket") << QString(150, u'l') << true;
        QTest::newRow("a comma, which libpq takes for a list") << u"a,b"_s << true;
        QTest::newRow("quotes, blanks and a dollar") << u"it's \"my\" $HOME \\dir"_s << false;
        QTest::newRow("letters beyond ASCII") << u"Größe-日本"_s << false;
    }
    void start_awkwardDirectoryName_works()
    {
        QFETCH(QString, name);
        QFETCH(bool, isShortened);
        const QString directory = m_yard.copy(name);
        const auto service = startService(directory);
        QVERIFY(service->waitForReadyRead(30'000));
        QCOMPARE(service->readAll(), QByteArray("ready\n"));
        const auto address = EmbeddedCluster::find(directory);
        VERIFY_DONE(address);
        QCOMPARE(address->socketDirectory() != directory + "/run"_L1, isShortened);
        struct stat info
        { };
        QCOMPARE(::stat(QFile::encodeName(address->socketDirectory()).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0700));
        QCOMPARE(::kill(pid_t(postmasterOf(directory)), SIGKILL), 0);
        service->kill();
        service->waitForFinished();

        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        VERIFY_DONE(cluster);
        QCOMPARE((*cluster)->address(), *address); // remembered
        QCOMPARE(ask((*cluster)->adminConninfo(), "select 'alive'"), Result<QString>(u"alive"_s));
        VERIFY_DONE((*cluster)->stop());
        QCOMPARE(QFile::exists(address->socketDirectory()), !isShortened);
    }

    void start_otherMajorVersion_isRefusedUntouched()
    {
        const QString directory = m_yard.base() + "/old"_L1;
        QVERIFY(QDir().mkpath(directory + "/pg/base"_L1));
        QVERIFY(writeFile(directory + "/pg/PG_VERSION"_L1, "14\n").has_value());
        QCOMPARE(::chmod(QFile::encodeName(directory).constData(), 0755), 0);
        const QStringList before = contents(directory);
        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        QVERIFY(!cluster);
        QCOMPARE(cluster.error().kind, Error::Kind::Unavailable);
        QCOMPARE(cluster.error().code, u"CLUSTER_VERSION"_s);
        QVERIFY2(cluster.error().detail.contains("PostgreSQL 14"_L1)
                && cluster.error().detail.contains("version 15"_L1),
            qPrintable(cluster.error().detail));
        QCOMPARE(contents(directory), before);
    }

    void start_foreignFiles_isRefusedUntouched_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("pg holds something else") << u"pg/holiday.jpg"_s;
        QTest::newRow("the directory is a data directory itself") << u"PG_VERSION"_s;
    }
    void start_foreignFiles_isRefusedUntouched()
    {
        QFETCH(QString, file);
        const QString directory = u"%1/foreign-%2"_s.arg(m_yard.base(), file.section(u'/', -1));
        QVERIFY(QDir().mkpath(directory + "/pg"_L1));
        QVERIFY(writeFile(directory + u'/' + file, "15\n").has_value());
        const QStringList before = contents(directory);
        const auto cluster = EmbeddedCluster::start(throwaway(directory));
        QVERIFY(!cluster);
        QCOMPARE(cluster.error().kind, Error::Kind::Unavailable);
        QCOMPARE(contents(directory), before);
    }

    void start_withoutPrograms_namesThePackage()
    {
        ClusterOptions options = throwaway(m_yard.base() + "/programs"_L1);
        options.binDirectories = {u"/nonexistent"_s};
        const auto cluster = EmbeddedCluster::start(options);
        QVERIFY(!cluster);
        QCOMPARE(cluster.error().kind, Error::Kind::Unavailable);
        QCOMPARE(cluster.error().code, u"CLUSTER_BINARIES"_s);
        QVERIFY2(cluster.error().detail.contains("postgresql-15"_L1), qPrintable(cluster.error().detail));
        QVERIFY(!QFile::exists(options.directory));
    }

    // As root the database's user cannot enter; as a user we cannot either.
    void start_unreachableDirectory_namesTheObstacle()
    {
        const QString closed = m_yard.base() + "/closed"_L1;
        QVERIFY(QDir().mkdir(closed));
        QCOMPARE(::chmod(QFile::encodeName(closed).constData(), ::geteuid() == 0 ? 0700 : 0000), 0);
        const auto cluster = EmbeddedCluster::start(throwaway(closed + "/data"_L1));
        QVERIFY(!cluster);
        QCOMPARE(cluster.error().kind, Error::Kind::Unavailable);
        QVERIFY2(cluster.error().detail.contains(closed), qPrintable(cluster.error().detail));
        if (::geteuid() == 0)
            QCOMPARE(cluster.error().code, u"CLUSTER_UNREACHABLE"_s);
        QCOMPARE(::chmod(QFile::encodeName(closed).constData(), 0700), 0);
        QVERIFY(!QFile::exists(closed + "/data"_L1));
    }

private:
    ClusterYard m_yard;
};

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--serve") == 0)
        return serveCluster(argv[2]);
    QCoreApplication application(argc, argv);
    tst_EmbeddedCluster test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_embeddedcluster.moc"
