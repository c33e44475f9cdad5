// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/sdnotify.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>

namespace signalbox {

void sdNotify(const QByteArray &state)
{
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    if (path.size() < 2 || size_t(path.size()) >= sizeof address.sun_path
        || (path[0] != '/' && path[0] != '@'))
        return;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    if (path[0] == '@')
        address.sun_path[0] = '\0'; // an abstract socket
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return;
    const auto size = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()));
    // Best effort: a manager that does not listen is no reason to fail.
    (void)::sendto(socket, state.constData(), size_t(state.size()), MSG_NOSIGNAL,
        reinterpret_cast<const sockaddr *>(&address), size);
    ::close(socket);
}

std::optional<std::chrono::milliseconds> watchdogInterval()
{
    bool isNumber = false;
    const qlonglong micros = qgetenv("WATCHDOG_USEC").toLongLong(&isNumber);
    const QByteArray pid = qgetenv("WATCHDOG_PID");
    if (!isNumber || micros < 2000 || (!pid.isEmpty() && pid.toLongLong() != ::getpid()))
        return std::nullopt;
    return std::chrono::milliseconds(micros / 2000);
}

} // namespace signalbox
