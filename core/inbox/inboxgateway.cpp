// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/inboxgateway.h"

namespace signalbox {

InboxGateway::~InboxGateway() = default;

QString LeadSummary::name() const
{
    const QString full = (firstName + u' ' + lastName).trimmed();
    return full.isEmpty() ? QStringLiteral("Unknown") : full;
}

} // namespace signalbox
