// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/phoenixframe.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

enum Place
{
    JoinRef,
    Ref,
    Topic,
    Event,
    Payload,
    PlaceCount
};

constexpr std::array<QLatin1StringView, PlaceCount> Names {
    "join_ref"_L1, "ref"_L1, "topic"_L1, "event"_L1, "payload"_L1};

Error malformed(const QString &what)
{
    return Error::invalid(u"message"_s, what, u"MALFORMED_MESSAGE"_s);
}

Result<std::optional<QString>> readRef(const QJsonValue &value, QLatin1StringView name)
{
    if (value.isNull() || value.isUndefined())
        return std::optional<QString>();
    if (value.isString())
        return std::optional(value.toString());
    const double number = value.toDouble();
    if (value.isDouble() && std::floor(number) == number && std::abs(number) < 1e15)
        return std::optional(QString::number(qint64(number)));
    return malformed(u"%1 is neither a text nor null"_s.arg(name));
}

// A JSON text with its quotes: QJsonDocument writes only arrays and objects.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

QByteArray quotedRef(const std::optional<QString> &ref)
{
    return ref ? quoted(*ref) : "null"_ba;
}

} // namespace

std::optional<PhoenixVersion> parsePhoenixVersion(QStringView text)
{
    if (text.isEmpty() || text == "1.0.0"_L1)
        return PhoenixVersion::V1;
    if (text == "2.0.0"_L1)
        return PhoenixVersion::V2;
    return std::nullopt;
}

Result<PhoenixMessage> parsePhoenixMessage(PhoenixVersion version, const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return malformed(u"not JSON: %1"_s.arg(problem.errorString()));
    std::array<QJsonValue, PlaceCount> values;
    if (version == PhoenixVersion::V2) {
        const QJsonArray array = document.array();
        if (!document.isArray() || array.size() != PlaceCount)
            return malformed(u"not an array of five"_s);
        for (int place = 0; place < PlaceCount; ++place)
            values[size_t(place)] = array.at(place);
    } else {
        if (!document.isObject())
            return malformed(u"not an object"_s);
        const QJsonObject object = document.object();
        for (int place = 0; place < PlaceCount; ++place)
            values[size_t(place)] = object.value(Names[size_t(place)]);
    }
    auto joinRef = readRef(values[JoinRef], Names[JoinRef]);
    if (!joinRef)
        return joinRef.error();
    auto ref = readRef(values[Ref], Names[Ref]);
    if (!ref)
        return ref.error();
    for (const Place place : {Topic, Event}) {
        if (!values[place].isString() || values[place].toString().isEmpty())
            return malformed(u"%1 is missing"_s.arg(Names[place]));
    }
    return PhoenixMessage {*std::move(joinRef), *std::move(ref), values[Topic].toString(),
        values[Event].toString(), values[Payload].toObject()};
}

QByteArray writePhoenixMessage(PhoenixVersion version, const std::optional<QString> &joinRef,
    const std::optional<QString> &ref, QStringView topic, QStringView event, QByteArrayView payload)
{
    const std::array<QByteArray, PlaceCount> values {quotedRef(joinRef), quotedRef(ref),
        quoted(topic.toString()), quoted(event.toString()), payload.toByteArray()};
    const bool hasNames = version == PhoenixVersion::V1;
    QByteArray text;
    text.reserve(payload.size() + 160);
    text += hasNames ? '{' : '[';
    for (int place = 0; place < PlaceCount; ++place) {
        if (place > 0)
            text += ',';
        if (hasNames)
            text += '"' + QByteArray(Names[size_t(place)].data()) + "\":";
        text += values[size_t(place)];
    }
    text += hasNames ? '}' : ']';
    return text;
}

QByteArray writePhoenixMessage(PhoenixVersion version, const PhoenixMessage &message)
{
    return writePhoenixMessage(version, message.joinRef, message.ref, message.topic, message.event,
        QJsonDocument(message.payload).toJson(QJsonDocument::Compact));
}

} // namespace signalbox
