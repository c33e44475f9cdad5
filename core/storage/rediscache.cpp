// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rediscache.h"

#include <QFile>
#include <QRandomGenerator>
#include <QUrl>

#include <hiredis/hiredis.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr size_t MostIdle = 16;

/// Compares and stores in one step: between a question and an answer of ours another service could store.
constexpr auto StoreNewer
    = "local length = tonumber(ARGV[3]) "
      "if redis.call('GETRANGE', KEYS[1], 0, length - 1) <= string.sub(ARGV[1], 1, length) then "
      "redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1 end return 0";

timeval timevalOf(std::chrono::milliseconds duration)
{
    return {duration.count() / 1000, (duration.count() % 1000) * 1000};
}

Error badUrl(const QString &detail)
{
    return Error::invalid(u"redis"_s, detail);
}

} // namespace

Result<RedisAddress> parseRedisUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.hasQuery() || url.hasFragment())
        return badUrl(u"the address of the Redis is not a URL"_s);
    RedisAddress address;
    if (url.scheme() == "unix"_L1) {
        address.socketPath = url.path();
        if (!url.host().isEmpty() || address.socketPath.size() < 2)
            return badUrl(u"a Unix socket is written unix:///path"_s);
        return address;
    }
    if (url.scheme() == "rediss"_L1)
        return badUrl(u"TLS to Redis is not supported; use a Unix socket or a tunnel"_s);
    if (url.scheme() != "redis"_L1 || url.host().isEmpty())
        return badUrl(u"the address of the Redis must be redis://host[:port][/database] or unix:///path"_s);
    address.host = url.host();
    address.port = url.port(6379);
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = url.password(QUrl::FullyDecoded);
    if (const QString path = url.path().mid(1); !path.isEmpty()) {
        bool isNumber = false;
        address.database = path.toInt(&isNumber);
        if (!isNumber || address.database < 0)
            return badUrl(u"the database of a Redis is a number"_s);
    }
    return address;
}

/// What came back, or nothing when the exchange failed.
class RedisCache::Answer
{
public:
    Answer() = default;
    explicit Answer(void *reply)
        : m_reply(static_cast<redisReply *>(reply), freeReplyObject)
    { }

    bool isThere() const { return m_reply != nullptr; }
    /// An answer that says no: out of memory, loading, wrong password.
    bool isRefusal() const { return m_reply && m_reply->type == REDIS_REPLY_ERROR; }
    std::optional<QByteArray> text() const
    {
        if (!m_reply || m_reply->type != REDIS_REPLY_STRING)
            return std::nullopt;
        return QByteArray(m_reply->str, qsizetype(m_reply->len));
    }

private:
    std::shared_ptr<redisReply> m_reply;
};

void RedisCache::Freed::operator()(redisContext *context) const
{
    redisFree(context);
}

RedisCache::RedisCache(RedisAddress address, const Clock &clock, const Options &options)
    : m_address(std::move(address))
    , m_clock(clock)
    , m_options(options)
    , m_backoff(options.firstPause, options.longestPause,
          [] { return QRandomGenerator::global()->generateDouble(); })
{
    // hiredis writes with write(): to a Redis that has gone that would end the process. Qt's sockets ignore
    // the signal too, but a service need not have opened one yet.
    std::signal(SIGPIPE, SIG_IGN);
}

RedisCache::~RedisCache() = default;

std::optional<QByteArray> RedisCache::find(const QByteArray &key)
{
    const Answer answer = ask({"GET", key});
    if (!answer.isThere())
        return std::nullopt;
    auto value = answer.text();
    ++(value ? m_hits : m_misses);
    return value;
}

void RedisCache::store(const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive)
{
    if (isStorable(value, timeToLive))
        (void)ask({"SET", key, value, "PX", QByteArray::number(qint64(timeToLive.count()))});
}

void RedisCache::storeNewer(
    const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive)
{
    if (isStorable(value, timeToLive))
        (void)ask({"EVAL", StoreNewer, "1", key, value, QByteArray::number(qint64(timeToLive.count())),
                      QByteArray::number(StampBytes)},
            IfRefused::GoOn);
}

bool RedisCache::isStorable(const QByteArray &value, std::chrono::milliseconds timeToLive) const
{
    return timeToLive.count() > 0 && value.size() <= m_options.largestValueBytes;
}

RedisCache::Figures RedisCache::figures() const
{
    return {m_hits, m_misses, m_failures, m_skipped};
}

RedisCache::Answer RedisCache::ask(const std::vector<QByteArray> &words, IfRefused ifRefused)
{
    if (Connection idle = takeIdle()) {
        const Answer answer = askOn(*idle, words);
        const bool isTimeout = idle->err == REDIS_ERR_IO && (errno == EAGAIN || errno == ETIMEDOUT);
        if (answer.isThere() && !answer.isRefusal()) {
            giveBack(std::move(idle));
            return answer;
        }
        if (answer.isRefusal() && ifRefused == IfRefused::GoOn) {
            ++m_failures;
            giveBack(std::move(idle));
            return {};
        }
        if (answer.isRefusal() || isTimeout) {
            noteFailure();
            return {};
        }
        // It had been closed since: a Redis that restarted is back, perhaps.
    }
    if (!mayConnect()) {
        ++m_skipped;
        return {};
    }
    Connection fresh = connect();
    const Answer answer = fresh ? askOn(*fresh, words) : Answer();
    if (!answer.isThere() || (answer.isRefusal() && ifRefused == IfRefused::Pause)) {
        noteFailure();
        return {};
    }
    if (answer.isRefusal())
        ++m_failures;
    {
        const std::lock_guard lock(m_mutex);
        m_backoff.reset();
        m_pausedUntil = {};
    }
    giveBack(std::move(fresh));
    return answer.isRefusal() ? Answer() : answer;
}

RedisCache::Answer RedisCache::askOn(redisContext &connection, const std::vector<QByteArray> &words) const
{
    std::vector<const char *> texts;
    std::vector<size_t> sizes;
    for (const QByteArray &word : words) {
        texts.push_back(word.constData());
        sizes.push_back(size_t(word.size()));
    }
    return Answer(redisCommandArgv(&connection, int(texts.size()), texts.data(), sizes.data()));
}

RedisCache::Connection RedisCache::takeIdle()
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.empty() || m_clock.elapsed() < m_pausedUntil)
        return nullptr;
    Connection connection = std::move(m_idle.back());
    m_idle.pop_back();
    return connection;
}

bool RedisCache::mayConnect()
{
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock.elapsed();
    if (now < m_pausedUntil)
        return false;
    // While it is down, one caller tries and the others go on without: the next may try when this one has
    // failed.
    if (m_backoff.tries() > 0)
        m_pausedUntil = now + 2 * m_options.timeout;
    return true;
}

RedisCache::Connection RedisCache::connect() const
{
    const timeval timeout = timevalOf(m_options.timeout);
    Connection connection(m_address.socketPath.isEmpty()
            ? redisConnectWithTimeout(qPrintable(m_address.host), m_address.port, timeout)
            : redisConnectUnixWithTimeout(QFile::encodeName(m_address.socketPath).constData(), timeout));
    if (!connection || connection->err != 0 || redisSetTimeout(connection.get(), timeout) != REDIS_OK)
        return nullptr;
    const auto accepts = [&](const std::vector<QByteArray> &words) {
        const Answer answer = askOn(*connection, words);
        return answer.isThere() && !answer.isRefusal();
    };
    std::vector<QByteArray> login {"AUTH", m_address.password.toUtf8()};
    if (!m_address.user.isEmpty())
        login.insert(login.begin() + 1, m_address.user.toUtf8());
    if (!m_address.password.isEmpty() && !accepts(login))
        return nullptr;
    if (m_address.database > 0 && !accepts({"SELECT", QByteArray::number(m_address.database)}))
        return nullptr;
    return connection;
}

void RedisCache::giveBack(Connection connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < MostIdle)
        m_idle.push_back(std::move(connection));
}

void RedisCache::noteFailure()
{
    ++m_failures;
    std::vector<Connection> broken; // closed after the lock
    const std::lock_guard lock(m_mutex);
    m_pausedUntil = m_clock.elapsed() + m_backoff.next();
    broken.swap(m_idle);
}

} // namespace signalbox
