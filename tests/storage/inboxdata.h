// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inboxreader.h"

namespace signalbox {

class TestDatabase;

/// A migrated database of the test cluster, or a bare one; without the cluster the test ends with the reason.
std::unique_ptr<TestDatabase> newDatabase(bool isMigrated = true);
/// A connection that must succeed.
std::unique_ptr<PgConnection> connectTo(const QString &conninfo);

/// A lead of a test, with the fields that matter; times are minutes after a fixed hour, none: null (domain
/// §15).
struct LeadSpec
{
    std::optional<int> inbound;
    std::optional<int> zrg;
    std::optional<int> outbound;
    QString status = QStringLiteral("new");
    QString tag;
    QString snooze; ///< an SQL interval from now, for example `1 hour` or `-1 hour`
    std::optional<UserId> assignee;
    QString firstName = QStringLiteral("Ada");
    QString lastName = QStringLiteral("Test");
    QString email;
    QString company;
    std::optional<int> score;
    std::optional<Instant> updatedAt;
};

/// Puts people, workspaces and leads into a test database over an admin connection; every failure is fatal,
/// with its text.
class InboxData
{
public:
    explicit InboxData(PgConnection &admin)
        : m_pg(admin)
    { }

    UserId addUser(const QString &email);
    WorkspaceId addWorkspace(const QString &name, UserId owner);
    void addMember(WorkspaceId workspace, UserId user, const QString &role);
    LeadId addLead(WorkspaceId workspace, const LeadSpec &spec);
    MessageId addMessage(WorkspaceId workspace, LeadId lead, const QString &direction, const QString &body,
        const QString &channel = QStringLiteral("email"));
    /// Any statement; values by `$n`.
    PgResult run(const QByteArray &sql, const PgParams &params = {});
    /// Until all can see all its rows: only then does a plan read an index alone, and a snapshot of
    /// autovacuum's own can keep a single vacuum from it.
    void vacuum(const QByteArray &table);

    /// The twelve leads of domain §15, in its order.
    QList<LeadId> addVectors(WorkspaceId workspace);

private:
    PgConnection &m_pg;
};

} // namespace signalbox
