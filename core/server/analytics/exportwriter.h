// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/analytics/exportservice.h"
#include "core/server/ingestroutes.h"

namespace signalbox {

/// Writes exports as the tabs' own routes would read them: the CRM row by row from a cursor, every other tab
/// as tables, each in one snapshot. Denied when the right to the workspace ended; Unavailable with code
/// `STORAGE_FULL` when the disk is full or `mayStore`, which is asked now and then from a worker, says so.
ExportWriter exportWriter(StorageGate mayStore);

} // namespace signalbox
