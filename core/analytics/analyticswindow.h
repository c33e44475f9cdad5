// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/inbox/pagerequest.h"

#include <QJsonObject>
#include <QTimeZone>

#include <optional>

namespace signalbox {

/// A half-open range of instants `[from, to)` (domain §7.1). A missing `from` is the beginning of time; `to`
/// is missing only together with it: all time.
struct AnalyticsWindow
{
    std::optional<Instant> from;
    std::optional<Instant> to;

    bool operator==(const AnalyticsWindow &) const = default;
};

/// What the numbers are held against (DESIGN §8.23).
enum class Comparison
{
    None,
    Previous, ///< the window of the same length that ends where this one begins
    Year, ///< the same dates one year earlier, in the workspace's time zone
};

/// What every analytics read but the CRM's is asked for.
struct AnalyticsRequest
{
    WorkspaceId workspace;
    AnalyticsWindow window; ///< as sent; none: the endpoint's default
    Comparison compare = Comparison::None;
    bool forceRefresh = false; ///< skips what is kept, and rewrites it
    bool mayBeStale = true; ///< false: waits for the current numbers (`Cache-Control: no-cache`)

    bool operator==(const AnalyticsRequest &) const = default;
};

/// The one bound that is missing filled in (domain §7.1): `from` alone ends now, `to` alone begins 30 days
/// earlier; none stays none.
AnalyticsWindow completed(const AnalyticsWindow &window, Instant now);

/// Both bounds moved up to the next whole minute, so that equal presets are equal windows (domain §5). One
/// that ends now, that is no more than 60 s from `now` on either side, because clocks differ, ends on the
/// next 5 minutes; its `from` moves as far if it is as far from a step, and else to its own minute. A bound
/// on the step stays; without `to` nothing moves.
AnalyticsWindow settled(const AnalyticsWindow &window, Instant now);

/// What `window` is compared with; none without a comparison or for all time. A year earlier keeps the local
/// wall times of `zone` (29 February becomes 28 February).
std::optional<AnalyticsWindow> comparisonWindow(
    const AnalyticsWindow &window, Comparison compare, const QTimeZone &zone);

/// `[now − days·24 h, now)`, settled.
AnalyticsWindow lastDays(int days, Instant now);

/// The workspace's time zone, or UTC when it is not set or unknown.
QTimeZone analyticsZone(const QString &ianaName);

/// The local days that [from, to) touches: their dates and where each begins, and the end of the last. A day
/// may have 23 or 25 hours; one that a zone skipped altogether is not there.
struct LocalDay
{
    QDate date;
    Instant begin;
    Instant end;
};
QList<LocalDay> localDays(Instant from, Instant to, const QTimeZone &zone);

/// A bound of a window; absent is none. `INVALID_PARAMETER` when it cannot be read or lies outside of the
/// years 1900 to 2999.
Result<std::optional<Instant>> decodeBound(const QueryItems &items, QLatin1StringView key);

/// `true`, `1`, `false`, `0` or nothing; anything else is `INVALID_PARAMETER`.
Result<bool> decodeForceRefresh(const QueryItems &items);

/// Reads `clientId`, `from`, `to`, `compare` and `forceRefresh`. Invalid with code `INVALID_PARAMETER` naming
/// the parameter, also for `from` > `to` (DESIGN §8.8).
Result<AnalyticsRequest> decodeAnalyticsRequest(const QueryItems &items);
QueryItems encodeAnalyticsRequest(const AnalyticsRequest &request);

/// `{from, to}`, null where there is no bound.
QJsonObject encodeWindow(const AnalyticsWindow &window);
Result<AnalyticsWindow> decodeWindow(const QJsonObject &object);

} // namespace signalbox
