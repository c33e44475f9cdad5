// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmlistsql.h"

#include "core/inbox/searchterms.h"

#include <algorithm>
#include <iterator>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// The fragment that finds the sorted column as `k.key`.
const char *keyFragment(QStringView sort)
{
    static constexpr std::pair<QLatin1StringView, const char *> fragments[] {
        {"date"_L1, "CrmKeyDate"},
        {"campaign"_L1, "CrmKeyCampaign"},
        {"companyName"_L1, "CrmKeyCompanyName"},
        {"website"_L1, "CrmKeyWebsite"},
        {"firstName"_L1, "CrmKeyFirstName"},
        {"lastName"_L1, "CrmKeyLastName"},
        {"jobTitle"_L1, "CrmKeyJobTitle"},
        {"leadEmail"_L1, "CrmKeyLeadEmail"},
        {"leadLinkedIn"_L1, "CrmKeyLeadLinkedIn"},
        {"phoneNumber"_L1, "CrmKeyPhoneNumber"},
        {"leadCategory"_L1, "CrmKeyLeadCategory"},
        {"leadStatus"_L1, "CrmKeyLeadStatus"},
        {"channel"_L1, "CrmKeyChannel"},
        {"leadType"_L1, "CrmKeyLeadType"},
        {"applicationStatus"_L1, "CrmKeyApplicationStatus"},
        {"appointmentSetter"_L1, "CrmKeyAppointmentSetter"},
        {"notes"_L1, "CrmKeyNotes"},
        {"initialResponseDate"_L1, "CrmKeyDate"},
        {"dateOfBooking"_L1, "CrmKeyDateOfBooking"},
        {"dateOfMeeting"_L1, "CrmKeyDateOfMeeting"},
        {"followUpDateRequested"_L1, "CrmKeyFollowUpDateRequested"},
        {"setters"_L1, "CrmKeyAppointmentSetter"},
        {"leadScore"_L1, "CrmKeyLeadScore"},
    };
    const auto *found = std::find_if(std::begin(fragments), std::end(fragments),
        [sort](const auto &entry) { return entry.first == sort; });
    Q_ASSERT(found != std::end(fragments)); // decodeCrmQuery() lets no other through
    return found->second;
}

void appendScope(SqlAssembly &sql, const InboxReader &reader)
{
    if (const auto setter = reader.scope())
        sql.append("CrmScopeOwn", *setter);
}

void appendFilters(SqlAssembly &sql, const CrmQuery &query)
{
    if (const QString campaign = query.campaign.trimmed(); !campaign.isEmpty())
        sql.append("CrmFilterCampaign", likePattern(campaign));
    if (const QString category = query.leadCategory.trimmed(); !category.isEmpty())
        sql.append("CrmFilterCategory", likePattern(category), likePattern(category));
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

void appendNear(SqlAssembly &sql, const CrmQuery &query, const std::optional<CrmCursor> &after)
{
    const auto start = [&after](const std::optional<Instant> &bound, const QString &end) {
        return after && after->key ? *after->key : bound ? toIsoMicros(*bound) : end;
    };
    if (query.isDescending)
        sql.append("CrmNearDown", start(query.to, u"infinity"_s));
    else
        sql.append("CrmNearUp", start(query.from, u"-infinity"_s));
}

} // namespace

AssembledSql buildCrmPageStatement(const InboxReader &reader, const CrmQuery &query, CrmPhase phase,
    const std::optional<CrmCursor> &after, int limit, CrmReach reach)
{
    static_assert(MaximumCrmLimit + 1 == 301, "crm.sql names it: CrmLimit");
    SqlAssembly sql(PgParams() << reader.workspace << limit);
    sql.append("CrmPageHead");
    sql.append(reach == CrmReach::Anywhere ? "CrmKeyDateAnywhere" : keyFragment(query.sort));
    appendWhere(sql, reader, query);
    sql.append(phase == CrmPhase::WithKey ? "CrmWithKey" : "CrmWithoutKey");
    if (after)
        appendAfter(sql, query, phase, *after);
    if (reach == CrmReach::Near)
        appendNear(sql, query, after);
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
    sql.append(keyFragment(query.sort));
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
