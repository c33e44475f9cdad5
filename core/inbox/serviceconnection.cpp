// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/serviceconnection.h"

namespace signalbox {

ServiceConnection::~ServiceConnection() = default;

} // namespace signalbox
