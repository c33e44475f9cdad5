// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/exports.h"

#include <QTimeZone>

namespace signalbox {

/// What a file says of itself: where its numbers come from and when.
struct ExportAbout
{
    QString workspaceName;
    QString zoneName; ///< IANA
    AnalyticsWindow window; ///< as read; every tab but crm
    std::optional<AnalyticsWindow> comparison;
    Instant computedAt {};
    bool isOwnOnly = false; ///< a setter's own leads alone
};

/// Its lines, by name: workspace, tab, window, comparison, filters, computed at, time zone. Times are written
/// in `zone`.
QList<std::pair<QString, QString>> aboutLines(const ExportRequest &request, const ExportAbout &about);

/// A name for the file: `signalbox-crm-2026-03-01.csv`, the day in the zone of the workspace.
QString exportFileName(const ExportRequest &request, const ExportAbout &about);

} // namespace signalbox
