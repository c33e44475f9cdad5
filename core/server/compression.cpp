// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/compression.h"

#include <zlib.h>

namespace signalbox {

QByteArray gzipped(const QByteArray &body)
{
    constexpr int Level = 4; // JSON pages: four fifths of level 9's gain for a quarter of its time
    constexpr int GzipWindowBits = 15 + 16;
    constexpr int MemoryLevel = 8;
    z_stream stream {};
    if (deflateInit2(&stream, Level, Z_DEFLATED, GzipWindowBits, MemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray compressed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(body.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData())); // zlib only reads
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    const bool isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    compressed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return isDone ? compressed : QByteArray();
}

} // namespace signalbox
