// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inbox/inboxquery.h"

namespace signalbox {

/// The row a page continues from, as the opaque cursor on the wire carries it (DESIGN §8.10).
struct InboxCursor
{
    LeadId lead;
    std::optional<Instant>
        updatedAt; ///< to the microsecond; none: a bare lead id was sent, look it up under the scope
    QString sortKey; ///< lead.sort_name or lead.sort_score of the row, when the query sorts by one of these

    bool operator==(const InboxCursor &) const = default;
};

/// First 16 hex digits of SHA-256 over workspace, scope, filters and sort: what binds a cursor to its list.
/// `scope` is the setter whose leads are shown, none for the whole workspace. The order in which channels and
/// tags are named does not matter.
QString queryFingerprint(const InboxQuery &query, const std::optional<UserId> &scope);

/// base64url of `{"f":…,"i":…,"k":…,"u":…,"v":1}`; `k` only when the query sorts by name or score. Not
/// signed: it holds nothing the reader did not see, and the scope applies to what it points at anyway.
QString encodeCursor(const InboxCursor &cursor, const InboxQuery &query, const std::optional<UserId> &scope);

/// Accepts exactly what encodeCursor() makes for the same query and scope, and a bare lead id when the sort
/// is recent. Anything else is Invalid with code `INVALID_CURSOR` and field `cursor`.
Result<InboxCursor> decodeCursor(
    QStringView text, const InboxQuery &query, const std::optional<UserId> &scope);

} // namespace signalbox
