// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/documentquote.h"

#include "models/inbox/quotedtext.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace signalbox {

using namespace Qt::StringLiterals;

DocumentQuote findQuotation(const QTextDocument &document)
{
    QStringList lines;
    QList<int> positions;
    QString mark;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        // Sanitised mail has no margins but those of block quotations; cells have none, whatever they are in.
        if (!QTextCursor(block).currentTable())
            mark = block.blockFormat().leftMargin() > 0 ? u"> "_s : QString();
        int position = block.position();
        const QStringList parts = block.text().split(QChar::LineSeparator);
        for (const QString &part : parts) {
            lines.append(mark + QString(part).replace(QChar::Nbsp, u' '));
            positions.append(position);
            position += static_cast<int>(part.size()) + 1;
        }
    }
    const qsizetype start = quotationStart(lines);
    if (start == lines.size())
        return {};
    DocumentQuote quote {.position = positions.at(start)};
    if (QTextCursor(document.findBlock(quote.position)).currentTable())
        return {};
    for (qsizetype i = start; i < lines.size(); ++i)
        quote.lines
            += QStringView(lines.at(i)).mid(lines.at(i).startsWith(u'>') ? 1 : 0).trimmed().isEmpty() ? 0 : 1;
    return quote;
}

} // namespace signalbox
