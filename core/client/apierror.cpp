// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/apierror.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = Error::Kind;

constexpr int LongestWait = 24 * 3600;

Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Kind::Unauthenticated;
    case 403:
        return Kind::Denied;
    case 404:
    case 410:
        return Kind::NotFound;
    case 408:
    case 504:
        return Kind::TimedOut;
    case 409:
    case 412:
        return Kind::Conflict;
    case 429:
    case 502:
    case 503:
        return Kind::Unavailable;
    default:
        return status >= 400 && status < 500 ? Kind::Invalid : Kind::Internal;
    }
}

QString codeOfTransport(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return u"CONNECTION_REFUSED"_s;
    case QNetworkReply::HostNotFoundError:
        return u"HOST_NOT_FOUND"_s;
    case QNetworkReply::RemoteHostClosedError:
        return u"CONNECTION_LOST"_s;
    case QNetworkReply::SslHandshakeFailedError:
        return u"TLS_FAILED"_s;
    default:
        return u"NETWORK"_s;
    }
}

} // namespace

Error errorOfAnswer(
    int status, const QByteArray &body, const QString &requestId, const QByteArray &retryAfter)
{
    Error error {.kind = kindOfStatus(status), .requestId = requestId};
    const QJsonObject problem = QJsonDocument::fromJson(body).object();
    // GoTrue's `code` is the status; its name is in `error_code`.
    const QString errorCode = problem.value("error_code"_L1).toString();
    error.code = errorCode.isEmpty() ? problem.value("code"_L1).toString() : errorCode;
    error.field = problem.value("field"_L1).toString();
    for (const auto member : {"error"_L1, "msg"_L1, "detail"_L1}) {
        if (error.detail.isEmpty())
            error.detail = problem.value(member).toString();
    }
    if (error.detail.isEmpty())
        error.detail = u"HTTP %1"_s.arg(status);
    if (const QString id = problem.value("requestId"_L1).toString(); !id.isEmpty())
        error.requestId = id;
    // GoTrue answers 400 for a wrong password and for a refresh token that is no good.
    static const QStringList endings {u"invalid_credentials"_s, u"invalid_grant"_s,
        u"refresh_token_not_found"_s, u"refresh_token_already_used"_s, u"session_not_found"_s,
        u"session_expired"_s, u"user_banned"_s};
    if (status == 400 && endings.contains(error.code))
        error.kind = Kind::Unauthenticated;
    bool isNumber = false;
    const int seconds = retryAfter.trimmed().toInt(&isNumber);
    if (isNumber)
        error.retryAfterSeconds = qBound(0, seconds, LongestWait);
    return error;
}

QString codeOfTls(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid:
            return u"TLS_EXPIRED"_s;
        case QSslError::HostNameMismatch:
            return u"TLS_WRONG_HOST"_s;
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return u"TLS_UNTRUSTED"_s;
        default:
            break;
        }
    }
    return u"TLS_FAILED"_s;
}

Error errorOfTransport(
    QNetworkReply::NetworkError error, const QString &text, const QString &tlsCode, const QString &requestId)
{
    return {
        .kind = error == QNetworkReply::TimeoutError ? Kind::TimedOut : Kind::Unavailable,
        .detail = text,
        .code = tlsCode.isEmpty() ? codeOfTransport(error) : tlsCode,
        .requestId = requestId,
    };
}

} // namespace signalbox
