// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/backgroundtask.h"

#include "app/service/servicelog.h"
#include "core/base/log.h"

namespace signalbox {

using namespace Qt::StringLiterals;

BackgroundTask::BackgroundTask(const QByteArray &name, std::chrono::milliseconds interval, PgPool &pool,
    Metrics &metrics, Work work, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_interval(interval)
    , m_pool(pool)
    , m_work(std::move(work))
    , m_rounds(metrics.counter(
          "signalbox_background_rounds_total", "Rounds of upkeep that ended", {{"task", name}}))
    , m_done(metrics.counter("signalbox_background_done_total", "Things done by upkeep", {{"task", name}}))
    , m_failures(metrics.counter(
          "signalbox_background_failures_total", "Rounds of upkeep that failed", {{"task", name}}))
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &BackgroundTask::begin);
}

void BackgroundTask::start()
{
    m_wait.start(m_interval);
}

void BackgroundTask::stop()
{
    m_wait.stop();
    m_running.cancel();
}

void BackgroundTask::begin()
{
    m_running = m_pool.run([work = m_work](PgConnection &pg, std::stop_token) { return work(pg); });
    deliver(m_running, this, [this](const Result<Round> &round) { onFinished(round); });
}

void BackgroundTask::onFinished(const Result<Round> &round)
{
    m_rounds.increment();
    if (!round) {
        m_failures.increment();
        if (!m_isFailing)
            logWarning(serviceLog(), "upkeep_failed"_L1,
                {{u"task"_s, QString::fromLatin1(m_name)}, {u"error"_s, describe(round.error())}});
        m_isFailing = true;
        m_wait.start(m_interval);
        return;
    }
    if (m_isFailing)
        logInfo(serviceLog(), "upkeep_recovered"_L1, {{u"task"_s, QString::fromLatin1(m_name)}});
    m_isFailing = false;
    m_done.increment(quint64(round->done));
    m_wait.start(round->hasMore ? std::chrono::milliseconds(0) : m_interval);
    Q_EMIT rounded(*round);
}

} // namespace signalbox
