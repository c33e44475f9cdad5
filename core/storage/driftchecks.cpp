// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/driftchecks.h"

#include "core/storage/analytics/messagedays.h"
#include "core/storage/countsstore.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QJsonValue figures(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

Drift driftOf(const CountsDrift &drift)
{
    return {InboxCountsCheck,
        drift.isGlobal ? u"workspace"_s : drift.scopeUser.toString(QUuid::WithoutBraces),
        figures(drift.expected), figures(drift.found)};
}

Drift driftOf(const MessageDayDrift &drift)
{
    if (drift.lead)
        return {u"message_predecessors"_s, u"lead "_s + drift.lead->toString(), drift.expected, drift.found};
    const QString before = drift.previousDay == "-infinity"_L1 ? u"none"_s : drift.previousDay;
    return {u"message_days"_s,
        u"%1 %2 %3, before: %4"_s.arg(
            drift.day.toString(Qt::ISODate), drift.direction, drift.channel, before),
        drift.expected, drift.found};
}

/// A store's own list of drifts as everybody's.
template <auto Verify> Result<QList<Drift>> verified(PgConnection &pg, WorkspaceId workspace)
{
    const auto drifts = Verify(pg, workspace);
    if (!drifts)
        return drifts.error();
    QList<Drift> list;
    for (const auto &drift : *drifts)
        list.append(driftOf(drift));
    return list;
}

template <auto Recompute> Result<qint64> repaired(PgConnection &pg, WorkspaceId workspace)
{
    const auto count = Recompute(pg, workspace);
    return count ? Result<qint64>(*count) : count.error();
}

// The counts are last: with them goes the mark that a bulk load left.
constexpr DriftCheck Checks[] {
    {"message_days"_L1, verified<verifyMessageDays>, repaired<recomputeMessageDays>},
    {InboxCountsCheck, verified<verifyCounts>, repaired<recomputeCounts>},
};

} // namespace

std::span<const DriftCheck> driftChecks()
{
    return Checks;
}

} // namespace signalbox
