// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgparams.h"

namespace signalbox {

PgParams &PgParams::add(QByteArray value)
{
    // A zero byte would end libpq's C string early; PostgreSQL text cannot hold one either.
    value.replace('\0', "");
    m_values.append(std::move(value));
    return *this;
}

PgParams &PgParams::addNull()
{
    m_values.append(std::nullopt);
    return *this;
}

PgParams &PgParams::operator<<(const QStringList &values)
{
    QByteArray array = "{";
    for (const QString &value : values) {
        QByteArray element = value.toUtf8();
        element.replace('\\', "\\\\").replace('"', "\\\"");
        array += (array.size() > 1 ? ",\"" : "\"") + element + '"';
    }
    return add(array + '}');
}

PgParams &PgParams::operator<<(const QList<QUuid> &values)
{
    QByteArray array = "{";
    for (const QUuid &value : values)
        array += (array.size() > 1 ? "," : "") + value.toByteArray(QUuid::WithoutBraces);
    return add(array + '}');
}

std::vector<const char *> PgParams::pointers() const
{
    std::vector<const char *> result;
    result.reserve(size_t(m_values.size()));
    for (const auto &value : m_values)
        result.push_back(value ? value->constData() : nullptr);
    return result;
}

} // namespace signalbox
