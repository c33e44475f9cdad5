// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/figures.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr QChar Minus(0x2212);
constexpr QChar Dash(0x2014);
constexpr QChar NarrowSpace(0x202F);

QString translated(const char *text)
{
    return QCoreApplication::translate("Figures", text);
}

/// "6 min", "1.5 h", "2.0 d" of a length in milliseconds, without a sign.
QString presentLength(double ms, const QLocale &locale)
{
    const double minutesLong = std::abs(ms) / 60000;
    if (minutesLong < 59.5)
        return translated(QT_TRANSLATE_NOOP("Figures", "%1 min"))
            .arg(locale.toString(std::round(minutesLong), 'f', 0));
    if (minutesLong < 24 * 60)
        return translated(QT_TRANSLATE_NOOP("Figures", "%1 h"))
            .arg(locale.toString(minutesLong / 60, 'f', 1));
    return translated(QT_TRANSLATE_NOOP("Figures", "%1 d")).arg(locale.toString(minutesLong / 1440, 'f', 1));
}

QString changeAmount(const Change &change, double difference, const QLocale &locale)
{
    switch (change.unit) {
    case ChangeUnit::Points:
        return translated(QT_TRANSLATE_NOOP("Figures", "%1 pt")).arg(presentSigned(difference, 1, locale));
    case ChangeUnit::Duration:
        return (difference < 0 ? Minus : QChar(u'+')) + presentLength(difference, locale);
    case ChangeUnit::Percent:
        break;
    }
    return presentSigned(100 * difference / change.before, 1, locale) + NarrowSpace + u'%';
}

bool isTooSmallToShow(const Change &change, double difference)
{
    switch (change.unit) {
    case ChangeUnit::Points:
        return std::abs(difference) < 0.05;
    case ChangeUnit::Duration:
        return std::abs(difference) < 30000;
    case ChangeUnit::Percent:
        break;
    }
    return std::abs(100 * difference / change.before) < 0.05;
}

QDateTime localTime(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(floor<milliseconds>(instant.time_since_epoch()).count(), zone);
}

QString presentDates(const QDate &first, const QDate &last, const QLocale &locale)
{
    const QString withYear = u"d MMM yyyy"_s;
    if (first == last)
        return locale.toString(first, withYear);
    const QString begin = locale.toString(first, first.year() == last.year() ? u"d MMM"_s : withYear);
    return begin + u" – "_s + locale.toString(last, withYear);
}

} // namespace

ChangeText presentChange(const Change &change, const QLocale &locale)
{
    const qint64 fewest = std::min(change.samplesNow, change.samplesBefore);
    if (fewest < EnoughSamples)
        return {.text = u"n = "_s + locale.toString(fewest)};
    const double difference = change.now - change.before;
    if (change.before == 0 && change.unit == ChangeUnit::Percent)
        return {.text = translated(QT_TRANSLATE_NOOP("Figures", "none before"))};
    if (isTooSmallToShow(change, difference))
        return {.text = translated(QT_TRANSLATE_NOOP("Figures", "no change"))};
    ChangeText shown {.text = changeAmount(change, difference, locale),
        .arrow = difference > 0 ? ChangeText::Arrow::Up : ChangeText::Arrow::Down,
        .tone = ColorRole::Text2};
    if (change.better == BetterWhen::Neither)
        return shown;
    const bool isGood = (difference > 0) == (change.better == BetterWhen::Higher);
    shown.tone = isGood ? ColorRole::Ok : ColorRole::Danger;
    // Where less is more, the arrow alone would be read the wrong way round.
    if (change.better == BetterWhen::Lower)
        shown.text += u' '
            + translated(
                isGood ? QT_TRANSLATE_NOOP("Figures", "better") : QT_TRANSLATE_NOOP("Figures", "worse"));
    return shown;
}

QString presentNumber(std::optional<qint64> number, const QLocale &locale)
{
    return number ? locale.toString(*number).replace(u'-', Minus) : QString(Dash);
}

QString presentShare(std::optional<double> fraction, const QLocale &locale, int decimals)
{
    return fraction ? locale.toString(100 * *fraction, 'f', decimals) + NarrowSpace + u'%' : QString(Dash);
}

QString presentSigned(double number, int decimals, const QLocale &locale)
{
    return (number < 0 ? Minus : QChar(u'+')) + locale.toString(std::abs(number), 'f', decimals);
}

QString presentWindow(const AnalyticsWindow &window, const QTimeZone &zone, const QLocale &locale)
{
    if (!window.from || !window.to)
        return translated(QT_TRANSLATE_NOOP("Figures", "All time"));
    const QDateTime from = localTime(*window.from, zone);
    const QDateTime to = localTime(*window.to, zone);
    if (from.time() == QTime(0, 0) && to.time() == QTime(0, 0))
        return presentDates(from.date(), to.date().addDays(-1), locale);
    return presentDates(from.date(), to.date(), locale);
}

QString presentPeriod(const AnalyticsPeriod &period, const QLocale &locale)
{
    if (period.days > 0)
        return translated(QT_TRANSLATE_NOOP("Figures", "Last %1 days")).arg(period.days);
    return presentDates(period.first, period.last, locale);
}

QString presentComparison(const AnalyticsPeriod &period)
{
    switch (period.compare) {
    case Comparison::Previous: {
        const int days = period.days > 0 ? period.days : int(period.first.daysTo(period.last)) + 1;
        return days == 1 ? translated(QT_TRANSLATE_NOOP("Figures", "previous day"))
                         : translated(QT_TRANSLATE_NOOP("Figures", "previous %1 days")).arg(days);
    }
    case Comparison::Year:
        return translated(QT_TRANSLATE_NOOP("Figures", "same period last year"));
    case Comparison::None:
        break;
    }
    return {};
}

} // namespace signalbox
