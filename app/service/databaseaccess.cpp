// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/databaseaccess.h"

#include "core/cluster/embeddedcluster.h"
#include "core/config/serviceconfig.h"
#include "core/storage/migrator.h"
#include "core/storage/pgconnection.h"

#include <QUrl>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView ServiceRole = "signalbox_app"_L1;
constexpr QLatin1StringView FeedRole = "signalbox_feed"_L1;

// A later parameter of a connection string replaces an earlier one (libpq, "Connection Strings").
QString withParameter(const QString &conninfo, const QString &key, const QString &value)
{
    if (!conninfo.contains("://"_L1))
        return conninfo + u" %1='%2'"_s.arg(key, value);
    const QChar separator = conninfo.contains(u'?') ? u'&' : u'?';
    return conninfo + separator + key + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
}

Error schemaError(int found, int wanted)
{
    const bool isNewer = found > wanted;
    Error error = Error::unavailable(isNewer
            ? u"the database is at schema version %1, this program knows %2: a newer one has been here"_s
                  .arg(found)
                  .arg(wanted)
            : u"the database is at schema version %1, this program needs %2: run signalboxctl migrate"_s
                  .arg(found)
                  .arg(wanted));
    error.code = isNewer ? u"SCHEMA_NEWER"_s : u"SCHEMA_OUTDATED"_s;
    return error;
}

} // namespace

Result<std::unique_ptr<DatabaseAccess>> DatabaseAccess::open(
    const ServiceConfig &config, Cluster cluster, const Progress &progress)
{
    std::unique_ptr<DatabaseAccess> access(new DatabaseAccess);
    if (!config.databaseUrl.isEmpty()) {
        access->m_admin = config.adminUrl;
        access->m_feed = config.feedUrl;
        if (const auto seen = access->lookAt(config.databaseUrl); !seen)
            return seen.error();
        return access;
    }
    access->m_isEmbedded = true;
    if (cluster == Cluster::Borrow) {
        const auto running = EmbeddedCluster::find(config.embeddedDirectory);
        if (running) {
            access->m_admin = running->adminConninfo();
            access->m_service = running->conninfo(ServiceRole);
            access->m_feed = running->conninfo(FeedRole);
            return access;
        }
        if (running.error().kind != Error::Kind::NotFound)
            return running.error();
    }
    auto started = EmbeddedCluster::start({.directory = config.embeddedDirectory}, progress);
    if (!started)
        return started.error();
    access->m_cluster = *std::move(started);
    access->m_admin = access->m_cluster->adminConninfo();
    access->m_service = access->m_cluster->conninfo(ServiceRole);
    access->m_feed = access->m_cluster->conninfo(FeedRole);
    return access;
}

DatabaseAccess::~DatabaseAccess() = default;

// One address may be the service's own login, or that of somebody who may migrate.
Result<void> DatabaseAccess::lookAt(const QString &url)
{
    auto connection = PgConnection::open(url);
    if (!connection)
        return connection.error();
    const auto login = (*connection)->run("ServiceLogin"_L1);
    if (!login)
        return login.error();
    const bool mayMigrate = login->rowCount() == 1 && login->boolean(0, 1);
    if (login->text(0, 0) == ServiceRole || !mayMigrate)
        m_service = url;
    else if (m_admin.isEmpty())
        m_admin = url;
    return {};
}

Result<int> DatabaseAccess::migrate() const
{
    const QString &conninfo = m_admin.isEmpty() ? m_service : m_admin;
    auto connection = PgConnection::open(conninfo);
    if (!connection)
        return connection.error();
    if (!m_admin.isEmpty())
        return Migrator::migrate(**connection);
    const auto steps = Migrator::builtIn();
    if (!steps)
        return steps.error();
    const auto found = Migrator::currentVersion(**connection);
    if (!found)
        return found.error();
    const int wanted = steps->isEmpty() ? 0 : steps->last().version;
    if (*found != wanted)
        return schemaError(*found, wanted);
    return 0;
}

Result<QString> DatabaseAccess::adminConninfo() const
{
    if (m_admin.isEmpty())
        return Error::denied(u"this login may not change the schema: give database.admin_url"_s);
    return m_admin;
}

Result<QString> DatabaseAccess::serviceConninfo() const
{
    if (!m_service.isEmpty())
        return m_service;
    // The administrator's address with the service's name, if the server lets that in without another
    // password.
    const QString own = withParameter(m_admin, u"user"_s, ServiceRole);
    if (PgConnection::open(own))
        return own;
    // Else the administrator's session as the service's role: row-level security holds all the same.
    return withParameter(m_admin, u"options"_s, u"-c role="_s + ServiceRole);
}

QString DatabaseAccess::feedConninfo() const
{
    if (!m_feed.isEmpty())
        return m_feed;
    const QString &base = m_admin.isEmpty() ? m_service : m_admin;
    const QString own = withParameter(base, u"user"_s, FeedRole);
    return PgConnection::open(own) ? own : base;
}

} // namespace signalbox
