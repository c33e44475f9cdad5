// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/analytics/exportservice.h"
#include "core/server/routetable.h"
#include "core/server/workspaceaccess.h"

namespace signalbox {

/// Exports over HTTP (DESIGN §8.25): begin, ask, stop, fetch. An export is there for who began it, as long as
/// he may see its workspace; for everybody else it does not exist.
class ExportRoutes final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ExportRoutes(ExportService &exports, WorkspaceAccess &access, QObject *parent = nullptr);

    void addTo(RouteTable &routes);

private:
    Reply<HttpResponse> start(const HttpRequest &request);
    /// Runs `then`, a `Result<HttpResponse>(QUuid)`, for an own export of a workspace that is still open to
    /// the caller.
    template <typename Then> Reply<HttpResponse> withOwn(const HttpRequest &request, Then then);
    Result<HttpResponse> content(const HttpRequest &request, QUuid id);

    ExportService &m_exports;
    WorkspaceAccess &m_access;
};

} // namespace signalbox
