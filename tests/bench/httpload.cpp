// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/httpload.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace signalbox {

namespace {

using Moment = std::chrono::steady_clock::time_point;

struct Client
{
    int socket = -1;
    QByteArray received;
    qsizetype wanted = -1; ///< head and body together; -1 until the head is there
    Moment askedAt;
};

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

void send(Client &client, const QByteArray &request)
{
    client.received.resize(0);
    client.wanted = -1;
    client.askedAt = std::chrono::steady_clock::now();
    if (::send(client.socket, request.constData(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
        giveUp("send");
}

/// Head and body together, once the head is whole. Neither server chunks its answers.
qsizetype wantedBytes(const QByteArray &received)
{
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return -1;
    const QByteArray head = received.first(headEnd).toLower();
    const qsizetype name = head.indexOf("content-length:");
    const qsizetype lineEnd = name < 0 ? -1 : head.indexOf('\r', name);
    const QByteArray value = name < 0 ? QByteArray() : head.mid(name + 15, lineEnd - name - 15);
    return headEnd + 4 + value.trimmed().toLongLong();
}

/// True when the answer is whole.
bool take(Client &client)
{
    static std::array<char, 256 * 1024> buffer;
    const ssize_t count = ::recv(client.socket, buffer.data(), buffer.size(), 0);
    if (count <= 0)
        giveUp("recv");
    client.received.append(buffer.data(), count);
    if (client.wanted < 0)
        client.wanted = wantedBytes(client.received);
    return client.wanted >= 0 && client.received.size() >= client.wanted;
}

} // namespace

double LoadResult::percentile(double share)
{
    if (micros.empty())
        return 0;
    std::sort(micros.begin(), micros.end());
    return micros[std::min(micros.size() - 1, size_t(share * double(micros.size())))];
}

QByteArray ask(quint16 port, const QByteArray &request)
{
    Client client;
    client.socket = connected(port);
    send(client, request);
    while (!take(client)) { }
    ::close(client.socket);
    return client.received;
}

LoadResult load(quint16 port, int connections, std::chrono::milliseconds duration,
    const std::function<QByteArray()> &next)
{
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Client> clients(size_t(connections), Client {});
    for (size_t i = 0; i < clients.size(); ++i) {
        clients[i].socket = connected(port);
        epoll_event event {};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, clients[i].socket, &event);
    }
    LoadResult result;
    const Moment begin = std::chrono::steady_clock::now();
    const Moment end = begin + duration;
    for (Client &client : clients)
        send(client, next());
    std::array<epoll_event, 64> events {};
    Moment now = begin;
    while (now < end) {
        const int count = ::epoll_wait(poll, events.data(), int(events.size()), 1000);
        for (int i = 0; i < count; ++i) {
            Client &client = clients[events[size_t(i)].data.u64];
            if (!take(client))
                continue;
            now = std::chrono::steady_clock::now();
            result.micros.push_back(std::chrono::duration<double, std::micro>(now - client.askedAt).count());
            result.failures += client.received.startsWith("HTTP/1.1 200") ? 0 : 1;
            result.answerBytes = client.wanted;
            send(client, next());
        }
        now = std::chrono::steady_clock::now();
    }
    result.requestsPerSecond
        = double(result.micros.size()) / std::chrono::duration<double>(now - begin).count();
    for (const Client &client : clients)
        ::close(client.socket);
    ::close(poll);
    return result;
}

} // namespace signalbox
