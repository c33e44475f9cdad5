// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/readcache.h"

#include "core/auth/digest.h"
#include "core/storage/cachestore.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Counter &lookups(Metrics &metrics, const QByteArray &outcome)
{
    return metrics.counter(
        "signalbox_cache_lookups_total", "Reads that asked the cache, by outcome.", {{"outcome", outcome}});
}

/// How long a body of the shared store is also kept here: how old it is there is not known.
constexpr std::chrono::seconds SharedEcho {5};

/// As it is kept: the tag, a line break, the body.
QByteArray packed(const VersionedBody &read)
{
    return read.etag + '\n' + read.body;
}

/// None when this was not packed by us.
std::optional<VersionedBody> unpacked(const QByteArray &kept, const QString &version)
{
    const qsizetype end = kept.indexOf('\n');
    if (end < 2 || kept.front() != '"' || kept.at(end - 1) != '"')
        return std::nullopt;
    return VersionedBody {version, kept.first(end), kept.sliced(end + 1), CacheSource::Hit};
}

} // namespace

QByteArray ReadKey::text() const
{
    QByteArray key;
    key.reserve(160);
    key.append(family.toLatin1()).append(":v1:").append(user.value.toByteArray(QUuid::WithoutBraces));
    key.append(':').append(workspace.value.toByteArray(QUuid::WithoutBraces));
    key.append(':').append(filters).append(':').append(version.toLatin1());
    return key;
}

QByteArray ReadKey::hashed(QByteArrayView filters)
{
    return sha256(filters).first(8).toHex();
}

ReadCache::ReadCache(PgPool &pool, CacheStore *shared, const Clock &clock, Metrics &metrics,
    qint64 memoryBytes, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_shared(shared)
    , m_clock(clock)
    , m_memory(clock, memoryBytes)
    , m_hits(lookups(metrics, "hit"))
    , m_sharedHits(lookups(metrics, "shared_hit"))
    , m_misses(lookups(metrics, "miss"))
{
    metrics.gauge("signalbox_cache_bytes", "Size of the cache in this process.",
        [this] { return static_cast<double>(m_memory.bytes()); });
}

Reply<VersionedBody> ReadCache::get(
    const ReadKey &key, std::chrono::milliseconds timeToLive, const Loader &load)
{
    const QByteArray text = key.text();
    if (const std::optional<QByteArray> kept = m_memory.find(text)) {
        m_hits.increment();
        return Reply<VersionedBody>::ready(*unpacked(*kept, key.version));
    }
    ReplySource<VersionedBody> waiting;
    QList<ReplySource<VersionedBody>> &open = m_open[text];
    open.append(waiting);
    if (open.size() > 1)
        return waiting.reply(); // the same read is on its way
    const auto work = [shared = m_shared, &clock = m_clock, text, key, timeToLive, load](
                          PgConnection &pg, std::stop_token) -> Result<VersionedBody> {
        if (shared) {
            const std::optional<QByteArray> kept = shared->find(text);
            if (const auto read = kept ? unpacked(*kept, key.version) : std::nullopt)
                return *read;
        }
        const auto begun = clock.elapsed();
        Result<VersionedBody> loaded = load(pg);
        if (!loaded)
            return loaded;
        loaded->databaseTime = clock.elapsed() - begun;
        if (shared) {
            ReadKey readAt = key;
            readAt.version = loaded->version;
            shared->store(readAt.text(), packed(*loaded), timeToLive);
        }
        return loaded;
    };
    deliver(m_pool.run(work), this, [this, text, key, timeToLive](const Result<VersionedBody> &loaded) {
        take(text, key, timeToLive, loaded);
    });
    return waiting.reply();
}

Reply<std::optional<VersionedBody>> ReadCache::find(const ReadKey &key)
{
    using Found = std::optional<VersionedBody>;
    const QByteArray text = key.text();
    if (const std::optional<QByteArray> kept = m_memory.find(text)) {
        m_hits.increment();
        return Reply<Found>::ready(unpacked(*kept, key.version));
    }
    if (!m_shared) {
        m_misses.increment();
        return Reply<Found>::ready(Found());
    }
    ReplySource<Found> source;
    const auto work
        = [shared = m_shared, text, version = key.version](PgConnection &, std::stop_token) -> Result<Found> {
        const std::optional<QByteArray> kept = shared->find(text);
        return kept ? unpacked(*kept, version) : Found();
    };
    deliver(m_pool.run(work), this, [this, source, key](const Result<Found> &found) {
        source.finish(takeShared(key, found ? *found : Found()));
    });
    return source.reply();
}

std::optional<VersionedBody> ReadCache::takeShared(
    const ReadKey &key, const std::optional<VersionedBody> &found)
{
    const QByteArray text = key.text();
    if (const auto kept = found ? std::nullopt : m_memory.find(text)) {
        m_hits.increment(); // kept here while the shared store was asked
        return unpacked(*kept, key.version);
    }
    (found ? m_sharedHits : m_misses).increment();
    if (found)
        m_memory.store(text, packed(*found), SharedEcho);
    return found;
}

void ReadCache::keep(
    const ReadKey &key, const VersionedBody &read, std::chrono::milliseconds timeToLive, bool isShared)
{
    const QByteArray text = key.text();
    const QByteArray value = packed(read);
    m_memory.store(text, value, timeToLive);
    if (!m_shared || !isShared)
        return;
    const auto store
        = [shared = m_shared, text, value, timeToLive](PgConnection &, std::stop_token) -> Result<bool> {
        shared->store(text, value, timeToLive);
        return true;
    };
    deliver(m_pool.run(store), this, [](const Result<bool> &) {}); // nobody waits for it
}

void ReadCache::take(const QByteArray &text, const ReadKey &key, std::chrono::milliseconds timeToLive,
    const Result<VersionedBody> &loaded)
{
    if (loaded) {
        (loaded->source == CacheSource::Hit ? m_sharedHits : m_misses).increment();
        ReadKey readAt = key;
        readAt.version = loaded->version;
        m_memory.store(readAt.text(), packed(*loaded), timeToLive);
    }
    const QList<ReplySource<VersionedBody>> waiting = m_open.take(text);
    for (const ReplySource<VersionedBody> &one : waiting)
        one.finish(loaded);
}

} // namespace signalbox
