// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmcolumns.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// Short, so that a column reads as one line of the table below.
constexpr bool Sorts = true;
constexpr bool Computed = false;

QString instantText(const std::optional<Instant> &instant, const QTimeZone &zone)
{
    if (!instant)
        return {};
    const qint64 milliseconds
        = std::chrono::floor<std::chrono::milliseconds>(*instant).time_since_epoch().count();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(milliseconds, zone);
    // With an offset, not the zone's name: that is what ISO 8601 can say.
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString flagText(const std::optional<bool> &flag)
{
    return flag ? QString(*flag ? "true"_L1 : "false"_L1) : QString();
}

QString numberText(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

using TextMember = QString CrmRow::*;
using InstantMember = std::optional<Instant> CrmRow::*;

TextMember textMember(QLatin1StringView key)
{
    static constexpr std::pair<QLatin1StringView, TextMember> members[] {
        {"campaign"_L1, &CrmRow::campaign},
        {"companyName"_L1, &CrmRow::companyName},
        {"website"_L1, &CrmRow::website},
        {"firstName"_L1, &CrmRow::firstName},
        {"lastName"_L1, &CrmRow::lastName},
        {"jobTitle"_L1, &CrmRow::jobTitle},
        {"leadEmail"_L1, &CrmRow::leadEmail},
        {"leadLinkedIn"_L1, &CrmRow::leadLinkedIn},
        {"phoneNumber"_L1, &CrmRow::phoneNumber},
        {"leadCategory"_L1, &CrmRow::leadCategory},
        {"responseType"_L1, &CrmRow::responseType},
        {"leadStatus"_L1, &CrmRow::leadStatus},
        {"channel"_L1, &CrmRow::channel},
        {"leadType"_L1, &CrmRow::leadType},
        {"applicationStatus"_L1, &CrmRow::applicationStatus},
        {"appointmentSetter"_L1, &CrmRow::appointmentSetter},
        {"setterAssignment"_L1, &CrmRow::setterAssignment},
        {"notes"_L1, &CrmRow::notes},
        {"setters"_L1, &CrmRow::setters},
        {"responseMode"_L1, &CrmRow::responseMode},
    };
    const auto *found = std::find_if(
        std::begin(members), std::end(members), [key](const auto &member) { return member.first == key; });
    return found == std::end(members) ? nullptr : found->second;
}

InstantMember instantMember(QLatin1StringView key)
{
    static constexpr std::pair<QLatin1StringView, InstantMember> members[] {
        {"date"_L1, &CrmRow::date},
        {"initialResponseDate"_L1, &CrmRow::initialResponseDate},
        {"dateOfBooking"_L1, &CrmRow::dateOfBooking},
        {"dateOfMeeting"_L1, &CrmRow::dateOfMeeting},
        {"followUpDateRequested"_L1, &CrmRow::followUpDateRequested},
    };
    const auto *found = std::find_if(
        std::begin(members), std::end(members), [key](const auto &member) { return member.first == key; });
    return found == std::end(members) ? nullptr : found->second;
}

#define TEXT(text) QT_TRANSLATE_NOOP("CrmColumns", text)

constexpr CrmColumn Columns[] {
    {"date", TEXT("Interest date"), TEXT("When the lead first showed interest."), nullptr, Sorts},
    {"campaign", TEXT("Campaign"),
        TEXT("The campaign the interest came from, else the lead's e-mail, SMS or workflow campaign."),
        "campaign", Sorts},
    {"companyName", TEXT("Company Name"), TEXT("The lead's company."), nullptr, Sorts},
    {"website", TEXT("Website"), TEXT("The company's website."), nullptr, Sorts},
    {"firstName", TEXT("First Name"), TEXT("The lead's first name."), nullptr, Sorts},
    {"lastName", TEXT("Last Name"), TEXT("The lead's last name."), nullptr, Sorts},
    {"jobTitle", TEXT("Job Title"), TEXT("The lead's position in the company."), "jobTitle", Sorts},
    {"leadEmail", TEXT("Lead's Email"), TEXT("The lead's own e-mail address."), "email", Sorts},
    {"leadLinkedIn", TEXT("Lead LinkedIn"), TEXT("The lead's LinkedIn profile."), "linkedinUrl", Sorts},
    {"phoneNumber", TEXT("Phone Number"), TEXT("The lead's phone number."), "phone", Sorts},
    {"stepResponded", TEXT("Email/LinkedIn Step Responded"),
        TEXT("How many messages on the interest's channel went out before the interest."), nullptr, Computed},
    {"leadCategory", TEXT("Lead Category"),
        TEXT("The category set by hand, else the kind of interest, else the sentiment of the lead."),
        "leadCategory", Sorts},
    {"responseType", TEXT("Response Type"),
        TEXT("What the lead asked for: a meeting, information, later contact, or it objected."), nullptr,
        Computed},
    {"leadStatus", TEXT("Lead Status"),
        TEXT("The status in the pipeline when one is set, else the status of the lead."), "leadStatus",
        Sorts},
    {"channel", TEXT("Channel"), TEXT("The channel the interest came in on."), nullptr, Sorts},
    {"leadType", TEXT("Lead Type"), TEXT("The type of lead, as the team notes it."), "leadType", Sorts},
    {"applicationStatus", TEXT("Application Status"),
        TEXT("How far the application is, as the team notes it."), "applicationStatus", Sorts},
    {"appointmentSetter", TEXT("Appointment Setter"), TEXT("Whom the lead is assigned to."),
        "assignedToUserId", Sorts},
    {"setterAssignment", TEXT("Setter Assignment"), TEXT("Who sent the first answer to the interest."),
        nullptr, Computed},
    {"notes", TEXT("Notes"), TEXT("Notes of the team on this row."), "notes", Sorts},
    {"initialResponseDate", TEXT("Initial response date"),
        TEXT("When the lead first answered with interest: the interest date."), nullptr, Sorts},
    {"followUp1", TEXT("Follow-up 1"), TEXT("When the next open follow-up task is due."), nullptr, Computed},
    {"followUp2", TEXT("Follow-up 2"), TEXT("When the second open follow-up task is due."), nullptr,
        Computed},
    {"followUp3", TEXT("Follow-up 3"), TEXT("When the third open follow-up task is due."), nullptr, Computed},
    {"followUp4", TEXT("Follow-up 4"), TEXT("When the fourth open follow-up task is due."), nullptr,
        Computed},
    {"followUp5", TEXT("Follow-up 5"), TEXT("When the fifth open follow-up task is due."), nullptr, Computed},
    {"responseStepComplete", TEXT("Response step complete"),
        TEXT("Whether the interest was answered on its channel; empty when channel or date is unknown."),
        nullptr, Computed},
    {"dateOfBooking", TEXT("Date of Booking"), TEXT("When the current appointment was booked."), nullptr,
        Sorts},
    {"dateOfMeeting", TEXT("Date of Meeting"), TEXT("When the current appointment begins."), nullptr, Sorts},
    {"qualified", TEXT("Qualified"),
        TEXT("Yes for qualified and booked leads, no for unqualified, uninterested and blacklisted ones."),
        nullptr, Computed},
    {"followUpDateRequested", TEXT("Follow-up Date Requested"),
        TEXT("Until when the conversation is snoozed."), nullptr, Sorts},
    {"setters", TEXT("Setters"), TEXT("Whom the lead is assigned to."), nullptr, Sorts},
    {"responseMode", TEXT("AI vs Human Response"),
        TEXT("Who answered the interest first: the AI, a human, or nobody known."), nullptr, Computed},
    {"leadScore", TEXT("Lead Score"), TEXT("The score at the time of the interest, else the current one."),
        nullptr, Sorts},
};

#undef TEXT

} // namespace

const QList<CrmColumn> &crmColumns()
{
    static const QList<CrmColumn> columns(std::begin(Columns), std::end(Columns));
    return columns;
}

const CrmColumn *crmColumn(QStringView key)
{
    const QList<CrmColumn> &columns = crmColumns();
    const auto found = std::find_if(columns.begin(), columns.end(),
        [key](const CrmColumn &column) { return key == QLatin1StringView(column.key); });
    return found == columns.end() ? nullptr : &*found;
}

CrmCellType crmCellType(QLatin1StringView key)
{
    if (instantMember(key) != nullptr || key.startsWith("followUp"_L1))
        return CrmCellType::Time;
    if (key == "stepResponded"_L1 || key == "leadScore"_L1)
        return CrmCellType::Number;
    if (key == "responseStepComplete"_L1 || key == "qualified"_L1)
        return CrmCellType::Flag;
    return CrmCellType::Text;
}

QString crmCellText(const CrmRow &row, QLatin1StringView key, const QTimeZone &zone)
{
    if (const TextMember member = textMember(key))
        return row.*member;
    if (const auto instant = crmCellInstant(row, key))
        return instantText(instant, zone);
    if (key == "stepResponded"_L1)
        return numberText(row.stepResponded);
    if (key == "leadScore"_L1)
        return numberText(row.leadScore);
    if (key == "responseStepComplete"_L1)
        return flagText(row.responseStepComplete);
    if (key == "qualified"_L1)
        return flagText(row.qualified);
    return {};
}

std::optional<Instant> crmCellInstant(const CrmRow &row, QLatin1StringView key)
{
    if (const InstantMember member = instantMember(key))
        return row.*member;
    constexpr QLatin1StringView followUp {"followUp"};
    if (key.size() != followUp.size() + 1 || !key.startsWith(followUp))
        return std::nullopt;
    const int index = key.back().toLatin1() - '1';
    return index >= 0 && index < row.followUps.size() ? std::optional(row.followUps.at(index)) : std::nullopt;
}

} // namespace signalbox
