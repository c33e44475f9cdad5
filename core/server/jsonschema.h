// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace signalbox {

/// JSON Schema 2020-12, as OpenAPI 3.1 uses it, in as few words as the route descriptions need.
namespace schema {

QJsonObject text();
QJsonObject uuid();
QJsonObject instant();
QJsonObject boolean();
QJsonObject integer(int minimum);
QJsonObject nullable(const QString &type);
QJsonObject oneOf(const QStringList &values);
QJsonObject list(const QJsonObject &items);
QJsonObject reference(const QString &name);
/// An object whose members are not listed.
QJsonObject open();
QJsonObject object(const QJsonObject &properties, const QStringList &required = {});
/// The body of a success: `success: true` and these members, all required.
QJsonObject success(const QJsonObject &properties);

} // namespace schema

} // namespace signalbox
