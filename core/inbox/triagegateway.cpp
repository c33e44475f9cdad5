// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/triagegateway.h"

namespace signalbox {

TriageGateway::~TriageGateway() = default;

} // namespace signalbox
