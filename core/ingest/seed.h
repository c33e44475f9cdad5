// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/ingest/progress.h"

#include <QList>

#include <stop_token>

namespace signalbox {

class PgConnection;

struct SeedOptions
{
    int workspaces = 3; ///< 1…64; the first gets most of the leads, the last belongs to another tenant if
                        ///< there are two or more
    qint64 leads = 1000; ///< over all workspaces
    quint64 seed = 1; ///< same seed, same `now`: byte-identical leads, messages and drafts
    Instant now {}; ///< what the demo's times are relative to
    std::stop_token stop;
    bool cheapPasswords = false; ///< the least hash cost there is: tests only
};

/// A demo account. The password is public knowledge.
struct SeedLogin
{
    QString role; ///< OWNER, ADMIN, INBOX_MANAGER, SETTER or CLIENT_PORTAL
    QString email;
    QString password;
};

struct SeedReport
{
    QList<WorkspaceId> workspaces;
    QList<SeedLogin> logins; ///< one a role, two setters: all of the first tenant
    SeedLogin otherTenant; ///< owner of the last workspace, who sees none of the others
    qint64 leads = 0;
    qint64 messages = 0;
    qint64 drafts = 0;
    bool wasPresent = false; ///< this seed's workspaces were there already; nothing was written
    std::chrono::milliseconds took {};
};

/// Fills a migrated database with demo workspaces, in one transaction: after an error or a kill nothing of it
/// is there.
///
/// `admin` owns the tables or is a superuser. Large seeds build the indexes afresh at the end, so other
/// writers wait until it is done. Runs on a worker thread. Invalid for options out of range, Cancelled when
/// stopped.
Result<SeedReport> seed(
    PgConnection &admin, const SeedOptions &options, const Clock &clock, const ProgressSink &progress = {});

} // namespace signalbox
