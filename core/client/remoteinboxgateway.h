// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/apiclient.h"
#include "core/inbox/inboxgateway.h"

namespace signalbox {

/// The inbox over HTTP (domain §4.2).
class RemoteInboxGateway final : public InboxGateway
{
public:
    explicit RemoteInboxGateway(ApiClient &client);

    Reply<CountsReading> fetchCounts(WorkspaceId workspace) override;
    Reply<InboxPage> fetchPage(const InboxQuery &query, const PagePosition &position, int limit) override;
    Reply<ConversationDetail> fetchConversation(
        WorkspaceId workspace, LeadId lead, std::optional<Instant> before) override;
    Reply<Conversation> fetchRow(WorkspaceId workspace, LeadId lead) override;
    Reply<QByteArray> fetchAttachment(WorkspaceId workspace, LeadId lead, QUuid attachment) override;
    Reply<QList<SmsCampaign>> fetchSmsCampaigns(WorkspaceId workspace) override;

private:
    ApiClient &m_client;
};

} // namespace signalbox
