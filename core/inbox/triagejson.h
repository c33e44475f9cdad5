// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inbox/triagegateway.h"

#include <QJsonObject>

namespace signalbox {

// The bodies of the routes of triage in both directions, as inboxjson.h: empty text is null on the wire, a
// decode…() fails with Invalid, code `BAD_JSON`, naming the first member that is missing or wrong.

/// Only the fields that are set; a null inside is null on the wire.
QJsonObject encodeLeadFields(const LeadFields &fields);
/// What is present is set, also when it is null; a status cannot be null.
Result<LeadFields> decodeLeadFields(const QJsonObject &object, const QString &path = {});

QJsonObject encodeLeadState(const LeadState &state);
Result<LeadState> decodeLeadState(const QJsonObject &object, const QString &path = {});
/// `{success, before, current}`; a conflict is `{current}`, which goes into the problem document.
QJsonObject encodeLeadOutcome(const LeadOutcome &outcome);
Result<LeadOutcome> decodeLeadOutcome(const QJsonObject &body);

/// `{leadIds:[…]}` or `{allOf:{filter…}, except:[…]}`, the filter by the list's parameter names.
QJsonObject encodeSelection(const LeadSelection &selection);
Result<LeadSelection> decodeSelection(const QJsonObject &object, WorkspaceId workspace);
/// `{success, changed, unchanged, before:[…], refused:[{leadId, code}]}`.
QJsonObject encodeBulkOutcome(const BulkOutcome &outcome);
Result<BulkOutcome> decodeBulkOutcome(const QJsonObject &body);

/// `{success, draft, send}`; a conflict is `{current}`: the pending draft, or null.
QJsonObject encodeDraftOutcome(const DraftOutcome &outcome);
Result<DraftOutcome> decodeDraftOutcome(const QJsonObject &body);

QJsonObject encodeSend(const OutboundSend &send);
Result<OutboundSend> decodeSend(const QJsonObject &object, const QString &path = {});
QLatin1StringView wireName(OutboundSend::State state);
std::optional<OutboundSend::State> parseSendState(QStringView text);
QJsonObject encodeNewMessage(const NewMessage &message);
Result<NewMessage> decodeNewMessage(const QJsonObject &object, LeadId lead);

QJsonObject encodeNote(const InternalNote &note);
Result<InternalNote> decodeNote(const QJsonObject &object, const QString &path = {});

/// The filters of a query by their wire names, without the workspace: what a view stores.
QJsonObject encodeViewQuery(const InboxQuery &query);
/// Invalid with code `INVALID_PARAMETER` for what the list itself would refuse.
Result<InboxQuery> decodeViewQuery(const QJsonObject &object, WorkspaceId workspace);
QJsonObject encodeView(const SavedView &view);
Result<SavedView> decodeView(const QJsonObject &object, WorkspaceId workspace, const QString &path = {});

QJsonObject encodeAssignee(const Assignee &assignee);
Result<Assignee> decodeAssignee(const QJsonObject &object, const QString &path = {});

} // namespace signalbox
