// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/presenter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

struct Entry
{
    const char *value;
    const char *text;
    Tone tone;
    IconName glyph;
};

constexpr std::array Sentiments {
    Entry {"New", QT_TRANSLATE_NOOP("Presenter", "New"), Tone::Quiet, IconName::Star},
    Entry {
        "Meeting Booked", QT_TRANSLATE_NOOP("Presenter", "Meeting booked"), Tone::GoingWell, IconName::Check},
    Entry {"Meeting Requested", QT_TRANSLATE_NOOP("Presenter", "Meeting requested"), Tone::GoingWell,
        IconName::Calendar},
    Entry {
        "Call Requested", QT_TRANSLATE_NOOP("Presenter", "Call requested"), Tone::GoingWell, IconName::Phone},
    Entry {"Information Requested", QT_TRANSLATE_NOOP("Presenter", "Information requested"), Tone::Asks,
        IconName::Question},
    Entry {"Objection", QT_TRANSLATE_NOOP("Presenter", "Objection"), Tone::Asks, IconName::Alert},
    Entry {"Not Interested", QT_TRANSLATE_NOOP("Presenter", "Not interested"), Tone::No, IconName::Close},
    Entry {"Blacklist", QT_TRANSLATE_NOOP("Presenter", "Blacklist"), Tone::No, IconName::Blocked},
    Entry {"Follow Up", QT_TRANSLATE_NOOP("Presenter", "Follow up"), Tone::Asks, IconName::Reply},
    Entry {"Out of Office", QT_TRANSLATE_NOOP("Presenter", "Out of office"), Tone::Waiting, IconName::Sun},
    Entry {"Automated Reply", QT_TRANSLATE_NOOP("Presenter", "Automated reply"), Tone::Quiet, IconName::Jobs},
    Entry {"Interested", QT_TRANSLATE_NOOP("Presenter", "Interested"), Tone::GoingWell, IconName::Star},
    Entry {"Positive", QT_TRANSLATE_NOOP("Presenter", "Interested"), Tone::GoingWell, IconName::Star},
    Entry {"Neutral", QT_TRANSLATE_NOOP("Presenter", "Neutral"), Tone::Quiet, IconName::Minus},
    Entry {"Snoozed", QT_TRANSLATE_NOOP("Presenter", "Snoozed"), Tone::Waiting, IconName::Moon},
};

constexpr std::array Statuses {
    Entry {"new", QT_TRANSLATE_NOOP("Presenter", "New"), Tone::Quiet, IconName::Star},
    Entry {"qualified", QT_TRANSLATE_NOOP("Presenter", "Qualified"), Tone::GoingWell, IconName::Check},
    Entry {"unqualified", QT_TRANSLATE_NOOP("Presenter", "Unqualified"), Tone::No, IconName::Minus},
    Entry {"meeting-requested", QT_TRANSLATE_NOOP("Presenter", "Meeting requested"), Tone::GoingWell,
        IconName::Calendar},
    Entry {
        "meeting-booked", QT_TRANSLATE_NOOP("Presenter", "Meeting booked"), Tone::GoingWell, IconName::Check},
    Entry {"not-interested", QT_TRANSLATE_NOOP("Presenter", "Not interested"), Tone::No, IconName::Close},
    Entry {"blacklisted", QT_TRANSLATE_NOOP("Presenter", "Blacklisted"), Tone::No, IconName::Blocked},
    Entry {"needs_repair", QT_TRANSLATE_NOOP("Presenter", "Needs repair"), Tone::Waiting, IconName::Alert},
};

constexpr std::array Roles {
    Entry {"OWNER", QT_TRANSLATE_NOOP("Presenter", "Owner"), Tone::Quiet, IconName::None},
    Entry {"ADMIN", QT_TRANSLATE_NOOP("Presenter", "Admin"), Tone::Quiet, IconName::None},
    Entry {"INBOX_MANAGER", QT_TRANSLATE_NOOP("Presenter", "Inbox manager"), Tone::Quiet, IconName::None},
    Entry {"SETTER", QT_TRANSLATE_NOOP("Presenter", "Setter"), Tone::Quiet, IconName::None},
    Entry {"CLIENT_PORTAL", QT_TRANSLATE_NOOP("Presenter", "Client portal"), Tone::Quiet, IconName::None},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Presenter", text);
}

template <size_t N> Label lookUp(const std::array<Entry, N> &entries, const QString &value)
{
    for (const Entry &entry : entries) {
        if (value == QLatin1StringView(entry.value))
            return {translated(entry.text), entry.tone, entry.glyph};
    }
    return {value, Tone::Quiet, IconName::None};
}

QDateTime localTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(floor<milliseconds>(instant.time_since_epoch()).count());
}

} // namespace

ColorRole toneText(Tone tone)
{
    switch (tone) {
    case Tone::GoingWell:
        return ColorRole::Ok;
    case Tone::Asks:
        return ColorRole::Info;
    case Tone::Quiet:
        return ColorRole::Text2;
    case Tone::Waiting:
        return ColorRole::Warn;
    case Tone::No:
        return ColorRole::Danger;
    }
    return ColorRole::Text2;
}

ColorRole toneGround(Tone tone)
{
    switch (tone) {
    case Tone::GoingWell:
        return ColorRole::OkSoft;
    case Tone::Asks:
        return ColorRole::InfoSoft;
    case Tone::Quiet:
        return ColorRole::Sunken;
    case Tone::Waiting:
        return ColorRole::WarnSoft;
    case Tone::No:
        return ColorRole::DangerSoft;
    }
    return ColorRole::Sunken;
}

Label presentSentiment(const QString &tag)
{
    if (tag.isEmpty())
        return {translated(QT_TRANSLATE_NOOP("Presenter", "Not classified")), Tone::Quiet, IconName::Minus};
    return lookUp(Sentiments, tag);
}

Label presentStatus(const QString &status)
{
    return lookUp(Statuses, status);
}

Label presentCategory(InboxCategory category)
{
    switch (category) {
    case InboxCategory::All:
        return {
            translated(QT_TRANSLATE_NOOP("Presenter", "All conversations")), Tone::Quiet, IconName::Inbox};
    case InboxCategory::Responses:
        return {translated(QT_TRANSLATE_NOOP("Presenter", "All responses")), Tone::Quiet, IconName::Reply};
    case InboxCategory::Attention:
        return {
            translated(QT_TRANSLATE_NOOP("Presenter", "Requires attention")), Tone::No, IconName::Attention};
    case InboxCategory::PreviousAttention:
        return {translated(QT_TRANSLATE_NOOP("Presenter", "Previously required attention")), Tone::Waiting,
            IconName::Clock};
    case InboxCategory::NeedsRepair:
        return {translated(QT_TRANSLATE_NOOP("Presenter", "Needs repair")), Tone::Quiet, IconName::Alert};
    case InboxCategory::AiSent:
        return {translated(QT_TRANSLATE_NOOP("Presenter", "AI sent")), Tone::Quiet, IconName::Sparkle};
    case InboxCategory::AiReview:
        return {
            translated(QT_TRANSLATE_NOOP("Presenter", "AI needs review")), Tone::Waiting, IconName::Draft};
    }
    return {};
}

Label presentChannel(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return {translated(QT_TRANSLATE_NOOP("Presenter", "SMS")), Tone::Quiet, IconName::Sms};
    case Channel::Email:
        return {translated(QT_TRANSLATE_NOOP("Presenter", "Email")), Tone::Quiet, IconName::Mail};
    case Channel::LinkedIn:
        return {translated(QT_TRANSLATE_NOOP("Presenter", "LinkedIn")), Tone::Quiet, IconName::LinkedIn};
    }
    return {};
}

QString presentRole(const QString &role)
{
    return lookUp(Roles, role).text;
}

Label presentScore(std::optional<int> score)
{
    if (!score)
        return {u"–"_s, Tone::Quiet, IconName::None};
    const Tone tone = *score >= 4 ? Tone::GoingWell
        : *score == 3             ? Tone::Asks
        : *score == 2             ? Tone::Waiting
                                  : Tone::Quiet;
    return {QString::number(*score), tone, IconName::None};
}

QString presentTime(Instant instant, Instant now, const QLocale &locale)
{
    const auto age = floor<minutes>(now - instant);
    if (age < 1min && age > -1min)
        return QCoreApplication::translate("Presenter", "now");
    if (age > 0min && age < 60min)
        return QCoreApplication::translate("Presenter", "%n min", nullptr, int(age.count()));
    const QDateTime time = localTime(instant);
    const QDate today = localTime(now).date();
    if (time.date() == today)
        return presentClock(instant, locale);
    if (time.date().year() == today.year())
        return locale.toString(time.date(), u"d MMM"_s);
    return locale.toString(time.date(), u"d MMM yyyy"_s);
}

QString presentExactTime(Instant instant, const QLocale &locale, const QTimeZone &zone)
{
    const QDateTime local = localTime(instant);
    return locale.toString(zone.isValid() ? local.toTimeZone(zone) : local, u"d MMMM yyyy HH:mm:ss t"_s);
}

QString presentClock(Instant instant, const QLocale &locale)
{
    // Some locales, C among them, write seconds even in the short form.
    static const QRegularExpression seconds(u"[:.]?ss"_s);
    return locale.toString(
        localTime(instant).time(), locale.timeFormat(QLocale::ShortFormat).remove(seconds));
}

QString presentAge(seconds age)
{
    age = std::max(age, 0s);
    if (age < 60s)
        return QCoreApplication::translate("Presenter", "%1 s").arg(age.count());
    if (age < 1h)
        return QCoreApplication::translate("Presenter", "%1 min").arg(floor<minutes>(age).count());
    if (age < 48h)
        return QCoreApplication::translate("Presenter", "%1 h").arg(floor<hours>(age).count());
    const auto wholeDays
        = floor<days>(age).count(); // lupdate never returns from angle brackets in a call of translate()
    return QCoreApplication::translate("Presenter", "%n day(s)", nullptr, int(wholeDays));
}

QString presentCount(qint64 count, const QLocale &locale, bool isTight)
{
    if (!isTight || count <= 99'999)
        return locale.toString(count);
    if (count < 1'000'000)
        return locale.toString(count / 1000) + u'k';
    return locale.toString(double(count) / 1e6, 'f', 1) + u'M';
}

} // namespace signalbox
