// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticsgateway.h"

namespace signalbox {

AnalyticsGateway::~AnalyticsGateway() = default;

} // namespace signalbox
