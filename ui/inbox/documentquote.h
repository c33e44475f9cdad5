// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextDocument;

namespace signalbox {

/// The quotation an HTML mail ends with.
struct DocumentQuote
{
    int position = -1; ///< of its first character in the document; -1: there is none to fold
    int lines = 0; ///< of it that hold text
};

/// Finds it by the rules of splitQuotedText(), with a block quotation read as `>` lines. A quotation that
/// begins inside a table stays as it is: half a table cannot be folded.
DocumentQuote findQuotation(const QTextDocument &document);

} // namespace signalbox
