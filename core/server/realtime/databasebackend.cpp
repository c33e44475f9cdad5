// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/databasebackend.h"

#include "core/storage/countsstore.h"
#include "core/storage/feedmessage.h"
#include "core/storage/inboxstore.h"
#include "core/storage/pgpool.h"
#include "core/storage/userstore.h"
#include "core/storage/workspacestore.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Result<QString> readName(PgConnection &pg, UserId user)
{
    const auto person = findUser(pg, user);
    if (!person)
        return person.error();
    if (!person->has_value())
        return Error::notFound(u"no such person"_s);
    return (*person)->name;
}

} // namespace

RealtimeBackend::~RealtimeBackend() = default;

Reply<TokenClaims> DatabaseBackend::verify(QByteArrayView token)
{
    return m_verifier.verify(token);
}

Reply<LeadSight> DatabaseBackend::sightOf(UserId user, SessionId session)
{
    return m_pool.run(
        [user, session, now = m_clock.now()](PgConnection &pg, std::stop_token) -> Result<LeadSight> {
            return loadLeadSight(pg, user, session, now);
        });
}

Reply<QList<LeadId>> DatabaseBackend::audit(const LeadSight &sight, const QHash<LeadId, LeadScope> &leads)
{
    return m_pool.run([sight, leads](PgConnection &pg, std::stop_token) -> Result<QList<LeadId>> {
        return findSightMismatches(pg, sight, leads);
    });
}

Reply<QString> DatabaseBackend::viewerName(UserId user, LeadId lead)
{
    return m_pool.run([user, lead](PgConnection &pg, std::stop_token) -> Result<QString> {
        const auto workspace = findLeadWorkspace(pg, user, lead);
        return workspace ? readName(pg, user) : workspace.error();
    });
}

Reply<QString> DatabaseBackend::nameOf(UserId user)
{
    return m_pool.run(
        [user](PgConnection &pg, std::stop_token) -> Result<QString> { return readName(pg, user); });
}

Reply<QString> DatabaseBackend::countsVersion(UserId user, WorkspaceId workspace)
{
    return m_pool.run([user, workspace](PgConnection &pg, std::stop_token) -> Result<QString> {
        const auto role = loadRole(pg, user, workspace);
        if (!role)
            return role.error();
        return loadDataVersion(pg, {user, workspace, *role});
    });
}

Reply<QString> DatabaseBackend::unknownPolicies()
{
    return m_pool.run([](PgConnection &pg, std::stop_token) { return findUnknownLeadPolicies(pg); });
}

void DatabaseBackend::say(const QByteArray &prefix, const QByteArray &content)
{
    (void)m_pool.run([prefix, content](PgConnection &pg, std::stop_token) -> Result<bool> {
        if (const auto said = emitMessage(pg, prefix, content); !said)
            return said.error();
        return true;
    });
}

} // namespace signalbox
