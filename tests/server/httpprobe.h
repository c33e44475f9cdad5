// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

class QNetworkAccessManager;

namespace signalbox {

struct HttpAnswer
{
    int status = 0;
    QByteArray body;
};

/// Sends one request at a time and waits for its answer, as any HTTP client would.
class HttpProbe
{
public:
    HttpProbe();
    ~HttpProbe();
    Q_DISABLE_COPY_MOVE(HttpProbe)

    /// `token` empty: without an Authorization header. Whatever is no GET carries an `Idempotency-Key` of its
    /// own. Fatal when nothing answers within 20 s.
    HttpAnswer send(
        const QByteArray &method, const QString &url, const QByteArray &token, const QByteArray &body = {});

private:
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace signalbox
