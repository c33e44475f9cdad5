// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/utf8check.h"

#include <cstring>

namespace signalbox {

namespace {

constexpr quint64 HighBits = 0x8080808080808080;

/// Where the plain ASCII that begins at `position` ends, eight bytes at a time.
qsizetype skipAscii(QByteArrayView bytes, qsizetype position)
{
    while (bytes.size() - position >= 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + position, sizeof word);
        if (word & HighBits)
            break;
        position += 8;
    }
    return position;
}

} // namespace

bool Utf8Check::feed(QByteArrayView bytes)
{
    qsizetype position = 0;
    while (position < bytes.size()) {
        if (m_missing == 0) {
            position = skipAscii(bytes, position);
            if (position == bytes.size())
                break;
        }
        if (!feedByte(uchar(bytes[position++])))
            return false;
    }
    return true;
}

/// The table of RFC 3629 §4.
bool Utf8Check::feedByte(uchar byte)
{
    if (m_missing > 0) {
        if (byte < m_low || byte > m_high)
            return false;
        --m_missing;
        m_low = 0x80;
        m_high = 0xbf;
        return true;
    }
    if (byte < 0x80)
        return true;
    if (byte < 0xc2 || byte > 0xf4)
        return false;
    m_missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    m_low = byte == 0xe0 ? 0xa0 : byte == 0xf0 ? 0x90 : 0x80;
    m_high = byte == 0xed ? 0x9f : byte == 0xf4 ? 0x8f : 0xbf;
    return true;
}

} // namespace signalbox
