// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/kpicard.h"

namespace signalbox {

/// A rate and what it rests on.
struct Ratio
{
    qint64 part = 0;
    qint64 whole = 0;

    std::optional<double> value() const;
};

// Numbers of a reading as cards show them; without `before` nothing is compared.
KpiFigure countFigure(qint64 now, std::optional<qint64> before, BetterWhen better = BetterWhen::Higher);
/// "24.1 %"; its change in points. The tooltip says what it is a part of.
KpiFigure ratioFigure(
    const Ratio &now, const std::optional<Ratio> &before, BetterWhen better = BetterWhen::Higher);
/// A mean with one decimal over so many.
KpiFigure meanFigure(std::optional<double> now, qint64 samplesNow, std::optional<double> before,
    qint64 samplesBefore, BetterWhen better);
/// A time between messages (domain §7.2 says how it is written).
KpiFigure gapFigure(
    std::optional<double> nowMs, qint64 samplesNow, std::optional<double> beforeMs, qint64 samplesBefore);

} // namespace signalbox
