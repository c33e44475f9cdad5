// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/upkeep.h"

#include "app/service/servicelog.h"
#include "core/base/log.h"
#include "core/storage/analytics/campaigndays.h"
#include "core/storage/analytics/messagedays.h"
#include "core/storage/countsstore.h"
#include "core/storage/idempotencystore.h"
#include "core/storage/timingstore.h"

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Round = BackgroundTask::Round;

constexpr int FoldRows = 20'000;
constexpr int WakeRows = 1'000;
constexpr int PurgeRows = 10'000;

/// A round that found as many as it takes at once has more to do.
Result<Round> roundOf(const Result<qint64> &done, int most)
{
    if (!done)
        return done.error();
    return Round {*done, *done >= most};
}

Result<Round> fold(PgConnection &pg)
{
    return roundOf(foldCounts(pg, FoldRows), FoldRows);
}

Result<Round> foldDays(PgConnection &pg)
{
    return roundOf(foldMessageDays(pg, FoldRows), FoldRows);
}

Result<Round> foldCampaigns(PgConnection &pg)
{
    return roundOf(foldCampaignDays(pg, FoldRows), FoldRows);
}

Result<Round> wake(PgConnection &pg)
{
    return roundOf(wakeSnoozed(pg, WakeRows), WakeRows);
}

Result<Round> purgeKeys(PgConnection &pg)
{
    return roundOf(purgeIdempotencyKeys(pg, PurgeRows), PurgeRows);
}

Result<Round> fillTimings(PgConnection &pg)
{
    const auto filled = fillResponseTimings(pg);
    if (!filled)
        return filled.error();
    return Round {filled->messages, filled->hasMore};
}

// Passes over all messages of a workspace take longer than a request may (36 s at five million of them).
Result<Round> reconcileMarked(PgConnection &pg)
{
    if (const auto patient = pg.run("CountsTakeTime"_L1); !patient)
        return patient.error();
    const auto result = reconcileDirty(pg);
    if (const auto back = pg.run("CountsTakeNoMoreTime"_L1); !back)
        return back.error();
    if (!result)
        return result.error();
    return Round {result->workspaces};
}

// Nothing marked this workspace, so figures that are off are a defect of ours.
Result<Round> reconcileScheduled(PgConnection &pg, Counter &drift)
{
    const auto result = reconcileStalest(pg);
    if (!result)
        return result.error();
    if (result->driftedScopes > 0) {
        drift.increment(quint64(result->driftedScopes));
        logError(serviceLog(), "counts_drifted"_L1, {{u"scopes"_s, result->driftedScopes}});
    }
    return Round {result->workspaces};
}

} // namespace

Upkeep::Upkeep(
    PgPool &pool, RuntimeFlags &flags, Metrics &metrics, const EnvironmentName &environment, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_flags(flags)
    , m_metrics(metrics)
    , m_environment(environment)
{
    Counter &drift
        = metrics.counter("signalbox_counts_drift_total", "Scopes whose counts were off; must stay 0");
    addTask("fold_counts", 1s, fold);
    addTask("fold_message_days", 1s, foldDays);
    addTask("fold_campaign_days", 1s, foldCampaigns);
    addTask("wake_snoozed", 400ms, wake); // within a second of its end (DESIGN D2)
    addTask("reconcile_marked", 2s, reconcileMarked);
    addTask("response_timing", 5min, fillTimings); // domain §8.2
    addTask("purge_idempotency_keys", 10min, purgeKeys); // kept 24 hours (ux §7)
    addTask(
        "reconcile_scheduled", 5min, [&drift](PgConnection &pg) { return reconcileScheduled(pg, drift); });
    m_flagTimer.setInterval(2s); // at most 5 s old (DESIGN §8.12)
    connect(&m_flagTimer, &QTimer::timeout, this, &Upkeep::readFlags);
}

void Upkeep::addTask(const QByteArray &name, std::chrono::milliseconds interval, BackgroundTask::Work work)
{
    m_tasks.append(new BackgroundTask(name, interval, m_pool, m_metrics, std::move(work), this));
}

void Upkeep::start()
{
    for (BackgroundTask *task : std::as_const(m_tasks))
        task->start();
    m_flagTimer.start();
}

void Upkeep::stop()
{
    for (BackgroundTask *task : std::as_const(m_tasks))
        task->stop();
    m_flagTimer.stop();
    m_pendingFlags.cancel();
}

Result<QHash<QString, QString>> Upkeep::loadFlags(PgConnection &pg, const EnvironmentName &environment)
{
    const auto rows = pg.run("RuntimeFlagsOf"_L1, PgParams() << environment.name());
    if (!rows)
        return rows.error();
    QHash<QString, QString> values;
    for (int row = 0; row < rows->rowCount(); ++row)
        values.insert(rows->text(row, 0), rows->text(row, 1));
    return values;
}

void Upkeep::readFlags()
{
    if (m_pendingFlags.isPending())
        return;
    m_pendingFlags = m_pool.run([environment = m_environment](PgConnection &pg, std::stop_token) {
        return loadFlags(pg, environment);
    });
    deliver(m_pendingFlags, this, [this](const Result<QHash<QString, QString>> &values) {
        // Out of reach: what was read last stays in force.
        if (values)
            m_flags.setStored(*values);
    });
}

} // namespace signalbox
