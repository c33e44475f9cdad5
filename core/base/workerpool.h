// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QThreadPool>

namespace signalbox {

/// Threads that run plain synchronous functions; the caller gets a Reply.
///
/// A task takes a stop token and returns a Result. One that was cancelled before it began never runs.
/// Destruction cancels nothing and waits for what is running; queued tasks still run.
class WorkerPool
{
public:
    explicit WorkerPool(int threads);
    ~WorkerPool();
    Q_DISABLE_COPY_MOVE(WorkerPool)

    /// `task`: `Result<T>(std::stop_token)`.
    template <typename Task>
    auto run(Task task) -> Reply<typename std::invoke_result_t<Task, std::stop_token>::value_type>
    {
        using T = typename std::invoke_result_t<Task, std::stop_token>::value_type;
        auto promise = std::make_shared<QPromise<Result<T>>>();
        std::stop_source stop;
        promise->start();
        Reply<T> reply(promise->future(), stop);
        m_threads.start([promise, stop, task = std::move(task)]() mutable {
            if (!promise->isCanceled())
                promise->addResult(task(stop.get_token()));
            promise->finish();
        });
        return reply;
    }

    /// Runs a task nobody waits for.
    void post(std::function<void()> task) { m_threads.start(std::move(task)); }

    int threadCount() const { return m_threads.maxThreadCount(); }
    /// Blocks until every queued task has run.
    void waitForDone() { m_threads.waitForDone(); }

private:
    QThreadPool m_threads;
};

} // namespace signalbox
