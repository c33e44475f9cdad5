// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeinboxgateway.h"

namespace signalbox {

namespace {

template <typename T, typename Answer, typename... Arguments>
Reply<T> note(std::vector<FakeInboxGateway::Asked<T>> &asked, FakeInboxGateway::Asked<T> question,
    const Answer &answer, const Arguments &...arguments)
{
    asked.push_back(std::move(question));
    Reply<T> reply = asked.back().source.reply();
    if (answer)
        asked.back().source.finish(answer(arguments...));
    return reply;
}

} // namespace

int FakeInboxGateway::questionCount() const
{
    return static_cast<int>(counts.size() + pages.size() + conversations.size() + rows.size()
        + attachments.size() + campaigns.size());
}

void FakeInboxGateway::forget()
{
    counts.clear();
    pages.clear();
    conversations.clear();
    rows.clear();
    attachments.clear();
    campaigns.clear();
}

Reply<CountsReading> FakeInboxGateway::fetchCounts(WorkspaceId workspace)
{
    return note(counts, {.workspace = workspace}, answerCounts, workspace);
}

Reply<InboxPage> FakeInboxGateway::fetchPage(const InboxQuery &query, const PagePosition &position, int limit)
{
    return note(pages, {.workspace = query.workspace, .query = query, .position = position, .limit = limit},
        answerPage, query, position, limit);
}

Reply<ConversationDetail> FakeInboxGateway::fetchConversation(
    WorkspaceId workspace, LeadId lead, std::optional<Instant> before)
{
    return note(conversations, {.workspace = workspace, .lead = lead, .before = before}, answerConversation,
        workspace, lead, before);
}

Reply<Conversation> FakeInboxGateway::fetchRow(WorkspaceId workspace, LeadId lead)
{
    return note(rows, {.workspace = workspace, .lead = lead}, answerRow, workspace, lead);
}

Reply<QByteArray> FakeInboxGateway::fetchAttachment(WorkspaceId workspace, LeadId lead, QUuid attachment)
{
    return note(attachments, {.workspace = workspace, .lead = lead, .attachment = attachment},
        answerAttachment, attachment);
}

Reply<QList<SmsCampaign>> FakeInboxGateway::fetchSmsCampaigns(WorkspaceId workspace)
{
    return note(campaigns, {.workspace = workspace}, answerCampaigns, workspace);
}

} // namespace signalbox
