// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>

namespace signalbox {

/// The named SQL blocks of resources/sql/queries: `-- name: CountsRead` before a statement, `-- fragment:
/// InboxScopeOwn` before a piece that statements are assembled from.
///
/// Immutable after construction, so any thread may read it.
class SqlCatalog
{
public:
    /// The blocks built into the program. Read once.
    static const SqlCatalog &builtIn();

    /// Splits one file's text into its blocks. Invalid when a name is missing or stands twice.
    struct Block
    {
        QByteArray text;
        bool isStatement = true;
    };
    static Result<QHash<QByteArray, Block>> parse(const QByteArray &text);

    /// The text of a block; asserts that it exists (a test prepares every one).
    QByteArray text(QByteArrayView name) const;
    /// The names of whole statements.
    QList<QByteArray> statementNames() const;

private:
    SqlCatalog();

    QHash<QByteArray, Block> m_blocks;
};

} // namespace signalbox
