// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

/// Who reads which workspace's inbox, after authorisation (domain §2.5).
struct InboxReader
{
    UserId user;
    WorkspaceId workspace;
    QString role; ///< OWNER, ADMIN, INBOX_MANAGER, SETTER or CLIENT_PORTAL

    /// The setter whose assigned leads are all there is; none: the whole workspace.
    std::optional<UserId> scope() const
    {
        return role == QLatin1StringView("SETTER") ? std::optional(user) : std::nullopt;
    }
    /// A read-only transaction in one snapshot, with row-level security as the second wall.
    TenantScope tenantScope() const { return {.user = user, .workspace = workspace}; }
};

} // namespace signalbox
