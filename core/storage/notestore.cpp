// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/notestore.h"

#include "core/inbox/triagerules.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

InternalNote readNote(const PgResult &rows, int row)
{
    return {
        .id = NoteId {rows.uuid(row, 0)},
        .lead = LeadId {rows.uuid(row, 1)},
        .author = UserId {rows.uuid(row, 2)},
        .authorName = rows.text(row, 3),
        .text = rows.text(row, 4),
        .createdAt = rows.instant(row, 5),
    };
}

} // namespace

Result<InternalNote> addNote(PgConnection &pg, const TriageWriter &writer, LeadId lead, const QString &text)
{
    if (const auto checked = checkNote(text); !checked)
        return checked.error();
    if (const auto elevated = elevate(pg, writer); !elevated)
        return elevated.error();
    const auto rows = pg.run(
        "NoteAdd"_L1, PgParams() << writer.workspace() << lead << writer.user() << text << writer.now);
    if (!rows)
        return rows.error();
    const InternalNote note = readNote(*rows, 0);
    const QJsonObject after {{u"noteId"_s, note.id.toString()}};
    if (const auto done = record(pg, writer, u"note"_s, {{lead, {}, after}}); !done)
        return done.error();
    return note;
}

Result<QList<InternalNote>> loadNotes(PgConnection &pg, WorkspaceId workspace, LeadId lead)
{
    const auto rows = pg.run("NotesOfLead"_L1, PgParams() << workspace << lead);
    if (!rows)
        return rows.error();
    QList<InternalNote> notes;
    for (int row = 0; row < rows->rowCount(); ++row)
        notes.append(readNote(*rows, row));
    return notes;
}

Result<void> markRead(PgConnection &pg, const TriageWriter &writer, LeadId lead, bool isRead)
{
    const auto marked = pg.run(
        "ReadMark"_L1, PgParams() << writer.workspace() << writer.user() << lead << isRead << writer.now);
    if (!marked)
        return marked.error();
    if (marked->affectedRows() == 0)
        return Error::notFound(u"Lead not found"_s);
    if (const auto counted = pg.run("ReadCountMark"_L1, PgParams() << writer.workspace() << writer.user());
        !counted)
        return counted.error();
    return {};
}

Result<qint64> loadReadMarks(PgConnection &pg, UserId user, WorkspaceId workspace)
{
    return pg.transaction({.user = user}, [&]() -> Result<qint64> {
        const auto rows = pg.run("ReadMarks"_L1, PgParams() << workspace << user);
        if (!rows)
            return rows.error();
        return rows->integer(0, 0);
    });
}

} // namespace signalbox
