// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/triageaccess.h"

namespace signalbox {

/// On a lead the writer entered by. Invalid for an empty text and one beyond LongestNoteBytes.
Result<InternalNote> addNote(PgConnection &pg, const TriageWriter &writer, LeadId lead, const QString &text);

/// Of a lead, oldest first, in the caller's transaction; none for the customer's own login.
Result<QList<InternalNote>> loadNotes(PgConnection &pg, WorkspaceId workspace, LeadId lead);

/// For this person alone; touches neither the lead nor any count.
Result<void> markRead(PgConnection &pg, const TriageWriter &writer, LeadId lead, bool isRead);

/// Changes with every markRead() of this person in this workspace: what a cached list depends on beside the
/// data version.
Result<qint64> loadReadMarks(PgConnection &pg, UserId user, WorkspaceId workspace);

} // namespace signalbox
