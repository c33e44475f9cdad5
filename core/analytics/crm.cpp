// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticswindow.h"
#include "core/analytics/crmcolumns.h"
#include "core/analytics/crmwire.h"
#include "core/inbox/jsonfields.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestFilter = 200;

Result<QString> decodeText(const QueryItems &items, QLatin1StringView key)
{
    const QString text = queryItem(items, key);
    if (text.size() > LongestFilter)
        return badParameter(key, u"is longer than %1 characters"_s.arg(LongestFilter));
    // Bytes that were no UTF-8 have become replacement characters, which no name holds.
    if (text.contains(QChar(u'\0')) || text.contains(QChar::ReplacementCharacter) || !text.isValidUtf16())
        return badParameter(key, u"is no text"_s);
    return text;
}

Result<void> decodeTexts(const QueryItems &items, CrmQuery &query)
{
    const std::pair<QLatin1StringView, QString *> texts[] {{"campaign"_L1, &query.campaign},
        {"leadCategory"_L1, &query.leadCategory}, {"leadStatus"_L1, &query.leadStatus}};
    for (const auto &[key, target] : texts) {
        auto text = decodeText(items, key);
        if (!text)
            return text.error();
        *target = *std::move(text);
    }
    query.responseMode = queryItem(items, "responseMode"_L1);
    if (!query.responseMode.isEmpty() && !crmResponseModes().contains(query.responseMode))
        return unknownValue("responseMode"_L1, crmResponseModes());
    return {};
}

Result<void> decodeDates(const QueryItems &items, CrmQuery &query)
{
    const auto from = decodeBound(items, "dateFrom"_L1);
    if (!from)
        return from.error();
    const auto to = decodeBound(items, "dateTo"_L1);
    if (!to)
        return to.error();
    if (*from && *to && **from > **to)
        return badParameter("dateFrom"_L1, u"lies after dateTo"_s);
    query.from = *from;
    query.to = *to;
    return {};
}

QStringList sortableNames()
{
    QStringList names;
    for (const CrmColumn &column : crmColumns()) {
        if (column.isSortable)
            names.append(QString::fromLatin1(column.key));
    }
    return names;
}

Result<void> decodeSort(const QueryItems &items, CrmQuery &query)
{
    const QString text = queryItem(items, "sort"_L1);
    if (text.isEmpty())
        return {};
    const qsizetype colon = text.indexOf(u':');
    const QStringView column = QStringView(text).left(colon < 0 ? text.size() : colon);
    const QStringView direction = colon < 0 ? QStringView(u"desc") : QStringView(text).mid(colon + 1);
    const CrmColumn *found = crmColumn(column);
    if (found == nullptr || !found->isSortable || (direction != "asc"_L1 && direction != "desc"_L1))
        return badParameter("sort"_L1,
            u"is not a sortable column (%1) with :asc or :desc"_s.arg(sortableNames().join(", "_L1)));
    query.sort = column.toString();
    query.isDescending = direction == "desc"_L1;
    return {};
}

} // namespace

const QStringList &crmResponseTypes()
{
    static const QStringList types {
        u"MEETING_REQUEST"_s, u"INFORMATION_REQUEST"_s, u"OBJECTION"_s, u"FOLLOW_UP_FUTURE"_s, u"OTHER"_s};
    return types;
}

const QStringList &crmResponseModes()
{
    static const QStringList modes {u"AI"_s, u"HUMAN"_s, u"UNKNOWN"_s};
    return modes;
}

QueryItems encodeCrmQuery(const CrmQuery &query)
{
    QueryItems items {{u"clientId"_s, query.workspace.toString()}};
    const auto add = [&items](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            items.append({QString(key), value});
    };
    add("campaign"_L1, query.campaign.trimmed());
    add("leadCategory"_L1, query.leadCategory.trimmed());
    add("leadStatus"_L1, query.leadStatus.trimmed());
    add("responseMode"_L1, query.responseMode);
    add("dateFrom"_L1, query.from ? wireInstant(*query.from) : QString());
    add("dateTo"_L1, query.to ? wireInstant(*query.to) : QString());
    const CrmQuery defaults;
    if (query.sort != defaults.sort || query.isDescending != defaults.isDescending)
        add("sort"_L1, query.sort + (query.isDescending ? ":desc"_L1 : ":asc"_L1));
    return items;
}

Result<CrmQuery> decodeCrmQuery(const QueryItems &items)
{
    const auto workspace = decodeWorkspaceParameter(items);
    if (!workspace)
        return workspace.error();
    CrmQuery query;
    query.workspace = *workspace;
    if (const auto done = decodeTexts(items, query); !done)
        return done.error();
    if (const auto done = decodeDates(items, query); !done)
        return done.error();
    if (const auto done = decodeSort(items, query); !done)
        return done.error();
    return query;
}

Result<int> decodeCrmLimit(const QueryItems &items)
{
    return clampedParameter(items, "limit"_L1, DefaultCrmLimit, 1, MaximumCrmLimit);
}

} // namespace signalbox
