// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/clusteryard.h"

#include "core/cluster/clusterpaths.h"
#include "core/cluster/clusteruser.h"
#include "core/cluster/postmasterfile.h"
#include "core/storage/pgconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <grp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace signalbox {

Result<void> ClusterYard::prepare(QStringList *told)
{
    QByteArray name = "/tmp/signalbox-cluster-XXXXXX";
    if (!::mkdtemp(name.data()) || ::chmod(name.constData(), 0711) != 0)
        return Error::unavailable(u"cannot make %1"_s.arg(QString::fromUtf8(name)));
    m_base = QString::fromUtf8(name);
    const auto cluster
        = EmbeddedCluster::start(throwaway(m_base + "/original"_L1), [told](const QString &line) {
              if (told)
                  told->append(line);
          });
    if (!cluster)
        return cluster.error();
    return tell((*cluster)->adminConninfo(), "create role signalbox_app login");
}

void ClusterYard::killAll() const
{
    for (const QString &name : QDir(m_base).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const qint64 pid : serversOf(ClusterPaths(m_base + u'/' + name).data))
            ::kill(pid_t(pid), SIGKILL);
    }
}

bool ClusterYard::remove() const
{
    return QDir(m_base).removeRecursively();
}

QString ClusterYard::copy(const QString &name) const
{
    const QString directory = m_base + u'/' + name;
    QDir().mkpath(directory);
    ::chmod(QFile::encodeName(directory).constData(), 0755);
    if (QProcess::execute(u"cp"_s, {u"-a"_s, m_base + "/original/pg"_L1, directory + "/pg"_L1}) != 0)
        qFatal("cannot copy the cluster");
    return directory;
}

ClusterOptions durable(const QString &directory)
{
    ClusterOptions options;
    options.directory = directory;
    options.isRestarted = false;
    return options;
}

ClusterOptions throwaway(const QString &directory)
{
    ClusterOptions options = durable(directory);
    options.isThrowaway = true;
    return options;
}

Result<QString> ask(const QString &conninfo, const QByteArray &sql)
{
    auto connection = PgConnection::open(conninfo);
    if (!connection)
        return connection.error();
    const auto result = (*connection)->runSql(sql);
    if (!result)
        return result.error();
    return result->rowCount() > 0 ? result->text(0, 0) : QString();
}

Result<void> tell(const QString &conninfo, const QByteArray &sql)
{
    auto connection = PgConnection::open(conninfo);
    return connection ? (*connection)->runScript(sql) : Result<void>(connection.error());
}

qint64 postmasterOf(const QString &directory)
{
    const auto running = runningPostmaster(ClusterPaths(directory).data);
    return running ? running->pid : 0;
}

QStringList halfMade(const QString &directory)
{
    return QDir(directory).entryList({u"pg.init.*"_s}, QDir::Dirs | QDir::Hidden);
}

void writeAs(const ClusterUser &user, const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()
        || ::fchown(file.handle(), user.uid, user.gid) != 0)
        qFatal("cannot write %s", qPrintable(path));
}

int serveCluster(const char *directory)
{
    const auto cluster = EmbeddedCluster::start(throwaway(QString::fromLocal8Bit(directory)));
    std::puts(cluster ? "ready" : qPrintable(describe(cluster.error())));
    std::fflush(stdout);
    while (cluster)
        ::pause();
    return 1;
}

std::unique_ptr<QProcess> startService(const QString &directory)
{
    auto service = std::make_unique<QProcess>();
    service->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    service->start(QCoreApplication::applicationFilePath(), {u"--serve"_s, directory});
    return service;
}

std::unique_ptr<QProcess> strangerLike(const ClusterUser &user)
{
    auto process = std::make_unique<QProcess>();
    process->setChildProcessModifier([user] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (user.mustDrop
            && (::setgroups(0, nullptr) != 0 || ::setgid(user.gid) != 0 || ::setuid(user.uid) != 0))
            ::_exit(126);
    });
    process->start(u"sleep"_s, {u"600"_s});
    process->waitForStarted();
    return process;
}

} // namespace signalbox
