// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <vector>

namespace signalbox {

/// What one stretch of broadcasts came to at the clients.
struct FanoutResult
{
    double deliveredPerSecond = 0; ///< while it was to last
    std::vector<float> millis; ///< of every message, from when it was due to when it was read
    qint64 frames = 0; ///< all that came, late ones too

    /// `share` 0.99 is the 99th of a hundred. Reorders.
    double percentile(double share);
};

/// WebSocket clients on one thread, all on one epoll set: lean, so that the server is what is measured.
class FanoutClients
{
public:
    /// Connects. Ends the program when it cannot.
    FanoutClients(quint16 port, int count);
    ~FanoutClients();
    FanoutClients(const FanoutClients &) = delete;
    FanoutClients &operator=(const FanoutClients &) = delete;

    /// Has the server broadcast, then reads until all of it came, at most twice that long.
    FanoutResult broadcast(int messagesPerSecond, std::chrono::milliseconds duration);
    /// Stays connected; each client sends a heartbeat every `interval` (zero: none), evenly spread.
    void idle(std::chrono::milliseconds duration, std::chrono::milliseconds interval);

private:
    struct Client
    {
        int socket = -1;
        QByteArray rest; ///< a frame that is not whole yet
    };

    void send(Client &client, const QByteArray &text);
    void read(Client &client, FanoutResult &result);
    void wait(std::chrono::milliseconds patience, FanoutResult &result);

    int m_poll;
    std::vector<Client> m_clients;
    size_t m_nextHeartbeat = 0;
};

} // namespace signalbox
