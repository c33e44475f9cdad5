// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"
#include "ui/live/livewords.h"

#include <array>

class QPainter;

namespace signalbox {

/// Where the columns of the event table are, for its head and its rows.
struct EventColumns
{
    struct Span
    {
        int left = 0;
        int width = 0;
    };

    std::array<Span, EventFeedModel::ColumnCount> spans {};

    /// Time, kind, setter and latency have the room they need; who and change share the rest. The setter
    /// gives way first in a narrow table.
    static EventColumns of(const Theme &theme, int width);
    /// The column at a horizontal place, mirrored as the table is.
    int at(int x, int width, bool isRightToLeft) const;
    QRect rect(int column, const QRect &row, bool isRightToLeft) const;

    static QString title(int column);
};

/// Paints one row of the event table.
class EventRowPainter
{
public:
    EventRowPainter(const Theme &theme, EventFeedModel &model, LeadNames &names);

    struct Look
    {
        bool isCurrent = false;
        int currentColumn = -1; ///< marked in the current row
        bool hasFocus = false;
        bool isRightToLeft = false;
    };

    int rowHeight() const;
    void paint(QPainter &painter, const QRect &rect, int row, const Look &look) const;
    /// Everything a row shows as one sentence: for tooltips and screen readers.
    QString describe(int row) const;
    QString text(int row, int column) const;

private:
    struct Cell
    {
        QString text;
        ColorRole tone = ColorRole::Text;
        bool isStrong = false;
    };

    QRect paintDot(QPainter &painter, const QRect &area, ColorRole tone, bool isRtl) const;
    QRect paintChevron(QPainter &painter, const QRect &area, const LiveRow &row, bool isRtl) const;
    void paintText(QPainter &painter, const QRect &area, const Cell &cell, bool isAtLeft) const;
    Cell cell(const LiveRow &row, const LiveRecord &record, int column) const;
    const LiveRecord &recordOf(const LiveRow &row) const;

    const Theme &m_theme;
    EventFeedModel &m_model;
    LeadNames &m_names;
};

} // namespace signalbox
