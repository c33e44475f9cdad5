// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/phoenixframe.h"
#include "core/server/metrics.h"
#include "core/server/realtime/realtimechannel.h"
#include "core/server/realtime/realtimesocket.h"

namespace signalbox {

/// What the server says to one client, in the protocol's forms (realtime §1.2, §1.4).
class PhoenixOutlet
{
public:
    /// All must outlive it.
    PhoenixOutlet(RealtimeSocket &socket, PhoenixVersion version, Counter &frames)
        : m_socket(socket)
        , m_version(version)
        , m_frames(frames)
    { }

    void send(const WireFrame &frame) const;
    /// A message on a channel. With the join's ref it is dropped by a client that has joined anew since.
    void push(const RealtimeChannel &channel, QStringView event, const QJsonObject &payload,
        bool hasJoinRef = false) const;
    void reply(const PhoenixMessage &to, bool isOk, const QJsonObject &response) const;
    void tellSystem(
        const RealtimeChannel &channel, QLatin1StringView extension, bool isOk, const QString &message) const;
    /// `phx_close`: it is over; `phx_error`: join again.
    void tellEnd(const RealtimeChannel &channel, QStringView event) const;

    /// The socket has closed: nothing is sent from here on.
    void shut() { m_isShut = true; }
    bool isShut() const { return m_isShut; }

private:
    RealtimeSocket &m_socket;
    PhoenixVersion m_version;
    Counter &m_frames;
    bool m_isShut = false;
};

} // namespace signalbox
