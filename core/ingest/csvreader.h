// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/inputfile.h"

#include <QStringDecoder>
#include <QStringList>

#include <optional>

namespace signalbox {

/// One record of a CSV file, or what is wrong with it.
struct CsvRecord
{
    QStringList cells;
    qint64 line = 0; ///< where it begins, from 1
    QString fault; ///< empty: sound
};

/// Reads CSV as it is found (RFC 4180 and its variants): quotes with line breaks inside, LF, CRLF or CR, a
/// byte order mark, UTF-8, UTF-16 or windows-1252, comma, semicolon, tab or bar, Excel's `sep=` line. Blank
/// lines are passed over.
class CsvReader
{
public:
    static constexpr qsizetype RecordBytes = 1 << 20;

    explicit CsvReader(InputFile &file)
        : m_file(file)
    { }

    /// None at the end.
    Result<std::optional<CsvRecord>> next();
    char separator() const { return m_separator; }

private:
    Result<void> begin();
    Result<bool> fill();
    Result<int> peekByte();
    Result<int> takeByte();
    Result<CsvRecord> readRecord();

    InputFile &m_file;
    QByteArray m_block;
    qsizetype m_at = 0;
    char m_separator = ',';
    std::optional<QStringDecoder> m_wide; ///< for UTF-16, which is turned into UTF-8 on the way
    qint64 m_line = 1;
    bool m_hasBegun = false;
};

} // namespace signalbox
