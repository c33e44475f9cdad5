// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/leadchange.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

const std::array<LeadColumnName, LeadColumnCount> &leadColumns()
{
    static constexpr std::array<LeadColumnName, LeadColumnCount> names {{
        {LeadColumn::Id, "id"_L1, "id"_L1, "uuid"_L1},
        {LeadColumn::Workspace, "clientId"_L1, "workspace_id"_L1, "uuid"_L1},
        {LeadColumn::Assignee, "assignedToUserId"_L1, "assignee_key"_L1, "uuid"_L1},
        {LeadColumn::Status, "status"_L1, "status"_L1, "text"_L1},
        {LeadColumn::SentimentTag, "sentimentTag"_L1, "sentiment_tag"_L1, "text"_L1},
        {LeadColumn::OverallScore, "overallScore"_L1, "overall_score"_L1, "int4"_L1},
        {LeadColumn::SnoozedUntil, "snoozedUntil"_L1, "snoozed_until"_L1, "timestamptz"_L1},
        {LeadColumn::LastInboundAt, "lastInboundAt"_L1, "last_inbound_at"_L1, "timestamptz"_L1},
        {LeadColumn::LastOutboundAt, "lastOutboundAt"_L1, "last_outbound_at"_L1, "timestamptz"_L1},
        {LeadColumn::LastZrgOutboundAt, "lastZrgOutboundAt"_L1, "last_zrg_outbound_at"_L1, "timestamptz"_L1},
        {LeadColumn::LastMessageAt, "lastMessageAt"_L1, "last_message_at"_L1, "timestamptz"_L1},
        {LeadColumn::LastMessageDirection, "lastMessageDirection"_L1, "last_message_direction"_L1, "text"_L1},
        {LeadColumn::CreatedAt, "createdAt"_L1, "created_at"_L1, "timestamptz"_L1},
        {LeadColumn::UpdatedAt, "updatedAt"_L1, "updated_at"_L1, "timestamptz"_L1},
    }};
    return names;
}

std::optional<LeadColumn> leadColumnByWireName(QStringView name)
{
    const auto &columns = leadColumns();
    const auto found
        = std::ranges::find_if(columns, [name](const auto &column) { return column.wire == name; });
    if (found == columns.end())
        return std::nullopt;
    return found->column;
}

} // namespace signalbox
