// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/client/apirequest.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace signalbox {

/// One ApiRequest on its way: the socket, the deadline, and what to call at the end. Lives until it has
/// finished or was cancelled, then deletes itself.
class ApiCall final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<ApiAnswer>)>;

    /// What one try over the wire came to.
    struct Outcome
    {
        bool wasAnswered = false; ///< a whole HTTP answer arrived
        int status = 0;
        QByteArray body;
        QByteArray contentType;
        QByteArray etag;
        QByteArray retryAfter;
        bool isStale = false;
        QString requestId; ///< the service's, or else what we sent
        std::chrono::milliseconds latency {}; ///< until the answer's head
        std::optional<Error> failure; ///< when it was not
    };

    ApiCall(ApiRequest request, Done done, QObject *parent);
    /// Aborts the socket; nobody is told.
    ~ApiCall() override;

    const ApiRequest &request() const { return m_request; }
    const QByteArray &token() const { return m_token; }
    bool wasRepeated() const { return m_wasRepeated; }
    bool isFinished() const { return !m_done; }

    /// Puts it on the wire. `token` may be empty. Emits answered() unless it is cancelled before.
    void send(QNetworkAccessManager &network, const QNetworkRequest &request, const QByteArray &token);
    void markRepeated() { m_wasRepeated = true; }
    /// Tells the caller, once.
    void finish(Result<ApiAnswer> result);
    /// The caller has lost interest: aborts the socket and goes without a word.
    void cancel();

Q_SIGNALS:
    void answered(const signalbox::ApiCall::Outcome &outcome);
    void ranOut(); ///< the deadline passed; the caller is told next

private:
    void onFinished();
    void onDeadline();
    void dropReply();

    ApiRequest m_request;
    Done m_done;
    QTimer m_deadline;
    QElapsedTimer m_sentAt;
    std::chrono::milliseconds m_latency {};
    QNetworkReply *m_reply = nullptr;
    QString m_tlsCode; // what the handshake failed for, see codeOfTls()
    QByteArray m_requestId;
    QByteArray m_token;
    bool m_wasRepeated = false;
};

} // namespace signalbox
