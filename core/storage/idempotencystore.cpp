// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/idempotencystore.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<std::optional<WriteAnswer>> claimKey(PgConnection &pg, const WriteTicket &ticket)
{
    PgParams params;
    params << ticket.user << ticket.key << ticket.operation;
    params.addBytes(ticket.requestHash);
    const auto claimed = pg.run("WriteClaimKey"_L1, params);
    if (!claimed && claimed.error().kind == Error::Kind::TimedOut)
        return Error {
            Error::Kind::Conflict, u"the same request is being worked on"_s, u"IDEMPOTENCY_IN_PROGRESS"_s};
    if (!claimed)
        return claimed.error();
    if (claimed->rowCount() > 0)
        return std::optional<WriteAnswer>();
    const auto known = pg.run("WriteKnownAnswer"_L1, params);
    if (!known)
        return known.error();
    // Purged between the two statements: the caller may simply try again.
    if (known->rowCount() == 0)
        return Error {Error::Kind::Conflict, u"the key has just expired"_s, u"IDEMPOTENCY_IN_PROGRESS"_s};
    if (!known->boolean(0, 0))
        return Error::invalid(
            u"Idempotency-Key"_s, u"this key was used for another request"_s, u"IDEMPOTENCY_KEY_REUSED"_s);
    return std::optional(WriteAnswer {int(known->integer(0, 1)), known->raw(0, 2), true});
}

Result<void> keepAnswer(PgConnection &pg, const WriteTicket &ticket, const WriteAnswer &answer)
{
    const auto kept = pg.run("WriteKeepAnswer"_L1,
        PgParams() << ticket.user << ticket.key << answer.status << QString::fromUtf8(answer.body));
    if (!kept)
        return kept.error();
    return {};
}

bool isUndone(const Error &error)
{
    return error.code == "TRANSACTION_UNDONE"_L1;
}

Error busy()
{
    return {Error::Kind::Unavailable, u"others are changing the same at this moment"_s, u"BUSY"_s};
}

Result<qint64> purgeIdempotencyKeys(PgConnection &pg, int maxRows)
{
    const auto rows = pg.run("WritePurgeKeys"_L1, PgParams() << maxRows);
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

} // namespace signalbox
