// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <optional>

namespace signalbox {

class PgConnection;

/// How long sessions live.
namespace sessionlife {

/// Without a refresh a session ends after this.
inline constexpr std::chrono::hours Idle {24 * 30};
/// A used refresh token is answered again this long: a client whose answer got lost asks again with the old
/// one.
inline constexpr std::chrono::seconds Grace {10};

} // namespace sessionlife

/// Why sessions were ended by somebody.
enum class SessionEnd
{
    SignedOut,
    PasswordChanged,
    UserDisabled,
    TokenReused,
};

/// A session begins with its first refresh token, known here by its hash only. Removes what the person left
/// behind longer than the idle time ago.
Result<void> createSession(
    PgConnection &pg, SessionId session, UserId user, const QString &tokenHash, Instant now);

/// What became of a refresh token that was handed in.
enum class RefreshVerdict
{
    Rotated, ///< it is used up now, its successor is good
    Repeated, ///< used within the grace, its successor not yet: the client asks again for an answer it did
              ///< not get
    Unknown, ///< never was one of ours, is long forgotten, or its successor was made with another secret
    Ended, ///< the session was signed out or revoked
    Expired, ///< the session was idle for too long
    Disabled, ///< the person may not sign in any more
    Reused, ///< used before and moved on from: somebody has a copy. The session has been ended just now
};
struct RefreshOutcome
{
    RefreshVerdict verdict = RefreshVerdict::Unknown;
    SessionId session;
    UserId user;
};

/// Trades a token for its successor in one transaction. All attempts on one session queue on its row, so of
/// many at once with the same token exactly one is Rotated and the others are Repeated.
Result<RefreshOutcome> rotateRefreshToken(
    PgConnection &pg, const QString &tokenHash, const QString &successorHash, Instant now);

Result<void> endSession(PgConnection &pg, SessionId session, SessionEnd reason, Instant now);
/// All sessions of a person but `except`; how many were ended.
Result<qint64> endSessionsOfUser(
    PgConnection &pg, UserId user, std::optional<SessionId> except, SessionEnd reason, Instant now);

/// Whether the session lives and belongs to this person, who is not disabled.
Result<bool> isSessionLive(PgConnection &pg, SessionId session, UserId user, Instant now);

} // namespace signalbox
