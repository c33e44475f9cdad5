// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/realtimefigures.h"

namespace signalbox {

RealtimeFigures::RealtimeFigures(Metrics &metrics)
    : changes(metrics.counter("signalbox_realtime_changes_total", "Lead changes the hub was told."))
    , frames(metrics.counter("signalbox_realtime_frames_total", "Frames queued for realtime clients."))
    , auditMismatches(metrics.counter("signalbox_realtime_audit_mismatches_total",
          "Leads that row-level security and the hub judged differently; must be 0."))
    , audits(metrics.counter("signalbox_realtime_audits_total", "Samples compared with row-level security."))
    , fanOut(metrics.histogram("signalbox_realtime_fan_out_seconds",
          "From a batch of the feed to its frames queued for everybody."))
    , m_metrics(metrics)
{ }

Counter &RealtimeFigures::labelled(
    const char *name, const char *help, const char *label, const QByteArray &value)
{
    return m_metrics.counter(name, help, {{label, value}});
}

void RealtimeFigures::countJoin(const QByteArray &outcome)
{
    labelled("signalbox_realtime_joins_total", "Answered joins, by outcome.", "outcome", outcome).increment();
}

void RealtimeFigures::countResync(const QByteArray &reason)
{
    labelled("signalbox_realtime_resyncs_total", "Channels ended so that their client reads again.", "reason",
        reason)
        .increment();
}

void RealtimeFigures::countResume(const QByteArray &outcome)
{
    labelled("signalbox_realtime_resumes_total", "Joins that named or had a position.", "outcome", outcome)
        .increment();
}

void RealtimeFigures::countDropped(const QByteArray &reason)
{
    labelled("signalbox_realtime_dropped_frames_total", "Frames of clients that were not acted on.", "reason",
        reason)
        .increment();
}

} // namespace signalbox
