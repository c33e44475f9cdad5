// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/jwk.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastRsaBits = 2048;
constexpr int MostRsaBits = 8192;
constexpr qsizetype P256Bytes = 32;

template <typename T, void (*Free)(T *)> struct Freed
{
    void operator()(T *object) const { Free(object); }
};
using Number = std::unique_ptr<BIGNUM, Freed<BIGNUM, BN_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM, OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG, ECDSA_SIG_free>>;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Number numberOf(const QByteArray &bytes)
{
    return Number(BN_bin2bn(bytesOf(bytes), int(bytes.size()), nullptr));
}

std::optional<QByteArray> member(const QJsonObject &jwk, QLatin1StringView name)
{
    return decodeBase64Url(jwk.value(name).toString().toLatin1());
}

std::shared_ptr<EVP_PKEY> build(const char *type, const Params &params)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!context || !params || EVP_PKEY_fromdata_init(context.get()) <= 0
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) <= 0)
        return nullptr;
    std::shared_ptr<EVP_PKEY> owned(key, EVP_PKEY_free);
    const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return check && EVP_PKEY_public_check(check.get()) == 1 ? owned : nullptr;
}

std::shared_ptr<EVP_PKEY> rsaKey(const QJsonObject &jwk)
{
    const auto modulus = member(jwk, "n"_L1);
    const auto exponent = member(jwk, "e"_L1);
    if (!modulus || !exponent || exponent->isEmpty() || exponent->size() > 8
        || modulus->size() > MostRsaBits / 8)
        return nullptr;
    const Number n = numberOf(*modulus);
    const Number e = numberOf(*exponent);
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || BN_num_bits(n.get()) < LeastRsaBits
        || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get())
        || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()))
        return nullptr;
    return build("RSA", Params(OSSL_PARAM_BLD_to_param(builder.get())));
}

std::shared_ptr<EVP_PKEY> p256Key(const QJsonObject &jwk)
{
    const auto x = member(jwk, "x"_L1);
    const auto y = member(jwk, "y"_L1);
    if (jwk.value("crv"_L1).toString() != "P-256"_L1 || !x || !y || x->size() != P256Bytes
        || y->size() != P256Bytes)
        return nullptr;
    const QByteArray point = '\x04' + *x + *y;
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder
        || !OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0)
        || !OSSL_PARAM_BLD_push_octet_string(
            builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(), size_t(point.size())))
        return nullptr;
    return build("EC", Params(OSSL_PARAM_BLD_to_param(builder.get())));
}

// JWS holds r and s side by side (RFC 7518 §3.4); OpenSSL wants them in DER.
QByteArray derSignature(const QByteArray &raw)
{
    if (raw.size() != 2 * P256Bytes)
        return {};
    const EcSignature signature(ECDSA_SIG_new());
    Number r = numberOf(raw.first(P256Bytes));
    Number s = numberOf(raw.last(P256Bytes));
    if (!signature || !r || !s || ECDSA_SIG_set0(signature.get(), r.release(), s.release()) != 1)
        return {};
    QByteArray der(i2d_ECDSA_SIG(signature.get(), nullptr), Qt::Uninitialized);
    auto *end = reinterpret_cast<unsigned char *>(der.data());
    return i2d_ECDSA_SIG(signature.get(), &end) == der.size() ? der : QByteArray();
}

} // namespace

QLatin1StringView wireName(PublicKey::Algorithm algorithm)
{
    return algorithm == PublicKey::Algorithm::Rs256 ? "RS256"_L1 : "ES256"_L1;
}

PublicKey::PublicKey(Algorithm algorithm, QString keyId, std::shared_ptr<evp_pkey_st> key)
    : m_algorithm(algorithm)
    , m_keyId(std::move(keyId))
    , m_key(std::move(key))
{ }

Result<PublicKey> PublicKey::fromJwk(const QJsonObject &jwk)
{
    const QString type = jwk.value("kty"_L1).toString();
    const Algorithm algorithm = type == "RSA"_L1 ? Algorithm::Rs256 : Algorithm::Es256;
    if (type != "RSA"_L1 && type != "EC"_L1)
        return Error::invalid(u"kty"_s, u"not a public key we use"_s);
    const QJsonValue named = jwk.value("alg"_L1);
    if (!named.isUndefined() && named.toString() != wireName(algorithm))
        return Error::invalid(u"alg"_s, u"meant for another algorithm"_s);
    const QJsonValue use = jwk.value("use"_L1);
    if (!use.isUndefined() && use.toString() != "sig"_L1)
        return Error::invalid(u"use"_s, u"not meant for signatures"_s);
    auto key = algorithm == Algorithm::Rs256 ? rsaKey(jwk) : p256Key(jwk);
    if (!key)
        return Error::invalid(u"keys"_s, u"not a valid key, or too weak"_s);
    return PublicKey(algorithm, jwk.value("kid"_L1).toString(), std::move(key));
}

bool PublicKey::verifies(const ParsedJwt &token) const
{
    const QByteArray signature
        = m_algorithm == Algorithm::Es256 ? derSignature(token.signature) : token.signature;
    const DigestContext context(EVP_MD_CTX_new());
    return !signature.isEmpty() && context
        && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1
        && EVP_DigestVerify(context.get(), bytesOf(signature), size_t(signature.size()),
               bytesOf(token.signingInput), size_t(token.signingInput.size()))
        == 1;
}

Result<JwkSet> JwkSet::parse(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonValue keys = document.object().value("keys"_L1);
    if (!document.isObject() || !keys.isArray())
        return Error::invalid(u"keys"_s, u"not a JWK set"_s);
    JwkSet set;
    for (const QJsonValue &jwk : keys.toArray()) {
        const auto key = PublicKey::fromJwk(jwk.toObject());
        if (key)
            set.m_keys.append(*key);
    }
    return set;
}

const PublicKey *JwkSet::find(const ParsedJwt &token) const
{
    const QString wanted = token.keyId();
    const PublicKey *found = nullptr;
    for (const PublicKey &key : m_keys) {
        if (token.algorithm() != wireName(key.algorithm()) || (!wanted.isEmpty() && key.keyId() != wanted))
            continue;
        if (found)
            return nullptr; // two keys fit: which one was meant is not ours to guess
        found = &key;
    }
    return found;
}

} // namespace signalbox
