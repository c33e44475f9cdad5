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
constexpr QChar LeftToRightMark(0x200E);
constexpr QChar RightToLeftMark(0x200F);

QString translated(const char *text)
{
    return QCoreApplication::translate("Figures", text);
}

QString signedText(double number, int decimals, const QLocale &locale)
{
    return (number < 0 ? Minus : QChar(u'+')) + locale.toString(std::abs(number), 'f', decimals);
}

QString changeAmount(const Change &change, double difference, const QLocale &locale)
{
    switch (change.unit) {
    case ChangeUnit::Points:
        return translated(QT_TRANSLATE_NOOP("Figures", "%1 pt")).arg(presentSigned(difference, 1, locale));
    case ChangeUnit::Duration:
        return unturned(
            (difference < 0 ? Minus : QChar(u'+')) + presentGap(std::abs(difference), locale), locale);
    case ChangeUnit::Percent:
        break;
    }
    return unturned(signedText(100 * difference / change.before, 1, locale) + NarrowSpace + u'%', locale);
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
    if (!number)
        return QString(Dash);
    const QString digits = locale.toString(std::abs(*number));
    return *number < 0 ? unturned(Minus + digits, locale) : digits;
}

QString presentShare(std::optional<double> fraction, const QLocale &locale, int decimals)
{
    if (!fraction)
        return QString(Dash);
    return unturned(locale.toString(100 * *fraction, 'f', decimals) + NarrowSpace + u'%', locale);
}

QString presentSigned(double number, int decimals, const QLocale &locale)
{
    return unturned(signedText(number, decimals, locale), locale);
}

QString presentGap(const std::optional<double> &ms, const QLocale &locale)
{
    if (!ms)
        return QString(Dash);
    const QString written = formatGap(ms);
    const QString number
        = locale.toString(written.chopped(1).toDouble(), 'f', written.contains(u'.') ? 1 : 0);
    const char *unit = written.endsWith(u'm') ? QT_TRANSLATE_NOOP("Figures", "%1m")
        : written.endsWith(u'h')              ? QT_TRANSLATE_NOOP("Figures", "%1h")
                                              : QT_TRANSLATE_NOOP("Figures", "%1d");
    return translated(unit).arg(number);
}

QString unturned(const QString &text, const QLocale &locale)
{
    return locale.textDirection() == Qt::RightToLeft ? LeftToRightMark + text + LeftToRightMark : text;
}

QString withoutMarks(QString text)
{
    return text.remove(LeftToRightMark).remove(RightToLeftMark);
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
