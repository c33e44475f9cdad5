// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"
#include "core/storage/pgresult.h"

namespace signalbox {

/// Row `row` of `InboxPageRows` as the wire's conversation (domain §3.5).
Conversation readConversation(const PgResult &rows, int row, WorkspaceId workspace);

/// Row `row` of `InboxMessages`, without attachments (domain §3.6).
Message readMessage(const PgResult &rows, int row);

/// The channels of a `channel_mask`.
QList<Channel> channelsOf(int mask);

} // namespace signalbox
