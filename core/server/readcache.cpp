// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/readcache.h"

#include "core/auth/digest.h"
#include "core/storage/cachestore.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Counter &lookups(Metrics &metrics, const QByteArray &outcome)
{
    return metrics.counter(
        "signalbox_cache_lookups_total", "Reads that asked the cache, by outcome.", {{"outcome", outcome}});
}

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

/// As it is kept: one line of facts, the tag, a line break, the body. The time comes first
/// (CacheStore::storeNewer()).
QByteArray packed(const KeptRead &read)
{
    return QByteArray::number(qint64(read.readAt.time_since_epoch().count()))
               .rightJustified(CacheStore::StampBytes, '0')
        + ' ' + QByteArray::number(qint64(read.freshFor.count())) + ' '
        + QByteArray::number(qint64(read.staleFor.count())) + ' ' + read.version.toLatin1() + '\n' + read.etag
        + '\n' + read.body;
}

/// None when this was not packed by us.
std::optional<KeptRead> unpackedRead(const QByteArray &kept)
{
    const qsizetype end = std::max<qsizetype>(kept.indexOf('\n'), 0);
    const qsizetype tagEnd = kept.indexOf('\n', end + 1);
    const QList<QByteArray> facts = kept.first(end).split(' ');
    if (facts.size() != 4 || facts.at(0).size() != CacheStore::StampBytes || tagEnd < end + 3)
        return std::nullopt;
    std::array<bool, 3> areNumbers {};
    const Instant readAt(std::chrono::microseconds(facts.at(0).toLongLong(&areNumbers[0])));
    const std::chrono::milliseconds freshFor(facts.at(1).toLongLong(&areNumbers[1]));
    const std::chrono::milliseconds staleFor(facts.at(2).toLongLong(&areNumbers[2]));
    const bool isTagged = kept.at(end + 1) == '"' && kept.at(tagEnd - 1) == '"';
    if (!isTagged || std::ranges::find(areNumbers, false) != areNumbers.end())
        return std::nullopt;
    return KeptRead {QString::fromLatin1(facts.at(3)), readAt, freshFor, staleFor,
        kept.sliced(end + 1, tagEnd - end - 1), kept.sliced(tagEnd + 1)};
}

} // namespace

QByteArray ReadKey::question() const
{
    QByteArray key;
    key.reserve(160);
    key.append(family.toLatin1()).append(":v1:").append(user.value.toByteArray(QUuid::WithoutBraces));
    key.append(':').append(workspace.value.toByteArray(QUuid::WithoutBraces));
    key.append(':').append(filters);
    return key;
}

QByteArray ReadKey::text() const
{
    return question() + ':' + version.toLatin1();
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
    , m_overtaken(lookups(metrics, "overtaken"))
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

Reply<std::optional<KeptRead>> ReadCache::findNewest(const ReadKey &key)
{
    using Found = std::optional<KeptRead>;
    const QByteArray question = key.question();
    const Found own = keptHere(question);
    const bool isCurrent = own && own->version == key.version;
    if (isCurrent || !m_shared) {
        (isCurrent ? m_hits : own ? m_overtaken : m_misses).increment();
        return Reply<Found>::ready(own);
    }
    ReplySource<Found> source;
    const auto work = [shared = m_shared, question](PgConnection &, std::stop_token) -> Result<Found> {
        const std::optional<QByteArray> kept = shared->find(question);
        return kept ? unpackedRead(*kept) : Found();
    };
    deliver(m_pool.run(work), this, [this, source, key](const Result<Found> &found) {
        source.finish(takeShared(key, found ? *found : Found()));
    });
    return source.reply();
}

std::optional<KeptRead> ReadCache::takeShared(const ReadKey &key, const std::optional<KeptRead> &found)
{
    const QByteArray question = key.question();
    const std::optional<KeptRead> own = keptHere(question); // kept while the shared store was asked, perhaps
    if (own && (own->version == key.version || !found)) {
        (own->version == key.version ? m_hits : m_overtaken).increment();
        return own;
    }
    if (!found) {
        m_misses.increment();
        return std::nullopt;
    }
    (found->version == key.version ? m_sharedHits : m_overtaken).increment();
    const auto age = std::chrono::floor<std::chrono::milliseconds>(m_clock.now() - found->readAt);
    // Another service's clock may be ahead of ours.
    const bool isNewest = storeHere(question, *found, found->lifetime() - std::max(age, {}));
    return isNewest || found->version == key.version ? found : own;
}

std::optional<KeptRead> ReadCache::keptHere(const QByteArray &question)
{
    const std::optional<QByteArray> kept = m_memory.find(question);
    return kept ? unpackedRead(*kept) : std::nullopt;
}

bool ReadCache::storeHere(
    const QByteArray &question, const KeptRead &read, std::chrono::milliseconds timeToLive)
{
    const std::optional<KeptRead> own = keptHere(question);
    if (own && own->readAt > read.readAt)
        return false;
    if (timeToLive.count() > 0)
        m_memory.store(question, packed(read), timeToLive);
    return true;
}

void ReadCache::keepNewest(const ReadKey &key, const KeptRead &read, bool isShared)
{
    const QByteArray question = key.question();
    if (!storeHere(question, read, read.lifetime()) || !m_shared || !isShared)
        return;
    const auto store = [shared = m_shared, question, value = packed(read), lifetime = read.lifetime()](
                           PgConnection &, std::stop_token) -> Result<bool> {
        shared->storeNewer(question, value, lifetime);
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
