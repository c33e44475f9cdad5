// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeinboxgateway.h"

namespace signalbox {

/// A workspace's inbox of any size, computed as it is asked: the server's rules of paging over rows that
/// always come out the same. Row i is `i` minutes older than the newest; updates move a row to the top.
class FakeInbox
{
public:
    /// `now` dates the newest row.
    FakeInbox(WorkspaceId workspace, int size, Instant now);

    int size() const { return static_cast<int>(m_order.size()); }
    /// The lead that was row `number` at the beginning; stable whatever moves.
    LeadId lead(int number) const;
    Conversation row(int position) const; ///< as listed now
    ConversationDetail conversation(LeadId lead) const; ///< a believable thread; its lead is found by id
    InboxPage page(const InboxQuery &query, const PagePosition &position, int limit) const;
    CountsReading counts() const;

    void moveToTop(int position);
    void insertAtTop();
    void removeAt(int position);
    void setVersion(const QString &version) { m_version = version; }

    /// Makes the gateway answer for this inbox alone; another workspace is Denied.
    void answer(FakeInboxGateway &gateway) const;

private:
    struct Entry
    {
        int number = 0;
        Instant updatedAt {};
    };

    Conversation conversationOf(const Entry &entry) const;

    WorkspaceId m_workspace;
    Instant m_now;
    std::vector<Entry> m_order;
    int m_next = 0;
    QString m_version = QStringLiteral("v1");
};

} // namespace signalbox
