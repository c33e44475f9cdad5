// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

namespace signalbox {

Q_DECLARE_LOGGING_CATEGORY(clientLog) ///< `signalbox.client`

} // namespace signalbox
