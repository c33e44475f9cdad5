// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/serverlog.h"

namespace signalbox {

Q_LOGGING_CATEGORY(serverLog, "signalbox.server")

} // namespace signalbox
