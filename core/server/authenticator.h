// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/server/httprequest.h"

namespace signalbox {

/// Tells who makes a request from its credentials (`Authorization: Bearer`, `apikey`).
class Authenticator
{
public:
    virtual ~Authenticator();

    /// Called on the event thread for every request of a route with access Session or Service, after the flag
    /// gate and before anything else is looked at (domain §4.1). It must not block: an answer from memory is
    /// a ready Reply, one that needs the database comes from the pool.
    ///
    /// Fails with Unauthenticated when there is no credential or a bad, expired or revoked one; Unavailable
    /// when that could not be found out.
    virtual Reply<Caller> authenticate(const HttpRequest &request) = 0;
};

} // namespace signalbox
