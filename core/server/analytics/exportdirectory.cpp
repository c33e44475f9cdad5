// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/exportdirectory.h"

#include "core/base/ids.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Error failed(const QString &what, const QString &path)
{
    return Error::unavailable(
        u"cannot %1 %2: %3"_s.arg(what, path, QString::fromLocal8Bit(std::strerror(errno))));
}

/// An open and locked file; -1 when it is held elsewhere or cannot be opened.
int lockFile(const QString &path, int how)
{
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor >= 0 && ::flock(descriptor, how) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

/// A name among the temporary files can be taken by anybody: only a real directory of our own will do.
Result<void> makePrivate(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return failed(u"make"_s, path);
    struct stat found
    { };
    if (::lstat(name.constData(), &found) != 0)
        return failed(u"look at"_s, path);
    if (!S_ISDIR(found.st_mode) || found.st_uid != ::geteuid())
        return Error::unavailable(u"%1 belongs to somebody else"_s.arg(path));
    if (::chmod(name.constData(), 0700) != 0)
        return failed(u"close to others"_s, path);
    return {};
}

void removeDead(const QString &parent)
{
    const QDir directory(parent);
    for (const QString &name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const QString path = directory.filePath(name);
        const int lock = lockFile(path + u"/lock"_s, LOCK_EX | LOCK_NB);
        if (lock < 0)
            continue; // its service lives
        QDir(path).removeRecursively();
        ::close(lock);
    }
}

} // namespace

SpoolFile::~SpoolFile()
{
    QFile::remove(m_path);
}

Result<std::unique_ptr<ExportDirectory>> ExportDirectory::open(const QString &parent)
{
    if (const auto made = makePrivate(parent); !made)
        return made.error();
    // Between making a directory and locking it, it looks dead: one at a time.
    const int gate = lockFile(parent + u"/lock"_s, LOCK_EX);
    if (gate < 0)
        return failed(u"lock"_s, parent);
    removeDead(parent);
    const QString path = parent + u'/' + newUuid().toString(QUuid::WithoutBraces);
    auto made = makePrivate(path);
    int lock = -1;
    if (made) {
        lock = lockFile(path + u"/lock"_s, LOCK_EX | LOCK_NB);
        if (lock < 0)
            made = failed(u"lock"_s, path);
    }
    ::close(gate);
    if (!made)
        return made.error();
    return std::unique_ptr<ExportDirectory>(new ExportDirectory(path, lock));
}

ExportDirectory::ExportDirectory(QString path, int lock)
    : m_path(std::move(path))
    , m_lock(lock)
{ }

ExportDirectory::~ExportDirectory()
{
    QDir(m_path).removeRecursively();
    ::close(m_lock);
}

std::shared_ptr<SpoolFile> ExportDirectory::newFile(QUuid id) const
{
    return std::make_shared<SpoolFile>(m_path + u'/' + id.toString(QUuid::WithoutBraces));
}

QString temporaryExportParent()
{
    return QDir::tempPath() + u"/signalbox-exports-%1"_s.arg(::geteuid());
}

} // namespace signalbox
