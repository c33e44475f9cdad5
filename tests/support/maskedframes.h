// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace signalbox {

/// A client's frame (RFC 6455 §5.2), with any first byte: 0x81 is a whole text, 0x01 the first part of one,
/// 0x80 the last part, 0x88 a close, 0x89 a ping. `mask` is turned as the tests like it.
inline QByteArray maskedFrame(
    int firstByte, const QByteArray &payload, const QByteArray &mask = "\x37\xfa\x21\x3d")
{
    QByteArray frame(1, char(firstByte));
    const qsizetype size = payload.size();
    const int lengthBytes = size <= 125 ? 0 : size <= 0xffff ? 2 : 8;
    frame += char(0x80 | (lengthBytes == 0 ? size : lengthBytes == 2 ? 126 : 127));
    for (int shift = (lengthBytes - 1) * 8; shift >= 0; shift -= 8)
        frame += char(size >> shift & 0xff);
    frame += mask;
    for (qsizetype i = 0; i < size; ++i)
        frame += char(payload[i] ^ mask[i % 4]);
    return frame;
}

inline QByteArray maskedText(const QByteArray &payload)
{
    return maskedFrame(0x81, payload);
}

/// The payload of a close frame.
inline QByteArray closePayload(int code, const QByteArray &reason = {})
{
    return QByteArray(1, char(code >> 8)) + char(code & 0xff) + reason;
}

} // namespace signalbox
