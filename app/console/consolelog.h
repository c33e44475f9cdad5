// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace signalbox {

Q_DECLARE_LOGGING_CATEGORY(consoleLog) ///< `signalbox.console`

} // namespace signalbox
