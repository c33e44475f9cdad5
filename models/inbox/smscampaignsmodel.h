// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxgateway.h"
#include "models/base/loadstate.h"

#include <QAbstractListModel>

namespace signalbox {

/// The SMS clients the list can be filtered by, by name, the unattributed last (domain §12.3).
class SmsCampaignsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        CampaignIdRole = Qt::UserRole + 1, ///< QUuid; null: the unattributed
        LeadsRole, ///< qint64
    };

    explicit SmsCampaignsModel(InboxGateway &gateway, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setWorkspace(WorkspaceId workspace);
    LoadState state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }

public Q_SLOTS:
    /// Asks again; quiet while a question is open.
    void refresh();

Q_SIGNALS:
    void stateChanged();

private:
    void onAnswer(const Result<QList<SmsCampaign>> &answer);

    InboxGateway &m_gateway;
    WorkspaceId m_workspace;
    QList<SmsCampaign> m_campaigns;
    Pending<QList<SmsCampaign>> m_pending;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
};

} // namespace signalbox
