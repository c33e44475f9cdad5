// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/backoff.h"

#include <algorithm>

namespace signalbox {

using namespace std::chrono;

Backoff::Backoff(milliseconds first, milliseconds maximum, std::function<double()> unit)
    : m_first(first)
    , m_maximum(maximum)
    , m_unit(std::move(unit))
{ }

milliseconds Backoff::next()
{
    const int doublings = std::min(m_tries++, 30);
    const auto base = std::min(milliseconds(m_first.count() << doublings), m_maximum);
    const auto jitter
        = milliseconds(static_cast<long long>(static_cast<double>(base.count()) * m_unit() / 4));
    return std::min(base + jitter, m_maximum);
}

} // namespace signalbox
