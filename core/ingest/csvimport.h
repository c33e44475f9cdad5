// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/importrun.h"
#include "core/ingest/inputfile.h"

namespace signalbox {

/// Which member of a lead (docs/INGEST.md) each column of a CSV file is; empty: not imported. `fullName`
/// stands for first and last name in one.
struct CsvMapping
{
    QStringList fields;
    QStringList ignored; ///< headers nobody knows

    /// By the usual names of columns; `given` (`column=field`) wins. Invalid for a mapping onto something
    /// that is not a lead's member, for a column that is not there, or when no column identifies a lead.
    static Result<CsvMapping> of(const QStringList &headers, const QStringList &given);
};

/// Imports leads from CSV: known by their outside ids, then e-mail address, then phone; cells that are empty
/// change nothing. Bad lines are reported by number and the rest is imported, or nothing with `isStrict`.
Result<ImportReport> importCsv(PgConnection &pg, InputFile &file, const QStringList &mapping,
    const ImportOptions &options, const Clock &clock, const ProgressSink &progress = {});

} // namespace signalbox
