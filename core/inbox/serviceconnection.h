// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/inbox/sessiongateway.h"

#include <QObject>

#include <optional>

namespace signalbox {

/// How the console stands with its service, as its exchanges show it.
struct ConnectionStatus
{
    enum class State
    {
        Connecting, ///< nothing was answered yet
        Connected,
        Reconnecting, ///< the last exchange failed; tried again by itself
        Offline, ///< several failed, or the machine has no network
    };

    State state = State::Connecting;
    std::optional<std::chrono::milliseconds> latency; ///< of the newest exchange
    std::optional<Instant> since; ///< when this state began
    std::optional<Instant> lastAnswerAt;
    QString server; ///< host and port, for people
    QString lastRequestId;

    bool operator==(const ConnectionStatus &) const = default;
};

/// Watches every exchange with the service. Implemented by the HTTP client, faked in tests.
class ServiceConnection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~ServiceConnection() override;

    virtual ConnectionStatus status() const = 0;
    /// Tries now instead of waiting for the next attempt.
    virtual void retryNow() = 0;

Q_SIGNALS:
    void statusChanged();
    /// An exchange said that the session is over and a refresh did not help: the person must sign in again.
    void sessionEnded();
    /// The tokens were traded for new ones: the old refresh token is spent, whoever keeps one keeps this.
    void sessionRenewed(const signalbox::SessionTokens &tokens);
};

} // namespace signalbox
