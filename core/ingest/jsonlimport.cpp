// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonlimport.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Turns lines into records. `takeLine` gives a line with its end, at most IngestLineBytes of it; empty at
/// the end.
class LineSource
{
public:
    explicit LineSource(std::function<Result<QByteArray>()> takeLine)
        : m_takeLine(std::move(takeLine))
    { }

    Result<ImportRun::Item> operator()()
    {
        while (true) {
            auto line = m_takeLine();
            if (!line)
                return line.error();
            ImportRun::Item item;
            if (line->isEmpty()) {
                item.isEnd = true;
                return item;
            }
            item.line = ++m_line;
            item.place = u"line %1"_s.arg(m_line);
            item.bytes = line->size();
            bool isTooLong = false;
            while (!line->endsWith('\n') && line->size() == IngestLineBytes) {
                isTooLong = true;
                line = m_takeLine(); // pass over the rest of it
                if (!line)
                    return line.error();
            }
            if (isTooLong) {
                item.fault = {item.place, m_line, u"longer than %1 bytes"_s.arg(IngestLineBytes), {}};
                return item;
            }
            if (m_line == 1 && line->startsWith("\xef\xbb\xbf"))
                line->remove(0, 3);
            if (line->trimmed().isEmpty())
                continue;
            auto record = parseIngestLine(*line);
            if (record)
                item.records += *std::move(record);
            else
                item.fault = {item.place, m_line, record.error().detail, record.error().field};
            return item;
        }
    }

private:
    std::function<Result<QByteArray>()> m_takeLine;
    qint64 m_line = 0;
};

} // namespace

Result<ImportReport> importJsonl(PgConnection &pg, InputFile &file, const ImportOptions &options,
    const Clock &clock, const ProgressSink &progress)
{
    ImportRun run(pg, options, clock, progress);
    return run.run(u"importing records"_s, LineSource([&] { return file.line(IngestLineBytes); }),
        {[&] { return file.position(); }, file.sizeBytes()});
}

Result<ImportReport> ingestLines(
    PgConnection &pg, const QByteArray &body, const ImportOptions &options, const Clock &clock)
{
    qsizetype at = 0;
    const auto takeLine = [&]() -> Result<QByteArray> {
        const qsizetype end = body.indexOf('\n', at);
        const qsizetype size = std::min((end < 0 ? body.size() : end + 1) - at, IngestLineBytes);
        at += size;
        return body.sliced(at - size, size);
    };
    ImportRun run(pg, options, clock, {});
    return run.run(u"ingest"_s, LineSource(takeLine), {[&] { return qint64(at); }, body.size()});
}

} // namespace signalbox
