// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolelog.h"

namespace signalbox {

Q_LOGGING_CATEGORY(consoleLog, "signalbox.console", QtInfoMsg)

} // namespace signalbox
