// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/tablesink.h"

#include <memory>

namespace signalbox {

/// A spreadsheet (Office Open XML), written row by row: a sheet a table, further ones when a table is longer
/// than a sheet, and "About" at the end with `about` and how many rows there are.
///
/// Headers are bold and stay in sight. Cells have types: a text is never a formula, a time is a date on the
/// clock of the zone that its header names, a fraction is a percentage. Texts are cut at Excel's 32,767
/// characters.
class XlsxSink final : public TableSink
{
public:
    /// `path` must not exist.
    static Result<std::unique_ptr<XlsxSink>> create(
        const QString &path, const TableOptions &options, const QList<std::pair<QString, QString>> &about);
    ~XlsxSink() override;
    Q_DISABLE_COPY_MOVE(XlsxSink)

    Result<void> begin(const TableHead &table) override;
    Result<void> row(const QList<Cell> &cells) override;
    /// Compresses everything: seconds for some hundred thousand rows. The token cannot interrupt it, but what
    /// was stopped meanwhile is Cancelled and leaves nothing.
    Result<void> finish() override;

private:
    class Book;

    explicit XlsxSink(std::unique_ptr<Book> book);
    Result<void> outcome(Result<void> result);

    std::unique_ptr<Book> m_book;
    std::optional<Error> m_failure;
};

/// A text as a cell may hold it: at most 32,767 UTF-16 units, without half a character at its end.
QString xlsxText(const QString &text);

} // namespace signalbox
