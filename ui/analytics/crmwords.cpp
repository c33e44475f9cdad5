// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/crmwords.h"

#include "core/analytics/crmcolumns.h"

#include <QCoreApplication>
#include <QDateTime>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// The texts of crmColumns(): core never translates, so they are named here for the translators.
constexpr const char *ColumnTexts[] {
    QT_TRANSLATE_NOOP("CrmColumns", "Interest date"),
    QT_TRANSLATE_NOOP("CrmColumns", "When the lead first showed interest."),
    QT_TRANSLATE_NOOP("CrmColumns", "Campaign"),
    QT_TRANSLATE_NOOP("CrmColumns",
        "The campaign the interest came from, else the lead's e-mail, SMS or workflow campaign."),
    QT_TRANSLATE_NOOP("CrmColumns", "Company Name"),
    QT_TRANSLATE_NOOP("CrmColumns", "The lead's company."),
    QT_TRANSLATE_NOOP("CrmColumns", "Website"),
    QT_TRANSLATE_NOOP("CrmColumns", "The company's website."),
    QT_TRANSLATE_NOOP("CrmColumns", "First Name"),
    QT_TRANSLATE_NOOP("CrmColumns", "The lead's first name."),
    QT_TRANSLATE_NOOP("CrmColumns", "Last Name"),
    QT_TRANSLATE_NOOP("CrmColumns", "The lead's last name."),
    QT_TRANSLATE_NOOP("CrmColumns", "Job Title"),
    QT_TRANSLATE_NOOP("CrmColumns", "The lead's position in the company."),
    QT_TRANSLATE_NOOP("CrmColumns", "Lead's Email"),
    QT_TRANSLATE_NOOP("CrmColumns", "The lead's own e-mail address."),
    QT_TRANSLATE_NOOP("CrmColumns", "Lead LinkedIn"),
    QT_TRANSLATE_NOOP("CrmColumns", "The lead's LinkedIn profile."),
    QT_TRANSLATE_NOOP("CrmColumns", "Phone Number"),
    QT_TRANSLATE_NOOP("CrmColumns", "The lead's phone number."),
    QT_TRANSLATE_NOOP("CrmColumns", "Email/LinkedIn Step Responded"),
    QT_TRANSLATE_NOOP(
        "CrmColumns", "How many messages on the interest's channel went out before the interest."),
    QT_TRANSLATE_NOOP("CrmColumns", "Lead Category"),
    QT_TRANSLATE_NOOP(
        "CrmColumns", "The category set by hand, else the kind of interest, else the sentiment of the lead."),
    QT_TRANSLATE_NOOP("CrmColumns", "Response Type"),
    QT_TRANSLATE_NOOP(
        "CrmColumns", "What the lead asked for: a meeting, information, later contact, or it objected."),
    QT_TRANSLATE_NOOP("CrmColumns", "Lead Status"),
    QT_TRANSLATE_NOOP(
        "CrmColumns", "The status in the pipeline when one is set, else the status of the lead."),
    QT_TRANSLATE_NOOP("CrmColumns", "Channel"),
    QT_TRANSLATE_NOOP("CrmColumns", "The channel the interest came in on."),
    QT_TRANSLATE_NOOP("CrmColumns", "Lead Type"),
    QT_TRANSLATE_NOOP("CrmColumns", "The type of lead, as the team notes it."),
    QT_TRANSLATE_NOOP("CrmColumns", "Application Status"),
    QT_TRANSLATE_NOOP("CrmColumns", "How far the application is, as the team notes it."),
    QT_TRANSLATE_NOOP("CrmColumns", "Appointment Setter"),
    QT_TRANSLATE_NOOP("CrmColumns", "Whom the lead is assigned to."),
    QT_TRANSLATE_NOOP("CrmColumns", "Setter Assignment"),
    QT_TRANSLATE_NOOP("CrmColumns", "Who sent the first answer to the interest."),
    QT_TRANSLATE_NOOP("CrmColumns", "Notes"),
    QT_TRANSLATE_NOOP("CrmColumns", "Notes of the team on this row."),
    QT_TRANSLATE_NOOP("CrmColumns", "Initial response date"),
    QT_TRANSLATE_NOOP("CrmColumns", "When the lead first answered with interest: the interest date."),
    QT_TRANSLATE_NOOP("CrmColumns", "Follow-up 1"),
    QT_TRANSLATE_NOOP("CrmColumns", "When the next open follow-up task is due."),
    QT_TRANSLATE_NOOP("CrmColumns", "Follow-up 2"),
    QT_TRANSLATE_NOOP("CrmColumns", "When the second open follow-up task is due."),
    QT_TRANSLATE_NOOP("CrmColumns", "Follow-up 3"),
    QT_TRANSLATE_NOOP("CrmColumns", "When the third open follow-up task is due."),
    QT_TRANSLATE_NOOP("CrmColumns", "Follow-up 4"),
    QT_TRANSLATE_NOOP("CrmColumns", "When the fourth open follow-up task is due."),
    QT_TRANSLATE_NOOP("CrmColumns", "Follow-up 5"),
    QT_TRANSLATE_NOOP("CrmColumns", "When the fifth open follow-up task is due."),
    QT_TRANSLATE_NOOP("CrmColumns", "Response step complete"),
    QT_TRANSLATE_NOOP("CrmColumns",
        "Whether the interest was answered on its channel; empty when channel or date is unknown."),
    QT_TRANSLATE_NOOP("CrmColumns", "Date of Booking"),
    QT_TRANSLATE_NOOP("CrmColumns", "When the current appointment was booked."),
    QT_TRANSLATE_NOOP("CrmColumns", "Date of Meeting"),
    QT_TRANSLATE_NOOP("CrmColumns", "When the current appointment begins."),
    QT_TRANSLATE_NOOP("CrmColumns", "Qualified"),
    QT_TRANSLATE_NOOP("CrmColumns",
        "Yes for qualified and booked leads, no for unqualified, uninterested and blacklisted ones."),
    QT_TRANSLATE_NOOP("CrmColumns", "Follow-up Date Requested"),
    QT_TRANSLATE_NOOP("CrmColumns", "Until when the conversation is snoozed."),
    QT_TRANSLATE_NOOP("CrmColumns", "Setters"),
    QT_TRANSLATE_NOOP("CrmColumns", "AI vs Human Response"),
    QT_TRANSLATE_NOOP("CrmColumns", "Who answered the interest first: the AI, a human, or nobody known."),
    QT_TRANSLATE_NOOP("CrmColumns", "Lead Score"),
    QT_TRANSLATE_NOOP("CrmColumns", "The score at the time of the interest, else the current one."),
};

QString words(const char *text)
{
    return QCoreApplication::translate("CrmTable", text);
}

const CrmColumn &columnOf(int column)
{
    return crmColumns().at(column);
}

QString presentDate(const std::optional<Instant> &instant, const QTimeZone &zone, const QLocale &locale)
{
    if (!instant)
        return u"—"_s;
    const auto since = std::chrono::floor<std::chrono::milliseconds>(instant->time_since_epoch());
    return locale.toString(QDateTime::fromMSecsSinceEpoch(since.count(), zone), u"d MMM yyyy HH:mm"_s);
}

QString presentFlag(std::optional<bool> flag)
{
    if (!flag)
        return u"—"_s;
    return *flag ? words(QT_TRANSLATE_NOOP("CrmTable", "Yes")) : words(QT_TRANSLATE_NOOP("CrmTable", "No"));
}

Label presentChannelName(const QString &channel)
{
    if (channel.compare("email"_L1, Qt::CaseInsensitive) == 0)
        return presentChannel(Channel::Email);
    if (channel.compare("sms"_L1, Qt::CaseInsensitive) == 0)
        return presentChannel(Channel::Sms);
    if (channel.compare("linkedin"_L1, Qt::CaseInsensitive) == 0)
        return presentChannel(Channel::LinkedIn);
    return {channel, Tone::Quiet, IconName::None};
}

} // namespace

namespace {

CrmLook lookOf(QLatin1StringView key)
{
    if (key == "leadScore"_L1)
        return CrmLook::Score;
    if (key == "stepResponded"_L1)
        return CrmLook::Number;
    if (key == "leadCategory"_L1 || key == "responseType"_L1 || key == "leadStatus"_L1 || key == "channel"_L1
        || key == "responseMode"_L1)
        return CrmLook::Label;
    return crmCellType(key) == CrmCellType::Time ? CrmLook::Date : CrmLook::Text;
}

} // namespace

CrmLook crmLook(int column)
{
    static const QList<CrmLook> looks = [] {
        QList<CrmLook> all;
        for (const CrmColumn &one : crmColumns())
            all.append(lookOf(QLatin1StringView(one.key)));
        return all;
    }();
    return looks.at(column);
}

QString crmTitle(int column)
{
    return QCoreApplication::translate("CrmColumns", columnOf(column).title);
}

QString crmDefinition(int column)
{
    return QCoreApplication::translate("CrmColumns", columnOf(column).definition);
}

int crmDefaultWidth(int column)
{
    const QLatin1StringView key(columnOf(column).key);
    if (key == "notes"_L1)
        return 260;
    if (key == "leadEmail"_L1 || key == "leadLinkedIn"_L1 || key == "appointmentSetter"_L1
        || key == "setterAssignment"_L1 || key == "setters"_L1)
        return 200;
    if (key == "campaign"_L1 || key == "leadCategory"_L1 || key == "companyName"_L1)
        return 180;
    switch (crmLook(column)) {
    case CrmLook::Date:
        return 148;
    case CrmLook::Label:
        return 164;
    case CrmLook::Number:
        return 140;
    case CrmLook::Score:
        return 104;
    case CrmLook::Text:
        break;
    }
    return key == "firstName"_L1 || key == "lastName"_L1 || key == "qualified"_L1 ? 116 : 150;
}

QString presentCrmCell(const CrmRow &row, int column, const QTimeZone &zone, const QLocale &locale)
{
    const QLatin1StringView key(columnOf(column).key);
    if (crmLook(column) == CrmLook::Label) {
        const QString text = presentCrmLabel(row, column).text;
        return text.isEmpty() ? u"—"_s : text;
    }
    if (crmCellType(key) == CrmCellType::Time)
        return presentDate(crmCellInstant(row, key), zone, locale);
    if (key == "qualified"_L1)
        return presentFlag(row.qualified);
    if (key == "responseStepComplete"_L1)
        return presentFlag(row.responseStepComplete);
    if (key == "stepResponded"_L1)
        return row.stepResponded ? locale.toString(*row.stepResponded) : u"—"_s;
    const QString text = crmCellText(row, key, zone);
    return text.isEmpty() ? u"—"_s : text;
}

Label presentCrmLabel(const CrmRow &row, int column)
{
    const QLatin1StringView key(columnOf(column).key);
    if (key == "leadCategory"_L1)
        return row.leadCategory.isEmpty() ? Label() : presentSentiment(row.leadCategory);
    if (key == "leadStatus"_L1)
        return presentStatus(row.leadStatus);
    if (key == "responseType"_L1)
        return presentResponseType(row.responseType);
    if (key == "responseMode"_L1)
        return presentResponseMode(row.responseMode);
    return presentChannelName(row.channel);
}

Label presentResponseType(const QString &type)
{
    if (type == "MEETING_REQUEST"_L1)
        return {words(QT_TRANSLATE_NOOP("CrmTable", "Meeting request")), Tone::GoingWell, IconName::Calendar};
    if (type == "INFORMATION_REQUEST"_L1)
        return {words(QT_TRANSLATE_NOOP("CrmTable", "Information request")), Tone::Asks, IconName::Question};
    if (type == "OBJECTION"_L1)
        return {words(QT_TRANSLATE_NOOP("CrmTable", "Objection")), Tone::Waiting, IconName::Alert};
    if (type == "FOLLOW_UP_FUTURE"_L1)
        return {words(QT_TRANSLATE_NOOP("CrmTable", "Follow-up later")), Tone::Asks, IconName::Clock};
    if (type == "OTHER"_L1)
        return {words(QT_TRANSLATE_NOOP("CrmTable", "Other")), Tone::Quiet, IconName::Minus};
    return {type, Tone::Quiet, IconName::None};
}

Label presentResponseMode(const QString &mode)
{
    if (mode == "AI"_L1)
        return {words(QT_TRANSLATE_NOOP("CrmTable", "AI")), Tone::Asks, IconName::Sparkle};
    if (mode == "HUMAN"_L1)
        return {words(QT_TRANSLATE_NOOP("CrmTable", "Human")), Tone::GoingWell, IconName::Person};
    if (mode == "UNKNOWN"_L1)
        return {words(QT_TRANSLATE_NOOP("CrmTable", "Unknown")), Tone::Quiet, IconName::Minus};
    return {mode, Tone::Quiet, IconName::None};
}

QString presentRefusal(CrmRefusal refusal)
{
    switch (refusal) {
    case CrmRefusal::Computed:
        return words(QT_TRANSLATE_NOOP("CrmTable", "Computed from the conversation: it cannot be edited."));
    case CrmRefusal::Role:
        return words(QT_TRANSLATE_NOOP("CrmTable", "Your role may look at this table, not edit it."));
    case CrmRefusal::OtherLead:
        return words(QT_TRANSLATE_NOOP("CrmTable", "This lead is not assigned to you."));
    case CrmRefusal::Assignee:
        return words(QT_TRANSLATE_NOOP("CrmTable", "A manager assigns leads."));
    case CrmRefusal::Missing:
        return words(QT_TRANSLATE_NOOP("CrmTable", "The row is still being loaded."));
    case CrmRefusal::Outdated:
        return words(QT_TRANSLATE_NOOP("CrmTable", "New rows are being loaded."));
    case CrmRefusal::None:
        break;
    }
    return {};
}

QString crmLeadName(const CrmRow &row)
{
    const QString person = QString(row.firstName + u' ' + row.lastName).trimmed();
    QStringList parts;
    for (const QString &part : {person, row.companyName}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.isEmpty() ? row.leadEmail : parts.join(u" · "_s);
}

QStringList crmColumnTexts()
{
    QStringList texts;
    for (const char *text : ColumnTexts)
        texts.append(QString::fromUtf8(text));
    return texts;
}

} // namespace signalbox
