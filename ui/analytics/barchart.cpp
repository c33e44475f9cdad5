// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/barchart.h"

#include "ui/base/consolestyle.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

/// Where the columns of a row stand, from the reading start.
struct BarChart::Columns
{
    int label = 0;
    int bar = 0;
    int value = 0;
    int share = 0;
    int change = 0;
};

BarChart::BarChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"barChart"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BarChart::setRows(const QList<BarRow> &rows)
{
    if (m_rows == rows)
        return;
    m_rows = rows;
    m_most = 0;
    for (const BarRow &row : m_rows)
        m_most = std::max(m_most, row.value);
    if (m_current >= m_rows.size())
        m_current = -1;
    QStringList words;
    for (int row = 0; row < m_rows.size(); ++row)
        words.append(describe(row));
    setAccessibleDescription(words.join(u"; "_s));
    updateGeometry();
    update();
}

QString BarChart::describe(int row) const
{
    const BarRow &one = m_rows.at(row);
    QStringList words {one.label + u": "_s + one.valueText};
    if (!one.shareText.isEmpty())
        words.append(one.shareText);
    for (const BarPart &part : one.parts)
        words.append(part.name + u' ' + QLocale().toString(part.value, 'f', 0));
    if (one.change)
        words.append(presentChange(*one.change, QLocale()).text);
    return words.join(u", "_s);
}

int BarChart::legendHeight() const
{
    const bool isStacked
        = std::ranges::any_of(m_rows, [](const BarRow &row) { return !row.parts.isEmpty(); });
    return isStacked ? m_theme.px(24) : 0;
}

QSize BarChart::sizeHint() const
{
    return {m_theme.px(360), legendHeight() + int(m_rows.size()) * rowHeight() + m_theme.px(2 * Spacing::S)};
}

QSize BarChart::minimumSizeHint() const
{
    return {m_theme.px(220), sizeHint().height()};
}

QSize BarChart::pictureSize() const
{
    return {std::max(width(), m_theme.px(360)), sizeHint().height()};
}

BarChart::Columns BarChart::columnsOf(int width) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Body));
    const QFontMetrics small(m_theme.font(TextStyle::Caption));
    Columns columns;
    for (const BarRow &row : m_rows) {
        columns.label = std::max(columns.label, metrics.horizontalAdvance(row.label) + 2);
        columns.value = std::max(columns.value, metrics.horizontalAdvance(row.valueText) + 2);
        if (!row.shareText.isEmpty())
            columns.share = std::max(columns.share, metrics.horizontalAdvance(row.shareText) + 2);
        if (row.change)
            columns.change = std::max(columns.change,
                small.horizontalAdvance(presentChange(*row.change, QLocale()).text) + m_theme.px(Spacing::M));
    }
    const int gap = m_theme.px(Spacing::M);
    int used = gap + gap + columns.value;
    if (columns.share > 0)
        used += gap + columns.share;
    if (columns.change > 0)
        used += gap + columns.change;
    // The change is the first to go where there is no room for a bar; then a name is cut.
    const int shortest = m_theme.px(60);
    if (width - used - std::min(columns.label, width * 2 / 5) < shortest && columns.change > 0) {
        used -= gap + columns.change;
        columns.change = 0;
    }
    columns.label = std::min(columns.label, std::max(width * 2 / 5, width - used - shortest));
    used += columns.label;
    columns.bar = std::max(width - used, m_theme.px(24));
    return columns;
}

void BarChart::paintRow(QPainter &painter, const BarRow &row, const QRect &line, ColorScheme scheme) const
{
    const Columns columns = columnsOf(line.width());
    const int gap = m_theme.px(Spacing::M);
    int x = line.left();
    const auto cell = [&](int width) {
        const QRect rect(x, line.top(), width, line.height());
        x += width + gap;
        return QStyle::visualRect(layoutDirection(), line, rect);
    };
    const auto text = [&](const QRect &rect, const QString &shown, ColorRole role, bool isEnd,
                          TextStyle style) {
        painter.setFont(m_theme.font(style));
        painter.setPen(themeColor(scheme, role));
        // Numbers end at the right in every language, or units would not stand below units. A Latin name
        // keeps its direction, or its ellipsis would stand before it.
        const bool isRight = isEnd || isRightToLeft();
        const QString fitting = QFontMetrics(painter.font()).elidedText(shown, Qt::ElideRight, rect.width());
        const bool isForeign = !isEnd && isRightToLeft() && !fitting.isRightToLeft();
        painter.drawText(rect,
            int(Qt::AlignVCenter | Qt::AlignAbsolute | (isRight ? Qt::AlignRight : Qt::AlignLeft))
                | Qt::TextSingleLine | (isForeign ? Qt::TextForceLeftToRight : 0),
            fitting);
    };
    text(cell(columns.label), row.label, ColorRole::Text, false, TextStyle::Body);
    const QRectF room = QRectF(cell(columns.bar)).adjusted(0, m_theme.px(8), 0, -m_theme.px(8));
    const double scale = m_most > 0 ? room.width() / m_most : 0;
    double offset = 0;
    painter.setPen(Qt::NoPen);
    const auto bar = [&](double value, int series) {
        const double length = value * scale;
        QRectF rect(room.left() + offset, room.top(), std::max(length, value > 0 ? 2.0 : 0.0), room.height());
        if (isRightToLeft())
            rect.moveRight(room.right() - offset);
        painter.setBrush(seriesColor(scheme, series));
        painter.drawRoundedRect(rect, row.parts.isEmpty() ? 3 : 0, row.parts.isEmpty() ? 3 : 0);
        offset += length;
    };
    if (row.parts.isEmpty())
        bar(row.value, row.series);
    for (const BarPart &part : row.parts)
        bar(part.value, part.series);
    text(cell(columns.value), row.valueText, ColorRole::Text, true, TextStyle::Body);
    if (columns.share > 0)
        text(cell(columns.share), row.shareText, ColorRole::Text2, true, TextStyle::Body);
    if (columns.change > 0 && row.change) {
        const ChangeText change = presentChange(*row.change, QLocale());
        text(cell(columns.change), change.text, change.tone, true, TextStyle::Caption);
    }
}

void BarChart::paintLegend(QPainter &painter, const QRect &line, ColorScheme scheme) const
{
    QList<BarPart> parts;
    for (const BarRow &row : m_rows) {
        for (const BarPart &part : row.parts) {
            if (!std::ranges::any_of(parts, [&](const BarPart &known) { return known.name == part.name; }))
                parts.append(part);
        }
    }
    painter.setFont(m_theme.font(TextStyle::Caption));
    const int size = m_theme.px(10);
    int x = line.left();
    for (const BarPart &part : parts) {
        const int width = QFontMetrics(painter.font()).horizontalAdvance(part.name);
        const QRect box
            = QStyle::visualRect(layoutDirection(), line, QRect(x, line.center().y() - size / 2, size, size));
        const QRect words = QStyle::visualRect(layoutDirection(), line,
            QRect(x + size + m_theme.px(Spacing::Xs), line.top(), width + 2, line.height()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(seriesColor(scheme, part.series));
        painter.drawRoundedRect(box, 2, 2);
        painter.setPen(themeColor(scheme, ColorRole::Text2));
        painter.drawText(words, int(Qt::AlignVCenter) | Qt::TextSingleLine, part.name);
        x += size + width + m_theme.px(Spacing::Xs + Spacing::L);
    }
}

void BarChart::paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    int y = area.top();
    if (const int legend = legendHeight(); legend > 0) {
        paintLegend(painter, QRect(area.left(), y, area.width(), legend), scheme);
        y += legend;
    }
    for (const BarRow &row : m_rows) {
        paintRow(painter, row, QRect(area.left(), y, area.width(), rowHeight()), scheme);
        y += rowHeight();
    }
}

void BarChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int pad = m_theme.px(Spacing::L) - 3; // in line with the title of the panel
    if (m_current >= 0) {
        painter.fillRect(
            QRect(m_theme.px(Spacing::S), m_theme.px(Spacing::S) + legendHeight() + m_current * rowHeight(),
                width() - 2 * m_theme.px(Spacing::S), rowHeight()),
            m_theme.color(hasFocus() ? ColorRole::Selection : ColorRole::Window));
    }
    paintPicture(painter, rect().adjusted(pad, m_theme.px(Spacing::S), -pad, 0), m_theme.scheme());
    if (hasFocus() && m_current < 0)
        paintFocusRing(painter, m_theme, QRectF(rect()).adjusted(2, 2, -2, -2));
}

int BarChart::rowAt(const QPoint &point) const
{
    const int y = point.y() - m_theme.px(Spacing::S) - legendHeight();
    const int row = y < 0 ? -1 : y / rowHeight();
    return row < m_rows.size() ? row : -1;
}

void BarChart::setCurrent(int row)
{
    if (row == m_current)
        return;
    m_current = row;
    if (row >= 0)
        setAccessibleName(describe(row));
    update();
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_rows.size()) - 1;
    if (event->key() == Qt::Key_Down)
        setCurrent(std::min(m_current + 1, last));
    else if (event->key() == Qt::Key_Up)
        setCurrent(std::max(m_current - 1, last >= 0 ? 0 : -1));
    else if (event->key() == Qt::Key_Home)
        setCurrent(last >= 0 ? 0 : -1);
    else if (event->key() == Qt::Key_End)
        setCurrent(last);
    else
        QWidget::keyPressEvent(event);
}

void BarChart::mouseMoveEvent(QMouseEvent *event)
{
    setCurrent(rowAt(event->pos()));
}

void BarChart::leaveEvent(QEvent *event)
{
    setCurrent(-1);
    QWidget::leaveEvent(event);
}

bool BarChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        if (row < 0)
            return QWidget::event(event);
        const QString definition = m_rows.at(row).definition;
        QToolTip::showText(
            help->globalPos(), describe(row) + (definition.isEmpty() ? QString() : u'\n' + definition), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace signalbox
