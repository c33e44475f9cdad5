// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/bookings.h"
#include "core/analytics/campaigns.h"
#include "core/analytics/exports.h"
#include "core/analytics/overview.h"
#include "core/base/async.h"

namespace signalbox {

/// Whether a question takes the answer before the last writes, marked so, or waits for the current one.
enum class Staleness
{
    Allowed,
    Refused,
};

/// Where analytics come from: HTTP in the console, a fake in tests.
///
/// One call, one answer; cancelling is safe at any time and cancels the work in the database. Every call
/// fails with Unauthenticated when the session ended, Denied without `analytics.view` (CLIENT_PORTAL) or
/// sight of the workspace, TimedOut after the service's deadline, Unavailable when it may be retried (code
/// `READ_API_DISABLED` when an operator switched the read path off).
class AnalyticsGateway
{
public:
    virtual ~AnalyticsGateway();

    virtual Reply<AnalyticsReading<OverviewData>> fetchOverview(
        const AnalyticsRequest &request, OverviewParts parts)
        = 0;
    virtual Reply<AnalyticsReading<WorkflowsData>> fetchWorkflows(const AnalyticsRequest &request) = 0;
    virtual Reply<AnalyticsReading<CampaignsData>> fetchCampaigns(const AnalyticsRequest &request) = 0;
    virtual Reply<AnalyticsReading<BookingData>> fetchBooking(const AnalyticsRequest &request) = 0;
    virtual Reply<AnalyticsReading<ResponseTimingData>> fetchResponseTiming(
        const AnalyticsRequest &request, const ResponseTimingFilter &filter)
        = 0;

    /// Rows after `cursor`, from the start without one. Invalid with code `INVALID_CURSOR` when it is of
    /// another query.
    virtual Reply<CrmPage> fetchCrmRows(
        const CrmQuery &query, const QString &cursor, int limit, Staleness staleness)
        = 0;
    virtual Reply<CrmSummary> fetchCrmSummary(const CrmQuery &query, Staleness staleness) = 0;
    virtual Reply<QList<CrmAssignee>> fetchCrmAssignees(WorkspaceId workspace) = 0;
    /// A conflict is an outcome, not an error.
    virtual Reply<CrmEditOutcome> editCrmCell(WorkspaceId workspace, const CrmEdit &edit) = 0;

    virtual Reply<ExportJob> startExport(const ExportRequest &request) = 0;
    virtual Reply<ExportJob> fetchExport(QUuid id) = 0;
    /// Stops it and deletes what it wrote.
    virtual Reply<bool> cancelExport(QUuid id) = 0;
    /// At most `length` bytes of a finished export's file from `offset` on.
    virtual Reply<QByteArray> fetchExportContent(QUuid id, qint64 offset, qint64 length) = 0;
};

} // namespace signalbox
