// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmsummarymodel.h"

#include <algorithm>

namespace signalbox {

CrmSummaryModel::CrmSummaryModel(AnalyticsGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{ }

CrmSummaryModel::~CrmSummaryModel() = default;

void CrmSummaryModel::setQuery(const CrmQuery &query)
{
    CrmQuery cohort = query;
    cohort.sort = CrmQuery().sort;
    cohort.isDescending = true;
    if (cohort == m_query && (m_pending.isPending() || m_state == LoadState::Ready))
        return;
    m_query = cohort;
    m_state = LoadState::Loading;
    refresh();
}

void CrmSummaryModel::refresh()
{
    if (m_state == LoadState::Idle)
        return;
    m_state = m_summary ? LoadState::Refreshing : LoadState::Loading;
    m_error.reset();
    m_pending = m_gateway.fetchCrmSummary(m_query);
    deliver(m_pending, this, [this](const Result<CrmSummary> &answer) {
        m_pending.cancel();
        if (answer) {
            m_summary = *answer;
            m_shown = m_query;
            m_state = LoadState::Ready;
        } else {
            m_error = answer.error();
            m_state = LoadState::Failed;
        }
        Q_EMIT stateChanged();
    });
    Q_EMIT stateChanged();
}

std::optional<double> CrmSummaryModel::conversion(const CrmBucket &bucket, Booked booked)
{
    if (bucket.cohortLeads == 0)
        return std::nullopt;
    const qint64 count = booked == Booked::Any ? bucket.bookedEverAny : bucket.bookedEverKept;
    return static_cast<double>(count) / static_cast<double>(bucket.cohortLeads);
}

QList<CrmSummaryModel::Line> CrmSummaryModel::lines(const QList<CrmBucket> &buckets, Booked booked, int limit)
{
    QList<Line> lines;
    for (const CrmBucket &bucket : buckets.first(std::min<qsizetype>(limit, buckets.size())))
        lines.append({bucket.key, bucket.label, bucket.cohortLeads,
            booked == Booked::Any ? bucket.bookedEverAny : bucket.bookedEverKept,
            conversion(bucket, booked)});
    return lines;
}

} // namespace signalbox
