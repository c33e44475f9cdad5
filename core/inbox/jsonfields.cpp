// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/jsonfields.h"

#include <QJsonDocument>

#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// Beyond this a JSON number is no longer one integer.
constexpr double ExactIntegers = 9007199254740992.0;

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble();
    if (number != std::floor(number) || std::abs(number) > ExactIntegers)
        return std::nullopt;
    return value.toInteger(qint64(number));
}

std::optional<QUuid> parseUuid(const QString &text)
{
    if (text.size() != 36)
        return std::nullopt;
    const QUuid uuid = QUuid::fromString(text);
    return uuid.isNull() ? std::nullopt : std::optional(uuid);
}

} // namespace

QString wireInstant(Instant instant)
{
    const bool wholeMilliseconds = instant.time_since_epoch().count() % 1000 == 0;
    return wholeMilliseconds ? toIso(instant) : toIsoMicros(instant);
}

QByteArray compactJson(const QJsonObject &object)
{
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return json.replace("\"\xEF\xBB\xBF", "\"\\ufeff");
}

QJsonValue nullableText(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue nullableInstant(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(wireInstant(*instant)) : QJsonValue(QJsonValue::Null);
}

JsonFields::JsonFields(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{ }

QJsonValue JsonFields::required(QLatin1StringView key, QJsonValue::Type type, const char *typeName)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        fail(key, u"is missing"_s);
    else if (value.type() != type)
        fail(key, u"is not "_s + QString::fromLatin1(typeName));
    return value;
}

QJsonValue JsonFields::optional(QLatin1StringView key, QJsonValue::Type type, const char *typeName)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return QJsonValue::Undefined;
    if (value.type() != type) {
        fail(key, u"is not "_s + QString::fromLatin1(typeName));
        return QJsonValue::Undefined;
    }
    return value;
}

QString JsonFields::text(QLatin1StringView key)
{
    return required(key, QJsonValue::String, "text").toString();
}

QString JsonFields::optionalText(QLatin1StringView key)
{
    return optional(key, QJsonValue::String, "text").toString();
}

qint64 JsonFields::integer(QLatin1StringView key)
{
    const QJsonValue value = required(key, QJsonValue::Double, "a number");
    const auto number = wholeNumber(value);
    if (!number)
        fail(key, u"is not a whole number"_s);
    return number.value_or(0);
}

std::optional<qint64> JsonFields::optionalInteger(QLatin1StringView key)
{
    const QJsonValue value = optional(key, QJsonValue::Double, "a number");
    if (value.isUndefined())
        return std::nullopt;
    const auto number = wholeNumber(value);
    if (!number)
        fail(key, u"is not a whole number"_s);
    return number;
}

std::optional<double> JsonFields::optionalNumber(QLatin1StringView key)
{
    const QJsonValue value = optional(key, QJsonValue::Double, "a number");
    return value.isUndefined() ? std::nullopt : std::optional(value.toDouble());
}

bool JsonFields::flag(QLatin1StringView key)
{
    return required(key, QJsonValue::Bool, "true or false").toBool();
}

bool JsonFields::flag(QLatin1StringView key, bool absent)
{
    return optional(key, QJsonValue::Bool, "true or false").toBool(absent);
}

Instant JsonFields::instant(QLatin1StringView key)
{
    const auto instant = parseIso(required(key, QJsonValue::String, "text").toString());
    if (!instant)
        fail(key, u"is not an ISO 8601 time"_s);
    return instant.value_or(Instant {});
}

std::optional<Instant> JsonFields::optionalInstant(QLatin1StringView key)
{
    const QJsonValue value = optional(key, QJsonValue::String, "text");
    if (value.isUndefined())
        return std::nullopt;
    const auto instant = parseIso(value.toString());
    if (!instant)
        fail(key, u"is not an ISO 8601 time"_s);
    return instant;
}

QUuid JsonFields::uuid(QLatin1StringView key)
{
    const auto uuid = parseUuid(required(key, QJsonValue::String, "text").toString());
    if (!uuid)
        fail(key, u"is not a uuid"_s);
    return uuid.value_or(QUuid());
}

std::optional<QUuid> JsonFields::optionalUuid(QLatin1StringView key)
{
    const QJsonValue value = optional(key, QJsonValue::String, "text");
    if (value.isUndefined())
        return std::nullopt;
    const auto uuid = parseUuid(value.toString());
    if (!uuid)
        fail(key, u"is not a uuid"_s);
    return uuid;
}

QStringList JsonFields::texts(QLatin1StringView key)
{
    QStringList list;
    const QJsonArray values = optional(key, QJsonValue::Array, "a list").toArray();
    for (const QJsonValue &value : values) {
        if (!value.isString())
            fail(key, u"holds something else than text"_s);
        list += value.toString();
    }
    return list;
}

QJsonArray JsonFields::array(QLatin1StringView key)
{
    return required(key, QJsonValue::Array, "a list").toArray();
}

QJsonObject JsonFields::object(QLatin1StringView key)
{
    return required(key, QJsonValue::Object, "an object").toObject();
}

bool JsonFields::has(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QString JsonFields::pathOf(QLatin1StringView key) const
{
    return m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
}

void JsonFields::fail(QLatin1StringView key, const QString &what)
{
    if (m_error)
        return;
    const QString path = pathOf(key);
    m_error = Error::invalid(path, path + u' ' + what, u"BAD_JSON"_s);
}

void JsonFields::adopt(const std::optional<Error> &error)
{
    if (!m_error)
        m_error = error;
}

} // namespace signalbox
