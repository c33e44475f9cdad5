// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/inboxlistsql.h"

#include "core/inbox/sentiment.h"
#include "core/storage/sqlcatalog.h"

namespace signalbox {

namespace {

SqlAssembly assemblyFor(const InboxReader &reader, int limit)
{
    return SqlAssembly(PgParams() << reader.workspace << limit);
}

/// The two arms of a page: rows as stored, and snoozes that ran out but were not woken yet.
enum class Arm
{
    Awake,
    Due
};

const char *awakeCategory(InboxCategory category)
{
    switch (category) {
    case InboxCategory::All:
        return "InboxAwakeAll";
    case InboxCategory::Responses:
        return "InboxAwakeResponses";
    case InboxCategory::Attention:
        return "InboxAwakeAttention";
    case InboxCategory::PreviousAttention:
        return "InboxAwakePrevious";
    case InboxCategory::NeedsRepair:
        return "InboxAwakeRepair";
    case InboxCategory::AiSent:
        return "InboxAwakeAiSent";
    case InboxCategory::AiReview:
        return "InboxAwakeAiReview";
    }
    Q_UNREACHABLE();
}

void appendCategory(SqlAssembly &sql, const InboxQuery &query, Arm arm)
{
    if (arm == Arm::Due) {
        sql.append("InboxDueCategory", int(categoryBit(query.category)));
        return;
    }
    sql.append(awakeCategory(query.category));
    // The indexes by name and by score are partial on "awake" only.
    const bool needsAwake = query.sort == InboxSort::Name || query.sort == InboxSort::Score;
    if (needsAwake && query.category != InboxCategory::All)
        sql.append("InboxAwakeAll");
}

int channelMask(const QList<Channel> &channels)
{
    int mask = 0;
    for (const Channel channel : channels)
        mask |= 1 << int(channel); // channel_bit(): 1 sms, 2 email, 4 linkedin
    return mask;
}

void appendScore(SqlAssembly &sql, ScoreFilter score)
{
    switch (score) {
    case ScoreFilter::All:
        return;
    case ScoreFilter::Exactly4:
        return sql.append("InboxFilterScoreExactly", 4);
    case ScoreFilter::AtLeast3:
        return sql.append("InboxFilterScoreAtLeast", 3);
    case ScoreFilter::AtLeast2:
        return sql.append("InboxFilterScoreAtLeast", 2);
    case ScoreFilter::AtLeast1:
        return sql.append("InboxFilterScoreAtLeast", 1);
    case ScoreFilter::Unscored:
        return sql.append("InboxFilterUnscored");
    case ScoreFilter::Disqualified:
        return sql.append("InboxFilterTags", disqualifiedTags());
    }
}

void appendSearch(SqlAssembly &sql, const InboxQuery &query, const SearchCandidates &candidates)
{
    if (candidates.terms.kind == SearchTerms::Kind::None)
        return;
    if (candidates.isComplete)
        return sql.append("InboxFilterIds", candidates.leads);
    if (query.searchIn == SearchIn::Messages)
        return sql.append("InboxFilterWords", query.search.trimmed());
    for (const QString &term : candidates.terms.terms)
        sql.append("InboxFilterTerm", likePattern(term), likePattern(term));
}

void appendFilters(SqlAssembly &sql, const InboxQuery &query, const SearchCandidates &candidates)
{
    if (!query.channels.isEmpty())
        sql.append("InboxFilterChannels", channelMask(query.channels));
    if (!query.sentimentTags.isEmpty())
        sql.append("InboxFilterTags", query.sentimentTags);
    if (query.smsUnattributed)
        sql.append("InboxFilterSmsUnattributed");
    else if (query.smsCampaign)
        sql.append("InboxFilterSmsCampaign", *query.smsCampaign);
    appendScore(sql, query.score);
    appendSearch(sql, query, candidates);
}

/// Whether the statement walks up the time axis: "oldest" forwards or "recent" backwards.
bool isAscending(const InboxQuery &query, const ListStart &start)
{
    return (query.sort == InboxSort::Oldest) != start.isBackwards;
}

void appendStart(SqlAssembly &sql, const InboxQuery &query, const ListStart &start, Arm arm)
{
    const bool isDue = arm == Arm::Due;
    if (start.at) {
        const bool isOldest = query.sort == InboxSort::Oldest;
        sql.append(isOldest ? (isDue ? "InboxSinceDue" : "InboxSinceAwake")
                            : (isDue ? "InboxFromDue" : "InboxFromAwake"),
            *start.at);
    }
    if (!start.cursor)
        return;
    const InboxCursor &cursor = *start.cursor;
    const Instant at = cursor.updatedAt.value_or(Instant {});
    switch (query.sort) {
    case InboxSort::Recent:
    case InboxSort::Oldest:
        if (isAscending(query, start))
            return sql.append(isDue ? "InboxAfterDue" : "InboxAfterAwake", at, cursor.lead);
        return sql.append(isDue ? "InboxBeforeDue" : "InboxBeforeAwake", at, cursor.lead);
    case InboxSort::Name:
        return sql.append(
            start.isBackwards ? "InboxNameBefore" : "InboxNameAfter", cursor.sortKey, cursor.lead);
    case InboxSort::Score:
        if (start.isBackwards)
            return sql.append(
                isDue ? "InboxScoreAfterDue" : "InboxScoreAfterAwake", cursor.sortKey, at, cursor.lead);
        return sql.append(
            isDue ? "InboxScoreBeforeDue" : "InboxScoreBeforeAwake", cursor.sortKey, at, cursor.lead);
    }
}

const char *orderOf(const InboxQuery &query, const ListStart &start)
{
    switch (query.sort) {
    case InboxSort::Recent:
    case InboxSort::Oldest:
        return isAscending(query, start) ? "InboxOrderOldest" : "InboxOrderRecent";
    case InboxSort::Name:
        return start.isBackwards ? "InboxOrderNameReverse" : "InboxOrderName";
    case InboxSort::Score:
        return start.isBackwards ? "InboxOrderScoreReverse" : "InboxOrderScore";
    }
    Q_UNREACHABLE();
}

/// The ids of a page, as the common table expression `page`; left open for what follows.
void appendPage(SqlAssembly &sql, const InboxReader &reader, const InboxQuery &query,
    const SearchCandidates &candidates, const ListStart &start)
{
    sql.append("InboxPageHead");
    for (const Arm arm : {Arm::Awake, Arm::Due}) {
        sql.append(arm == Arm::Awake ? "InboxPageAwake" : "InboxPageDue");
        if (const auto setter = reader.scope())
            sql.append("InboxScopeOwn", *setter);
        appendCategory(sql, query, arm);
        appendFilters(sql, query, candidates);
        appendStart(sql, query, start, arm);
        sql.append(orderOf(query, start));
    }
    sql.append("InboxPageFoot");
    sql.append(orderOf(query, start));
}

} // namespace

ListStatement buildListStatement(const InboxReader &reader, const InboxQuery &query,
    const SearchCandidates &candidates, const ListStart &start, int limit)
{
    SqlAssembly sql = assemblyFor(reader, limit);
    appendPage(sql, reader, query, candidates, start);
    sql.append("InboxPageRows");
    sql.append(orderOf(query, start));
    return sql.take();
}

ListStatement buildIdStatement(
    const InboxReader &reader, const InboxQuery &query, const SearchCandidates &candidates, int limit)
{
    SqlAssembly sql = assemblyFor(reader, limit);
    appendPage(sql, reader, query, candidates, {});
    sql.append("InboxPageIds");
    return sql.take();
}

ListStatement buildLeadStatement(const InboxReader &reader, LeadId lead)
{
    ListStatement statement;
    statement.params << reader.workspace << lead;
    const SqlCatalog &catalog = SqlCatalog::builtIn();
    statement.sql = catalog.text("InboxOneLead") + '\n';
    if (const auto setter = reader.scope()) {
        statement.sql += catalog.text("InboxOneLeadOwn") + '\n';
        statement.params << *setter;
    }
    statement.sql += catalog.text("InboxPageRows");
    return statement;
}

} // namespace signalbox
