// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/serviceconfig.h"

#include <QDir>
#include <QHostAddress>
#include <QStandardPaths>
#include <QSysInfo>

#include <unistd.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString lineOf(const ConfigProblem &problem)
{
    return problem.key == problem.origin ? u"%1 %2"_s.arg(problem.key, problem.what)
                                         : u"%1 %2 (%3)"_s.arg(problem.key, problem.what, problem.origin);
}

QList<ConfigProblem> problemsOf(const Configuration &configuration)
{
    QList<ConfigProblem> problems;
    for (const ConfigProblem &problem : configuration.problems()) {
        if (problem.isFatal)
            problems += problem;
    }
    const auto require = [&](bool holds, QLatin1StringView key, const QString &what) {
        if (!holds)
            problems += ConfigProblem {key, configuration.value(key).origin, what};
    };
    require(
        parseListenAddress(configuration.text("listen"_L1)).has_value(), "listen"_L1, u"is not HOST:PORT"_s);
    const bool hasIssuer = configuration.isSet("auth.outside_issuer"_L1);
    const QUrl keysUrl(configuration.text("auth.outside_keys_url"_L1), QUrl::StrictMode);
    require(!hasIssuer || (keysUrl.isValid() && keysUrl.scheme().startsWith("http"_L1)),
        "auth.outside_keys_url"_L1, u"must be an http address when there is an outside issuer"_s);
    require(hasIssuer || !configuration.isSet("auth.outside_keys_url"_L1), "auth.outside_issuer"_L1,
        u"is missing beside auth.outside_keys_url"_s);
    require(!configuration.isSet("auth.signing_secret"_L1)
            || configuration.text("auth.signing_secret"_L1).toUtf8().size() >= 32,
        "auth.signing_secret"_L1, u"is shorter than 32 bytes"_s);
    require(!configuration.isSet("realtime.feed_url"_L1) || configuration.isSet("database.url"_L1),
        "database.url"_L1, u"is missing beside realtime.feed_url"_s);
    require(!configuration.isSet("database.admin_url"_L1) || configuration.isSet("database.url"_L1),
        "database.url"_L1, u"is missing beside database.admin_url"_s);
    return problems;
}

} // namespace

std::optional<ListenAddress> parseListenAddress(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return std::nullopt;
    bool isNumber = false;
    const ushort port = text.sliced(colon + 1).toUShort(&isNumber);
    QString host = text.first(colon).toString();
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed)
        host = host.sliced(1, host.size() - 2);
    if (!isNumber || host.contains(u':') != isBracketed)
        return std::nullopt;
    if (host != "localhost"_L1 && QHostAddress(host).isNull())
        return std::nullopt;
    return ListenAddress {host, port};
}

QString defaultEmbeddedDirectory()
{
    if (::geteuid() == 0)
        return u"/var/lib/signalbox"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/signalbox"_s;
}

Result<ServiceConfig> serviceConfig(const Configuration &configuration)
{
    const QList<ConfigProblem> problems = problemsOf(configuration);
    if (!problems.isEmpty()) {
        QStringList lines;
        for (const ConfigProblem &problem : problems)
            lines += lineOf(problem);
        return Error::invalid(problems.first().key, lines.join(u'\n'), u"CONFIG"_s);
    }
    ServiceConfig config;
    config.environment = configuration.environment();
    config.listen = *parseListenAddress(configuration.text("listen"_L1));
    config.databaseUrl = configuration.text("database.url"_L1);
    config.adminUrl = configuration.text("database.admin_url"_L1);
    config.feedUrl = configuration.text("realtime.feed_url"_L1);
    const QString instance = configuration.text("realtime.instance"_L1);
    const QString origins = configuration.text("realtime.origins"_L1);
    for (const QString &origin : origins.split(u',', Qt::SkipEmptyParts))
        config.realtimeOrigins.append(origin.trimmed());
    config.realtimeSockets = configuration.number("realtime.sockets"_L1);
    config.instance = instance.isEmpty() ? QSysInfo::machineHostName() : instance;
    config.poolSize = configuration.number("database.pool_size"_L1);
    const QString directory = configuration.text("embedded.directory"_L1);
    config.embeddedDirectory
        = QDir(directory.isEmpty() ? defaultEmbeddedDirectory() : directory).absolutePath();
    config.redisUrl = configuration.text("redis.url"_L1);
    config.signingSecret = configuration.text("auth.signing_secret"_L1);
    if (configuration.isSet("auth.outside_issuer"_L1))
        config.outsideIssuer = OutsideIssuerConfig {configuration.text("auth.outside_issuer"_L1),
            configuration.text("auth.outside_audience"_L1),
            QUrl(configuration.text("auth.outside_keys_url"_L1))};
    config.drainSeconds = configuration.number("server.drain_seconds"_L1);
    config.connections = configuration.number("server.connections"_L1);
    config.requestsPerSecond = configuration.number("server.requests_per_second"_L1);
    return config;
}

} // namespace signalbox
