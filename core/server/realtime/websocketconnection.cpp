// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/websocketconnection.h"

#include "core/server/realtime/websocketgroup.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace signalbox {

namespace {

constexpr size_t ReadChunkBytes = 64 * 1024;
/// Frames in one call; the kernel takes no more than 1,024 (IOV_MAX).
constexpr size_t BatchFrames = 512;
/// What the kernel may hold of a socket beyond what is on its way: the rest stays in our queue, where the hub
/// sees it and can drop it, instead of in megabytes of send buffer.
constexpr int KernelBytes = 256 * 1024;
/// A client that lets this many frames wait and still pings gets no answer to it (RFC 6455 §5.5.3 allows to
/// leave some out).
constexpr qsizetype PongBacklog = 64;
/// A queue that once was longer gives its memory back when it is empty.
constexpr qsizetype KeptQueue = 32;

constexpr qsizetype ControlLimit = 125;
constexpr char FinalClose = char(0x88);
constexpr char FinalPong = char(0x8a);

QByteArray controlFrame(char firstByte, const QByteArray &payload)
{
    Q_ASSERT(payload.size() <= ControlLimit);
    return QByteArray(1, firstByte) + char(payload.size()) + payload;
}

} // namespace

WebSocketConnection::WebSocketConnection(qintptr descriptor, WebSocketGroup &group, const QByteArray &answer,
    const QByteArray &unread, QObject *parent)
    : RealtimeSocket(parent)
    , m_descriptor(static_cast<int>(descriptor))
    , m_group(group)
    , m_reader(group.limits().messageBytes)
    , m_lastReceivedAt(group.clock().elapsed())
    , m_answer(answer)
    , m_unread(unread)
{
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &KernelBytes, sizeof KernelBytes);
    m_group.add(*this);
}

WebSocketConnection::~WebSocketConnection()
{
    abort();
}

void WebSocketConnection::begin()
{
    if (m_phase == Phase::Closed || std::exchange(m_hasBegun, true))
        return;
    const QByteArray answer = std::exchange(m_answer, {});
    const QByteArray unread = std::exchange(m_unread, {});
    // All answers before it were taken, so there is room; a client without any is not worth a queue.
    const ssize_t sent
        = ::send(m_descriptor, answer.constData(), static_cast<size_t>(answer.size()), MSG_NOSIGNAL);
    if (sent != answer.size() || !m_group.m_polls.add(m_descriptor, *this)) {
        abort();
        return;
    }
    read(unread);
    if (!m_isDirty)
        flush();
}

void WebSocketConnection::send(const WireFrame &frame)
{
    if (m_phase == Phase::Open)
        queue(frame.bytes);
}

void WebSocketConnection::queue(const QByteArray &bytes)
{
    m_queue.append({bytes, m_group.clock().elapsed()});
    m_queuedBytes += bytes.size();
    if (!m_isWaiting && !std::exchange(m_isDirty, true))
        m_group.markDirty(*this);
}

RealtimeSocket::Backlog WebSocketConnection::backlog() const
{
    if (m_queue.isEmpty())
        return {};
    return {.bytes = m_queuedBytes,
        .frames = int(m_queue.size()),
        .oldest = m_group.clock().elapsed() - m_queue.first().at};
}

/// What is partly sent stays whole, and so does a close frame, the last there can be.
void WebSocketConnection::dropBacklog()
{
    const qsizetype first = m_sentOfFirst > 0 ? 1 : 0;
    const qsizetype last = m_phase == Phase::Open ? m_queue.size() : m_queue.size() - 1;
    if (last <= first)
        return;
    for (qsizetype i = first; i < last; ++i)
        m_queuedBytes -= m_queue.at(i).bytes.size();
    m_queue.remove(first, last - first);
    m_group.m_figures.framesDropped += last - first;
}

void WebSocketConnection::close(quint16 code, QByteArrayView reason)
{
    if (m_phase != Phase::Open)
        return;
    queueClose(code, reason);
    m_phase = Phase::Closing;
}

void WebSocketConnection::queueClose(quint16 code, QByteArrayView reason)
{
    QByteArray payload;
    if (code != CloseCode::NoStatus) {
        payload += char(code >> 8);
        payload += char(code & 0xff);
        payload += reason.first(std::min(reason.size(), ControlLimit - 2));
    }
    queue(controlFrame(FinalClose, payload));
    m_closeDeadline = m_group.clock().elapsed() + m_group.limits().closeTimeout;
}

/// The client said its last, or what it says cannot be read: nobody waits for what is still queued.
void WebSocketConnection::linger(quint16 code, QByteArrayView reason)
{
    if (m_phase == Phase::Open) {
        dropBacklog();
        queueClose(code, reason);
    }
    m_phase = Phase::Lingering;
    if (!m_isDirty)
        flush();
}

void WebSocketConnection::abort()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_group.m_polls.remove(m_descriptor);
    ::close(std::exchange(m_descriptor, -1));
    m_group.m_figures.framesDropped += m_queue.size();
    m_queue = {};
    m_queuedBytes = m_sentOfFirst = 0;
    m_group.forget(*this);
    QMetaObject::invokeMethod(this, &RealtimeSocket::closed, Qt::QueuedConnection);
}

void WebSocketConnection::onReady(bool canRead, bool canWrite)
{
    if (canWrite)
        flush();
    if (canRead && m_phase != Phase::Closed)
        receive();
}

/// One chunk a turn, so that a flood from one leaves the others their turn.
void WebSocketConnection::receive()
{
    // One buffer for all sockets of a thread: its content never outlives the call.
    thread_local std::array<char, ReadChunkBytes> buffer;
    const ssize_t count = recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (count > 0)
        read(QByteArrayView(buffer.data(), count));
    else if (count == 0 || (errno != EAGAIN && errno != EINTR))
        abort(); // no WebSocket is left half open
}

void WebSocketConnection::read(QByteArrayView bytes)
{
    m_lastReceivedAt = m_group.clock().elapsed();
    m_group.m_figures.bytesIn += bytes.size();
    while (m_phase == Phase::Open || m_phase == Phase::Closing) {
        const auto event = m_reader.next(bytes);
        if (!event)
            return;
        handle(*event);
    }
}

void WebSocketConnection::handle(const WebSocketReader::Event &event)
{
    ++m_group.m_figures.messagesIn;
    switch (event.kind) {
    case WebSocketReader::Event::Kind::Text:
        if (m_phase == Phase::Open)
            Q_EMIT textReceived(event.payload);
        return;
    case WebSocketReader::Event::Kind::Binary:
        if (m_phase == Phase::Open)
            Q_EMIT binaryReceived(event.payload);
        return;
    case WebSocketReader::Event::Kind::Ping:
        if (m_phase == Phase::Open && m_queue.size() < PongBacklog)
            queue(controlFrame(FinalPong, event.payload));
        return;
    case WebSocketReader::Event::Kind::Pong:
        return;
    case WebSocketReader::Event::Kind::Close:
        linger(event.code, {});
        return;
    case WebSocketReader::Event::Kind::Failed:
        linger(event.code, event.payload);
        return;
    }
}

void WebSocketConnection::flush()
{
    m_isDirty = false;
    if (m_phase == Phase::Closed || !m_hasBegun)
        return;
    if (!m_queue.isEmpty()) {
        thread_local std::array<iovec, BatchFrames> parts;
        size_t count = 0;
        qsizetype skipped = m_sentOfFirst;
        for (const Queued &queued : std::as_const(m_queue)) {
            parts[count++] = {const_cast<char *>(queued.bytes.constData()) + skipped, // NOLINT: only read
                static_cast<size_t>(queued.bytes.size() - skipped)};
            skipped = 0;
            if (count == parts.size())
                break;
        }
        msghdr message {};
        message.msg_iov = parts.data();
        message.msg_iovlen = count;
        const ssize_t sent = sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN && errno != EINTR) {
            abort();
            return;
        }
        take(std::max<ssize_t>(sent, 0));
    }
    setWaiting(!m_queue.isEmpty());
    if (m_phase == Phase::Lingering && m_queue.isEmpty())
        shutdown(m_descriptor, SHUT_WR); // the client sees the end and closes; then so do we
}

void WebSocketConnection::take(qsizetype sent)
{
    m_group.m_figures.bytesOut += sent;
    m_queuedBytes -= sent;
    sent += m_sentOfFirst;
    qsizetype whole = 0;
    while (whole < m_queue.size() && sent >= m_queue.at(whole).bytes.size())
        sent -= m_queue.at(whole++).bytes.size();
    m_sentOfFirst = sent;
    m_group.m_figures.framesOut += whole;
    if (whole == m_queue.size() && m_queue.capacity() > KeptQueue)
        m_queue = {};
    else
        m_queue.remove(0, whole);
}

void WebSocketConnection::setWaiting(bool isWaiting)
{
    if (m_isWaiting != isWaiting && m_group.m_polls.setWriting(m_descriptor, isWaiting))
        m_isWaiting = isWaiting;
}

void WebSocketConnection::checkDeadline()
{
    const auto now = m_group.clock().elapsed();
    if (m_phase == Phase::Open) {
        if (now - m_lastReceivedAt >= m_group.limits().silenceTimeout)
            close(CloseCode::GoingAway, "nothing heard");
    } else if (now >= m_closeDeadline) {
        abort();
    }
}

} // namespace signalbox
