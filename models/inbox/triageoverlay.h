// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"
#include "models/inbox/triagewrite.h"

#include <QHash>
#include <QSet>

namespace signalbox {

/// What leads and their conversations look like with the writes that are not read back yet.
///
/// A write lies over the row until it is answered; then what the service said lies over rows that are older
/// than it, for at most 30 s.
class TriageOverlay
{
public:
    explicit TriageOverlay(const Clock &clock)
        : m_clock(&clock)
    { }

    void add(const TriageWrite &write);
    void settle(const TriageOutcome &outcome);
    /// As if it had never been.
    void drop(const TriageWrite &write);

    bool has(LeadId lead) const;
    /// A row as the person should see it.
    Conversation shown(const Conversation &row) const;
    /// What a person has not decided about yet: not a draft that is approved or rejected.
    std::optional<Draft> draftShown(const std::optional<Draft> &draft) const;
    /// Messages on their way, oldest first: what the service listed, as far as nothing newer is known, and
    /// what was not answered yet (with null ids).
    QList<OutboundSend> sendsShown(LeadId lead, const QList<OutboundSend> &listed, Instant readAt) const;

private:
    struct Settled
    {
        LeadState state;
        LeadFields fields; ///< those that were written
        Assignee assignee;
        Instant at {};
    };
    struct ReadMark
    {
        bool isRead = false;
        Instant at {};
    };

    bool isFresh(Instant at) const;
    void take(const TriageWrite &write);
    static bool concerns(const TriageWrite &write, LeadId lead);
    static void apply(Conversation &row, const LeadFields &fields, const QString &assignee);
    static OutboundSend sendOf(const TriageWrite &write, Instant at);

    const Clock *m_clock; ///< never null
    QList<TriageWrite> m_open;
    QHash<quint64, Instant> m_since; ///< of the open ones
    QHash<LeadId, Settled> m_settled;
    QHash<LeadId, ReadMark> m_read;
    QHash<DraftId, Instant> m_taken; ///< drafts approved or rejected a moment ago
    QHash<LeadId, Instant> m_answered; ///< leads whose draft that was
    QHash<LeadId, QList<OutboundSend>> m_sends; ///< by the answers
};

} // namespace signalbox
