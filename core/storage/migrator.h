// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace signalbox {

class PgConnection;

/// One step of the schema, from `NNNN_verb_object.up.sql` and `.down.sql`.
struct Migration
{
    int version = 0;
    QString name;
    QByteArray up;
    QByteArray down;
};

/// Brings a database's schema to a version. Any number of starters at once do no harm: they take turns.
class Migrator
{
public:
    /// The migrations built into the program, in order.
    static Result<QList<Migration>> builtIn();

    /// Applies what is missing, each step in a transaction of its own, again if it lost a deadlock to who is
    /// writing; returns how many it applied.
    /// Unavailable, with nothing touched, when the database was migrated by a newer program.
    static Result<int> migrate(PgConnection &admin);
    /// Undoes every step above `version`; returns how many.
    static Result<int> rollBackTo(PgConnection &admin, int version);
    /// The highest applied version; 0 on an empty database.
    static Result<int> currentVersion(PgConnection &connection);
};

} // namespace signalbox
