// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QSet>

namespace signalbox {

/// Few leads, two people who get them and write to them, and which leads must be marked as answered by their
/// assignee.
class AssigneeStage
{
public:
    static constexpr int Leads = 4;

    AssigneeStage();

    /// Begins a workspace; `lead` is its last.
    void open(const QString &name);

    InboxData data() const { return InboxData(*admin); }
    /// From nothing but the rows, walked one by one.
    QSet<QUuid> answeredLeads() const;
    QSet<QUuid> markedLeads() const;
    bool isAnswered() const { return markedLeads().contains(lead.value); }

    /// What people do with the lead, on any connection. A deadlock is the database's honest answer; whoever
    /// gets it asks again.
    Result<void> assign(PgConnection &pg, std::optional<UserId> person) const;
    Result<void> send(PgConnection &pg, std::optional<UserId> person, const QString &direction) const;
    /// Of its messages all, or those for which `which` holds.
    Result<void> change(PgConnection &pg, const QByteArray &what, const QByteArray &which) const;

    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<PgConnection> admin, app;
    UserId owner, ada, ben;
    WorkspaceId workspace;
    LeadId lead;
};

} // namespace signalbox
