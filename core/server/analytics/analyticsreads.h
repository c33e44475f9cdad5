// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/analytics/readflights.h"
#include "core/server/heldanswers.h"
#include "core/server/readcache.h"
#include "core/storage/inboxreader.h"

namespace signalbox {

/// Reads of analytics through the versioned cache (DESIGN D4, docs/ANALYTICS.md), for callers whose right to
/// the workspace is established.
///
/// What is kept belongs to a workspace and a data version, and to a person only when the answer depends on
/// who asks. In a busy workspace the version moves with every message: then what was read before is told for
/// a while, as stale, and read again meanwhile (RFC 5861 §3). What is told unmarked misses only what was
/// written in the last VersionHold. Equal reads at the same time are one query.
class AnalyticsReads final : public QObject
{
    Q_OBJECT

public:
    /// How long a version is held, and least between two readings of a question that nobody waits for.
    static constexpr std::chrono::seconds VersionHold {10};

    /// `pool` is for the version's question, which must not wait behind the reads; `holds` the clock by which
    /// it is held and answers grow old, the cache's. All must outlive it.
    AnalyticsReads(PgPool &pool, ReadCache &cache, const Clock &clock, const Clock &holds, Metrics &metrics,
        QObject *parent = nullptr);

    struct Read
    {
        QByteArray endpoint; ///< of the fixed set of domain §5: `overview`, `crm-rows`
        InboxReader reader;
        QByteArray filters; ///< whatever tells two answers of an endpoint and workspace apart
        bool isPersonal = true; ///< false: the same for everybody who may see the workspace
        bool isRefresh = false; ///< skips what is kept and rewrites it; joins only what began after `askedAt`
        bool isKept = true; ///< false: read every time
        bool mayBeStale = true; ///< false: of the current version, or read
        std::chrono::microseconds askedAt {}; ///< Clock::elapsed() when the request arrived
        ReadFlights::Start load;
    };
    /// The answer with ETag, source, age and timings. A body of several parts that all failed comes with
    /// status 500 and without ETag.
    Reply<HttpResponse> get(const Read &read);

    /// The caller changed something of this workspace here: nothing that was read before is told any more.
    void forget(WorkspaceId workspace);

    /// Queries that are under way.
    qsizetype flightsOpen() const { return m_flights.open(); }

private:
    enum class Worth
    {
        Nothing,
        Stale,
        Current,
    };

    Reply<QString> versionFor(const InboxReader &reader);
    Reply<QString> askVersion(const InboxReader &reader);
    void dropVersion(WorkspaceId workspace);
    Reply<HttpResponse> lookUp(const Read &read, const QString &version);
    Worth worthOf(const KeptRead &kept, const Read &read, const ReadKey &key) const;
    /// The read, which keeps what it comes to.
    ReadFlights::Start keeping(const Read &read, const ReadKey &key);
    void readAgain(const Read &read, const ReadKey &key);
    Reply<HttpResponse> load(const Read &read, const ReadKey &key);
    void count(const Read &read, const char *outcome);

    PgPool &m_pool;
    ReadCache &m_cache;
    const Clock &m_clock;
    const Clock &m_holds;
    Metrics &m_metrics;
    HeldAnswers<QUuid, QString> m_versions; // of workspaces
    QHash<QUuid, Instant> m_editedAt; // workspaces, here
    QHash<QByteArray, std::chrono::microseconds> m_rereadAt; // questions: when that was begun
    ReadFlights m_flights;
};

} // namespace signalbox
