// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/jwt.h"

#include <QJsonObject>
#include <QList>

#include <memory>

struct evp_pkey_st;

namespace signalbox {

/// A public key of an outside issuer, for exactly one algorithm.
///
/// Only RSA of at least 2048 bits for RS256 and P-256 for ES256 exist: a symmetric key in a key set is never
/// a key, so a token cannot be "signed" with something public.
class PublicKey
{
public:
    enum class Algorithm
    {
        Rs256,
        Es256,
    };

    /// Invalid when the JWK is of another kind, meant for encryption, too weak, or not a valid key.
    static Result<PublicKey> fromJwk(const QJsonObject &jwk);

    Algorithm algorithm() const { return m_algorithm; }
    const QString &keyId() const { return m_keyId; }
    /// Whether `token` is signed by this key. The caller has matched the token's `alg` with algorithm().
    bool verifies(const ParsedJwt &token) const;

private:
    PublicKey(Algorithm algorithm, QString keyId, std::shared_ptr<evp_pkey_st> key);

    Algorithm m_algorithm;
    QString m_keyId;
    std::shared_ptr<evp_pkey_st> m_key;
};

/// `RS256` or `ES256`.
QLatin1StringView wireName(PublicKey::Algorithm algorithm);

/// The usable keys of a JWK set (RFC 7517 §5); keys of other kinds are passed over, as it demands.
class JwkSet
{
public:
    /// Invalid when it is not a JSON object with `keys`.
    static Result<JwkSet> parse(const QByteArray &json);

    /// The key a token names by `kid`, or the only one of its algorithm when it names none. Null: not here.
    const PublicKey *find(const ParsedJwt &token) const;
    qsizetype size() const { return m_keys.size(); }

private:
    QList<PublicKey> m_keys;
};

} // namespace signalbox
