// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>

#include <variant>
#include <vector>

namespace signalbox {

/// A transaction begins; it is sent whole, at its commit.
struct PgoutputBegin
{
    quint64 commitLsn = 0;
    Instant committedAt {};
    quint32 xid = 0;

    bool operator==(const PgoutputBegin &) const = default;
};

struct PgoutputCommit
{
    quint64 commitLsn = 0;
    quint64 endLsn = 0; ///< after the commit record: where the next transaction's may stand
    Instant committedAt {};

    bool operator==(const PgoutputCommit &) const = default;
};

struct PgoutputColumn
{
    QByteArray name;
    quint32 type = 0;
    bool isKey = false; ///< of the replica identity

    bool operator==(const PgoutputColumn &) const = default;
};

/// A table, told before its first row and again when it has changed.
struct PgoutputRelation
{
    quint32 oid = 0;
    QByteArray schema; ///< empty: pg_catalog
    QByteArray name;
    std::vector<PgoutputColumn> columns; ///< the published ones, in the order of tuples

    bool operator==(const PgoutputRelation &) const = default;
};

struct PgoutputValue
{
    enum class Kind
    {
        Null,
        Unchanged, ///< too long to be in the row, and not written by this update
        Text,
        Binary
    };

    Kind kind = Kind::Null;
    QByteArray text;

    bool operator==(const PgoutputValue &) const = default;
};
using PgoutputTuple = std::vector<PgoutputValue>;

struct PgoutputInsert
{
    quint32 relation = 0;
    PgoutputTuple row;

    bool operator==(const PgoutputInsert &) const = default;
};

struct PgoutputUpdate
{
    quint32 relation = 0;
    std::optional<PgoutputTuple> before; ///< only when the identity changed (`K`), or all of it is kept (`O`)
    PgoutputTuple row;

    bool operator==(const PgoutputUpdate &) const = default;
};

struct PgoutputDelete
{
    quint32 relation = 0;
    PgoutputTuple before; ///< of its identity; the other columns are null

    bool operator==(const PgoutputDelete &) const = default;
};

struct PgoutputTruncate
{
    std::vector<quint32> relations;

    bool operator==(const PgoutputTruncate &) const = default;
};

/// What pg_logical_emit_message wrote. One that is not transactional stands between transactions.
struct PgoutputNote
{
    bool isTransactional = false;
    quint64 lsn = 0;
    QByteArray prefix;
    QByteArray content;

    bool operator==(const PgoutputNote &) const = default;
};

/// A type's name or an origin: nothing here depends on them.
struct PgoutputOther
{
    bool operator==(const PgoutputOther &) const = default;
};

using PgoutputMessage = std::variant<PgoutputOther, PgoutputBegin, PgoutputCommit, PgoutputRelation,
    PgoutputInsert, PgoutputUpdate, PgoutputDelete, PgoutputTruncate, PgoutputNote>;

/// Reads one message of pgoutput, protocol version 1 (PostgreSQL, "Logical Replication Message Formats").
///
/// Invalid when it is cut short, has bytes left over, or holds what the protocol does not: whatever the bytes
/// are, nothing is read beyond them, and nothing larger than them is made.
Result<PgoutputMessage> decodePgoutput(QByteArrayView bytes);

} // namespace signalbox
