// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csvsink.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QByteArray ByteOrderMark = "\xEF\xBB\xBF";
const QByteArray LineEnd = "\r\n";

// Excel and LibreOffice run what begins like this (CSV injection).
bool looksLikeFormula(const QString &text)
{
    constexpr QStringView starters(u"=+-@\t\r");
    return !text.isEmpty() && starters.contains(text.front());
}

bool needsQuotes(const QByteArray &field)
{
    const auto isSpecial = [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; };
    return std::any_of(field.begin(), field.end(), isSpecial) || field.startsWith(' ') || field.endsWith(' ');
}

} // namespace

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    if (looksLikeFormula(text))
        field.prepend('\'');
    if (!needsQuotes(field))
        return field;
    return '"' + field.replace('"', "\"\"") + '"';
}

Result<std::unique_ptr<CsvSink>> CsvSink::create(const QString &path, const TableOptions &options)
{
    auto file = OutputFile::create(path);
    if (!file)
        return file.error();
    std::unique_ptr<CsvSink> sink(new CsvSink(*std::move(file), options));
    if (const auto written = sink->write(ByteOrderMark); !written)
        return written.error();
    return sink;
}

CsvSink::CsvSink(OutputFile file, const TableOptions &options)
    : m_file(std::move(file))
    , m_options(options)
    , m_time(options.zone)
{ }

Result<void> CsvSink::write(const QByteArray &line)
{
    if (!m_failure && m_options.stop.stop_requested())
        m_failure = Error {Error::Kind::Cancelled, u"the export was stopped"_s};
    if (!m_failure) {
        if (const auto written = m_file->write(line); !written)
            m_failure = written.error();
    }
    if (!m_failure)
        return {};
    m_file.reset(); // and with it what was written so far
    return *m_failure;
}

Result<void> CsvSink::begin(const TableHead &table)
{
    QByteArray line;
    if (!m_options.isSingleTable) {
        if (m_tables > 0)
            line += LineEnd;
        line += csvField(table.name) + LineEnd;
    }
    ++m_tables;
    QByteArrayList titles;
    for (const TableColumn &column : table.columns)
        titles += csvField(column.title);
    return write(line + titles.join(',') + LineEnd);
}

void CsvSink::append(QByteArray &line, const Cell &cell)
{
    if (const auto *text = std::get_if<QString>(&cell))
        line += csvField(*text);
    else if (const auto *integer = std::get_if<qint64>(&cell))
        line += QByteArray::number(*integer);
    else if (const auto *number = std::get_if<double>(&cell))
        line += QByteArray::number(*number, 'g', 12);
    else if (const auto *instant = std::get_if<Instant>(&cell))
        line += m_time.isoText(*instant);
    else if (const auto *flag = std::get_if<bool>(&cell))
        line += *flag ? "true" : "false";
}

Result<void> CsvSink::row(const QList<Cell> &cells)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        append(line, cells.at(i));
    }
    return write(line + LineEnd);
}

Result<void> CsvSink::finish()
{
    if (const auto written = write({}); !written)
        return written;
    if (const auto kept = m_file->keep(); !kept) {
        m_failure = kept.error();
        m_file.reset();
        return kept;
    }
    return {};
}

} // namespace signalbox
