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
/// who asks. In a busy workspace the version moves with every message, so it is sampled and held for
/// VersionHold: a write shows after less than that, and at once to whoever made it here (forget()). Below,
/// equal reads at the same time are one query.
class AnalyticsReads final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds VersionHold {60}; ///< a write shows in less

    /// `pool` is for the version's question, which must not wait behind the reads; `holds` the clock it is
    /// held by. All must outlive it.
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
        std::chrono::microseconds askedAt {}; ///< Clock::elapsed() when the request arrived
        ReadFlights::Start load;
    };
    /// The answer with ETag, source and timings. A body of several parts that all failed comes with status
    /// 500 and without ETag.
    Reply<HttpResponse> get(const Read &read);

    /// The caller changed something of this workspace here: the next read of anybody asks the database.
    void forget(WorkspaceId workspace);

    /// Queries that are under way.
    qsizetype flightsOpen() const { return m_flights.open(); }

private:
    Reply<QString> versionFor(const InboxReader &reader);
    Reply<QString> askVersion(const InboxReader &reader);
    Reply<HttpResponse> lookUp(const Read &read, const QString &version);
    Reply<HttpResponse> load(const Read &read, const ReadKey &key);
    void count(const Read &read, const char *outcome);

    PgPool &m_pool;
    ReadCache &m_cache;
    const Clock &m_clock;
    Metrics &m_metrics;
    HeldAnswers<QUuid, QString> m_versions; // of workspaces
    ReadFlights m_flights;
};

} // namespace signalbox
