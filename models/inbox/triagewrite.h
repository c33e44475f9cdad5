// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/inbox/triagegateway.h"

namespace signalbox {

/// One thing a person did to a lead, a draft or a selection: what is asked of the service, and what it is
/// about in words.
struct TriageWrite
{
    enum class Kind
    {
        ChangeLead,
        ChangeLeads,
        Approve,
        Unapprove,
        Reject,
        EditDraft,
        Send,
        CancelSend,
        AddNote,
        MarkRead
    };

    quint64 id = 0; ///< in the order in which they were asked for
    QUuid key; ///< of the intention: every attempt carries the same
    Kind kind = Kind::ChangeLead;
    WorkspaceId workspace;
    LeadId lead; ///< null: many, by `selection`
    QString leadName; ///< for the words about it
    LeadFields set;
    LeadFields expected;
    Assignee assignee; ///< whom `set.assignedTo` means, for words
    LeadSelection selection;
    qint64 selectionSize = 0; ///< as far as it was known
    std::optional<Draft> draft; ///< as the person saw it
    std::optional<QString> content; ///< of the draft, if the person changed it
    NewMessage message;
    SendId send;
    QString note;
    bool isRead = false;
    bool isInverse = false; ///< undoes or redoes another one

    bool isOutbound() const { return kind == Kind::Approve || kind == Kind::Send; }
};

/// What came of a write.
struct TriageOutcome
{
    enum class Result
    {
        Done,
        Conflict, ///< somebody else was first: nothing was done
        Refused ///< `error` says why
    };

    TriageWrite write;
    Result result = Result::Done;
    std::optional<Error> error;
    std::optional<LeadOutcome> lead;
    std::optional<BulkOutcome> bulk;
    std::optional<DraftOutcome> draft;
    std::optional<OutboundSend> send;
    std::optional<InternalNote> note;
};

/// A field of a lead that somebody else had changed (ux §10 L7 for fields): the person decides.
struct TriageConflict
{
    quint64 id = 0;
    TriageWrite write;
    LeadState current;
    Instant at {};
};

/// Something that can be taken back.
struct Undoable
{
    quint64 id = 0; ///< of the write
    TriageWrite write;
    QList<TriageWrite> inverse; ///< when the write was done; none: it can only be withdrawn
    std::optional<Instant> until; ///< of what leaves the house: the last moment
    Instant since {};
    bool isAsked = false; ///< the service may know of it
};

} // namespace signalbox
