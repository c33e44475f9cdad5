// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/analyticsroutedocs.h"

#include "core/server/jsonschema.h"
#include "core/server/routetable.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox::analyticsdocs {

namespace {

RouteParameter clientId()
{
    return {u"clientId"_s, u"query"_s, u"The workspace"_s, true, schema::uuid()};
}

RouteParameter query(const QString &name, const QString &summary, const QJsonObject &type)
{
    return {name, u"query"_s, summary, false, type};
}

RouteParameter noCache()
{
    return {u"Cache-Control"_s, u"header"_s,
        u"`no-cache`: waits for the current numbers where a stale answer, marked `x-zrg-stale: 1` with its "
        u"`Age`, "
        "would be told while they are read"_s,
        false, schema::text()};
}

QList<RouteParameter> windowParameters()
{
    return {
        clientId(),
        query(u"from"_s, u"First instant; alone it ends now"_s, schema::instant()),
        query(u"to"_s, u"Instant after the last; alone it begins 30 days earlier"_s, schema::instant()),
        query(u"compare"_s, u"What the numbers are held against"_s,
            schema::oneOf({u"none"_s, u"previous"_s, u"year"_s})),
        query(u"forceRefresh"_s, u"Skip what is kept, and rewrite it"_s, schema::boolean()),
        noCache(),
    };
}

RouteDoc doc(const QString &id, const QString &summary, const QString &response)
{
    RouteDoc made;
    made.id = id;
    made.summary = summary;
    made.tag = u"analytics"_s;
    made.responseSchema = response;
    return made;
}

RouteDoc tab(const QString &id, const QString &summary, const QString &response)
{
    RouteDoc made = doc(id, summary, response);
    made.parameters = windowParameters();
    made.errors = {504};
    return made;
}

QJsonObject windowSchema()
{
    return schema::object(
        {{u"from"_s, schema::nullable(u"string"_s)}, {u"to"_s, schema::nullable(u"string"_s)}});
}

/// The envelope around the numbers of a tab (docs/ANALYTICS.md).
QJsonObject reading(const QJsonObject &data)
{
    return schema::object(
        {
            {u"success"_s, schema::boolean()},
            {u"data"_s, data},
            {u"comparison"_s, data},
            {u"window"_s, schema::reference(u"AnalyticsWindow"_s)},
            {u"comparisonWindow"_s, schema::reference(u"AnalyticsWindow"_s)},
            {u"timezone"_s, schema::text()},
            {u"computedAt"_s, schema::instant()},
            {u"errors"_s, schema::open()},
        },
        {u"success"_s, u"data"_s, u"window"_s, u"timezone"_s, u"computedAt"_s});
}

QJsonObject lists(const QStringList &names)
{
    QJsonObject properties;
    for (const QString &name : names)
        properties.insert(name, schema::list(schema::open()));
    return properties;
}

} // namespace

RouteDoc overview()
{
    RouteDoc made = tab(
        u"getAnalyticsOverview"_s, u"Key figures and breakdowns of a workspace"_s, u"AnalyticsOverview"_s);
    made.parameters.append(query(u"parts"_s, u"Figures first, breakdowns after; all when absent"_s,
        schema::oneOf({u"core"_s, u"breakdowns"_s, u"all"_s})));
    return made;
}

RouteDoc workflows()
{
    return tab(u"getAnalyticsWorkflows"_s, u"Meetings by what led to them"_s, u"AnalyticsWorkflows"_s);
}

RouteDoc campaigns()
{
    RouteDoc made = tab(u"getAnalyticsCampaigns"_s,
        u"Campaigns and drafts in four parts, each of which may fail alone"_s, u"AnalyticsCampaigns"_s);
    made.errors.append(500);
    return made;
}

RouteDoc booking()
{
    return tab(u"getAnalyticsBooking"_s, u"Booking processes and setters"_s, u"AnalyticsBooking"_s);
}

RouteDoc responseTiming()
{
    RouteDoc made = tab(u"getAnalyticsResponseTiming"_s,
        u"How fast leads were answered and what became of them"_s, u"AnalyticsResponseTiming"_s);
    made.parameters += {
        query(u"channel"_s, u"Leads first answered on it"_s,
            schema::oneOf({u"sms"_s, u"email"_s, u"linkedin"_s})),
        query(u"responder"_s, u"`all`, `ai` or `user:<id>`"_s, schema::text()),
        query(u"attributionWindowDays"_s, u"Clamped to 1…365; 30 when absent"_s, schema::integer(1)),
        query(u"maturityBufferDays"_s, u"Clamped to 1…60; 14 when absent"_s, schema::integer(1)),
        query(u"topRespondersLimit"_s, u"Clamped to 1…50; 12 when absent"_s, schema::integer(1)),
    };
    return made;
}

void addSchemas(RouteTable &routes)
{
    routes.addSchema(u"AnalyticsWindow"_s, windowSchema());
    QJsonObject overview = lists({u"sentimentBreakdown"_s, u"weeklyStats"_s, u"leadsByStatus"_s,
        u"topClients"_s, u"smsSubClients"_s, u"perSetterResponseTimes"_s, u"channels"_s});
    overview.insert(u"overview"_s, schema::open());
    routes.addSchema(u"AnalyticsOverview"_s, reading(schema::object(overview, {u"overview"_s})));
    QJsonObject workflows = lists({u"bySequence"_s});
    for (const QString &name :
        {u"totalBooked"_s, u"bookedFromInitial"_s, u"bookedFromWorkflow"_s, u"unattributed"_s})
        workflows.insert(name, schema::integer(0));
    routes.addSchema(u"AnalyticsWorkflows"_s, reading(schema::object(workflows, {u"totalBooked"_s})));
    QJsonObject campaigns;
    for (const QString &name : {u"campaigns"_s, u"reactivation"_s, u"aiDraftOutcome"_s, u"aiDraftBooking"_s})
        campaigns.insert(name, schema::nullable(u"object"_s));
    routes.addSchema(u"AnalyticsCampaigns"_s, reading(schema::object(campaigns)));
    routes.addSchema(u"AnalyticsBooking"_s, reading(schema::open()));
    routes.addSchema(u"AnalyticsResponseTiming"_s,
        reading(schema::object(
            lists({u"responseTime"_s, u"aiChosenDelay"_s, u"aiDrift"_s}), {u"responseTime"_s})));
}

RouteDoc crmRows()
{
    RouteDoc made = doc(u"listCrmRows"_s,
        u"Interested leads: rows, a summary of them, or who may be assigned. A setter gets the own leads"_s,
        u"CrmAnswer"_s);
    made.parameters = {
        clientId(),
        query(u"mode"_s, u"rows when absent"_s, schema::oneOf({u"rows"_s, u"summary"_s, u"assignees"_s})),
        query(u"campaign"_s, u"Part of the interest campaign's name"_s, schema::text()),
        query(u"leadCategory"_s, u"Part of the override or the interest type"_s, schema::text()),
        query(u"leadStatus"_s, u"The lead's status, exactly"_s, schema::text()),
        query(u"responseMode"_s, u"As in force"_s, schema::oneOf({u"AI"_s, u"HUMAN"_s, u"UNKNOWN"_s})),
        query(u"dateFrom"_s, u"First instant of the interest"_s, schema::instant()),
        query(u"dateTo"_s, u"Instant after the last"_s, schema::instant()),
        query(
            u"sort"_s, u"`<column>:asc|desc` of a stored column; `date:desc` when absent"_s, schema::text()),
        query(u"limit"_s, u"Rows, clamped to 1…300; 150 when absent"_s, schema::integer(1)),
        query(u"cursor"_s, u"From an earlier page of the same query"_s, schema::text()),
        query(u"forceRefresh"_s, u"Skip what is kept, and rewrite it"_s, schema::boolean()),
        noCache(),
    };
    made.errors = {504};
    return made;
}

RouteDoc crmEdit()
{
    RouteDoc made = doc(
        u"editCrmRow"_s, u"Change one cell, unless somebody else changed the row"_s, u"CrmEditAnswer"_s);
    made.parameters = {
        {u"rowId"_s, u"path"_s, u"The row"_s, true, schema::uuid()},
        clientId(),
    };
    made.requestSchema = u"CrmEdit"_s;
    made.errors = {404, 409};
    return made;
}

void addCrmSchemas(RouteTable &routes)
{
    routes.addSchema(u"CrmAnswer"_s,
        schema::object({{u"success"_s, schema::boolean()}, {u"data"_s, QJsonObject {}},
                           {u"computedAt"_s, schema::instant()}},
            {u"success"_s, u"data"_s}));
    routes.addSchema(u"CrmEdit"_s,
        schema::object(
            {{u"field"_s, schema::text()}, {u"value"_s, schema::nullable(u"string"_s)},
                {u"expectedUpdatedAt"_s, schema::instant()}, {u"updateAutomation"_s, schema::boolean()}},
            {u"field"_s, u"expectedUpdatedAt"_s}));
    routes.addSchema(u"CrmEditAnswer"_s, schema::success({{u"row"_s, schema::open()}}));
}

namespace {

RouteParameter exportId()
{
    return {u"exportId"_s, u"path"_s, u"The export"_s, true, schema::uuid()};
}

} // namespace

RouteDoc exportStart()
{
    RouteDoc made = doc(u"startExport"_s, u"Write everything behind a tab to a file"_s, u"ExportJob"_s);
    made.requestSchema = u"ExportRequest"_s;
    return made;
}

RouteDoc exportState()
{
    RouteDoc made = doc(u"getExport"_s, u"How far an own export is"_s, u"ExportJob"_s);
    made.parameters = {exportId()};
    made.errors = {404};
    return made;
}

RouteDoc exportCancel()
{
    RouteDoc made = doc(u"cancelExport"_s, u"Stop an own export, or forget a finished one"_s, {});
    made.parameters = {exportId()};
    made.errors = {404};
    return made;
}

RouteDoc exportContent()
{
    RouteDoc made = doc(u"getExportContent"_s, u"The file of an own finished export, or a range of it"_s, {});
    made.responseType = u"application/octet-stream"_s;
    made.parameters = {
        exportId(), {u"Range"_s, u"header"_s, u"One range of bytes: answered 206"_s, false, schema::text()}};
    made.errors = {404, 409, 416};
    return made;
}

void addExportSchemas(RouteTable &routes)
{
    routes.addSchema(u"ExportRequest"_s, schema::open());
    routes.addSchema(u"ExportJob"_s,
        schema::success({{u"data"_s,
            schema::object({{u"id"_s, schema::uuid()}, {u"rowsWritten"_s, schema::integer(0)},
                               {u"sizeBytes"_s, schema::integer(0)}, {u"fileName"_s, schema::text()},
                               {u"state"_s, schema::text()}},
                {u"id"_s, u"state"_s})}}));
}

} // namespace signalbox::analyticsdocs
