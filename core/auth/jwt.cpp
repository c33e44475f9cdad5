// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/jwt.h"

#include <QJsonDocument>

#include <sodium.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostBytes = 8192;

QString faultName(JwtFault fault)
{
    switch (fault) {
    case JwtFault::Malformed:
        return u"malformed"_s;
    case JwtFault::Algorithm:
        return u"algorithm"_s;
    case JwtFault::Key:
        return u"key"_s;
    case JwtFault::Signature:
        return u"signature"_s;
    case JwtFault::Expired:
        return u"expired"_s;
    case JwtFault::Claims:
        return u"claims"_s;
    }
    Q_UNREACHABLE();
}

std::optional<QJsonObject> decodeObject(QByteArrayView part)
{
    const auto bytes = decodeBase64Url(part);
    if (!bytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QByteArray encodeObject(const QJsonObject &object)
{
    return encodeBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QString ParsedJwt::algorithm() const
{
    return header.value("alg"_L1).toString();
}

QString ParsedJwt::keyId() const
{
    return header.value("kid"_L1).toString();
}

Error jwtError(JwtFault fault, const QString &detail)
{
    return {Error::Kind::Unauthenticated, detail, u"bad_jwt"_s, faultName(fault)};
}

Result<ParsedJwt> parseJwt(QByteArrayView token)
{
    if (token.size() > MostBytes)
        return jwtError(JwtFault::Malformed, u"the token is too long"_s);
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || token.indexOf('.', second + 1) >= 0)
        return jwtError(JwtFault::Malformed, u"the token does not have three parts"_s);
    const auto header = decodeObject(token.first(first));
    const auto claims = decodeObject(token.sliced(first + 1, second - first - 1));
    const auto signature = decodeBase64Url(token.sliced(second + 1));
    if (!header || !claims || !signature)
        return jwtError(JwtFault::Malformed, u"the token's parts are not base64url of JSON objects"_s);
    if (header->contains("crit"_L1) || header->contains("b64"_L1))
        return jwtError(JwtFault::Algorithm, u"the token's header asks for an extension"_s);
    const QJsonValue type = header->value("typ"_L1);
    if (!type.isUndefined() && type.toString().compare("JWT"_L1, Qt::CaseInsensitive) != 0
        && type.toString().compare("at+jwt"_L1, Qt::CaseInsensitive) != 0)
        return jwtError(JwtFault::Algorithm, u"the token is of another type"_s);
    return ParsedJwt {*header, *claims, token.first(second).toByteArray(), *signature};
}

QByteArray signHs256(const QJsonObject &claims, const Secret &key)
{
    const QJsonObject header {{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}};
    const QByteArray input = encodeObject(header) + '.' + encodeObject(claims);
    return input + '.' + encodeBase64Url(hmacSha256(input, key));
}

bool verifyHs256(const ParsedJwt &token, const Secret &key)
{
    return !key.isEmpty()
        && Secret::equalInConstantTime(token.signature, hmacSha256(token.signingInput, key));
}

std::optional<QByteArray> decodeBase64Url(QByteArrayView text)
{
    const QByteArray input = text.toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(
        input, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    // Several spellings decode to the same bytes (spare bits, padding); only the one we would write is
    // accepted.
    if (!decoded || encodeBase64Url(*decoded) != input)
        return std::nullopt;
    return *decoded;
}

QByteArray encodeBase64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray hmacSha256(QByteArrayView text, const Secret &key)
{
    const auto bytes
        = [](QByteArrayView view) { return reinterpret_cast<const unsigned char *>(view.data()); };
    QByteArray mac(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(key.reveal()), size_t(key.sizeBytes()));
    crypto_auth_hmacsha256_update(&state, bytes(text), static_cast<unsigned long long>(text.size()));
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char *>(mac.data()));
    sodium_memzero(&state, sizeof state);
    return mac;
}

} // namespace signalbox
