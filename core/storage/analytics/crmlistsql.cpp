// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmlistsql.h"

#include "core/inbox/searchterms.h"

#include <algorithm>
#include <iterator>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// What a column is sorted by.
struct SortKey
{
    QLatin1StringView sort;
    const char *value; ///< fragment that finds its `v.value`
    bool isRaw; ///< a text as it is written; else `v.value` is the key
};

const SortKey &sortKey(QStringView sort)
{
    static constexpr SortKey keys[] {
        {"date"_L1, "CrmKeyDate", false},
        {"campaign"_L1, "CrmKeyCampaign", false},
        {"companyName"_L1, "CrmKeyCompanyName", false},
        {"website"_L1, "CrmKeyWebsite", false},
        {"firstName"_L1, "CrmKeyFirstName", false},
        {"lastName"_L1, "CrmKeyLastName", false},
        {"jobTitle"_L1, "CrmKeyJobTitle", false},
        {"leadEmail"_L1, "CrmKeyLeadEmail", false},
        {"leadLinkedIn"_L1, "CrmKeyLeadLinkedIn", false},
        {"phoneNumber"_L1, "CrmKeyPhoneNumber", false},
        {"leadCategory"_L1, "CrmKeyLeadCategory", false},
        {"leadStatus"_L1, "CrmKeyLeadStatus", false},
        {"channel"_L1, "CrmKeyChannel", true},
        {"leadType"_L1, "CrmKeyLeadType", true},
        {"applicationStatus"_L1, "CrmKeyApplicationStatus", true},
        {"appointmentSetter"_L1, "CrmKeyAppointmentSetter", false},
        {"notes"_L1, "CrmKeyNotes", true},
        {"initialResponseDate"_L1, "CrmKeyDate", false},
        {"dateOfBooking"_L1, "CrmKeyDateOfBooking", false},
        {"dateOfMeeting"_L1, "CrmKeyDateOfMeeting", false},
        {"followUpDateRequested"_L1, "CrmKeyFollowUpDateRequested", false},
        {"setters"_L1, "CrmKeyAppointmentSetter", false},
        {"leadScore"_L1, "CrmKeyLeadScore", false},
    };
    const auto *found = std::find_if(
        std::begin(keys), std::end(keys), [sort](const SortKey &key) { return key.sort == sort; });
    Q_ASSERT(found != std::end(keys)); // decodeCrmQuery() lets no other through
    return *found;
}

/// The sorted column as `k.key`.
void appendKey(SqlAssembly &sql, const CrmQuery &query)
{
    const SortKey &key = sortKey(query.sort);
    sql.append(key.value);
    sql.append(key.isRaw ? "CrmTextKey" : "CrmPlainKey");
}

void appendScope(SqlAssembly &sql, const InboxReader &reader)
{
    if (const auto setter = reader.scope())
        sql.append("CrmScopeOwn", *setter);
}

void appendFilters(SqlAssembly &sql, const CrmQuery &query)
{
    if (const QString campaign = query.campaign.trimmed(); !campaign.isEmpty())
        sql.append("CrmFilterCampaign", likePattern(campaign.toLower()));
    if (const QString category = query.leadCategory.trimmed(); !category.isEmpty())
        sql.append("CrmFilterCategory", likePattern(category.toLower()), likePattern(category.toLower()));
    if (const QString status = query.leadStatus.trimmed(); !status.isEmpty())
        sql.append("CrmFilterStatus", status);
    if (!query.responseMode.isEmpty())
        sql.append("CrmFilterMode", query.responseMode);
    if (query.from)
        sql.append("CrmFilterFrom", *query.from);
    if (query.to)
        sql.append("CrmFilterTo", *query.to);
}

void appendWhere(SqlAssembly &sql, const InboxReader &reader, const CrmQuery &query)
{
    sql.append("CrmWhere");
    appendScope(sql, reader);
    appendFilters(sql, query);
}

void appendAfter(SqlAssembly &sql, const CrmQuery &query, CrmPhase phase, const CrmCursor &after)
{
    const bool isDown = query.isDescending;
    const Instant createdAt = after.createdAt.value_or(Instant {});
    if (phase == CrmPhase::WithoutKey)
        return sql.append(isDown ? "CrmKeylessBefore" : "CrmKeylessAfter", createdAt, after.row);
    const QString key = after.key.value_or(QString());
    switch (crmKeyType(query.sort)) {
    case CrmKeyType::Time:
        return sql.append(isDown ? "CrmTimeBefore" : "CrmTimeAfter", key, createdAt, after.row);
    case CrmKeyType::Text:
        return sql.append(isDown ? "CrmTextBefore" : "CrmTextAfter", key, createdAt, after.row);
    case CrmKeyType::Number:
        return sql.append(isDown ? "CrmNumberBefore" : "CrmNumberAfter", key, createdAt, after.row);
    }
    Q_UNREACHABLE();
}

} // namespace

AssembledSql buildCrmPageStatement(const InboxReader &reader, const CrmQuery &query, CrmPhase phase,
    const std::optional<CrmCursor> &after, int limit)
{
    static_assert(MaximumCrmLimit + 1 == 301, "crm.sql names it: CrmLimit");
    SqlAssembly sql(PgParams() << reader.workspace << limit);
    sql.append("CrmPageHead");
    appendKey(sql, query);
    appendWhere(sql, reader, query);
    sql.append(phase == CrmPhase::WithKey ? "CrmWithKey" : "CrmWithoutKey");
    if (after)
        appendAfter(sql, query, phase, *after);
    sql.append(query.isDescending ? "CrmOrderDescending" : "CrmOrderAscending");
    sql.append("CrmLimit");
    sql.append("CrmPageRows");
    sql.append("CrmRowColumns");
    sql.append("CrmPageJoin");
    sql.append("CrmRowJoins");
    sql.append(query.isDescending ? "CrmPageOrderDescending" : "CrmPageOrderAscending");
    return sql.take();
}

AssembledSql buildCrmRowStatement(const InboxReader &reader, QUuid row)
{
    SqlAssembly sql(PgParams() << reader.workspace);
    sql.append("CrmRowHead");
    sql.append("CrmRowColumns");
    sql.append("CrmRowsFrom");
    sql.append("CrmRowJoins");
    sql.append("CrmWhere");
    appendScope(sql, reader);
    sql.append("CrmOnlyRow", row);
    return sql.take();
}

AssembledSql buildCrmCursorStatement(const InboxReader &reader, const CrmQuery &query)
{
    SqlAssembly sql(PgParams() << reader.workspace);
    sql.append("CrmExportHead");
    sql.append("CrmRowColumns");
    sql.append("CrmRowsFrom");
    appendKey(sql, query);
    sql.append("CrmRowJoins");
    appendWhere(sql, reader, query);
    sql.append(query.isDescending ? "CrmOrderDescending" : "CrmOrderAscendingWhole");
    return sql.take();
}

AssembledSql buildCrmCountStatement(const InboxReader &reader, const CrmQuery &query)
{
    SqlAssembly sql(PgParams() << reader.workspace);
    sql.append("CrmCountHead");
    appendWhere(sql, reader, query);
    return sql.take();
}

AssembledSql buildCrmSummaryStatement(const InboxReader &reader, const CrmQuery &query)
{
    const bool hasWindow = query.from && query.to;
    SqlAssembly sql(PgParams() << reader.workspace << (hasWindow ? query.from : std::nullopt)
                               << (hasWindow ? query.to : std::nullopt));
    sql.append("CrmSummaryHead");
    appendWhere(sql, reader, query);
    sql.append("CrmSummaryFoot");
    return sql.take();
}

} // namespace signalbox
