// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/jsonschema.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox::schema {

namespace {

QJsonObject typed(const QString &type)
{
    return {{u"type"_s, type}};
}

QJsonObject formatted(const QString &format)
{
    return {{u"type"_s, u"string"_s}, {u"format"_s, format}};
}

} // namespace

QJsonObject text()
{
    return typed(u"string"_s);
}

QJsonObject uuid()
{
    return formatted(u"uuid"_s);
}

QJsonObject instant()
{
    return formatted(u"date-time"_s);
}

QJsonObject boolean()
{
    return typed(u"boolean"_s);
}

QJsonObject integer(int minimum)
{
    return {{u"type"_s, u"integer"_s}, {u"minimum"_s, minimum}};
}

QJsonObject nullable(const QString &type)
{
    return {{u"type"_s, QJsonArray {type, u"null"_s}}};
}

QJsonObject oneOf(const QStringList &values)
{
    return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(values)}};
}

QJsonObject list(const QJsonObject &items)
{
    return {{u"type"_s, u"array"_s}, {u"items"_s, items}};
}

QJsonObject reference(const QString &name)
{
    return {{u"$ref"_s, "#/components/schemas/"_L1 + name}};
}

QJsonObject open()
{
    return typed(u"object"_s);
}

QJsonObject object(const QJsonObject &properties, const QStringList &required)
{
    QJsonObject schema {{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    if (!required.isEmpty())
        schema.insert(u"required"_s, QJsonArray::fromStringList(required));
    return schema;
}

QJsonObject success(const QJsonObject &properties)
{
    QJsonObject all = properties;
    all.insert(u"success"_s, QJsonObject {{u"const"_s, true}});
    return object(all, all.keys());
}

} // namespace signalbox::schema
