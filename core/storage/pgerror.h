// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

struct pg_conn;
struct pg_result;

namespace signalbox {

/// The one place where an SQLSTATE becomes a kind. `detail` holds the state, the constraint and the server's
/// primary message where that cannot quote a value; `code` the constraint's name.
Error pgError(pg_conn *connection, const pg_result *result);

} // namespace signalbox
