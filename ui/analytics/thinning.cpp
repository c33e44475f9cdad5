// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/thinning.h"

#include <algorithm>

namespace signalbox {

namespace {

/// The extremes of one bucket of a line, in their order.
void appendBucket(const QList<QPointF> &run, qsizetype begin, qsizetype end, QList<QPointF> &out)
{
    const auto [low, high] = std::minmax_element(run.cbegin() + begin, run.cbegin() + end,
        [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
    out.append(low->x() < high->x() ? *low : *high);
    if (low != high)
        out.append(low->x() < high->x() ? *high : *low);
}

} // namespace

LineRuns thinned(const QList<std::optional<double>> &values, int first, int last, int most)
{
    LineRuns runs;
    bool isOpen = false;
    qsizetype count = 0;
    for (int i = std::max(first, 0); i <= std::min(last, int(values.size()) - 1); ++i) {
        if (values.at(i)) {
            if (!isOpen)
                runs.append(QList<QPointF>());
            runs.last().append(QPointF(i, *values.at(i)));
            ++count;
        }
        isOpen = values.at(i).has_value();
    }
    if (count <= most || most < 4)
        return runs;
    const double perBucket = double(count) / (double(most) / 2);
    for (QList<QPointF> &run : runs) {
        QList<QPointF> kept;
        for (double at = 0; qsizetype(at) < run.size(); at += perBucket) {
            const qsizetype end = std::min(qsizetype(at + perBucket), run.size());
            appendBucket(run, qsizetype(at), std::max(end, qsizetype(at) + 1), kept);
        }
        run = kept;
    }
    return runs;
}

} // namespace signalbox
