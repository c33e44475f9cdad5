// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/viewstore.h"

#include "core/inbox/conversation.h"
#include "core/inbox/triagejson.h"
#include "core/inbox/triagerules.h"

#include <QJsonDocument>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

bool mayShare(const TriageWriter &writer)
{
    return writer.reader.role != "SETTER"_L1;
}

bool mayChangeOthers(const TriageWriter &writer)
{
    return writer.reader.role == "OWNER"_L1 || writer.reader.role == "ADMIN"_L1;
}

// Like any other lead field, a name that is the person's already is a conflict of theirs, not a defect.
Result<void> stored(const Result<PgResult> &rows)
{
    if (rows)
        return {};
    if (rows.error().code == "saved_view_name_key"_L1)
        return Error {Error::Kind::Conflict, u"there is a view of this name"_s, u"NAME_TAKEN"_s};
    return rows.error();
}

Error notFound()
{
    return Error::notFound(u"View not found"_s);
}

Result<void> checkChange(PgConnection &pg, const TriageWriter &writer, QUuid view)
{
    const auto rows = pg.run("ViewLock"_L1, PgParams() << writer.workspace() << view);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return notFound();
    const bool isMine = rows->uuid(0, 0) == writer.user().value;
    const bool isShared = rows->boolean(0, 1);
    if (!isMine && !isShared)
        return notFound();
    if (!isMine && !mayChangeOthers(writer))
        return Error::denied(u"somebody else's view"_s);
    return {};
}

Result<void> checkRoom(PgConnection &pg, const TriageWriter &writer)
{
    const auto rows = pg.run("ViewCount"_L1, PgParams() << writer.workspace() << writer.user());
    if (!rows)
        return rows.error();
    if (rows->integer(0, 0) >= MostViews)
        return Error {
            Error::Kind::Conflict, u"there are %1 views already"_s.arg(MostViews), u"TOO_MANY_VIEWS"_s};
    return {};
}

QString storedQuery(const SavedView &view)
{
    return QString::fromUtf8(QJsonDocument(encodeViewQuery(view.query)).toJson(QJsonDocument::Compact));
}

Result<void> recordView(
    PgConnection &pg, const TriageWriter &writer, const QString &action, const QJsonObject &after)
{
    return record(pg, writer, action, {{LeadId(), {}, after}});
}

} // namespace

Result<QList<SavedView>> loadViews(PgConnection &pg, const InboxReader &reader)
{
    const auto rows = pg.transaction(reader.tenantScope(),
        [&] { return pg.run("ViewsOf"_L1, PgParams() << reader.workspace << reader.user); });
    if (!rows)
        return rows.error();
    QList<SavedView> views;
    for (int row = 0; row < rows->rowCount(); ++row) {
        SavedView view;
        view.id = rows->uuid(row, 0);
        view.name = rows->text(row, 1);
        view.isShared = rows->boolean(row, 3);
        view.isMine = rows->uuid(row, 4) == reader.user.value;
        view.position = int(rows->integer(row, 5));
        const auto filters = QJsonDocument::fromJson(rows->raw(row, 2)).object();
        // What an older or newer service stored and this one does not understand is left out, not guessed.
        const auto query = decodeViewQuery(filters, reader.workspace);
        if (!query)
            continue;
        view.query = *query;
        views.append(view);
    }
    return views;
}

Result<SavedView> saveView(PgConnection &pg, const TriageWriter &writer, const SavedView &view)
{
    if (const auto checked = checkView(view); !checked)
        return checked.error();
    if (view.isShared && !mayShare(writer))
        return Error::denied(u"this role shares no views"_s);
    if (const auto elevated = elevate(pg, writer); !elevated)
        return elevated.error();
    SavedView saved = view;
    const bool isNew = view.id.isNull();
    if (isNew)
        saved.id = newUuid();
    const auto allowed = isNew ? checkRoom(pg, writer) : checkChange(pg, writer, view.id);
    if (!allowed)
        return allowed.error();
    PgParams params;
    params << writer.workspace() << saved.id;
    if (isNew)
        params << writer.user();
    params << saved.name << storedQuery(saved) << saved.isShared << saved.position;
    const auto written = stored(pg.run(isNew ? "ViewAdd"_L1 : "ViewChange"_L1, params));
    if (!written)
        return written.error();
    if (const auto done = recordView(pg, writer, u"save_view"_s, encodeView(saved)); !done)
        return done.error();
    return saved;
}

Result<void> removeView(PgConnection &pg, const TriageWriter &writer, QUuid view)
{
    if (const auto elevated = elevate(pg, writer); !elevated)
        return elevated;
    if (const auto allowed = checkChange(pg, writer, view); !allowed)
        return allowed;
    if (const auto removed = pg.run("ViewRemove"_L1, PgParams() << writer.workspace() << view); !removed)
        return removed.error();
    return recordView(pg, writer, u"remove_view"_s, {{u"id"_s, view.toString(QUuid::WithoutBraces)}});
}

Result<QList<Assignee>> loadAssignees(PgConnection &pg, const InboxReader &reader)
{
    if (reader.role == "CLIENT_PORTAL"_L1)
        return Error::denied(u"this role assigns nobody"_s);
    const auto rows = pg.transaction({.user = reader.user, .serviceWorkspace = reader.workspace},
        [&] { return pg.run("TriageAssignees"_L1, PgParams() << reader.workspace); });
    if (!rows)
        return rows.error();
    QList<Assignee> assignees;
    for (int row = 0; row < rows->rowCount(); ++row)
        assignees.append(
            {UserId {rows->uuid(row, 0)}, rows->text(row, 1), rows->text(row, 2), rows->text(row, 3)});
    return assignees;
}

Result<QHash<LeadId, QString>> loadLeadNames(
    PgConnection &pg, const InboxReader &reader, const QList<LeadId> &leads)
{
    QList<QUuid> ids;
    for (const LeadId &lead : leads)
        ids.append(lead.value);
    const auto rows = pg.transaction(reader.tenantScope(), [&] {
        return pg.run("TriageLeadNames"_L1, PgParams() << reader.workspace << ids << reader.scope());
    });
    if (!rows)
        return rows.error();
    QHash<LeadId, QString> names;
    for (int row = 0; row < rows->rowCount(); ++row) {
        LeadSummary lead;
        lead.firstName = rows->text(row, 1);
        lead.lastName = rows->text(row, 2);
        names.insert(LeadId {rows->uuid(row, 0)}, lead.name());
    }
    return names;
}

} // namespace signalbox
