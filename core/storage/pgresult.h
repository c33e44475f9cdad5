// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QStringList>
#include <QUuid>

#include <memory>
#include <optional>

struct pg_result;

namespace signalbox {

/// The rows of one statement. Reading a null gives the type's zero; ask isNull() where that matters.
class PgResult
{
public:
    explicit PgResult(pg_result *owned);

    int rowCount() const;
    qint64 affectedRows() const;
    /// Index of a column by name; asserts that it exists.
    int column(const char *name) const;

    bool isNull(int row, int column) const;
    QString text(int row, int column) const;
    QByteArray raw(int row, int column) const;
    qint64 integer(int row, int column) const;
    bool boolean(int row, int column) const;
    double number(int row, int column) const;
    QUuid uuid(int row, int column) const;
    Instant instant(int row, int column) const;
    std::optional<Instant> optionalInstant(int row, int column) const;
    QStringList textList(int row, int column) const; ///< of `text[]`
    QList<QUuid> uuidList(int row, int column) const; ///< of `uuid[]`
    QByteArray bytes(int row, int column) const; ///< of `bytea`

private:
    std::shared_ptr<pg_result> m_result;
};

} // namespace signalbox
