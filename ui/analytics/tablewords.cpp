// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/tablewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct ColumnWords
{
    const char *key;
    const char *title;
    const char *definition; ///< null: it depends on the terms
};

/// Each figure's change stands beside it: its title need not say of what.
constexpr const char *ChangeTitle = QT_TRANSLATE_NOOP("AnalyticsTables", "Change");
constexpr ColumnWords BookedChange {"bookedChange", ChangeTitle,
    QT_TRANSLATE_NOOP("AnalyticsTables", "Booked now, less that of the period compared with.")};

constexpr std::array Sequences {
    ColumnWords {"sequence", QT_TRANSLATE_NOOP("AnalyticsTables", "Sequence"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "The follow-up sequence that had already sent a step when the lead booked. If several had, the "
            "one whose last step is the oldest counts.")},
    ColumnWords {"booked", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Leads whose meeting was booked in the period, counted for this sequence. Meetings cancelled "
            "later stay in.")},
    BookedChange,
    ColumnWords {"share", QT_TRANSLATE_NOOP("AnalyticsTables", "Share"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Of all meetings booked from a workflow, the part that came from this sequence.")},
};

constexpr std::array Reactivation {
    ColumnWords {"campaign", QT_TRANSLATE_NOOP("AnalyticsTables", "Campaign"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "The reactivation campaign: it writes again to leads that had gone quiet.")},
    ColumnWords {"sent", QT_TRANSLATE_NOOP("AnalyticsTables", "Sent"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Leads this campaign wrote to in the period.")},
    ColumnWords {"responded", QT_TRANSLATE_NOOP("AnalyticsTables", "Responded"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "Of those sent, leads that wrote back afterwards, before the period ended.")},
    ColumnWords {"responseRate", QT_TRANSLATE_NOOP("AnalyticsTables", "Response rate"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Responded divided by sent.")},
    ColumnWords {"responseRateChange", ChangeTitle,
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Response rate now, less that of the period compared with, in percentage points. Not told when "
            "either side has fewer than 30 sent.")},
    ColumnWords {"booked", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Of those sent, leads that booked a meeting afterwards, before the period ended.")},
    ColumnWords {"bookingRate", QT_TRANSLATE_NOOP("AnalyticsTables", "Booking rate"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Booked divided by sent.")},
    ColumnWords {"bookingRateChange", ChangeTitle,
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Booking rate now, less that of the period compared with, in percentage points. Not told when "
            "either side has fewer than 30 sent.")},
};

constexpr std::array EmailCampaigns {
    ColumnWords {"campaign", QT_TRANSLATE_NOOP("AnalyticsTables", "Campaign"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "The e-mail campaign the leads belong to. Choose one to see its industries and company sizes "
            "below.")},
    ColumnWords {"positive", QT_TRANSLATE_NOOP("AnalyticsTables", "Positive"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Leads of the campaign whose last reply came in the period and is positive: they want a meeting, "
            "a call or information, or are interested.")},
    ColumnWords {"positiveChange", ChangeTitle,
        QT_TRANSLATE_NOOP("AnalyticsTables", "Positive replies now, less that of the period compared with.")},
    ColumnWords {"requested", QT_TRANSLATE_NOOP("AnalyticsTables", "Requested"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Of the positive, leads that asked for a meeting or a call.")},
    ColumnWords {"booked", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Leads of the campaign whose meeting was booked in the period and is in the workspace's own "
            "calendar, GoHighLevel or Calendly.")},
    BookedChange,
    ColumnWords {"bookedPerPositive", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked / Positive"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Meetings booked divided by positive replies. It can exceed 100 %: a meeting booked now may "
            "follow a reply of an earlier period.")},
    ColumnWords {"bookedPerPositiveChange", ChangeTitle,
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Booked / Positive now, less that of the period compared with, in percentage points. Not told "
            "when either side has fewer than 30 positive replies.")},
    ColumnWords {"requestedPerPositive", QT_TRANSLATE_NOOP("AnalyticsTables", "Requested / Positive"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "Leads that asked for a meeting or a call divided by positive replies.")},
    ColumnWords {"bookedPerRequested", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked / Requested"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Meetings booked divided by leads that asked for a meeting or a call. It can exceed 100 %: some "
            "book without asking.")},
    ColumnWords {"mode", QT_TRANSLATE_NOOP("AnalyticsTables", "Mode"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Who answers replies of the campaign: a setter who approves each answer, or the AI, which may "
            "send by itself.")},
};

constexpr std::array RankedCampaigns {
    ColumnWords {"campaign", QT_TRANSLATE_NOOP("AnalyticsTables", "Campaign"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "The e-mail campaign the leads belong to.")},
    ColumnWords {"positive", QT_TRANSLATE_NOOP("AnalyticsTables", "Positive"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "Leads of the campaign whose last reply came in the period and is positive.")},
    ColumnWords {"booked", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "Leads of the campaign whose meeting was booked in the period.")},
    ColumnWords {"bookedPerPositive", QT_TRANSLATE_NOOP("AnalyticsTables", "Rate"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Meetings booked divided by positive replies: what the campaigns are ranked by.")},
};

constexpr std::array DraftOutcomes {
    ColumnWords {"channel", QT_TRANSLATE_NOOP("AnalyticsTables", "Channel"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Where the draft was sent.")},
    ColumnWords {"autoSent", QT_TRANSLATE_NOOP("AnalyticsTables", "Auto-sent"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Drafts the AI sent by itself.")},
    ColumnWords {"approved", QT_TRANSLATE_NOOP("AnalyticsTables", "Approved"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Drafts a person sent without changing the text.")},
    ColumnWords {"edited", QT_TRANSLATE_NOOP("AnalyticsTables", "Edited"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Drafts whose text a person changed before sending.")},
    ColumnWords {"total", QT_TRANSLATE_NOOP("AnalyticsTables", "Total"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Drafts whose first message went out in the period. E-mail counts only for campaigns in which "
            "the AI may send by itself.")},
    ColumnWords {"totalChange", ChangeTitle,
        QT_TRANSLATE_NOOP("AnalyticsTables", "All drafts sent now, less that of the period compared with.")},
};

constexpr std::array DraftBookings {
    ColumnWords {"channel", QT_TRANSLATE_NOOP("AnalyticsTables", "Channel"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Where the draft was sent. A lead written to on two channels counts on both.")},
    ColumnWords {"disposition", QT_TRANSLATE_NOOP("AnalyticsTables", "Disposition"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "What became of the draft's text: sent by the AI, approved unchanged, or edited by a person.")},
    ColumnWords {"eligible", QT_TRANSLATE_NOOP("AnalyticsTables", "Eligible"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Leads whose outcome is known: those that booked and those that did not. Left out are pending "
            "ones and bookings without a time.")},
    ColumnWords {"booked", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked"), nullptr},
    ColumnWords {"bookingRate", QT_TRANSLATE_NOOP("AnalyticsTables", "Booking rate"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "Booked divided by eligible. “—”: nobody's outcome is known yet.")},
    ColumnWords {"bookingRateChange", ChangeTitle,
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Booking rate now, less that of the period compared with, in percentage points. Not told when "
            "either side has fewer than 30 eligible leads.")},
    ColumnWords {"pending", QT_TRANSLATE_NOOP("AnalyticsTables", "Pending"), nullptr},
    ColumnWords {"noTimestamp", QT_TRANSLATE_NOOP("AnalyticsTables", "No timestamp"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Leads with a booking of which nobody knows when it was made, so it cannot be counted for a "
            "draft.")},
};

constexpr std::array BookingProcesses {
    ColumnWords {"process", QT_TRANSLATE_NOOP("AnalyticsTables", "Process"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "The booking process: which links, times and questions a lead is offered, wave by wave. “No "
            "process”: progress that belongs to "
            "none.")},
    ColumnWords {"leads", QT_TRANSLATE_NOOP("AnalyticsTables", "Leads"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Leads whose way through the process began in the period.")},
    ColumnWords {"leadsChange", ChangeTitle,
        QT_TRANSLATE_NOOP("AnalyticsTables", "Leads now, less that of the period compared with.")},
    ColumnWords {"booked", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Of those leads, the ones that have booked a meeting by now.")},
    ColumnWords {"bookingRate", QT_TRANSLATE_NOOP("AnalyticsTables", "Booking rate"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Booked divided by leads.")},
    ColumnWords {"bookingRateChange", ChangeTitle,
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Booking rate now, less that of the period compared with, in percentage points. Not told when "
            "either side has fewer than 30 leads.")},
    ColumnWords {"averageOutbounds", QT_TRANSLATE_NOOP("AnalyticsTables", "Avg outbounds"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "How many messages we sent until the meeting was booked, e-mail, SMS and LinkedIn together: the "
            "mean over the booked leads.")},
};

constexpr std::array Setters {
    ColumnWords {"setter", QT_TRANSLATE_NOOP("AnalyticsTables", "Setter"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "The person the leads are assigned to.")},
    ColumnWords {"assigned", QT_TRANSLATE_NOOP("AnalyticsTables", "Assigned"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Leads that were assigned to the setter in the period and are still with them.")},
    ColumnWords {"responded", QT_TRANSLATE_NOOP("AnalyticsTables", "Responded"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "Of the assigned, leads the setter has written to at least once.")},
    ColumnWords {"positive", QT_TRANSLATE_NOOP("AnalyticsTables", "Positive"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Of the assigned, leads whose sentiment is positive now: they want a meeting, a call or "
            "information, or are interested.")},
    ColumnWords {"requested", QT_TRANSLATE_NOOP("AnalyticsTables", "Requested"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Of the assigned, leads that ask for a meeting or a call.")},
    ColumnWords {"booked", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Of the assigned, leads that have booked a meeting by now.")},
    BookedChange,
    ColumnWords {"respondedPerAssigned", QT_TRANSLATE_NOOP("AnalyticsTables", "Resp. / Assigned"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "Responded divided by assigned: how many of the leads were written to.")},
    ColumnWords {"positivePerResponded", QT_TRANSLATE_NOOP("AnalyticsTables", "Pos. / Resp."),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Positive divided by responded.")},
    ColumnWords {"requestedPerPositive", QT_TRANSLATE_NOOP("AnalyticsTables", "Req. / Pos."),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Requested divided by positive.")},
    ColumnWords {"bookedPerRequested", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked / Req."),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Booked divided by requested. It can exceed 100 %: some book without asking.")},
    ColumnWords {"bookedPerAssigned", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked / Assigned"),
        QT_TRANSLATE_NOOP("AnalyticsTables", "Booked divided by assigned: the whole funnel in one number.")},
};

/// Of all tables of response timing.
constexpr std::array Timing {
    ColumnWords {"eligible", QT_TRANSLATE_NOOP("AnalyticsTables", "Eligible"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Leads whose outcome is known: those that booked and those that did not. Left out are pending "
            "ones and bookings without a time.")},
    ColumnWords {"booked", QT_TRANSLATE_NOOP("AnalyticsTables", "Booked"), nullptr},
    ColumnWords {"rate", QT_TRANSLATE_NOOP("AnalyticsTables", "Rate"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "Booked divided by eligible. “—”: nobody's outcome is known yet.")},
    ColumnWords {"rateChange", ChangeTitle,
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Rate now, less that of the period compared with, in percentage points. Not told when either "
            "side has fewer than 30 eligible leads.")},
    ColumnWords {"pending", QT_TRANSLATE_NOOP("AnalyticsTables", "Pending"), nullptr},
};

constexpr std::array Responders {
    ColumnWords {"responder", QT_TRANSLATE_NOOP("AnalyticsTables", "Responder"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "Who gave the first answer: a setter, by address, or the AI. Each lead counts once, for its "
            "earliest answer. The channel counts here, the choice of a responder does not.")},
    ColumnWords {"averageResponse", QT_TRANSLATE_NOOP("AnalyticsTables", "Avg response"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "From the lead's message to our first answer, by the clock, nights and weekends included: the "
            "mean over the leads.")},
};

constexpr std::array ResponseTimes {
    ColumnWords {"bucket", QT_TRANSLATE_NOOP("AnalyticsTables", "Bucket"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "How long the lead waited for our first answer, by the clock, nights and weekends included.")},
};

constexpr std::array ChosenDelays {
    ColumnWords {"bucket", QT_TRANSLATE_NOOP("AnalyticsTables", "Bucket"),
        QT_TRANSLATE_NOOP("AnalyticsTables",
            "How long the AI chose to wait before its answer went out, so that it is not there at once.")},
};

constexpr std::array Drifts {
    ColumnWords {"bucket", QT_TRANSLATE_NOOP("AnalyticsTables", "Bucket"),
        QT_TRANSLATE_NOOP(
            "AnalyticsTables", "How far from its planned time the AI's answer really went out.")},
};

template <size_t N> const ColumnWords *find(const std::array<ColumnWords, N> &columns, const QString &key)
{
    const auto found = std::find_if(columns.begin(), columns.end(),
        [&](const ColumnWords &words) { return key == QLatin1StringView(words.key); });
    return found == columns.end() ? nullptr : &*found;
}

/// Words of a table of response timing: its own, or those of all four.
template <size_t N>
const ColumnWords *findTiming(const std::array<ColumnWords, N> &columns, const QString &key)
{
    const ColumnWords *words = find(columns, key);
    return words ? words : find(Timing, key);
}

const ColumnWords *wordsOf(ReadingTable table, const QString &key)
{
    switch (table) {
    case ReadingTable::Sequences:
        return find(Sequences, key);
    case ReadingTable::Reactivation:
        return find(Reactivation, key);
    case ReadingTable::EmailCampaigns:
        return find(EmailCampaigns, key);
    case ReadingTable::RankedCampaigns:
        return find(RankedCampaigns, key);
    case ReadingTable::DraftOutcomes:
        return find(DraftOutcomes, key);
    case ReadingTable::DraftBookings:
        return find(DraftBookings, key);
    case ReadingTable::BookingProcesses:
        return find(BookingProcesses, key);
    case ReadingTable::Setters:
        return find(Setters, key);
    case ReadingTable::Responders:
        return findTiming(Responders, key);
    case ReadingTable::ResponseTimes:
        return findTiming(ResponseTimes, key);
    case ReadingTable::ChosenDelays:
        return findTiming(ChosenDelays, key);
    case ReadingTable::Drifts:
        return findTiming(Drifts, key);
    }
    return nullptr;
}

/// Booked and pending of drafts and of answers.
QString definitionByTerms(ReadingTable table, const QString &key, const BookingTerms &terms)
{
    const bool isDraft = table == ReadingTable::DraftBookings;
    if (key == "booked"_L1 && isDraft) {
        return QCoreApplication::translate("AnalyticsTables",
            "Leads that booked at most %n day(s) after the last such draft was sent, before the period "
            "ended, and did "
            "not cancel.",
            nullptr, terms.attributionDays);
    }
    if (key == "booked"_L1) {
        return QCoreApplication::translate("AnalyticsTables",
            "Leads that booked at most %n day(s) after our first answer, before the period ended, and did "
            "not cancel.",
            nullptr, terms.attributionDays);
    }
    if (isDraft) {
        return QCoreApplication::translate("AnalyticsTables",
            "Leads that have not booked and got the draft less than %n day(s) before the period's end: too "
            "early to "
            "tell.",
            nullptr, terms.maturityDays);
    }
    return QCoreApplication::translate("AnalyticsTables",
        "Leads that have not booked and were answered less than %n day(s) before the period's end: too early "
        "to tell.",
        nullptr, terms.maturityDays);
}

} // namespace

QString columnTitle(ReadingTable table, const QString &key)
{
    const ColumnWords *words = wordsOf(table, key);
    return words ? QCoreApplication::translate("AnalyticsTables", words->title) : key;
}

QString columnDefinition(ReadingTable table, const QString &key, const BookingTerms &terms)
{
    const ColumnWords *words = wordsOf(table, key);
    if (!words)
        return {};
    return words->definition ? QCoreApplication::translate("AnalyticsTables", words->definition)
                             : definitionByTerms(table, key, terms);
}

} // namespace signalbox
