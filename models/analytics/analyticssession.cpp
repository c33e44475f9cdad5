// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/analyticssession.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr std::array Presets {7, 30, 90};
constexpr qint64 LongestCustomDays = 366 * 5;

/// How long a new session asks for the window of the one before: as long as its readings count as fresh.
constexpr seconds PinFor {90};

QDate localDate(Instant instant, const QTimeZone &zone)
{
    const qint64 now = floor<milliseconds>(instant.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(now, zone).date();
}

Instant localMidnight(const QDate &date, const QTimeZone &zone)
{
    return Instant(milliseconds(date.startOfDay(zone).toMSecsSinceEpoch()));
}

bool isCustom(const AnalyticsPeriod &period)
{
    return period.days == 0;
}

bool makesSense(const QDate &first, const QDate &last)
{
    return first.isValid() && last.isValid() && first <= last && first.daysTo(last) < LongestCustomDays;
}

QString boundText(const std::optional<Instant> &bound)
{
    return bound ? toIso(*bound) : u"-"_s;
}

} // namespace

QMap<QString, QString> encodePeriod(const AnalyticsPeriod &period)
{
    const AnalyticsPeriod standard;
    QMap<QString, QString> params;
    if (isCustom(period)) {
        params.insert(u"period"_s, u"custom"_s);
        params.insert(u"first"_s, period.first.toString(Qt::ISODate));
        params.insert(u"last"_s, period.last.toString(Qt::ISODate));
    } else if (period.days != standard.days) {
        params.insert(u"period"_s, u"%1d"_s.arg(period.days));
    }
    if (period.compare != standard.compare)
        params.insert(u"compare"_s, period.compare == Comparison::None ? u"none"_s : u"year"_s);
    return params;
}

AnalyticsPeriod decodePeriod(const QMap<QString, QString> &params)
{
    AnalyticsPeriod period;
    const QString name = params.value(u"period"_s);
    if (name == "custom"_L1) {
        const QDate first = QDate::fromString(params.value(u"first"_s), Qt::ISODate);
        const QDate last = QDate::fromString(params.value(u"last"_s), Qt::ISODate);
        if (makesSense(first, last)) {
            period.days = 0;
            period.first = first;
            period.last = last;
        }
    }
    for (const int days : Presets) {
        if (name == u"%1d"_s.arg(days))
            period.days = days;
    }
    const QString compare = params.value(u"compare"_s);
    if (compare == "none"_L1)
        period.compare = Comparison::None;
    else if (compare == "year"_L1)
        period.compare = Comparison::Year;
    return period;
}

AnalyticsSession::AnalyticsSession(UserId user, WorkspaceId workspace, AnalyticsGateway &gateway,
    AnalyticsMemory &memory, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_user(user)
    , m_workspace(workspace)
    , m_gateway(gateway)
    , m_memory(memory)
    , m_clock(clock)
{
    // Whoever comes back soon sees the windows of before, so that what is kept can be shown and is not read
    // again.
    const Instant *pinned = m_memory.find<Instant>(pinKey());
    if (pinned && *pinned <= clock.now() && clock.now() - *pinned < PinFor)
        m_pinnedAt = *pinned;
    else
        pin();
}

void AnalyticsSession::setPeriod(const AnalyticsPeriod &period)
{
    AnalyticsPeriod wanted = period;
    if (isCustom(wanted) && !makesSense(wanted.first, wanted.last))
        return;
    if (!isCustom(wanted))
        wanted.first = wanted.last = {};
    if (wanted == m_period)
        return;
    m_period = wanted;
    if (m_clock.now() - m_pinnedAt >= PinFor)
        pin();
    Q_EMIT requestChanged();
}

bool AnalyticsSession::canStep(int periods) const
{
    if (periods <= 0)
        return periods < 0;
    return isCustom(m_period) && m_period.last < localDate(m_clock.now(), m_zone);
}

void AnalyticsSession::step(int periods)
{
    if (!canStep(periods))
        return;
    const QDate today = localDate(m_clock.now(), m_zone);
    AnalyticsPeriod moved = m_period;
    if (!isCustom(moved)) {
        moved.first = today.addDays(1 - moved.days);
        moved.last = today;
    }
    const qint64 length = moved.first.daysTo(moved.last) + 1;
    moved.days = 0;
    moved.last = std::min(moved.last.addDays(length * periods), today);
    moved.first = moved.last.addDays(1 - length);
    setPeriod(moved);
}

void AnalyticsSession::setZone(const QString &ianaName)
{
    const QTimeZone zone = analyticsZone(ianaName);
    if (zone == m_zone)
        return;
    m_zone = zone;
    Q_EMIT zoneChanged();
    // The same dates begin and end at other instants.
    if (isCustom(m_period))
        Q_EMIT requestChanged();
}

AnalyticsRequest AnalyticsSession::request() const
{
    AnalyticsRequest request;
    request.workspace = m_workspace;
    request.compare = m_period.compare;
    request.forceRefresh = m_isForced;
    if (isCustom(m_period))
        request.window
            = {localMidnight(m_period.first, m_zone), localMidnight(m_period.last.addDays(1), m_zone)};
    else
        request.window = lastDays(m_period.days, m_pinnedAt);
    return request;
}

void AnalyticsSession::refresh()
{
    pin();
    ++m_refreshes;
    m_isForced = true;
    Q_EMIT refreshed();
    m_isForced = false;
}

void AnalyticsSession::hintNewData()
{
    if (m_hasNewData)
        return;
    m_hasNewData = true;
    Q_EMIT newDataHinted();
}

QString AnalyticsSession::memoryKey(const QString &tab, const QString &parts) const
{
    const AnalyticsWindow window = request().window;
    return periodKey(tab, parts) + u":window:%1:%2"_s.arg(boundText(window.from), boundText(window.to));
}

QString AnalyticsSession::periodKey(const QString &tab, const QString &parts) const
{
    QStringList period;
    const auto params = encodePeriod(m_period);
    for (auto it = params.cbegin(); it != params.cend(); ++it)
        period.append(it.key() + u'=' + it.value());
    return u"zrg:analytics:%1:%2:%3:%4:%5"_s.arg(
        m_user.toString(), m_workspace.toString(), tab, parts, period.join(u'&'));
}

QString AnalyticsSession::pinKey() const
{
    return u"zrg:analytics:%1:%2:pinned"_s.arg(m_user.toString(), m_workspace.toString());
}

void AnalyticsSession::pin()
{
    m_pinnedAt = m_clock.now();
    m_memory.insert(pinKey(), m_pinnedAt);
    m_hasNewData = false;
}

} // namespace signalbox
