// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/importrun.h"
#include "core/ingest/inputfile.h"

namespace signalbox {

/// The longest line of NDJSON that is read; a longer one is a fault of that line.
inline constexpr qsizetype IngestLineBytes = qsizetype(8) << 20;

/// Imports NDJSON (docs/INGEST.md): leads, messages, drafts, appointments and follow-ups. Blank lines are
/// passed over.
Result<ImportReport> importJsonl(PgConnection &pg, InputFile &file, const ImportOptions &options,
    const Clock &clock, const ProgressSink &progress = {});

/// The same of a body in memory: what POST /api/ingest takes.
Result<ImportReport> ingestLines(
    PgConnection &pg, const QByteArray &body, const ImportOptions &options, const Clock &clock);

} // namespace signalbox
