// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>
#include <memory>

namespace signalbox {

class EmbeddedCluster;
class PgConnection;
struct ServiceConfig;

/// The database a program works on: an embedded cluster it starts or takes over, or a server it was pointed
/// at.
///
/// Blocking. What it started it stops at its end.
class DatabaseAccess
{
public:
    enum class Cluster
    {
        Own, ///< start or take over: the service
        Borrow, ///< use the running one; start one only if there is none: signalboxctl
    };
    using Progress = std::function<void(const QString &)>;

    /// Unavailable (code of EmbeddedCluster, or of the server) when there is no database to be had.
    /// `progress` gets lines for a person.
    static Result<std::unique_ptr<DatabaseAccess>> open(
        const ServiceConfig &config, Cluster cluster, const Progress &progress = {});
    ~DatabaseAccess();
    Q_DISABLE_COPY_MOVE(DatabaseAccess)

    /// Brings the schema up to date if this program may; returns how many steps that took. Unavailable with
    /// code `SCHEMA_OUTDATED` when it may not and must be, or `SCHEMA_NEWER` when a newer program has been
    /// here.
    Result<int> migrate() const;

    /// As who may migrate. Denied when nobody gave us such a login.
    Result<QString> adminConninfo() const;
    /// As signalbox_app, under row-level security; after migrate(), which makes the role.
    Result<QString> serviceConninfo() const;
    /// As who may read the log: what is configured, else signalbox_feed if the server lets it in, else the
    /// login there is. Whether that may replicate, the feed finds out.
    QString feedConninfo() const;
    bool isEmbedded() const { return m_isEmbedded; }

private:
    DatabaseAccess() = default;
    Result<void> lookAt(const QString &url);

    std::unique_ptr<EmbeddedCluster> m_cluster; // null: a server, or a cluster that somebody else runs
    bool m_isEmbedded = false;
    QString m_admin; // empty: none
    QString m_service; // empty: derived from m_admin
    QString m_feed; // empty: derived from either
};

} // namespace signalbox
