// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inbox/inboxquery.h"

#include <utility>

namespace signalbox {

/// A query string, decoded, in order.
using QueryItems = QList<std::pair<QString, QString>>;

constexpr int DefaultPageLimit = 50;
constexpr int MaximumPageLimit = 200;
constexpr qsizetype MaximumSearchLength = 500;

/// What `GET /api/inbox/conversations` asks for (domain §3.1, DESIGN §8.8, §8.11).
struct PageRequest
{
    InboxQuery query;
    PagePosition position;
    int limit = DefaultPageLimit;

    bool operator==(const PageRequest &) const = default;
};

/// Only what differs from the defaults, so that equal requests have equal URLs.
QueryItems encodePageRequest(const PageRequest &request);

/// Invalid with code `INVALID_PARAMETER` naming the parameter for an unknown value; unknown keys are ignored,
/// blank values count as absent, the first of a repeated key wins and `limit` is truncated and clamped to
/// 1…200. The cursor is not looked into: that needs the caller's scope (decodeCursor()).
Result<PageRequest> decodePageRequest(const QueryItems &items);

/// The `clientId` of any inbox route; blank, `null` and the web product's literal `$undefined` are a missing
/// one.
Result<WorkspaceId> decodeWorkspaceParameter(const QueryItems &items);

/// The first value of a key, trimmed; empty when there is none.
QString queryItem(const QueryItems &items, QLatin1StringView key);

/// Invalid with code `INVALID_PARAMETER`: "limit is not a number".
Error badParameter(QLatin1StringView key, const QString &what);
/// The same for a value that is none of the known ones, which it lists.
Error unknownValue(QLatin1StringView key, const QStringList &known);

/// A whole number, truncated and clamped (DESIGN §8.8); absent is `absent`, what is no number is Invalid.
Result<int> clampedParameter(const QueryItems &items, QLatin1StringView key, int absent, int least, int most);

/// An instant parameter; absent is none, anything unreadable is Invalid naming it.
Result<std::optional<Instant>> decodeInstantParameter(const QueryItems &items, QLatin1StringView key);

} // namespace signalbox
