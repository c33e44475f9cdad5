// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/importrun.h"
#include "core/ingest/mailsource.h"

namespace signalbox {

/// What a mail comes to.
struct MailRecords
{
    QList<IngestRecord> records;
    QStringList remarks; ///< limits that were hit
};

/// The messages a mail is, for a workspace whose owners write from `owners` (DESIGN §8.14): not from an
/// owner, inbound from its From; from an owner, outbound to each To (to each Cc, then Bcc, when no To is
/// somebody else). Invalid when it is neither.
Result<MailRecords> recordsOfMail(
    const RawMail &raw, const QStringList &owners, const MailLimits &limits, Instant fallbackTime);

/// Imports a store of mail. Invalid without an owner's address. Leads are known by the correspondent's
/// address, messages by Message-ID (without one by a hash of the mail).
Result<ImportReport> importMail(PgConnection &pg, MailSource &source, const QStringList &owners,
    const ImportOptions &options, const Clock &clock, const ProgressSink &progress = {});

} // namespace signalbox
