// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httpresponse.h"
#include "core/server/sessiongrants.h"

namespace signalbox {

// The shapes of GoTrue, the auth server whose clients sign in here (DESIGN §8.13).

/// The user object of `/user` and of every session.
QJsonObject goTrueUser(const UserRecord &user);

/// `{access_token, token_type, expires_in, expires_at, refresh_token, user}`.
QJsonObject goTrueSession(const GrantedSession &session);

/// `{code, error_code, msg}` with the status GoTrue answers for that code, where it has one of its own (a
/// wrong password is 400, a weak one 422); nothing when the error's kind decides.
std::optional<HttpResponse> goTrueRefusal(const Error &error);

} // namespace signalbox
