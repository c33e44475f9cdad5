// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmcolumns.h"
#include "core/storage/analytics/analyticsstatement_p.h"
#include "core/storage/analytics/crmlistsql.h"
#include "core/storage/analytics/crmreader.h"
#include "core/storage/analytics/crmscope.h"

#include <QHash>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostSetters = 20;

// The bits of grouping(response_type, mode, setter): 1 where the column was summed over.
constexpr qint64 Totals = 0b111;
constexpr qint64 ByType = 0b011;
constexpr qint64 ByMode = 0b101;

CrmBucket readBucket(const PgResult &rows, int row, const char *key)
{
    CrmBucket bucket;
    if (key != nullptr)
        bucket.key = rows.text(row, rows.column(key));
    bucket.label = bucket.key;
    bucket.cohortLeads = rows.integer(row, rows.column("leads"));
    bucket.bookedEverAny = rows.integer(row, rows.column("ever_any"));
    bucket.bookedEverKept = rows.integer(row, rows.column("ever_kept"));
    bucket.bookedInWindowAny = rows.integer(row, rows.column("window_any"));
    bucket.bookedInWindowKept = rows.integer(row, rows.column("window_kept"));
    return bucket;
}

/// Every key in its order; one that nothing fell into is zero.
QList<CrmBucket> inOrder(const QList<CrmBucket> &found, const QStringList &keys)
{
    QList<CrmBucket> buckets;
    for (const QString &key : keys) {
        const auto it = std::find_if(
            found.begin(), found.end(), [&key](const CrmBucket &bucket) { return bucket.key == key; });
        buckets.append(it != found.end() ? *it : CrmBucket {.key = key, .label = key});
    }
    return buckets;
}

QList<CrmBucket> mostLeadsFirst(QList<CrmBucket> buckets)
{
    std::sort(buckets.begin(), buckets.end(), [](const CrmBucket &a, const CrmBucket &b) {
        return a.cohortLeads != b.cohortLeads ? a.cohortLeads > b.cohortLeads : a.key < b.key;
    });
    return buckets.first(std::min(buckets.size(), MostSetters));
}

/// The addresses of the setters; one whose account is gone keeps the id.
Result<void> label(PgConnection &pg, QList<CrmBucket> &setters)
{
    QList<QUuid> ids;
    for (const CrmBucket &bucket : std::as_const(setters)) {
        if (const auto user = UserId::parse(bucket.key))
            ids.append(user->value);
    }
    const auto rows = pg.run("CrmUserEmails"_L1, PgParams() << ids);
    if (!rows)
        return rows.error();
    QHash<QString, QString> labels {
        {u"AI"_s, u"AI"_s}, {u"UNKNOWN"_s, u"Unknown"_s}, {u"UNATTRIBUTED_HUMAN"_s, u"Unattributed human"_s}};
    for (int row = 0; row < rows->rowCount(); ++row)
        labels.insert(rows->text(row, 0), rows->text(row, 1));
    for (CrmBucket &bucket : setters)
        bucket.label = labels.value(bucket.key, bucket.key);
    return {};
}

Result<CrmSummary> summarise(PgConnection &pg, const InboxReader &reader, const CrmQuery &query)
{
    if (const auto admitted = admitCrmSight(pg, reader); !admitted)
        return admitted.error();
    if (const auto seen = seeWholeWorkspace(pg, reader); !seen)
        return seen.error();
    if (const auto planned = planForValues(pg); !planned)
        return planned.error();
    const AssembledSql statement = buildCrmSummaryStatement(reader, query);
    const auto rows = pg.runSql(statement.sql, statement.params);
    if (!rows)
        return rows.error();
    CrmSummary summary;
    QList<CrmBucket> types;
    QList<CrmBucket> modes;
    QList<CrmBucket> setters;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const qint64 kind = rows->integer(row, rows->column("kind"));
        if (kind == Totals)
            summary.totals = readBucket(*rows, row, nullptr);
        else if (kind == ByType)
            types.append(readBucket(*rows, row, "response_type"));
        else if (kind == ByMode)
            modes.append(readBucket(*rows, row, "mode"));
        else
            setters.append(readBucket(*rows, row, "setter"));
    }
    summary.byResponseType = inOrder(types, crmResponseTypes());
    summary.byResponseMode = inOrder(modes, crmResponseModes());
    summary.bySetter = mostLeadsFirst(std::move(setters));
    if (const auto done = label(pg, summary.bySetter); !done)
        return done.error();
    return summary;
}

} // namespace

Result<CrmSummary> loadCrmSummary(
    PgConnection &pg, const InboxReader &reader, const CrmQuery &query, Instant now)
{
    if (const auto admitted = admitCrm(reader); !admitted)
        return admitted.error();
    auto summary = pg.transaction(reader.tenantScope(), [&] { return summarise(pg, reader, query); });
    if (!summary)
        return summary;
    summary->computedAt = now;
    summary->isOwnOnly = reader.scope().has_value();
    return summary;
}

} // namespace signalbox
