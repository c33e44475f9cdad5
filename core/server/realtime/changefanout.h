// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/changeaudience.h"
#include "core/server/realtime/changetexts.h"
#include "core/server/realtime/realtimesocket.h"

#include <QSet>

namespace signalbox {

/// Brings changes to those who may see them (realtime §3.2–3.4).
class ChangeFanout
{
public:
    /// What could not be told as frames; each of these has to be told otherwise.
    struct Left
    {
        QSet<RealtimeConnection *> slow; ///< do not take any more
        QSet<RealtimeChannel *> flooded; ///< of an audience that too much happened to at once
        QSet<RealtimeChannel *> expired; ///< their token has run out
    };

    ChangeFanout(const ChangeAudience &audience, int bulkChanges)
        : m_audience(audience)
        , m_bulkChanges(bulkChanges)
    { }

    /// Queues the frames of all the changes. `turn` tells this call from others.
    Left tell(const std::vector<SharedLeadChange> &changes, Instant now, quint64 turn);

    /// The frames of one change for one channel, by what its person may see now: for a replay.
    static QList<WireFrame> framesFor(const RealtimeChannel &channel, const LeadChange &change);

private:
    struct Told
    {
        LeadColumns columns = 0;
        QByteArray ids; ///< `1,2,3`
    };

    void findFlooded(const std::vector<SharedLeadChange> &changes);
    void tellArrival(const LeadChange &change, ChangeTexts &texts, const AudienceKey &key);
    void tellDeparture(const LeadChange &change, ChangeTexts &texts, const AudienceKey &key);
    void send(RealtimeChannel &channel, const LeadChange &change, const WireFrame &frame);
    static QList<Told> bindingsFor(const RealtimeChannel &channel, const LeadChange &change, ChangeView view);
    static WireFrame frame(
        const RealtimeChannel &channel, ChangeTexts &texts, ChangeView view, const Told &told);
    static ChangeView viewOf(const LeadSight &sight, const LeadChange &change);

    const ChangeAudience &m_audience;
    int m_bulkChanges;
    // Of the current call:
    Instant m_now {};
    quint64 m_turn = 0;
    Left m_left;
};

} // namespace signalbox
