// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/metrics.h"
#include "core/server/operationsroutes.h"

namespace signalbox {

class PgPool;

/// The pool's gauges for `/metrics`. The pool must outlive the metrics' use.
void addPoolFigures(Metrics &metrics, const PgPool &pool);

/// How many scopes were found whose counts did not equal a full scan: what the reconciler adds to, and what
/// must stay 0 (DESIGN D2).
Counter &countsDrift(Metrics &metrics);

/// `database` (a connection answers) and `migrations` (the schema is the one this program was built with) for
/// `/readyz`.
QList<ReadinessCheck> databaseChecks(PgPool &pool);

} // namespace signalbox
