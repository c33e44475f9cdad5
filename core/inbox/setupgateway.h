// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/inbox/sessiongateway.h"

namespace signalbox {

/// What the first-run page asks for: the first person and their workspace.
struct FirstOwner
{
    QString name;
    QString email;
    QString password;
    QString workspaceName;
    QString timezone; ///< IANA name
};

/// Setting up a service that has no people yet (DESIGN §8.27).
class SetupGateway
{
public:
    virtual ~SetupGateway();

    /// True while the service has no user at all; only then createFirstOwner() may succeed.
    virtual Reply<bool> fetchNeedsSetup() = 0;
    /// Creates person and workspace and signs in. Conflict when somebody else was first; Invalid names the
    /// field
    /// (`name`, `email`, `password`, `workspaceName`).
    virtual Reply<SessionTokens> createFirstOwner(const FirstOwner &owner) = 0;
};

} // namespace signalbox
