// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/httpprobe.h"

#include "tests/support/waitlimit.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QUuid>

namespace signalbox {

HttpProbe::HttpProbe()
    : m_network(std::make_unique<QNetworkAccessManager>())
{ }

HttpProbe::~HttpProbe() = default;

HttpAnswer HttpProbe::send(
    const QByteArray &method, const QString &url, const QByteArray &token, const QByteArray &body)
{
    QNetworkRequest request {QUrl(url)};
    request.setRawHeader("Content-Type", "application/json");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    if (method != "GET")
        request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const std::unique_ptr<QNetworkReply> reply(m_network->sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, WaitLimit))
        qFatal("no answer from %s %s", method.constData(), qPrintable(url));
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

} // namespace signalbox
