// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/inboxstore.h"

#include "core/storage/conversationrow.h"
#include "core/storage/countsstore.h"
#include "core/storage/draftstore.h"
#include "core/storage/notestore.h"
#include "core/storage/searchcandidates.h"
#include "core/storage/sendstore.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxLimit = 200;

// A bare lead id stands for its place in the default order (DESIGN §8.10).
Result<InboxCursor> locate(PgConnection &pg, const InboxReader &reader, InboxCursor cursor)
{
    if (cursor.updatedAt)
        return cursor;
    const auto rows
        = pg.run("InboxCursorOfLead"_L1, PgParams() << reader.workspace << cursor.lead << reader.scope());
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::invalid(u"cursor"_s, u"Invalid cursor"_s, u"INVALID_CURSOR"_s);
    cursor.updatedAt = rows->instant(0, 0);
    return cursor;
}

Result<ListStart> findStart(
    PgConnection &pg, const InboxReader &reader, const InboxQuery &query, const PagePosition &position)
{
    ListStart start {
        .at = position.at, .isBackwards = position.direction == PagePosition::Direction::Previous};
    if (position.cursor.isEmpty())
        return start;
    const auto decoded = decodeCursor(position.cursor, query, reader.scope());
    if (!decoded)
        return decoded.error();
    const auto located = locate(pg, reader, *decoded);
    if (!located)
        return located.error();
    start.cursor = *located;
    return start;
}

QString cursorOf(const PgResult &rows, int row, const InboxQuery &query, const InboxReader &reader)
{
    InboxCursor cursor;
    cursor.lead = LeadId {rows.uuid(row, rows.column("id"))};
    cursor.updatedAt = rows.instant(row, rows.column("list_at"));
    if (query.sort == InboxSort::Name)
        cursor.sortKey = rows.text(row, rows.column("sort_name"));
    if (query.sort == InboxSort::Score)
        cursor.sortKey = rows.text(row, rows.column("sort_score"));
    return encodeCursor(cursor, query, reader.scope());
}

// Who only reads marks nothing, so nothing is unread to them for ever (DESIGN §8.19).
Conversation readRow(const PgResult &rows, int row, const InboxReader &reader)
{
    Conversation conversation = readConversation(rows, row, reader.workspace);
    if (reader.role == "CLIENT_PORTAL"_L1)
        conversation.isUnread = false;
    return conversation;
}

InboxPage readPage(const PgResult &rows, const InboxQuery &query, const InboxReader &reader,
    const ListStart &start, int limit)
{
    const bool isCut = rows.rowCount() > limit;
    const int count = std::min(rows.rowCount(), limit);
    InboxPage page;
    page.rows.reserve(count);
    for (int i = 0; i < count; ++i)
        page.rows.append(readRow(rows, start.isBackwards ? count - 1 - i : i, reader));
    if (count == 0)
        return page;
    const int first = start.isBackwards ? count - 1 : 0;
    const int last = start.isBackwards ? 0 : count - 1;
    // Backwards from a cursor, its row is certain to follow; forwards from a start, rows may lie before it.
    page.hasMore = start.isBackwards ? start.cursor.has_value() : isCut;
    const bool hasBefore = start.isBackwards ? isCut : start.cursor.has_value() || start.at.has_value();
    if (page.hasMore)
        page.nextCursor = cursorOf(rows, last, query, reader);
    if (hasBefore)
        page.prevCursor = cursorOf(rows, first, query, reader);
    return page;
}

Result<InboxPage> loadPageInTransaction(PgConnection &pg, const InboxReader &reader, const InboxQuery &query,
    const PagePosition &position, int limit)
{
    const auto start = findStart(pg, reader, query, position);
    if (!start)
        return start.error();
    const auto candidates = findSearchCandidates(pg, reader, query);
    if (!candidates)
        return candidates.error();
    const auto version = loadDataVersionInTransaction(pg, reader);
    if (!version)
        return version.error();
    InboxPage page;
    if (!candidates->isComplete || !candidates->leads.isEmpty()) {
        const ListStatement statement = buildListStatement(reader, query, *candidates, *start, limit + 1);
        const auto rows = pg.runSql(statement.sql, statement.params);
        if (!rows)
            return rows.error();
        page = readPage(*rows, query, reader, *start, limit);
    }
    page.version = *version;
    return page;
}

Result<QHash<QUuid, QList<Attachment>>> loadAttachments(
    PgConnection &pg, const InboxReader &reader, const QList<Message> &messages)
{
    QList<QUuid> ids;
    for (const Message &message : messages)
        ids.append(message.id.value);
    const auto rows = pg.run("InboxAttachments"_L1, PgParams() << reader.workspace << ids);
    if (!rows)
        return rows.error();
    QHash<QUuid, QList<Attachment>> attachments;
    for (int row = 0; row < rows->rowCount(); ++row) {
        attachments[rows->uuid(row, 1)].append({rows->uuid(row, 0), rows->text(row, 2), rows->text(row, 3),
            rows->integer(row, 4), rows->text(row, 5)});
    }
    return attachments;
}

Result<void> readMessages(PgConnection &pg, const InboxReader &reader, LeadId lead,
    const ConversationPart &part, ConversationDetail &detail)
{
    const auto channel = part.channel ? std::optional(QString(wireName(*part.channel))) : std::nullopt;
    const auto rows = pg.run(
        "InboxMessages"_L1, PgParams() << reader.workspace << lead << part.before << channel << part.limit);
    if (!rows)
        return rows.error();
    detail.hasEarlier = rows->rowCount() > 0 && rows->boolean(0, rows->column("has_earlier"));
    for (int row = rows->rowCount() - 1; row >= 0; --row)
        detail.messages.append(readMessage(*rows, row));
    const auto attachments = loadAttachments(pg, reader, detail.messages);
    if (!attachments)
        return attachments.error();
    for (Message &message : detail.messages)
        message.attachments = attachments->value(message.id.value);
    return {};
}

Result<void> readTriage(PgConnection &pg, const InboxReader &reader, LeadId lead, ConversationDetail &detail)
{
    auto draft = loadPendingDraft(pg, reader.workspace, lead);
    if (!draft)
        return draft.error();
    auto notes = loadNotes(pg, reader.workspace, lead);
    if (!notes)
        return notes.error();
    auto sends = loadSends(pg, reader.workspace, lead);
    if (!sends)
        return sends.error();
    detail.draft = *std::move(draft);
    detail.notes = *std::move(notes);
    detail.sends = *std::move(sends);
    return {};
}

} // namespace

Result<InboxPage> loadInboxPage(PgConnection &pg, const InboxReader &reader, const InboxQuery &query,
    const PagePosition &position, int limit)
{
    return pg.transaction(reader.tenantScope(),
        [&] { return loadPageInTransaction(pg, reader, query, position, std::clamp(limit, 1, MaxLimit)); });
}

Result<ConversationDetail> loadConversation(
    PgConnection &pg, const InboxReader &reader, LeadId lead, const ConversationPart &part)
{
    return pg.transaction(reader.tenantScope(), [&]() -> Result<ConversationDetail> {
        const ListStatement statement = buildLeadStatement(reader, lead);
        const auto rows = pg.runSql(statement.sql, statement.params);
        if (!rows)
            return rows.error();
        if (rows->rowCount() == 0)
            return Error::notFound(u"Lead not found"_s);
        ConversationDetail detail;
        detail.conversation = readRow(*rows, 0, reader);
        detail.viewerRole = reader.role;
        if (const auto done = readMessages(pg, reader, lead, part, detail); !done)
            return done.error();
        if (const auto done = readTriage(pg, reader, lead, detail); !done)
            return done.error();
        return detail;
    });
}

Result<WorkspaceId> findLeadWorkspace(PgConnection &pg, UserId user, LeadId lead)
{
    return pg.transaction({.user = user}, [&]() -> Result<WorkspaceId> {
        const auto rows = pg.run("InboxLeadWorkspace"_L1, PgParams() << lead);
        if (!rows)
            return rows.error();
        if (rows->rowCount() == 0)
            return Error::notFound(u"Lead not found"_s);
        return WorkspaceId {rows->uuid(0, 0)};
    });
}

Result<AttachmentContent> loadAttachment(
    PgConnection &pg, const InboxReader &reader, LeadId lead, QUuid attachment)
{
    return pg.transaction(reader.tenantScope(), [&]() -> Result<AttachmentContent> {
        const auto rows
            = pg.run("InboxAttachmentContent"_L1, PgParams() << reader.workspace << lead << attachment);
        if (!rows)
            return rows.error();
        if (rows->rowCount() == 0 || rows->isNull(0, 2))
            return Error::notFound(u"Attachment not found"_s);
        return AttachmentContent {rows->text(0, 0), rows->text(0, 1), rows->bytes(0, 2)};
    });
}

Result<QList<SmsCampaign>> loadSmsCampaigns(PgConnection &pg, const InboxReader &reader)
{
    return pg.transaction(reader.tenantScope(), [&]() -> Result<QList<SmsCampaign>> {
        const auto rows = pg.run("InboxSmsCampaigns"_L1, PgParams() << reader.workspace << reader.scope());
        if (!rows)
            return rows.error();
        const auto counts = loadCountsInTransaction(pg, reader);
        if (!counts)
            return counts.error();
        QList<SmsCampaign> campaigns;
        SmsCampaign unattributed {.leads = counts->counts.total};
        for (int row = 0; row < rows->rowCount(); ++row) {
            campaigns.append({rows->uuid(row, 0), rows->text(row, 1), rows->integer(row, 2)});
            unattributed.leads -= campaigns.last().leads;
        }
        campaigns.append(unattributed);
        return campaigns;
    });
}

} // namespace signalbox
