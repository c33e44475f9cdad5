// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/backgroundtask.h"
#include "core/config/environmentname.h"
#include "core/server/runtimeflags.h"

namespace signalbox {

/// What a service does beside answering (DESIGN D2): folds count deltas, wakes snoozed leads, reconciles
/// counts, works out response times, and re-reads the switches.
class Upkeep final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. `flags` is kept up to date on this thread.
    Upkeep(PgPool &pool, RuntimeFlags &flags, Metrics &metrics, const EnvironmentName &environment,
        QObject *parent = nullptr);

    void start();
    void stop();

    /// Reads the switches of an environment and hands them to `flags`; once at the start, before the first
    /// request.
    static Result<QHash<QString, QString>> loadFlags(PgConnection &pg, const EnvironmentName &environment);

private:
    void addTask(const QByteArray &name, std::chrono::milliseconds interval, BackgroundTask::Work work);
    void readFlags();

    PgPool &m_pool;
    RuntimeFlags &m_flags;
    Metrics &m_metrics;
    EnvironmentName m_environment;
    QList<BackgroundTask *> m_tasks;
    QTimer m_flagTimer;
    Pending<QHash<QString, QString>> m_pendingFlags;
};

} // namespace signalbox
