// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of OverviewTab alone: its readings as cards, bars and rows show them.
#pragma once

#include "core/analytics/overview.h"
#include "ui/analytics/barchart.h"
#include "ui/analytics/kpicard.h"
#include "ui/analytics/linechart.h"
#include "ui/analytics/paneltable.h"

namespace signalbox {

/// A card of the overview before it has numbers.
struct OverviewCard
{
    QString id;
    QString label;
    QString definition;
};
/// The eight, in the order of domain §12.5.
QList<OverviewCard> overviewCards();

/// The figures of the eight cards in the same order. `before`: of the period compared with; null: none.
QList<KpiFigure> overviewFigures(
    const OverviewCore &now, const OverviewCore *before, Instant at, const QLocale &locale);

LineChartData activityData(const OverviewCore &now, const OverviewCore *before, const QString &beforeName);
QList<BarRow> sentimentRows(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const QLocale &locale);
QList<BarRow> channelRows(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const QLocale &locale);
QList<BarRow> statusRows(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const QLocale &locale);

QList<PanelColumn> setterColumns();
QList<QList<PanelCell>> setterRows(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const QLocale &locale);
QList<PanelColumn> subClientColumns();
QList<QList<PanelCell>> subClientRows(const OverviewBreakdowns &now, const QLocale &locale);
QList<PanelColumn> clientColumns();
QList<QList<PanelCell>> clientRows(const OverviewBreakdowns &now, const QLocale &locale);

} // namespace signalbox
