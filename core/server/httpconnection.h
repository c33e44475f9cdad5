// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/server/httplimits.h"
#include "core/server/httpparser.h"
#include "core/server/httpservice.h"
#include "core/server/tcpstream.h"

namespace signalbox {

/// One client: reads a request, answers it, reads the next. A request that came early (pipelining) waits in
/// the buffer, so answers are in order and one client has one request in work.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    struct Context
    {
        HttpService &service;
        const Clock &clock;
        const HttpLimits &limits;
        qint64 &bufferedBodyBytes; ///< of all connections of the guard together
    };

    HttpConnection(qintptr descriptor, const QString &peerAddress, const Context &context, QObject *parent);
    ~HttpConnection() override;

    const QString &peerAddress() const { return m_peerAddress; }
    /// Ends the connection if its deadline has passed. Called by the guard a few times a second.
    void checkDeadline();
    /// Closes at once when no request is in work, else after its answer.
    void drain();

Q_SIGNALS:
    void closed(); ///< once; the guard deletes it

private:
    enum class Phase
    {
        Idle,
        ReadingHead,
        Admitting,
        ReadingBody,
        Working,
        Writing,
        Lingering, ///< all was said; reading on so that it is not lost in a reset
        Closed,
    };

    void onReceived(QByteArrayView bytes);
    void onPeerFinished();
    void onAnswered(const WireResponse &response);
    void onUpgradeAccepted(const HttpRequest &request);
    void skipUpgrade();
    void onFlushed();
    /// Goes through the phases as far as the bytes at hand allow.
    void pump();
    bool step();
    void beginBody();
    void takeBody();
    void beginWork();
    void refuse(const WireResponse &response);
    void send(const WireResponse &response);
    void sendSource();
    void afterAnswer();
    void enter(Phase phase, std::chrono::microseconds timeout);
    void accountBody();
    void close();
    std::chrono::microseconds allowance(qint64 bytes) const;

    Context m_context;
    QString m_peerAddress;
    TcpStream m_stream;
    HttpParser m_parser;
    Phase m_phase = Phase::ReadingHead;
    std::chrono::microseconds m_deadline {};
    std::chrono::microseconds m_phaseStart {};
    std::unique_ptr<Exchange> m_exchange;
    std::shared_ptr<BodySource> m_source; ///< of the answer being written
    qint64 m_sourceLeft = 0;
    Pending<Caller> m_admission;
    qint64 m_accounted = 0;
    qint64 m_aheadBytes = 0; ///< taken in while a request is in work
    bool m_isPumping = false;
    bool m_isUpgrade = false; ///< the request in work may take the connection over; the parser still holds it
    bool m_closesAfterAnswer = false;
    bool m_peerFinished = false;
};

} // namespace signalbox
