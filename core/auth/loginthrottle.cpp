// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/loginthrottle.h"

#include <QHostAddress>

#include <algorithm>
#include <cmath>
#include <vector>

namespace signalbox {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr int FreeTries = 5;
constexpr int FreeTriesWhereKnown = 20;
constexpr auto LongestWait = 30s;
constexpr auto ForgetFailures = 15min;
constexpr qsizetype MostEntries = 20'000; // of each kind

// A household or a rented machine has a whole /64 of IPv6 addresses to itself.
QString networkOf(const QString &text)
{
    const QHostAddress address(text);
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4).toString();
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return text;
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(std::begin(bytes.c) + 8, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString();
}

seconds waitAfter(int failures, int freeTries)
{
    const int beyond = std::clamp(failures - freeTries, -1, 10);
    return beyond < 0 ? 0s : std::min(seconds(1 << beyond), seconds(LongestWait));
}

seconds wholeSeconds(microseconds span)
{
    return std::max(seconds(1), ceil<seconds>(span));
}

// Drops the tenth that was not touched for longest.
template <typename Hash, typename LastTouched> void trim(Hash &entries, LastTouched lastTouched)
{
    if (entries.size() <= MostEntries)
        return;
    std::vector<microseconds> times;
    times.reserve(size_t(entries.size()));
    for (const auto &entry : entries)
        times.push_back(lastTouched(entry));
    const auto cut = times.begin() + MostEntries / 10;
    std::nth_element(times.begin(), cut, times.end());
    entries.removeIf([&](const auto &entry) { return lastTouched(entry.value()) <= *cut; });
}

} // namespace

LoginThrottle::LoginThrottle(const Clock &clock)
    : m_clock(clock)
{ }

LoginThrottle::Bucket LoginThrottle::filled(
    const Buckets &buckets, const QString &key, const Rate &rate) const
{
    const auto now = m_clock.elapsed();
    const auto found = buckets.constFind(key);
    if (found == buckets.constEnd())
        return {rate.atOnce, now};
    const double since = duration<double>(now - found->filledAt).count();
    return {std::min(rate.atOnce, found->tries + since / rate.secondsEach), now};
}

std::optional<seconds> LoginThrottle::admit(const QString &address, const QString &account)
{
    constexpr Rate AddressRate {20, 3};
    constexpr Rate AccountRate {50, 6};
    const auto now = m_clock.elapsed();
    const QString network = networkOf(address);
    const QString key = network + u'\n' + account;

    Pair pair = m_pairs.value(key);
    if (now - pair.lastTry > ForgetFailures)
        pair.failures = 0;
    const auto waited = now - pair.lastTry;
    const auto demanded = waitAfter(pair.failures, pair.isKnown ? FreeTriesWhereKnown : FreeTries);
    if (waited < demanded)
        return wholeSeconds(demanded - waited);

    if (!pair.isKnown) {
        Bucket ofAddress = filled(m_addresses, network, AddressRate);
        Bucket ofAccount = filled(m_accounts, account, AccountRate);
        if (ofAddress.tries < 1)
            return wholeSeconds(duration_cast<microseconds>(
                duration<double>((1 - ofAddress.tries) * AddressRate.secondsEach)));
        if (ofAccount.tries < 1)
            return wholeSeconds(duration_cast<microseconds>(
                duration<double>((1 - ofAccount.tries) * AccountRate.secondsEach)));
        --ofAddress.tries;
        --ofAccount.tries;
        m_addresses.insert(network, ofAddress);
        m_accounts.insert(account, ofAccount);
    }
    ++pair.failures; // until succeeded() says otherwise
    pair.lastTry = now;
    m_pairs.insert(key, pair);
    forgetOld();
    return std::nullopt;
}

void LoginThrottle::succeeded(const QString &address, const QString &account)
{
    m_pairs.insert(networkOf(address) + u'\n' + account, {0, m_clock.elapsed(), true});
    forgetOld();
}

void LoginThrottle::forgetOld()
{
    trim(m_pairs, [](const Pair &pair) { return pair.lastTry; });
    trim(m_addresses, [](const Bucket &bucket) { return bucket.filledAt; });
    trim(m_accounts, [](const Bucket &bucket) { return bucket.filledAt; });
}

} // namespace signalbox
