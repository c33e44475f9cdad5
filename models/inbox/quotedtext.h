// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace signalbox {

/// A message's text, apart: what its writer wrote, and what is quoted of earlier messages.
struct QuotedText
{
    QString own;
    QString quoted; ///< from its attribution line ("On … wrote:") to the end
    int quotedLines = 0; ///< lines of `quoted` that hold text

    bool operator==(const QuotedText &) const = default;
};

/// Finds the quotation a reply ends with: `>` lines, "On … wrote:" in several languages, "-----Original
/// Message-----", or a block of From:/Sent:/To:/Subject: lines. Answers written between quoted lines are the
/// writer's own: then nothing is taken for a quotation that has text after it. A message that is nothing but
/// a quotation keeps it as its own.
QuotedText splitQuotedText(const QString &text);

/// The line at which splitQuotedText() would cut these lines; their number if there is nothing to cut off.
qsizetype quotationStart(const QStringList &lines);

} // namespace signalbox
