// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/server/routetable.h"

#include <functional>

namespace signalbox {

class PgPool;

/// Whether there is room to store more; the Error is the answer. Event thread, must not block.
using StorageGate = std::function<Result<void>()>;

/// `POST /api/ingest?clientId=`: NDJSON of leads, messages, drafts, appointments and follow-ups
/// (docs/INGEST.md), with a service token. Lines that are wrong are named by number and the others are
/// stored; `strict=true` stores all or nothing. Sending the same again changes nothing. `mayStore` is asked
/// first.
void addIngestRoutes(RouteTable &routes, PgPool &pool, const Clock &clock, StorageGate mayStore = {});

} // namespace signalbox
