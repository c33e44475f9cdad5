// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csvreader.h"

#include "core/ingest/charset.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BlockBytes = 64 << 10;
constexpr int End = -1;

/// The separator that stands most often in the first line, outside quotes.
char guessSeparator(QByteArrayView start)
{
    char best = ',';
    qsizetype bestCount = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        qsizetype count = 0;
        bool isQuoted = false;
        for (const char c : start) {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && (c == '\n' || c == '\r'))
                break;
            else if (!isQuoted && c == candidate)
                ++count;
        }
        if (count > bestCount) {
            best = candidate;
            bestCount = count;
        }
    }
    return best;
}

} // namespace

Result<void> CsvReader::begin()
{
    m_hasBegun = true;
    const auto head = m_file.peek(4);
    if (!head)
        return head.error();
    const auto byte
        = [&](qsizetype i) { return i < head->size() ? static_cast<unsigned char>(head->at(i)) : 0x100; };
    if (byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf)
        m_file.skip(3);
    else if ((byte(0) == 0xff && byte(1) == 0xfe) || (byte(0) != 0 && byte(1) == 0 && byte(3) == 0))
        m_wide.emplace(QStringDecoder::Utf16LE);
    else if ((byte(0) == 0xfe && byte(1) == 0xff) || (byte(0) == 0 && byte(1) != 0 && byte(2) == 0))
        m_wide.emplace(QStringDecoder::Utf16BE);
    if (const auto filled = fill(); !filled)
        return filled.error();
    if (m_block.startsWith("sep=") && m_block.size() > 5) {
        m_separator = m_block.at(4);
        const qsizetype end = m_block.indexOf('\n');
        m_at = end < 0 ? m_block.size() : end + 1;
        m_line = 2;
    } else {
        m_separator = guessSeparator(m_block);
    }
    return {};
}

Result<bool> CsvReader::fill()
{
    const auto block = m_file.peek(BlockBytes);
    if (!block)
        return block.error();
    if (block->isEmpty())
        return false;
    if (m_wide) {
        const QString text = m_wide->decode(*block);
        m_block = text.toUtf8();
    } else {
        m_block = block->toByteArray();
    }
    m_file.skip(block->size());
    m_at = 0;
    return true;
}

Result<int> CsvReader::peekByte()
{
    while (m_at >= m_block.size()) {
        const auto more = fill();
        if (!more)
            return more.error();
        if (!*more)
            return End;
    }
    return int(static_cast<unsigned char>(m_block.at(m_at)));
}

Result<int> CsvReader::takeByte()
{
    auto byte = peekByte();
    if (byte && *byte != End) {
        ++m_at;
        if (*byte == '\n')
            ++m_line;
    }
    return byte;
}

Result<CsvRecord> CsvReader::readRecord()
{
    CsvRecord record;
    record.line = m_line;
    QByteArray cell;
    qsizetype size = 0;
    bool isQuoted = false;
    bool wasQuoted = false;
    const auto endCell = [&] {
        const QString text = decodeText(cell, "utf-8");
        record.cells += wasQuoted ? text : text.trimmed();
        cell.clear();
        wasQuoted = false;
    };
    while (true) {
        const auto byte = takeByte();
        if (!byte)
            return byte.error();
        if (*byte != End && ++size > RecordBytes) {
            record.fault = u"longer than %1 bytes: is a quote not closed?"_s.arg(RecordBytes);
            return record;
        }
        if (*byte == End) {
            if (isQuoted)
                record.fault = u"a quote that is opened is never closed"_s;
            endCell();
            return record;
        }
        const char c = char(*byte);
        const auto following = peekByte();
        if (!following)
            return following.error();
        if (isQuoted) {
            if (c != '"')
                cell += c;
            else if (*following == '"') {
                cell += c;
                ++m_at;
            } else
                isQuoted = false;
        } else if (c == '"' && cell.trimmed().isEmpty() && !wasQuoted) {
            cell.clear();
            isQuoted = wasQuoted = true;
        } else if (c == m_separator) {
            endCell();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && *following == '\n') {
                ++m_at;
                ++m_line;
            } else if (c == '\r') {
                ++m_line;
            }
            endCell();
            return record;
        } else if (!wasQuoted || !QChar::isSpace(static_cast<unsigned char>(c))) {
            cell += c;
        }
    }
}

Result<std::optional<CsvRecord>> CsvReader::next()
{
    if (!m_hasBegun) {
        if (const auto begun = begin(); !begun)
            return begun.error();
    }
    while (true) {
        const auto byte = peekByte();
        if (!byte)
            return byte.error();
        if (*byte == End)
            return std::optional<CsvRecord>();
        auto record = readRecord();
        if (!record)
            return record.error();
        const bool isBlank = std::all_of(
            record->cells.begin(), record->cells.end(), [](const QString &cell) { return cell.isEmpty(); });
        if (!isBlank || !record->fault.isEmpty())
            return std::optional(*std::move(record));
    }
}

} // namespace signalbox
