// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/metrics.h"
#include "core/storage/pgpool.h"

#include <QObject>
#include <QTimer>

namespace signalbox {

/// A piece of upkeep that is done again and again: `interval` after the end of one round begins the next, at
/// once when a round said that there is more.
///
/// Any number of services may run the same one: each piece of work is made for that (skip locked). A round
/// that fails is logged once until one succeeds, and tried again after the interval.
class BackgroundTask final : public QObject
{
    Q_OBJECT

public:
    struct Round
    {
        qint64 done = 0;
        bool hasMore = false;
    };
    using Work = std::function<Result<Round>(PgConnection &)>;

    /// `pool` must outlive it. Counts rounds, work done and failures under
    /// `signalbox_background_…{task="name"}`.
    BackgroundTask(const QByteArray &name, std::chrono::milliseconds interval, PgPool &pool, Metrics &metrics,
        Work work, QObject *parent = nullptr);

    void start();
    void stop();

Q_SIGNALS:
    void rounded(const signalbox::BackgroundTask::Round &round);

private:
    void begin();
    void onFinished(const Result<Round> &round);

    QByteArray m_name;
    std::chrono::milliseconds m_interval;
    PgPool &m_pool;
    Work m_work;
    Counter &m_rounds;
    Counter &m_done;
    Counter &m_failures;
    QTimer m_wait;
    Pending<Round> m_running;
    bool m_isFailing = false;
};

} // namespace signalbox
