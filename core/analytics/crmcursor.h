// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"

namespace signalbox {

/// What a sortable column is ordered by. Texts by their first 200 characters, any case.
enum class CrmKeyType
{
    Time,
    Text,
    Number,
};
CrmKeyType crmKeyType(QStringView sort);

/// The row a CRM page continues from (DESIGN §8.10).
struct CrmCursor
{
    QUuid row;
    std::optional<Instant> createdAt; ///< none: a bare row id was sent, look it up under the scope
    std::optional<QString> key; ///< the row's value in the sorted column: ISO with microseconds, text or
                                ///< digits; none: it has no value, and such rows come last

    bool operator==(const CrmCursor &) const = default;
};

/// First 16 hex digits of SHA-256 over workspace, scope, filters and sort: what binds a cursor to its rows.
/// `scope` is the setter whose leads are shown, none for the whole workspace.
QString crmFingerprint(const CrmQuery &query, const std::optional<UserId> &scope);

/// base64url of `{"c":…,"f":…,"i":…,"k":…,"v":1}`; `k` is null for a row without a value.
QString encodeCrmCursor(const CrmCursor &cursor, const CrmQuery &query, const std::optional<UserId> &scope);

/// Accepts exactly what encodeCrmCursor() makes for the same query and scope, and a bare row id with the
/// default sort (domain §7.8). Anything else is Invalid with code `INVALID_CURSOR` and field `cursor`.
Result<CrmCursor> decodeCrmCursor(
    QStringView text, const CrmQuery &query, const std::optional<UserId> &scope);

} // namespace signalbox
