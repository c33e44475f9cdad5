// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/client/apirequest.h"
#include "core/inbox/sessiongateway.h"

namespace signalbox {

/// A session in GoTrue's form (DESIGN §2.1). The end of the access token is reckoned from `expires_in` and
/// our own clock, not from the service's, which may be set differently.
Result<SessionTokens> decodeSession(const QJsonObject &body, Instant now);

/// `POST /auth/v1/token?grant_type=password`.
ApiRequest signInRequest(const QString &email, const QString &password);
/// `POST /auth/v1/token?grant_type=refresh_token`.
ApiRequest refreshRequest(const QString &refreshToken);

} // namespace signalbox
