// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "core/analytics/responsetiming.h"

namespace signalbox {

enum class ExportFormat
{
    Csv, ///< UTF-8 with a byte order mark, RFC 4180
    Xlsx,
};

/// What is written: everything behind a tab, not what the screen shows of it (DESIGN §8.25).
struct ExportRequest
{
    QString tab; ///< overview, workflows, campaigns, booking, response-timing, crm
    ExportFormat format = ExportFormat::Csv;
    AnalyticsRequest analytics; ///< every tab but crm; its workspace always
    ResponseTimingFilter timing; ///< response-timing
    CrmQuery crm; ///< crm

    bool operator==(const ExportRequest &) const = default;
};

enum class ExportState
{
    Running,
    Done,
    Failed,
    Cancelled,
};

/// An export as the service knows it; gone an hour after it ended.
struct ExportJob
{
    QUuid id;
    ExportState state = ExportState::Running;
    qint64 rowsWritten = 0;
    std::optional<qint64> rowsTotal; ///< none: not counted yet
    qint64 sizeBytes = 0; ///< of the file, when it is done
    QString fileName;
    Instant computedAt {}; ///< of the snapshot it was read in
    std::optional<Instant> expiresAt;
    QString error; ///< of a failed one, in English

    bool operator==(const ExportJob &) const = default;
};

QJsonObject encodeExportRequest(const ExportRequest &request);
Result<ExportRequest> decodeExportRequest(const QJsonObject &body);
QJsonObject encodeExportJob(const ExportJob &job);
Result<ExportJob> decodeExportJob(const QJsonObject &object);

} // namespace signalbox
