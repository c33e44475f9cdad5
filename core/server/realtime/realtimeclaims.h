// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/realtimecontext.h"

namespace signalbox {

/// Success, or why a token does not let anybody follow changes; `code` and `detail` as the protocol has them
/// (realtime §1.4). Stricter than elsewhere: a token counts until its `exp`, to the microsecond, because
/// channels end then.
Result<void> checkRealtimeClaims(const Result<TokenClaims> &claims, const QByteArray &token, Instant now);
/// `Token has expired N seconds ago`: words that clients look for.
QString expiredText(Instant expiresAt, Instant now);
/// Whose position a channel's is; of an empty client when it cannot be told apart from others'.
ResumeLedger::Key ledgerKey(const RealtimeHello &hello, const RealtimeChannel &channel);

} // namespace signalbox
