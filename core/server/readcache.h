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

/// What a read is kept under: `inbox:v1:{user}:{workspace}:{filters}:{version}` (domain §5). User and
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
    /// 16 hex digits over whatever tells two reads of a user and workspace apart.
    static QByteArray hashed(QByteArrayView filters);
};

/// Reads kept by their data version (DESIGN D4): a write changes the version, so nothing is ever thrown out
/// by hand and nothing old is served. In the process first, then in the shared store if there is one.
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

    /// The two halves of get(), for reads that are not one loader on one connection. What is kept in this
    /// process or the shared store; none is a miss. A store that fails is a miss, never an error (DESIGN D4).
    Reply<std::optional<VersionedBody>> find(const ReadKey &key);
    /// Keeps a read under exactly this key; in the shared store only when `isShared`.
    void keep(const ReadKey &key, const VersionedBody &read, std::chrono::milliseconds timeToLive,
        bool isShared = true);

private:
    std::optional<VersionedBody> takeShared(const ReadKey &key, const std::optional<VersionedBody> &found);
    void take(const QByteArray &text, const ReadKey &key, std::chrono::milliseconds timeToLive,
        const Result<VersionedBody> &loaded);

    PgPool &m_pool;
    CacheStore *m_shared;
    const Clock &m_clock;
    MemoryCache m_memory;
    QHash<QByteArray, QList<ReplySource<VersionedBody>>> m_open;
    Counter &m_hits;
    Counter &m_sharedHits;
    Counter &m_misses;
};

} // namespace signalbox
