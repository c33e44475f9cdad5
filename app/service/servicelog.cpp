// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicelog.h"

namespace signalbox {

Q_LOGGING_CATEGORY(serviceLog, "signalbox.service", QtInfoMsg)

} // namespace signalbox
