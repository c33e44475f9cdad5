// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/overviewwords.h"

#include "ui/base/presenter.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr double QuickMs = 30.0 * 60 * 1000;
constexpr double FairMs = 2.0 * 60 * 60 * 1000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Overview", text);
}

PanelColumn column(const char *title, const char *definition, bool isNumber = true)
{
    return {translated(title), translated(definition), isNumber, false};
}

PanelCell number(qint64 value, const QLocale &locale)
{
    return {.text = presentNumber(value, locale), .sortKey = value};
}

PanelCell share(std::optional<double> value, const QLocale &locale)
{
    return {.text = presentShare(value, locale), .sortKey = value ? QVariant(*value) : QVariant()};
}

QString channelName(const QString &channel)
{
    if (channel == "sms"_L1)
        return presentChannel(Channel::Sms).text;
    if (channel == "email"_L1)
        return presentChannel(Channel::Email).text;
    if (channel == "linkedin"_L1)
        return presentChannel(Channel::LinkedIn).text;
    return channel;
}

/// A share of this period beside that of the one before, in points.
Change shareChange(double now, double before, qint64 samplesNow, qint64 samplesBefore, BetterWhen better)
{
    return {now, before, samplesNow, samplesBefore, ChangeUnit::Points, better};
}

BetterWhen betterOf(const QString &sentiment)
{
    switch (presentSentiment(sentiment).tone) {
    case Tone::GoingWell:
        return BetterWhen::Higher;
    case Tone::No:
        return BetterWhen::Lower;
    case Tone::Asks:
    case Tone::Quiet:
    case Tone::Waiting:
        break;
    }
    return BetterWhen::Neither;
}

QString sentimentName(const QString &sentiment)
{
    return sentiment == "Unknown"_L1 ? translated(QT_TRANSLATE_NOOP("Overview", "Not classified"))
                                     : presentSentiment(sentiment).text;
}

/// Old and new spellings of a sentiment read the same: they are one row.
QList<SentimentShare> byName(const QList<SentimentShare> &sentiments)
{
    QList<SentimentShare> merged;
    for (const SentimentShare &one : sentiments) {
        const auto known = std::ranges::find_if(merged, [&](const SentimentShare &other) {
            return sentimentName(other.sentiment) == sentimentName(one.sentiment);
        });
        if (known == merged.end()) {
            merged.append(one);
        } else {
            known->count += one.count;
            known->percentage += one.percentage;
        }
    }
    std::ranges::stable_sort(merged, std::ranges::greater(), &SentimentShare::count);
    return merged;
}

template <typename List> qint64 total(const List &list)
{
    return std::accumulate(
        list.cbegin(), list.cend(), qint64(0), [](qint64 sum, const auto &one) { return sum + one.count; });
}

} // namespace

QList<BarRow> sentimentRows(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const QLocale &locale)
{
    QList<BarRow> rows;
    const QList<SentimentShare> earlier = before ? byName(before->sentiments) : QList<SentimentShare>();
    const qint64 all = total(now.sentiments);
    const qint64 allBefore = total(earlier);
    for (const SentimentShare &one : byName(now.sentiments)) {
        const QString name = sentimentName(one.sentiment);
        BarRow row {.label = name,
            .value = double(one.count),
            .valueText = presentNumber(one.count, locale),
            .shareText = presentShare(one.percentage / 100, locale)};
        if (before) {
            const auto old = std::ranges::find_if(
                earlier, [&](const SentimentShare &other) { return sentimentName(other.sentiment) == name; });
            row.change = shareChange(one.percentage, old == earlier.cend() ? 0 : old->percentage, all,
                allBefore, betterOf(one.sentiment));
        }
        rows.append(row);
    }
    return rows;
}

QList<BarRow> statusRows(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const QLocale &locale)
{
    QList<BarRow> rows;
    const qint64 all = total(now.statuses);
    const qint64 allBefore = before ? total(before->statuses) : 0;
    for (const StatusShare &one : now.statuses) {
        BarRow row {.label = presentStatus(one.status).text,
            .value = double(one.count),
            .valueText = presentNumber(one.count, locale),
            .shareText = presentShare(one.percentage / 100.0, locale, 0),
            .series = 5};
        if (before) {
            const auto old = std::ranges::find(before->statuses, one.status, &StatusShare::status);
            const qint64 count = old == before->statuses.cend() ? 0 : old->count;
            row.change = shareChange(100 * fraction(one.count, all), 100 * fraction(count, allBefore), all,
                allBefore, BetterWhen::Neither);
        }
        rows.append(row);
    }
    return rows;
}

QList<BarRow> channelRows(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const QLocale &locale)
{
    QList<BarRow> rows;
    for (const ChannelActivity &one : now.channels) {
        const qint64 sum = one.inbound + one.outbound;
        BarRow row {.label = channelName(one.channel),
            .value = double(sum),
            .valueText = presentNumber(sum, locale),
            .parts = {{translated(QT_TRANSLATE_NOOP("Overview", "Inbound")), double(one.inbound), 1},
                {translated(QT_TRANSLATE_NOOP("Overview", "Outbound")), double(one.outbound), 0}}};
        if (before) {
            const auto old = std::ranges::find(before->channels, one.channel, &ChannelActivity::channel);
            const qint64 count = old == before->channels.cend() ? 0 : old->inbound + old->outbound;
            row.change
                = Change {double(sum), double(count), sum, count, ChangeUnit::Percent, BetterWhen::Neither};
        }
        rows.append(row);
    }
    return rows;
}

QList<PanelColumn> setterColumns()
{
    QList<PanelColumn> columns {
        column(QT_TRANSLATE_NOOP("Overview", "Setter"),
            QT_TRANSLATE_NOOP("Overview", "Who sent the answer. Former members are marked."), false),
        column(QT_TRANSLATE_NOOP("Overview", "Average response"),
            QT_TRANSLATE_NOOP("Overview",
                "Mean time from a lead's message to this setter's next one on the same channel, both in "
                "business hours, at "
                "most 7 days apart.")),
        column(QT_TRANSLATE_NOOP("Overview", "Pace"),
            QT_TRANSLATE_NOOP("Overview", "Quick: under 30 minutes. Fair: under 2 hours. Slow: longer."),
            false),
        column(QT_TRANSLATE_NOOP("Overview", "vs before"),
            QT_TRANSLATE_NOOP("Overview",
                "Against the period compared with. Below 30 answers on either side only their number is "
                "shown.")),
        column(QT_TRANSLATE_NOOP("Overview", "Answers"),
            QT_TRANSLATE_NOOP("Overview", "How many answers the average is of.")),
    };
    columns.first().isStretched = true;
    return columns;
}

QList<QList<PanelCell>> setterRows(
    const OverviewBreakdowns &now, const OverviewBreakdowns *before, const QLocale &locale)
{
    QList<QList<PanelCell>> rows;
    for (const SetterResponse &one : now.setters) {
        const double ms = one.gap.meanMs.value_or(0);
        PanelCell pace;
        if (one.gap.meanMs) {
            pace.text = ms < QuickMs ? translated(QT_TRANSLATE_NOOP("Overview", "Quick"))
                : ms < FairMs        ? translated(QT_TRANSLATE_NOOP("Overview", "Fair"))
                                     : translated(QT_TRANSLATE_NOOP("Overview", "Slow"));
            pace.tone = ms < QuickMs ? ColorRole::Ok : ms < FairMs ? ColorRole::Warn : ColorRole::Danger;
            pace.sortKey = ms;
        } else {
            pace.text = u"\u2014"_s;
        }
        PanelCell change {.text = u"\u2014"_s};
        const SetterResponse *old = nullptr;
        if (before) {
            const auto found = std::ranges::find(before->setters, one.user, &SetterResponse::user);
            old = found == before->setters.cend() ? nullptr : &*found;
        }
        if (old && old->gap.meanMs && one.gap.meanMs) {
            change.text = presentChange({ms, *old->gap.meanMs, one.gap.samples, old->gap.samples,
                                            ChangeUnit::Duration, BetterWhen::Lower},
                locale)
                              .text;
            change.sortKey = ms - *old->gap.meanMs;
        }
        PanelCell name {.text = one.email, .tooltip = presentRole(one.role)};
        if (one.role.isEmpty()) {
            name.text = translated(QT_TRANSLATE_NOOP("Overview", "%1 (former member)")).arg(one.email);
            name.tooltip.clear();
        }
        rows.append(QList<PanelCell> {name,
            {.text = presentGap(one.gap.meanMs, locale),
                .sortKey = one.gap.meanMs ? QVariant(ms) : QVariant()},
            pace, change, number(one.gap.samples, locale)});
    }
    return rows;
}

QList<PanelColumn> subClientColumns()
{
    QList<PanelColumn> columns {
        column(QT_TRANSLATE_NOOP("Overview", "Sub-client"),
            QT_TRANSLATE_NOOP(
                "Overview", "The SMS campaign a lead came from; “Unattributed” are leads without one."),
            false),
        column(QT_TRANSLATE_NOOP("Overview", "Leads (positive)"),
            QT_TRANSLATE_NOOP("Overview",
                "Leads whose sentiment is positive and whose last message to us lies in the period.")),
        column(QT_TRANSLATE_NOOP("Overview", "Replies"),
            QT_TRANSLATE_NOOP("Overview", "Leads that wrote to us in the period.")),
        column(QT_TRANSLATE_NOOP("Overview", "Meetings"),
            QT_TRANSLATE_NOOP("Overview", "Leads whose meeting was booked in the period.")),
        column(QT_TRANSLATE_NOOP("Overview", "Positive rate"),
            QT_TRANSLATE_NOOP("Overview", "Positive leads as a share of the replies.")),
    };
    columns.first().isStretched = true;
    return columns;
}

QList<QList<PanelCell>> subClientRows(const OverviewBreakdowns &now, const QLocale &locale)
{
    QList<QList<PanelCell>> rows;
    for (const SmsSubClient &one : now.smsSubClients) {
        const bool isKnown = one.responses > 0;
        const QString name = one.name == "Unattributed"_L1
            ? translated(QT_TRANSLATE_NOOP("Overview", "Unattributed"))
            : one.name;
        rows.append(QList<PanelCell> {{.text = name}, number(one.leads, locale),
            number(one.responses, locale), number(one.meetingsBooked, locale),
            share(isKnown ? std::optional(fraction(one.leads, one.responses)) : std::nullopt, locale)});
    }
    return rows;
}

QList<PanelColumn> clientColumns()
{
    QList<PanelColumn> columns {
        column(
            QT_TRANSLATE_NOOP("Overview", "Client"), QT_TRANSLATE_NOOP("Overview", "The workspace."), false),
        column(QT_TRANSLATE_NOOP("Overview", "Leads"),
            QT_TRANSLATE_NOOP("Overview", "Leads created in the period.")),
        column(QT_TRANSLATE_NOOP("Overview", "Meetings"),
            QT_TRANSLATE_NOOP("Overview", "Leads whose meeting was booked in the period.")),
        column(QT_TRANSLATE_NOOP("Overview", "Conversion"),
            QT_TRANSLATE_NOOP("Overview", "Meetings as a share of the leads.")),
    };
    columns.first().isStretched = true;
    return columns;
}

QList<QList<PanelCell>> clientRows(const OverviewBreakdowns &now, const QLocale &locale)
{
    QList<QList<PanelCell>> rows;
    for (const TopClient &one : now.topClients) {
        const bool isKnown = one.leads > 0;
        rows.append(
            QList<PanelCell> {{.text = one.name}, number(one.leads, locale), number(one.meetings, locale),
                share(isKnown ? std::optional(fraction(one.meetings, one.leads)) : std::nullopt, locale)});
    }
    return rows;
}

} // namespace signalbox
