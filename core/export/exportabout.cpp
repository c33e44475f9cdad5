// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportabout.h"

#include "core/export/zonedtime.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

using Lines = QList<std::pair<QString, QString>>;

constexpr QLatin1StringView CrmTab {"crm"};

QString timeText(Instant instant, ZonedTime &time)
{
    return QString::fromLatin1(time.isoText(instant));
}

QString windowText(const AnalyticsWindow &window, ZonedTime &time)
{
    if (!window.from && !window.to)
        return u"all time"_s;
    return u"%1 until %2"_s.arg(window.from ? timeText(*window.from, time) : u"the beginning"_s,
        window.to ? timeText(*window.to, time) : u"now"_s);
}

void addFilter(Lines &lines, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        lines.append({u"Filter: "_s + name, value});
}

void addCrm(Lines &lines, const CrmQuery &query, ZonedTime &time)
{
    lines.append({u"Interest registered"_s, windowText({query.from, query.to}, time)});
    addFilter(lines, u"campaign"_s, query.campaign.trimmed());
    addFilter(lines, u"lead category"_s, query.leadCategory.trimmed());
    addFilter(lines, u"lead status"_s, query.leadStatus.trimmed());
    addFilter(lines, u"response mode"_s, query.responseMode);
    lines.append({u"Sorted by"_s, query.sort + (query.isDescending ? u", descending"_s : u", ascending"_s)});
}

void addTiming(Lines &lines, const ResponseTimingFilter &filter)
{
    addFilter(lines, u"channel"_s, filter.channel);
    addFilter(lines, u"responder"_s, filter.responder);
    lines.append({u"Attribution window"_s, u"%1 days"_s.arg(filter.attributionWindowDays)});
    lines.append({u"Maturity buffer"_s, u"%1 days"_s.arg(filter.maturityBufferDays)});
}

} // namespace

QList<std::pair<QString, QString>> aboutLines(const ExportRequest &request, const ExportAbout &about)
{
    ZonedTime time(analyticsZone(about.zoneName));
    Lines lines {{u"Workspace"_s, about.workspaceName}, {u"Tab"_s, request.tab}};
    if (request.tab == CrmTab) {
        addCrm(lines, request.crm, time);
    } else {
        lines.append({u"Window"_s, windowText(about.window, time)});
        if (about.comparison)
            lines.append({u"Compared with"_s, windowText(*about.comparison, time)});
    }
    if (request.tab == "response-timing"_L1)
        addTiming(lines, request.timing);
    if (about.isOwnOnly)
        lines.append({u"Scope"_s, u"own leads only"_s});
    lines.append({u"Computed at"_s, timeText(about.computedAt, time)});
    lines.append({u"Time zone"_s, QString::fromLatin1(time.zone().id())});
    return lines;
}

QString exportFileName(const ExportRequest &request, const ExportAbout &about)
{
    ZonedTime time(analyticsZone(about.zoneName));
    const QString day = timeText(about.computedAt, time).left(10);
    const QString suffix = request.format == ExportFormat::Xlsx ? u"xlsx"_s : u"csv"_s;
    return u"signalbox-%1-%2.%3"_s.arg(request.tab, day, suffix);
}

} // namespace signalbox
