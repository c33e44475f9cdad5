// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/smscampaignsmodel.h"

#include <algorithm>

namespace signalbox {

SmsCampaignsModel::SmsCampaignsModel(InboxGateway &gateway, QObject *parent)
    : QAbstractListModel(parent)
    , m_gateway(gateway)
{ }

int SmsCampaignsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_campaigns.size());
}

QVariant SmsCampaignsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SmsCampaign &campaign = m_campaigns.at(index.row());
    if (role == Qt::DisplayRole)
        return campaign.name;
    if (role == CampaignIdRole)
        return campaign.id;
    if (role == LeadsRole)
        return campaign.leads;
    return {};
}

void SmsCampaignsModel::setWorkspace(WorkspaceId workspace)
{
    m_pending.cancel();
    beginResetModel();
    m_workspace = workspace;
    m_campaigns.clear();
    m_error.reset();
    m_state = LoadState::Idle;
    endResetModel();
    refresh();
}

void SmsCampaignsModel::refresh()
{
    if (m_workspace.isNull() || m_pending.isPending())
        return;
    m_state = m_campaigns.isEmpty() ? LoadState::Loading : LoadState::Refreshing;
    m_pending = m_gateway.fetchSmsCampaigns(m_workspace);
    deliver(m_pending, this, [this](const Result<QList<SmsCampaign>> &answer) { onAnswer(answer); });
    Q_EMIT stateChanged();
}

void SmsCampaignsModel::onAnswer(const Result<QList<SmsCampaign>> &answer)
{
    if (answer) {
        QList<SmsCampaign> campaigns = *answer;
        std::ranges::stable_sort(campaigns, [](const SmsCampaign &a, const SmsCampaign &b) {
            if (a.id.isNull() != b.id.isNull())
                return b.id.isNull();
            return a.name.localeAwareCompare(b.name) < 0;
        });
        beginResetModel();
        m_campaigns = std::move(campaigns);
        endResetModel();
    }
    m_state = answer ? LoadState::Ready : LoadState::Failed;
    m_error = answer ? std::nullopt : std::optional(answer.error());
    Q_EMIT stateChanged();
}

} // namespace signalbox
