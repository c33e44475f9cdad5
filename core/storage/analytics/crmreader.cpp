// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmreader.h"

#include "core/storage/analytics/analyticsscope.h"
#include "core/storage/analytics/analyticsstatement_p.h"
#include "core/storage/analytics/crmlistsql.h"
#include "core/storage/analytics/crmrows.h"
#include "core/storage/analytics/crmscope.h"
#include "core/storage/countsstore.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// A bare row id stands for its place in the default order.
Result<CrmCursor> locate(PgConnection &pg, const InboxReader &reader, CrmCursor cursor)
{
    if (cursor.createdAt)
        return cursor;
    const auto rows
        = pg.run("CrmCursorOfRow"_L1, PgParams() << reader.workspace << cursor.row << reader.scope());
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::invalid(u"cursor"_s, u"Invalid cursor"_s, u"INVALID_CURSOR"_s);
    if (const auto interest = rows->optionalInstant(0, 0))
        cursor.key = toIsoMicros(*interest);
    cursor.createdAt = rows->instant(0, 1);
    return cursor;
}

Result<std::optional<CrmCursor>> findStart(
    PgConnection &pg, const InboxReader &reader, const CrmQuery &query, const QString &cursor)
{
    if (cursor.isEmpty())
        return std::optional<CrmCursor>();
    const auto decoded = decodeCrmCursor(cursor, query, reader.scope());
    if (!decoded)
        return decoded.error();
    const auto located = locate(pg, reader, *decoded);
    if (!located)
        return located.error();
    return std::optional(*located);
}

std::optional<QString> keyOf(const PgResult &rows, int row, CrmKeyType type)
{
    const int column = rows.column("key");
    if (rows.isNull(row, column))
        return std::nullopt;
    return type == CrmKeyType::Time ? toIsoMicros(rows.instant(row, column)) : rows.text(row, column);
}

/// Rows and where each stands, so that a page can be continued after any of them.
struct PageRows
{
    QList<CrmRow> rows;
    QList<CrmCursor> cursors;
};

Result<void> readPhase(PgConnection &pg, const InboxReader &reader, const CrmQuery &query, CrmPhase phase,
    const std::optional<CrmCursor> &after, int limit, PageRows &page, CrmReach reach = CrmReach::InOrder)
{
    const AssembledSql statement = buildCrmPageStatement(reader, query, phase, after, limit, reach);
    const auto rows = pg.runSql(statement.sql, statement.params);
    if (!rows)
        return rows.error();
    const CrmKeyType type = crmKeyType(query.sort);
    for (int row = 0; row < rows->rowCount(); ++row) {
        page.rows.append(readCrmRow(*rows, row));
        page.cursors.append(
            {page.rows.last().id, rows->instant(row, rows->column("created_at")), keyOf(*rows, row, type)});
    }
    return {};
}

/// Whether a page is more than the next entries of an index.
bool sortsCohort(const CrmQuery &query)
{
    return query.sort != "date"_L1 && query.sort != "initialResponseDate"_L1;
}

/// Whether the filters look at texts that no index holds.
bool searchesTexts(const CrmQuery &query)
{
    return !query.campaign.trimmed().isEmpty() || !query.leadCategory.trimmed().isEmpty();
}

/// Rows with a key. Which of them a text is found in, no statistics tell: it is looked for in the order's
/// next rows, and if they do not fill the page, in all of them by a plan that need not keep the order.
Result<void> readKeyed(PgConnection &pg, const InboxReader &reader, const CrmQuery &query,
    const std::optional<CrmCursor> &after, int limit, PageRows &page)
{
    if (searchesTexts(query) && !sortsCohort(query)) {
        const auto near = readPhase(pg, reader, query, CrmPhase::WithKey, after, limit, page, CrmReach::Near);
        if (!near || page.rows.size() == limit)
            return near;
        page = {};
        if (const auto planned = planForValues(pg); !planned)
            return planned.error();
        return readPhase(pg, reader, query, CrmPhase::WithKey, after, limit, page, CrmReach::Anywhere);
    }
    return readPhase(pg, reader, query, CrmPhase::WithKey, after, limit, page);
}

/// The data version of the whole workspace: what changes a row need not be a lead of the reader's scope.
Result<QString> loadVersion(PgConnection &pg, const InboxReader &reader)
{
    const InboxReader whole {reader.user, reader.workspace, u"ADMIN"_s};
    if (const auto seen = pg.run("CrmSeeVersion"_L1, PgParams() << reader.workspace.toString()); !seen)
        return seen.error();
    auto version = loadDataVersionInTransaction(pg, whole);
    if (!version)
        return version;
    if (const auto left = pg.run("CrmSeeVersion"_L1, PgParams() << QString()); !left)
        return left.error();
    return version;
}

Result<CrmPage> loadInTransaction(PgConnection &pg, const InboxReader &reader, const CrmQuery &query,
    const QString &cursor, int limit, Instant now)
{
    if (const auto admitted = admitCrmSight(pg, reader); !admitted)
        return admitted.error();
    const auto start = findStart(pg, reader, query, cursor);
    if (!start)
        return start.error();
    const auto version = loadVersion(pg, reader);
    if (!version)
        return version.error();
    if (const auto seen = seeWholeWorkspace(pg, reader); !seen)
        return seen.error();
    if (sortsCohort(query)) {
        if (const auto planned = planForValues(pg); !planned)
            return planned.error();
    }
    PageRows found;
    const bool startsKeyless = *start && !(*start)->key;
    if (!startsKeyless) {
        if (const auto done = readKeyed(pg, reader, query, *start, limit + 1, found); !done)
            return done.error();
    }
    if (const int missing = limit + 1 - int(found.rows.size()); missing > 0) {
        const auto after = startsKeyless ? *start : std::nullopt;
        if (const auto done = readPhase(pg, reader, query, CrmPhase::WithoutKey, after, missing, found);
            !done)
            return done.error();
    }
    CrmPage page;
    if (found.rows.size() > limit) {
        found.rows.removeLast();
        page.nextCursor = encodeCrmCursor(found.cursors.at(limit - 1), query, reader.scope());
    }
    if (const auto done = enrichCrmRows(pg, reader.workspace, found.rows); !done)
        return done.error();
    page.rows = std::move(found.rows);
    page.version = *version;
    page.computedAt = now;
    page.isOwnOnly = reader.scope().has_value();
    return page;
}

} // namespace

Result<void> admitCrm(const InboxReader &reader)
{
    if (reader.role == "CLIENT_PORTAL"_L1)
        return Error::denied(u"this role does not see analytics"_s);
    return {};
}

Result<void> admitCrmSight(PgConnection &pg, const InboxReader &reader)
{
    if (reader.scope())
        return {};
    const auto rows = pg.run("CrmSeesAll"_L1, PgParams() << reader.workspace);
    if (!rows)
        return rows.error();
    if (!rows->boolean(0, 0))
        return Error::denied(u"no sight of this workspace"_s);
    return {};
}

Result<CrmPage> loadCrmPage(PgConnection &pg, const InboxReader &reader, const CrmQuery &query,
    const QString &cursor, int limit, Instant now)
{
    if (const auto admitted = admitCrm(reader); !admitted)
        return admitted.error();
    return pg.transaction(reader.tenantScope(), [&] {
        return loadInTransaction(pg, reader, query, cursor, std::clamp(limit, 1, MaximumCrmLimit), now);
    });
}

Result<QList<CrmAssignee>> loadCrmAssignees(PgConnection &pg, const InboxReader &reader)
{
    if (const auto admitted = admitCrm(reader); !admitted)
        return admitted.error();
    const AnalyticsScope scope {.user = reader.user, .workspace = reader.workspace};
    return pg.transaction(scope.tenantScope(), [&]() -> Result<QList<CrmAssignee>> {
        if (const auto admitted = admitAnalytics(pg, scope); !admitted)
            return admitted.error();
        const auto rows = pg.run("CrmAssignees"_L1, PgParams() << reader.workspace);
        if (!rows)
            return rows.error();
        QList<CrmAssignee> assignees;
        for (int row = 0; row < rows->rowCount(); ++row)
            assignees.append({UserId {rows->uuid(row, 0)}, rows->text(row, 1)});
        return assignees;
    });
}

} // namespace signalbox
