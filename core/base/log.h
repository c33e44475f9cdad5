// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QLoggingCategory>

class QAbstractEventDispatcher;

namespace signalbox {

/// Writes one structured line: `event` is a stable snake_case name, `fields` its facts. No personal data:
/// wrap what may hold some in Redacted.
void logDebug(const QLoggingCategory &category, QLatin1StringView event, const QJsonObject &fields = {});
void logInfo(const QLoggingCategory &category, QLatin1StringView event, const QJsonObject &fields = {});
void logWarning(const QLoggingCategory &category, QLatin1StringView event, const QJsonObject &fields = {});
void logError(const QLoggingCategory &category, QLatin1StringView event, const QJsonObject &fields = {});

/// For the one line that every request has: `members` are JSON already (`"status":200,"bytes":12`, texts
/// escaped). Building an object of them took as long as the rest of a cached request.
void logInfoMembers(const QLoggingCategory &category, QLatin1StringView event, const QByteArray &members);

/// From here on every message of the process, Qt's own included, is one JSON object a line on standard error:
/// `{"time":…,"level":…,"category":…,"event":…, fields…}`.
void installJsonLog();

/// From here on the lines of logInfoMembers() are written together: before `dispatcher` waits, above 16 kB,
/// and before any other line. After installJsonLog(); ends with the dispatcher.
void gatherLogLines(QAbstractEventDispatcher *dispatcher);

} // namespace signalbox
