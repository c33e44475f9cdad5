// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/realtimefeed.h"

namespace signalbox {

RealtimeFeed::~RealtimeFeed() = default;

} // namespace signalbox
