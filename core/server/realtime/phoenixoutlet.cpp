// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/phoenixoutlet.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

void PhoenixOutlet::send(const WireFrame &frame) const
{
    if (m_isShut)
        return;
    m_frames.increment();
    m_socket.send(frame);
}

void PhoenixOutlet::push(
    const RealtimeChannel &channel, QStringView event, const QJsonObject &payload, bool hasJoinRef) const
{
    const auto ref = hasJoinRef ? channel.joinRef : std::nullopt;
    send(WireFrame::text(
        writePhoenixMessage(m_version, ref, std::nullopt, channel.topic, event, compact(payload))));
}

void PhoenixOutlet::reply(const PhoenixMessage &to, bool isOk, const QJsonObject &response) const
{
    const QJsonObject payload {{u"status"_s, isOk ? u"ok"_s : u"error"_s}, {u"response"_s, response}};
    send(WireFrame::text(
        writePhoenixMessage(m_version, to.joinRef, to.ref, to.topic, u"phx_reply", compact(payload))));
}

void PhoenixOutlet::tellSystem(
    const RealtimeChannel &channel, QLatin1StringView extension, bool isOk, const QString &message) const
{
    push(channel, u"system",
        {{u"extension"_s, QString(extension)}, {u"status"_s, isOk ? u"ok"_s : u"error"_s},
            {u"message"_s, message}, {u"channel"_s, channel.name()}},
        true);
}

/// Clients heed it only if its ref is the join's own.
void PhoenixOutlet::tellEnd(const RealtimeChannel &channel, QStringView event) const
{
    send(WireFrame::text(
        writePhoenixMessage(m_version, channel.joinRef, channel.joinRef, channel.topic, event, "{}")));
}

} // namespace signalbox
