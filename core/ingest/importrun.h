// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/ingeststore.h"
#include "core/ingest/progress.h"

#include <functional>
#include <stop_token>

namespace signalbox {

struct ImportOptions
{
    WorkspaceId workspace;
    bool isStrict = false; ///< the first fault undoes everything
    int batchRecords = 500; ///< a transaction
    qsizetype batchBytes = qsizetype(16) << 20;
    IngestOrder order = IngestOrder::ByMessageTime;
    std::stop_token stop;
};

/// Something that was left out.
struct ImportFault
{
    QString place; ///< `line 12`, `mail 3`, a file's name
    qint64 line = 0; ///< 0: not a file of lines
    QString reason;
    QString field;
};

struct ImportReport
{
    qint64 read = 0; ///< records or mails
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0; ///< there already
    qint64 leadsAdded = 0;
    qint64 faultCount = 0;
    QList<ImportFault> faults; ///< the first 1,000
    QStringList notes; ///< limits that were hit; the first 1,000
    bool isUndone = false; ///< strict, and something was wrong: nothing was stored
    std::chrono::milliseconds took {};
};

/// The part all imports share: batches in transactions, faults by place, progress. A run that is killed and
/// started again comes to the same end, because every record is recognised.
class ImportRun
{
public:
    ImportRun(
        PgConnection &pg, const ImportOptions &options, const Clock &clock, const ProgressSink &progress);

    /// One item of a source: a record, a fault, or the end (neither).
    struct Item
    {
        QList<IngestRecord> records;
        std::optional<ImportFault> fault;
        QStringList notes;
        QString place;
        qint64 line = 0;
        qsizetype bytes = 0;
        bool isEnd = false;
    };
    using Source = std::function<Result<Item>()>;
    /// `position` and `total` are in the source's own unit.
    struct Extent
    {
        std::function<qint64()> position;
        qint64 total = 0;
    };

    /// Fails when the database or the source does; what was committed before stays. Cancelled when stopped.
    Result<ImportReport> run(const QString &phase, const Source &source, const Extent &extent);

private:
    Result<bool> runBatch(const Source &source, const Extent &extent);
    Result<void> take(IngestStore &store, Item &item);
    void fail(ImportFault fault);

    PgConnection &m_pg;
    const ImportOptions &m_options;
    const Clock &m_clock;
    ProgressMeter m_meter;
    ImportReport m_report;
};

/// Whether an error is about this record alone, so that the rest can go on.
bool isRecordFault(const Error &error);

} // namespace signalbox
