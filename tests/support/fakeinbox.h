// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/triage.h"
#include "tests/support/fakeinboxgateway.h"

#include <QHash>

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
    /// Those whom two of three leads are assigned to.
    static QList<Assignee> setters();
    Conversation row(int position) const; ///< as listed now
    Result<Conversation> rowOf(LeadId lead) const; ///< wherever it is listed; NotFound: out of scope
    int positionOf(LeadId lead) const; ///< −1: not listed
    ConversationDetail conversation(LeadId lead) const; ///< a believable thread; its lead is found by id
    InboxPage page(const InboxQuery &query, const PagePosition &position, int limit) const;
    CountsReading counts() const;

    void moveToTop(int position);
    void insertAtTop();
    /// Its lead leaves the list; its mask is `categories` now, 0: it left the session's scope.
    void removeAt(int position, int categories = 0);
    /// Its lead says something else; it stays where it is.
    void retag(int position, const QString &sentiment);
    void setVersion(const QString &version) { m_version = version; }

    /// Makes the gateway answer for this inbox alone; another workspace is Denied.
    void answer(FakeInboxGateway &gateway) const;

private:
    struct Entry
    {
        int number = 0;
        Instant updatedAt {};
        QString sentiment; ///< null: as it always was
    };

    Conversation conversationOf(const Entry &entry) const;

    WorkspaceId m_workspace;
    Instant m_now;
    std::vector<Entry> m_order;
    QHash<LeadId, Conversation> m_departed;
    int m_next = 0;
    QString m_version = QStringLiteral("v1");
};

} // namespace signalbox
