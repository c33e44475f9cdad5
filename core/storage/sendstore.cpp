// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sendstore.h"

#include "core/inbox/triagejson.h"
#include "core/inbox/triagerules.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

OutboundSend readSend(const PgResult &rows, int row)
{
    const auto text = [&](const char *name) { return rows.text(row, rows.column(name)); };
    OutboundSend send;
    send.id = SendId {rows.uuid(row, rows.column("id"))};
    send.lead = LeadId {rows.uuid(row, rows.column("lead_id"))};
    if (const int draft = rows.column("draft_id"); !rows.isNull(row, draft))
        send.draft = DraftId {rows.uuid(row, draft)};
    send.channel = parseChannel(text("channel")).value_or(Channel::Email);
    send.subject = text("subject");
    send.body = text("body");
    send.to = rows.textList(row, rows.column("recipients"));
    send.cc = rows.textList(row, rows.column("cc"));
    send.state = parseSendState(text("state")).value_or(OutboundSend::State::Unknown);
    send.error = text("error_code");
    send.author = UserId {rows.uuid(row, rows.column("author_user_id"))};
    send.authorName = text("author_name");
    send.runAt = rows.instant(row, rows.column("run_at"));
    send.createdAt = rows.instant(row, rows.column("created_at"));
    return send;
}

QString replySubject(const QString &subject)
{
    if (subject.isEmpty() || subject.startsWith("re:"_L1, Qt::CaseInsensitive))
        return subject.left(LongestSubject);
    return (u"Re: "_s + subject).left(LongestSubject);
}

/// Fills in what the writer left open: the lead's own address, and for a mail the subject it answers.
Result<NewMessage> addressed(PgConnection &pg, const TriageWriter &writer, NewMessage message)
{
    const auto rows
        = pg.run("SendAddress"_L1, PgParams() << writer.workspace() << message.lead << writer.scope());
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::notFound(u"Lead not found"_s);
    if (rows->boolean(0, 0))
        return Error {
            Error::Kind::Conflict, u"this lead opted out: nothing is sent to it"_s, u"LEAD_BLACKLISTED"_s};
    if (message.to.isEmpty()) {
        const int column = message.channel == Channel::Email ? 1 : message.channel == Channel::Sms ? 2 : 3;
        const QString own = rows->text(0, column).trimmed();
        if (own.isEmpty())
            return Error::invalid(u"to"_s, u"the lead has no address of this channel"_s, u"NO_ADDRESS"_s);
        message.to = {own};
    }
    if (message.channel == Channel::Email && message.subject.isEmpty())
        message.subject = replySubject(rows->text(0, 4).simplified());
    return message;
}

Result<void> add(PgConnection &pg, const TriageWriter &writer, SendId id, const NewMessage &message,
    std::optional<DraftId> draft)
{
    PgParams params;
    params << writer.workspace() << id << message.lead << draft << writer.user()
           << QString(wireName(message.channel));
    params.addNullable(message.subject);
    params << message.body << message.to << message.cc << writer.now + UndoWindow << writer.now;
    if (const auto added = pg.run("SendAdd"_L1, params); !added)
        return added.error();
    return {};
}

Result<std::optional<DraftId>> draftOf(PgConnection &pg, WorkspaceId workspace, SendId send)
{
    const auto rows = pg.run("SendDraftOf"_L1, PgParams() << workspace << send);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0 || rows->isNull(0, 0))
        return std::optional<DraftId>();
    return std::optional(DraftId {rows->uuid(0, 0)});
}

Result<void> simply(const Result<PgResult> &rows)
{
    return rows ? Result<void>() : rows.error();
}

Result<void> finishInTransaction(
    PgConnection &pg, WorkspaceId workspace, SendId send, const SendOutcome &outcome, Instant now)
{
    // The draft before the send, as everywhere: or it could deadlock with an undo.
    const auto draft = draftOf(pg, workspace, send);
    if (!draft)
        return draft.error();
    if (*draft) {
        if (const auto locked = simply(pg.run("DraftLock"_L1, PgParams() << workspace << **draft)); !locked)
            return locked;
    }
    PgParams params;
    params << workspace << send << QString(wireName(outcome.state));
    params.addNullable(outcome.error).addNullable(outcome.providerMessageId);
    params << now;
    const auto finished = pg.run("SendFinish"_L1, params);
    if (!finished)
        return finished.error();
    if (finished->rowCount() == 0)
        return {};
    if (outcome.state == OutboundSend::State::Sent)
        return simply(pg.run("SendBecomesMessage"_L1, PgParams() << workspace << send << now));
    if (outcome.state == OutboundSend::State::Failed && *draft)
        return simply(pg.run("DraftReopen"_L1, PgParams() << workspace << **draft));
    return {};
}

/// What a person cancels, with the locks that takes.
Result<void> cancelInTransaction(
    PgConnection &pg, const TriageWriter &writer, SendId send, std::optional<DraftId> draft)
{
    const PgParams ids = PgParams() << writer.workspace() << send;
    if (draft) {
        const auto locked = simply(pg.run("DraftLock"_L1, PgParams() << writer.workspace() << *draft));
        if (!locked)
            return locked;
    }
    const auto locked = pg.run("SendLock"_L1, ids);
    if (!locked)
        return locked.error();
    const QString state = locked->rowCount() > 0 ? locked->text(0, 0) : QString();
    if (state == "cancelled"_L1)
        return {};
    if (state != "queued"_L1)
        return Error {Error::Kind::Conflict, u"the message is on its way already"_s, u"ALREADY_CLAIMED"_s};
    const auto cancelled
        = simply(pg.run("SendCancel"_L1, PgParams() << writer.workspace() << send << writer.now));
    if (!cancelled || !draft)
        return cancelled;
    return simply(pg.run("DraftReopen"_L1, PgParams() << writer.workspace() << *draft));
}

} // namespace

Result<OutboundSend> enqueueSend(
    PgConnection &pg, const TriageWriter &writer, const NewMessage &message, std::optional<DraftId> draft)
{
    const auto whole = addressed(pg, writer, message);
    if (!whole)
        return whole.error();
    if (const auto checked = checkMessage(whole->channel, whole->subject, whole->body); !checked)
        return checked.error();
    if (const auto checked = checkRecipients(whole->channel, whole->to, whole->cc); !checked)
        return checked.error();
    const SendId id {newUuid()};
    if (const auto added = add(pg, writer, id, *whole, draft); !added)
        return added.error();
    return loadSend(pg, writer.workspace(), id);
}

Result<OutboundSend> sendMessage(PgConnection &pg, const TriageWriter &writer, const NewMessage &message)
{
    if (const auto elevated = elevate(pg, writer); !elevated)
        return elevated.error();
    auto send = enqueueSend(pg, writer, message, std::nullopt);
    if (!send)
        return send;
    const QJsonObject after {{u"sendId"_s, send->id.toString()}};
    if (const auto done = record(pg, writer, u"message"_s, {{message.lead, {}, after}}); !done)
        return done.error();
    return send;
}

Result<OutboundSend> cancelSend(PgConnection &pg, UserId user, SendId send, Instant now)
{
    const auto found = pg.run("SendFind"_L1, PgParams() << send);
    if (!found)
        return found.error();
    if (found->rowCount() == 0)
        return Error::notFound(u"Message not found"_s);
    const auto writer = enterWorkspace(pg, user, WorkspaceId {found->uuid(0, 0)}, now);
    if (!writer)
        return writer.error();
    if (const auto elevated = elevate(pg, *writer); !elevated)
        return elevated.error();
    const auto draft = found->isNull(0, 2) ? std::nullopt : std::optional(DraftId {found->uuid(0, 2)});
    if (const auto cancelled = cancelInTransaction(pg, *writer, send, draft); !cancelled)
        return cancelled.error();
    const QJsonObject after {{u"sendId"_s, send.toString()}};
    if (const auto done = record(pg, *writer, u"cancel"_s, {{LeadId {found->uuid(0, 1)}, {}, after}}); !done)
        return done.error();
    return loadSend(pg, writer->workspace(), send);
}

Result<std::optional<SendId>> cancelSendOfDraft(PgConnection &pg, const TriageWriter &writer, DraftId draft)
{
    const auto live = pg.run("SendLockLiveOfDraft"_L1, PgParams() << writer.workspace() << draft);
    if (!live)
        return live.error();
    if (live->rowCount() == 0 || live->text(0, 1) != "queued"_L1)
        return std::optional<SendId>();
    const SendId send {live->uuid(0, 0)};
    const auto cancelled = pg.run("SendCancel"_L1, PgParams() << writer.workspace() << send << writer.now);
    if (!cancelled)
        return cancelled.error();
    return std::optional(send);
}

Result<WorkspaceId> findSendWorkspace(PgConnection &pg, SendId send)
{
    const auto found = pg.run("SendFind"_L1, PgParams() << send);
    if (!found)
        return found.error();
    if (found->rowCount() == 0)
        return Error::notFound(u"Message not found"_s);
    return WorkspaceId {found->uuid(0, 0)};
}

Result<OutboundSend> loadSend(PgConnection &pg, WorkspaceId workspace, SendId send)
{
    const auto rows = pg.run("SendRead"_L1, PgParams() << workspace << send);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::notFound(u"Message not found"_s);
    return readSend(*rows, 0);
}

Result<QList<OutboundSend>> loadSends(PgConnection &pg, WorkspaceId workspace, LeadId lead)
{
    const auto rows = pg.run("SendsOfLead"_L1, PgParams() << workspace << lead);
    if (!rows)
        return rows.error();
    QList<OutboundSend> sends;
    for (int row = 0; row < rows->rowCount(); ++row)
        sends.append(readSend(*rows, row));
    return sends;
}

Result<QList<ClaimedSend>> claimDueSends(PgConnection &pg, Instant now, int maxRows)
{
    const auto rows = pg.run("SendClaimDue"_L1, PgParams() << now << maxRows);
    if (!rows)
        return rows.error();
    QList<ClaimedSend> claimed;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const OutboundSend send = readSend(*rows, row);
        if (send.state == OutboundSend::State::Sending)
            claimed.append({WorkspaceId {rows->uuid(row, 0)}, send});
    }
    return claimed;
}

Result<void> finishSend(
    PgConnection &pg, WorkspaceId workspace, SendId send, const SendOutcome &outcome, Instant now)
{
    return pg.transaction({.serviceWorkspace = workspace, .readOnly = false},
        [&] { return finishInTransaction(pg, workspace, send, outcome, now); });
}

} // namespace signalbox
