// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/exports.h"

#include "core/inbox/jsonfields.h"

#include <algorithm>
#include <iterator>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView ResponseTimingTab {"response-timing"};
constexpr QLatin1StringView CrmTab {"crm"};
constexpr QLatin1StringView tabs[] {
    "overview"_L1, "workflows"_L1, "campaigns"_L1, "booking"_L1, ResponseTimingTab, CrmTab};

QStringList tabNames()
{
    return QStringList(std::begin(tabs), std::end(tabs));
}

constexpr std::pair<ExportState, QLatin1StringView> states[] {
    {ExportState::Running, "running"_L1},
    {ExportState::Done, "done"_L1},
    {ExportState::Failed, "failed"_L1},
    {ExportState::Cancelled, "cancelled"_L1},
};

QLatin1StringView stateName(ExportState state)
{
    const auto *found = std::find_if(
        std::begin(states), std::end(states), [state](const auto &entry) { return entry.first == state; });
    return found->second;
}

// The parameters of a tab's own route, so that an export is asked for what the tab was.
QueryItems queryOf(const ExportRequest &request)
{
    if (request.tab == CrmTab)
        return encodeCrmQuery(request.crm);
    QueryItems items = encodeAnalyticsRequest(request.analytics);
    if (request.tab == ResponseTimingTab)
        items += encodeResponseTimingFilter(request.timing);
    return items;
}

Result<QueryItems> itemsOf(const QJsonObject &object)
{
    QueryItems items;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isString())
            items.append({it.key(), it->toString()});
        else
            return Error::invalid(it.key(), it.key() + u" is not text"_s, u"INVALID_PARAMETER"_s);
    }
    return items;
}

Result<ExportRequest> decodeQuery(ExportRequest request, const QueryItems &items)
{
    if (request.tab == CrmTab) {
        auto crm = decodeCrmQuery(items);
        if (!crm)
            return crm.error();
        request.analytics.workspace = crm->workspace;
        request.crm = *std::move(crm);
        return request;
    }
    auto analytics = decodeAnalyticsRequest(items);
    if (!analytics)
        return analytics.error();
    request.analytics = *std::move(analytics);
    if (request.tab != ResponseTimingTab)
        return request;
    auto timing = decodeResponseTimingFilter(items);
    if (!timing)
        return timing.error();
    request.timing = *std::move(timing);
    return request;
}

} // namespace

QJsonObject encodeExportRequest(const ExportRequest &request)
{
    QJsonObject query;
    for (const auto &[key, value] : queryOf(request))
        query.insert(key, value);
    return {
        {u"tab"_s, request.tab},
        {u"format"_s, request.format == ExportFormat::Xlsx ? u"xlsx"_s : u"csv"_s},
        {u"query"_s, query},
    };
}

Result<ExportRequest> decodeExportRequest(const QJsonObject &body)
{
    JsonFields fields(body);
    ExportRequest request;
    request.tab = fields.text("tab"_L1);
    if (std::find(std::begin(tabs), std::end(tabs), request.tab) == std::end(tabs))
        fields.fail("tab"_L1, u"has an unknown value; it may be "_s + tabNames().join(", "_L1));
    const QString format = fields.text("format"_L1);
    if (format == "xlsx"_L1)
        request.format = ExportFormat::Xlsx;
    else if (format != "csv"_L1)
        fields.fail("format"_L1, u"has an unknown value; it may be csv, xlsx"_s);
    const QJsonObject query = fields.has("query"_L1) ? fields.object("query"_L1) : QJsonObject();
    if (fields.error())
        return *fields.error();
    const auto items = itemsOf(query);
    if (!items)
        return items.error();
    return decodeQuery(std::move(request), *items);
}

QJsonObject encodeExportJob(const ExportJob &job)
{
    return {
        {u"id"_s, job.id.toString(QUuid::WithoutBraces)},
        {u"state"_s, stateName(job.state)},
        {u"rowsWritten"_s, job.rowsWritten},
        {u"rowsTotal"_s, job.rowsTotal ? QJsonValue(*job.rowsTotal) : QJsonValue(QJsonValue::Null)},
        {u"sizeBytes"_s, job.sizeBytes},
        {u"fileName"_s, job.fileName},
        {u"computedAt"_s, wireInstant(job.computedAt)},
        {u"expiresAt"_s, nullableInstant(job.expiresAt)},
        {u"error"_s, nullableText(job.error)},
    };
}

Result<ExportJob> decodeExportJob(const QJsonObject &object)
{
    JsonFields fields(object);
    ExportJob job;
    job.id = fields.uuid("id"_L1);
    const QString state = fields.text("state"_L1);
    const auto *found = std::find_if(
        std::begin(states), std::end(states), [&state](const auto &entry) { return entry.second == state; });
    if (found == std::end(states))
        fields.fail("state"_L1, u"has an unknown value"_s);
    else
        job.state = found->first;
    job.rowsWritten = fields.integer("rowsWritten"_L1);
    job.rowsTotal = fields.optionalInteger("rowsTotal"_L1);
    job.sizeBytes = fields.integer("sizeBytes"_L1);
    job.fileName = fields.text("fileName"_L1);
    job.computedAt = fields.instant("computedAt"_L1);
    job.expiresAt = fields.optionalInstant("expiresAt"_L1);
    job.error = fields.optionalText("error"_L1);
    if (fields.error())
        return *fields.error();
    return job;
}

} // namespace signalbox
