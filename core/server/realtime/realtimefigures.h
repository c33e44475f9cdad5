// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/metrics.h"

namespace signalbox {

/// What the hub counts, under `signalbox_realtime_…`. Nothing is dropped, skipped or refused without one of
/// these.
class RealtimeFigures
{
public:
    /// `metrics` must outlive it.
    explicit RealtimeFigures(Metrics &metrics);

    void countJoin(const QByteArray &outcome); ///< `ok`, or the code of the refusal
    void countResync(const QByteArray &reason); ///< a client was told to read again: `slow`, `bulk`, …
    void countResume(
        const QByteArray &outcome); ///< `replayed`, `nothing_missed`, `too_old`, `other_epoch`, …
    void countDropped(
        const QByteArray &reason); ///< a client's frame: `malformed`, `rate`, `binary`, `unread`

    Metrics &metrics() { return m_metrics; }

    Counter &changes; ///< lead changes told by the feed
    Counter &frames; ///< sent, of any kind
    Counter &auditMismatches;
    Counter &audits;
    Histogram &fanOut; ///< of one batch: read from the feed → queued for everybody

private:
    Counter &labelled(const char *name, const char *help, const char *label, const QByteArray &value);

    Metrics &m_metrics;
};

} // namespace signalbox
