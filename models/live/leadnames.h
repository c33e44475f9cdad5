// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/triagegateway.h"

#include <QCache>
#include <QObject>
#include <QTimer>

namespace signalbox {

/// Who the ids of the feed are (DESIGN §8.15): the feed itself carries no names.
///
/// A name is asked for when somebody wants to show it: up to 200 a call, one call at a time, none twice. The
/// ten thousand used last are remembered, in memory only (D8). Masked, no name is asked for or told.
class LeadNames final : public QObject
{
    Q_OBJECT

public:
    explicit LeadNames(TriageGateway &gateway, QObject *parent = nullptr);

    void setWorkspace(WorkspaceId workspace); ///< forgets the names of the one before
    void setMasked(bool isMasked);
    bool isMasked() const { return m_isMasked; }

    /// The name if it is known; otherwise empty, and it is asked for soon.
    QString want(LeadId lead);
    /// The name if it is known; asks for nothing.
    QString known(LeadId lead) const;
    /// Name of a member of the workspace; empty while it is not known, and it is asked for once.
    QString wantUser(UserId user);
    QString knownUser(UserId user) const { return m_users.value(user); }

Q_SIGNALS:
    /// Names arrived, or may not be shown any more.
    void changed();

private:
    void ask();
    void onNames(const QList<LeadId> &asked, const Result<QHash<LeadId, QString>> &answer);
    void askUsers();

    TriageGateway &m_gateway;
    WorkspaceId m_workspace;
    mutable QCache<LeadId, QString> m_names;
    QList<LeadId> m_wanted; ///< in the order they were wanted
    QSet<LeadId> m_isWanted; ///< waiting or asked
    QHash<UserId, QString> m_users;
    Pending<QHash<LeadId, QString>> m_pending;
    Pending<QList<Assignee>> m_pendingUsers;
    QTimer m_soon; ///< until the next call
    QTimer m_usersAgain; ///< while it runs the members are not asked for again
    bool m_isMasked = false;
    bool m_isRefused = false; ///< names are not for this session
};

} // namespace signalbox
