// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/inbox/inboxquery.h"

#include <QStringList>

#include <optional>

namespace signalbox {

using SendId = Id<struct SendTag>;

/// A message on its way out. It leaves at `runAt`; until it is claimed it can be taken back (DESIGN §8.19).
struct OutboundSend
{
    enum class State
    {
        Queued,
        Sending, ///< claimed: too late to take back
        Sent,
        Failed,
        Unknown, ///< it may have left or not: never sent again by itself (DESIGN D9)
        Cancelled
    };

    SendId id;
    LeadId lead;
    std::optional<DraftId> draft;
    Channel channel = Channel::Email;
    QString subject;
    QString body;
    QStringList to;
    QStringList cc;
    State state = State::Queued;
    QString error; ///< of a failure: a code, for the words `ui` makes
    UserId author;
    QString authorName;
    Instant runAt {};
    Instant createdAt {};

    bool operator==(const OutboundSend &) const = default;
};

/// What a person writes without a draft.
struct NewMessage
{
    LeadId lead;
    Channel channel = Channel::Email;
    QString subject; ///< e-mail only
    QString body;
    QStringList to; ///< empty: the lead's own address of that channel
    QStringList cc;

    bool operator==(const NewMessage &) const = default;
};

} // namespace signalbox
