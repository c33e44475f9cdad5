// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/analyticsdemo.h"

#include "core/analytics/analyticsrules.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

/// Busy in the week, quiet at its end, a little more each week.
double weight(const QDate &date)
{
    const double week = date.dayOfWeek() >= 6 ? 0.22 : 1 + 0.12 * std::sin(date.dayOfWeek() * 1.7);
    const double noise = 1 + 0.18 * std::sin(double(date.toJulianDay()) * 2.3);
    return week * noise * (1 + 0.002 * double(date.toJulianDay() % 200));
}

QList<ActivityDay> days(const AnalyticsWindow &window, double scale, const QTimeZone &zone)
{
    QList<ActivityDay> list;
    const QList<LocalDay> all = localDays(*window.from, *window.to, zone);
    const QLocale english(QLocale::English);
    for (const LocalDay &day : all) {
        const auto inside = std::min(day.end, *window.to) - std::max(day.begin, *window.from);
        const double part = duration<double>(inside) / duration<double>(day.end - day.begin);
        const double amount = weight(day.date) * scale * part;
        list.append({.date = day.date,
            .label = english.toString(day.date, all.size() <= 8 ? u"ddd"_s : u"MMM d"_s),
            .isPartial = part < 0.999,
            .leads = qint64(380 * amount),
            .inbound = qint64(132 * amount * (1 + 0.1 * std::sin(double(day.date.toJulianDay())))),
            .outbound = qint64(410 * amount),
            .meetings = qint64(7 * amount)});
    }
    return list;
}

Capacity demoCapacity(Instant now)
{
    return {.window = {now, now + 720h},
        .booked = 61,
        .available = 39,
        .breakdown = {{u"DEFAULT"_s, 44, 30}, {u"DIRECT_BOOK"_s, 12, 9}},
        .unattributedBooked = 5,
        .fetches
        = {{u"DEFAULT"_s, now - 3h - 12min, true, u"GHL"_s, u"https://calendar.example/brightline"_s, {}},
            {u"DIRECT_BOOK"_s, now - 14min, false, u"CALENDLY"_s, u"https://calendar.example/direct"_s, {}}}};
}

OverviewCore demoCore(const AnalyticsWindow &window, Instant now, double scale)
{
    OverviewCore core;
    core.days = days(window, scale, analyticsZone(u"America/New_York"_s));
    for (const ActivityDay &day : core.days) {
        core.totalLeads += day.leads;
        core.outboundLeadsContacted += day.outbound * 7 / 10;
        core.responses += day.inbound * 6 / 10;
        core.meetingsBooked += day.meetings;
    }
    core.responseRate = percent(core.responses, core.outboundLeadsContacted);
    core.setterResponse = {42.0 * 60000 * (2 - scale), qint64(412 * scale)};
    core.clientResponse = {5.4 * 3600000 * scale, qint64(1290 * scale)};
    core.capacity = demoCapacity(now);
    return core;
}

OverviewBreakdowns demoBreakdowns(const OverviewCore &core, double scale)
{
    OverviewBreakdowns parts;
    parts.week = core.days;
    const double responses = double(core.responses);
    const std::pair<const char16_t *, double> sentiments[] = {{u"Interested", 31},
        {u"Information Requested", 18}, {u"Meeting Requested", 11}, {u"Not Interested", 14},
        {u"Out of Office", 9}, {u"Follow Up", 7}, {u"Automated Reply", 6}, {u"Unknown", 4}};
    for (const auto &[name, share] : sentiments) {
        const double moved = share + (scale < 1 ? 1.2 * std::sin(share) : 0);
        parts.sentiments.append({QString::fromUtf16(name), qint64(responses * moved / 100), moved});
    }
    const std::pair<const char16_t *, int> statuses[] = {{u"new", 46}, {u"qualified", 22},
        {u"not-interested", 14}, {u"meeting-booked", 9}, {u"unqualified", 6}, {u"blacklisted", 3}};
    for (const auto &[name, share] : statuses)
        parts.statuses.append({QString::fromUtf16(name), core.totalLeads * share / 100, share});
    const std::pair<const char16_t *, double> setters[] = {{u"dana.wu@brightline.example", 18},
        {u"lee.warner@brightline.example", 44}, {u"priya.nair@brightline.example", 71},
        {u"sam.ortiz@brightline.example", 153}, {u"j.hale@brightline.example", 26}};
    for (qsizetype i = 0; const auto &[email, minutesLong] : setters) {
        const qint64 samples = qint64(double(412 - 87 * i) * scale);
        parts.setters.append({UserId(QUuid(uint(i + 1), 7, 7, 0, 0, 0, 0, 0, 0, 0, 1)),
            QString::fromUtf16(email), i == 4 ? QString() : u"SETTER"_s,
            {minutesLong * 60000 * (2 - scale), std::max<qint64>(samples, 11)}});
        ++i;
    }
    const std::pair<const char16_t *, int> clients[] = {{u"Harbor Dental", 84}, {u"Northwind Roofing", 61},
        {u"Unattributed", 40}, {u"Cedar & Pine Realty", 33}, {u"Apex HVAC", 12}};
    for (const auto &[name, leads] : clients)
        parts.smsSubClients.append({QString::fromUtf16(name), qint64(leads * scale),
            qint64(leads * 2.6 * scale), qint64(leads * 0.18 * scale)});
    qint64 in = 0;
    qint64 out = 0;
    for (const ActivityDay &day : core.days) {
        in += day.inbound;
        out += day.outbound;
    }
    parts.channels = {{u"sms"_s, in * 22 / 100, out * 18 / 100}, {u"email"_s, in * 61 / 100, out * 70 / 100},
        {u"linkedin"_s, in * 17 / 100, out * 12 / 100}};
    parts.topClients = {{u"Brightline"_s, core.totalLeads, core.meetingsBooked}};
    return parts;
}

} // namespace

OverviewData demoOverview(const AnalyticsWindow &window, Instant now, double scale)
{
    OverviewData data;
    data.core = demoCore(window, now, scale);
    data.breakdowns = demoBreakdowns(data.core, scale);
    return data;
}

AnalyticsReading<OverviewData> demoOverviewReading(
    const AnalyticsRequest &request, OverviewParts parts, Instant now)
{
    const QTimeZone zone = analyticsZone(u"America/New_York"_s);
    const auto only = [&](OverviewData data) {
        if (parts == OverviewParts::Core)
            data.breakdowns = {};
        else if (parts == OverviewParts::Breakdowns)
            data.core = {};
        return data;
    };
    AnalyticsReading<OverviewData> reading;
    reading.window = request.window;
    reading.timezone = u"America/New_York"_s;
    reading.computedAt = now;
    reading.data = only(demoOverview(request.window, now));
    if (const auto before = comparisonWindow(request.window, request.compare, zone)) {
        reading.comparisonWindow = *before;
        reading.comparison = only(demoOverview(*before, now, 0.93));
    }
    return reading;
}

AnalyticsReading<OverviewData> emptyOverviewReading(const AnalyticsRequest &request, Instant now)
{
    AnalyticsReading<OverviewData> reading;
    reading.window = request.window;
    reading.timezone = u"America/New_York"_s;
    reading.computedAt = now;
    reading.data.core.days = days(request.window, 0, analyticsZone(reading.timezone));
    return reading;
}

} // namespace signalbox
