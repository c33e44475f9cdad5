// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/searchcandidates.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// Beyond this many matches a page is found faster by walking the list than by looking every match up.
constexpr int CandidateCap = 2000;
constexpr int MaxTerms = 10;

Result<SearchCandidates> findAddress(PgConnection &pg, const InboxReader &reader, SearchCandidates candidates)
{
    for (const bool isReplier : {false, true}) {
        const auto rows = pg.run(
            "InboxAddressLeads"_L1, PgParams() << reader.workspace << candidates.terms.address << isReplier);
        if (!rows)
            return rows.error();
        for (int row = 0; row < rows->rowCount(); ++row)
            candidates.leads.append(rows->uuid(row, 0));
        if (!candidates.leads.isEmpty())
            break;
    }
    candidates.isComplete = true;
    return candidates;
}

} // namespace

Result<SearchCandidates> findSearchCandidates(
    PgConnection &pg, const InboxReader &reader, const InboxQuery &query)
{
    SearchCandidates candidates {.terms = parseSearch(query.search)};
    if (candidates.terms.kind == SearchTerms::Kind::None)
        return candidates;
    if (candidates.terms.terms.size() > MaxTerms)
        return Error::invalid(
            u"search"_s, u"at most %1 search terms"_s.arg(MaxTerms), u"INVALID_PARAMETER"_s);
    const bool inMessages = query.searchIn == SearchIn::Messages;
    if (candidates.terms.kind == SearchTerms::Kind::Address && !inMessages)
        return findAddress(pg, reader, candidates);
    const auto rows = inMessages
        ? pg.run("InboxSearchMessages"_L1, PgParams() << query.search.trimmed() << CandidateCap)
        : pg.run("InboxSearchLeads"_L1, PgParams() << candidates.terms.terms << CandidateCap);
    if (!rows)
        return rows.error();
    candidates.isComplete = !rows->isNull(0, 0);
    candidates.leads = rows->uuidList(0, 0);
    return candidates;
}

} // namespace signalbox
