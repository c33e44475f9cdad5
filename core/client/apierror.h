// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QNetworkReply>
#include <QSslError>

namespace signalbox {

/// What an HTTP answer of 3xx to 5xx says: kind by status, and code, field and text of a problem document
/// (DESIGN §8.7) or of GoTrue's form (DESIGN §8.13). An answer of something else in between, a proxy's page,
/// still gives the right kind.
Error errorOfAnswer(
    int status, const QByteArray &body, const QString &requestId, const QByteArray &retryAfter);

/// Why a TLS handshake was broken off, which no retry mends: `TLS_UNTRUSTED`, `TLS_EXPIRED`,
/// `TLS_WRONG_HOST`, `TLS_FAILED`.
QString codeOfTls(const QList<QSslError> &errors);

/// Why no answer came. Codes: `tlsCode` if there is one, else `CONNECTION_REFUSED`, `HOST_NOT_FOUND`,
/// `CONNECTION_LOST`, `TLS_FAILED`, `NETWORK`.
Error errorOfTransport(
    QNetworkReply::NetworkError error, const QString &text, const QString &tlsCode, const QString &requestId);

} // namespace signalbox
