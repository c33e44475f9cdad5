// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/analytics/analyticsreads.h"
#include "core/storage/cachestore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <atomic>
#include <mutex>

namespace signalbox {

/// What several services share, in a test.
class SharedShelf final : public CacheStore
{
public:
    std::optional<QByteArray> find(const QByteArray &key) override
    {
        const std::scoped_lock lock(m_mutex); // workers call
        if (answersWith)
            return answersWith;
        return kept.contains(key) ? std::optional(kept.value(key)) : std::nullopt;
    }
    void store(const QByteArray &key, const QByteArray &value, std::chrono::milliseconds) override
    {
        const std::scoped_lock lock(m_mutex);
        kept.insert(key, value);
    }
    void storeNewer(
        const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive) override
    {
        const auto there = find(key);
        ++offered;
        if (!there || there->left(StampBytes) <= value.left(StampBytes))
            store(key, value, timeToLive);
    }

    QHash<QByteArray, QByteArray> kept;
    std::optional<QByteArray> answersWith;
    std::atomic<int> offered = 0;

private:
    std::mutex m_mutex;
};

/// A service that reads analytics with a loader that counts, over two workspaces and three people.
class ReadsFixture : public QObject
{
protected:
    /// One service: its pool, its memory, its reads.
    struct Instance
    {
        explicit Instance(const QString &conninfo, const ManualClock &clock, CacheStore *shared = nullptr)
            : pool(conninfo, {.size = 2})
            , cache(pool, shared, clock, metrics)
            , reads(pool, cache, clock, clock, metrics)
        { }
        Metrics metrics;
        PgPool pool;
        ReadCache cache;
        AnalyticsReads reads;
    };

    ManualClock m_clock;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<Instance> m_service;
    UserId m_owner, m_setter, m_stranger;
    WorkspaceId m_workspace, m_foreign;
    int m_loads = 0;
    std::chrono::milliseconds m_timeToLive = std::chrono::minutes(5);
    std::chrono::milliseconds m_staleFor = std::chrono::minutes(2);

    InboxData data() { return InboxData(*m_admin); }
    AnalyticsReads::Read read(UserId user, WorkspaceId workspace, bool isRefresh = false);
    /// One whose reading the test ends itself.
    AnalyticsReads::Read slowRead(UserId user, const ReplySource<LoadedBody> &slow);
    AnalyticsReads::Read noCache(UserId user)
    {
        auto made = read(user, m_workspace);
        made.mayBeStale = false;
        return made;
    }
    static QByteArray wait(const Reply<HttpResponse> &reply);
    QByteArray get(UserId user, bool isRefresh = false)
    {
        return wait(m_service->reads.get(read(user, m_workspace, isRefresh)));
    }
    void write();

    void setUpOnce();
    void setUp();
};

} // namespace signalbox
