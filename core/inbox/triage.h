// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/inbox/inboxquery.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace signalbox {

using NoteId = Id<struct NoteTag>;

/// The fields of a lead that triage changes. In a change: what is set becomes the value; in an expectation:
/// what the writer saw (DESIGN §8.19). An inner null is a null: nobody, not snoozed, never classified.
struct LeadFields
{
    std::optional<std::optional<UserId>> assignedTo;
    std::optional<std::optional<Instant>> snoozedUntil;
    std::optional<QString> status;
    std::optional<QString> sentimentTag; ///< empty: null

    bool operator==(const LeadFields &) const = default;
};

/// Those fields as they are now.
struct LeadState
{
    LeadId lead;
    std::optional<UserId> assignedTo;
    QString assignedToName;
    std::optional<Instant> snoozedUntil;
    QString status;
    QString sentimentTag;
    Instant updatedAt {};

    bool operator==(const LeadState &) const = default;
};

/// What became of one write: done, or not done because somebody else had changed one of its fields.
struct LeadOutcome
{
    bool isConflict = false;
    LeadState before; ///< of a write that was done: what undoing restores
    LeadState current;
};

/// Which leads a bulk action is about: these, or all that a query finds but some (a selection that survives
/// paging).
struct LeadSelection
{
    QList<LeadId> leads;
    std::optional<InboxQuery> allOf; ///< set: `leads` are the exceptions

    bool operator==(const LeadSelection &) const = default;
};

struct BulkOutcome
{
    struct Refusal
    {
        LeadId lead;
        QString code; ///< `NOT_FOUND`, `CONFLICT`, `FORBIDDEN`
    };

    qint64 changed = 0;
    qint64 unchanged = 0; ///< had the value already
    QList<LeadState> before; ///< of the changed ones, for undoing
    QList<Refusal> refused;
};

/// For colleagues; never sent to anybody.
struct InternalNote
{
    NoteId id;
    LeadId lead;
    UserId author;
    QString authorName;
    QString text;
    Instant createdAt {};

    bool operator==(const InternalNote &) const = default;
};

/// A named list of a person, or of everybody in the workspace.
struct SavedView
{
    QUuid id;
    QString name;
    InboxQuery query;
    bool isShared = false;
    bool isMine = true;
    int position = 0;

    bool operator==(const SavedView &) const = default;
};

/// Somebody a lead can be assigned to.
struct Assignee
{
    UserId user;
    QString name;
    QString email;
    QString role;

    bool operator==(const Assignee &) const = default;
};

} // namespace signalbox
