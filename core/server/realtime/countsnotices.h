// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/realtimecontext.h"

#include <QTimer>

namespace signalbox {

/// The broadcast `counts.changed {clientId, ver, computedAt}` on the private topics `workspace:<id>` (DESIGN
/// §8.16): no figures, only that they may read otherwise now.
///
/// `ver` is the data version of the reader's own scope, as `GET /api/inbox/counts` reports it: one for all
/// who see the whole workspace, one for each setter, who hears nothing of a change that is not theirs.
class CountsNotices final : public QObject
{
    Q_OBJECT

public:
    explicit CountsNotices(RealtimeContext &context, QObject *parent = nullptr);

    void add(RealtimeChannel *channel);
    void remove(RealtimeChannel *channel);
    /// The counts of these workspaces may have moved. Told at once, or when the interval since the last time
    /// is over.
    void moved(const QSet<WorkspaceId> &workspaces);

private:
    struct Entry
    {
        QList<RealtimeChannel *> channels;
        std::optional<std::chrono::microseconds> askedAt;
        bool isDue = false;
        QHash<UserId, QString> told; ///< version by setter; by the null id for the whole workspace
    };

    void tellDue();
    void ask(WorkspaceId workspace, Entry &entry);
    void tell(WorkspaceId workspace, UserId scope, const QString &version);

    RealtimeContext &m_context;
    QHash<WorkspaceId, Entry> m_entries;
    QTimer m_timer;
};

} // namespace signalbox
