// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsgateway.h"

#include <functional>
#include <vector>

namespace signalbox {

/// A gateway that writes down what it is asked. A test answers each call by hand through its `source`, or
/// sets a function that answers all of a kind at once.
class FakeAnalyticsGateway final : public AnalyticsGateway
{
public:
    /// One call, with whatever of this it was made with.
    template <typename T> struct Asked
    {
        AnalyticsRequest request;
        OverviewParts parts = OverviewParts::All;
        ResponseTimingFilter timing;
        WorkspaceId workspace; ///< of the assignees and an edit
        CrmQuery crm;
        QString cursor;
        int limit = 0;
        Staleness staleness = Staleness::Allowed; ///< of the CRM; the request says it of the tabs
        CrmEdit edit;
        ExportRequest exportRequest;
        QUuid exportId;
        qint64 offset = 0;
        qint64 length = 0;
        ReplySource<T> source;
    };
    template <typename T> using Answer = std::function<Result<T>(const Asked<T> &)>;

    std::vector<Asked<AnalyticsReading<OverviewData>>> overviews;
    std::vector<Asked<AnalyticsReading<WorkflowsData>>> workflows;
    std::vector<Asked<AnalyticsReading<CampaignsData>>> campaigns;
    std::vector<Asked<AnalyticsReading<BookingData>>> bookings;
    std::vector<Asked<AnalyticsReading<ResponseTimingData>>> timings;
    std::vector<Asked<CrmPage>> crmPages;
    std::vector<Asked<CrmSummary>> crmSummaries;
    std::vector<Asked<QList<CrmAssignee>>> crmAssignees;
    std::vector<Asked<CrmEditOutcome>> crmEdits;
    std::vector<Asked<ExportJob>> startedExports;
    std::vector<Asked<ExportJob>> exportPolls;
    std::vector<Asked<bool>> cancelledExports;
    std::vector<Asked<QByteArray>> exportReads;

    Answer<AnalyticsReading<OverviewData>> answerOverview;
    Answer<AnalyticsReading<WorkflowsData>> answerWorkflows;
    Answer<AnalyticsReading<CampaignsData>> answerCampaigns;
    Answer<AnalyticsReading<BookingData>> answerBooking;
    Answer<AnalyticsReading<ResponseTimingData>> answerResponseTiming;
    Answer<CrmPage> answerCrmPage;
    Answer<CrmSummary> answerCrmSummary;
    Answer<QList<CrmAssignee>> answerCrmAssignees;
    Answer<CrmEditOutcome> answerCrmEdit;
    Answer<ExportJob> answerStartExport;
    Answer<ExportJob> answerExportPoll;
    Answer<bool> answerCancelExport;
    Answer<QByteArray> answerExportRead;

    /// Calls since the last forget(), of every kind.
    int callCount() const;
    void forget();

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
};

} // namespace signalbox
