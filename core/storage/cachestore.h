// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace signalbox {

/// A cache that several services share. Blocking, worker threads only, any number of them at once.
///
/// Best effort (domain §5): what fails is a miss, what cannot be stored is not. A hit is checked by its
/// reader like any other input, because a stranger may have written it.
class CacheStore
{
public:
    virtual ~CacheStore() = default;

    /// None when the key is absent, has run out, or the store is out of reach.
    virtual std::optional<QByteArray> find(const QByteArray &key) = 0;
    virtual void store(const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive)
        = 0;

    /// Bytes at the beginning of a value of storeNewer(): a time in digits of equal number.
    static constexpr int StampBytes = 20;
    /// Like store(), unless what is there begins with a later time: services that read at the same time must
    /// not put the older reading over the newer one.
    virtual void storeNewer(
        const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive)
        = 0;
};

} // namespace signalbox
