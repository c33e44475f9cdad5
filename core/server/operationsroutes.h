// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/server/metrics.h"
#include "core/server/routetable.h"

namespace signalbox {

/// One thing that must work before the service takes requests. The answer is a word for the reader ("version
/// 7").
struct ReadinessCheck
{
    QString name; ///< `database`, `migrations`
    std::function<Reply<QString>()> run;
};

/// What the operations routes show.
struct Operations
{
    Metrics &metrics;
    const Clock &clock;
    QList<ReadinessCheck> checks;
    std::function<bool()> isDraining;
    std::chrono::milliseconds readinessDeadline {1000};
};

/// Adds `/healthz` (touches nothing), `/readyz` (every check within a second; 503 while draining), `/metrics`
/// and
/// `/openapi.json` (ux §7). `operations` and `routes` must outlive the table's use.
void addOperationsRoutes(RouteTable &routes, const Operations &operations);

} // namespace signalbox
