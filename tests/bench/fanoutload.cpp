// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fanoutload.h"

#include "tests/support/maskedframes.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace signalbox {

namespace {

using Moment = std::chrono::steady_clock::time_point;

constexpr qsizetype StampDigits = 20;

[[noreturn]] void giveUp(const char *what)
{
    std::perror(what);
    std::exit(3);
}

int connected(quint16 port)
{
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (client < 0 || ::connect(client, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        giveUp("connect");
    const int on = 1;
    ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return client;
}

/// Byte by byte, so that nothing behind the answer is taken.
void shakeHands(int client)
{
    const QByteArray request
        = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    if (::send(client, request.constData(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
        giveUp("send");
    QByteArray answer;
    char byte = 0;
    while (!answer.endsWith("\r\n\r\n")) {
        if (::recv(client, &byte, 1, 0) != 1)
            giveUp("handshake");
        answer += byte;
    }
    if (!answer.startsWith("HTTP/1.1 101"))
        giveUp("not upgraded");
}

/// The whole frame's size; 0 when its header is not there yet. Servers do not mask.
qsizetype frameSize(QByteArrayView bytes, qsizetype &headerSize)
{
    if (bytes.size() < 2)
        return 0;
    const int mark = uchar(bytes[1]);
    headerSize = mark == 126 ? 4 : 2;
    if (mark == 127 || bytes.size() < headerSize)
        return 0;
    return headerSize + (mark == 126 ? uchar(bytes[2]) << 8 | uchar(bytes[3]) : mark);
}

} // namespace

double FanoutResult::percentile(double share)
{
    if (millis.empty())
        return 0;
    const auto at
        = millis.begin() + std::ptrdiff_t(std::min(double(millis.size() - 1), share * double(millis.size())));
    std::nth_element(millis.begin(), at, millis.end());
    return double(*at);
}

FanoutClients::FanoutClients(quint16 port, int count)
    : m_poll(::epoll_create1(EPOLL_CLOEXEC))
    , m_clients(size_t(count))
{
    for (size_t i = 0; i < m_clients.size(); ++i) {
        m_clients[i].socket = connected(port);
        shakeHands(m_clients[i].socket);
        epoll_event event {};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, m_clients[i].socket, &event);
    }
}

FanoutClients::~FanoutClients()
{
    for (const Client &client : m_clients)
        ::close(client.socket);
    ::close(m_poll);
}

void FanoutClients::send(Client &client, const QByteArray &text)
{
    const QByteArray frame = maskedText(text);
    if (::send(client.socket, frame.constData(), size_t(frame.size()), MSG_NOSIGNAL) != frame.size())
        giveUp("send");
}

void FanoutClients::read(Client &client, FanoutResult &result)
{
    static std::array<char, 1 << 18> buffer;
    const ssize_t count = ::recv(client.socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0)
        giveUp("recv");
    const qint64 now = std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
    const bool hasRest = !client.rest.isEmpty();
    if (hasRest)
        client.rest.append(buffer.data(), count);
    QByteArrayView bytes = hasRest ? QByteArrayView(client.rest) : QByteArrayView(buffer.data(), count);
    qsizetype headerSize = 0;
    for (qsizetype size = 0; (size = frameSize(bytes, headerSize)) > 0 && size <= bytes.size();) {
        ++result.frames;
        if (size >= headerSize + StampDigits) {
            qint64 due = 0;
            for (qsizetype i = 0; i < StampDigits; ++i)
                due = due * 10 + (bytes[headerSize + i] - '0');
            result.millis.push_back(float(double(now - due) / 1e6));
        }
        bytes = bytes.sliced(size);
    }
    client.rest = bytes.toByteArray();
}

void FanoutClients::wait(std::chrono::milliseconds patience, FanoutResult &result)
{
    std::array<epoll_event, 256> events {};
    const int count = ::epoll_wait(m_poll, events.data(), int(events.size()), int(patience.count()));
    for (int i = 0; i < count; ++i)
        read(m_clients[events[size_t(i)].data.u64], result);
}

FanoutResult FanoutClients::broadcast(int messagesPerSecond, std::chrono::milliseconds duration)
{
    FanoutResult result;
    const double seconds = std::chrono::duration<double>(duration).count();
    const double rounds = double(messagesPerSecond) / double(m_clients.size()) * seconds;
    const auto expected = qint64(std::ceil(rounds)) * qint64(m_clients.size());
    result.millis.reserve(size_t(expected));
    send(m_clients.front(),
        "start " + QByteArray::number(messagesPerSecond) + ' ' + QByteArray::number(duration.count()));
    const Moment begin = std::chrono::steady_clock::now();
    Moment now = begin;
    qint64 inTime = -1;
    while (result.frames < expected && now < begin + 2 * duration) {
        wait(std::chrono::milliseconds(10), result);
        now = std::chrono::steady_clock::now();
        if (inTime < 0 && now >= begin + duration)
            inTime = result.frames;
    }
    result.deliveredPerSecond = inTime < 0 ? double(result.frames) / seconds : double(inTime) / seconds;
    return result;
}

void FanoutClients::idle(std::chrono::milliseconds duration, std::chrono::milliseconds interval)
{
    FanoutResult ignored;
    const Moment begin = std::chrono::steady_clock::now();
    const bool beats = interval.count() > 0;
    const std::chrono::nanoseconds gap = std::chrono::nanoseconds(interval) / qint64(m_clients.size());
    Moment due = begin;
    for (Moment now = begin; now < begin + duration; now = std::chrono::steady_clock::now()) {
        for (; beats && due <= now; due += gap)
            send(m_clients[m_nextHeartbeat++ % m_clients.size()], "heartbeat");
        wait(std::chrono::milliseconds(5), ignored);
    }
}

} // namespace signalbox
