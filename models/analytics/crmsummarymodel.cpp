// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmsummarymodel.h"

#include "models/analytics/analyticssession.h"

#include <algorithm>

namespace signalbox {

CrmSummaryModel::CrmSummaryModel(AnalyticsGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    m_askAgain.setSingleShot(true);
    setStalePause(AnalyticsSession::DefaultStalePause);
    connect(&m_askAgain, &QTimer::timeout, this, &CrmSummaryModel::askAgain);
}

CrmSummaryModel::~CrmSummaryModel() = default;

void CrmSummaryModel::setQuery(const CrmQuery &query)
{
    CrmQuery cohort = query;
    cohort.sort = CrmQuery().sort;
    cohort.isDescending = true;
    const bool isAsked = m_pending.isPending() || m_askAgain.isActive();
    const bool isHere = m_state == LoadState::Ready && m_summary && !m_summary->isStale;
    if (cohort == m_query && (isAsked || isHere))
        return;
    m_query = cohort;
    m_state = LoadState::Loading;
    begin(Staleness::Allowed);
}

void CrmSummaryModel::refresh()
{
    if (m_state != LoadState::Idle)
        begin(Staleness::Refused); // there are older figures to show meanwhile
}

void CrmSummaryModel::begin(Staleness staleness)
{
    m_state = m_summary ? LoadState::Refreshing : LoadState::Loading;
    m_error.reset();
    ask(staleness);
    Q_EMIT stateChanged();
}

void CrmSummaryModel::ask(Staleness staleness)
{
    m_askAgain.stop();
    m_pending = m_gateway.fetchCrmSummary(m_query, staleness);
    deliver(
        m_pending, this, [this, staleness](const Result<CrmSummary> &answer) { take(answer, staleness); });
}

void CrmSummaryModel::askAgain()
{
    m_pending = m_gateway.fetchCrmSummary(m_query, Staleness::Refused);
    deliver(m_pending, this, [this](const Result<CrmSummary> &answer) {
        if (answer || answer.error().kind == Error::Kind::Denied)
            return take(answer, Staleness::Refused);
        // Any other failure leaves good figures, whose age is told.
        m_pending.cancel();
        m_state = LoadState::Ready;
        Q_EMIT stateChanged();
    });
}

void CrmSummaryModel::take(const Result<CrmSummary> &answer, Staleness staleness)
{
    m_pending.cancel();
    if (!answer) {
        m_error = answer.error();
        m_state = LoadState::Failed;
        Q_EMIT stateChanged();
        return;
    }
    // Numbers never go back in time: a stale answer may be older than what was read here.
    const bool isOlder
        = answer->isStale && m_summary && m_shown == m_query && m_summary->computedAt > answer->computedAt;
    if (!isOlder) {
        m_summary = *answer;
        m_shown = m_query;
    }
    const bool isAskedAgain = answer->isStale && staleness == Staleness::Allowed;
    m_state = isAskedAgain ? LoadState::Refreshing : LoadState::Ready;
    if (isAskedAgain)
        m_askAgain.start();
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
