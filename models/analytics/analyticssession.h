// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsgateway.h"
#include "models/analytics/analyticsmemory.h"

#include <QDate>
#include <QMap>
#include <QObject>

namespace signalbox {

/// The dates and the comparison of the page's head (domain §7.1, §12.5).
struct AnalyticsPeriod
{
    int days = 30; ///< 7, 30 or 90, ending now; 0: from `first` to `last`, both included
    QDate first; ///< local dates in the workspace's zone
    QDate last;
    Comparison compare = Comparison::Previous;

    bool operator==(const AnalyticsPeriod &) const = default;
};

/// As the page's link carries it: `period`, `first`, `last`, `compare`; only what differs from the defaults.
QMap<QString, QString> encodePeriod(const AnalyticsPeriod &period);
AnalyticsPeriod decodePeriod(const QMap<QString, QString> &params); ///< what makes no sense is the default

/// What an analyst looks at, common to all tabs.
///
/// The window is pinned: it stays the same until the period changes or refresh() is called, so that all
/// panels show the same instants and the service's cache is hit.
class AnalyticsSession final : public QObject
{
    Q_OBJECT

public:
    /// Longer than nearly every reading takes the service, which has begun it by itself when it answers
    /// stale: the second question finds it there.
    static constexpr std::chrono::milliseconds DefaultStalePause {1000};

    /// All must outlive it.
    AnalyticsSession(UserId user, WorkspaceId workspace, AnalyticsGateway &gateway, AnalyticsMemory &memory,
        const Clock &clock, QObject *parent = nullptr);

    WorkspaceId workspace() const { return m_workspace; }
    AnalyticsGateway &gateway() const { return m_gateway; }
    AnalyticsMemory &memory() const { return m_memory; }
    const Clock &clock() const { return m_clock; }

    const AnalyticsPeriod &period() const { return m_period; }
    void setPeriod(const AnalyticsPeriod &period);
    /// One period earlier (-1) or later (+1); a preset becomes custom dates. Never beyond today.
    void step(int periods);
    bool canStep(int periods) const;

    /// The zone that days are cut by. UTC until a reading told it.
    const QTimeZone &zone() const { return m_zone; }
    void setZone(const QString &ianaName); ///< as a reading said

    /// With both bounds set (DESIGN §8.23).
    AnalyticsRequest request() const;
    /// When the window was pinned.
    Instant pinnedAt() const { return m_pinnedAt; }

    /// How long what was answered stale is shown before it is asked for again.
    std::chrono::milliseconds stalePause() const { return m_stalePause; }
    void setStalePause(std::chrono::milliseconds pause) { m_stalePause = pause; }

    /// Reads everything again, past what the service keeps, with a window that ends now.
    void refresh();
    /// The feed told of changes since the pin: a hint, nothing moves (ux §12.2).
    void hintNewData();
    bool hasNewData() const { return m_hasNewData; }

    /// `zrg:analytics:{user}:{workspace}:{tab}:{parts}` with the window and whatever else tells two readings
    /// apart (domain §5).
    QString memoryKey(const QString &tab, const QString &parts) const;
    /// The same without the instants: "last 30 days" stays itself when it is read again a minute later.
    QString periodKey(const QString &tab, const QString &parts) const;
    /// How often refresh() was called: whoever reads later than at once learns that it must read anew.
    int refreshes() const { return m_refreshes; }

Q_SIGNALS:
    void requestChanged(); ///< another period: every panel reads what it shows anew
    void refreshed(); ///< the same period to be read again
    void zoneChanged();
    void newDataHinted();

private:
    void pin();
    QString pinKey() const;

    UserId m_user;
    WorkspaceId m_workspace;
    AnalyticsGateway &m_gateway;
    AnalyticsMemory &m_memory;
    const Clock &m_clock;
    AnalyticsPeriod m_period;
    QTimeZone m_zone = QTimeZone::utc();
    Instant m_pinnedAt {};
    std::chrono::milliseconds m_stalePause = DefaultStalePause;
    int m_refreshes = 0;
    bool m_isForced = false;
    bool m_hasNewData = false;
};

} // namespace signalbox
