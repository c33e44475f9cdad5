// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/message.h"

#include <QHash>

namespace signalbox {

/// What a person wrote on a conversation and has not sent.
struct UnsentText
{
    enum class Tab
    {
        None,
        Draft,
        Reply,
        Note
    };

    Tab tab = Tab::None; ///< the one that was open
    std::optional<Draft> draft; ///< the draft that was changed, as it was then
    QString draftText; ///< the person's version of it
    std::optional<Channel> channel;
    QString subject;
    QString to;
    QString cc;
    QString reply;
    QString note;

    /// Words of the person would be lost.
    bool hasWords() const { return draft || !reply.trimmed().isEmpty() || !note.trimmed().isEmpty(); }
};

/// By lead, in memory only and for the life of the program (DESIGN §8.20: never plain on the disk).
using UnsentTexts = QHash<LeadId, UnsentText>;

} // namespace signalbox
