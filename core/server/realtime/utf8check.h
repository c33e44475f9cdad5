// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox {

/// Whether a text that arrives in pieces is UTF-8 (RFC 3629: no surrogates, no overlong forms, at most
/// U+10FFFF).
class Utf8Check
{
public:
    /// False from the first byte on that no valid text has there.
    bool feed(QByteArrayView bytes);
    /// Whether the text may end here.
    bool isComplete() const { return m_missing == 0; }
    void reset() { *this = {}; }

private:
    bool feedByte(uchar byte);

    int m_missing = 0; ///< continuation bytes of the current character
    uchar m_low = 0x80; ///< bounds of the next continuation byte
    uchar m_high = 0xbf;
};

} // namespace signalbox
