// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/tablesink.h"

namespace signalbox {

TableSink::~TableSink() = default;

} // namespace signalbox
