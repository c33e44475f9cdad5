// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/refreshtoken.h"

#include "core/auth/jwt.h"

#include <QCryptographicHash>

namespace signalbox {

namespace {

constexpr int TokenBytes = 32;

} // namespace

RefreshTokenChain::RefreshTokenChain(const Secret &signingSecret)
    : m_key(hmacSha256("signalbox refresh token chain", signingSecret))
{ }

Secret RefreshTokenChain::first() const
{
    return Secret(encodeBase64Url(Secret::random(TokenBytes).reveal()));
}

Secret RefreshTokenChain::successorOf(const Secret &token) const
{
    return Secret(encodeBase64Url(hmacSha256(token.reveal(), m_key)));
}

QString RefreshTokenChain::hash(const Secret &token)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(token.reveal());
    return QString::fromLatin1(encodeBase64Url(hash.result()));
}

} // namespace signalbox
