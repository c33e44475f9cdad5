// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/setupgateway.h"

namespace signalbox {

SetupGateway::~SetupGateway() = default;

} // namespace signalbox
