// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sightstore.h"

#include "core/storage/pgconnection.h"
#include "core/storage/sessionstore.h"
#include "core/storage/userstore.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QSet<WorkspaceId> workspaces(const QList<QUuid> &ids)
{
    QSet<WorkspaceId> set;
    for (const QUuid &id : ids)
        set.insert(WorkspaceId {id});
    return set;
}

Result<LeadSight> readSight(PgConnection &pg, UserId user)
{
    const auto rows = pg.run("SightOfCaller"_L1);
    if (!rows)
        return rows.error();
    return LeadSight {user, workspaces(rows->uuidList(0, 0)), workspaces(rows->uuidList(0, 1))};
}

Result<QHash<LeadId, LeadScope>> scopesAs(
    PgConnection &pg, const TenantScope &caller, const QList<LeadId> &leads)
{
    QList<QUuid> ids;
    for (const LeadId &lead : leads)
        ids.append(lead.value);
    return pg.transaction(caller, [&]() -> Result<QHash<LeadId, LeadScope>> {
        const auto rows = pg.run("SightSample"_L1, PgParams() << ids);
        if (!rows)
            return rows.error();
        QHash<LeadId, LeadScope> scopes;
        for (int row = 0; row < rows->rowCount(); ++row)
            scopes.insert(
                LeadId {rows->uuid(row, 0)}, {WorkspaceId {rows->uuid(row, 1)}, UserId {rows->uuid(row, 2)}});
        return scopes;
    });
}

Error ended(const QString &code, const QString &detail)
{
    return {.kind = Error::Kind::Unauthenticated, .detail = detail, .code = code};
}

} // namespace

Result<LeadSight> loadLeadSight(PgConnection &pg, UserId user, SessionId session, Instant now)
{
    if (!session.isNull()) {
        const auto isLive = isSessionLive(pg, session, user, now);
        if (!isLive)
            return isLive.error();
        if (!*isLive)
            return ended(u"session_not_found"_s, u"the session has ended"_s);
    } else {
        const auto person = findUser(pg, user);
        if (!person)
            return person.error();
        if (!person->has_value() || (*person)->isDisabled)
            return ended(u"user_not_found"_s, u"the person does not exist or is disabled"_s);
    }
    return pg.transaction({.user = user}, [&] { return readSight(pg, user); });
}

Result<QString> findUnknownLeadPolicies(PgConnection &pg)
{
    const auto rows = pg.run("SightPolicies"_L1);
    if (!rows)
        return rows.error();
    return rows->boolean(0, 0) ? QString() : rows->textList(0, 1).join(u"; "_s);
}

Result<QList<LeadId>> findSightMismatches(
    PgConnection &pg, const LeadSight &sight, const QHash<LeadId, LeadScope> &leads)
{
    const auto visible = scopesAs(pg, {.user = sight.user}, leads.keys());
    if (!visible)
        return visible.error();
    QList<LeadId> mismatches;
    QHash<WorkspaceId, QList<LeadId>> unseen;
    for (auto lead = leads.cbegin(); lead != leads.cend(); ++lead) {
        const auto seen = visible->constFind(lead.key());
        if (seen != visible->cend() && !sight.covers(*seen))
            mismatches.append(lead.key());
        else if (seen == visible->cend() && sight.covers(*lead))
            unseen[lead->workspace].append(lead.key());
    }
    // As the service itself: a row that is gone is nobody's.
    for (auto workspace = unseen.cbegin(); workspace != unseen.cend(); ++workspace) {
        const auto existing = scopesAs(pg, {.serviceWorkspace = workspace.key()}, *workspace);
        if (!existing)
            return existing.error();
        for (auto lead = existing->cbegin(); lead != existing->cend(); ++lead) {
            if (sight.covers(*lead))
                mismatches.append(lead.key());
        }
    }
    return mismatches;
}

} // namespace signalbox
