// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/config/serviceconfig.h"
#include "core/ingest/seed.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace signalbox {

class DatabaseAccess;

/// What a service is started with.
struct ServiceOptions
{
    ServiceConfig config;
    bool isDemo = false; ///< make the demo workspaces if they are not there
    qint64 demoLeads = 5'000;
};

/// A service that answers.
struct ServiceStart
{
    QString url; ///< `http://127.0.0.1:PORT`, as a client on this machine reaches it
    QList<SeedLogin> logins; ///< of the demo; empty without it
};

/// The whole service: database, upkeep and HTTP, put together (DESIGN §2). It lives on one thread with an
/// event loop, in signalboxd and in the console alike.
class Service final : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(const QString &)>;

    explicit Service(ServiceOptions options, QObject *parent = nullptr);
    /// Stops at once what drain() did not let finish, then the embedded database.
    ~Service() override;

    /// Blocks until requests are answered. Invalid for a configuration that contradicts itself, Unavailable
    /// when the database or the address cannot be had, Cancelled when `stop` was requested. `progress` gets
    /// lines for a person.
    Result<ServiceStart> start(std::stop_token stop, const Progress &progress = {});

    /// Takes no more requests and lets those in work finish; stopped() follows. Any number of times.
    void drain();

Q_SIGNALS:
    void stopped();

private:
    struct Parts;

    Result<void> openDatabase(const Progress &progress);
    Result<QList<SeedLogin>> makeDemo(std::stop_token stop, const Progress &progress);
    Result<ServiceStart> listen();

    ServiceOptions m_options;
    SystemClock m_clock;
    std::unique_ptr<DatabaseAccess> m_database; // last to go: the parts use it
    std::unique_ptr<Parts> m_parts;
};

} // namespace signalbox
