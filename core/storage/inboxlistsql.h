// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inbox/inboxcursor.h"
#include "core/inbox/searchterms.h"
#include "core/storage/inboxreader.h"
#include "core/storage/sqlassembly.h"

namespace signalbox {

/// What a search came to before the list is read.
struct SearchCandidates
{
    SearchTerms terms; ///< kind None: no search
    bool isComplete
        = false; ///< `leads` holds every match; else the terms are too common and the list tests them itself
    QList<QUuid> leads;
};

/// Where a page starts, with its cursor decoded.
struct ListStart
{
    std::optional<InboxCursor> cursor;
    std::optional<Instant> at;
    bool isBackwards = false; ///< towards the list's head: rows arrive in reverse
};

/// A list statement put together from the fragments of inbox.sql (DESIGN §8.6): `$1` workspace, `$2` limit,
/// then the filters' values; never user text in the statement.
using ListStatement = AssembledSql;

ListStatement buildListStatement(const InboxReader &reader, const InboxQuery &query,
    const SearchCandidates &candidates, const ListStart &start, int limit);

/// Only the ids of what the list holds, at most `limit` of them, in its order.
ListStatement buildIdStatement(
    const InboxReader &reader, const InboxQuery &query, const SearchCandidates &candidates, int limit);

/// The page of one lead.
ListStatement buildLeadStatement(const InboxReader &reader, LeadId lead);

} // namespace signalbox
