// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/analyticsstatement_p.h"
#include "core/storage/analytics/campaignsreader.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultDays = 7;
constexpr int RankedCampaigns = 5;
// What a campaign that many like and few book looks like (domain §7.5).
constexpr qint64 HighPositives = 8;
constexpr double LowBookingRate = 0.1;

const QStringList &headcountOrder()
{
    static const QStringList buckets {
        u"1-10"_s, u"11-50"_s, u"51-200"_s, u"201-500"_s, u"501-1000"_s, u"1000+"_s, u"Unknown"_s};
    return buckets;
}

QString nameOrUnknown(const QString &text)
{
    const QString name = text.trimmed();
    return name.isEmpty() ? u"Unknown"_s : name;
}

/// Slices by name, while they are being added up.
using SliceSums = QHash<QString, CampaignSlice>;

void addTo(SliceSums &sums, const CampaignSlice &slice)
{
    CampaignSlice &sum = sums[slice.name];
    sum.name = slice.name;
    sum.positiveReplies += slice.positiveReplies;
    sum.meetingsBooked += slice.meetingsBooked;
}

QList<CampaignSlice> mostPositiveFirst(const SliceSums &sums)
{
    QList<CampaignSlice> slices = sums.values();
    std::sort(slices.begin(), slices.end(), [](const CampaignSlice &a, const CampaignSlice &b) {
        return std::tie(b.positiveReplies, b.meetingsBooked, a.name)
            < std::tie(a.positiveReplies, a.meetingsBooked, b.name);
    });
    return slices;
}

QList<CampaignSlice> inHeadcountOrder(const SliceSums &sums)
{
    QList<CampaignSlice> slices;
    for (const QString &bucket : headcountOrder()) {
        if (const auto found = sums.constFind(bucket); found != sums.constEnd())
            slices.append(*found);
    }
    return slices;
}

/// Everything known of one campaign, or of all of them.
struct Facts
{
    EmailCampaignKpis kpis;
    SliceSums industries;
    SliceSums headcounts;
};

QHash<QUuid, Facts> campaignsOf(const PgResult &rows)
{
    const auto column = [&](const char *name) { return rows.column(name); };
    QHash<QUuid, Facts> campaigns;
    for (int row = 0; row < rows.rowCount(); ++row) {
        EmailCampaignKpis kpis;
        kpis.id = rows.uuid(row, column("id"));
        kpis.bisonCampaignId = rows.text(row, column("bison_campaign_id"));
        kpis.name = rows.text(row, column("name"));
        kpis.client = WorkspaceId {rows.uuid(row, column("workspace_id"))};
        kpis.clientName = rows.text(row, column("workspace_name"));
        kpis.responseMode = rows.text(row, column("response_mode"));
        kpis.autoSendConfidenceThreshold = rows.number(row, column("auto_send_confidence_threshold"));
        kpis.provider = rows.text(row, column("provider"));
        campaigns.insert(kpis.id, {kpis, {}, {}});
    }
    return campaigns;
}

/// Puts the rows of CampaignsEmailFacts where they belong: into their campaign, and into `all`.
void addFacts(const PgResult &rows, QHash<QUuid, Facts> &campaigns, Facts &all)
{
    const auto column = [&](const char *name) { return rows.column(name); };
    for (int row = 0; row < rows.rowCount(); ++row) {
        Facts &campaign = campaigns[rows.uuid(row, column("campaign"))];
        const QString kind = rows.text(row, column("slice"));
        CampaignSlice slice {.name = {},
            .positiveReplies = rows.integer(row, column("positive_replies")),
            .meetingsBooked = rows.integer(row, column("meetings_booked"))};
        if (kind == "reply"_L1) {
            campaign.kpis.positiveReplies += slice.positiveReplies;
            campaign.kpis.meetingsRequested += rows.integer(row, column("meetings_requested"));
            campaign.kpis.meetingsBooked += slice.meetingsBooked;
        } else if (kind == "industry"_L1) {
            slice.name = nameOrUnknown(rows.text(row, column("name")));
            addTo(campaign.industries, slice);
            addTo(all.industries, slice);
        } else {
            slice.name = headcountBucket(rows.text(row, column("name")));
            addTo(campaign.headcounts, slice);
            addTo(all.headcounts, slice);
        }
    }
}

QList<EmailCampaignKpis> listed(const QHash<QUuid, Facts> &campaigns)
{
    QList<EmailCampaignKpis> list;
    for (const Facts &facts : campaigns) {
        EmailCampaignKpis kpis = facts.kpis;
        kpis.byIndustry = mostPositiveFirst(facts.industries);
        kpis.byHeadcount = inHeadcountOrder(facts.headcounts);
        list.append(std::move(kpis));
    }
    std::sort(list.begin(), list.end(), [](const EmailCampaignKpis &a, const EmailCampaignKpis &b) {
        return std::tie(b.positiveReplies, b.meetingsBooked, a.name, a.id)
            < std::tie(a.positiveReplies, a.meetingsBooked, b.name, b.id);
    });
    return list;
}

/// `campaigns` in the order they are listed in; a stable sort keeps it among equal rates.
void rank(const QList<EmailCampaignKpis> &campaigns, WeeklyReport &report)
{
    QList<RankedCampaign> ranked;
    for (const EmailCampaignKpis &campaign : campaigns) {
        if (campaign.positiveReplies > 0)
            ranked.append({campaign.id, campaign.name, campaign.positiveReplies, campaign.meetingsBooked});
    }
    const auto rate = [](const RankedCampaign &campaign) {
        return fraction(campaign.meetingsBooked, campaign.positiveReplies);
    };
    for (const RankedCampaign &campaign : ranked) {
        if (campaign.positiveReplies >= HighPositives && rate(campaign) <= LowBookingRate)
            report.highPositiveLowBooking.append(campaign);
    }
    std::stable_sort(
        ranked.begin(), ranked.end(), [&](const auto &a, const auto &b) { return rate(a) > rate(b); });
    report.top = ranked.first(std::min<qsizetype>(RankedCampaigns, ranked.size()));
    std::stable_sort(ranked.begin(), ranked.end(), [&](const auto &a, const auto &b) {
        return std::tuple(rate(a), b.positiveReplies) < std::tuple(rate(b), a.positiveReplies);
    });
    report.bottom = ranked.first(std::min<qsizetype>(RankedCampaigns, ranked.size()));
}

QList<CampaignSlice> sentimentsOf(const PgResult &rows)
{
    SliceSums sums;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const QString tag = rows.text(row, rows.column("sentiment_tag"));
        addTo(sums,
            {.name = tag == "New"_L1 ? u"Unknown"_s : nameOrUnknown(tag),
                .positiveReplies = rows.integer(row, rows.column("leads"))});
    }
    return mostPositiveFirst(sums);
}

} // namespace

Result<EmailCampaignsPart> loadEmailCampaigns(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    const AnalyticsWindow range = windowOrLast(DefaultDays, window, scope.now);
    return readAnalytics(pg, scope, [&]() -> Result<EmailCampaignsPart> {
        EmailCampaignsPart part {.window = range, .campaigns = {}, .report = {}};
        part.report.range = range;
        const auto list = pg.run("CampaignsEmailList"_L1, PgParams() << scope.workspace);
        if (!list)
            return list.error();
        if (list->rowCount() == 0)
            return part;
        QHash<QUuid, Facts> campaigns = campaignsOf(*list);
        PgParams params = windowParams(scope, range);
        params << list->text(0, list->column("provider"));
        const auto facts = pg.run("CampaignsEmailFacts"_L1, params);
        if (!facts)
            return facts.error();
        const auto sentiments = pg.run("CampaignsSentiments"_L1, windowParams(scope, range));
        if (!sentiments)
            return sentiments.error();
        Facts all;
        addFacts(*facts, campaigns, all);
        part.campaigns = listed(campaigns);
        rank(part.campaigns, part.report);
        part.report.sentiments = sentimentsOf(*sentiments);
        part.report.byIndustry = mostPositiveFirst(all.industries);
        part.report.byHeadcount = inHeadcountOrder(all.headcounts);
        return part;
    });
}

} // namespace signalbox
