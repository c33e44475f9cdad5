// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/directorylock.h"

#include <QByteArray>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

QString holderOf(int descriptor)
{
    char text[32] = {};
    const ssize_t size = ::pread(descriptor, text, sizeof text - 1, 0);
    const QString pid = QString::fromLatin1(text, size > 0 ? size : 0).trimmed();
    return pid.isEmpty() ? u"another process"_s : u"process %1"_s.arg(pid);
}

} // namespace

Result<DirectoryLock> DirectoryLock::take(const QString &path)
{
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor < 0)
        return Error::unavailable(
            u"cannot open %1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    DirectoryLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        Error error = Error::unavailable(
            u"the directory is in use by %1 (lock %2): stop it, or choose another directory"_s.arg(
                holderOf(descriptor), path));
        error.code = u"CLUSTER_IN_USE"_s;
        return error;
    }
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(descriptor, 0) != 0
        || ::pwrite(descriptor, pid.constData(), size_t(pid.size()), 0) != pid.size())
        return Error::unavailable(
            u"cannot write %1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    return lock;
}

DirectoryLock::DirectoryLock(int descriptor)
    : m_descriptor(descriptor)
{ }

DirectoryLock::DirectoryLock(DirectoryLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{ }

DirectoryLock::~DirectoryLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace signalbox
