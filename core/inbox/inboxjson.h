// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inbox/conversation.h"
#include "core/inbox/inboxgateway.h"
#include "core/inbox/sessiongateway.h"

#include <QJsonObject>

namespace signalbox {

// The bodies of the inbox routes (domain §3.5–3.6, §4.2; DESIGN §2.1, §8.13–14), in both directions, so that
// service and console cannot drift apart. Each encode…() gives a whole 200 body with `success: true`; its
// decode…() ignores members it does not know and fails with Invalid, code `BAD_JSON`, naming the first member
// that is missing or wrong.
//
// Empty text is null on the wire. Times: wireInstant().

/// `GET /api/inbox/counts`: `{success, counts:{8 fields}, version, computedAt}`.
QJsonObject encodeCounts(const CountsReading &reading);
/// `totalNonBlacklisted` is not on the wire and stays 0.
Result<CountsReading> decodeCounts(const QJsonObject &body);

/// `GET /api/inbox/conversations`: `{success, conversations:[…], nextCursor, prevCursor, hasMore, version,
/// readAt}`.
QJsonObject encodePage(const InboxPage &page);
Result<InboxPage> decodePage(const QJsonObject &body);

/// `GET /api/inbox/conversations/{leadId}`: `{success, data:{the row's members, viewerRole, messages:[…],
/// hasEarlier, draft, notes:[…], sends:[…], readAt}}`, messages, notes and sends oldest first.
QJsonObject encodeDetail(const ConversationDetail &detail);
Result<ConversationDetail> decodeDetail(const QJsonObject &body);

/// `GET /api/workspaces`: `{success, workspaces:[{id, name, role, attention, timezone}]}`.
QJsonObject encodeWorkspaces(const QList<Workspace> &workspaces);
Result<QList<Workspace>> decodeWorkspaces(const QJsonObject &body);

/// `GET /api/inbox/sms-campaigns`: `{success, campaigns:[{id, name, leads}]}`; the unattributed have `id:
/// null`.
QJsonObject encodeSmsCampaigns(const QList<SmsCampaign> &campaigns);
Result<QList<SmsCampaign>> decodeSmsCampaigns(const QJsonObject &body);

// The pieces the bodies are made of.
QJsonObject encodeConversation(const Conversation &conversation);
/// Channels this program does not know are left out of the lists. `path` leads to the object in error
/// messages.
Result<Conversation> decodeConversation(const QJsonObject &object, const QString &path = {});
QJsonObject encodeMessage(const Message &message);
Result<Message> decodeMessage(const QJsonObject &object, const QString &path = {});
QJsonObject encodeDraft(const Draft &draft);
Result<Draft> decodeDraft(const QJsonObject &object, const QString &path = {});

QLatin1StringView wireName(Sender sender); ///< lead, ai, human
std::optional<Sender> parseSender(QStringView text);

} // namespace signalbox
