// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/auth/signingkeys.h"

#include "core/auth/jwt.h"

#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray number(EVP_PKEY *key, const char *name, int sizeBytes)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(key, name, &value);
    const int size = sizeBytes > 0 ? sizeBytes : BN_num_bytes(value);
    QByteArray bytes(size, '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), size);
    BN_free(value);
    return encodeBase64Url(bytes);
}

QByteArray rawSignature(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    ECDSA_SIG *signature = d2i_ECDSA_SIG(nullptr, &bytes, der.size());
    QByteArray raw(64, '\0');
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), out + 32, 32);
    ECDSA_SIG_free(signature);
    return raw;
}

} // namespace

SigningKeyPair SigningKeyPair::rsa(int bits)
{
    SigningKeyPair pair;
    pair.m_key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t(bits)), EVP_PKEY_free);
    return pair;
}

SigningKeyPair SigningKeyPair::p256()
{
    SigningKeyPair pair;
    pair.m_key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free);
    pair.m_isRsa = false;
    return pair;
}

QJsonObject SigningKeyPair::jwk(const QString &keyId) const
{
    const auto text = [](const QByteArray &value) { return QString::fromLatin1(value); };
    if (m_isRsa)
        return {{u"kty"_s, u"RSA"_s}, {u"alg"_s, u"RS256"_s}, {u"use"_s, u"sig"_s}, {u"kid"_s, keyId},
            {u"n"_s, text(number(m_key.get(), OSSL_PKEY_PARAM_RSA_N, 0))},
            {u"e"_s, text(number(m_key.get(), OSSL_PKEY_PARAM_RSA_E, 0))}};
    return {{u"kty"_s, u"EC"_s}, {u"crv"_s, u"P-256"_s}, {u"alg"_s, u"ES256"_s}, {u"use"_s, u"sig"_s},
        {u"kid"_s, keyId}, {u"x"_s, text(number(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32))},
        {u"y"_s, text(number(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32))}};
}

QByteArray SigningKeyPair::publicPem() const
{
    BIO *memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(memory, m_key.get());
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    const QByteArray pem(bytes, size);
    BIO_free(memory);
    return pem;
}

QByteArray SigningKeyPair::sign(const QJsonObject &header, const QJsonObject &claims) const
{
    const auto part = [](const QJsonObject &object) {
        return encodeBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
    };
    const QByteArray input = part(header) + '.' + part(claims);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, m_key.get());
    QByteArray signature(1024, '\0');
    size_t size = size_t(signature.size());
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size,
        reinterpret_cast<const unsigned char *>(input.constData()), size_t(input.size()));
    EVP_MD_CTX_free(context);
    signature.truncate(qsizetype(size));
    return input + '.' + encodeBase64Url(m_isRsa ? signature : rawSignature(signature));
}

} // namespace signalbox
