// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace signalbox {

/// The form of every time on the wire: ISO 8601 in UTC with milliseconds (domain §1.1), or with six decimals
/// when the instant has microseconds, so that a time sent back as a page boundary loses nothing.
QString wireInstant(Instant instant);

/// JSON in one line whose texts read back as they were: QJsonDocument drops a U+FEFF that a text begins with
/// when it reads the bytes, so it is written as an escape.
QByteArray compactJson(const QJsonObject &object);

QJsonValue nullableText(const QString &text); ///< empty text is null on the wire
QJsonValue nullableInstant(const std::optional<Instant> &instant);

/// Reads the members of a JSON object and remembers the first one that is missing or of another type.
///
/// Unknown members are ignored, so a newer service may say more. Read everything, then ask error() once:
/// a value that could not be read is the type's default until then.
class JsonFields
{
public:
    explicit JsonFields(QJsonObject object, QString path = {});

    /// Required: present, and text. May be empty.
    QString text(QLatin1StringView key);
    /// Absent and null are empty text; anything else but text is an error.
    QString optionalText(QLatin1StringView key);
    qint64 integer(QLatin1StringView key); ///< required, without a fraction
    std::optional<qint64> optionalInteger(QLatin1StringView key);
    std::optional<double> optionalNumber(QLatin1StringView key);
    bool flag(QLatin1StringView key); ///< required
    bool flag(QLatin1StringView key, bool absent); ///< `absent` when it is not there or null
    Instant instant(QLatin1StringView key); ///< required
    std::optional<Instant> optionalInstant(QLatin1StringView key);
    QUuid uuid(QLatin1StringView key); ///< required, not nil
    std::optional<QUuid> optionalUuid(QLatin1StringView key);
    QStringList texts(QLatin1StringView key); ///< absent and null are an empty list
    QJsonArray array(QLatin1StringView key); ///< required
    QJsonObject object(QLatin1StringView key); ///< required
    bool has(QLatin1StringView key) const; ///< present and not null

    /// The path of a member, as error().field names it: `data.lead.status`.
    QString pathOf(QLatin1StringView key) const;
    /// Remembers a failure found by the caller in the value of `key`, unless there was one before.
    void fail(QLatin1StringView key, const QString &what);
    /// Takes over the failure of a nested object.
    void adopt(const std::optional<Error> &error);
    /// The first failure: Invalid with code `BAD_JSON` and the member's path in `field`.
    const std::optional<Error> &error() const { return m_error; }

private:
    QJsonValue required(QLatin1StringView key, QJsonValue::Type type, const char *typeName);
    QJsonValue optional(QLatin1StringView key, QJsonValue::Type type, const char *typeName);

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> m_error;
};

} // namespace signalbox
