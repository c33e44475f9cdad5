// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgerror.h"

#include <QByteArray>

#include <libpq-fe.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Error::Kind kindOf(const QByteArray &state)
{
    const QByteArray group = state.first(2);
    if (state == "57014") // query_canceled: statement_timeout, or somebody asked
        return Error::Kind::TimedOut;
    if (group == "08" || group == "57" || group == "53" || state == "25006")
        return Error::Kind::Unavailable; // connection, operator intervention, resources, read-only standby
    if (group == "40" || state == "23505" || state == "23P01")
        return Error::Kind::Conflict;
    if (group == "23" || group == "22")
        return Error::Kind::Invalid;
    if (state == "42501")
        return Error::Kind::Denied;
    return Error::Kind::Internal;
}

// Messages of these classes quote the value at fault.
bool mayQuoteValues(const QByteArray &state)
{
    return state.startsWith("22") || state.startsWith("23");
}

} // namespace

Error pgError(pg_conn *connection, const pg_result *result)
{
    const QByteArray state
        = result != nullptr ? QByteArray(PQresultErrorField(result, PG_DIAG_SQLSTATE)) : QByteArray();
    if (state.size() != 5 || PQstatus(connection) != CONNECTION_OK)
        return Error::unavailable(u"the connection to PostgreSQL broke"_s);
    const QString constraint = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME));
    Error error {kindOf(state), u"SQLSTATE "_s + QString::fromLatin1(state), constraint};
    if (!constraint.isEmpty())
        error.detail += u", constraint "_s + constraint;
    if (!mayQuoteValues(state))
        error.detail += u": "_s + QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    if (state.startsWith("40")) // undone as a whole, so it can be repeated as a whole
        error.code = u"TRANSACTION_UNDONE"_s;
    if (state == "53100") // disk_full: the writer must hear which resource it is
        error.code = u"STORAGE_FULL"_s;
    return error;
}

} // namespace signalbox
