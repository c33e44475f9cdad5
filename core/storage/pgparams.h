// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace signalbox {

/// The values of `$1`, `$2`, … in PostgreSQL's text form, in order. An empty optional is null.
class PgParams
{
public:
    PgParams &operator<<(const QString &value) { return add(value.toUtf8()); }
    PgParams &operator<<(QLatin1StringView value) { return add(QByteArray(value.data(), value.size())); }
    PgParams &operator<<(bool value) { return add(value ? "t" : "f"); }
    PgParams &operator<<(int value) { return add(QByteArray::number(value)); }
    PgParams &operator<<(qint64 value) { return add(QByteArray::number(value)); }
    PgParams &operator<<(double value) { return add(QByteArray::number(value, 'g', 17)); }
    PgParams &operator<<(const QUuid &value) { return add(value.toByteArray(QUuid::WithoutBraces)); }
    PgParams &operator<<(Instant value) { return add(toIsoMicros(value).toLatin1()); }
    PgParams &operator<<(const QStringList &values);
    PgParams &operator<<(const QList<QUuid> &values);
    template <typename Tag> PgParams &operator<<(const Id<Tag> &value) { return *this << value.value; }
    template <typename T> PgParams &operator<<(const std::optional<T> &value)
    {
        return value ? *this << *value : addNull();
    }
    /// A pointer would silently become a bool.
    template <typename T> PgParams &operator<<(T *) = delete;

    /// A `bytea`, in hexadecimal form.
    PgParams &addBytes(const QByteArray &value) { return add("\\x" + value.toHex()); }
    PgParams &addNull();
    /// An empty text as null: how optional text columns are written.
    PgParams &addNullable(const QString &value) { return value.isEmpty() ? addNull() : *this << value; }

    int size() const { return int(m_values.size()); }
    /// What libpq takes; valid while this object lives unchanged.
    std::vector<const char *> pointers() const;

private:
    PgParams &add(QByteArray value);

    QList<std::optional<QByteArray>> m_values;
};

} // namespace signalbox
