// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/clientlog.h"

namespace signalbox {

Q_LOGGING_CATEGORY(clientLog, "signalbox.client", QtInfoMsg)

} // namespace signalbox
