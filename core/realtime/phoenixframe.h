// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace signalbox {

/// `vsn` of the connection (realtime §1.2): how a message is written, not what it means.
enum class PhoenixVersion
{
    V1, ///< an object with names
    V2 ///< an array in a fixed order
};

/// One message of the Phoenix channel protocol. Refs are texts the client makes up; none is null on the wire.
struct PhoenixMessage
{
    std::optional<QString> joinRef;
    std::optional<QString> ref;
    QString topic;
    QString event;
    QJsonObject payload;

    bool operator==(const PhoenixMessage &) const = default;
};

/// `1.0.0`, `2.0.0`, or empty for the older one, as a client that says nothing means it. None: another
/// version.
std::optional<PhoenixVersion> parsePhoenixVersion(QStringView text);

/// Invalid, naming what is wrong, for anything but a whole message. Refs given as numbers are taken as their
/// text; a payload that is no object counts as an empty one.
Result<PhoenixMessage> parsePhoenixMessage(PhoenixVersion version, const QByteArray &text);

/// The message as text. `payload` is JSON already, so that one serialisation serves many receivers.
QByteArray writePhoenixMessage(PhoenixVersion version, const std::optional<QString> &joinRef,
    const std::optional<QString> &ref, QStringView topic, QStringView event, QByteArrayView payload);
QByteArray writePhoenixMessage(PhoenixVersion version, const PhoenixMessage &message);

} // namespace signalbox
