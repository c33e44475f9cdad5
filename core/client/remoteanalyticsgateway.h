// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsgateway.h"
#include "core/client/apiclient.h"

namespace signalbox {

/// Analytics over HTTP (domain §4.2, docs/ANALYTICS.md). Answers are kept under their ETags, so that numbers
/// that did not change travel once. Numbers that the service calls stale are marked so.
class RemoteAnalyticsGateway final : public AnalyticsGateway
{
public:
    /// `client` must outlive it.
    explicit RemoteAnalyticsGateway(ApiClient &client);

    Reply<AnalyticsReading<OverviewData>> fetchOverview(
        const AnalyticsRequest &request, OverviewParts parts) override;
    Reply<AnalyticsReading<WorkflowsData>> fetchWorkflows(const AnalyticsRequest &request) override;
    Reply<AnalyticsReading<CampaignsData>> fetchCampaigns(const AnalyticsRequest &request) override;
    Reply<AnalyticsReading<BookingData>> fetchBooking(const AnalyticsRequest &request) override;
    Reply<AnalyticsReading<ResponseTimingData>> fetchResponseTiming(
        const AnalyticsRequest &request, const ResponseTimingFilter &filter) override;

    Reply<CrmPage> fetchCrmRows(
        const CrmQuery &query, const QString &cursor, int limit, Staleness staleness) override;
    Reply<CrmSummary> fetchCrmSummary(const CrmQuery &query, Staleness staleness) override;
    Reply<QList<CrmAssignee>> fetchCrmAssignees(WorkspaceId workspace) override;
    Reply<CrmEditOutcome> editCrmCell(WorkspaceId workspace, const CrmEdit &edit) override;

    Reply<ExportJob> startExport(const ExportRequest &request) override;
    Reply<ExportJob> fetchExport(QUuid id) override;
    Reply<bool> cancelExport(QUuid id) override;
    Reply<QByteArray> fetchExportContent(QUuid id, qint64 offset, qint64 length) override;

private:
    template <typename Data>
    Reply<AnalyticsReading<Data>> fetchTab(const QString &name, const AnalyticsRequest &asked,
        const QueryItems &others, Result<Data> (*decode)(const QJsonObject &));
    Reply<ExportJob> sendExport(const ApiRequest &request);

    ApiClient &m_client;
};

} // namespace signalbox
