// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/apicall.h"

#include "core/client/apierror.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUuid>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// Above this an answer is not read on: a service of ours sends at most an attachment of 25 MB.
constexpr qint64 LargestAnswer = 32 << 20;

} // namespace

QJsonObject ApiAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

ApiCall::ApiCall(ApiRequest request, Done done, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_done(std::move(done))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ApiCall::onDeadline);
    m_deadline.start(m_request.deadline);
}

ApiCall::~ApiCall()
{
    dropReply();
}

void ApiCall::send(QNetworkAccessManager &network, const QNetworkRequest &request, const QByteArray &token)
{
    dropReply();
    m_token = token;
    m_tlsCode.clear();
    m_requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    QNetworkRequest outgoing(request);
    outgoing.setRawHeader("X-Request-Id", m_requestId);
    if (!token.isEmpty())
        outgoing.setRawHeader("Authorization", "Bearer " + token);
    QByteArray body;
    if (m_request.body) {
        outgoing.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        body = QJsonDocument(*m_request.body).toJson(QJsonDocument::Compact);
    }
    m_sentAt.start();
    m_reply = network.sendCustomRequest(outgoing, m_request.method, body);
    connect(m_reply, &QNetworkReply::metaDataChanged, this,
        [this] { m_latency = std::chrono::milliseconds(m_sentAt.elapsed()); });
    connect(m_reply, &QNetworkReply::sslErrors, this,
        [this](const QList<QSslError> &errors) { m_tlsCode = codeOfTls(errors); });
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received) {
        if (received > LargestAnswer)
            m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::finished, this, &ApiCall::onFinished);
}

void ApiCall::onFinished()
{
    Outcome outcome;
    const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    const auto error = m_reply->error();
    // Qt gives 4xx and 5xx an error of their own; a head whose body broke off has one of the transport.
    const bool isCutOff = error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
    outcome.wasAnswered = status.isValid() && !isCutOff;
    outcome.status = status.toInt();
    outcome.latency = m_latency;
    const QByteArray theirs = m_reply->rawHeader("X-Request-Id");
    outcome.requestId = QString::fromLatin1(theirs.isEmpty() ? m_requestId : theirs);
    if (outcome.wasAnswered) {
        outcome.body = m_reply->readAll();
        outcome.contentType = m_reply->rawHeader("Content-Type");
        outcome.etag = m_reply->rawHeader("ETag");
        outcome.retryAfter = m_reply->rawHeader("Retry-After");
        outcome.isStale = m_reply->rawHeader("x-zrg-stale") == "1";
    } else {
        outcome.failure = errorOfTransport(error, m_reply->errorString(), m_tlsCode, outcome.requestId);
    }
    dropReply();
    Q_EMIT answered(outcome);
}

void ApiCall::finish(Result<ApiAnswer> result)
{
    if (!m_done)
        return;
    m_deadline.stop();
    dropReply();
    const Done done = std::exchange(m_done, nullptr);
    deleteLater();
    done(std::move(result));
}

void ApiCall::cancel()
{
    m_done = nullptr;
    m_deadline.stop();
    dropReply();
    deleteLater();
}

void ApiCall::onDeadline()
{
    const QString requestId = QString::fromLatin1(m_requestId);
    Q_EMIT ranOut();
    finish(Error {.kind = Error::Kind::TimedOut, .detail = u"no answer in time"_s, .requestId = requestId});
}

void ApiCall::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

} // namespace signalbox
