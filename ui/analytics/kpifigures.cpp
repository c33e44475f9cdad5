// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/kpifigures.h"

#include "core/analytics/analyticsrules.h"
#include "ui/analytics/tablewords.h"

#include <QCoreApplication>

namespace signalbox {

using namespace Qt::StringLiterals;

std::optional<double> Ratio::value() const
{
    return rateOf(part, whole);
}

KpiFigure countFigure(qint64 now, std::optional<qint64> before, BetterWhen better)
{
    KpiFigure figure {.value = presentNumber(now, QLocale())};
    if (before) {
        figure.change = Change {.now = double(now),
            .before = double(*before),
            .samplesNow = now,
            .samplesBefore = *before,
            .unit = ChangeUnit::Percent,
            .better = better};
        figure.previousValue = presentNumber(*before, QLocale());
    }
    return figure;
}

KpiFigure ratioFigure(const Ratio &now, const std::optional<Ratio> &before, BetterWhen better)
{
    KpiFigure figure;
    const std::optional<double> value = now.value();
    figure.value = value ? QLocale().toString(100 * *value, 'f', 1) : presentShare(value, QLocale());
    figure.unit = value ? u"%"_s : QString();
    figure.exactValue = QCoreApplication::translate("AnalyticsTabs", "%1 (%2 of %3)")
                            .arg(presentShare(value, QLocale()), presentNumber(now.part, QLocale()),
                                presentNumber(now.whole, QLocale()));
    if (!before)
        return figure;
    figure.previousValue = presentShare(before->value(), QLocale());
    if (value && before->value()) {
        figure.change = Change {.now = 100 * *value,
            .before = 100 * *before->value(),
            .samplesNow = now.whole,
            .samplesBefore = before->whole,
            .unit = ChangeUnit::Points,
            .better = better};
    }
    return figure;
}

KpiFigure meanFigure(std::optional<double> now, qint64 samplesNow, std::optional<double> before,
    qint64 samplesBefore, BetterWhen better)
{
    KpiFigure figure {.value = presentAverage(now)};
    if (before)
        figure.previousValue = presentAverage(before);
    if (now && before) {
        figure.change = Change {.now = *now,
            .before = *before,
            .samplesNow = samplesNow,
            .samplesBefore = samplesBefore,
            .unit = ChangeUnit::Percent,
            .better = better};
    }
    return figure;
}

KpiFigure gapFigure(
    std::optional<double> nowMs, qint64 samplesNow, std::optional<double> beforeMs, qint64 samplesBefore)
{
    KpiFigure figure {.value = presentGap(nowMs, QLocale())};
    if (beforeMs)
        figure.previousValue = presentGap(beforeMs, QLocale());
    if (nowMs && beforeMs) {
        figure.change = Change {.now = *nowMs,
            .before = *beforeMs,
            .samplesNow = samplesNow,
            .samplesBefore = samplesBefore,
            .unit = ChangeUnit::Duration,
            .better = BetterWhen::Lower};
    }
    return figure;
}

} // namespace signalbox
