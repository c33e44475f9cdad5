// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/secret.h"

#include <sodium.h>

namespace signalbox {

namespace {

std::shared_ptr<const QByteArray> wipedAtTheEnd(QByteArray bytes)
{
    bytes.detach();
    return {new QByteArray(std::move(bytes)), [](QByteArray *held) {
                sodium_memzero(held->data(), size_t(held->size()));
                delete held;
            }};
}

} // namespace

Secret::Secret(const QByteArray &bytes)
    : m_bytes(wipedAtTheEnd(bytes))
{ }

Secret::Secret(const QString &text)
    : m_bytes(wipedAtTheEnd(text.toUtf8()))
{ }

Secret Secret::random(int sizeBytes)
{
    QByteArray bytes(sizeBytes, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    const Secret secret(bytes);
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    return secret;
}

bool Secret::equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

QDebug operator<<(QDebug stream, const Secret &)
{
    QDebugStateSaver saver(stream);
    stream.noquote() << QStringLiteral("[secret]");
    return stream;
}

} // namespace signalbox
