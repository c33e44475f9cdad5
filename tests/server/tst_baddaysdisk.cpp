// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/baddays.h"
#include "tests/server/program.h"
#include "tests/support/waitlimit.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <sys/statvfs.h>

#include <csignal>

using namespace signalbox;
using namespace signalbox::baddays;
using namespace Qt::StringLiterals;

/// A real full disk: the service's directory is a small tmpfs in a mount namespace of its own.
class tst_BadDaysDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullDisk_refusesWritesInWordsAndGoesOnReading()
    {
        const auto directory = makeDataDirectory();
        QVERIFY(directory->isValid());
        Program service(u"/usr/bin/unshare"_s,
            {u"--mount"_s, u"--propagation"_s, u"private"_s, u"sh"_s, u"-c"_s,
                u"mount -t tmpfs -o size=500m,mode=711 tmpfs \"$0\" && exec \"$@\""_s, directory->path(),
                QStringLiteral(SIGNALBOX_BIN_DIR "/signalboxd"), u"serve"_s, u"--embedded"_s,
                directory->filePath(u"db"_s), u"--listen"_s, u"127.0.0.1:0"_s},
            environment());
        const int port = portOf(service.waitForLine(u"ready "_s));
        QVERIFY2(port > 0, service.errors());
        const QString inside = u"/proc/%1/root%2"_s.arg(service.pid()).arg(directory->path());
        const Tenant tenant = Tenant::setUp(port);
        Line line(port);
        QCOMPARE(store(line, tenant, "first").status, 200);
        QCOMPARE(tenant.total(line), 1);

        QVERIFY(fillUpTo(inside, 40 << 20));
        const Answer refused = store(line, tenant, "second");
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.json().value("code"_L1).toString(), u"STORAGE_FULL"_s);
        QVERIFY2(refused.body.contains("disk space"), refused.body);
        QVERIFY(refused.headers.value("retry-after").toInt() > 0);
        QVERIFY(fillUpTo(inside, 0));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(tenant.total(line), 1);
            QCOMPARE(tenant.listLength(line), 1);
            QCOMPARE(store(line, tenant, "third").status, 503);
            QCOMPARE(line.get("/healthz").status, 200);
            const int known = rounds(line);
            QTRY_VERIFY_WITH_TIMEOUT(rounds(line) > known, 30'000); // upkeep runs into it
        }
        QVERIFY(!service.errors().contains("cluster_lost"));

        QVERIFY(QFile::remove(inside + u"/ballast"_s));
        QCOMPARE(store(line, tenant, "fourth").status, 200);
        QCOMPARE(tenant.total(line), 2);
        QCOMPARE(tenant.listLength(line), 2);
        service.terminate();
        QCOMPARE(service.waitForExit(), 0);
    }

    /// The exports have a disk of their own here: the service's gate finds room, the file does not.
    void fullDiskOfExports_failsThemInWordsAndLeavesNothing()
    {
        const auto directory = makeDataDirectory();
        QVERIFY(directory->isValid());
        Program service(u"/usr/bin/unshare"_s,
            {u"--mount"_s, u"--propagation"_s, u"private"_s, u"sh"_s, u"-c"_s,
                u"mount -t tmpfs -o size=500m,mode=711 tmpfs \"$0\" && mkdir -p \"$0/db/exports\""
                " && mount -t tmpfs -o size=1m,mode=700 tmpfs \"$0/db/exports\" && exec \"$@\""_s,
                directory->path(), QStringLiteral(SIGNALBOX_BIN_DIR "/signalboxd"), u"serve"_s,
                u"--embedded"_s, directory->filePath(u"db"_s), u"--listen"_s, u"127.0.0.1:0"_s},
            environment());
        const int port = portOf(service.waitForLine(u"ready "_s));
        QVERIFY2(port > 0, service.errors());
        QVERIFY(ignores(service.pid(), SIGXFSZ)); // a limit on files is no end of the service either
        const QString inside = u"/proc/%1/root%2/db/exports"_s.arg(service.pid()).arg(directory->path());
        const Tenant tenant = Tenant::setUp(port);
        Line line(port);
        QCOMPARE(store(line, tenant, "first").status, 200);
        for (const QByteArray &format : {QByteArray("csv"), QByteArray("xlsx")}) {
            QVERIFY(fillUpTo(inside, 0));
            const QJsonObject failed = exported(line, tenant, format);
            QCOMPARE(failed.value("state"_L1).toString(), u"failed"_s);
            QCOMPARE(
                failed.value("error"_L1).toString(), u"The service has no disk space left for this export"_s);
            QCOMPARE(spoolFiles(inside), QStringList());
            QVERIFY(QFile::remove(inside + u"/ballast"_s));
            QCOMPARE(exported(line, tenant, format).value("state"_L1).toString(), u"done"_s);
            QCOMPARE(spoolFiles(inside).size(), 1);
            QCOMPARE(line.exchange("DELETE", m_last, tenant.userToken, {}).status, 200);
        }
        service.terminate();
        QCOMPARE(service.waitForExit(), 0);
    }

private:
    /// An export of the CRM at its end.
    QJsonObject exported(Line &line, const Tenant &tenant, const QByteArray &format)
    {
        const Answer begun = line.post("/api/analytics/exports", tenant.userToken,
            "{\"tab\":\"crm\",\"format\":\"" + format + "\",\"query\":{\"clientId\":\"" + tenant.workspace
                + "\"}}");
        m_last = "/api/analytics/exports/"
            + begun.json().value("data"_L1).toObject().value("id"_L1).toString().toLatin1();
        QJsonObject job;
        const auto hasEnded = [&] {
            job = line.get(m_last, tenant.userToken).json().value("data"_L1).toObject();
            return job.value("state"_L1).toString() != "running"_L1;
        };
        return QTest::qWaitFor(hasEnded, WaitLimit) ? job : QJsonObject();
    }
    static bool ignores(qint64 pid, int signal)
    {
        QFile status(u"/proc/%1/status"_s.arg(pid));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        const QByteArray text = status.readAll();
        const QByteArray mask = text.mid(text.indexOf("SigIgn:\t") + 8, 16);
        return (mask.toULongLong(nullptr, 16) >> (signal - 1)) & 1;
    }
    /// What lies in the services' own directories there, but for the locks.
    static QStringList spoolFiles(const QString &parent)
    {
        QStringList files;
        QDirIterator all(parent, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString name = QFileInfo(all.next()).fileName();
            if (name != "lock"_L1 && name != "ballast"_L1)
                files.append(name);
        }
        return files;
    }

    static Answer store(Line &line, const Tenant &tenant, const QByteArray &name)
    {
        return line.post(tenant.ingestTarget(), tenant.serviceToken, Tenant::record(name));
    }

    /// Of the folding of counts so far.
    static int rounds(Line &line)
    {
        static const QRegularExpression figure(
            u"signalbox_background_rounds_total\\{task=\"fold_counts\"\\} (\\d+)"_s);
        return figure.match(QString::fromUtf8(line.get("/metrics").body)).captured(1).toInt();
    }

    /// Leaves `freeBytes` on the disk.
    static bool fillUpTo(const QString &mount, qint64 freeBytes)
    {
        struct statvfs disk
        { };
        if (::statvfs(QFile::encodeName(mount).constData(), &disk) != 0)
            return false;
        const qint64 spare = qint64(disk.f_bavail) * qint64(disk.f_frsize) - freeBytes;
        QFile ballast(mount + u"/ballast"_s);
        return ballast.open(QIODevice::Append)
            && ::posix_fallocate(ballast.handle(), ballast.size(), std::max<qint64>(spare, 1)) == 0;
    }

    QByteArray m_last; ///< the route of the export begun last
};

QTEST_GUILESS_MAIN(tst_BadDaysDisk)

#include "tst_baddaysdisk.moc"
