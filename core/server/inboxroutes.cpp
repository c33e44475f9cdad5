// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/inboxroutes.h"

#include "core/inbox/inboxjson.h"
#include "core/server/attachmentresponse.h"
#include "core/server/inboxroutedocs.h"
#include "core/server/jsonbody.h"
#include "core/server/replychain.h"
#include "core/server/runtimeflags.h"
#include "core/server/triagewrites.h"
#include "core/storage/countsstore.h"
#include "core/storage/inboxstore.h"
#include "core/storage/notestore.h"
#include "core/storage/workspacestore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr int MostMessages = 200;

Reply<HttpResponse> failed(const Error &error)
{
    return Reply<HttpResponse>::ready(error);
}

HttpResponse responseFor(const VersionedBody &read)
{
    HttpResponse response;
    response.body = read.body;
    response.etag = read.etag;
    response.cache = read.source;
    if (read.databaseTime.count() > 0)
        response.timings.append({"db", read.databaseTime});
    return response;
}

/// What is read from the database every time: a conversation, an attachment, the campaigns.
HttpResponse liveResponse(const QJsonObject &object, std::chrono::microseconds databaseTime)
{
    const JsonBody json = JsonBody::of(object);
    HttpResponse response;
    response.body = json.bytes;
    response.etag = json.etag;
    response.cache = CacheSource::Live;
    response.timings.append({"db", databaseTime});
    return response;
}

/// Everything that tells one list from another, beside user and workspace.
QByteArray pageFilters(const PageRequest &asked, const InboxReader &reader, qint64 readMarks)
{
    QByteArray text = "page;" + (reader.scope() ? reader.scope()->toString().toLatin1() : QByteArray("all"));
    text += ";read=" + QByteArray::number(readMarks);
    for (const auto &[key, value] : encodePageRequest(asked))
        text += ';' + key.toUtf8() + '=' + value.toUtf8().toPercentEncoding();
    return ReadKey::hashed(text);
}

/// The lead of the path. What is not an id cannot be anybody's lead; none at all is the caller's mistake
/// (domain §4.1).
Result<LeadId> leadOf(const HttpRequest &request)
{
    const QString text = request.pathValue(u"leadId").trimmed();
    if (text.isEmpty())
        return Error::invalid(u"leadId"_s, u"Lead ID is required"_s);
    if (const auto lead = LeadId::parse(text))
        return *lead;
    return Error::notFound(u"Lead not found"_s);
}

Result<ConversationPart> partOf(const HttpRequest &request)
{
    ConversationPart part;
    const auto before = decodeInstantParameter(request.query, "before"_L1);
    if (!before)
        return before.error();
    part.before = *before;
    const QString channel = queryItem(request.query, "channel"_L1);
    if (!channel.isEmpty() && channel != "all"_L1) {
        part.channel = parseChannel(channel);
        if (!part.channel)
            return Error::invalid(u"channel"_s, u"channel has an unknown value"_s, u"INVALID_PARAMETER"_s);
    }
    const auto limit = clampedParameter(request.query, "limit"_L1, part.limit, 1, MostMessages);
    if (!limit)
        return limit.error();
    part.limit = *limit;
    return part;
}

/// Which workspace a lead-only route is about, and who asks: a lead outside the caller's scope is not found,
/// also when the `clientId` sent along is another's (DESIGN §8.2).
Result<InboxReader> readerOfLead(
    PgConnection &pg, UserId user, LeadId lead, std::optional<WorkspaceId> expected)
{
    const auto workspace = findLeadWorkspace(pg, user, lead);
    if (!workspace)
        return workspace.error();
    if (expected && *expected != *workspace)
        return Error::notFound(u"Lead not found"_s);
    const auto role = loadRole(pg, user, *workspace);
    if (!role)
        return role.error().kind == Error::Kind::Denied ? Error::notFound(u"Lead not found"_s) : role.error();
    return InboxReader {user, *workspace, *role};
}

} // namespace

InboxRoutes::InboxRoutes(
    PgPool &pool, WorkspaceAccess &access, ReadCache &cache, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_access(access)
    , m_cache(cache)
    , m_clock(clock)
    , m_versions(clock, VersionHold, this)
    , m_marks(clock, VersionHold, this)
{ }

void InboxRoutes::addTo(RouteTable &routes)
{
    const auto add = [&](const QString &pattern, RouteDoc doc, auto handler) {
        Route route;
        route.pattern = pattern;
        route.doc = std::move(doc);
        route.handler = [this, handler](const HttpRequest &request) { return (this->*handler)(request); };
        route.readFlag = InboxReadFlag;
        route.isTenantRead = true;
        route.rateCost = route.doc.id == "getInboxCounts"_L1 ? 0 : 1; // a heartbeat's read comes from memory
        routes.add(std::move(route));
    };
    add(u"/api/inbox/counts"_s, inboxdocs::counts(), &InboxRoutes::counts);
    add(u"/api/inbox/conversations"_s, inboxdocs::page(), &InboxRoutes::page);
    add(u"/api/inbox/conversations/{leadId}"_s, inboxdocs::conversation(), &InboxRoutes::conversation);
    add(u"/api/inbox/conversations/{leadId}/attachments/{attachmentId}"_s, inboxdocs::attachment(),
        &InboxRoutes::attachment);
    add(u"/api/inbox/sms-campaigns"_s, inboxdocs::smsCampaigns(), &InboxRoutes::smsCampaigns);
    inboxdocs::addSchemas(routes);
}

Reply<QString> InboxRoutes::versionFor(const InboxReader &reader)
{
    const UserId scope = reader.scope().value_or(UserId());
    return m_versions.get({reader.workspace.value, scope.value}, [this, &reader] {
        return m_pool.run([reader](PgConnection &pg, std::stop_token) -> Result<QString> {
            return loadDataVersion(pg, reader);
        });
    });
}

Reply<qint64> InboxRoutes::marksFor(const InboxReader &reader)
{
    return m_marks.get({reader.workspace.value, reader.user.value}, [this, &reader] {
        return m_pool.run([reader](PgConnection &pg, std::stop_token) -> Result<qint64> {
            return loadReadMarks(pg, reader.user, reader.workspace);
        });
    });
}

void InboxRoutes::forget(WorkspaceId workspace)
{
    const auto isOfIt = [&](const ScopeKey &key) { return key.first == workspace.value; };
    m_versions.forgetIf(isOfIt);
    m_marks.forgetIf(isOfIt);
}

Reply<HttpResponse> InboxRoutes::readVersioned(const InboxReader &reader, const QByteArray &filters,
    std::chrono::milliseconds timeToLive, const ReadCache::Loader &load)
{
    return andThen(
        versionFor(reader), this, [this, reader, filters, timeToLive, load](const QString &version) {
            const ReadKey key {u"inbox"_s, reader.user, reader.workspace, filters, version};
            return andThen(m_cache.get(key, timeToLive, load), this,
                [](const VersionedBody &read) { return Reply<HttpResponse>::ready(responseFor(read)); });
        });
}

Reply<HttpResponse> InboxRoutes::counts(const HttpRequest &request)
{
    const auto workspace = decodeWorkspaceParameter(request.query);
    if (!workspace)
        return failed(workspace.error());
    return andThen(
        m_access.readerFor(request.caller->user, *workspace), this, [this](const InboxReader &reader) {
            const QByteArray filters = ReadKey::hashed("counts;" + reader.role.toLatin1());
            return readVersioned(
                reader, filters, CountsTimeToLive, [reader](PgConnection &pg) -> Result<VersionedBody> {
                    const auto reading = loadCounts(pg, reader);
                    if (!reading)
                        return reading.error(); // never zeros (domain §2.8)
                    const JsonBody json = JsonBody::of(encodeCounts(*reading));
                    return VersionedBody {reading->version, json.etag, json.bytes, CacheSource::Materialized};
                });
        });
}

Reply<HttpResponse> InboxRoutes::page(const HttpRequest &request)
{
    const auto asked = decodePageRequest(request.query);
    if (!asked)
        return failed(asked.error());
    const auto load = [asked = *asked](PgConnection &pg, const InboxReader &reader) -> Result<VersionedBody> {
        const auto page = loadInboxPage(pg, reader, asked.query, asked.position, asked.limit);
        if (!page)
            return page.error();
        const JsonBody json = JsonBody::of(encodePage(*page));
        return VersionedBody {page->version, json.etag, json.bytes, CacheSource::Miss};
    };
    const bool isFirst = asked->position == PagePosition();
    return andThen(m_access.readerFor(request.caller->user, asked->query.workspace), this,
        [this, asked = *asked, load, isFirst](const InboxReader &reader) -> Reply<HttpResponse> {
            if (isFirst)
                return andThen(marksFor(reader), this, [this, asked, load, reader](qint64 marks) {
                    return readVersioned(reader, pageFilters(asked, reader, marks), PageTimeToLive,
                        [reader, load](PgConnection &pg) { return load(pg, reader); });
                });
            return m_pool.run(
                [&clock = m_clock, reader, load](PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
                    const auto begun = clock.elapsed();
                    Result<VersionedBody> read = load(pg, reader);
                    if (!read)
                        return read.error();
                    read->databaseTime = clock.elapsed() - begun;
                    return responseFor(*read);
                });
        });
}

Reply<HttpResponse> InboxRoutes::conversation(const HttpRequest &request)
{
    const auto lead = leadOf(request);
    const auto part = partOf(request);
    const auto workspace = optionalWorkspace(request);
    if (!lead || !part || !workspace)
        return failed(!lead ? lead.error() : !part ? part.error() : workspace.error());
    return m_pool.run([&clock = m_clock, user = request.caller->user, lead = *lead, part = *part,
                          workspace = *workspace](PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
        const auto begun = clock.elapsed();
        const auto reader = readerOfLead(pg, user, lead, workspace);
        if (!reader)
            return reader.error();
        const auto detail = loadConversation(pg, *reader, lead, part);
        if (!detail)
            return detail.error();
        return liveResponse(encodeDetail(*detail), clock.elapsed() - begun);
    });
}

Reply<HttpResponse> InboxRoutes::attachment(const HttpRequest &request)
{
    const auto lead = leadOf(request);
    const auto workspace = optionalWorkspace(request);
    if (!lead || !workspace)
        return failed(!lead ? lead.error() : workspace.error());
    const QString text = request.pathValue(u"attachmentId");
    const QUuid id = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    if (id.isNull())
        return failed(Error::notFound(u"Attachment not found"_s));
    return m_pool.run([user = request.caller->user, lead = *lead, id, workspace = *workspace](
                          PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
        const auto reader = readerOfLead(pg, user, lead, workspace);
        if (!reader)
            return reader.error();
        const auto content = loadAttachment(pg, *reader, lead, id);
        if (!content)
            return content.error();
        return attachmentResponse(id, *content);
    });
}

Reply<HttpResponse> InboxRoutes::smsCampaigns(const HttpRequest &request)
{
    const auto workspace = decodeWorkspaceParameter(request.query);
    if (!workspace)
        return failed(workspace.error());
    return andThen(
        m_access.readerFor(request.caller->user, *workspace), this, [this](const InboxReader &reader) {
            return m_pool.run(
                [&clock = m_clock, reader](PgConnection &pg, std::stop_token) -> Result<HttpResponse> {
                    const auto begun = clock.elapsed();
                    const auto campaigns = loadSmsCampaigns(pg, reader);
                    if (!campaigns)
                        return campaigns.error();
                    return liveResponse(encodeSmsCampaigns(*campaigns), clock.elapsed() - begun);
                });
        });
}

} // namespace signalbox
