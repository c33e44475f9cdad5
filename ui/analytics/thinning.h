// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <optional>

namespace signalbox {

/// Lines without gaps, one after the other; x is the index of a value.
using LineRuns = QList<QList<QPointF>>;

/// The values `first` to `last` as lines. With more of them than `most`, each of `most`/2 buckets keeps its
/// lowest and its highest, in their order: peaks stay, nothing is averaged away. Gaps stay gaps.
LineRuns thinned(const QList<std::optional<double>> &values, int first, int last, int most);

} // namespace signalbox
