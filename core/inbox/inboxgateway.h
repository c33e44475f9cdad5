// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/inbox/conversation.h"
#include "core/inbox/inboxcounts.h"

namespace signalbox {

/// The counts and the data version they were read at.
struct CountsReading
{
    InboxCounts counts;
    QString version; ///< comparable with InboxPage::version
};

/// A campaign the list can be filtered by, with how many leads it has.
struct SmsCampaign
{
    QUuid id; ///< null: the unattributed
    QString name;
    qint64 leads = 0;
};

/// Where the inbox comes from: HTTP in the console, a fake in tests.
///
/// One call, one answer. Cancelling is always safe; a cancelled call delivers nothing. Every call fails with
/// Unauthenticated when the session ended, Denied when it may not see the workspace (403), Unavailable when
/// it may be retried (code `READ_API_DISABLED` when an operator switched the read path off).
class InboxGateway
{
public:
    virtual ~InboxGateway();

    /// Fails rather than answer zeros when the service cannot count.
    virtual Reply<CountsReading> fetchCounts(WorkspaceId workspace) = 0;

    /// At most `limit` (1…200) rows from `position` on. Invalid with code `INVALID_CURSOR` when the cursor is
    /// of another query or unknown.
    virtual Reply<InboxPage> fetchPage(const InboxQuery &query, const PagePosition &position, int limit) = 0;

    /// The newest 200 messages before `before`, or the newest at all. NotFound when the lead is not in the
    /// session's scope.
    virtual Reply<ConversationDetail> fetchConversation(
        WorkspaceId workspace, LeadId lead, std::optional<Instant> before)
        = 0;

    /// One conversation as a list shows it, whatever its category. NotFound as fetchConversation().
    virtual Reply<Conversation> fetchRow(WorkspaceId workspace, LeadId lead) = 0;

    /// The bytes of one attachment (at most 25 MB).
    virtual Reply<QByteArray> fetchAttachment(WorkspaceId workspace, LeadId lead, QUuid attachment) = 0;

    /// The SMS campaigns of a workspace and the number of leads without one.
    virtual Reply<QList<SmsCampaign>> fetchSmsCampaigns(WorkspaceId workspace) = 0;
};

} // namespace signalbox
