// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/service.h"

#include "app/service/databaseaccess.h"
#include "app/service/servicelog.h"
#include "app/service/upkeep.h"
#include "core/auth/signingsecret.h"
#include "core/base/log.h"
#include "core/feed/logicalfeed.h"
#include "core/server/analytics/analyticsroutes.h"
#include "core/server/analytics/crmroutes.h"
#include "core/server/analytics/exportroutes.h"
#include "core/server/analytics/exportwriter.h"
#include "core/server/authroutes.h"
#include "core/server/draftroutes.h"
#include "core/server/httpserver.h"
#include "core/server/inboxroutes.h"
#include "core/server/ingestroutes.h"
#include "core/server/operationsroutes.h"
#include "core/server/realtime/databasebackend.h"
#include "core/server/realtime/realtimegate.h"
#include "core/server/realtime/realtimehub.h"
#include "core/server/setuproutes.h"
#include "core/server/triageroutes.h"
#include "core/server/viewroutes.h"
#include "core/server/workspaceroutes.h"
#include "core/storage/migrator.h"
#include "core/storage/rediscache.h"

#include <QFile>

#include <sys/statvfs.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int PasswordWorkers = 2; // two computations of 64 MB at once and no more
constexpr int UpkeepConnections = 2;
constexpr int RealtimeConnections = 2; // many joins at once do not hold up requests
constexpr int AnalyticsConnections = 4; // the parts of one answer, beside the inbox and not before it
constexpr int ExportConnections = 2; // exports at a time; the others wait
constexpr std::chrono::minutes ExportStatement {10}; // the first rows of a large sort
constexpr int CompressWorkers = 2;
constexpr std::chrono::milliseconds DrainSpread {2000}; // the realtime clients do not all come back at once

Result<Secret> signingSecret(const ServiceConfig &config)
{
    if (!config.signingSecret.isEmpty())
        return parseSigningSecret(config.signingSecret.toUtf8(), u"auth.signing_secret"_s);
    if (config.databaseUrl.isEmpty())
        return loadOrCreateSigningSecret(signingSecretFile(config.embeddedDirectory));
    if (config.environment.isProduction())
        return Error::invalid(u"auth.signing_secret"_s,
            u"auth.signing_secret must be set: every service of one database signs with the same one"_s,
            u"CONFIG"_s);
    logWarning(serviceLog(), "signing_secret_is_temporary"_L1,
        {{u"consequence"_s, u"everybody signs in again after a restart"_s}});
    return Secret::random(48);
}

// A PostgreSQL that cannot extend its log stops altogether, reads too, and may not start again before there
// is room: a few segments of it (16 MB) and one batch of the largest size are kept free.
constexpr quint64 ReservedBytes = 128ULL << 20;

/// Of the embedded database; another server's disk is its operator's.
StorageGate storageGate(const ServiceConfig &config)
{
    if (!config.databaseUrl.isEmpty())
        return {};
    return [path = QFile::encodeName(config.embeddedDirectory)]() -> Result<void> {
        struct statvfs disk
        { };
        if (::statvfs(path.constData(), &disk) != 0
            || quint64(disk.f_bavail) * disk.f_frsize >= ReservedBytes)
            return {};
        Error full = Error::unavailable(u"too little disk space is left"_s);
        full.code = u"STORAGE_FULL"_s;
        return full;
    };
}

Result<QString> pingDatabase(PgConnection &pg)
{
    if (const auto answer = pg.run("ServicePing"_L1); !answer)
        return answer.error();
    return u"ok"_s;
}

Result<QString> checkSchema(PgConnection &pg)
{
    const auto steps = Migrator::builtIn();
    if (!steps)
        return steps.error();
    const auto found = Migrator::currentVersion(pg);
    if (!found)
        return found.error();
    const int wanted = steps->isEmpty() ? 0 : steps->last().version;
    if (*found != wanted)
        return Error::unavailable(u"schema version %1 instead of %2"_s.arg(*found).arg(wanted));
    return u"version %1"_s.arg(*found);
}

QString clientUrl(const ListenAddress &address, quint16 port)
{
    const bool isEverywhere = QHostAddress(address.host) == QHostAddress(QHostAddress::AnyIPv4)
        || QHostAddress(address.host) == QHostAddress(QHostAddress::AnyIPv6);
    QString host = isEverywhere ? u"127.0.0.1"_s : address.host;
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return u"http://%1:%2"_s.arg(host).arg(port);
}

PgPool::Options poolOptions(int size)
{
    PgPool::Options options;
    options.size = size;
    return options;
}

PgPool::Options exportPoolOptions()
{
    PgPool::Options options = poolOptions(ExportConnections);
    options.statementTimeout = ExportStatement;
    return options;
}

/// Exports lie beside the embedded database, or else among the temporary files.
QString exportParent(const ServiceConfig &config)
{
    return config.databaseUrl.isEmpty() ? config.embeddedDirectory + u"/exports"_s : temporaryExportParent();
}

} // namespace

/// The graph of one running service, in the order it is made; it is taken down the other way round, so that
/// what workers use outlives the workers.
struct Service::Parts
{
    Parts(const ServiceConfig &config, const QString &conninfo, const QString &feedConninfo,
        const Secret &secret, const std::optional<RedisAddress> &redisAddress, const Clock &clock)
        : keys(secret, clock)
        , redis(redisAddress ? std::make_unique<RedisCache>(*redisAddress, clock) : nullptr)
        , flags([](const QString &name) { return qEnvironmentVariable(qPrintable(name)); })
        , limiter(clock, {double(config.requestsPerSecond), 5.0 * config.requestsPerSecond})
        , pool(conninfo, poolOptions(config.poolSize))
        , passwordPool(conninfo, poolOptions(PasswordWorkers))
        , upkeepPool(conninfo, poolOptions(UpkeepConnections))
        , realtimePool(conninfo, poolOptions(RealtimeConnections))
        , analyticsPool(conninfo, poolOptions(AnalyticsConnections))
        , exportPool(conninfo, exportPoolOptions())
        , compressors(CompressWorkers)
        , feed({.conninfo = feedConninfo, .instance = config.instance}, clock)
        , verifier(secret, clock)
        , authenticator(pool, verifier, clock)
        , access(pool, clock)
        , cache(pool, redis.get(), clock, metrics)
        , authServices {pool, passwordPool, keys, authenticator, metrics, clock}
        , authRoutes(authServices)
        , workspaceRoutes(authServices, access)
        , inboxRoutes(pool, access, cache, clock)
        , triageWrites(pool, inboxRoutes, clock)
        , triageRoutes(triageWrites)
        , draftRoutes(triageWrites)
        , viewRoutes(pool, access, triageWrites)
        , analyticsReads(pool, cache, clock, clock, metrics)
        , analyticsServices {analyticsPool, access, analyticsReads, clock, {}}
        , analyticsRoutes(analyticsServices)
        , crmRoutes(analyticsServices)
        , exports({exportPool, clock, metrics, exportParent(config), exportWriter(storageGate(config))})
        , exportRoutes(exports, access)
        , operations {metrics, clock, {}, {}}
        , server({routes, authenticator, flags, limiter, metrics, compressors, clock}, limitsOf(config))
        , upkeep(upkeepPool, flags, metrics, config.environment)
        , backend(realtimePool, verifier, clock)
        , hub(feed, backend, metrics, clock)
        , gate(verifier, authenticator, {config.realtimeOrigins, config.realtimeSockets},
              [this] { return hub.socketCount(); })
    {
        if (const auto &outside = config.outsideIssuer)
            verifier.addOutsideIssuer({outside->issuer, outside->audience, outside->keysUrl});
        operations.isDraining = [this] { return server.isDraining(); };
        operations.checks = {
            {u"database"_s, [this] { return ask(pingDatabase); }},
            {u"migrations"_s, [this] { return ask(checkSchema); }},
            // Without it the service does its work all the same: what changes is then seen by asking.
            {u"feed"_s, [this] { return Reply<QString>::ready(feedState()); }},
        };
        addOperationsRoutes(routes, operations);
        authRoutes.addTo(routes);
        addSetupRoutes(routes, authServices);
        workspaceRoutes.addTo(routes);
        inboxRoutes.addTo(routes);
        triageRoutes.addTo(routes);
        draftRoutes.addTo(routes);
        viewRoutes.addTo(routes);
        analyticsRoutes.addTo(routes);
        crmRoutes.addTo(routes);
        exportRoutes.addTo(routes);
        addIngestRoutes(routes, pool, clock, storageGate(config));
        gate.addTo(routes);
        connectRealtime();
        addGauges();
        addFeedGauges();
    }

    void connectRealtime()
    {
        QObject::connect(&server, &HttpServer::webSocketArrived, &hub, [this] {
            for (auto arrived = server.takeWebSocket(); arrived.socket; arrived = server.takeWebSocket())
                hub.accept(std::move(arrived.socket), RealtimeGate::helloOf(arrived.request));
        });
        QObject::connect(&server, &HttpServer::drainBegun, &hub, [this] { hub.drain(DrainSpread); });
    }

    static HttpLimits limitsOf(const ServiceConfig &config)
    {
        HttpLimits limits;
        limits.connections = config.connections;
        return limits;
    }

    Reply<QString> ask(Result<QString> (*question)(PgConnection &))
    {
        return upkeepPool.run([question](PgConnection &pg, std::stop_token) { return question(pg); });
    }

    QString feedState() const { return feed.isLive() ? u"live"_s : u"not live: "_s + feed.problemCode(); }

    void addGauges()
    {
        metrics.gauge("signalbox_build_info", "Which build this is", [] { return 1.0; },
            {{"version", SIGNALBOX_VERSION}});
        const QList<const PgPool *> pools {
            &pool, &passwordPool, &upkeepPool, &realtimePool, &analyticsPool, &exportPool};
        const auto total = [pools](int PgPool::Usage::*figure) {
            double sum = 0;
            for (const PgPool *each : pools)
                sum += each->usage().*figure;
            return sum;
        };
        metrics.gauge("signalbox_database_connections", "Open connections to the database",
            [total] { return total(&PgPool::Usage::open); });
        metrics.gauge("signalbox_database_connections_busy", "Connections at work",
            [total] { return total(&PgPool::Usage::busy); });
    }

    void addFeedGauges()
    {
        metrics.gauge("signalbox_feed_live", "Whether changes are being read",
            [this] { return feed.isLive() ? 1.0 : 0.0; });
        metrics.gauge("signalbox_feed_lag_bytes", "Log written and not told yet; -1: unknown",
            [this] { return double(feed.figures().lagBytes); });
        metrics.gauge("signalbox_feed_ring_changes", "Changes kept for those who come back",
            [this] { return double(feed.figures().ringChanges); });
        metrics.total("signalbox_feed_changes_total", "Changes of leads told",
            [this] { return double(feed.figures().changesTold); });
        metrics.total("signalbox_feed_reconnects_total", "Times the stream broke",
            [this] { return double(feed.figures().reconnects); });
        metrics.total("signalbox_feed_histories_lost_total", "Times everybody had to read again",
            [this] { return double(feed.figures().historiesLost); });
    }

    Metrics metrics;
    SessionKeys keys;
    std::unique_ptr<RedisCache> redis; // null: none configured
    RuntimeFlags flags;
    RateLimiter limiter;
    PgPool pool;
    PgPool passwordPool;
    PgPool upkeepPool;
    PgPool realtimePool;
    PgPool analyticsPool;
    PgPool exportPool;
    WorkerPool compressors;
    LogicalFeed feed;
    TokenVerifier verifier;
    SessionAuthenticator authenticator;
    WorkspaceAccess access;
    ReadCache cache;
    AuthServices authServices;
    AuthRoutes authRoutes;
    WorkspaceRoutes workspaceRoutes;
    InboxRoutes inboxRoutes;
    TriageWrites triageWrites;
    TriageRoutes triageRoutes;
    DraftRoutes draftRoutes;
    ViewRoutes viewRoutes;
    AnalyticsReads analyticsReads;
    AnalyticsServices analyticsServices;
    AnalyticsRoutes analyticsRoutes;
    CrmRoutes crmRoutes;
    ExportService exports;
    ExportRoutes exportRoutes;
    RouteTable routes;
    Operations operations;
    HttpServer server;
    Upkeep upkeep;
    DatabaseBackend backend;
    RealtimeHub hub;
    RealtimeGate gate;
};

Service::Service(ServiceOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{ }

Service::~Service() = default;

Result<ServiceStart> Service::start(std::stop_token stop, const Progress &progress)
{
    const ServiceConfig &config = m_options.config;
    std::optional<RedisAddress> redisAddress;
    if (!config.redisUrl.isEmpty()) {
        const auto parsed = parseRedisUrl(config.redisUrl);
        if (!parsed)
            return parsed.error();
        redisAddress = *parsed;
    }
    if (m_options.isDemo && config.environment.isProduction())
        return Error::invalid(u"--demo"_s,
            u"--demo makes accounts whose passwords everybody knows: not in production"_s, u"CONFIG"_s);
    if (const auto opened = openDatabase(progress); !opened)
        return opened.error();
    auto logins = makeDemo(stop, progress);
    if (!logins)
        return logins.error();
    if (stop.stop_requested())
        return Error {Error::Kind::Cancelled, u"stopped while starting"_s};
    const auto secret = signingSecret(config);
    if (!secret)
        return secret.error();
    const auto conninfo = m_database->serviceConninfo();
    if (!conninfo)
        return conninfo.error();
    m_parts = std::make_unique<Parts>(
        config, *conninfo, m_database->feedConninfo(), *secret, redisAddress, m_clock);
    auto started = listen();
    if (started)
        started->logins = *std::move(logins);
    return started;
}

Result<void> Service::openDatabase(const Progress &progress)
{
    auto database = DatabaseAccess::open(m_options.config, DatabaseAccess::Cluster::Own, progress);
    if (!database)
        return database.error();
    m_database = *std::move(database);
    const auto steps = m_database->migrate();
    if (!steps)
        return steps.error();
    if (*steps > 0)
        logInfo(serviceLog(), "schema_migrated"_L1, {{u"steps"_s, *steps}});
    return {};
}

Result<QList<SeedLogin>> Service::makeDemo(std::stop_token stop, const Progress &progress)
{
    if (!m_options.isDemo)
        return QList<SeedLogin>();
    const auto conninfo = m_database->adminConninfo();
    if (!conninfo)
        return conninfo.error();
    auto admin = PgConnection::open(*conninfo);
    if (!admin)
        return admin.error();
    SeedOptions options;
    options.leads = m_options.demoLeads;
    options.now = m_clock.now();
    options.stop = stop;
    const auto report = seed(**admin, options, m_clock, [&progress](const signalbox::Progress &step) {
        if (progress)
            progress(step.line());
    });
    if (!report)
        return report.error();
    return report->logins;
}

Result<ServiceStart> Service::listen()
{
    const ListenAddress &address = m_options.config.listen;
    auto flags = PgConnection::open(*m_database->serviceConninfo());
    if (flags) {
        if (const auto values = Upkeep::loadFlags(**flags, m_options.config.environment))
            m_parts->flags.setStored(*values);
    }
    const QHostAddress host
        = address.host == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(address.host);
    const auto port = m_parts->server.start(host, address.port);
    if (!port)
        return port.error();
    connect(&m_parts->server, &HttpServer::drained, this, [this] {
        m_parts->feed.stop();
        m_parts->upkeep.stop();
        Q_EMIT stopped();
    });
    m_parts->upkeep.start();
    m_parts->feed.start();
    m_parts->hub.start();
    const QString url = clientUrl(address, *port);
    logInfo(serviceLog(), "serving"_L1,
        {{u"url"_s, url}, {u"environment"_s, m_options.config.environment.name()},
            {u"embedded"_s, m_database->isEmbedded()}});
    return ServiceStart {.url = url};
}

void Service::drain()
{
    if (!m_parts) {
        Q_EMIT stopped();
        return;
    }
    m_parts->server.drain(std::chrono::seconds(m_options.config.drainSeconds));
}

} // namespace signalbox
