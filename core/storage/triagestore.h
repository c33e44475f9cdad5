// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/triageaccess.h"

namespace signalbox {

/// The largest selection of one bulk write: it is done in one transaction.
constexpr int LargestSelection = 10'000;

/// Changes one field of a lead the writer entered by (enterLead()); see checkLeadFields().
///
/// A conflict when `expected` is not what stands there and the change is not already made. NotFound when the
/// lead left the writer's scope meanwhile, Invalid with `NOT_ASSIGNABLE` for somebody without a role that
/// holds leads.
Result<LeadOutcome> changeLead(PgConnection &pg, const TriageWriter &writer, LeadId lead,
    const LeadFields &set, const LeadFields &expected);

/// One field on many leads, without expectations, all or none. Refused, each with its reason, are leads that
/// the writer does not see. Invalid with code `SELECTION_TOO_LARGE` above LargestSelection.
Result<BulkOutcome> changeLeads(
    PgConnection &pg, const TriageWriter &writer, const LeadSelection &selection, const LeadFields &set);

} // namespace signalbox
