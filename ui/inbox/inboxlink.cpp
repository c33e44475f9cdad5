// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxlink.h"

namespace signalbox {

using namespace Qt::StringLiterals;

QMap<QString, QString> linkParams(const InboxQuery &query)
{
    QMap<QString, QString> params;
    if (query.category != InboxCategory::All)
        params.insert(u"filter"_s, wireName(query.category));
    if (!query.search.isEmpty())
        params.insert(u"search"_s, query.search);
    if (query.searchIn == SearchIn::Messages)
        params.insert(u"searchIn"_s, u"messages"_s);
    QStringList channels;
    for (const Channel channel : query.channels)
        channels.append(wireName(channel));
    if (!channels.isEmpty())
        params.insert(u"channels"_s, channels.join(u','));
    if (!query.sentimentTags.isEmpty())
        params.insert(u"sentimentTags"_s, query.sentimentTags.join(u','));
    if (query.smsUnattributed)
        params.insert(u"smsCampaignUnattributed"_s, u"true"_s);
    else if (query.smsCampaign)
        params.insert(u"smsCampaignId"_s, query.smsCampaign->toString(QUuid::WithoutBraces));
    if (query.score != ScoreFilter::All)
        params.insert(u"scoreFilter"_s, wireName(query.score));
    if (query.sort != InboxSort::Recent)
        params.insert(u"sort"_s, wireName(query.sort));
    return params;
}

InboxQuery queryFromLink(WorkspaceId workspace, const QMap<QString, QString> &params)
{
    InboxQuery query {.workspace = workspace};
    query.category = parseCategory(params.value(u"filter"_s)).value_or(InboxCategory::All);
    query.search = params.value(u"search"_s).trimmed().left(200);
    if (params.value(u"searchIn"_s) == u"messages"_s)
        query.searchIn = SearchIn::Messages;
    for (const QString &name : params.value(u"channels"_s).split(u',', Qt::SkipEmptyParts))
        if (const auto channel = parseChannel(name); channel && !query.channels.contains(*channel))
            query.channels.append(*channel);
    query.sentimentTags = params.value(u"sentimentTags"_s).split(u',', Qt::SkipEmptyParts);
    query.smsUnattributed = params.value(u"smsCampaignUnattributed"_s) == u"true"_s;
    const QUuid campaign(params.value(u"smsCampaignId"_s));
    if (!campaign.isNull() && !query.smsUnattributed)
        query.smsCampaign = campaign;
    query.score = parseScoreFilter(params.value(u"scoreFilter"_s)).value_or(ScoreFilter::All);
    query.sort = parseSort(params.value(u"sort"_s)).value_or(InboxSort::Recent);
    return query;
}

} // namespace signalbox
