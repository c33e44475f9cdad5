// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/crmroutes.h"

#include "core/analytics/analyticswindow.h"
#include "core/analytics/crmwire.h"
#include "core/server/analytics/analyticsbodies.h"
#include "core/server/analytics/analyticsroutedocs.h"
#include "core/server/analytics/analyticsroutes.h"
#include "core/server/problem.h"
#include "core/server/replychain.h"
#include "core/server/triagewrites.h"
#include "core/storage/analytics/crmeditor.h"
#include "core/storage/analytics/crmreader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

/// What `crm/rows` is asked for.
struct CrmCall
{
    QString mode; ///< rows, summary or assignees
    CrmQuery query;
    QString cursor;
    int limit = DefaultCrmLimit;
    bool isRefresh = false;

    static Result<CrmCall> of(const HttpRequest &request)
    {
        CrmCall call;
        const auto query = decodeCrmQuery(request.query);
        if (!query)
            return query.error();
        call.query = *query;
        call.mode = queryItem(request.query, "mode"_L1);
        if (call.mode.isEmpty())
            call.mode = u"rows"_s;
        if (call.mode != "rows"_L1 && call.mode != "summary"_L1 && call.mode != "assignees"_L1)
            return unknownValue("mode"_L1, {u"rows"_s, u"summary"_s, u"assignees"_s});
        const auto limit = decodeCrmLimit(request.query);
        if (!limit)
            return limit.error();
        call.limit = *limit;
        call.cursor = queryItem(request.query, "cursor"_L1);
        const auto refresh = decodeForceRefresh(request.query);
        if (!refresh)
            return refresh.error();
        call.isRefresh = *refresh;
        return call;
    }

    bool isKept() const { return mode != "rows"_L1 || cursor.isEmpty(); }

    /// Whoever sees the whole workspace sees the same rows, and everybody the same setters; of a setter's
    /// leads nobody else sees the sum.
    bool isPersonal(const InboxReader &reader) const
    {
        return mode != "assignees"_L1 && reader.scope().has_value();
    }

    QByteArray filters() const
    {
        QByteArray text;
        if (mode == "assignees"_L1)
            return text;
        for (const auto &[key, value] : encodeCrmQuery(query))
            text += ';' + key.toUtf8() + '=' + value.toUtf8().toPercentEncoding();
        if (mode == "rows"_L1)
            text += ";limit=" + QByteArray::number(limit) + ";cursor=" + cursor.toUtf8();
        return text;
    }

    Result<QJsonObject> load(PgConnection &pg, const InboxReader &reader, Instant now) const
    {
        if (mode == "assignees"_L1) {
            const auto assignees = loadCrmAssignees(pg, reader);
            if (!assignees)
                return assignees.error();
            return encodeCrmAssignees(*assignees);
        }
        if (mode == "summary"_L1) {
            const auto summary = loadCrmSummary(pg, reader, query, now);
            if (!summary)
                return summary.error();
            return encodeCrmSummary(*summary);
        }
        const auto page = loadCrmPage(pg, reader, query, cursor, limit, now);
        if (!page)
            return page.error();
        return encodeCrmPage(*page);
    }
};

HttpResponse responseOf(const CrmEditOutcome &outcome, const HttpRequest &request)
{
    if (!outcome.isConflict)
        return HttpResponse::json(encodeCrmEditOutcome(outcome));
    const Error conflict {Error::Kind::Conflict, u"Row was modified by another user"_s, u"CONFLICT"_s};
    HttpResponse response = problemResponse(conflict, request, ErrorForm::Problem);
    QJsonObject document = QJsonDocument::fromJson(response.body).object();
    const QJsonObject current = encodeCrmEditOutcome(outcome);
    for (auto member = current.begin(); member != current.end(); ++member)
        document.insert(member.key(), member.value());
    response.body = QJsonDocument(document).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace

CrmRoutes::CrmRoutes(AnalyticsServices services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{ }

void CrmRoutes::addTo(RouteTable &routes)
{
    Route read = analyticsRoute(HttpMethod::Get, u"/api/analytics/crm/rows"_s, analyticsdocs::crmRows(),
        [this](const HttpRequest &request) { return rows(request); });
    read.rateCost = 2;
    routes.add(std::move(read));
    routes.add(analyticsRoute(HttpMethod::Patch, u"/api/analytics/crm/rows/{rowId}"_s,
        analyticsdocs::crmEdit(), [this](const HttpRequest &request) { return edit(request); }));
    analyticsdocs::addCrmSchemas(routes);
}

Reply<HttpResponse> CrmRoutes::rows(const HttpRequest &request)
{
    const auto call = CrmCall::of(request);
    if (!call)
        return Reply<HttpResponse>::ready(call.error());
    const auto caller = analystFor(m_services.access, this, request.caller->user, call->query.workspace);
    return andThen(caller, this,
        [this, call = *call, askedAt = request.receivedAt, mayBeStale = mayBeStale(request)](
            const InboxReader &reader) {
            const Keeping keeping
                = call.mode == "rows"_L1 ? m_services.limits.crmRows : m_services.limits.crmSummary;
            const auto load = [this, call, reader, keeping] {
                return runBody(m_services, keeping,
                    [call, reader, now = m_services.clock.now()](const TabReader &on) -> Result<LoadedBody> {
                        const auto object = call.load(on.pg, reader, now);
                        if (!object)
                            return object.error();
                        const JsonBody json = JsonBody::exactly(*object);
                        return LoadedBody {json.bytes, json.etag};
                    });
            };
            return m_services.reads.get({.endpoint = "crm-" + call.mode.toLatin1(),
                .reader = reader,
                .filters = call.filters(),
                .isPersonal = call.isPersonal(reader),
                .isRefresh = call.isRefresh,
                .isKept = call.isKept(),
                .mayBeStale = mayBeStale,
                .askedAt = askedAt,
                .load = load});
        });
}

Reply<HttpResponse> CrmRoutes::edit(const HttpRequest &request)
{
    const auto row = pathId(request, u"rowId", u"Row not found"_s);
    const auto workspace = decodeWorkspaceParameter(request.query);
    auto body = request.jsonBody();
    if (!row || !workspace || !body)
        return Reply<HttpResponse>::ready(!row ? row.error() : !workspace ? workspace.error() : body.error());
    body->insert("id"_L1, row->toString(QUuid::WithoutBraces));
    const auto edit = decodeCrmEdit(*body);
    if (!edit)
        return Reply<HttpResponse>::ready(parameterError(edit.error()));
    const auto caller = analystFor(m_services.access, this, request.caller->user, *workspace);
    return andThen(caller, this, [this, edit = *edit, request](const InboxReader &reader) {
        return andThen(write(reader, edit), this, [this, reader, request](const CrmEditOutcome &outcome) {
            m_services.reads.forget(reader.workspace); // before the answer is told
            return Reply<HttpResponse>::ready(responseOf(outcome, request));
        });
    });
}

/// What was read before is dropped at the commit, whoever still waits: an edit that is cancelled too late to
/// be stopped delivers no outcome.
Reply<CrmEditOutcome> CrmRoutes::write(const InboxReader &reader, const CrmEdit &edit)
{
    const ReplySource<bool> mayHaveWritten;
    deliver(mayHaveWritten.reply(), this,
        [this, workspace = reader.workspace](const Result<bool> &) { m_services.reads.forget(workspace); });
    return m_services.pool.run(
        [reader, edit, mayHaveWritten, now = m_services.clock.now()](PgConnection &pg, std::stop_token) {
            auto outcome = pg.transaction({.user = reader.user, .readOnly = false},
                [&] { return editCrmCell(pg, reader.user, reader.workspace, edit, now); });
            // A connection that broke may have done so behind the commit.
            if (outcome || outcome.error().kind == Error::Kind::Unavailable)
                mayHaveWritten.finish(true);
            return outcome;
        });
}

} // namespace signalbox
