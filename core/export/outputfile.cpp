// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/outputfile.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Enough = 1 << 20;

} // namespace

Error writeError(int number, const QString &path)
{
    const bool isFull = number == ENOSPC || number == EDQUOT || number == EFBIG;
    Error error = Error::unavailable(
        u"cannot write %1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(number))));
    if (isFull)
        error.code = u"DISK_FULL"_s;
    return error;
}

Result<OutputFile> OutputFile::create(const QString &path)
{
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return writeError(errno, path);
    return OutputFile(path, descriptor);
}

OutputFile::OutputFile(QString path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
{ }

OutputFile::OutputFile(OutputFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_gathered(std::move(other.m_gathered))
    , m_isKept(std::exchange(other.m_isKept, true))
{ }

OutputFile::~OutputFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_isKept)
        QFile::remove(m_path);
}

Result<void> OutputFile::write(const QByteArray &bytes)
{
    m_gathered += bytes;
    return m_gathered.size() >= Enough ? flush() : Result<void>();
}

Result<void> OutputFile::flush()
{
    qsizetype written = 0;
    while (written < m_gathered.size()) {
        const ssize_t count
            = ::write(m_descriptor, m_gathered.constData() + written, size_t(m_gathered.size() - written));
        if (count < 0 && errno != EINTR)
            return writeError(errno, m_path);
        written += std::max<ssize_t>(count, 0);
    }
    m_gathered.resize(0);
    return {};
}

Result<void> OutputFile::keep()
{
    if (const auto flushed = flush(); !flushed)
        return flushed;
    // Some file systems only say now that it does not fit.
    if (::close(std::exchange(m_descriptor, -1)) != 0)
        return writeError(errno, m_path);
    m_isKept = true;
    return {};
}

} // namespace signalbox
