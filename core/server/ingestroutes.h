// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/server/routetable.h"

namespace signalbox {

class PgPool;

/// `POST /api/ingest?clientId=`: NDJSON of leads, messages, drafts, appointments and follow-ups
/// (docs/INGEST.md), with a service token. Lines that are wrong are named by number and the others are
/// stored; `strict=true` stores all or nothing. Sending the same again changes nothing.
void addIngestRoutes(RouteTable &routes, PgPool &pool, const Clock &clock);

} // namespace signalbox
