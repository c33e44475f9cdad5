// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcluster.h"

#include "core/cluster/embeddedcluster.h"
#include "core/storage/migrator.h"
#include "core/storage/pgconnection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace signalbox::testcluster {

namespace {

// Two ctest runs at once must not stop each other's cluster: each has a file of its own, named after its
// process. A cluster started by hand has the plain name.
bool isCTest(const QString &pid)
{
    QFile name(u"/proc/%1/comm"_s.arg(pid));
    QFile command(
        u"/proc/%1/cmdline"_s.arg(pid)); // empty once it has ended and nobody has asked for its code
    return name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "ctest"
        && command.open(QIODevice::ReadOnly) && !command.readAll().isEmpty();
}

QString runSuffix()
{
    const QString parent = QString::number(::getppid());
    return isCTest(parent) ? u'-' + parent : QString();
}

// Holds the cluster's directory; its existence says that a cluster should be running.
QString stateFile()
{
    return QStringLiteral(SIGNALBOX_TEST_STATE) + runSuffix();
}

QString recordedDirectory(const QString &state = stateFile())
{
    QFile file(state);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

Result<void> recordDirectory(const QByteArray &directory)
{
    QDir().mkpath(QFileInfo(stateFile()).path());
    QFile file(stateFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(directory) != directory.size())
        return Error::unavailable(u"cannot write %1: %2"_s.arg(stateFile(), file.errorString()));
    return {};
}

// Short, for the socket's sake, and open to the user the database runs as when we are root.
Result<QByteArray> makeDirectory()
{
    QByteArray name = "/tmp/signalbox-test-XXXXXX";
    if (!::mkdtemp(name.data()) || ::chmod(name.constData(), 0711) != 0)
        return Error::unavailable(u"cannot make %1"_s.arg(QString::fromUtf8(name)));
    return name;
}

ClusterOptions optionsFor(const QString &directory)
{
    ClusterOptions options;
    options.directory = directory;
    options.isThrowaway = true;
    options.isRestarted = false;
    return options;
}

Result<void> migrateTemplate(const EmbeddedCluster &cluster)
{
    {
        auto admin = PgConnection::open(cluster.adminConninfo(Template));
        if (!admin)
            return admin.error();
        if (const auto migrated = Migrator::migrate(**admin); !migrated)
            return migrated.error();
    }
    auto admin = PgConnection::open(cluster.adminConninfo(u"postgres"_s));
    if (!admin)
        return admin.error();
    // Cloning needs a database nobody is connected to.
    return (*admin)->runScript(
        "alter database " + QByteArray(Template.data()) + " with is_template true allow_connections false");
}

Result<void> stopRecorded(const QString &state)
{
    const QString directory = recordedDirectory(state);
    if (directory.isEmpty())
        return {};
    if (EmbeddedCluster::find(directory)) {
        auto cluster = EmbeddedCluster::start(optionsFor(directory)); // takes it over
        if (!cluster)
            return cluster.error();
        if (const auto stopped = (*cluster)->stop(); !stopped)
            return stopped;
    }
    if (directory.startsWith("/tmp/signalbox-test-"_L1))
        QDir(directory).removeRecursively();
    QFile::remove(state);
    return {};
}

// A ctest that was killed could not run pg.stop.
void stopAbandoned()
{
    const QFileInfo plain(QStringLiteral(SIGNALBOX_TEST_STATE));
    const QString start = plain.fileName() + u'-';
    const auto files = plain.dir().entryInfoList({start + u'*'}, QDir::Files);
    for (const QFileInfo &file : files) {
        if (isCTest(file.fileName().sliced(start.size())))
            continue;
        if (const auto stopped = stopRecorded(file.filePath()); !stopped)
            qWarning("%s: %s", qPrintable(file.filePath()), qPrintable(describe(stopped.error())));
    }
}

} // namespace

Result<void> start()
{
    stopAbandoned();
    if (const auto stopped = stop(); !stopped)
        return stopped;
    const auto directory = makeDirectory();
    if (!directory)
        return directory.error();
    if (const auto recorded = recordDirectory(*directory); !recorded)
        return recorded;
    auto cluster = EmbeddedCluster::start(optionsFor(QString::fromUtf8(*directory)));
    if (!cluster)
        return cluster.error();
    if (const auto migrated = migrateTemplate(**cluster); !migrated)
        return migrated;
    (*cluster)->leaveRunning();
    return {};
}

Result<void> stop()
{
    return stopRecorded(stateFile());
}

Result<QString> conninfo(const QString &role, const QString &database)
{
    const QString directory = recordedDirectory();
    const auto address = directory.isEmpty() ? Result<ClusterAddress>(Error::notFound({}))
                                             : EmbeddedCluster::find(directory);
    if (!address)
        return Error::unavailable(u"no PostgreSQL for tests is running: run this test through ctest (its "
                                  u"fixture pg starts one), or "
                                  "run bin/tests/testpg start in the build directory first"_s);
    return address->conninfo(role, database);
}

Result<QString> adminConninfo(const QString &database)
{
    return conninfo(ClusterAddress::AdminRole, database);
}

} // namespace signalbox::testcluster
