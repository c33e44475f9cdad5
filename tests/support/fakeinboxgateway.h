// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxgateway.h"

#include <functional>
#include <vector>

namespace signalbox {

/// A gateway that writes down what it is asked. A test answers each question by hand through its `source`, or
/// sets a function that answers all of a kind at once.
class FakeInboxGateway final : public InboxGateway
{
public:
    template <typename T> struct Asked
    {
        WorkspaceId workspace;
        LeadId lead;
        InboxQuery query;
        PagePosition position;
        int limit = 0;
        std::optional<Instant> before;
        QUuid attachment;
        ReplySource<T> source;
    };

    std::vector<Asked<CountsReading>> counts;
    std::vector<Asked<InboxPage>> pages;
    std::vector<Asked<ConversationDetail>> conversations;
    std::vector<Asked<Conversation>> rows;
    std::vector<Asked<QByteArray>> attachments;
    std::vector<Asked<QList<SmsCampaign>>> campaigns;

    std::function<Result<CountsReading>(WorkspaceId)> answerCounts;
    std::function<Result<InboxPage>(const InboxQuery &, const PagePosition &, int)> answerPage;
    std::function<Result<ConversationDetail>(WorkspaceId, LeadId, std::optional<Instant>)> answerConversation;
    std::function<Result<Conversation>(WorkspaceId, LeadId)> answerRow;
    std::function<Result<QByteArray>(QUuid)> answerAttachment;
    std::function<Result<QList<SmsCampaign>>(WorkspaceId)> answerCampaigns;

    /// Questions asked since the last forget(), of every kind.
    int questionCount() const;
    void forget();

    Reply<CountsReading> fetchCounts(WorkspaceId workspace) override;
    Reply<InboxPage> fetchPage(const InboxQuery &query, const PagePosition &position, int limit) override;
    Reply<ConversationDetail> fetchConversation(
        WorkspaceId workspace, LeadId lead, std::optional<Instant> before) override;
    Reply<Conversation> fetchRow(WorkspaceId workspace, LeadId lead) override;
    Reply<QByteArray> fetchAttachment(WorkspaceId workspace, LeadId lead, QUuid attachment) override;
    Reply<QList<SmsCampaign>> fetchSmsCampaigns(WorkspaceId workspace) override;
};

} // namespace signalbox
