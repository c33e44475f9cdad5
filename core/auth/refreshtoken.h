// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/secret.h"

namespace signalbox {

/// Makes the refresh tokens of a session: 256 bits each, known to the database only by their hash.
///
/// Every token but a session's first is computed from the one it replaces and a key that is not in the
/// database. So when an answer is lost and the client asks again with the old token, it can be given the very
/// same new one although only hashes are stored: a retry changes nothing and opens no second line of descent
/// that a thief could use.
class RefreshTokenChain
{
public:
    /// The key is derived from the signing secret; another secret makes another chain.
    explicit RefreshTokenChain(const Secret &signingSecret);

    /// A new session's first token: random.
    Secret first() const;
    /// The token that replaces this one, always the same.
    Secret successorOf(const Secret &token) const;

    /// What is stored of a token: SHA-256, base64url. No salt and no slow hash: the token is random itself.
    static QString hash(const Secret &token);

private:
    Secret m_key;
};

} // namespace signalbox
