// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <memory>

struct evp_pkey_st;

namespace signalbox {

/// An outside issuer's key pair, as a test plays the issuer.
class SigningKeyPair
{
public:
    static SigningKeyPair rsa(int bits = 2048);
    static SigningKeyPair p256();

    /// The public half as a JWK, with `alg` and `use`.
    QJsonObject jwk(const QString &keyId) const;
    /// The public half in PEM, what a careless verifier would take for an HMAC key.
    QByteArray publicPem() const;
    /// A compact JWS with this header and these claims, whatever they say, signed as RS256 or ES256.
    QByteArray sign(const QJsonObject &header, const QJsonObject &claims) const;

private:
    std::shared_ptr<evp_pkey_st> m_key;
    bool m_isRsa = true;
};

} // namespace signalbox
