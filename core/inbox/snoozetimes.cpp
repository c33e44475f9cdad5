// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/snoozetimes.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr QTime fullHour(int hour)
{
    return QTime::fromMSecsSinceStartOfDay(hour * 3'600'000);
}

constexpr QTime Morning = fullHour(9);
constexpr QTime Noon = fullHour(12);
constexpr QTime Afternoon = fullHour(14);
constexpr QTime Evening = fullHour(18);

/// A wall-clock time somewhere.
struct LocalTime
{
    QDate date;
    QTime time;
};

QDateTime atUtc(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(
        duration_cast<milliseconds>(instant.time_since_epoch()).count(), Qt::UTC);
}

LocalTime localTime(Instant instant, const QTimeZone &zone)
{
    const QDateTime utc = atUtc(instant);
    const QDateTime shifted = utc.addSecs(zone.offsetFromUtc(utc));
    return {shifted.date(), shifted.time()};
}

// By hand, because what QDateTime does in a gap differs between versions of Qt.
Instant instantOf(const LocalTime &local, const QTimeZone &zone)
{
    const QDateTime wall(local.date, local.time, Qt::UTC);
    const int before = zone.offsetFromUtc(wall.addDays(-1));
    const int after = zone.offsetFromUtc(wall.addDays(1));
    const QDateTime early = wall.addSecs(-before);
    const QDateTime late = wall.addSecs(-after);
    const bool isLateReal = zone.offsetFromUtc(late) == after;
    const bool isEarlyReal = zone.offsetFromUtc(early) == before;
    const QDateTime chosen = isEarlyReal || !isLateReal ? early : late;
    return Instant(milliseconds(chosen.toMSecsSinceEpoch()));
}

Error unreadable()
{
    return Error::invalid(
        u"snoozedUntil"_s, u"the text is no time that is understood"_s, u"SNOOZE_UNREADABLE"_s);
}

QDate weekdayAfter(QDate today, int weekday, bool isNextWeek)
{
    if (isNextWeek)
        return today.addDays(7 - today.dayOfWeek() + weekday);
    return today.addDays((weekday - today.dayOfWeek() + 7) % 7);
}

int indexOfName(const QString &word, const QStringList &names)
{
    if (word.size() < 3)
        return 0;
    for (int i = 0; i < names.size(); ++i) {
        if (names.at(i).startsWith(word))
            return i + 1;
    }
    return 0;
}

int weekdayOf(const QString &word)
{
    static const QStringList names {
        u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s};
    return indexOfName(word, names);
}

int monthOf(const QString &word)
{
    static const QStringList names {u"january"_s, u"february"_s, u"march"_s, u"april"_s, u"may"_s, u"june"_s,
        u"july"_s, u"august"_s, u"september"_s, u"october"_s, u"november"_s, u"december"_s};
    return indexOfName(word, names);
}

/// What the words of a text said so far.
struct Reading
{
    QDate today;
    std::optional<QDate> date;
    std::optional<QTime> time;
    bool mayRoll = false; ///< a weekday that is today: next week's when its time has passed
};

bool setDate(Reading &reading, QDate date)
{
    if (reading.date || !date.isValid())
        return false;
    reading.date = date;
    return true;
}

bool setTime(Reading &reading, const QTime &time)
{
    if (reading.time || !time.isValid())
        return false;
    reading.time = time;
    return true;
}

bool readClock(Reading &reading, const QString &word)
{
    static const QRegularExpression clock(u"^(\\d{1,2})(?:[:.](\\d{2}))?(am|pm)?$"_s);
    const auto match = clock.match(word);
    if (!match.hasMatch())
        return false;
    int hour = match.captured(1).toInt();
    if (const QString half = match.captured(3); !half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return false;
        hour = hour % 12 + (half == "pm"_L1 ? 12 : 0);
    }
    return setTime(reading, QTime(hour, match.captured(2).toInt()));
}

bool readDayWord(Reading &reading, const QString &word)
{
    if (word == "today"_L1)
        return setDate(reading, reading.today);
    if (word == "tonight"_L1)
        return setDate(reading, reading.today) && setTime(reading, Evening);
    if (word == "tomorrow"_L1 || word == "tmr"_L1)
        return setDate(reading, reading.today.addDays(1));
    const int weekday = weekdayOf(word);
    if (weekday == 0)
        return false;
    reading.mayRoll = true;
    return setDate(reading, weekdayAfter(reading.today, weekday, false));
}

bool readTimeWord(Reading &reading, const QString &word)
{
    static const QHash<QString, QTime> named {
        {u"morning"_s, Morning}, {u"noon"_s, Noon}, {u"afternoon"_s, Afternoon}, {u"evening"_s, Evening}};
    const auto found = named.constFind(word);
    return found != named.constEnd() ? setTime(reading, *found) : readClock(reading, word);
}

// "next week", "next fri": of the week that follows.
bool readNext(Reading &reading, const QString &word)
{
    const int weekday = word == "week"_L1 ? 1 : weekdayOf(word);
    return weekday > 0 && setDate(reading, weekdayAfter(reading.today, weekday, true));
}

// "24 dec" or "dec 24": the next one.
bool readMonthDay(Reading &reading, const QString &first, const QString &second)
{
    const bool isDayFirst = monthOf(second) > 0;
    const int month = monthOf(isDayFirst ? second : first);
    bool isNumber = false;
    const int day = QString(isDayFirst ? first : second).remove(u'.').toInt(&isNumber);
    if (month == 0 || !isNumber)
        return false;
    const QDate thisYear(reading.today.year(), month, day);
    const bool isOver = !thisYear.isValid() || thisYear < reading.today;
    return setDate(reading, isOver ? QDate(reading.today.year() + 1, month, day) : thisYear);
}

bool readWords(Reading &reading, const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        const QString following = words.value(i + 1);
        if (word == "at"_L1 || word == "on"_L1 || word == "this"_L1)
            continue;
        if (word == "next"_L1 && readNext(reading, following))
            ++i;
        else if (!following.isEmpty() && readMonthDay(reading, word, following))
            ++i;
        else if (const QDate date = QDate::fromString(word, Qt::ISODate); date.isValid()) {
            if (!setDate(reading, date))
                return false;
        } else if (!readDayWord(reading, word) && !readTimeWord(reading, word))
            return false;
    }
    return reading.date || reading.time;
}

std::optional<Instant> readSpan(const QString &text, Instant now, const QTimeZone &zone)
{
    static const QRegularExpression span(
        u"^(?:in )?(\\d{1,4}|an?|one) ?(m|mins?|minutes?|h|hours?|d|days?|w|weeks?|months?)$"_s);
    const auto match = span.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    bool isNumber = false;
    const int typed = match.captured(1).toInt(&isNumber);
    const int count = isNumber ? typed : 1;
    const QString unit = match.captured(2);
    if (unit.startsWith("month"_L1) || unit.startsWith(u'd') || unit.startsWith(u'w')) {
        LocalTime local = localTime(now, zone);
        local.date = unit.startsWith("month"_L1) ? local.date.addMonths(count)
                                                 : local.date.addDays(count * (unit.at(0) == u'w' ? 7 : 1));
        return instantOf(local, zone);
    }
    return now + (unit.startsWith(u'h') ? minutes(hours(count)) : minutes(count));
}

// "9:30 pm" is one word to the reader.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression apart(u"(\\d) (am|pm)\\b"_s);
    QString joined = text;
    joined.replace(apart, u"\\1\\2"_s);
    return joined.remove(u',').split(u' ', Qt::SkipEmptyParts);
}

Result<Instant> readTime(const QString &text, Instant now, const QTimeZone &zone)
{
    if (const auto span = readSpan(text, now, zone))
        return *span;
    Reading reading;
    reading.today = localTime(now, zone).date;
    if (!readWords(reading, wordsOf(text)))
        return unreadable();
    const QTime time = reading.time.value_or(Morning);
    const QDate date = reading.date.value_or(reading.today);
    const Instant until = instantOf({date, time}, zone);
    if (until > now)
        return until;
    if (!reading.date)
        return instantOf({date.addDays(1), time}, zone);
    return reading.mayRoll ? instantOf({date.addDays(7), time}, zone) : until;
}

} // namespace

QList<SnoozeChoice> snoozeChoices(Instant now, const QTimeZone &zone)
{
    using Id = SnoozeChoice::Id;
    const LocalTime local = localTime(now, zone);
    const auto at = [&](int days, const QTime &time) {
        return instantOf({local.date.addDays(days), time}, zone);
    };
    const Instant evening = at(0, Evening);
    QList<SnoozeChoice> choices;
    if (const Instant later = ceil<hours>(now + hours(3)); later < evening)
        choices.append({Id::LaterToday, later});
    if (now + hours(1) <= evening)
        choices.append({Id::ThisEvening, evening});
    choices.append({Id::Tomorrow, at(1, Morning)});
    const int toMonday = 8 - local.date.dayOfWeek();
    if (toMonday > 1)
        choices.append({Id::NextMonday, at(toMonday, Morning)});
    if (toMonday < 7)
        choices.append({Id::InAWeek, at(7, Morning)});
    return choices;
}

Result<Instant> parseSnoozeText(QStringView text, Instant now, const QTimeZone &zone)
{
    const auto until = readTime(text.toString().simplified().toLower(), now, zone);
    if (!until)
        return until.error();
    if (*until <= now)
        return Error::invalid(u"snoozedUntil"_s, u"this time has passed"_s, u"SNOOZE_PAST"_s);
    if (*until > now + LongestSnooze)
        return Error::invalid(u"snoozedUntil"_s, u"this is more than a year away"_s, u"SNOOZE_TOO_FAR"_s);
    return *until;
}

} // namespace signalbox
