// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/analyticsservices.h"

#include "core/server/replychain.h"

using namespace Qt::StringLiterals;

namespace signalbox {

Reply<InboxReader> analystFor(WorkspaceAccess &access, QObject *receiver, UserId user, WorkspaceId workspace)
{
    return andThen(access.readerFor(user, workspace), receiver, [](const InboxReader &reader) {
        if (reader.role != "CLIENT_PORTAL"_L1)
            return Reply<InboxReader>::ready(reader);
        Error error = Error::denied(
            u"Analytics needs the role OWNER, ADMIN, INBOX_MANAGER or SETTER in this workspace"_s);
        error.code = u"ANALYTICS_ROLE_REQUIRED"_s;
        return Reply<InboxReader>::ready(error);
    });
}

} // namespace signalbox
