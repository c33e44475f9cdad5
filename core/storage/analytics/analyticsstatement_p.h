// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticswindow.h"
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

/// The window as asked for, or the endpoint's default of the last `days` days (domain §7.1).
inline AnalyticsWindow windowOrLast(int days, const AnalyticsWindow &window, Instant now)
{
    return window.from || window.to ? window : lastDays(days, now);
}

/// `$1`, `$2`, `$3` of every statement here: the workspace and the window, whose open end is the request's
/// time.
inline PgParams windowParams(const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    return PgParams() << scope.workspace << window.from << window.to.value_or(scope.now);
}

/// Plans each statement of the transaction for its own values, and with room to sort and hash: the plan that
/// serves a week would take a quarter by hundreds of thousands of index probes.
inline Result<void> planForValues(PgConnection &pg)
{
    return pg.runScript("SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL work_mem = '64MB'");
}

/// Runs `work` in the scope's transaction.
template <typename Work>
auto readAnalytics(PgConnection &pg, const AnalyticsScope &scope, Work work) -> std::invoke_result_t<Work>
{
    return pg.transaction(scope.tenantScope(), [&]() -> std::invoke_result_t<Work> {
        if (const auto admitted = admitAnalytics(pg, scope); !admitted)
            return admitted.error();
        if (const auto planned = planForValues(pg); !planned)
            return planned.error();
        return work();
    });
}

} // namespace signalbox
