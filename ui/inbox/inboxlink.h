// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxquery.h"
#include "ui/shell/page.h"

namespace signalbox {

/// A query as parameters of a link, by the wire's names (domain §3.1); what is at its default is left out.
QMap<QString, QString> linkParams(const InboxQuery &query);

/// The query a link means. Names and values nobody knows are ignored: a link from a newer version still opens
/// the inbox.
InboxQuery queryFromLink(WorkspaceId workspace, const QMap<QString, QString> &params);

} // namespace signalbox
