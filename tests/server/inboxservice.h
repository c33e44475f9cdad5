// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/draftroutes.h"
#include "core/server/triageroutes.h"
#include "core/server/viewroutes.h"
#include "tests/server/testservice.h"
#include "tests/support/rawclient.h"

namespace signalbox {

class CacheStore;

/// The routes of inbox and triage on a real database, with callers that FakeAuthenticator believes.
class InboxService
{
public:
    /// `holds`: the clock by which answers are held for a moment; none: the system's.
    explicit InboxService(
        const QString &conninfo, CacheStore *shared = nullptr, const Clock *holds = nullptr);

    /// As that person; nobody when null. `headerLines` come as they are.
    RawAnswer get(UserId user, const QByteArray &path, const QByteArray &headerLines = {});
    /// A write with its `Idempotency-Key`; none when empty.
    RawAnswer post(UserId user, const QByteArray &path, const QJsonObject &body, const QByteArray &key,
        const QByteArray &method = "POST");
    /// The same with a body as it comes.
    RawAnswer postRaw(UserId user, const QByteArray &path, const QByteArray &body, const QByteArray &key,
        const QByteArray &method = "POST");
    /// The ids of a page's conversations, in order.
    static QStringList ids(const RawAnswer &page);

    TestService &service() { return m_service; }
    PgPool &pool() { return m_pool; }

private:
    PgPool m_pool;
    TestService m_service;
    WorkspaceAccess m_access;
    ReadCache m_cache;
    InboxRoutes m_inbox;
    TriageWrites m_writes;
    TriageRoutes m_triage;
    DraftRoutes m_drafts;
    ViewRoutes m_views;
};

} // namespace signalbox
