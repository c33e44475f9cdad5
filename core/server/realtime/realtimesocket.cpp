// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/realtimesocket.h"

namespace signalbox {

namespace {

constexpr char FinalText = char(0x81);
constexpr int SmallLimit = 125; // RFC 6455 §5.2: longer lengths follow the first two bytes
constexpr int MediumLimit = 0xffff;
constexpr char MediumMark = 126;
constexpr char LargeMark = 127;

void appendBigEndian(QByteArray &bytes, quint64 value, int count)
{
    for (int shift = (count - 1) * 8; shift >= 0; shift -= 8)
        bytes += char(value >> shift & 0xff);
}

} // namespace

WireFrame WireFrame::text(QByteArrayView payload)
{
    QByteArray bytes;
    bytes.reserve(payload.size() + 10);
    bytes += FinalText;
    if (payload.size() <= SmallLimit) {
        bytes += char(payload.size());
    } else if (payload.size() <= MediumLimit) {
        bytes += MediumMark;
        appendBigEndian(bytes, quint64(payload.size()), 2);
    } else {
        bytes += LargeMark;
        appendBigEndian(bytes, quint64(payload.size()), 8);
    }
    bytes += payload;
    return {bytes};
}

RealtimeSocket::~RealtimeSocket() = default;

} // namespace signalbox
