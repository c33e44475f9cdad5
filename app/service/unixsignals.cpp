// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/unixsignals.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>

namespace signalbox {

namespace {

// The handler may only write to a pipe; it has no other way to its pipe than a variable.
std::array<int, 2> wakePipe {-1, -1}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void onSignal(int number)
{
    const char byte = char(number);
    (void)!::write(wakePipe[1], &byte, 1);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(wakePipe[0] < 0);
    if (::pipe2(wakePipe.data(), O_CLOEXEC) != 0)
        qFatal("no pipe for signals");
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &action, nullptr);
    ::sigaction(SIGXFSZ, &action, nullptr); // a file at its limit fails its writer, not the service
    m_reader = std::jthread([this] { read(); });
}

UnixSignals::~UnixSignals()
{
    struct sigaction action = {};
    action.sa_handler = SIG_DFL;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    onSignal(0); // ends the reader
    m_reader.join();
    ::close(wakePipe[0]);
    ::close(wakePipe[1]);
    wakePipe = {-1, -1};
}

void UnixSignals::read()
{
    char number = 0;
    while (::read(wakePipe[0], &number, 1) == 1 && number != 0) {
        if (m_stop.stop_requested())
            ::_exit(128 + number); // asked twice
        m_stop.request_stop();
        QMetaObject::invokeMethod(this, &UnixSignals::terminated, Qt::QueuedConnection);
    }
}

} // namespace signalbox
