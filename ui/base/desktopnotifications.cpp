// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/desktopnotifications.h"

namespace signalbox {

DesktopNotifications::~DesktopNotifications() = default;

} // namespace signalbox
