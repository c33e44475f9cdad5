// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/membersgateway.h"

namespace signalbox {

MembersGateway::~MembersGateway() = default;

} // namespace signalbox
