// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QString>

#include <optional>

namespace signalbox {

/// Slows password guessing down without shutting anybody out of their own account.
///
/// Three limits, each on its own key, all in memory of this process:
///  * address and account together: five tries (twenty where the account has signed in from that address
///    before), then a wait that doubles from 1 s to 30 s with every further failure;
///  * one address, whatever the account: 20 tries at once, then one every 3 s;
///  * one account, whatever the address: 50 tries at once, then one every 6 s.
/// The last two do not apply where the account has signed in from that address before: a guesser elsewhere
/// exhausts his own tries, never the owner's. A refused try costs nothing and is not counted, so waiting
/// always helps. Behind a proxy that hides addresses all people share the second limit until they have signed
/// in once.
///
/// An IPv6 address counts by its /64. State is bounded; the oldest is forgotten. Event thread only.
class LoginThrottle
{
public:
    explicit LoginThrottle(const Clock &clock);

    /// Counts a try before the password is looked at, so that many at once do not slip through. Nothing: go
    /// on; else how long to wait.
    std::optional<std::chrono::seconds> admit(const QString &address, const QString &account);
    /// The password was right.
    void succeeded(const QString &address, const QString &account);

    qsizetype size() const { return m_pairs.size() + m_addresses.size() + m_accounts.size(); }

private:
    using Moment = std::chrono::microseconds;

    struct Pair
    {
        int failures = 0;
        Moment lastTry {};
        bool isKnown = false; ///< has signed in from there
    };
    struct Bucket
    {
        double tries = 0; ///< left
        Moment filledAt {};
    };
    using Buckets = QHash<QString, Bucket>;

    struct Rate
    {
        double atOnce;
        double secondsEach;
    };
    Bucket filled(const Buckets &buckets, const QString &key, const Rate &rate) const;
    void forgetOld();

    const Clock &m_clock;
    QHash<QString, Pair> m_pairs;
    Buckets m_addresses;
    Buckets m_accounts;
};

} // namespace signalbox
