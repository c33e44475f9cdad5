// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/secret.h"
#include "core/base/result.h"

#include <QJsonObject>

#include <optional>

namespace signalbox {

/// A JWS in compact form taken apart, nothing believed yet (RFC 7515 §3.1).
struct ParsedJwt
{
    QJsonObject header;
    QJsonObject claims;
    QByteArray signingInput; ///< the first two parts as they were sent
    QByteArray signature;

    QString algorithm() const;
    QString keyId() const;
};

/// Why a token was refused; the wire shows one code for all of them, logs and realtime tell them apart.
enum class JwtFault
{
    Malformed, ///< not three parts of canonical base64url with two JSON objects, or too long
    Algorithm, ///< an algorithm, type or header parameter that is not accepted
    Key, ///< signed with a key that is not known
    Signature, ///< the signature is wrong
    Expired, ///< `exp` has passed
    Claims, ///< another claim is missing or wrong
};

/// Unauthenticated, with code `bad_jwt`; `field` is the fault's stable name (`malformed`, `algorithm`, `key`,
/// `signature`, `expired`, `claims`).
Error jwtError(JwtFault fault, const QString &detail);

/// At most 8 KB. Refuses what other readers might read differently: padding, non-canonical base64url, JSON
/// that is not an object, and a header with `crit` or `b64` (RFC 7515 §4.1.11), which would change what the
/// signature covers.
Result<ParsedJwt> parseJwt(QByteArrayView token);

/// Header `{"alg":"HS256","typ":"JWT"}`, the claims, and their HMAC-SHA-256.
QByteArray signHs256(const QJsonObject &claims, const Secret &key);

/// In constant time. False unless the signature is exactly 32 bytes; the caller has checked that `alg` is
/// HS256.
bool verifyHs256(const ParsedJwt &token, const Secret &key);

/// Canonical base64url without padding, or nothing.
std::optional<QByteArray> decodeBase64Url(QByteArrayView text);
QByteArray encodeBase64Url(QByteArrayView bytes);

/// HMAC-SHA-256 of `text`: 32 bytes.
QByteArray hmacSha256(QByteArrayView text, const Secret &key);

} // namespace signalbox
