// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/eventfeedmodel.h"

namespace signalbox {

/// What matches, oldest first, as a JSON array of the records (UTF-8).
QByteArray exportJson(const EventFeedModel &events, const LeadNames &names);

/// What matches as CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read it): one line a record, times
/// in UTC. A cell that a spreadsheet would run as a formula begins with an apostrophe.
QByteArray exportCsv(const EventFeedModel &events, const LeadNames &names);

} // namespace signalbox
