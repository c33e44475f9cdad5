// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inboxreader.h"

namespace signalbox {

/// Reads the rest of the transaction under the analyst's policies (migration 0016), if the inbox's own show
/// the person the whole workspace anyway: they cost one comparison a row and allow parallel plans. The rows
/// are the same. A setter, asked for or by membership, and a stranger stay under the inbox's.
Result<void> seeWholeWorkspace(PgConnection &pg, const InboxReader &reader);

} // namespace signalbox
