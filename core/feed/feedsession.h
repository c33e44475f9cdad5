// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/pgparams.h"
#include "core/storage/pgresult.h"

#include <chrono>

struct pg_conn;

namespace signalbox {

/// Tells a thread that waits in poll() to end. From any thread, once.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    Q_DISABLE_COPY_MOVE(StopSignal)

    void request();
    bool isRequested() const;
    int descriptor() const { return m_event; } ///< readable from the request on
    /// False: it was requested while we waited.
    bool sleep(std::chrono::milliseconds time) const;

private:
    int m_event;
};

/// A connection of the feed's thread: as PgConnection, but it can speak the replication protocol, and every
/// wait ends at once when the thread must.
///
/// Failures are those of PgConnection, and Cancelled.
class FeedSession
{
public:
    enum class Kind
    {
        Statements,
        Replication ///< of the database: commands only, without parameters
    };
    static constexpr std::chrono::milliseconds Deadline {5'000};

    static Result<std::unique_ptr<FeedSession>> open(
        const QString &conninfo, Kind kind, const QByteArray &applicationName, const StopSignal &stop);
    ~FeedSession();
    Q_DISABLE_COPY_MOVE(FeedSession)

    /// A named block of resources/sql/queries.
    Result<PgResult> run(QLatin1StringView queryName, const PgParams &params = {},
        std::chrono::milliseconds deadline = Deadline);
    /// A replication command, BEGIN, COMMIT or ROLLBACK. The stream that START_REPLICATION opens is the
    /// caller's.
    Result<PgResult> command(const QByteArray &text);

    int descriptor() const;
    pg_conn *handle() const { return m_connection; }

private:
    FeedSession(pg_conn *owned, const StopSignal &stop);
    Result<void> connect();
    Result<PgResult> answer(bool isSent, std::chrono::milliseconds deadline);
    /// Until the socket is ready for `events` of poll(). TimedOut after the deadline.
    Result<void> wait(short events, std::chrono::milliseconds deadline) const;

    pg_conn *m_connection;
    const StopSignal &m_stop;
};

} // namespace signalbox
