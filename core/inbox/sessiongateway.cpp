// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/sessiongateway.h"

namespace signalbox {

SessionGateway::~SessionGateway() = default;

} // namespace signalbox
