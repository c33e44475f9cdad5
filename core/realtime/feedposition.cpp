// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/feedposition.h"

namespace signalbox {

namespace {

constexpr int LsnDigits = 16;
constexpr int OrdinalDigits = 8;

std::optional<quint64> parseHex(QByteArrayView digits)
{
    quint64 value = 0;
    for (const char digit : digits) {
        const bool isDecimal = digit >= '0' && digit <= '9';
        if (!isDecimal && !(digit >= 'a' && digit <= 'f'))
            return std::nullopt;
        value = value << 4 | quint64(isDecimal ? digit - '0' : digit - 'a' + 10);
    }
    return value;
}

} // namespace

QByteArray FeedPosition::toText() const
{
    return QByteArray::number(lsn, 16).rightJustified(LsnDigits, '0') + '.'
        + QByteArray::number(ordinal, 16).rightJustified(OrdinalDigits, '0');
}

std::optional<FeedPosition> FeedPosition::parse(QByteArrayView text)
{
    if (text.size() != LsnDigits + 1 + OrdinalDigits || text[LsnDigits] != '.')
        return std::nullopt;
    const auto lsn = parseHex(text.first(LsnDigits));
    const auto ordinal = parseHex(text.last(OrdinalDigits));
    if (!lsn || !ordinal)
        return std::nullopt;
    return FeedPosition {*lsn, quint32(*ordinal)};
}

} // namespace signalbox
