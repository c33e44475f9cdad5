// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/postmasterfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

// Lines of postmaster.pid, as PostgreSQL 10 and newer write it (miscadmin.h, LOCK_FILE_LINE_*).
constexpr int PidLine = 0;
constexpr int SocketDirectoryLine = 4;
constexpr int StatusLine = 7;

// "4711 (postgres) S 1 …"; the name may hold anything, so the state is what follows the last parenthesis.
bool isZombie(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = stat.readAll();
    const char state = line.mid(line.lastIndexOf(')') + 2, 1).front();
    return state == 'Z' || state == 'X';
}

} // namespace

std::optional<PostmasterFile> PostmasterFile::read(const QString &dataDirectory)
{
    QFile file(dataDirectory + "/postmaster.pid"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromLocal8Bit(file.readAll()).split(u'\n');
    PostmasterFile result;
    result.pid = lines.value(PidLine).trimmed().toLongLong();
    result.socketDirectory = lines.value(SocketDirectoryLine);
    result.status = lines.value(StatusLine).trimmed();
    if (result.pid <= 0)
        return {};
    return result;
}

bool isServerOf(qint64 pid, const QString &dataDirectory)
{
    const QString process = u"/proc/%1"_s.arg(pid);
    // A server changes into its data directory and stays there. After an upgrade of the package the program
    // reads "…/postgres (deleted)".
    const QString program = QFileInfo(process + "/exe"_L1).symLinkTarget();
    if (!program.section(u'/', -1).startsWith("postgres"_L1) || isZombie(pid))
        return false;
    const QString home = QFileInfo(dataDirectory).canonicalFilePath();
    return !home.isEmpty() && QFileInfo(process + "/cwd"_L1).symLinkTarget() == home;
}

QList<qint64> serversOf(const QString &dataDirectory)
{
    QList<qint64> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isPid = false;
        const qint64 pid = name.toLongLong(&isPid);
        if (isPid && isServerOf(pid, dataDirectory))
            found += pid;
    }
    return found;
}

std::optional<PostmasterFile> runningPostmaster(const QString &dataDirectory)
{
    auto file = PostmasterFile::read(dataDirectory);
    if (!file || !isServerOf(file->pid, dataDirectory))
        return {};
    return file;
}

} // namespace signalbox
