// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/changefeed.h"

namespace signalbox {

ChangeFeed::~ChangeFeed() = default;

} // namespace signalbox
