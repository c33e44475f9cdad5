// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seed.h"
#include "core/ingest/seedcopy.h"

namespace signalbox {

/// A person of the demo who can sign in, or only a name among the setters (no password).
struct SeedAccount
{
    SeedPerson person;
    QString role;
    QString password;
    bool isOtherTenant = false;
};

/// Everybody of ours in the demo, the same for every seed; ids as in the database are filled in later.
QList<SeedAccount> seedAccounts();

/// Name and offer of workspace `index`.
QByteArray seedWorkspaceName(int index);

/// How many of `leads` workspace `index` of `count` gets: the first 70 %, the others equal shares of the
/// rest.
qint64 seedShare(qint64 leads, int index, int count);

} // namespace signalbox
