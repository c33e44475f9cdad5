// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/analyticstab.h"
#include "ui/analytics/figures.h"

namespace signalbox {

/// What stands at the top of every page.
struct PrintedHead
{
    QString workspace;
    QString tab;
    AnalyticsWindow window;
    QString comparison; ///< "previous 30 days"; empty: none
    QTimeZone zone;
    std::optional<Instant> computedAt;
};

/// Most rows of a table that go onto paper; what is left out is said (DESIGN §8.25).
constexpr qsizetype MostPrintedRows = 5000;

/// Writes a tab as PDF: A4 landscape in the light theme, tables with their header on every page, pages
/// numbered. False: the file could not be written.
bool printAnalytics(
    const QString &path, const PrintedHead &head, const QList<PrintedSection> &sections, const Theme &theme);

} // namespace signalbox
