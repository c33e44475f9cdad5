// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsgateway.h"
#include "models/base/loadstate.h"

#include <QObject>
#include <QTimer>

namespace signalbox {

/// The figures of a CRM cohort: five cards and three small tables (domain §12.5). Old ones stay while newer
/// are awaited or could not be had; stale ones whose second question fails count as an answer.
class CrmSummaryModel final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxSetters = 10; ///< in the table; the service knows twenty

    explicit CrmSummaryModel(AnalyticsGateway &gateway, QObject *parent = nullptr);
    ~CrmSummaryModel() override;

    /// The sort does not matter: the same cohort while it is read, or once it is here and not stale, asks
    /// nothing.
    void setQuery(const CrmQuery &query);
    void refresh();
    /// How long a stale answer is shown before it is asked for again.
    void setStalePause(std::chrono::milliseconds pause) { m_askAgain.setInterval(pause); }

    LoadState state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    const std::optional<CrmSummary> &summary() const { return m_summary; }
    bool isOfOtherQuery() const { return m_summary && m_shown != m_query; }

    /// Which bookings count as booked: any that ever was, or only those that were not cancelled.
    enum class Booked
    {
        Any,
        Kept
    };
    struct Line
    {
        QString key;
        QString label; ///< as the service said; may be empty
        qint64 leads = 0;
        qint64 booked = 0;
        std::optional<double> rate; ///< booked/leads; none without leads

        bool operator==(const Line &) const = default;
    };
    static QList<Line> lines(const QList<CrmBucket> &buckets, Booked booked, int limit);
    /// Share of the leads that ever booked; none without leads.
    static std::optional<double> conversion(const CrmBucket &bucket, Booked booked);

Q_SIGNALS:
    void stateChanged();

private:
    void begin(Staleness staleness);
    void ask(Staleness staleness);
    void askAgain();
    void take(const Result<CrmSummary> &answer, Staleness staleness);

    AnalyticsGateway &m_gateway;
    CrmQuery m_query;
    CrmQuery m_shown;
    Pending<CrmSummary> m_pending;
    QTimer m_askAgain; ///< for what was answered stale
    std::optional<CrmSummary> m_summary;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
};

} // namespace signalbox
