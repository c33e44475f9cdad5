// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/jsonbody.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

QJsonObject withoutTimes(QJsonObject object)
{
    object.remove("readAt"_L1);
    object.remove("computedAt"_L1);
    return object;
}

QByteArray tagOf(const QByteArray &content)
{
    return '"' + QCryptographicHash::hash(content, QCryptographicHash::Sha256).first(12).toHex() + '"';
}

} // namespace

JsonBody JsonBody::of(const QJsonObject &object)
{
    QJsonObject state = withoutTimes(object);
    if (const QJsonValue data = state.value("data"_L1); data.isObject())
        state.insert("data"_L1, withoutTimes(data.toObject()));
    return {QJsonDocument(object).toJson(QJsonDocument::Compact),
        tagOf(QJsonDocument(state).toJson(QJsonDocument::Compact))};
}

JsonBody JsonBody::exactly(const QJsonObject &object)
{
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return {bytes, tagOf(bytes)};
}

} // namespace signalbox
