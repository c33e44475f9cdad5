// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/breakdowns.h"

#include "core/analytics/analyticsrules.h"

#include <QHash>
#include <QMap>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// The tags of interest, and the legacy one (domain §7.4, smsSubClients).
bool isInterest(const QString &sentiment)
{
    static const QStringList tags {u"Meeting Requested"_s, u"Call Requested"_s, u"Information Requested"_s,
        u"Interested"_s, u"Positive"_s};
    return tags.contains(sentiment);
}

struct Replies
{
    QHash<QString, qint64> bySentiment;
    QHash<QUuid, SmsSubClient> byCampaign; ///< null: none
    qint64 total = 0;
};

void addReplies(Replies &replies, const PgResult &rows, bool isLast)
{
    for (int row = 0; row < rows.rowCount(); ++row) {
        const QString sentiment = rows.text(row, 1);
        const qint64 leads = rows.integer(row, 2);
        const bool isUnknown = sentiment.isEmpty() || sentiment == "New"_L1;
        replies.bySentiment[isUnknown ? u"Unknown"_s : sentiment] += leads;
        SmsSubClient &campaign = replies.byCampaign[rows.uuid(row, 0)];
        campaign.responses += leads;
        if (isLast && isInterest(sentiment))
            campaign.leads += leads;
        replies.total += leads;
    }
}

/// Who wrote in the window: whose last message lies in it, and who wrote again later.
Result<Replies> loadReplies(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const PgParams params = PgParams() << scope.workspace << fromBound(window) << toBound(window);
    const auto last = pg.run("AnalyticsRepliers"_L1, params);
    if (!last)
        return last.error();
    Replies replies;
    addReplies(replies, *last, true);
    if (!window.to)
        return replies;
    const auto earlier = pg.run("AnalyticsLaterRepliers"_L1, params);
    if (!earlier)
        return earlier.error();
    addReplies(replies, *earlier, false);
    return replies;
}

QList<SentimentShare> sentimentsOf(const Replies &replies)
{
    QList<SentimentShare> shares;
    for (auto it = replies.bySentiment.begin(); it != replies.bySentiment.end(); ++it)
        shares.append({it.key(), it.value(), 100 * fraction(it.value(), replies.total)});
    std::sort(shares.begin(), shares.end(), [](const auto &a, const auto &b) {
        return a.count != b.count ? a.count > b.count : a.sentiment < b.sentiment;
    });
    return shares;
}

/// Adds the meetings; the workspace's sum of them.
Result<qint64> addMeetings(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window, Replies &replies)
{
    PgParams params;
    params << scope.workspace;
    const bool isAllTime = !window.from && !window.to;
    if (!isAllTime)
        params << fromBound(window) << toBound(window);
    const auto rows = pg.run(isAllTime ? "AnalyticsSmsMeetingsEver"_L1 : "AnalyticsSmsMeetings"_L1, params);
    if (!rows)
        return rows.error();
    qint64 total = 0;
    for (int row = 0; row < rows->rowCount(); ++row) {
        replies.byCampaign[rows->uuid(row, 0)].meetingsBooked += rows->integer(row, 1);
        total += rows->integer(row, 1);
    }
    return total;
}

Result<QList<SmsSubClient>> nameSubClients(
    PgConnection &pg, const AnalyticsScope &scope, QHash<QUuid, SmsSubClient> byCampaign)
{
    const auto rows = pg.run("AnalyticsSmsCampaigns"_L1, PgParams() << scope.workspace);
    if (!rows)
        return rows.error();
    QList<SmsSubClient> list;
    for (int row = 0; row < rows->rowCount(); ++row) {
        SmsSubClient client = byCampaign.take(rows->uuid(row, 0));
        client.name = rows->text(row, 1);
        list.append(client);
    }
    if (byCampaign.contains(QUuid())) {
        SmsSubClient client = byCampaign.take(QUuid());
        client.name = u"Unattributed"_s;
        list.append(client);
    }
    std::stable_sort(list.begin(), list.end(), [](const auto &a, const auto &b) {
        return a.leads != b.leads ? a.leads > b.leads : a.name < b.name;
    });
    return list;
}

/// Statuses of the leads created, and the workspace as its own top client.
Result<void> addCreated(PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window,
    qint64 meetings, OverviewBreakdowns &breakdowns)
{
    const auto rows = pg.run(
        "AnalyticsStatuses"_L1, PgParams() << scope.workspace << fromBound(window) << toBound(window));
    if (!rows)
        return rows.error();
    qint64 leads = 0;
    for (int row = 0; row < rows->rowCount(); ++row)
        leads += rows->integer(row, 1);
    for (int row = 0; row < rows->rowCount(); ++row) {
        breakdowns.statuses.append(
            {rows->text(row, 0), rows->integer(row, 1), percent(rows->integer(row, 1), leads)});
    }
    const auto context = pg.run("AnalyticsContext"_L1, PgParams() << scope.workspace);
    if (!context)
        return context.error();
    if (context->rowCount() > 0)
        breakdowns.topClients.append({context->text(0, 0), leads, meetings});
    return {};
}

} // namespace

QList<ChannelActivity> channelsOf(const Activity &activity)
{
    static const QStringList order {u"sms"_s, u"email"_s, u"linkedin"_s};
    QMap<std::pair<qsizetype, QString>, ChannelActivity> sorted;
    for (const Activity::Cell &cell : activity.cells) {
        const qsizetype known = order.indexOf(cell.channel);
        ChannelActivity &channel = sorted[{known < 0 ? order.size() : known, cell.channel}];
        channel.channel = cell.channel;
        (cell.isInbound ? channel.inbound : channel.outbound) += cell.messages;
    }
    return sorted.values();
}

Result<OverviewBreakdowns> loadBreakdowns(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    auto replies = loadReplies(pg, scope, window);
    if (!replies)
        return replies.error();
    const auto meetings = addMeetings(pg, scope, window, *replies);
    if (!meetings)
        return meetings.error();
    OverviewBreakdowns breakdowns;
    breakdowns.sentiments = sentimentsOf(*replies);
    auto clients = nameSubClients(pg, scope, replies->byCampaign);
    if (!clients)
        return clients.error();
    breakdowns.smsSubClients = *std::move(clients);
    if (const auto done = addCreated(pg, scope, window, *meetings, breakdowns); !done)
        return done.error();
    return breakdowns;
}

} // namespace signalbox
