// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/inputfile.h"

#include <QFileInfo>

#include <zlib.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int BlockBytes = 256 << 10;

} // namespace

Result<std::unique_ptr<InputFile>> InputFile::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error {.kind = Error::Kind::NotFound, .detail = u"there is no file %1"_s.arg(path)};
    gzFile file = info.isFile() ? gzopen(path.toLocal8Bit().constData(), "rb") : nullptr;
    if (!file)
        return Error::unavailable(u"cannot read %1"_s.arg(path));
    gzbuffer(file, BlockBytes);
    return std::unique_ptr<InputFile>(new InputFile(file, info.size()));
}

InputFile::InputFile(gzFile_s *file, qint64 size)
    : m_file(file)
    , m_size(size)
{ }

InputFile::~InputFile()
{
    gzclose(m_file);
}

qint64 InputFile::position() const
{
    return gzoffset(m_file);
}

Result<bool> InputFile::fill()
{
    if (m_isAtEnd)
        return false;
    if (m_at > BlockBytes || m_at == m_buffer.size()) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + BlockBytes);
    const int got = gzread(m_file, m_buffer.data() + before, BlockBytes);
    m_buffer.resize(before + std::max(got, 0));
    int failure = Z_OK;
    gzerror(m_file, &failure);
    // A gzip stream that ends too early says Z_BUF_ERROR at its end; what was read before is good.
    if (got < 0 || (got < BlockBytes && failure == Z_BUF_ERROR)) {
        m_isAtEnd = true;
        return Error::unavailable(u"the file is damaged or was cut off"_s);
    }
    m_isAtEnd = got == 0;
    return got > 0;
}

Result<QByteArray> InputFile::line(qsizetype maxBytes)
{
    qsizetype searched = 0;
    while (true) {
        const qsizetype end = m_buffer.indexOf('\n', m_at + searched);
        if (end >= 0 && end - m_at < maxBytes) {
            QByteArray found = m_buffer.sliced(m_at, end + 1 - m_at);
            m_at = end + 1;
            return found;
        }
        searched = m_buffer.size() - m_at;
        if (searched >= maxBytes)
            break;
        const auto more = fill();
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    QByteArray rest = m_buffer.sliced(m_at, std::min(maxBytes, m_buffer.size() - m_at));
    m_at += rest.size();
    return rest;
}

Result<QByteArrayView> InputFile::peek(qsizetype maxBytes)
{
    while (m_buffer.size() - m_at < maxBytes) {
        const auto more = fill();
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    return QByteArrayView(m_buffer).sliced(m_at, std::min(maxBytes, m_buffer.size() - m_at));
}

void InputFile::skip(qsizetype bytes)
{
    m_at = std::min(m_at + bytes, m_buffer.size());
}

} // namespace signalbox
