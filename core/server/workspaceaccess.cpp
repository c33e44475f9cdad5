// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/workspaceaccess.h"

#include "core/storage/pgpool.h"
#include "core/storage/workspacestore.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Result<InboxReader> readerOf(UserId user, WorkspaceId workspace, const Result<QString> &role)
{
    if (!role)
        return role.error();
    if (role->isEmpty())
        return Error::denied(u"not a workspace of this session"_s);
    return InboxReader {user, workspace, *role};
}

// That there is no role is an answer like another, to be held like another.
Result<QString> roleOrNone(PgConnection &pg, UserId user, WorkspaceId workspace)
{
    auto role = loadRole(pg, user, workspace);
    if (!role && role.error().kind == Error::Kind::Denied)
        return QString();
    return role;
}

} // namespace

WorkspaceAccess::WorkspaceAccess(PgPool &pool, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_roles(clock, Hold, this)
{ }

Reply<InboxReader> WorkspaceAccess::readerFor(UserId user, WorkspaceId workspace)
{
    const auto role = m_roles.get({user.value, workspace.value}, [&] {
        return m_pool.run([user, workspace](PgConnection &pg, std::stop_token) -> Result<QString> {
            return roleOrNone(pg, user, workspace);
        });
    });
    if (role.isFinished())
        return Reply<InboxReader>::ready(readerOf(user, workspace, role.future().result()));
    ReplySource<InboxReader> source;
    deliver(role, this, [source, user, workspace](const Result<QString> &answer) {
        source.finish(readerOf(user, workspace, answer));
    });
    return source.reply();
}

void WorkspaceAccess::forgetAll()
{
    m_roles.forgetIf([](const Key &) { return true; });
}

} // namespace signalbox
