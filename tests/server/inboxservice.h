// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/inboxroutes.h"
#include "tests/server/testservice.h"
#include "tests/support/rawclient.h"

namespace signalbox {

class CacheStore;

/// The inbox routes on a real database, with callers that FakeAuthenticator believes.
class InboxService
{
public:
    explicit InboxService(const QString &conninfo, CacheStore *shared = nullptr);

    /// As that person; nobody when null. `headerLines` come as they are.
    RawAnswer get(UserId user, const QByteArray &path, const QByteArray &headerLines = {});
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
};

} // namespace signalbox
