// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/server/realtime/realtimebackend.h"

namespace signalbox {

class PgPool;

/// The hub's questions, answered by the token verifier and a connection pool.
class DatabaseBackend final : public RealtimeBackend
{
public:
    /// All must outlive it.
    DatabaseBackend(PgPool &pool, TokenVerifier &verifier, const Clock &clock)
        : m_pool(pool)
        , m_verifier(verifier)
        , m_clock(clock)
    { }

    Reply<TokenClaims> verify(QByteArrayView token) override;
    Reply<LeadSight> sightOf(UserId user, SessionId session) override;
    Reply<QList<LeadId>> audit(const LeadSight &sight, const QHash<LeadId, LeadScope> &leads) override;
    Reply<QString> viewerName(UserId user, LeadId lead) override;
    Reply<QString> nameOf(UserId user) override;
    Reply<QString> countsVersion(UserId user, WorkspaceId workspace) override;
    Reply<QString> unknownPolicies() override;
    void say(const QByteArray &prefix, const QByteArray &content) override;

private:
    PgPool &m_pool;
    TokenVerifier &m_verifier;
    const Clock &m_clock;
};

} // namespace signalbox
