// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/realtime/realtimefeed.h"

#include <QHash>
#include <QJsonObject>

namespace signalbox {

/// The payload of a `postgres_changes` message (realtime §1.4). One whose `errors` are set tells of a lead
/// that left the scope: only its id is read. `receivedAt` and `isReplay` are the caller's to set.
Result<LeadEvent> decodeLeadEvent(const QJsonObject &payload);

/// `config` of a join for the changes of a workspace's leads.
QJsonObject leadChangesConfig(WorkspaceId workspace);
/// `config` of a join of a private channel; `presenceKey` empty: without presence.
QJsonObject privateConfig(const QString &presenceKey);

/// Who is at a conversation, as Phoenix presence tells it: a person has an entry for each window.
class PresenceList
{
public:
    void clear() { m_entries.clear(); }
    /// `presence_state`: everybody.
    void setState(const QJsonObject &payload);
    /// `presence_diff`: who came and who went.
    void apply(const QJsonObject &payload);
    /// One for each person but `self`, by name.
    QList<Viewer> viewers(UserId self) const;

private:
    struct Entry
    {
        QString ref;
        Viewer viewer;
    };
    void join(const QJsonObject &people);

    QHash<QString, QList<Entry>> m_entries; ///< by presence key
};

} // namespace signalbox
