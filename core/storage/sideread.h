// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/pgpool.h"

#include <future>

namespace signalbox {

/// Half of a reading, offered to whoever is free: another connection of the pool reads it in the snapshot of
/// the transaction that offers it. What no other has begun when its turn comes is read where it is wanted, so
/// nobody ever waits for a free connection, and a busy pool reads as if there were no offer.
template <typename T> class SideRead
{
public:
    using Work = std::function<Result<T>(PgConnection &)>;

    /// `pg` is in a read-only transaction, which `scope` is of; `pool` (null: nobody is asked) must outlive
    /// this. The work may run after this is gone, so it owns what it needs.
    static Result<SideRead> offer(PgPool *pool, PgConnection &pg, const TenantScope &scope, Work work)
    {
        auto task = std::make_shared<Task>(std::move(work));
        if (pool == nullptr)
            return SideRead(std::move(task), Reply<bool>());
        const auto rows = pg.run(QLatin1StringView("SnapshotExport"));
        if (!rows)
            return rows.error();
        Reply<bool> runner = pool->run([task, scope, snapshot = rows->text(0, 0).toLatin1()](
                                           PgConnection &other, std::stop_token) -> Result<bool> {
            if (!task->take())
                return false;
            task->answer.set_value(other.transactionAt(snapshot, scope, [&] { return task->work(other); }));
            return true;
        });
        return SideRead(std::move(task), std::move(runner));
    }

    SideRead(SideRead &&) noexcept = default;
    SideRead &operator=(SideRead &&) = delete;
    ~SideRead() { withdraw(); }

    /// What the other connection reads, or else what `pg` does. `stop` ends the wait.
    Result<T> finish(PgConnection &pg, const std::stop_token &stop)
    {
        if (m_task->take())
            return readHere(pg, stop);
        const std::stop_callback cancel(stop, [this] { m_runner.cancel(); });
        Result<T> answer = m_task->answer.get_future().get();
        // A connection that broke says nothing about this one.
        return answer || answer.error().kind != Error::Kind::Unavailable ? answer : readHere(pg, stop);
    }

private:
    struct Task
    {
        explicit Task(Work owned)
            : work(std::move(owned))
        { }
        /// True for the first who asks.
        bool take() { return !isTaken.exchange(true); }

        const Work work;
        std::promise<Result<T>> answer;
        std::atomic<bool> isTaken = false;
    };

    SideRead(std::shared_ptr<Task> task, Reply<bool> runner)
        : m_task(std::move(task))
        , m_runner(std::move(runner))
    { }

    /// The statement that a stop cancelled may have been over by then: the next one must not begin.
    Result<T> readHere(PgConnection &pg, const std::stop_token &stop)
    {
        return stop.stop_requested() ? Result<T>(Error {Error::Kind::Cancelled}) : m_task->work(pg);
    }

    void withdraw()
    {
        if (m_task && !m_task->take())
            m_runner.cancel();
    }

    std::shared_ptr<Task> m_task; // null: moved from
    Reply<bool> m_runner;
};

} // namespace signalbox
