// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/configuration.h"

#include <QUrl>

namespace signalbox {

/// Where to listen: a literal address or `localhost`, and a port.
struct ListenAddress
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;

    bool operator==(const ListenAddress &) const = default;
};

/// `127.0.0.1:8080`, `[::1]:0`, `localhost:8080`; nothing else.
std::optional<ListenAddress> parseListenAddress(QStringView text);

/// An outside issuer of tokens, as configured.
struct OutsideIssuerConfig
{
    QString issuer;
    QString audience;
    QUrl keysUrl;
};

/// The configuration of one service, valid as a whole.
struct ServiceConfig
{
    EnvironmentName environment = EnvironmentName::development();
    ListenAddress listen;
    QString databaseUrl; ///< empty: the embedded cluster
    QString adminUrl; ///< empty: databaseUrl may migrate, or nobody needs to
    QString feedUrl; ///< empty: derived from the others
    QString instance; ///< never empty
    QStringList realtimeOrigins; ///< `https://app.example.com`
    int realtimeSockets = 6000;
    int poolSize = 6;
    QString embeddedDirectory; ///< absolute; set even when databaseUrl is
    QString redisUrl;
    QString signingSecret; ///< empty: kept in the embedded directory
    std::optional<OutsideIssuerConfig> outsideIssuer;
    int drainSeconds = 20;
    int connections = 8192;
    int requestsPerSecond = 1000; ///< of one person; five seconds' worth at once
};

/// Where the embedded database lives when nobody says: `/var/lib/signalbox` as root, else
/// `$XDG_DATA_HOME/signalbox` (DESIGN §2.1).
QString defaultEmbeddedDirectory();

/// Invalid with every fatal problem, one a line, `field` naming the first key.
Result<ServiceConfig> serviceConfig(const Configuration &configuration);

} // namespace signalbox
