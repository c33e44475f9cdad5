// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/viewroutes.h"

#include "core/inbox/triagejson.h"
#include "core/server/jsonbody.h"
#include "core/server/replychain.h"
#include "core/server/triageroutedocs.h"
#include "core/storage/viewstore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Reply<HttpResponse> failed(const Error &error)
{
    return Reply<HttpResponse>::ready(error);
}

Result<QJsonObject> viewsBody(PgConnection &pg, const InboxReader &reader)
{
    const auto views = loadViews(pg, reader);
    if (!views)
        return views.error();
    QJsonArray list;
    for (const SavedView &view : *views)
        list.append(encodeView(view));
    return QJsonObject {{u"success"_s, true}, {u"views"_s, list}};
}

Result<QJsonObject> assigneesBody(PgConnection &pg, const InboxReader &reader)
{
    const auto assignees = loadAssignees(pg, reader);
    if (!assignees)
        return assignees.error();
    QJsonArray list;
    for (const Assignee &assignee : *assignees)
        list.append(encodeAssignee(assignee));
    return QJsonObject {{u"success"_s, true}, {u"assignees"_s, list}};
}

Result<QList<LeadId>> idsOf(const HttpRequest &request)
{
    const QStringList texts = queryItem(request.query, "ids"_L1).split(u',', Qt::SkipEmptyParts);
    if (texts.isEmpty() || texts.size() > ViewRoutes::MostNames)
        return Error::invalid(
            u"ids"_s, u"ids must name 1 to %1 leads"_s.arg(ViewRoutes::MostNames), u"INVALID_PARAMETER"_s);
    QList<LeadId> ids;
    for (const QString &text : texts) {
        const auto id = LeadId::parse(text.trimmed());
        if (!id)
            return Error::invalid(u"ids"_s, u"ids holds something that is no uuid"_s, u"INVALID_PARAMETER"_s);
        ids.append(*id);
    }
    return ids;
}

} // namespace

ViewRoutes::ViewRoutes(PgPool &pool, WorkspaceAccess &access, TriageWrites &writes, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_access(access)
    , m_writes(writes)
{ }

void ViewRoutes::addTo(RouteTable &routes)
{
    const auto add = [&](HttpMethod method, const QString &pattern, RouteDoc doc, Handler handler) {
        Route route;
        route.method = method;
        route.pattern = pattern;
        route.handler = std::move(handler);
        route.doc = std::move(doc);
        route.isTenantRead = method == HttpMethod::Get;
        routes.add(std::move(route));
    };
    const QString views = u"/api/inbox/views"_s;
    add(HttpMethod::Get, views, triagedocs::views(),
        [this](const HttpRequest &request) { return read(request, viewsBody); });
    add(HttpMethod::Post, views, triagedocs::saveView(),
        [this](const HttpRequest &request) { return save(request); });
    add(HttpMethod::Delete, views + u"/{viewId}"_s, triagedocs::removeView(),
        [this](const HttpRequest &request) { return remove(request); });
    add(HttpMethod::Get, u"/api/inbox/assignees"_s, triagedocs::assignees(),
        [this](const HttpRequest &request) { return read(request, assigneesBody); });
    add(HttpMethod::Get, u"/api/inbox/lead-names"_s, triagedocs::leadNames(),
        [this](const HttpRequest &request) { return names(request); });
}

Reply<HttpResponse> ViewRoutes::read(const HttpRequest &request, const Load &load)
{
    const auto workspace = decodeWorkspaceParameter(request.query);
    if (!workspace)
        return failed(workspace.error());
    return andThen(
        m_access.readerFor(request.caller->user, *workspace), this, [this, load](const InboxReader &reader) {
            return m_pool.run([reader, load](PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
                const auto body = load(pg, reader);
                if (!body)
                    return body.error();
                const JsonBody json = JsonBody::of(*body);
                HttpResponse response;
                response.body = json.bytes;
                response.etag = json.etag;
                response.cache = CacheSource::Live;
                return response;
            });
        });
}

Reply<HttpResponse> ViewRoutes::names(const HttpRequest &request)
{
    const auto ids = idsOf(request);
    if (!ids)
        return failed(ids.error());
    return read(request, [ids = *ids](PgConnection &pg, const InboxReader &reader) -> Result<QJsonObject> {
        const auto found = loadLeadNames(pg, reader, ids);
        if (!found)
            return found.error();
        QJsonObject list;
        for (auto name = found->cbegin(); name != found->cend(); ++name)
            list.insert(name.key().toString(), name.value());
        return QJsonObject {{u"success"_s, true}, {u"names"_s, list}};
    });
}

Reply<HttpResponse> ViewRoutes::save(const HttpRequest &request)
{
    const auto workspace = decodeWorkspaceParameter(request.query);
    const auto body = request.jsonBody();
    if (!workspace || !body)
        return failed(!workspace ? workspace.error() : body.error());
    const auto view = decodeView(*body, *workspace);
    if (!view)
        return failed(parameterError(view.error()));
    return m_writes.run(request, u"saveView"_s, *workspace,
        [user = request.caller->user, workspace = *workspace, view = *view](
            PgConnection &pg, Instant now, WorkspaceId &) -> Result<WriteAnswer> {
            const auto writer = enterWorkspace(pg, user, workspace, now);
            if (!writer)
                return writer.error();
            const auto saved = saveView(pg, *writer, view);
            if (!saved)
                return saved.error();
            return writeAnswer({{u"success"_s, true}, {u"view"_s, encodeView(*saved)}});
        });
}

Reply<HttpResponse> ViewRoutes::remove(const HttpRequest &request)
{
    const auto workspace = decodeWorkspaceParameter(request.query);
    const auto id = pathId(request, u"viewId", u"View not found"_s);
    if (!workspace || !id)
        return failed(!workspace ? workspace.error() : id.error());
    return m_writes.run(request, u"removeView"_s, *workspace,
        [user = request.caller->user, workspace = *workspace, id = *id](
            PgConnection &pg, Instant now, WorkspaceId &) -> Result<WriteAnswer> {
            const auto writer = enterWorkspace(pg, user, workspace, now);
            if (!writer)
                return writer.error();
            if (const auto removed = removeView(pg, *writer, id); !removed)
                return removed.error();
            return writeAnswer({{u"success"_s, true}});
        });
}

} // namespace signalbox
