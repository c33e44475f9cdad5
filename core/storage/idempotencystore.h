// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

/// What tells one intention of a person from another.
struct WriteTicket
{
    UserId user;
    std::optional<WorkspaceId> workspace; ///< the one the call is about, when it names one: search reads it
    QString key; ///< of the header `Idempotency-Key`
    QString operation; ///< the route's, for whoever looks into the table
    QByteArray requestHash; ///< SHA-256 over everything the request says
};

/// What a write is answered with.
struct WriteAnswer
{
    int status = 200;
    QByteArray body; ///< JSON
    bool isReplay = false; ///< answered before; nothing was done now
};

/// The answer that is kept for the ticket, or none: then the transaction has taken the key. Waits for a
/// request with the same key that is under way. Invalid with code `IDEMPOTENCY_KEY_REUSED` when the key was
/// for another request, Conflict with `IDEMPOTENCY_IN_PROGRESS` when the other one takes too long.
Result<std::optional<WriteAnswer>> claimKey(PgConnection &pg, const WriteTicket &ticket);
Result<void> keepAnswer(PgConnection &pg, const WriteTicket &ticket, const WriteAnswer &answer);

/// Whether the database undid the transaction because two of them waited for each other.
bool isUndone(const Error &error);
/// What is said when that happened every time: nothing was done, and the same request may be sent again.
Error busy();

inline constexpr int MostTries = 3; ///< of a write that the database undoes

/// Runs `work`, a `Result<WriteAnswer>()`, in a transaction as the person, unless the ticket has an answer.
/// The answer is stored in the same transaction: whoever repeats the request after a crash gets it. What
/// fails with an Error stores nothing and can be tried again with the same key. A transaction that the
/// database undid in favour of another is run again, `work` with it; at last it is Unavailable.
template <typename Work> Result<WriteAnswer> writeOnce(PgConnection &pg, const WriteTicket &ticket, Work work)
{
    const TenantScope scope {.user = ticket.user, .workspace = ticket.workspace, .readOnly = false};
    const auto once = [&]() -> Result<WriteAnswer> {
        const auto known = claimKey(pg, ticket);
        if (!known)
            return known.error();
        if (*known)
            return **known;
        auto answer = work();
        if (!answer)
            return answer;
        if (const auto kept = keepAnswer(pg, ticket, *answer); !kept)
            return kept.error();
        return answer;
    };
    for (int tries = 1; tries <= MostTries; ++tries) {
        auto answer = pg.transaction(scope, once);
        if (answer || !isUndone(answer.error()))
            return answer;
    }
    return busy();
}

/// Forgets answers older than 24 hours, at most `maxRows`; how many.
Result<qint64> purgeIdempotencyKeys(PgConnection &pg, int maxRows = 10'000);

} // namespace signalbox
