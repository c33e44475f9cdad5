// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <optional>

namespace signalbox {

/// Who makes a request, as the Authenticator established it.
struct Caller
{
    UserId user; ///< null for a service
    SessionId session; ///< null for a service, and for tokens of an outside issuer that carry none
    bool isService = false; ///< a machine with a service token, not a person
    std::optional<WorkspaceId> serviceWorkspace; ///< the only one a service may touch; none: any
    Instant expiresAt {}; ///< of the credentials; zero: they do not expire

    bool operator==(const Caller &) const = default;
};

} // namespace signalbox
