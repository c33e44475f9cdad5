// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/analyticsreads.h"

#include "core/base/log.h"
#include "core/server/replychain.h"
#include "core/server/serverlog.h"
#include "core/storage/analytics/analyticsreader.h"

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace signalbox {

namespace {

constexpr auto ClockSkew
    = 5s; ///< of another service that shares the cache; later than that is a clock set back
constexpr auto EditsKept = 10min; ///< longer than anything that was read before an edit is kept
constexpr qsizetype MostRereads = 10'000; ///< whose beginning is remembered

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
    , m_holds(holds)
    , m_metrics(metrics)
    , m_versions(holds, VersionHold, this)
    , m_flights(clock)
{ }

void AnalyticsReads::forget(WorkspaceId workspace)
{
    const Instant now = m_holds.now();
    m_editedAt.removeIf([&](const auto &entry) { return now - entry.value() > EditsKept; });
    m_editedAt.insert(workspace.value, now);
    dropVersion(workspace);
}

void AnalyticsReads::dropVersion(WorkspaceId workspace)
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
        dropVersion(read.reader.workspace);
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
    using Found = std::optional<KeptRead>;
    return andThen(
        m_cache.findNewest(key), this, [this, read, key](const Found &kept) -> Reply<HttpResponse> {
            const Worth worth = kept ? worthOf(*kept, read, key) : Worth::Nothing;
            if (worth == Worth::Nothing)
                return load(read, key);
            HttpResponse response = responseOf(kept->body, kept->etag, CacheSource::Hit);
            if (worth == Worth::Stale) {
                response.staleAge = std::max(floor<seconds>(m_holds.now() - kept->readAt), 0s);
                readAgain(read, key);
            }
            count(read, worth == Worth::Stale ? "stale" : "hit");
            return Reply<HttpResponse>::ready(std::move(response));
        });
}

AnalyticsReads::Worth AnalyticsReads::worthOf(
    const KeptRead &kept, const Read &read, const ReadKey &key) const
{
    const auto age = m_holds.now() - kept.readAt;
    if (kept.version == key.version && age < kept.freshFor)
        return Worth::Current;
    const bool isOfBeforeAnEdit = kept.readAt <= m_editedAt.value(key.workspace.value, Instant::min());
    const bool isTooOld = kept.staleFor == 0ms || age > kept.staleFor || age < -ClockSkew;
    if (!read.mayBeStale || isOfBeforeAnEdit || isTooOld)
        return Worth::Nothing;
    // As old as a version may be here before it is asked for again.
    return age < VersionHold ? Worth::Current : Worth::Stale;
}

ReadFlights::Start AnalyticsReads::keeping(const Read &read, const ReadKey &key)
{
    return [this, read, key] {
        const Instant readAt = m_holds.now();
        // Kept before anybody is told: whoever comes after the read has landed finds it.
        return andThen(read.load(), this, [this, read, key, readAt](const LoadedBody &answer) {
            if (read.isKept && !answer.etag.isEmpty() && answer.timeToLive.count() > 0)
                m_cache.keepNewest(key,
                    {key.version, readAt, answer.timeToLive, answer.staleFor, answer.etag, answer.body},
                    answer.isShared);
            return Reply<LoadedBody>::ready(answer);
        });
    };
}

void AnalyticsReads::readAgain(const Read &read, const ReadKey &key)
{
    const auto now = m_holds.elapsed();
    const QByteArray question = key.question();
    const auto begun = m_rereadAt.constFind(question);
    if (begun != m_rereadAt.constEnd() && now - *begun < VersionHold)
        return; // it failed, or is under way
    if (m_rereadAt.size() >= MostRereads)
        m_rereadAt.removeIf([&](const auto &entry) { return now - entry.value() >= VersionHold; });
    m_rereadAt.insert(question, now);
    // Nobody cancels this one: it is for whoever asks next, and ends with the flights.
    const Reply<LoadedBody> loaded
        = m_flights.join(key.text(), microseconds::min(), read.reader.user, keeping(read, key));
    deliver(loaded, this, [this, endpoint = read.endpoint](const Result<LoadedBody> &answer) {
        const bool isDone = answer && !answer->etag.isEmpty();
        m_metrics
            .counter("signalbox_analytics_rereads_total", "Stale answers of analytics that were read again.",
                {{"endpoint", endpoint}, {"outcome", isDone ? "done" : "failed"}})
            .increment();
        if (!isDone)
            logWarning(serverLog(), "analytics_reread_failed"_L1,
                {{u"endpoint"_s, QString::fromLatin1(endpoint)},
                    {u"error"_s, answer ? u"all parts failed"_s : describe(answer.error())}});
    });
}

Reply<HttpResponse> AnalyticsReads::load(const Read &read, const ReadKey &key)
{
    const auto notBefore = read.isRefresh ? read.askedAt : microseconds::min();
    auto begun = std::make_shared<bool>(false);
    const auto start = [begun, keep = keeping(read, key)] {
        *begun = true;
        return keep();
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
