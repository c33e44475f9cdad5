// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

/// Changes one cell, in a transaction that runs as `user` and writes (idempotencystore.h); domain §7.8,
/// DESIGN §8.19, §8.24.
///
/// What is edited is what must not have moved. A field of the row itself (notes, lead type, application
/// status, campaign, category) conflicts when the row is newer than `expectedUpdatedAt`: a message that
/// arrives moves the lead, not the row, and is no conflict. A field of the lead conflicts when the lead is
/// newer. In either case an `expectedValue` that still stands there is no conflict, and neither is a value
/// that is there already.
///
/// `leadStatus` alone sets the pipeline's status; with `updateAutomation` the lead's own, and the pipeline's
/// is cleared, so that the cell follows the lead. `leadCategory` sets the override; with `updateAutomation`
/// also the sentiment, and with it the lead's status (domain §1.3.2). Every change is written to
/// triage_event.
///
/// NotFound for a row that the person does not see, also when `expected` is another workspace; Denied to
/// CLIENT_PORTAL; Invalid naming the field, with code `NOT_ASSIGNABLE` for somebody who cannot hold leads.
Result<CrmEditOutcome> editCrmCell(
    PgConnection &pg, UserId user, std::optional<WorkspaceId> expected, const CrmEdit &edit, Instant now);

} // namespace signalbox
