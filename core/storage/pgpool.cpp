// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgpool.h"

#include <libpq-fe.h>

namespace signalbox {

/// Cancels one task's statement, and never the next task's on the same connection: both sides hold the mutex.
class PgPool::Canceller
{
public:
    explicit Canceller(PGconn *connection)
        : m_cancel(PQgetCancel(connection), &PQfreeCancel)
    { }
    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        char reason[256];
        if (m_isRunning && m_cancel)
            PQcancel(m_cancel.get(), reason, sizeof reason);
    }
    void finish()
    {
        const std::lock_guard lock(m_mutex);
        m_isRunning = false;
    }

private:
    std::mutex m_mutex;
    bool m_isRunning = true;
    std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> m_cancel;
};

PgPool::PgPool(QString conninfo, const Options &options)
    : m_conninfo(std::move(conninfo))
    , m_options(options)
    , m_workers(options.size)
{
    m_usage.size = options.size;
}

PgPool::~PgPool() = default;

PgPool::Usage PgPool::usage() const
{
    const std::lock_guard lock(m_mutex);
    return m_usage;
}

Result<std::unique_ptr<PgConnection>> PgPool::borrow()
{
    while (true) {
        std::unique_ptr<PgConnection> idle;
        {
            const std::lock_guard lock(m_mutex);
            if (m_idle.empty())
                break;
            idle = std::move(m_idle.back());
            m_idle.pop_back();
            if (idle->isUsable()) {
                ++m_usage.busy;
                return idle;
            }
            --m_usage.open;
        }
    }
    auto opened = PgConnection::open(
        m_conninfo, {.statementTimeout = m_options.statementTimeout, .hasGenericPlans = true});
    const std::lock_guard lock(m_mutex);
    if (!opened) {
        ++m_usage.failedConnects;
        return opened;
    }
    ++m_usage.open;
    ++m_usage.busy;
    return opened;
}

void PgPool::giveBack(std::unique_ptr<PgConnection> connection)
{
    const bool isUsable = connection->isUsable();
    const std::lock_guard lock(m_mutex);
    --m_usage.busy;
    if (isUsable)
        m_idle.push_back(std::move(connection));
    else
        --m_usage.open;
}

std::shared_ptr<void> PgPool::watch(PgConnection &connection, std::stop_token stop)
{
    if (!stop.stop_possible())
        return nullptr;
    struct Guard
    {
        std::shared_ptr<Canceller> canceller;
        std::stop_callback<std::function<void()>> callback;
        Guard(std::shared_ptr<Canceller> shared, std::stop_token token, WorkerPool &threads)
            : canceller(std::move(shared))
            , callback(token, [task = canceller, &threads] { threads.post([task] { task->cancel(); }); })
        { }
        ~Guard() { canceller->finish(); }
    };
    return std::make_shared<Guard>(
        std::make_shared<Canceller>(connection.handle()), std::move(stop), m_cancellers);
}

} // namespace signalbox
