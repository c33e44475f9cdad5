// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/httpconnection.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr std::chrono::microseconds NoDeadline = std::chrono::microseconds::max();
/// A client may send this much ahead of the request in work before its window closes.
constexpr qint64 AheadBytes = 64 * 1024;
/// Of a body that is read while it is sent.
constexpr qint64 SourceBytes = 256 * 1024;

} // namespace

HttpService::~HttpService() = default;

HttpConnection::HttpConnection(
    qintptr descriptor, const QString &peerAddress, const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_peerAddress(peerAddress)
    , m_stream(descriptor)
    , m_parser(context.limits.headBytes, context.limits.headerCount)
{
    connect(&m_stream, &TcpStream::received, this, &HttpConnection::onReceived);
    connect(&m_stream, &TcpStream::peerFinished, this, &HttpConnection::onPeerFinished);
    connect(&m_stream, &TcpStream::flushed, this, &HttpConnection::onFlushed);
    connect(&m_stream, &TcpStream::failed, this, &HttpConnection::close);
    enter(Phase::ReadingHead, context.limits.headTimeout);
}

HttpConnection::~HttpConnection()
{
    m_context.bufferedBodyBytes -= m_accounted;
}

void HttpConnection::enter(Phase phase, std::chrono::microseconds timeout)
{
    m_phase = phase;
    m_phaseStart = m_context.clock.elapsed();
    m_deadline = timeout == NoDeadline ? NoDeadline : m_phaseStart + timeout;
}

std::chrono::microseconds HttpConnection::allowance(qint64 bytes) const
{
    return std::chrono::microseconds(bytes * 1'000'000 / m_context.limits.slowestBytesPerSecond);
}

void HttpConnection::onReceived(QByteArrayView bytes)
{
    if (m_phase == Phase::Lingering || m_phase == Phase::Closed)
        return;
    m_parser.append(bytes);
    // While a request is in work only so much is taken ahead; the kernel holds the rest and slows the sender.
    if (m_phase == Phase::Working || m_phase == Phase::Writing || m_phase == Phase::Admitting) {
        m_aheadBytes += bytes.size();
        if (m_aheadBytes > AheadBytes)
            m_stream.setReading(false);
        return;
    }
    if (m_phase == Phase::Idle)
        enter(Phase::ReadingHead, m_context.limits.headTimeout);
    pump();
}

void HttpConnection::pump()
{
    if (m_isPumping)
        return;
    m_isPumping = true;
    while (step()) { }
    m_isPumping = false;
}

bool HttpConnection::step()
{
    if (m_phase != Phase::ReadingHead && m_phase != Phase::ReadingBody)
        return false;
    switch (m_parser.advance()) {
    case HttpParser::Progress::NeedsMore:
        accountBody();
        if (m_phase == Phase::ReadingBody)
            m_deadline = m_phaseStart + m_context.limits.bodyTimeout + allowance(m_parser.bodyBytes());
        if (m_peerFinished)
            close(); // half a request will never be whole
        return false;
    case HttpParser::Progress::HeadComplete:
        beginBody();
        return true;
    case HttpParser::Progress::RequestComplete:
        beginWork();
        return true;
    case HttpParser::Progress::Failed:
        refuse(m_context.service.refuse(m_parser.head(), m_parser.fault()));
        return false;
    }
    Q_UNREACHABLE();
}

void HttpConnection::beginBody()
{
    if (m_parser.head().wantsUpgrade) {
        beginWork();
        return;
    }
    if (!m_parser.hasBody()) {
        m_parser.setBodyLimit(0);
        return;
    }
    Admission admission = m_context.service.admit(m_parser.head());
    m_parser.setBodyLimit(admission.bodyLimitBytes);
    if (!admission.authentication) {
        takeBody();
        return;
    }
    enter(Phase::Admitting, m_context.limits.bodyTimeout);
    m_admission = std::move(*admission.authentication);
    deliver(m_admission, this, [this](const Result<Caller> &caller) {
        if (m_phase != Phase::Admitting)
            return;
        if (!caller) {
            refuse(m_context.service.refuse(m_parser.head(), caller.error()));
            return;
        }
        m_aheadBytes = 0;
        m_stream.setReading(!m_peerFinished);
        takeBody();
        pump();
    });
}

void HttpConnection::takeBody()
{
    if (m_parser.expectsContinue() && !m_parser.isBodyTooLarge())
        m_stream.write("HTTP/1.1 100 Continue\r\n\r\n", {});
    enter(Phase::ReadingBody, m_context.limits.bodyTimeout);
}

/// Unfinished bodies of all clients share one budget: a crowd of uploads must not take the memory of the
/// readers.
void HttpConnection::accountBody()
{
    const qint64 bytes = m_parser.bodyBytes();
    m_context.bufferedBodyBytes += bytes - m_accounted;
    m_accounted = bytes;
    if (m_phase == Phase::ReadingBody && m_context.bufferedBodyBytes > m_context.limits.bufferedBodyBytes)
        refuse(m_context.service.refuse(m_parser.head(), Error::unavailable(u"Too many uploads at once"_s)));
}

void HttpConnection::beginWork()
{
    m_isUpgrade = m_parser.head().wantsUpgrade;
    HttpRequest request = m_isUpgrade ? m_parser.head() : m_parser.takeRequest();
    request.peerAddress = m_peerAddress;
    request.receivedAt = m_context.clock.elapsed();
    request.keepAlive = request.keepAlive && !m_closesAfterAnswer;
    enter(Phase::Working, m_peerFinished ? m_context.limits.abandonTimeout : NoDeadline);
    m_exchange = m_context.service.open(std::move(request));
    connect(m_exchange.get(), &Exchange::answered, this, &HttpConnection::onAnswered);
    connect(m_exchange.get(), &Exchange::upgradeAccepted, this, &HttpConnection::onUpgradeAccepted);
    m_exchange->start();
}

void HttpConnection::onAnswered(const WireResponse &response)
{
    m_exchange.release()->deleteLater(); // it is the sender
    m_closesAfterAnswer = m_closesAfterAnswer || response.closes;
    if (std::exchange(m_isUpgrade, false))
        skipUpgrade();
    send(response);
}

/// Past the head: such a request has no body.
void HttpConnection::skipUpgrade()
{
    m_parser.advance();
    m_parser.takeRequest();
}

void HttpConnection::onUpgradeAccepted(const HttpRequest &request)
{
    m_exchange.release()->deleteLater();
    skipUpgrade();
    const QByteArray unread = m_parser.takeUnread();
    const qintptr descriptor = m_stream.release();
    m_phase = Phase::Closed;
    Q_EMIT closed();
    if (descriptor >= 0)
        m_context.service.adopt(descriptor, request, unread);
}

/// Answers what will not be read further.
void HttpConnection::refuse(const WireResponse &response)
{
    m_closesAfterAnswer = true;
    m_context.bufferedBodyBytes -= std::exchange(m_accounted, 0);
    m_parser.abandon();
    send(response);
}

void HttpConnection::send(const WireResponse &response)
{
    m_source = response.source;
    m_sourceLeft = m_source ? m_source->size() : 0;
    const qint64 size = response.head.size() + response.body.size() + m_sourceLeft;
    enter(Phase::Writing, m_context.limits.writeTimeout + allowance(size));
    if (m_stream.write(response.head, response.body))
        sendSource();
}

/// One piece a turn of the event loop: a client that reads fast does not hold up the others.
void HttpConnection::sendSource()
{
    if (m_phase != Phase::Writing)
        return;
    if (m_sourceLeft == 0) {
        m_source.reset();
        afterAnswer();
        return;
    }
    const QByteArray piece = m_source->read(std::min(m_sourceLeft, SourceBytes));
    if (piece.isEmpty()) {
        close(); // less than was announced: the client must not take it for the whole
        return;
    }
    m_sourceLeft -= piece.size();
    if (m_stream.write(piece, {}))
        QMetaObject::invokeMethod(this, &HttpConnection::sendSource, Qt::QueuedConnection);
}

void HttpConnection::onFlushed()
{
    sendSource();
}

void HttpConnection::afterAnswer()
{
    accountBody();
    if (m_closesAfterAnswer) {
        // Closing with unread input sends a reset, which can destroy the answer on its way: read on for a
        // while (RFC 9112 §9.6).
        m_stream.finishWriting();
        if (m_peerFinished) {
            close();
            return;
        }
        enter(Phase::Lingering, m_context.limits.lingerTimeout);
        m_stream.setReading(true);
        return;
    }
    m_aheadBytes = 0;
    if (m_parser.isMidRequest()) {
        enter(Phase::ReadingHead, m_context.limits.headTimeout);
    } else if (m_peerFinished) {
        close();
        return;
    } else {
        enter(Phase::Idle, m_context.limits.idleTimeout);
    }
    m_stream.setReading(!m_peerFinished);
    if (m_phase == Phase::ReadingHead)
        pump();
}

void HttpConnection::onPeerFinished()
{
    m_peerFinished = true;
    switch (m_phase) {
    case Phase::Working:
        // Half-closed or gone, who can tell: an answer that comes soon is still sent, longer work is given
        // up.
        enter(Phase::Working, m_context.limits.abandonTimeout);
        return;
    case Phase::Admitting:
    case Phase::Writing:
        return;
    case Phase::Idle:
    case Phase::ReadingHead:
    case Phase::ReadingBody:
    case Phase::Lingering:
    case Phase::Closed:
        close();
        return;
    }
}

void HttpConnection::checkDeadline()
{
    if (m_phase == Phase::Closed || m_context.clock.elapsed() < m_deadline)
        return;
    const bool isRequestBegun
        = m_phase == Phase::ReadingBody || (m_phase == Phase::ReadingHead && m_parser.isMidRequest());
    if (isRequestBegun)
        refuse(m_context.service.refuse(
            m_parser.head(), HttpFault {408, u"REQUEST_TIMEOUT"_s, u"The request did not arrive in time"_s}));
    else
        close();
}

void HttpConnection::drain()
{
    m_closesAfterAnswer = true;
    const bool isIdle = m_phase == Phase::Idle || (m_phase == Phase::ReadingHead && !m_parser.isMidRequest());
    if (isIdle && !m_stream.hasUnread())
        close();
}

void HttpConnection::close()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_admission.cancel();
    if (m_exchange)
        m_exchange.release()->deleteLater();
    m_stream.close();
    Q_EMIT closed();
}

} // namespace signalbox
