// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/realtime/feedposition.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <optional>

namespace signalbox {

/// The columns of `lead` that leave the database through the feed, in the order of the wire (DESIGN §8.15):
/// keys, state and times; never a name, an address or a text somebody wrote.
enum class LeadColumn
{
    Id,
    Workspace,
    Assignee,
    Status,
    SentimentTag,
    OverallScore,
    SnoozedUntil,
    LastInboundAt,
    LastOutboundAt,
    LastZrgOutboundAt,
    LastMessageAt,
    LastMessageDirection,
    CreatedAt,
    UpdatedAt,
};
inline constexpr int LeadColumnCount = 14;

/// What a published column is called, and its type by PostgreSQL's name.
struct LeadColumnName
{
    LeadColumn column;
    QLatin1StringView wire; ///< `assignedToUserId`
    QLatin1StringView sql; ///< `assignee_key`: never null there, the nil uuid stands for nobody
    QLatin1StringView type; ///< uuid, text, int4 or timestamptz
};
const std::array<LeadColumnName, LeadColumnCount> &leadColumns();
std::optional<LeadColumn> leadColumnByWireName(QStringView name);

/// What decides who may see a lead (domain §2.5).
struct LeadScope
{
    WorkspaceId workspace;
    UserId assignee; ///< null: nobody

    bool operator==(const LeadScope &) const = default;
};

/// One committed INSERT or UPDATE of a lead, as the log recorded it.
struct LeadChange
{
    enum class Kind
    {
        Inserted,
        Updated
    };

    Kind kind = Kind::Updated;
    FeedPosition position;
    Instant committedAt {};
    LeadId id;
    LeadScope scope;
    std::optional<LeadScope> before; ///< of an update that moved it between scopes
    /// PostgreSQL's text form in UTC; none: null. A null assignee is none here, not the nil uuid.
    std::array<std::optional<QByteArray>, LeadColumnCount> values;

    const std::optional<QByteArray> &value(LeadColumn column) const { return values[size_t(column)]; }
};
using SharedLeadChange = std::shared_ptr<const LeadChange>;

} // namespace signalbox
