// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importrun.h"

#include "core/storage/pgconnection.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostFaults = 1000;

Error cancelled()
{
    return {.kind = Error::Kind::Cancelled, .detail = u"the import was stopped; run it again to go on"_s};
}

/// Ends a strict run from inside its transaction.
Error undo()
{
    return Error::invalid(u"strict"_s, u"something was wrong, so nothing was stored"_s, u"STRICT"_s);
}

} // namespace

bool isRecordFault(const Error &error)
{
    return error.kind == Error::Kind::Invalid || error.kind == Error::Kind::NotFound
        || error.kind == Error::Kind::Conflict;
}

ImportRun::ImportRun(
    PgConnection &pg, const ImportOptions &options, const Clock &clock, const ProgressSink &progress)
    : m_pg(pg)
    , m_options(options)
    , m_clock(clock)
    , m_meter(clock, progress)
{ }

void ImportRun::fail(ImportFault fault)
{
    ++m_report.faultCount;
    if (m_report.faults.size() < MostFaults)
        m_report.faults += std::move(fault);
}

Result<void> ImportRun::take(IngestStore &store, Item &item)
{
    for (const QString &note : item.notes) {
        if (m_report.notes.size() < MostFaults)
            m_report.notes += item.place + u": "_s + note;
    }
    if (item.fault) {
        fail(*item.fault);
        return {};
    }
    for (const IngestRecord &record : item.records) {
        const auto outcome = store.write(record);
        if (!outcome) {
            if (!isRecordFault(outcome.error()))
                return outcome.error();
            fail({item.place, item.line, outcome.error().detail, outcome.error().field});
            continue;
        }
        ++(*outcome == IngestOutcome::Added          ? m_report.added
                : *outcome == IngestOutcome::Changed ? m_report.changed
                                                     : m_report.unchanged);
    }
    return {};
}

Result<bool> ImportRun::runBatch(const Source &source, const Extent &extent)
{
    IngestStore store(m_pg, m_options.workspace, m_options.order);
    if (const auto ready = store.prepare(); !ready)
        return ready.error();
    int records = 0;
    qsizetype bytes = 0;
    bool isEnd = false;
    const bool isWhole = m_options.isStrict; // all in one transaction
    while (!isEnd && (isWhole || (records < m_options.batchRecords && bytes < m_options.batchBytes))) {
        if (m_options.stop.stop_requested())
            return cancelled();
        auto item = source();
        if (!item)
            return item.error();
        isEnd = item->isEnd;
        if (isEnd)
            break;
        ++m_report.read;
        ++records;
        bytes += item->bytes;
        if (const auto taken = take(store, *item); !taken)
            return taken.error();
        m_meter.advance(extent.position());
    }
    m_report.leadsAdded += store.leadsAdded();
    if (m_options.isStrict && m_report.faultCount > 0)
        return undo();
    return !isEnd;
}

Result<ImportReport> ImportRun::run(const QString &phase, const Source &source, const Extent &extent)
{
    const auto begun = m_clock.elapsed();
    m_meter.begin(phase, extent.total);
    const TenantScope scope {.serviceWorkspace = m_options.workspace, .readOnly = false};
    bool goesOn = true;
    while (goesOn) {
        const auto batch = m_pg.transaction(scope, [&] { return runBatch(source, extent); });
        if (!batch) {
            if (batch.error().code != "STRICT"_L1)
                return batch.error();
            m_report.isUndone = true;
            m_report.added = m_report.changed = m_report.leadsAdded = 0;
            break;
        }
        goesOn = *batch;
    }
    m_meter.advance(extent.position());
    m_meter.finish();
    m_report.took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.elapsed() - begun);
    return m_report;
}

} // namespace signalbox
