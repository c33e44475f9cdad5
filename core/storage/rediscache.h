// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/cachestore.h"

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

struct redisContext;

namespace signalbox {

/// Where a Redis is and who we are there.
struct RedisAddress
{
    QString socketPath; ///< a Unix socket; else host and port
    QString host;
    int port = 6379;
    QString user; ///< of an access list; empty: the default user
    QString password;
    int database = 0;

    bool operator==(const RedisAddress &) const = default;
};

/// `unix:///path`, `redis://[[user]:password@]host[:port][/database]`. Invalid otherwise; `rediss` (TLS) is
/// beyond hiredis 0.14. The password is not in the message.
Result<RedisAddress> parseRedisUrl(const QString &url);

/// The shared cache in a Redis (DESIGN D4).
///
/// An answer that takes longer than 50 ms is a miss. After a failure it is left alone for 100 ms, doubling up
/// to 5 s, in which every question is a miss at no cost; then one caller tries again. Nothing is ever an
/// error; figures() tells what happened.
class RedisCache final : public CacheStore
{
public:
    struct Options
    {
        std::chrono::milliseconds timeout {50};
        std::chrono::milliseconds firstPause {100};
        std::chrono::milliseconds longestPause {5000};
        qsizetype largestValueBytes = 4 << 20; ///< larger values are not stored
    };

    /// `clock` must outlive it. Connects when first asked.
    RedisCache(RedisAddress address, const Clock &clock, const Options &options);
    RedisCache(RedisAddress address, const Clock &clock)
        : RedisCache(std::move(address), clock, Options())
    { }
    ~RedisCache() override;
    Q_DISABLE_COPY_MOVE(RedisCache)

    std::optional<QByteArray> find(const QByteArray &key) override;
    void store(const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive) override;
    void storeNewer(
        const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive) override;

    struct Figures
    {
        quint64 hits = 0;
        quint64 misses = 0; ///< answered: not there
        quint64 failures = 0; ///< timed out, refused, broken
        quint64 skipped = 0; ///< not asked, because it failed a moment ago
    };
    /// For /metrics; any thread.
    Figures figures() const;

private:
    struct Freed
    {
        void operator()(redisContext *context) const;
    };
    using Connection = std::unique_ptr<redisContext, Freed>;
    class Answer;

    /// One command on a connection of its own for that long. An idle one that broke meanwhile is replaced
    /// once.
    /// A server that may not run scripts serves the rest all the same.
    enum class IfRefused
    {
        Pause,
        GoOn
    };
    Answer ask(const std::vector<QByteArray> &words, IfRefused ifRefused = IfRefused::Pause);
    Answer askOn(redisContext &connection, const std::vector<QByteArray> &words) const;
    Connection takeIdle();
    Connection connect() const;
    bool mayConnect();
    bool isStorable(const QByteArray &value, std::chrono::milliseconds timeToLive) const;
    void giveBack(Connection connection);
    void noteFailure();

    RedisAddress m_address;
    const Clock &m_clock;
    Options m_options;
    // Worker threads share the idle connections and the pause; none of them waits for the network while
    // holding it.
    std::mutex m_mutex;
    std::vector<Connection> m_idle;
    Backoff m_backoff;
    std::chrono::microseconds m_pausedUntil {};
    std::atomic<quint64> m_hits = 0;
    std::atomic<quint64> m_misses = 0;
    std::atomic<quint64> m_failures = 0;
    std::atomic<quint64> m_skipped = 0;
};

} // namespace signalbox
