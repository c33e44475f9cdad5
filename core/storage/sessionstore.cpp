// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sessionstore.h"

#include "core/storage/pgconnection.h"
#include "core/storage/userstore.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const TenantScope Writing {.readOnly = false};

QLatin1StringView reasonName(SessionEnd reason)
{
    switch (reason) {
    case SessionEnd::SignedOut:
        return "signed_out"_L1;
    case SessionEnd::PasswordChanged:
        return "password_changed"_L1;
    case SessionEnd::UserDisabled:
        return "user_disabled"_L1;
    case SessionEnd::TokenReused:
        return "token_reused"_L1;
    }
    Q_UNREACHABLE();
}

Result<void> execute(PgConnection &pg, QLatin1StringView query, const PgParams &params)
{
    const auto done = pg.run(query, params);
    if (!done)
        return done.error();
    return {};
}

Result<void> rotate(
    PgConnection &pg, SessionId session, const QString &tokenHash, const QString &successorHash, Instant now)
{
    if (const auto used = execute(pg, "SessionUseToken"_L1, PgParams() << tokenHash << now); !used)
        return used;
    const PgParams successor = PgParams() << successorHash << session << tokenHash << now;
    if (const auto added = execute(pg, "SessionAddToken"_L1, successor); !added)
        return added;
    if (const auto touched = execute(pg, "SessionTouch"_L1, PgParams() << session << now); !touched)
        return touched;
    return execute(pg, "SessionForgetTokens"_L1, PgParams() << session << now - sessionlife::Idle);
}

// What a token that was used before means.
RefreshVerdict judgeUsedToken(const PgResult &token, const QString &successorHash, Instant now)
{
    const bool isInGrace = now - token.instant(0, token.column("used_at")) <= sessionlife::Grace;
    const bool hasMovedOn = !token.isNull(0, token.column("successor_used_at"));
    if (!isInGrace || hasMovedOn)
        return RefreshVerdict::Reused;
    // Another hash: the signing secret was changed within the grace, and the answer cannot be given again.
    return token.text(0, token.column("successor_hash")) == successorHash ? RefreshVerdict::Repeated
                                                                          : RefreshVerdict::Unknown;
}

Result<RefreshOutcome> rotateInTransaction(
    PgConnection &pg, const QString &tokenHash, const QString &successorHash, Instant now)
{
    const auto session = pg.run("SessionLockByToken"_L1, PgParams() << tokenHash);
    if (!session)
        return session.error();
    RefreshOutcome outcome;
    if (session->rowCount() == 0)
        return outcome;
    outcome.session = {session->uuid(0, session->column("id"))};
    outcome.user = {session->uuid(0, session->column("user_id"))};
    const auto user = findUser(pg, outcome.user);
    if (!user)
        return user.error();
    const auto token = pg.run("SessionReadToken"_L1, PgParams() << tokenHash);
    if (!token)
        return token.error();

    if (token->rowCount() == 0)
        outcome.verdict = RefreshVerdict::Unknown;
    else if (!session->isNull(0, session->column("ended_at")))
        outcome.verdict = RefreshVerdict::Ended;
    else if (!user->has_value() || (*user)->isDisabled)
        outcome.verdict = RefreshVerdict::Disabled;
    else if (now - session->instant(0, session->column("used_at")) > sessionlife::Idle)
        outcome.verdict = RefreshVerdict::Expired;
    else if (token->isNull(0, token->column("used_at")))
        outcome.verdict = RefreshVerdict::Rotated;
    else
        outcome.verdict = judgeUsedToken(*token, successorHash, now);

    Result<void> done;
    if (outcome.verdict == RefreshVerdict::Rotated)
        done = rotate(pg, outcome.session, tokenHash, successorHash, now);
    else if (outcome.verdict == RefreshVerdict::Reused)
        done = endSession(pg, outcome.session, SessionEnd::TokenReused, now);
    if (!done)
        return done.error();
    return outcome;
}

} // namespace

Result<void> createSession(
    PgConnection &pg, SessionId session, UserId user, const QString &tokenHash, Instant now)
{
    return pg.transaction(Writing, [&]() -> Result<void> {
        const PgParams idle = PgParams() << user << now - sessionlife::Idle;
        if (const auto pruned = execute(pg, "SessionPruneOfUser"_L1, idle); !pruned)
            return pruned;
        if (const auto made = execute(pg, "SessionCreate"_L1, PgParams() << session << user << now); !made)
            return made;
        return execute(
            pg, "SessionAddToken"_L1, PgParams() << tokenHash << session << std::optional<QString>() << now);
    });
}

Result<RefreshOutcome> rotateRefreshToken(
    PgConnection &pg, const QString &tokenHash, const QString &successorHash, Instant now)
{
    return pg.transaction(Writing, [&] { return rotateInTransaction(pg, tokenHash, successorHash, now); });
}

Result<void> endSession(PgConnection &pg, SessionId session, SessionEnd reason, Instant now)
{
    return execute(pg, "SessionEnd"_L1, PgParams() << session << now << reasonName(reason));
}

Result<qint64> endSessionsOfUser(
    PgConnection &pg, UserId user, std::optional<SessionId> except, SessionEnd reason, Instant now)
{
    const auto done
        = pg.run("SessionEndOfUser"_L1, PgParams() << user << except << now << reasonName(reason));
    if (!done)
        return done.error();
    return done->affectedRows();
}

Result<bool> isSessionLive(PgConnection &pg, SessionId session, UserId user, Instant now)
{
    const auto rows = pg.run("SessionStanding"_L1, PgParams() << session);
    if (!rows)
        return rows.error();
    const auto column = [&](const char *name) { return rows->column(name); };
    return rows->rowCount() == 1 && rows->uuid(0, column("user_id")) == user.value
        && !rows->boolean(0, column("is_ended")) && !rows->boolean(0, column("is_disabled"))
        && now - rows->instant(0, column("used_at")) <= sessionlife::Idle;
}

} // namespace signalbox
