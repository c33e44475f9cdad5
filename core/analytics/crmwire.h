// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"

namespace signalbox {

/// `limit` of `crm/rows`, clamped to 1…300; 150 without one. Invalid when it is no number.
Result<int> decodeCrmLimit(const QueryItems &items);

/// `{success, conflict, row}`: the answer of an edit; with status 409 when `conflict` is true.
QJsonObject encodeCrmEditOutcome(const CrmEditOutcome &outcome);
Result<CrmEditOutcome> decodeCrmEditOutcome(const QJsonObject &body);

/// `{success, data:[{userId, email}]}`.
QJsonObject encodeCrmAssignees(const QList<CrmAssignee> &assignees);
Result<QList<CrmAssignee>> decodeCrmAssignees(const QJsonObject &body);

} // namespace signalbox
