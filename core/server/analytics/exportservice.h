// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/exports.h"
#include "core/server/analytics/exportdirectory.h"
#include "core/server/metrics.h"
#include "core/server/ratelimiter.h"
#include "core/storage/pgpool.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace signalbox {

/// How far an export is; written by its worker, read by who asks.
struct ExportProgress
{
    std::atomic<bool> isBegun = false; ///< its worker has it
    std::atomic<qint64> rowsWritten = 0;
    std::atomic<qint64> rowsTotal = -1; ///< -1: not counted
    std::atomic<qint64> computedAtMicros = 0; ///< of the snapshot
};

/// What a worker is to write.
struct ExportOrder
{
    UserId user;
    ExportRequest request;
    QString path; ///< of the spool file; it does not exist yet
    Instant now {}; ///< when it was asked for
};

/// Writes an export in one snapshot. Stops, with any error, when the token says so.
using ExportWriter = std::function<Result<void>(
    PgConnection &pg, const ExportOrder &order, ExportProgress &progress, std::stop_token stop)>;

/// The exports of this service (DESIGN §8.25): each runs on a worker of `pool`, which has as many as may run
/// at once; the others wait. They are known to this process alone, and gone with it.
///
/// Event thread only. Who may see a workspace is the caller's to check.
class ExportService final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostOfOnePerson = 4; ///< under way or finished
    static constexpr int MostFailuresOfOnePerson = 8; ///< failed or cancelled, for who comes back to look
    /// As many as all tabs in both formats and some more at once, then one every five seconds.
    static constexpr RateLimiter::Config StartsOfOnePerson {.perSecond = 0.2, .burst = 20};
    static constexpr std::chrono::hours KeptFor {1};

    struct Services
    {
        PgPool &pool;
        const Clock &clock;
        Metrics &metrics;
        QString parent; ///< of its directory
        ExportWriter writer;
    };

    explicit ExportService(Services services, QObject *parent = nullptr);
    /// Stops what runs and deletes every file.
    ~ExportService() override;

    /// Begins or queues one. A person who has MostOfOnePerson loses the oldest finished one; when all are
    /// under way, or when too many were begun lately, Unavailable with code `EXPORT_LIMIT`. Unavailable too
    /// when there is nowhere to write.
    Result<ExportJob> start(UserId user, const ExportRequest &request);

    /// What its owner may know; none for anybody else's.
    std::optional<ExportJob> find(UserId user, QUuid id);
    std::optional<WorkspaceId> workspaceOf(UserId user, QUuid id);
    /// Of a finished one; null otherwise. Holding it keeps the file.
    std::shared_ptr<SpoolFile> file(UserId user, QUuid id);
    /// Stops one under way, which is then Cancelled, or forgets one that has ended. False for anybody else's.
    ///
    /// Completing a spreadsheet cannot be interrupted: its worker is busy for some seconds more, and takes
    /// the place of one under way until then. Its file goes with it.
    bool cancel(UserId user, QUuid id);

    /// Deletes what ended an hour ago; a timer calls it too.
    void sweep();

private:
    struct Entry;

    Result<void> openDirectory();
    Entry *entryOf(UserId user, QUuid id);
    Result<void> admit(UserId user);
    void forgetOldest(UserId user, const std::function<bool(const Entry &)> &which, qsizetype left);
    void run(Entry &entry);
    void finish(QUuid id, const Result<qint64> &written);
    ExportJob jobOf(const Entry &entry) const;
    void count(const char *outcome);

    Services m_services;
    std::unique_ptr<ExportDirectory> m_directory;
    RateLimiter m_starts;
    std::map<QUuid, std::unique_ptr<Entry>> m_entries;
    QTimer m_sweeper;
};

} // namespace signalbox
