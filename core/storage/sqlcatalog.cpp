// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlcatalog.h"

#include "resources/sql.h"

#include <QDir>
#include <QFile>

namespace signalbox {

using namespace Qt::StringLiterals;

const SqlCatalog &SqlCatalog::builtIn()
{
    static const SqlCatalog catalog;
    return catalog;
}

SqlCatalog::SqlCatalog()
{
    loadSqlResources();
    const QDir folder(u":/sql/queries"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        Q_ASSERT(isOpen);
        const auto blocks = parse(file.readAll());
        Q_ASSERT_X(blocks.has_value(), "SqlCatalog", qPrintable(name));
        for (auto it = blocks->cbegin(); it != blocks->cend(); ++it) {
            Q_ASSERT_X(!m_blocks.contains(it.key()), "SqlCatalog: name used twice", it.key().constData());
            m_blocks.insert(it.key(), it.value());
        }
    }
}

Result<QHash<QByteArray, SqlCatalog::Block>> SqlCatalog::parse(const QByteArray &text)
{
    QHash<QByteArray, Block> blocks;
    QByteArray name;
    Block block;
    const auto finish = [&]() -> Result<void> {
        if (name.isEmpty())
            return block.text.trimmed().isEmpty() ? Result<void>()
                                                  : Error::invalid(u"name"_s, u"SQL before the first name"_s);
        if (blocks.contains(name))
            return Error::invalid(u"name"_s, QString::fromUtf8(name) + u" stands twice"_s);
        block.text = block.text.trimmed();
        blocks.insert(name, block);
        return {};
    };
    for (const QByteArray &line : text.split('\n')) {
        const bool isStatement = line.startsWith("-- name: ");
        if (isStatement || line.startsWith("-- fragment: ")) {
            if (const auto done = finish(); !done)
                return done.error();
            name = line.mid(line.indexOf(':') + 1).trimmed();
            block = {{}, isStatement};
        } else if (!line.trimmed().startsWith("--")) {
            block.text += line + '\n';
        }
    }
    if (const auto done = finish(); !done)
        return done.error();
    return blocks;
}

QByteArray SqlCatalog::text(QByteArrayView name) const
{
    const auto it = m_blocks.constFind(name.toByteArray());
    Q_ASSERT_X(it != m_blocks.cend(), "SqlCatalog::text", name.toByteArray().constData());
    return it->text;
}

QList<QByteArray> SqlCatalog::statementNames() const
{
    QList<QByteArray> names;
    for (auto it = m_blocks.cbegin(); it != m_blocks.cend(); ++it) {
        if (it->isStatement)
            names.append(it.key());
    }
    return names;
}

} // namespace signalbox
