// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/authenticator.h"

namespace signalbox {

Authenticator::~Authenticator() = default;

} // namespace signalbox
