// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/jsonfields.h"

#include <QList>

namespace signalbox {

/// A list of objects, each written by `encode(value)`.
template <typename T, typename Encode> QJsonArray encodeList(const QList<T> &values, Encode encode)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(encode(value));
    return array;
}

/// The required list `key`, each object read by `decode(JsonFields &)`; the first failure is `fields`' own.
template <typename Decode>
auto decodeList(JsonFields &fields, QLatin1StringView key, Decode decode)
    -> QList<std::invoke_result_t<Decode, JsonFields &>>
{
    QList<std::invoke_result_t<Decode, JsonFields &>> values;
    const QJsonArray array = fields.array(key);
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array.at(i).isObject()) {
            fields.fail(key, QStringLiteral("holds something that is no object"));
            return values;
        }
        JsonFields element(array.at(i).toObject(), fields.pathOf(key) + u'[' + QString::number(i) + u']');
        values.append(decode(element));
        fields.adopt(element.error());
    }
    return values;
}

/// The required object `key`, read by `decode(JsonFields &)`.
template <typename Decode>
auto decodeMember(JsonFields &fields, QLatin1StringView key, Decode decode)
    -> std::invoke_result_t<Decode, JsonFields &>
{
    JsonFields member(fields.object(key), fields.pathOf(key));
    auto value = decode(member);
    fields.adopt(member.error());
    return value;
}

/// The required object `key`, read by a codec that answers a Result; its failure is named after `key`.
template <typename T>
T decodeNested(JsonFields &fields, QLatin1StringView key, Result<T> (*decode)(const QJsonObject &))
{
    const auto value = decode(fields.object(key));
    if (value)
        return *value;
    Error error = value.error();
    error.field = fields.pathOf(key) + u'.' + error.field;
    fields.adopt(error);
    return {};
}

/// What `decode` made of the whole object, or its first failure.
template <typename Decode>
auto decodeWhole(const QJsonObject &object, Decode decode)
    -> Result<std::invoke_result_t<Decode, JsonFields &>>
{
    JsonFields fields(object);
    auto value = decode(fields);
    if (fields.error())
        return *fields.error();
    return value;
}

inline QJsonValue nullableNumber(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

} // namespace signalbox
