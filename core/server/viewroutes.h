// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/routetable.h"
#include "core/server/triagewrites.h"

namespace signalbox {

/// Saved views, and what pickers and the Live page read: assignees and names of leads (DESIGN §8.15).
class ViewRoutes final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MostNames = 200;

    /// All must outlive it.
    ViewRoutes(PgPool &pool, WorkspaceAccess &access, TriageWrites &writes, QObject *parent = nullptr);

    void addTo(RouteTable &routes);

private:
    using Load = std::function<Result<QJsonObject>(PgConnection &pg, const InboxReader &reader)>;

    /// A read of the workspace `clientId`, for whoever has a role there.
    Reply<HttpResponse> read(const HttpRequest &request, const Load &load);
    Reply<HttpResponse> names(const HttpRequest &request);
    Reply<HttpResponse> save(const HttpRequest &request);
    Reply<HttpResponse> remove(const HttpRequest &request);

    PgPool &m_pool;
    WorkspaceAccess &m_access;
    TriageWrites &m_writes;
};

} // namespace signalbox
