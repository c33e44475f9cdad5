// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanalyticsgateway.h"

namespace signalbox {

namespace {

template <typename T>
Reply<T> note(std::vector<FakeAnalyticsGateway::Asked<T>> &asked, FakeAnalyticsGateway::Asked<T> call,
    const FakeAnalyticsGateway::Answer<T> &answer)
{
    asked.push_back(call);
    if (answer)
        call.source.finish(answer(call)); // which may make further calls
    return call.source.reply();
}

} // namespace

int FakeAnalyticsGateway::callCount() const
{
    return static_cast<int>(overviews.size() + workflows.size() + campaigns.size() + bookings.size()
        + timings.size() + crmPages.size() + crmSummaries.size() + crmAssignees.size() + crmEdits.size()
        + startedExports.size() + exportPolls.size() + cancelledExports.size() + exportReads.size());
}

void FakeAnalyticsGateway::forget()
{
    overviews.clear();
    workflows.clear();
    campaigns.clear();
    bookings.clear();
    timings.clear();
    crmPages.clear();
    crmSummaries.clear();
    crmAssignees.clear();
    crmEdits.clear();
    startedExports.clear();
    exportPolls.clear();
    cancelledExports.clear();
    exportReads.clear();
}

Reply<AnalyticsReading<OverviewData>> FakeAnalyticsGateway::fetchOverview(
    const AnalyticsRequest &request, OverviewParts parts)
{
    return note(overviews, {.request = request, .parts = parts}, answerOverview);
}

Reply<AnalyticsReading<WorkflowsData>> FakeAnalyticsGateway::fetchWorkflows(const AnalyticsRequest &request)
{
    return note(workflows, {.request = request}, answerWorkflows);
}

Reply<AnalyticsReading<CampaignsData>> FakeAnalyticsGateway::fetchCampaigns(const AnalyticsRequest &request)
{
    return note(campaigns, {.request = request}, answerCampaigns);
}

Reply<AnalyticsReading<BookingData>> FakeAnalyticsGateway::fetchBooking(const AnalyticsRequest &request)
{
    return note(bookings, {.request = request}, answerBooking);
}

Reply<AnalyticsReading<ResponseTimingData>> FakeAnalyticsGateway::fetchResponseTiming(
    const AnalyticsRequest &request, const ResponseTimingFilter &filter)
{
    return note(timings, {.request = request, .timing = filter}, answerResponseTiming);
}

Reply<CrmPage> FakeAnalyticsGateway::fetchCrmRows(
    const CrmQuery &query, const QString &cursor, int limit, Staleness staleness)
{
    return note(crmPages,
        {.workspace = query.workspace,
            .crm = query,
            .cursor = cursor,
            .limit = limit,
            .staleness = staleness},
        answerCrmPage);
}

Reply<CrmSummary> FakeAnalyticsGateway::fetchCrmSummary(const CrmQuery &query, Staleness staleness)
{
    return note(
        crmSummaries, {.workspace = query.workspace, .crm = query, .staleness = staleness}, answerCrmSummary);
}

Reply<QList<CrmAssignee>> FakeAnalyticsGateway::fetchCrmAssignees(WorkspaceId workspace)
{
    return note(crmAssignees, {.workspace = workspace}, answerCrmAssignees);
}

Reply<CrmEditOutcome> FakeAnalyticsGateway::editCrmCell(WorkspaceId workspace, const CrmEdit &edit)
{
    return note(crmEdits, {.workspace = workspace, .edit = edit}, answerCrmEdit);
}

Reply<ExportJob> FakeAnalyticsGateway::startExport(const ExportRequest &request)
{
    return note(startedExports, {.exportRequest = request}, answerStartExport);
}

Reply<ExportJob> FakeAnalyticsGateway::fetchExport(QUuid id)
{
    return note(exportPolls, {.exportId = id}, answerExportPoll);
}

Reply<bool> FakeAnalyticsGateway::cancelExport(QUuid id)
{
    return note(cancelledExports, {.exportId = id}, answerCancelExport);
}

Reply<QByteArray> FakeAnalyticsGateway::fetchExportContent(QUuid id, qint64 offset, qint64 length)
{
    return note(exportReads, {.exportId = id, .offset = offset, .length = length}, answerExportRead);
}

} // namespace signalbox
