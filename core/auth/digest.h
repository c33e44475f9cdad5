// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace signalbox {

/// The 32 bytes of SHA-256, by OpenSSL: several times faster than Qt 6.4's, which a request would feel.
QByteArray sha256(QByteArrayView bytes);

} // namespace signalbox
