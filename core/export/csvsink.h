// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/outputfile.h"
#include "core/export/tablesink.h"
#include "core/export/zonedtime.h"

#include <memory>

namespace signalbox {

/// Comma-separated text: UTF-8 with a byte order mark, RFC 4180, lines end with CR LF.
///
/// Times are ISO 8601 with the offset of the zone, fractions plain numbers, flags `true` and `false`. Text
/// that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets an
/// apostrophe in front. Several tables follow each other with their name above and an empty line between.
class CsvSink final : public TableSink
{
public:
    /// `path` must not exist.
    static Result<std::unique_ptr<CsvSink>> create(const QString &path, const TableOptions &options);

    Result<void> begin(const TableHead &table) override;
    Result<void> row(const QList<Cell> &cells) override;
    Result<void> finish() override;

private:
    CsvSink(OutputFile file, const TableOptions &options);
    Result<void> write(const QByteArray &line);
    void append(QByteArray &line, const Cell &cell);

    std::optional<OutputFile> m_file;
    TableOptions m_options;
    ZonedTime m_time;
    std::optional<Error> m_failure;
    int m_tables = 0;
};

/// A text as a field of a line, quoted and protected as needed.
QByteArray csvField(const QString &text);

} // namespace signalbox
