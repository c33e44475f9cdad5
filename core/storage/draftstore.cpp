// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/draftstore.h"

#include "core/inbox/triagerules.h"
#include "core/storage/sendstore.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// A draft whose row is locked, in an elevated transaction.
struct LockedDraft
{
    TriageWriter writer;
    DraftId id;
    LeadId lead;
    QString status;
    Channel channel = Channel::Email;
    QString content;
    QString original; ///< the machine's text
    Instant updatedAt {};

    bool isOpen(Instant expected) const { return status == "pending"_L1 && updatedAt == expected; }
};

// Whether a setter's lead was handed away since it was seen.
Result<void> checkScope(PgConnection &pg, const LockedDraft &draft)
{
    if (!draft.writer.scope())
        return {};
    const auto state = readLeadState(pg, draft.writer, draft.lead);
    if (!state)
        return state.error();
    if (state->assignedTo != draft.writer.scope())
        return Error::notFound(u"Draft not found"_s);
    return {};
}

Result<LockedDraft> lockDraft(PgConnection &pg, UserId user, DraftId id, Instant now)
{
    // Several drafts may be decided in one transaction: each is found under the person's own policies.
    if (const auto plain = stepDown(pg); !plain)
        return plain.error();
    const auto found = pg.run("DraftFind"_L1, PgParams() << id);
    if (!found)
        return found.error();
    if (found->rowCount() == 0)
        return Error::notFound(u"Draft not found"_s);
    const auto writer = enterWorkspace(pg, user, WorkspaceId {found->uuid(0, 0)}, now);
    if (!writer)
        return writer.error();
    if (const auto elevated = elevate(pg, *writer); !elevated)
        return elevated.error();
    const auto rows = pg.run("DraftLock"_L1, PgParams() << writer->workspace() << id);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::notFound(u"Draft not found"_s);
    LockedDraft draft {.writer = *writer, .id = id, .lead = LeadId {found->uuid(0, 1)}};
    draft.status = rows->text(0, 0);
    draft.channel = parseChannel(rows->text(0, 1)).value_or(Channel::Email);
    draft.content = rows->text(0, 2);
    draft.original = rows->isNull(0, 3) ? draft.content : rows->text(0, 3);
    draft.updatedAt = rows->instant(0, 4);
    if (const auto checked = checkScope(pg, draft); !checked)
        return checked.error();
    return draft;
}

Result<DraftOutcome> outcomeOf(PgConnection &pg, const LockedDraft &draft, bool isConflict)
{
    auto pending = loadPendingDraft(pg, draft.writer.workspace(), draft.lead);
    if (!pending)
        return pending.error();
    return DraftOutcome {isConflict, *std::move(pending), std::nullopt};
}

Result<DraftOutcome> done(PgConnection &pg, const LockedDraft &draft, const QString &action,
    QJsonObject before = {}, QJsonObject after = {})
{
    after.insert("draftId"_L1, draft.id.toString());
    const TriageRecord line {draft.lead, std::move(before), std::move(after)};
    if (const auto recorded = record(pg, draft.writer, action, {line}); !recorded)
        return recorded.error();
    return outcomeOf(pg, draft, false);
}

Result<void> decide(
    PgConnection &pg, const LockedDraft &draft, const QString &status, const QString &disposition)
{
    PgParams params;
    params << draft.writer.workspace() << draft.id << status;
    params.addNullable(disposition);
    params << draft.writer.user() << draft.writer.now;
    if (const auto decided = pg.run("DraftDecide"_L1, params); !decided)
        return decided.error();
    return {};
}

Result<void> checkContent(Channel channel, const QString &content)
{
    auto checked = checkMessage(channel, {}, content);
    if (checked)
        return checked;
    Error error = checked.error();
    error.field = u"content"_s;
    error.detail.replace(0, 4, u"content"_s); // "body …"
    return error;
}

} // namespace

Result<std::optional<Draft>> loadPendingDraft(PgConnection &pg, WorkspaceId workspace, LeadId lead)
{
    const auto rows = pg.run("InboxPendingDraft"_L1, PgParams() << workspace << lead);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return std::optional<Draft>();
    Draft draft;
    draft.id = DraftId {rows->uuid(0, 0)};
    draft.channel = parseChannel(rows->text(0, 1)).value_or(Channel::Email);
    draft.content = rows->text(0, 2);
    draft.autoSendAction = rows->text(0, 3);
    draft.autoSendReason = rows->text(0, 4);
    if (!rows->isNull(0, 5))
        draft.confidence = rows->number(0, 5);
    if (!rows->isNull(0, 6))
        draft.threshold = rows->number(0, 6);
    draft.createdAt = rows->instant(0, 7);
    draft.updatedAt = rows->instant(0, 8);
    return std::optional(draft);
}

Result<WorkspaceId> findDraftWorkspace(PgConnection &pg, DraftId draft)
{
    if (const auto plain = stepDown(pg); !plain)
        return plain.error();
    const auto found = pg.run("DraftFind"_L1, PgParams() << draft);
    if (!found)
        return found.error();
    if (found->rowCount() == 0)
        return Error::notFound(u"Draft not found"_s);
    return WorkspaceId {found->uuid(0, 0)};
}

Result<QList<DraftId>> draftsInLockOrder(PgConnection &pg, const QList<DraftId> &drafts)
{
    QList<QUuid> ids;
    for (const DraftId &draft : drafts)
        ids.append(draft.value);
    const auto rows = pg.run("DraftsInLockOrder"_L1, PgParams() << ids);
    if (!rows)
        return rows.error();
    QList<DraftId> ordered;
    for (int row = 0; row < rows->rowCount(); ++row)
        ordered.append(DraftId {rows->uuid(row, 0)});
    return ordered;
}

Result<DraftOutcome> approveDraft(PgConnection &pg, UserId user, DraftId id,
    const std::optional<QString> &content, Instant expected, Instant now)
{
    const auto draft = lockDraft(pg, user, id, now);
    if (!draft)
        return draft.error();
    if (!draft->isOpen(expected))
        return outcomeOf(pg, *draft, true);
    const QString text = content.value_or(draft->content);
    if (const auto checked = checkContent(draft->channel, text); !checked)
        return checked.error();
    const NewMessage message {.lead = draft->lead, .channel = draft->channel, .body = text};
    const auto send = enqueueSend(pg, draft->writer, message, id);
    if (!send)
        return send.error();
    const QString disposition = text == draft->original ? u"APPROVED"_s : u"EDITED"_s;
    if (const auto decided = decide(pg, *draft, u"approved"_s, disposition); !decided)
        return decided.error();
    auto outcome = done(
        pg, *draft, u"approve"_s, {}, {{u"disposition"_s, disposition}, {u"sendId"_s, send->id.toString()}});
    if (outcome)
        outcome->send = *send;
    return outcome;
}

Result<DraftOutcome> unapproveDraft(PgConnection &pg, UserId user, DraftId id, Instant now)
{
    const auto draft = lockDraft(pg, user, id, now);
    if (!draft)
        return draft.error();
    if (draft->status != "approved"_L1)
        return outcomeOf(pg, *draft, true);
    const auto cancelled = cancelSendOfDraft(pg, draft->writer, id);
    if (!cancelled)
        return cancelled.error();
    if (!*cancelled)
        return outcomeOf(pg, *draft, true);
    const auto reopened = pg.run("DraftReopen"_L1, PgParams() << draft->writer.workspace() << id);
    if (!reopened)
        return reopened.error();
    return done(pg, *draft, u"unapprove"_s, {}, {{u"sendId"_s, (*cancelled)->toString()}});
}

Result<DraftOutcome> rejectDraft(PgConnection &pg, UserId user, DraftId id, Instant expected, Instant now)
{
    const auto draft = lockDraft(pg, user, id, now);
    if (!draft)
        return draft.error();
    if (!draft->isOpen(expected))
        return outcomeOf(pg, *draft, true);
    if (const auto decided = decide(pg, *draft, u"rejected"_s, {}); !decided)
        return decided.error();
    return done(pg, *draft, u"reject"_s);
}

Result<DraftOutcome> editDraft(
    PgConnection &pg, UserId user, DraftId id, const QString &content, Instant expected, Instant now)
{
    const auto draft = lockDraft(pg, user, id, now);
    if (!draft)
        return draft.error();
    if (const auto checked = checkContent(draft->channel, content); !checked)
        return checked.error();
    if (!draft->isOpen(expected))
        return outcomeOf(pg, *draft, true);
    const auto edited = pg.run("DraftEdit"_L1,
        PgParams() << draft->writer.workspace() << id << content << draft->writer.user() << now);
    if (!edited)
        return edited.error();
    return done(pg, *draft, u"edit"_s, {{u"content"_s, draft->content}}, {{u"content"_s, content}});
}

} // namespace signalbox
