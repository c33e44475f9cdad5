// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/xlsxsink.h"

#include "core/export/outputfile.h"
#include "core/export/zonedtime.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QtEndian>

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestCell = 32'767;
constexpr qsizetype LongestSheetName = 31;
constexpr qint64 MostRowsOfASheet = 1'048'575; // and the header
// libxlsxwriter does not look whether its temporary files took what it wrote.
constexpr qint64 RowsBetweenChecks = 1'000;

double widthOf(const TableColumn &column)
{
    switch (column.type) {
    case CellType::Text:
        return std::clamp(double(column.title.size()) + 2, 18.0, 40.0);
    case CellType::Time:
        return 20;
    default:
        return std::clamp(double(column.title.size()) + 2, 10.0, 30.0);
    }
}

QString plainSheetName(const QString &name)
{
    QString plain = name;
    constexpr QStringView forbidden(u"[]:*?/\\");
    for (QChar &character : plain) {
        if (forbidden.contains(character) || character.unicode() < 0x20)
            character = u' ';
    }
    plain = plain.trimmed();
    while (plain.startsWith(u'\''))
        plain.remove(0, 1);
    return plain.isEmpty() ? u"Table"_s : plain;
}

} // namespace

QString xlsxText(const QString &text)
{
    QString cell = text.left(LongestCell);
    if (cell.size() < text.size() && cell.back().isHighSurrogate())
        cell.chop(1);
    // XML has no place for these two, in no spelling.
    cell.remove(QChar(0xfffe)).remove(QChar(0xffff));
    return cell;
}

/// The uncompressed size of all sheets in a workbook, from the directory at the end of the ZIP file; none
/// when the file is not complete.
std::optional<qint64> sizeOfSheets(const QString &path)
{
    constexpr qsizetype EndSize = 22; // of the end record, without a comment
    constexpr qsizetype EntrySize = 46; // of an entry, without its name
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() < EndSize || !file.seek(file.size() - EndSize))
        return std::nullopt;
    const QByteArray end = file.read(EndSize);
    if (end.size() != EndSize || !end.startsWith("PK\x05\x06"))
        return std::nullopt;
    const qint64 size = qFromLittleEndian<quint32>(end.constData() + 12);
    const qint64 at = qFromLittleEndian<quint32>(end.constData() + 16);
    if (at + size + EndSize != file.size() || !file.seek(at))
        return std::nullopt;
    const QByteArray directory = file.read(size);
    qint64 sum = 0;
    for (qsizetype i = 0; i + EntrySize <= directory.size();) {
        const char *entry = directory.constData() + i;
        const qsizetype nameSize = qFromLittleEndian<quint16>(entry + 28);
        const qsizetype restSize
            = qFromLittleEndian<quint16>(entry + 30) + qFromLittleEndian<quint16>(entry + 32);
        if (directory.mid(i + EntrySize, nameSize).startsWith("xl/worksheets/sheet"))
            sum += qFromLittleEndian<quint32>(entry + 24);
        i += EntrySize + nameSize + restSize;
    }
    return sum;
}

/// The workbook, its formats and the sheet that is being written.
class XlsxSink::Book
{
public:
    Book(const QString &path, const TableOptions &options, const QList<std::pair<QString, QString>> &about)
        : m_path(path)
        , m_directory(QFile::encodeName(QFileInfo(path).absolutePath()))
        , m_options(options)
        , m_about(about)
        , m_time(options.zone)
    { }
    ~Book()
    {
        if (m_workbook != nullptr)
            lxw_workbook_free(m_workbook);
        if (!m_isKept && m_isMine)
            QFile::remove(m_path);
    }
    Q_DISABLE_COPY_MOVE(Book)

    Result<void> open();
    Result<void> begin(const TableHead &table);
    Result<void> row(const QList<Cell> &cells);
    Result<void> finish();

private:
    lxw_format *format(const char *numbers) const;
    Result<void> addSheet();
    void endSheet();
    void writeCell(lxw_col_t column, const Cell &cell);
    void writeText(lxw_row_t row, lxw_col_t column, const QString &text, lxw_format *format = nullptr);
    Result<void> checkWritten() const;
    Result<void> writeAbout();
    QString freeName(const QString &name, int number);

    QString m_path;
    QByteArray m_directory;
    TableOptions m_options;
    QList<std::pair<QString, QString>> m_about;
    ZonedTime m_time;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_dates = nullptr;
    lxw_format *m_percents = nullptr;
    lxw_format *m_decimals = nullptr;
    TableHead m_table;
    int m_sheetsOfTable = 0;
    lxw_row_t m_row = 0; ///< the last one written
    qint64 m_rowsOfTable = 0;
    QList<std::pair<QString, qint64>> m_counts;
    QSet<QString> m_names;
    qint64 m_sheetBytes = 0; ///< that the sheets have at least
    bool m_isMine = false;
    bool m_isKept = false;
};

lxw_format *XlsxSink::Book::format(const char *numbers) const
{
    lxw_format *made = workbook_add_format(m_workbook);
    format_set_num_format(made, numbers);
    return made;
}

Result<void> XlsxSink::Book::open()
{
    // The library would only write the file at the end: whether it may is found out now.
    auto file = OutputFile::create(m_path);
    if (!file)
        return file.error();
    if (const auto kept = file->keep(); !kept)
        return kept;
    m_isMine = true;
    lxw_workbook_options options {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_directory.data();
    m_workbook = workbook_new_opt(QFile::encodeName(m_path).constData(), &options);
    if (m_workbook == nullptr)
        return Error::unavailable(u"cannot begin a workbook"_s);
    m_bold = workbook_add_format(m_workbook);
    format_set_bold(m_bold);
    m_dates = format("yyyy-mm-dd hh:mm:ss");
    m_percents = format("0.0%");
    m_decimals = format("#,##0.##");
    return {};
}

/// Sheets of one name are numbered; case does not tell them apart.
QString XlsxSink::Book::freeName(const QString &name, int number)
{
    for (;; ++number) {
        const QString suffix = number > 1 ? u" %1"_s.arg(number) : QString();
        QString candidate = plainSheetName(name).left(LongestSheetName - suffix.size());
        while (candidate.endsWith(u'\''))
            candidate.chop(1);
        candidate += suffix;
        if (m_names.contains(candidate.toLower()))
            continue;
        m_names.insert(candidate.toLower());
        return candidate;
    }
}

Result<void> XlsxSink::Book::addSheet()
{
    endSheet();
    ++m_sheetsOfTable;
    const QString name = freeName(m_table.name, m_sheetsOfTable);
    m_sheet = workbook_add_worksheet(m_workbook, name.toUtf8().constData());
    if (m_sheet == nullptr)
        return Error::unavailable(u"cannot add the sheet %1"_s.arg(name));
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        const TableColumn &column = m_table.columns.at(i);
        const bool isTime = column.type == CellType::Time;
        const QString title
            = isTime ? u"%1 (%2)"_s.arg(column.title, QString::fromLatin1(m_time.zone().id())) : column.title;
        worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), widthOf(column), nullptr);
        writeText(0, lxw_col_t(i), title, m_bold);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_row = 0;
    return {};
}

void XlsxSink::Book::endSheet()
{
    if (m_sheet == nullptr)
        return;
    if (m_sheet->optimize_tmpfile != nullptr)
        m_sheetBytes += std::max(0L, std::ftell(m_sheet->optimize_tmpfile));
    if (m_row > 0 && !m_table.columns.isEmpty())
        worksheet_autofilter(m_sheet, 0, 0, m_row, lxw_col_t(m_table.columns.size() - 1));
}

void XlsxSink::Book::writeText(lxw_row_t row, lxw_col_t column, const QString &text, lxw_format *format)
{
    if (!text.isEmpty())
        worksheet_write_string(m_sheet, row, column, xlsxText(text).toUtf8().constData(), format);
}

void XlsxSink::Book::writeCell(lxw_col_t column, const Cell &cell)
{
    if (const auto *text = std::get_if<QString>(&cell)) {
        writeText(m_row, column, *text);
    } else if (const auto *integer = std::get_if<qint64>(&cell)) {
        worksheet_write_number(m_sheet, m_row, column, double(*integer), nullptr);
    } else if (const auto *number = std::get_if<double>(&cell)) {
        const bool isPercent = m_table.columns.at(column).type == CellType::Percent;
        worksheet_write_number(m_sheet, m_row, column, *number, isPercent ? m_percents : m_decimals);
    } else if (const auto *flag = std::get_if<bool>(&cell)) {
        worksheet_write_boolean(m_sheet, m_row, column, *flag ? 1 : 0, nullptr);
    } else if (const auto *instant = std::get_if<Instant>(&cell)) {
        if (const auto serial = m_time.serial(*instant))
            worksheet_write_number(m_sheet, m_row, column, *serial, m_dates);
        else
            writeText(m_row, column, QString::fromLatin1(m_time.isoText(*instant)));
    }
}

Result<void> XlsxSink::Book::checkWritten() const
{
    FILE *file = m_sheet->optimize_tmpfile;
    errno = 0;
    if (file == nullptr || (std::fflush(file) == 0 && std::ferror(file) == 0))
        return {};
    return writeError(errno != 0 ? errno : ENOSPC, m_path);
}

Result<void> XlsxSink::Book::begin(const TableHead &table)
{
    if (m_sheet != nullptr) {
        m_counts.append({m_table.name, m_rowsOfTable});
        if (const auto checked = checkWritten(); !checked)
            return checked;
    }
    endSheet();
    m_sheet = nullptr;
    m_table = table;
    m_sheetsOfTable = 0;
    m_rowsOfTable = 0;
    return addSheet();
}

Result<void> XlsxSink::Book::row(const QList<Cell> &cells)
{
    if (m_options.stop.stop_requested())
        return Error {Error::Kind::Cancelled, u"the export was stopped"_s};
    Q_ASSERT(m_sheet != nullptr && cells.size() <= m_table.columns.size());
    if (qint64(m_row) >= std::min(m_options.rowsPerSheet, MostRowsOfASheet)) {
        if (const auto checked = checkWritten(); !checked)
            return checked;
        if (const auto added = addSheet(); !added)
            return added;
    }
    ++m_row;
    ++m_rowsOfTable;
    for (qsizetype i = 0; i < cells.size(); ++i)
        writeCell(lxw_col_t(i), cells.at(i));
    return m_rowsOfTable % RowsBetweenChecks == 0 ? checkWritten() : Result<void>();
}

Result<void> XlsxSink::Book::writeAbout()
{
    if (m_sheet != nullptr)
        m_counts.append({m_table.name, m_rowsOfTable});
    TableHead head {u"About"_s, {{u"About"_s, CellType::Text}, {u"Value"_s, CellType::Text}}};
    endSheet();
    m_sheet = nullptr;
    m_table = head;
    m_sheetsOfTable = 0;
    if (const auto added = addSheet(); !added)
        return added;
    worksheet_set_column(m_sheet, 0, 1, 40, nullptr);
    for (const auto &[name, value] : std::as_const(m_about)) {
        ++m_row;
        writeText(m_row, 0, name);
        writeText(m_row, 1, value);
    }
    for (const auto &[name, count] : std::as_const(m_counts)) {
        ++m_row;
        writeText(m_row, 0, u"Rows of "_s + name);
        worksheet_write_number(m_sheet, m_row, 1, double(count), nullptr);
    }
    return checkWritten();
}

Result<void> XlsxSink::Book::finish()
{
    if (m_options.stop.stop_requested())
        return Error {Error::Kind::Cancelled, u"the export was stopped"_s};
    if (m_sheet != nullptr) {
        if (const auto checked = checkWritten(); !checked)
            return checked;
    }
    if (const auto written = writeAbout(); !written)
        return written;
    errno = 0;
    const lxw_error closed = workbook_close(m_workbook);
    const int number = errno;
    m_workbook = nullptr; // closing frees it, whatever becomes of the file
    if (m_options.stop.stop_requested()) // meanwhile: nobody wants it
        return Error {Error::Kind::Cancelled, u"the export was stopped"_s};
    if (closed != LXW_NO_ERROR) {
        return number != 0 ? writeError(number, m_path)
                           : Error::unavailable(
                               u"cannot write %1: %2"_s.arg(m_path, QString::fromUtf8(lxw_strerror(closed))));
    }
    // The library assembles sheets in files of its own and does not look whether they took everything.
    if (sizeOfSheets(m_path).value_or(0) < m_sheetBytes)
        return writeError(ENOSPC, m_path);
    m_isKept = true;
    return {};
}

Result<std::unique_ptr<XlsxSink>> XlsxSink::create(
    const QString &path, const TableOptions &options, const QList<std::pair<QString, QString>> &about)
{
    auto book = std::make_unique<Book>(path, options, about);
    if (const auto opened = book->open(); !opened)
        return opened.error();
    return std::unique_ptr<XlsxSink>(new XlsxSink(std::move(book)));
}

XlsxSink::XlsxSink(std::unique_ptr<Book> book)
    : m_book(std::move(book))
{ }

XlsxSink::~XlsxSink() = default;

Result<void> XlsxSink::outcome(Result<void> result)
{
    if (!result) {
        m_failure = result.error();
        m_book.reset(); // and with it what was written so far
    }
    return result;
}

Result<void> XlsxSink::begin(const TableHead &table)
{
    return m_failure ? Result<void>(*m_failure) : outcome(m_book->begin(table));
}

Result<void> XlsxSink::row(const QList<Cell> &cells)
{
    return m_failure ? Result<void>(*m_failure) : outcome(m_book->row(cells));
}

Result<void> XlsxSink::finish()
{
    return m_failure ? Result<void>(*m_failure) : outcome(m_book->finish());
}

} // namespace signalbox
