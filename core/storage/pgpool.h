// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/workerpool.h"
#include "core/storage/pgconnection.h"

#include <atomic>
#include <mutex>

namespace signalbox {

/// Worker threads with one PostgreSQL connection each, opened when first needed and again when it breaks.
///
/// A task that is cancelled while its statement runs has the statement cancelled on the server (PQcancel on a
/// thread of the pool's own, style §6.5). A server that is gone fails tasks with Unavailable; the next task
/// tries again.
class PgPool
{
public:
    struct Options
    {
        int size = 6;
        std::chrono::milliseconds statementTimeout {12000}; // domain §3.4
    };

    PgPool(QString conninfo, const Options &options);
    explicit PgPool(QString conninfo)
        : PgPool(std::move(conninfo), Options())
    { }
    ~PgPool();
    Q_DISABLE_COPY_MOVE(PgPool)

    /// `work`: `Result<T>(PgConnection &, std::stop_token)`, run on a worker thread.
    template <typename Work>
    auto run(Work work)
        -> Reply<typename std::invoke_result_t<Work, PgConnection &, std::stop_token>::value_type>
    {
        return m_workers.run(
            [this, work = std::move(work)](std::stop_token stop) mutable { return use(work, stop); });
    }

    /// The same on the calling thread, which must be a worker: for background loops.
    template <typename Work>
    auto runHere(Work work) -> std::invoke_result_t<Work, PgConnection &, std::stop_token>
    {
        return use(work, std::stop_token());
    }

    struct Usage
    {
        int size = 0;
        int open = 0;
        int busy = 0;
        qint64 failedConnects = 0;
    };
    /// For /metrics; any thread.
    Usage usage() const;

private:
    class Canceller;

    template <typename Work>
    auto use(Work &work, std::stop_token stop) -> std::invoke_result_t<Work, PgConnection &, std::stop_token>
    {
        auto borrowed = borrow();
        if (!borrowed)
            return borrowed.error();
        auto result = [&] {
            const auto guard = watch(**borrowed, stop);
            return work(**borrowed, stop);
        }();
        giveBack(std::move(*borrowed));
        if (!result && stop.stop_requested())
            return Error {Error::Kind::Cancelled};
        return result;
    }

    Result<std::unique_ptr<PgConnection>> borrow();
    void giveBack(std::unique_ptr<PgConnection> connection);
    std::shared_ptr<void> watch(PgConnection &connection, std::stop_token stop);

    QString m_conninfo;
    Options m_options;
    mutable std::mutex m_mutex; // guards the idle list and the figures: worker threads share them
    std::vector<std::unique_ptr<PgConnection>> m_idle;
    Usage m_usage;
    WorkerPool m_cancellers {1};
    WorkerPool m_workers; // last: its threads end before what they use
};

} // namespace signalbox
