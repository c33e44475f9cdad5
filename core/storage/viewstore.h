// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/triageaccess.h"

#include <QHash>

namespace signalbox {

/// At most this many views a person and workspace.
constexpr int MostViews = 100;

/// The person's own views and the shared ones, in order.
Result<QList<SavedView>> loadViews(PgConnection &pg, const InboxReader &reader);

/// A null id makes a new one. Shared ones are for OWNER, ADMIN and INBOX_MANAGER to make; OWNER and ADMIN
/// change anybody's shared ones. NotFound for a view the writer cannot see, Denied for one that is not
/// theirs to change, Conflict with `NAME_TAKEN` for a name they have already, `TOO_MANY_VIEWS`.
Result<SavedView> saveView(PgConnection &pg, const TriageWriter &writer, const SavedView &view);
Result<void> removeView(PgConnection &pg, const TriageWriter &writer, QUuid view);

/// Everybody who can hold leads here, by name. Denied for the customer's own login.
Result<QList<Assignee>> loadAssignees(PgConnection &pg, const InboxReader &reader);

/// Names of those leads the reader sees (DESIGN §8.15).
Result<QHash<LeadId, QString>> loadLeadNames(
    PgConnection &pg, const InboxReader &reader, const QList<LeadId> &leads);

} // namespace signalbox
