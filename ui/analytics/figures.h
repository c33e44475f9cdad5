// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsrules.h"
#include "models/analytics/analyticssession.h"
#include "ui/base/theme.h"

#include <QLocale>

namespace signalbox {

/// Nothing is said of a change when either side rests on fewer samples than this (ux §12.2).
constexpr qint64 EnoughSamples = 30;

/// What of two numbers is better.
enum class BetterWhen
{
    Higher,
    Lower,
    Neither,
};

/// How a change between two periods is told.
enum class ChangeUnit
{
    Percent, ///< of the number before: counts
    Points, ///< percentage points: rates, given in percent
    Duration, ///< milliseconds
};

/// A number of this period beside that of the one before.
struct Change
{
    double now = 0;
    double before = 0;
    qint64 samplesNow = 0; ///< what each side rests on
    qint64 samplesBefore = 0;
    ChangeUnit unit = ChangeUnit::Percent;
    BetterWhen better = BetterWhen::Higher;

    bool operator==(const Change &) const = default;
};

/// A change in words: the arrow says where it went, the tone whether that is good.
struct ChangeText
{
    enum class Arrow
    {
        None,
        Up,
        Down
    };

    QString text; ///< "+8.2 %", "−6m better", "n = 12", "no change"
    Arrow arrow = Arrow::None;
    ColorRole tone = ColorRole::Text3;

    bool operator==(const ChangeText &) const = default;
};
ChangeText presentChange(const Change &change, const QLocale &locale);

/// "12,408"; "—" for none.
QString presentNumber(std::optional<qint64> number, const QLocale &locale);
/// A fraction as "24.1 %"; "—" for none, never 0 %.
QString presentShare(std::optional<double> fraction, const QLocale &locale, int decimals = 1);
/// A signed number with the minus of typography (U+2212): "+1,204", "−3.5".
QString presentSigned(double number, int decimals, const QLocale &locale);

/// How long something took: "42m", "3.3h", "2.0d" as formatGap() rounds it, in the words of the language;
/// "—" for none. A change of it is told in the same way, so that the two can be held against each other.
QString presentGap(const std::optional<double> &ms, const QLocale &locale);

/// Digits with a sign or a unit, or a name of keys, as one piece: from left to right in an Arabic text too,
/// as its locale writes numbers. Untouched where texts run that way anyway.
QString unturned(const QString &text, const QLocale &locale);
/// For the clipboard: what only turns texts round does not belong into a cell.
QString withoutMarks(QString text);

/// "27 Jan – 26 Feb 2026", the local days of a window; its times as well where they are not midnights.
QString presentWindow(const AnalyticsWindow &window, const QTimeZone &zone, const QLocale &locale);
/// "Last 30 days", or the dates of a custom period.
QString presentPeriod(const AnalyticsPeriod &period, const QLocale &locale);
/// "previous 30 days", "same period last year"; empty without a comparison.
QString presentComparison(const AnalyticsPeriod &period);

} // namespace signalbox
