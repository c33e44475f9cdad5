// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <cstdio>
#include <memory>
#include <stop_token>

namespace signalbox {

class DatabaseAccess;
class PgConnection;

/// What the exit codes of signalboxctl mean (DESIGN §2.1).
enum CtlExit : int
{
    CtlDone = 0,
    CtlFound = 1, ///< the check found something, or the thing asked about is not there or in the way
    CtlUsage = 2,
    CtlUnreachable = 3, ///< cannot reach what it needs
};

/// What every command works with: the database or service it was pointed at, and where to write.
///
/// A command on data opens the database when it needs it. With `--embedded` the running cluster is used if it
/// is up; else the one that is there is started for as long as this object lives. Only what begins a database
/// makes one: a mistyped directory is an error.
class CtlContext
{
public:
    /// The options every command takes.
    struct Options
    {
        QString database; ///< `--database URL`
        QString embedded; ///< `--embedded DIR`; neither: the configuration's, or the default directory
        QString config; ///< `--config FILE`
        QString url; ///< `--url URL` of a running service
        QString token; ///< `--token T`
        bool json = false; ///< `--json`
        bool makesCluster = false; ///< not typed: whether the command may begin an embedded database
    };

    CtlContext(Options options, std::FILE *out, std::FILE *err, std::stop_token stop);
    ~CtlContext();
    Q_DISABLE_COPY_MOVE(CtlContext)

    const Options &options() const { return m_options; }
    bool wantsJson() const { return m_options.json; }
    /// Requested by SIGINT and SIGTERM: long commands stop at the next safe point.
    std::stop_token stopToken() const { return m_stop; }

    /// As the database's administrator: migrations, users, seeding. The schema is brought up to date first
    /// unless `migrateFirst` is false.
    Result<std::unique_ptr<PgConnection>> openAdmin(bool migrateFirst = true) const;
    /// As signalbox_app, under row-level security, on a migrated schema.
    Result<std::unique_ptr<PgConnection>> openService() const;
    /// The connection strings behind the two, for commands that open several connections.
    Result<QString> adminConninfo() const;
    Result<QString> serviceConninfo() const;

    /// One line to standard output; with `--json` nothing but print(QJsonObject) should go there.
    void print(const QString &line) const;
    /// One compact JSON line to standard output.
    void print(const QJsonObject &object) const;
    /// Progress and remarks, to standard error.
    void remark(const QString &line) const;
    /// Overwrites the last progress line if standard error is a terminal, else writes nothing.
    void progress(const QString &line) const;

    /// Writes `error: …` to standard error and gives the exit code for the kind: what cannot be reached is 3,
    /// else 1.
    int fail(const Error &error) const;
    /// Writes the complaint and where the help is; gives 2.
    int usageError(const Error &error) const;

private:
    Result<DatabaseAccess *> database() const;

    Options m_options;
    std::FILE *m_out;
    std::FILE *m_err;
    std::stop_token m_stop;
    std::unique_ptr<std::unique_ptr<DatabaseAccess>> m_database; // opened by the first command that needs it
};

} // namespace signalbox
