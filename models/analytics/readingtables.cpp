// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/readingtables.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

TableCell text(const QString &value)
{
    return {.value = value, .tooFew = {}};
}

/// Of a thing that may have lost its name. Empty text is the name of all of them.
TableCell name(const QString &value)
{
    return {.value = value.isEmpty() ? QVariant() : value, .tooFew = {}};
}

TableCell nameOfAll()
{
    return text(u""_s);
}

TableCell count(qint64 value)
{
    return {.value = value, .tooFew = {}};
}

TableCell number(const std::optional<double> &value)
{
    return {.value = value ? QVariant(*value) : QVariant(), .tooFew = {}};
}

TableCell rate(qint64 part, qint64 whole)
{
    return number(rateOf(part, whole));
}

/// A row that was not there before had none.
TableCell countChange(qint64 now, std::optional<qint64> before, bool isComparing)
{
    if (!isComparing)
        return {};
    return count(now - before.value_or(0));
}

struct Rate
{
    qint64 part = 0;
    qint64 whole = 0;
};

TableCell rateChange(const Rate &now, const std::optional<Rate> &before)
{
    if (!before || now.whole == 0 || before->whole == 0)
        return {};
    const qint64 samples = std::min(now.whole, before->whole);
    if (samples < MinimumSamples)
        return {.value = {}, .tooFew = samples};
    return number(*rateOf(now.part, now.whole) - *rateOf(before->part, before->whole));
}

TableCell rateChange(const OutcomeCounts &now, const OutcomeCounts *before)
{
    return rateChange(Rate {now.booked, now.booked + now.notBooked},
        before ? std::optional(Rate {before->booked, before->booked + before->notBooked}) : std::nullopt);
}

TableCell rate(const OutcomeCounts &counts)
{
    return rate(counts.booked, counts.booked + counts.notBooked);
}

TableCell eligible(const OutcomeCounts &counts)
{
    return count(counts.booked + counts.notBooked);
}

/// The same thing in the comparison; null: not there, or nothing to compare with.
template <typename T, typename Key> const T *counterpart(const QList<T> *before, const T &now, Key key)
{
    if (!before)
        return nullptr;
    for (const T &candidate : *before) {
        if (key(candidate) == key(now))
            return &candidate;
    }
    return nullptr;
}

QString rowId(const QUuid &id, const QString &name)
{
    return id.isNull() ? u"~"_s + name : id.toString(QUuid::WithoutBraces);
}

} // namespace

std::optional<double> rateOf(qint64 part, qint64 whole)
{
    if (whole == 0)
        return std::nullopt;
    return double(part) / double(whole);
}

QList<TableRow> sequenceRows(const WorkflowsData &now, const WorkflowsData *before)
{
    QList<TableRow> rows;
    for (const SequenceBookings &sequence : now.sequences) {
        const auto *old = counterpart(before ? &before->sequences : nullptr, sequence,
            [](const SequenceBookings &s) { return rowId(s.sequence, s.name); });
        rows.append({rowId(sequence.sequence, sequence.name),
            {name(sequence.name), count(sequence.booked),
                countChange(sequence.booked, old ? std::optional(old->booked) : std::nullopt, before),
                rate(sequence.booked, now.bookedFromWorkflow)}});
    }
    return rows;
}

QList<TableRow> reactivationRows(const ReactivationPart &now, const ReactivationPart *before)
{
    QList<TableRow> rows;
    const auto add = [&](const ReactivationKpis &kpis, const ReactivationKpis *old, bool isTotal) {
        const auto was = [old](qint64 ReactivationKpis::*member) {
            return old ? std::optional(Rate {old->*member, old->sent}) : std::nullopt;
        };
        rows.append({isTotal ? u"total"_s : rowId(kpis.id, kpis.name),
            {isTotal ? nameOfAll() : name(kpis.name), count(kpis.sent), count(kpis.responded),
                rate(kpis.responded, kpis.sent),
                rateChange({kpis.responded, kpis.sent}, was(&ReactivationKpis::responded)),
                count(kpis.meetingsBooked), rate(kpis.meetingsBooked, kpis.sent),
                rateChange({kpis.meetingsBooked, kpis.sent}, was(&ReactivationKpis::meetingsBooked))},
            isTotal});
    };
    for (const ReactivationKpis &kpis : now.campaigns) {
        add(kpis,
            counterpart(before ? &before->campaigns : nullptr, kpis,
                [](const ReactivationKpis &k) { return rowId(k.id, k.name); }),
            false);
    }
    if (now.campaigns.size() > 1)
        add(now.totals, before ? &before->totals : nullptr, true);
    return rows;
}

QList<TableRow> campaignRows(const EmailCampaignsPart &now, const EmailCampaignsPart *before)
{
    QList<TableRow> rows;
    for (const EmailCampaignKpis &kpis : now.campaigns) {
        const auto *old = counterpart(before ? &before->campaigns : nullptr, kpis,
            [](const EmailCampaignKpis &k) { return rowId(k.id, k.name); });
        const auto was = [old](qint64 EmailCampaignKpis::*member) {
            return old ? std::optional(old->*member) : std::nullopt;
        };
        rows.append({rowId(kpis.id, kpis.name),
            {name(kpis.name), count(kpis.positiveReplies),
                countChange(kpis.positiveReplies, was(&EmailCampaignKpis::positiveReplies), before),
                count(kpis.meetingsRequested), count(kpis.meetingsBooked),
                countChange(kpis.meetingsBooked, was(&EmailCampaignKpis::meetingsBooked), before),
                rate(kpis.meetingsBooked, kpis.positiveReplies),
                rateChange({kpis.meetingsBooked, kpis.positiveReplies},
                    old ? std::optional(Rate {old->meetingsBooked, old->positiveReplies}) : std::nullopt),
                rate(kpis.meetingsRequested, kpis.positiveReplies),
                rate(kpis.meetingsBooked, kpis.meetingsRequested), text(kpis.responseMode)}});
    }
    return rows;
}

QList<TableRow> rankedRows(const QList<RankedCampaign> &campaigns)
{
    QList<TableRow> rows;
    for (const RankedCampaign &campaign : campaigns) {
        rows.append({rowId(campaign.id, campaign.name),
            {name(campaign.name), count(campaign.positiveReplies), count(campaign.meetingsBooked),
                rate(campaign.meetingsBooked, campaign.positiveReplies)}});
    }
    return rows;
}

QList<TableRow> draftOutcomeRows(const DraftOutcomePart &now, const DraftOutcomePart *before)
{
    QList<TableRow> rows;
    const auto add = [&](const DraftOutcomes &outcomes, const DraftOutcomes *old, bool isTotal) {
        const qint64 total = outcomes.autoSent + outcomes.approved + outcomes.edited;
        rows.append({isTotal ? u"total"_s : outcomes.channel,
            {text(isTotal ? QString() : outcomes.channel), count(outcomes.autoSent), count(outcomes.approved),
                count(outcomes.edited), count(total),
                countChange(total,
                    old ? std::optional(old->autoSent + old->approved + old->edited) : std::nullopt, before)},
            isTotal});
    };
    for (const DraftOutcomes &outcomes : now.channels) {
        add(outcomes,
            counterpart(before ? &before->channels : nullptr, outcomes,
                [](const DraftOutcomes &o) { return o.channel; }),
            false);
    }
    add(now.totals, before ? &before->totals : nullptr, true);
    return rows;
}

QList<TableRow> draftBookingRows(const DraftBookingPart &now, const DraftBookingPart *before)
{
    QList<TableRow> rows;
    const auto add = [&](const QList<DraftBooking> &some, const QList<DraftBooking> *old, bool isTotal) {
        for (const DraftBooking &booking : some) {
            const auto *was = counterpart(
                old, booking, [](const DraftBooking &b) { return b.channel + u'/' + b.disposition; });
            rows.append({booking.channel + u'/' + booking.disposition,
                {text(booking.channel), text(booking.disposition), eligible(booking.counts),
                    count(booking.counts.booked), rate(booking.counts),
                    rateChange(booking.counts, was ? &was->counts : nullptr), count(booking.counts.pending),
                    count(booking.counts.bookedNoTimestamp)},
                isTotal});
        }
    };
    add(now.rows, before ? &before->rows : nullptr, false);
    add(now.totals, before ? &before->totals : nullptr, true);
    return rows;
}

QList<TableRow> processRows(const BookingData &now, const BookingData *before)
{
    QList<TableRow> rows;
    const auto add = [&](const BookingProcessStats &stats, const BookingProcessStats *old, bool isTotal) {
        rows.append({isTotal ? u"total"_s : rowId(stats.process, stats.name),
            {isTotal ? nameOfAll() : name(stats.name), count(stats.leadsProcessed),
                countChange(
                    stats.leadsProcessed, old ? std::optional(old->leadsProcessed) : std::nullopt, before),
                count(stats.leadsBooked), rate(stats.leadsBooked, stats.leadsProcessed),
                rateChange({stats.leadsBooked, stats.leadsProcessed},
                    old ? std::optional(Rate {old->leadsBooked, old->leadsProcessed}) : std::nullopt),
                number(stats.averageOutboundsToBook)},
            isTotal});
    };
    for (const BookingProcessStats &stats : now.processes) {
        add(stats,
            counterpart(before ? &before->processes : nullptr, stats,
                [](const BookingProcessStats &s) { return rowId(s.process, s.name); }),
            false);
    }
    if (now.processes.size() > 1)
        add(now.summary, before ? &before->summary : nullptr, true);
    return rows;
}

QList<TableRow> setterRows(const BookingData &now, const BookingData *before)
{
    QList<TableRow> rows;
    for (const SetterFunnel &setter : now.setters) {
        const auto *old = counterpart(
            before ? &before->setters : nullptr, setter, [](const SetterFunnel &s) { return s.user; });
        rows.append({setter.user.toString(),
            {text(setter.email.isEmpty() ? setter.user.toString() : setter.email), count(setter.assigned),
                count(setter.responded), count(setter.positive), count(setter.meetingsRequested),
                count(setter.meetingsBooked),
                countChange(
                    setter.meetingsBooked, old ? std::optional(old->meetingsBooked) : std::nullopt, before),
                rate(setter.responded, setter.assigned), rate(setter.positive, setter.responded),
                rate(setter.meetingsRequested, setter.positive),
                rate(setter.meetingsBooked, setter.meetingsRequested),
                rate(setter.meetingsBooked, setter.assigned)}});
    }
    return rows;
}

QList<TableRow> responderRows(const ResponseTimingData &now, const ResponseTimingData *before)
{
    QList<TableRow> rows;
    for (const ResponderSummary &responder : now.responders) {
        const auto *old = counterpart(before ? &before->responders : nullptr, responder,
            [](const ResponderSummary &r) { return r.key; });
        rows.append({responder.key,
            {name(responder.label), eligible(responder.stats), count(responder.stats.booked),
                rate(responder.stats), rateChange(responder.stats, old ? &old->stats : nullptr),
                count(responder.stats.pending), number(responder.averageResponseMs)},
            responder.key == "all"_L1});
    }
    return rows;
}

QList<TableRow> bucketRows(const QList<TimingBucket> &now, const QList<TimingBucket> *before)
{
    QList<TableRow> rows;
    for (const TimingBucket &bucket : now) {
        const auto *old = counterpart(before, bucket, [](const TimingBucket &b) { return b.bucket; });
        rows.append({bucket.bucket,
            {text(bucket.bucket), eligible(bucket.stats), count(bucket.stats.booked), rate(bucket.stats),
                rateChange(bucket.stats, old ? &old->stats : nullptr), count(bucket.stats.pending)}});
    }
    return rows;
}

} // namespace signalbox
