// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/password.h"

#include <sodium.h>

#include <array>

namespace signalbox {

namespace {

// One spelling a password: what a keyboard composes and what it sends decomposed must be the same person's.
Secret normalised(const Secret &password)
{
    return Secret(QString::fromUtf8(password.reveal()).normalized(QString::NormalizationForm_C));
}

bool isVerified(const char *hash, const Secret &password)
{
    const QByteArrayView bytes = password.reveal();
    return crypto_pwhash_str_verify(hash, bytes.data(), static_cast<unsigned long long>(bytes.size())) == 0;
}

} // namespace

Result<QString> hashPassword(const Secret &password, const PasswordCost &cost)
{
    const Secret text = normalised(password);
    const QByteArrayView bytes = text.reveal();
    std::array<char, crypto_pwhash_STRBYTES> hash {};
    if (crypto_pwhash_str(hash.data(), bytes.data(), static_cast<unsigned long long>(bytes.size()),
            cost.passes, cost.memoryBytes)
        != 0)
        return Error::unavailable(QStringLiteral("not enough memory to hash a password"));
    return QString::fromLatin1(hash.data());
}

bool verifyPassword(const QString &hash, const Secret &password)
{
    const QByteArray stored = hash.toLatin1();
    if (stored.isEmpty() || stored.size() >= qsizetype(crypto_pwhash_STRBYTES))
        return false;
    // libsodium reads a fixed-size buffer of this length.
    std::array<char, crypto_pwhash_STRBYTES> buffer {};
    std::copy(stored.begin(), stored.end(), buffer.begin());
    return isVerified(buffer.data(), normalised(password));
}

bool verifyAgainstNobody(const Secret &password, const PasswordCost &cost)
{
    // One computation, as a check is; what it makes is thrown away.
    const auto made = hashPassword(password, cost);
    return made && made->isEmpty();
}

bool needsRehash(const QString &hash, const PasswordCost &cost)
{
    return crypto_pwhash_str_needs_rehash(hash.toLatin1().constData(), cost.passes, cost.memoryBytes) != 0;
}

} // namespace signalbox
