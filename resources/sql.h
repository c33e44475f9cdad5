// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox {

/// Makes `:/sql/…` readable; a static library's resources are dropped by the linker unless something names
/// them.
void loadSqlResources();

} // namespace signalbox
