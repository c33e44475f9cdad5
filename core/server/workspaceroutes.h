// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/authroutes.h"
#include "core/server/workspaceaccess.h"

namespace signalbox {

/// The workspaces of a session, and the people of a workspace for its OWNERs and ADMINs (DESIGN §8.13,
/// §8.27).
class WorkspaceRoutes final : public QObject
{
    Q_OBJECT

public:
    /// `access` forgets what it holds when people were changed here.
    WorkspaceRoutes(const AuthServices &services, WorkspaceAccess &access, QObject *parent = nullptr);

    /// Must outlive the table's use.
    void addTo(RouteTable &routes);

private:
    Reply<HttpResponse> list(const HttpRequest &request);
    Reply<HttpResponse> members(const HttpRequest &request);
    Reply<HttpResponse> addMember(const HttpRequest &request, WorkspaceId workspace, const QJsonObject &body);
    Reply<HttpResponse> changeMember(const HttpRequest &request);
    Reply<HttpResponse> removeMember(const HttpRequest &request);
    Reply<HttpResponse> changeAccount(const HttpRequest &request);
    /// Passes the answer on; when it came, nothing held about roles and sessions counts any more.
    Reply<HttpResponse> afterChange(Reply<HttpResponse> reply, UserId person);

    AuthServices m_services;
    WorkspaceAccess &m_access;
};

} // namespace signalbox
