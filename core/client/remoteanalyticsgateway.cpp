// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remoteanalyticsgateway.h"

#include "core/analytics/crmwire.h"
#include "core/client/apierror.h"
#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString exportPath(QUuid id)
{
    return u"/api/analytics/exports/"_s + id.toString(QUuid::WithoutBraces);
}

ApiRequest crmRequest(QueryItems query, Staleness staleness)
{
    return {.path = u"/api/analytics/crm/rows"_s,
        .query = std::move(query),
        .isCacheable = true,
        .mayBeStale = staleness == Staleness::Allowed};
}

/// Reads an answer with its decoder, and whether it is stale.
template <typename T> auto markedWith(Result<T> (*decode)(const QJsonObject &))
{
    return [decode](const ApiAnswer &answer) {
        Result<T> read = decode(answer.json());
        if (read)
            read->isStale = answer.isStale;
        return read;
    };
}

Result<ExportJob> readJob(const ApiAnswer &answer)
{
    JsonFields fields(answer.json());
    const QJsonObject data = fields.object("data"_L1);
    if (fields.error())
        return *fields.error();
    return decodeExportJob(data);
}

} // namespace

RemoteAnalyticsGateway::RemoteAnalyticsGateway(ApiClient &client)
    : m_client(client)
{ }

template <typename Data>
Reply<AnalyticsReading<Data>> RemoteAnalyticsGateway::fetchTab(const QString &name,
    const AnalyticsRequest &asked, const QueryItems &others, Result<Data> (*decode)(const QJsonObject &))
{
    const ApiRequest request {.path = u"/api/analytics/"_s + name,
        .query = encodeAnalyticsRequest(asked) + others,
        .isCacheable = true,
        .mayBeStale = asked.mayBeStale};
    return m_client.send<AnalyticsReading<Data>>(request, [decode](const ApiAnswer &answer) {
        auto reading = decodeReading(answer.json(), decode);
        if (reading)
            reading->isStale = answer.isStale;
        return reading;
    });
}

Reply<AnalyticsReading<OverviewData>> RemoteAnalyticsGateway::fetchOverview(
    const AnalyticsRequest &request, OverviewParts parts)
{
    return fetchTab(u"overview"_s, request, {{u"parts"_s, partsName(parts)}}, &decodeOverview);
}

Reply<AnalyticsReading<WorkflowsData>> RemoteAnalyticsGateway::fetchWorkflows(const AnalyticsRequest &request)
{
    return fetchTab(u"workflows"_s, request, {}, &decodeWorkflows);
}

Reply<AnalyticsReading<CampaignsData>> RemoteAnalyticsGateway::fetchCampaigns(const AnalyticsRequest &request)
{
    return fetchTab(u"campaigns"_s, request, {}, &decodeCampaigns);
}

Reply<AnalyticsReading<BookingData>> RemoteAnalyticsGateway::fetchBooking(const AnalyticsRequest &request)
{
    return fetchTab(u"booking"_s, request, {}, &decodeBooking);
}

Reply<AnalyticsReading<ResponseTimingData>> RemoteAnalyticsGateway::fetchResponseTiming(
    const AnalyticsRequest &request, const ResponseTimingFilter &filter)
{
    return fetchTab(u"response-timing"_s, request, encodeResponseTimingFilter(filter), &decodeResponseTiming);
}

Reply<CrmPage> RemoteAnalyticsGateway::fetchCrmRows(
    const CrmQuery &query, const QString &cursor, int limit, Staleness staleness)
{
    QueryItems items = encodeCrmQuery(query);
    if (!cursor.isEmpty())
        items.append({u"cursor"_s, cursor});
    if (limit != DefaultCrmLimit)
        items.append({u"limit"_s, QString::number(limit)});
    return m_client.send<CrmPage>(crmRequest(items, staleness), markedWith(&decodeCrmPage));
}

Reply<CrmSummary> RemoteAnalyticsGateway::fetchCrmSummary(const CrmQuery &query, Staleness staleness)
{
    QueryItems items = encodeCrmQuery(query);
    items.append({u"mode"_s, u"summary"_s});
    return m_client.send<CrmSummary>(crmRequest(items, staleness), markedWith(&decodeCrmSummary));
}

Reply<QList<CrmAssignee>> RemoteAnalyticsGateway::fetchCrmAssignees(WorkspaceId workspace)
{
    const QueryItems items {{u"clientId"_s, workspace.toString()}, {u"mode"_s, u"assignees"_s}};
    return m_client.send<QList<CrmAssignee>>(crmRequest(items, Staleness::Allowed),
        [](const ApiAnswer &answer) { return decodeCrmAssignees(answer.json()); });
}

Reply<CrmEditOutcome> RemoteAnalyticsGateway::editCrmCell(WorkspaceId workspace, const CrmEdit &edit)
{
    const ApiRequest request {
        .method = "PATCH",
        .path = u"/api/analytics/crm/rows/"_s + edit.row.toString(QUuid::WithoutBraces),
        .query = {{u"clientId"_s, workspace.toString()}},
        .body = encodeCrmEdit(edit),
        .readsConflict = true,
    };
    return m_client.send<CrmEditOutcome>(request, [](const ApiAnswer &answer) -> Result<CrmEditOutcome> {
        const QJsonObject body = answer.json();
        if (answer.status == 409 && !body.contains("row"_L1)) // of another kind: it stays the error it is
            return errorOfAnswer(409, answer.body, answer.requestId, {});
        return decodeCrmEditOutcome(body);
    });
}

Reply<ExportJob> RemoteAnalyticsGateway::sendExport(const ApiRequest &request)
{
    return m_client.send<ExportJob>(request, readJob);
}

Reply<ExportJob> RemoteAnalyticsGateway::startExport(const ExportRequest &request)
{
    return sendExport(
        {.method = "POST", .path = u"/api/analytics/exports"_s, .body = encodeExportRequest(request)});
}

Reply<ExportJob> RemoteAnalyticsGateway::fetchExport(QUuid id)
{
    return sendExport({.path = exportPath(id)});
}

Reply<bool> RemoteAnalyticsGateway::cancelExport(QUuid id)
{
    return m_client.send<bool>(
        {.method = "DELETE", .path = exportPath(id)}, [](const ApiAnswer &) { return Result<bool>(true); });
}

Reply<QByteArray> RemoteAnalyticsGateway::fetchExportContent(QUuid id, qint64 offset, qint64 length)
{
    if (length <= 0 || offset < 0)
        return Reply<QByteArray>::ready(QByteArray());
    const ApiRequest request {
        .path = exportPath(id) + u"/content"_s,
        .range = ApiRange {offset, length},
        .deadline = std::chrono::minutes(2),
    };
    return m_client.send<QByteArray>(request, [](const ApiAnswer &answer) -> Result<QByteArray> {
        // A service that does not know ranges sends the whole from its beginning: not the bytes asked for.
        if (answer.status != 206)
            return Error {Error::Kind::Internal, u"a range was asked for and not sent"_s};
        return answer.body;
    });
}

} // namespace signalbox
