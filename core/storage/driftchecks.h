// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QJsonValue>
#include <QList>

#include <span>

namespace signalbox {

class PgConnection;

/// Something kept beside the rows that is not what the rows say.
struct Drift
{
    QString what; ///< kind of fact, as scripts read it: `inbox_counts`
    QString where; ///< scope, lead or cell, for people
    QJsonValue expected; ///< by the rows
    QJsonValue found; ///< what is kept; none: nothing
};

/// One thing that is kept, how it is proved and how it is made anew. Both read all rows of the workspace.
struct DriftCheck
{
    QLatin1StringView name;
    Result<QList<Drift>> (*verify)(PgConnection &pg, WorkspaceId workspace);
    Result<qint64> (*repair)(PgConnection &pg, WorkspaceId workspace); ///< how much of it was wrong
};

/// The check of the counts; its drifts carry this name.
inline constexpr QLatin1StringView InboxCountsCheck {"inbox_counts"};

/// All that `signalboxctl counts verify` proves, in the order of repair.
std::span<const DriftCheck> driftChecks();

} // namespace signalbox
