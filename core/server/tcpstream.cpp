// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/tcpstream.h"

#include <QPointer>

#include <fcntl.h>
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

int descriptorOf(qintptr descriptor)
{
    return static_cast<int>(descriptor);
}

} // namespace

TcpStream::TcpStream(qintptr descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_readable(descriptor, QSocketNotifier::Read)
    , m_writable(descriptor, QSocketNotifier::Write)
{
    const int fd = descriptorOf(descriptor);
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_writable.setEnabled(false);
    connect(&m_readable, &QSocketNotifier::activated, this, &TcpStream::onReadable);
    connect(&m_writable, &QSocketNotifier::activated, this, &TcpStream::onWritable);
}

TcpStream::~TcpStream()
{
    close();
}

void TcpStream::setReading(bool isReading)
{
    if (m_descriptor >= 0)
        m_readable.setEnabled(isReading);
}

bool TcpStream::write(const QByteArray &head, const QByteArray &body)
{
    if (m_descriptor < 0)
        return false;
    qint64 sent = 0;
    if (pendingBytes() == 0) {
        std::array<iovec, 2> parts {{
            {const_cast<char *>(head.constData()),
                static_cast<size_t>(head.size())}, // NOLINT: the kernel only reads
            {const_cast<char *>(body.constData()), static_cast<size_t>(body.size())}, // NOLINT
        }};
        msghdr message {};
        message.msg_iov = parts.data();
        message.msg_iovlen = body.isEmpty() ? 1 : 2;
        sent = sendmsg(descriptorOf(m_descriptor), &message, MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN && errno != EINTR) {
            QMetaObject::invokeMethod(this, &TcpStream::fail, Qt::QueuedConnection);
            return false;
        }
        sent = std::max<qint64>(sent, 0);
    }
    if (sent == head.size() + body.size())
        return true;
    m_pending.append(QByteArrayView(head).sliced(std::min<qint64>(sent, head.size())));
    m_pending.append(QByteArrayView(body).sliced(std::max<qint64>(sent - head.size(), 0)));
    m_writable.setEnabled(true);
    return false;
}

bool TcpStream::hasUnread() const
{
    char byte = 0;
    return m_descriptor >= 0 && recv(descriptorOf(m_descriptor), &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

void TcpStream::finishWriting()
{
    if (m_descriptor >= 0)
        shutdown(descriptorOf(m_descriptor), SHUT_WR);
}

qintptr TcpStream::release()
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    return std::exchange(m_descriptor, -1);
}

void TcpStream::close()
{
    const qintptr descriptor = release();
    if (descriptor >= 0)
        ::close(descriptorOf(descriptor));
}

void TcpStream::fail()
{
    if (m_descriptor < 0)
        return;
    close();
    Q_EMIT failed();
}

void TcpStream::onReadable()
{
    // One buffer for all streams of a thread: its content never outlives the signal.
    thread_local std::array<char, ReadChunkBytes> buffer;
    if (m_descriptor < 0)
        return;
    const ssize_t count = recv(descriptorOf(m_descriptor), buffer.data(), buffer.size(), 0);
    if (count > 0) {
        Q_EMIT received(QByteArrayView(buffer.data(), count));
        return;
    }
    if (count == 0) {
        m_readable.setEnabled(false);
        Q_EMIT peerFinished();
        return;
    }
    if (errno != EAGAIN && errno != EINTR)
        fail();
}

void TcpStream::onWritable()
{
    if (m_descriptor < 0)
        return;
    const ssize_t sent = send(descriptorOf(m_descriptor), m_pending.constData() + m_pendingStart,
        static_cast<size_t>(pendingBytes()), MSG_NOSIGNAL);
    if (sent < 0) {
        if (errno != EAGAIN && errno != EINTR)
            fail();
        return;
    }
    m_pendingStart += sent;
    if (pendingBytes() > 0) {
        Q_EMIT progressed();
        return;
    }
    m_pending = {};
    m_pendingStart = 0;
    m_writable.setEnabled(false);
    Q_EMIT flushed();
}

} // namespace signalbox
