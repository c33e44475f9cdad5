// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httpresponse.h"
#include "core/server/memorycache.h"
#include "core/server/metrics.h"
#include "core/storage/pgpool.h"

#include <QObject>

namespace signalbox {

class CacheStore;

/// A body as it was read, with the data version it shows.
struct VersionedBody
{
    QString version;
    QByteArray etag; ///< with its quotes
    QByteArray body;
    CacheSource source = CacheSource::Miss;
    std::chrono::microseconds databaseTime {}; ///< zero: nobody was asked
};

/// What a read is kept under: `inbox:v1:{user}:{workspace}:{filters}:{version}` (domain §5), or, as the
/// newest of its question, without the version. User and
/// workspace are in every key; `filters` is the first 16 hex digits of SHA-256, because search text is
/// personal data. The nil user stands for everybody who may see the workspace: for answers that do not
/// depend on who asks (docs/ANALYTICS.md), which the caller must have established.
struct ReadKey
{
    QString family; ///< `inbox`
    UserId user; ///< nil: everybody's
    WorkspaceId workspace;
    QByteArray filters;
    QString version;

    QByteArray text() const;
    /// Without the version: what finds the newest answer, whichever data it shows.
    QByteArray question() const;
    /// 16 hex digits over whatever tells two reads of a user and workspace apart.
    static QByteArray hashed(QByteArrayView filters);
};

/// An answer as it is kept under its question alone, so that it is still found when the version has moved.
struct KeptRead
{
    QString version; ///< of the data it shows, or older
    Instant readAt {}; ///< when its reading began, by the clock of the service that read
    std::chrono::milliseconds freshFor {}; ///< while its version is the current one
    std::chrono::milliseconds staleFor {}; ///< while it is not; zero: never
    QByteArray etag; ///< with its quotes
    QByteArray body;

    std::chrono::milliseconds lifetime() const { return std::max(freshFor, staleFor); }
};

/// Reads kept by their data version (DESIGN D4): a write changes the version, so nothing is ever thrown out
/// by hand. get() never serves what is old; findNewest() finds the last answer to a question with the version
/// it shows, and whoever asks judges it. In the process first, then in the shared store if there is one.
///
/// Equal reads at the same time are done once. Whoever asks has been authorised before (domain §4.1).
class ReadCache final : public QObject
{
    Q_OBJECT

public:
    using Loader = std::function<Result<VersionedBody>(PgConnection &)>;

    /// All must outlive it. `shared` may be null.
    ReadCache(PgPool &pool, CacheStore *shared, const Clock &clock, Metrics &metrics,
        qint64 memoryBytes = 64 << 20, QObject *parent = nullptr);

    /// The kept body, or the loader's, which is then kept under the version it was really read at.
    Reply<VersionedBody> get(const ReadKey &key, std::chrono::milliseconds timeToLive, const Loader &load);

    /// For reads that are not one loader on one connection: what is kept of the question in this process or
    /// the shared store, of the key's version if there is such, or else what was read last. The caller judges
    /// whether it may still be used. A store that fails is a miss, never an error (DESIGN D4).
    Reply<std::optional<KeptRead>> findNewest(const ReadKey &key);
    /// Keeps an answer for its lifetime, unless one is kept that was read later; in the shared store only
    /// when `isShared`.
    void keepNewest(const ReadKey &key, const KeptRead &read, bool isShared);

private:
    std::optional<KeptRead> keptHere(const QByteArray &question);
    std::optional<KeptRead> takeShared(const ReadKey &key, const std::optional<KeptRead> &found);
    bool storeHere(const QByteArray &question, const KeptRead &read, std::chrono::milliseconds timeToLive);
    void take(const QByteArray &text, const ReadKey &key, std::chrono::milliseconds timeToLive,
        const Result<VersionedBody> &loaded);

    PgPool &m_pool;
    CacheStore *m_shared;
    const Clock &m_clock;
    MemoryCache m_memory;
    QHash<QByteArray, QList<ReplySource<VersionedBody>>> m_open;
    Counter &m_hits;
    Counter &m_sharedHits;
    Counter &m_overtaken; // found, but the data has moved since
    Counter &m_misses;
};

} // namespace signalbox
