// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/tokenverifier.h"
#include "core/base/async.h"
#include "core/storage/sightstore.h"

namespace signalbox {

/// What the hub asks of tokens and database; faked in tests. Event thread; nothing blocks.
class RealtimeBackend
{
public:
    virtual ~RealtimeBackend();

    /// As TokenVerifier::verify().
    virtual Reply<TokenClaims> verify(QByteArrayView token) = 0;
    /// As loadLeadSight().
    virtual Reply<LeadSight> sightOf(UserId user, SessionId session) = 0;
    /// As findSightMismatches().
    virtual Reply<QList<LeadId>> audit(const LeadSight &sight, const QHash<LeadId, LeadScope> &leads) = 0;
    /// The name of a person who may read the lead; NotFound when they may not (DESIGN §8.2).
    virtual Reply<QString> viewerName(UserId user, LeadId lead) = 0;
    virtual Reply<QString> nameOf(UserId user) = 0;
    /// The data version that `GET /api/inbox/counts` reports to this reader.
    virtual Reply<QString> countsVersion(UserId user, WorkspaceId workspace) = 0;
    /// Empty when the hub's rule is the database's; else what was found (findUnknownLeadPolicies()).
    virtual Reply<QString> unknownPolicies() = 0;
    /// To all instances, this one included, through the feed. Lost when the database is away.
    virtual void say(const QByteArray &prefix, const QByteArray &content) = 0;
};

} // namespace signalbox
