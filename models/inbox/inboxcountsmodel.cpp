// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/inboxcountsmodel.h"

#include <array>

namespace signalbox {

namespace {

// The sidebar's order (domain §12.2).
constexpr std::array Categories {InboxCategory::Responses, InboxCategory::Attention, InboxCategory::AiSent,
    InboxCategory::AiReview, InboxCategory::NeedsRepair, InboxCategory::PreviousAttention};

} // namespace

InboxCountsModel::InboxCountsModel(InboxGateway &gateway, QObject *parent)
    : QAbstractListModel(parent)
    , m_gateway(gateway)
{ }

int InboxCountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Categories.size());
}

QVariant InboxCountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InboxCategory category = Categories.at(static_cast<size_t>(index.row()));
    if (role == CategoryRole)
        return static_cast<int>(category);
    if (role == Qt::DisplayRole)
        return QString(wireName(category));
    if (role == CountRole) {
        const auto count = countOf(category);
        return count ? QVariant(*count) : QVariant();
    }
    return {};
}

std::optional<qint64> InboxCountsModel::countOf(InboxCategory category) const
{
    if (!m_reading)
        return std::nullopt;
    const InboxCounts &counts = m_reading->counts;
    switch (category) {
    case InboxCategory::All:
        return counts.total;
    case InboxCategory::Responses:
        return counts.allResponses;
    case InboxCategory::Attention:
        return counts.requiresAttention;
    case InboxCategory::PreviousAttention:
        return counts.previouslyRequiredAttention;
    case InboxCategory::NeedsRepair:
        return counts.needsRepair;
    case InboxCategory::AiSent:
        return counts.aiSent;
    case InboxCategory::AiReview:
        return counts.aiReview;
    }
    Q_UNREACHABLE();
}

void InboxCountsModel::setWorkspace(WorkspaceId workspace)
{
    m_pending.cancel();
    beginResetModel();
    m_workspace = workspace;
    m_reading.reset();
    m_error.reset();
    m_state = LoadState::Idle;
    endResetModel();
    refresh();
}

void InboxCountsModel::refresh()
{
    if (m_workspace.isNull() || m_pending.isPending())
        return;
    m_state = m_reading ? LoadState::Refreshing : LoadState::Loading;
    m_pending = m_gateway.fetchCounts(m_workspace);
    deliver(m_pending, this, [this](const Result<CountsReading> &answer) { onAnswer(answer); });
    Q_EMIT stateChanged();
}

void InboxCountsModel::onAnswer(const Result<CountsReading> &answer)
{
    if (!answer) {
        m_state = LoadState::Failed;
        m_error = answer.error();
        Q_EMIT stateChanged();
        return;
    }
    const bool isDifferent = !m_reading || m_reading->counts != answer->counts;
    m_reading = *answer;
    m_state = LoadState::Ready;
    m_error.reset();
    if (isDifferent)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT stateChanged();
    Q_EMIT countsRead();
}

} // namespace signalbox
