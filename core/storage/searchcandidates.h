// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/inboxlistsql.h"

namespace signalbox {

/// The leads a query's search may match, in the caller's transaction. Under row-level security no index
/// serves LIKE, so they are found beforehand (DESIGN §8.1). Invalid with field `search` for more than ten
/// terms.
Result<SearchCandidates> findSearchCandidates(
    PgConnection &pg, const InboxReader &reader, const InboxQuery &query);

} // namespace signalbox
