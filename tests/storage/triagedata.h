// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/draftstore.h"
#include "core/storage/sendstore.h"
#include "core/storage/triagestore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

namespace signalbox {

/// A workspace with a person of every role, the setter's lead, somebody else's and nobody's, and another
/// workspace; written as administrator.
struct TriageData
{
    TriageData()
        : database(newDatabase())
        , admin(connectTo(database->adminConninfo()))
        , app(connectTo(database->appConninfo()))
        , now(SystemClock().now())
    {
        InboxData data(*admin);
        owner = data.addUser(QStringLiteral("owner@a.test"));
        stranger = data.addUser(QStringLiteral("owner@b.test"));
        workspace = data.addWorkspace(QStringLiteral("A"), owner);
        foreign = data.addWorkspace(QStringLiteral("B"), stranger);
        manager = addMember(QStringLiteral("INBOX_MANAGER"));
        adminUser = addMember(QStringLiteral("ADMIN"));
        setter = addMember(QStringLiteral("SETTER"));
        portal = addMember(QStringLiteral("CLIENT_PORTAL"));
        own = addLead(setter);
        others = addLead(manager);
        open = addLead(std::nullopt);
        elsewhere = data.addLead(foreign, {.email = QStringLiteral("x@b.test")});
    }

    UserId addMember(const QString &role)
    {
        InboxData data(*admin);
        const UserId user = data.addUser(role.toLower() + QStringLiteral("@a.test"));
        data.addMember(workspace, user, role);
        return user;
    }
    LeadId addLead(std::optional<UserId> assignee)
    {
        return InboxData(*admin).addLead(workspace,
            {.inbound = 10,
                .tag = QStringLiteral("Interested"),
                .assignee = assignee,
                .email = QStringLiteral("lead@x.io")});
    }
    DraftId addDraft(LeadId lead, const QString &content = QStringLiteral("Machine's text"))
    {
        return DraftId {InboxData(*admin)
                            .run("insert into ai_draft (workspace_id, lead_id, channel, content,"
                                 " auto_send_action) values ($1::uuid, $2::uuid, 'email', $3, 'needs_review')"
                                 " returning id",
                                PgParams() << workspace << lead << content)
                            .uuid(0, 0)};
    }
    Instant draftVersion(DraftId draft)
    {
        return InboxData(*admin)
            .run("select updated_at from ai_draft where id = $1::uuid", PgParams() << draft)
            .instant(0, 0);
    }
    QString text(const QByteArray &sql, const PgParams &params)
    {
        return InboxData(*admin).run(sql, params).text(0, 0);
    }

    /// In a transaction of the service that runs as a person.
    template <typename Work> auto as(UserId user, Work work) -> std::invoke_result_t<Work>
    {
        return app->transaction({.user = user, .workspace = workspace, .readOnly = false}, work);
    }

    Result<LeadOutcome> change(UserId user, LeadId lead, const LeadFields &set, const LeadFields &expected)
    {
        return as(user, [&]() -> Result<LeadOutcome> {
            const auto writer = enterLead(*app, user, lead, std::nullopt, now);
            if (!writer)
                return writer.error();
            return changeLead(*app, *writer, lead, set, expected);
        });
    }
    Result<BulkOutcome> changeMany(UserId user, const LeadSelection &selection, const LeadFields &set)
    {
        return as(user, [&]() -> Result<BulkOutcome> {
            const auto writer = enterWorkspace(*app, user, workspace, now);
            if (!writer)
                return writer.error();
            return changeLeads(*app, *writer, selection, set);
        });
    }
    Result<DraftOutcome> approve(
        UserId user, DraftId draft, Instant expected, const std::optional<QString> &content = {})
    {
        return as(user, [&] { return approveDraft(*app, user, draft, content, expected, now); });
    }
    Result<DraftOutcome> unapprove(UserId user, DraftId draft)
    {
        return as(user, [&] { return unapproveDraft(*app, user, draft, now); });
    }

    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<PgConnection> admin;
    std::unique_ptr<PgConnection> app;
    Instant now;
    UserId owner, adminUser, manager, setter, portal, stranger;
    WorkspaceId workspace, foreign;
    LeadId own, others, open, elsewhere;
};

} // namespace signalbox
