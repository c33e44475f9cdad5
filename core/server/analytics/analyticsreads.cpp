// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/analyticsreads.h"

#include "core/server/replychain.h"
#include "core/storage/analytics/analyticsreader.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

HttpResponse responseOf(const QByteArray &body, const QByteArray &etag, CacheSource source)
{
    HttpResponse response;
    response.body = body;
    response.etag = etag;
    response.cache = source;
    return response;
}

} // namespace

AnalyticsReads::AnalyticsReads(
    PgPool &pool, ReadCache &cache, const Clock &clock, const Clock &holds, Metrics &metrics, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_cache(cache)
    , m_clock(clock)
    , m_metrics(metrics)
    , m_versions(holds, VersionHold, this)
    , m_flights(clock)
{ }

void AnalyticsReads::forget(WorkspaceId workspace)
{
    m_versions.forgetIf([&](const QUuid &known) { return known == workspace.value; });
}

Reply<QString> AnalyticsReads::askVersion(const InboxReader &reader)
{
    const AnalyticsScope scope {.user = reader.user, .workspace = reader.workspace, .now = m_clock.now()};
    return m_pool.run([scope](PgConnection &pg, std::stop_token) -> Result<QString> {
        const auto context = loadAnalyticsContext(pg, scope);
        if (!context)
            return context.error();
        return context->version;
    });
}

Reply<QString> AnalyticsReads::versionFor(const InboxReader &reader)
{
    const Reply<QString> held
        = m_versions.get(reader.workspace.value, [this, &reader] { return askVersion(reader); });
    if (held.isFinished())
        return held;
    ReplySource<QString> source;
    deliver(held, this, [this, source, reader](const Result<QString> &version) {
        if (version || version.error().kind != Error::Kind::Denied) {
            source.finish(version);
            return;
        }
        // Whoever asked first may have lost his right meanwhile: that says nothing about this one.
        deliver(askVersion(reader), this, [source](const Result<QString> &own) { source.finish(own); });
    });
    return source.reply();
}

Reply<HttpResponse> AnalyticsReads::get(const Read &read)
{
    if (read.isRefresh)
        forget(read.reader.workspace);
    return andThen(versionFor(read.reader), this,
        [this, read](const QString &version) { return lookUp(read, version); });
}

Reply<HttpResponse> AnalyticsReads::lookUp(const Read &read, const QString &version)
{
    const UserId owner = read.isPersonal ? read.reader.user : UserId();
    const ReadKey key {u"analytics"_s, owner, read.reader.workspace,
        ReadKey::hashed(read.endpoint + ';' + read.filters), version};
    if (read.isRefresh || !read.isKept)
        return load(read, key);
    using Found = std::optional<VersionedBody>;
    return andThen(m_cache.find(key), this, [this, read, key](const Found &kept) -> Reply<HttpResponse> {
        if (!kept)
            return load(read, key);
        count(read, "hit");
        return Reply<HttpResponse>::ready(responseOf(kept->body, kept->etag, CacheSource::Hit));
    });
}

Reply<HttpResponse> AnalyticsReads::load(const Read &read, const ReadKey &key)
{
    const auto notBefore = read.isRefresh ? read.askedAt : std::chrono::microseconds::min();
    auto begun = std::make_shared<bool>(false);
    const auto start = [this, begun, read, key] {
        *begun = true;
        // Kept before anybody is told: whoever comes after the read has landed finds it.
        return andThen(read.load(), this, [this, read, key](const LoadedBody &answer) {
            if (read.isKept && !answer.etag.isEmpty() && answer.timeToLive.count() > 0)
                m_cache.keep(
                    key, {key.version, answer.etag, answer.body}, answer.timeToLive, answer.isShared);
            return Reply<LoadedBody>::ready(answer);
        });
    };
    const Reply<LoadedBody> loaded = m_flights.join(key.text(), notBefore, read.reader.user, start);
    count(read, *begun ? (read.isRefresh ? "refresh" : "miss") : "joined");
    return andThen(loaded, this, [](const LoadedBody &answer) {
        HttpResponse response = responseOf(answer.body, answer.etag, CacheSource::Miss);
        response.timings.append({"db", answer.databaseTime});
        if (answer.etag.isEmpty())
            response.status = 500;
        return Reply<HttpResponse>::ready(std::move(response));
    });
}

void AnalyticsReads::count(const Read &read, const char *outcome)
{
    m_metrics
        .counter("signalbox_analytics_reads_total", "Reads of analytics by endpoint and what answered them.",
            {{"endpoint", read.endpoint}, {"outcome", outcome}})
        .increment();
}

} // namespace signalbox
