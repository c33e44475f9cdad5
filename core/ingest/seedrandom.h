// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <cstdint>

namespace signalbox {

/// A small generator whose sequence is fixed for ever (SplitMix64), so that a seed always makes the same
/// data; the standard's distributions differ between libraries.
class SeedRandom
{
public:
    explicit SeedRandom(std::uint64_t state)
        : m_state(state)
    { }
    /// A generator of its own for item `index` of stream `stream`: any item can be made without the ones
    /// before it.
    static SeedRandom forItem(std::uint64_t seed, std::uint64_t stream, std::uint64_t index)
    {
        SeedRandom random(seed * 0x9e3779b97f4a7c15ULL + stream);
        random.m_state ^= random.next() + index * 0xd1342543de82ef95ULL;
        random.next();
        return random;
    }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// 0 … bound−1; `bound` is at least 1.
    int below(int bound) { return int((next() >> 32) * std::uint64_t(bound) >> 32); }
    /// low … high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    double unit() { return double(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return unit() < probability; }
    template <typename T> const T &pick(const QList<T> &items) { return items.at(below(int(items.size()))); }

private:
    std::uint64_t m_state;
};

} // namespace signalbox
