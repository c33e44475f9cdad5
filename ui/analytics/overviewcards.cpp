// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/overviewwords.h"
#include "ui/base/presenter.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Overview", text);
}

enum Colour
{
    Outbound = 0,
    Inbound = 1,
    Leads = 5,
    Meetings = 3,
};

KpiFigure countFigure(qint64 now, const qint64 *before, const QLocale &locale)
{
    KpiFigure figure;
    figure.value = presentNumber(now, locale);
    if (before) {
        figure.previousValue = presentNumber(*before, locale);
        figure.change
            = Change {double(now), double(*before), now, *before, ChangeUnit::Percent, BetterWhen::Higher};
    }
    return figure;
}

void addCourse(KpiFigure &figure, const OverviewCore &core, qint64 ActivityDay::*member, int series,
    const QString &words)
{
    for (const ActivityDay &day : core.days)
        figure.course.push_back(int(day.*member));
    figure.courseShape.series = series;
    figure.courseShape.isLastPartial = !core.days.isEmpty() && core.days.last().isPartial;
    figure.courseText = words;
    if (std::ranges::all_of(figure.course, [](int value) { return value == 0; }))
        figure.course.clear(); // nothing to see
}

KpiFigure rateFigure(const OverviewCore &now, const OverviewCore *before, const QLocale &locale)
{
    KpiFigure figure;
    const bool isKnown = now.outboundLeadsContacted > 0;
    figure.value = isKnown ? locale.toString(now.responseRate) : u"\u2014"_s;
    figure.unit = isKnown ? u"%"_s : QString();
    figure.exactValue = isKnown
        ? translated(QT_TRANSLATE_NOOP("Overview", "%1: %2 of %3"))
              .arg(presentShare(fraction(now.responses, now.outboundLeadsContacted), locale),
                  presentNumber(now.responses, locale), presentNumber(now.outboundLeadsContacted, locale))
        : translated(QT_TRANSLATE_NOOP("Overview", "nobody was written to"));
    if (before) {
        const double exactNow = 100 * fraction(now.responses, now.outboundLeadsContacted);
        const double exactBefore = 100 * fraction(before->responses, before->outboundLeadsContacted);
        figure.previousValue = presentShare(exactBefore / 100, locale);
        figure.change = Change {exactNow, exactBefore, now.outboundLeadsContacted,
            before->outboundLeadsContacted, ChangeUnit::Points, BetterWhen::Higher};
    }
    return figure;
}

KpiFigure gapFigure(const ResponseGap &now, const ResponseGap *before, const QLocale &locale)
{
    KpiFigure figure;
    figure.value = presentGap(now.meanMs, locale);
    figure.exactValue = now.meanMs
        ? QCoreApplication::translate("Overview", "%1, the mean of %Ln answer(s)", nullptr, int(now.samples))
              .arg(presentGap(now.meanMs, locale))
        : translated(QT_TRANSLATE_NOOP("Overview", "no answer in business hours"));
    figure.note = translated(QT_TRANSLATE_NOOP("Overview", "answers: %1")).arg(locale.toString(now.samples));
    if (before && now.meanMs && before->meanMs) {
        figure.previousValue = translated(QT_TRANSLATE_NOOP("Overview", "%1 over %2 answers"))
                                   .arg(presentGap(before->meanMs, locale), locale.toString(before->samples));
        figure.change = Change {*now.meanMs, *before->meanMs, now.samples, before->samples,
            ChangeUnit::Duration, BetterWhen::Lower};
    }
    return figure;
}

KpiFigure capacityFigure(const Capacity &capacity, Instant at, const QLocale &locale)
{
    KpiFigure figure;
    const bool hasSlots = capacity.total() > 0;
    const double share = fraction(capacity.booked, capacity.total());
    figure.value = hasSlots ? locale.toString(100 * share, 'f', 0) : u"\u2014"_s;
    figure.unit = hasSlots ? u"%"_s : QString();
    figure.note = translated(QT_TRANSLATE_NOOP("Overview", "%1 booked · %2 free"))
                      .arg(presentNumber(capacity.booked, locale), presentNumber(capacity.available, locale));
    QStringList exact {figure.note};
    for (const CapacitySource &source : capacity.breakdown)
        exact.append(translated(QT_TRANSLATE_NOOP("Overview", "%1: %2 booked, %3 free"))
                         .arg(source.source == "DIRECT_BOOK"_L1
                                 ? translated(QT_TRANSLATE_NOOP("Overview", "direct booking calendar"))
                                 : translated(QT_TRANSLATE_NOOP("Overview", "default calendar")),
                             presentNumber(source.booked, locale), presentNumber(source.available, locale)));
    if (capacity.unattributedBooked > 0)
        exact.append(translated(QT_TRANSLATE_NOOP("Overview", "%1 booked in other calendars"))
                         .arg(presentNumber(capacity.unattributedBooked, locale)));
    figure.exactValue = exact.join(u"; "_s);
    std::optional<Instant> oldest;
    for (const CapacityFetch &fetch : capacity.fetches) {
        if (fetch.isStale && (!oldest || fetch.fetchedAt < *oldest))
            oldest = fetch.fetchedAt;
        if (!fetch.lastError.isEmpty())
            figure.exactValue += u"; "_s + fetch.lastError;
    }
    if (oldest) {
        figure.note += u" · "_s
            + translated(QT_TRANSLATE_NOOP("Overview", "stale %1"))
                  .arg(presentAge(floor<seconds>(at - *oldest)));
        figure.noteTone = ColorRole::Warn;
    }
    return figure;
}

} // namespace

QList<OverviewCard> overviewCards()
{
    const auto card = [](const char *id, const char *label, const char *definition) {
        return OverviewCard {QString::fromLatin1(id), translated(label), translated(definition)};
    };
    return {
        card("leads", QT_TRANSLATE_NOOP("Overview", "Total leads"),
            QT_TRANSLATE_NOOP("Overview",
                "Leads that were created in the period, whether or not anybody has written to them.")),
        card("contacted", QT_TRANSLATE_NOOP("Overview", "Outbound leads contacted"),
            QT_TRANSLATE_NOOP("Overview",
                "Different leads that were sent at least one message in the period, by a person, the AI or a "
                "campaign. "
                "A lead counts once, however many messages it got.")),
        card("responses", QT_TRANSLATE_NOOP("Overview", "Responses"),
            QT_TRANSLATE_NOOP("Overview",
                "Different leads that sent us at least one message in the period. A lead counts once, "
                "however often it "
                "wrote.")),
        card("rate", QT_TRANSLATE_NOOP("Overview", "Response rate"),
            QT_TRANSLATE_NOOP("Overview",
                "Responses as a percentage of the outbound leads contacted. It may exceed 100 %: who answers "
                "now may have "
                "been written to before the period.")),
        card("meetings", QT_TRANSLATE_NOOP("Overview", "Meetings booked"),
            QT_TRANSLATE_NOOP("Overview",
                "Leads whose meeting was booked in the period, whenever it takes place. Meetings that were "
                "cancelled "
                "later still count.")),
        card("setterResponse", QT_TRANSLATE_NOOP("Overview", "Setter response"),
            QT_TRANSLATE_NOOP("Overview",
                "How long a lead waits for us: the mean time from its message to our next one on the same "
                "channel. Only "
                "where both lie in business hours (Monday to Friday, 9 to 17 in New York) and at most 7 days "
                "apart; AI "
                "and campaign messages count as answers.")),
        card("clientResponse", QT_TRANSLATE_NOOP("Overview", "Client response"),
            QT_TRANSLATE_NOOP("Overview",
                "How long we wait for a lead: the mean time from our message to its next one on the same "
                "channel. Only "
                "where both lie in business hours (Monday to Friday, 9 to 17 in New York) and at most 7 days "
                "apart.")),
        card("capacity", QT_TRANSLATE_NOOP("Overview", "Capacity (30 d)"),
            QT_TRANSLATE_NOOP("Overview",
                "How full the calendars are in the next 30 days, whatever the period: confirmed appointments "
                "as a share of "
                "these and the slots that are still free.")),
    };
}

QList<KpiFigure> overviewFigures(
    const OverviewCore &now, const OverviewCore *before, Instant at, const QLocale &locale)
{
    const auto of = [&](qint64 OverviewCore::*member) {
        return countFigure(now.*member, before ? &(before->*member) : nullptr, locale);
    };
    KpiFigure leads = of(&OverviewCore::totalLeads);
    addCourse(leads, now, &ActivityDay::leads, Leads,
        translated(QT_TRANSLATE_NOOP("Overview", "leads created a day")));
    KpiFigure contacted = of(&OverviewCore::outboundLeadsContacted);
    addCourse(contacted, now, &ActivityDay::outbound, Outbound,
        translated(QT_TRANSLATE_NOOP("Overview", "messages sent a day")));
    KpiFigure responses = of(&OverviewCore::responses);
    addCourse(responses, now, &ActivityDay::inbound, Inbound,
        translated(QT_TRANSLATE_NOOP("Overview", "messages received a day")));
    KpiFigure meetings = of(&OverviewCore::meetingsBooked);
    addCourse(meetings, now, &ActivityDay::meetings, Meetings,
        translated(QT_TRANSLATE_NOOP("Overview", "meetings booked a day")));
    return {leads, contacted, responses, rateFigure(now, before, locale), meetings,
        gapFigure(now.setterResponse, before ? &before->setterResponse : nullptr, locale),
        gapFigure(now.clientResponse, before ? &before->clientResponse : nullptr, locale),
        capacityFigure(now.capacity, at, locale)};
}

LineChartData activityData(const OverviewCore &now, const OverviewCore *before, const QString &beforeName)
{
    LineChartData data;
    data.beforeName = beforeName;
    LineSeries in {
        .id = u"inbound"_s, .name = translated(QT_TRANSLATE_NOOP("Overview", "Inbound")), .series = Inbound};
    LineSeries out {.id = u"outbound"_s,
        .name = translated(QT_TRANSLATE_NOOP("Overview", "Outbound")),
        .series = Outbound};
    // The weekday for a week, else the day as every other date of the page is written (domain §7.1).
    const QString axis = now.days.size() <= 7 ? u"ddd"_s : u"d MMM"_s;
    for (const ActivityDay &day : now.days) {
        data.labels.append(QLocale().toString(day.date, axis));
        data.exactLabels.append(QLocale().toString(day.date, u"ddd d MMM"_s)
            + (day.isPartial ? u' ' + translated(QT_TRANSLATE_NOOP("Overview", "(not a whole day)"))
                             : QString()));
        in.values.append(double(day.inbound));
        out.values.append(double(day.outbound));
    }
    // Day by day from the beginning: a month is held against the days that many days earlier.
    for (qsizetype i = 0; before && i < std::min(now.days.size(), before->days.size()); ++i) {
        in.before.append(double(before->days.at(i).inbound));
        out.before.append(double(before->days.at(i).outbound));
    }
    data.isFirstPartial = !now.days.isEmpty() && now.days.first().isPartial;
    data.isLastPartial = !now.days.isEmpty() && now.days.last().isPartial;
    data.series = {in, out};
    return data;
}

} // namespace signalbox
