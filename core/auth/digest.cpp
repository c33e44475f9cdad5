// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/digest.h"

#include <openssl/sha.h>

namespace signalbox {

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    ::SHA256(reinterpret_cast<const unsigned char *>(bytes.data()), size_t(bytes.size()),
        reinterpret_cast<unsigned char *>(digest.data()));
    return digest;
}

} // namespace signalbox
