// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedids.h"

#include <QtEndian>

namespace signalbox {

SeedIds::SeedIds(std::uint64_t seed, int workspaceIndex)
    : m_seed(seed)
    , m_stream(std::uint64_t(workspaceIndex))
{ }

QUuid SeedIds::id(int kind, std::uint64_t number) const
{
    // 2026-01-01 in milliseconds; the number takes the low bits of the time and the 12 bits after it.
    constexpr std::uint64_t Base = 1'767'225'600'000;
    const std::uint64_t time = Base + (number >> 12);
    SeedRandom random = SeedRandom::forItem(m_seed, m_stream * 32 + std::uint64_t(kind), number);
    const std::uint64_t high = (time << 16) | 0x7000 | (number & 0xfff);
    const std::uint64_t low = (random.next() >> 2) | 0x8000'0000'0000'0000ULL;
    char raw[16];
    qToBigEndian(high, raw);
    qToBigEndian(low, raw + 8);
    return QUuid::fromRfc4122(QByteArrayView(raw, 16));
}

} // namespace signalbox
