// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/pgparams.h"
#include "core/storage/sqlcatalog.h"

namespace signalbox {

/// A statement put together from named fragments (DESIGN §8.6), with its values; never user text in it.
struct AssembledSql
{
    QByteArray sql;
    PgParams params;
};

/// Appends fragments and numbers their `$?` in the order of their values.
class SqlAssembly
{
public:
    /// `first` are the values that fragments name by number: `$1`, `$2`, …
    explicit SqlAssembly(PgParams first) { m_statement.params = std::move(first); }

    /// Exactly as many values as the fragment has `$?`.
    template <typename... Values> void append(const char *fragment, const Values &...values)
    {
        QByteArray text = SqlCatalog::builtIn().text(fragment);
        int next = m_statement.params.size();
        ((m_statement.params << values), ...);
        for (qsizetype at = text.indexOf("$?"); at >= 0; at = text.indexOf("$?", at)) {
            const QByteArray number = '$' + QByteArray::number(++next);
            text.replace(at, 2, number);
            at += number.size();
        }
        Q_ASSERT(next == m_statement.params.size());
        m_statement.sql += text + '\n';
    }

    AssembledSql take() { return std::move(m_statement); }

private:
    AssembledSql m_statement;
};

} // namespace signalbox
