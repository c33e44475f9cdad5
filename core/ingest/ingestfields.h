// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/ingestrecord.h"

namespace signalbox {

/// What the value of a member must look like, and becomes.
enum class IngestForm
{
    Text,
    LongText,
    Uuid,
    Time,
    Flag,
    Score, ///< 0…4
    Whole, ///< 0…1,000,000
    Count, ///< 1…1,000,000
    Long, ///< 0…2⁵³
    Fraction,
    Amount, ///< any number
    TextList,
    TimeList,
    Address,
    Phone
};

struct IngestField
{
    QLatin1StringView wire; ///< the name on the wire (domain §3.5–3.6, §1.4.5–1.4.8)
    QLatin1StringView column;
    IngestForm form = IngestForm::Text;
};

/// The members of a kind, beside `kind`, `lead`, `leadId` and the ones that have no column.
const QList<IngestField> &ingestFields(IngestRecord::Kind kind);

/// INVALID_RECORD, naming the member.
Error badMember(QLatin1StringView field, const QString &detail);

/// Puts the members of `object` into `columns`, checked; `others` are looked at elsewhere.
Result<void> readIngestFields(const QJsonObject &object, const QList<IngestField> &fields,
    const QStringList &others, QJsonObject &columns);

/// A vocabulary: the error names the member that `column` is read from.
Result<void> checkOneOf(
    const IngestRecord &record, QLatin1StringView column, const QStringList &values, bool isRequired);

/// Members that must be there and not null.
Result<void> checkPresent(const IngestRecord &record, const QList<QLatin1StringView> &columns);

/// The checks of the kinds that analytics reads: CRM row, response timing, task, progress, reactivation and
/// availability.
Result<void> checkFact(const QJsonObject &object, IngestRecord &record);

} // namespace signalbox
