// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/bucketchart.h"

#include "ui/analytics/figures.h"
#include "ui/base/consolestyle.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int PlotHeight = 148;
constexpr int GridLines = 4;

/// The end of the axis: the rates and their grid lines are whole percents.
double axisEnd(double most)
{
    constexpr std::array Ends {0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1.0};
    for (const double end : Ends) {
        if (most <= end)
            return end;
    }
    return std::ceil(most * 2) / 2;
}

} // namespace

/// Where everything stands.
struct BucketChart::Plot
{
    QRect bars; ///< from the axis' end down to zero
    int slot = 0; ///< width of a bucket
    double end = 1;
    int direction = 1; ///< -1: from the right

    double y(double rate) const { return bars.bottom() + 1 - rate / end * bars.height(); }
    double x(double position) const
    {
        return direction > 0 ? bars.left() + position * slot : bars.right() + 1 - position * slot;
    }
    QRect slotOf(int bar) const
    {
        const int left = direction > 0 ? bars.left() + bar * slot : bars.right() + 1 - (bar + 1) * slot;
        return {left, bars.top(), slot, bars.height()};
    }
};

BucketChart::BucketChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"bucketChart"_s);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BucketChart::setData(const BucketChartData &data)
{
    if (m_data == data)
        return;
    m_data = data;
    if (m_current >= m_data.bars.size())
        m_current = -1;
    QStringList words;
    for (int bar = 0; bar < m_data.bars.size(); ++bar)
        words.append(describe(bar));
    for (const BucketMark &mark : m_data.marks)
        words.append(mark.label);
    setAccessibleDescription(words.join(u"; "_s));
    update();
}

QString BucketChart::describe(int bar) const
{
    const BucketBar &one = m_data.bars.at(bar);
    return tr("%1: %2, n = %3")
        .arg(one.label, presentShare(one.rate, QLocale()), presentNumber(one.samples, QLocale()));
}

QSize BucketChart::sizeHint() const
{
    return {m_theme.px(420), m_theme.px(PlotHeight + 108)};
}

QSize BucketChart::minimumSizeHint() const
{
    return {m_theme.px(280), sizeHint().height()};
}

QSize BucketChart::pictureSize() const
{
    return {std::max(width(), sizeHint().width()), sizeHint().height()};
}

BucketChart::Plot BucketChart::plotOf(const QRect &area) const
{
    Plot plot;
    double most = 0;
    for (const BucketBar &bar : m_data.bars)
        most = std::max({most, bar.rate.value_or(0), bar.rateBefore.value_or(0)});
    plot.end = axisEnd(most);
    const int axis = QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(u"100\u202f%"_s)
        + m_theme.px(Spacing::S);
    const int top = m_theme.px(m_data.marks.isEmpty() ? 24 : 40);
    const int edge = m_theme.px(Spacing::L);
    plot.bars
        = area.adjusted(edge + (isRightToLeft() ? 0 : axis), top, -edge - (isRightToLeft() ? axis : 0), 0);
    plot.bars.setHeight(m_theme.px(PlotHeight));
    plot.slot = plot.bars.width() / std::max<int>(1, int(m_data.bars.size()));
    plot.direction = isRightToLeft() ? -1 : 1;
    return plot;
}

void BucketChart::paintGrid(QPainter &painter, const Plot &plot, ColorScheme scheme) const
{
    QColor line = themeColor(scheme, ColorRole::Text);
    line.setAlphaF(0.08F);
    painter.setFont(m_theme.font(TextStyle::Caption));
    const int axis = m_theme.px(64);
    for (int i = 0; i <= GridLines; ++i) {
        const double rate = plot.end * i / GridLines;
        const int y = int(std::lround(plot.y(rate)));
        painter.fillRect(QRect(plot.bars.left(), y, plot.bars.width(), 1),
            i == 0 ? themeColor(scheme, ColorRole::BorderStrong) : line);
        const bool isLeft = plot.direction > 0;
        const QRect label(isLeft ? plot.bars.left() - axis - m_theme.px(Spacing::S)
                                 : plot.bars.right() + m_theme.px(Spacing::S),
            y - m_theme.px(8), axis, m_theme.px(16));
        painter.setPen(themeColor(scheme, ColorRole::Text3));
        painter.drawText(label,
            int(Qt::AlignVCenter | Qt::AlignAbsolute | (isLeft ? Qt::AlignRight : Qt::AlignLeft)),
            presentShare(rate, QLocale(), 0));
    }
}

void BucketChart::paintBar(QPainter &painter, const Plot &plot, int bar, ColorScheme scheme) const
{
    const BucketBar &one = m_data.bars.at(bar);
    const QRect room = plot.slotOf(bar);
    const int width = std::min(plot.slot * 3 / 5, m_theme.px(56));
    const double left = room.center().x() + 0.5 - width / 2.0;
    QColor color = seriesColor(scheme, m_data.series);
    if (one.rate) {
        const double top = plot.y(*one.rate);
        QColor fill = color;
        fill.setAlphaF(one.samples < EnoughSamples ? 0.4F : 1.0F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.save();
        painter.setClipRect(QRectF(left, plot.bars.top() - 2, width, plot.bars.height() + 2));
        painter.drawRoundedRect(QRectF(left, top, width, plot.bars.bottom() + 5 - top), 3, 3);
        painter.restore();
    }
    if (one.rateBefore) {
        QColor before = themeColor(scheme, ColorRole::Text2);
        painter.setPen(QPen(before, 1.5, Qt::DotLine));
        const double y = plot.y(*one.rateBefore);
        const double over = m_theme.px(6);
        painter.drawLine(QPointF(left - over, y), QPointF(left + width + over, y));
    }
    const int line = m_theme.px(18);
    QRect below(room.left(), room.bottom() + m_theme.px(6), room.width(), line);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(themeColor(scheme, ColorRole::Text2));
    const QFontMetrics metrics(painter.font());
    painter.drawText(below, Qt::AlignCenter, metrics.elidedText(one.label, Qt::ElideRight, room.width() - 4));
    below.translate(0, m_theme.px(16));
    painter.setPen(themeColor(scheme, ColorRole::Text3));
    painter.drawText(
        below, Qt::AlignCenter, u"n\u202f=\u202f%1"_s.arg(presentNumber(one.samples, QLocale())));
}

/// Above the bar, and above what may cross it.
void BucketChart::paintRate(QPainter &painter, const Plot &plot, int bar, ColorScheme scheme) const
{
    const BucketBar &one = m_data.bars.at(bar);
    const QRect room = plot.slotOf(bar);
    painter.setFont(m_theme.font(TextStyle::Body, QFont::Medium));
    const QString text = presentShare(one.rate, QLocale());
    const int width = QFontMetrics(painter.font()).horizontalAdvance(text) + m_theme.px(Spacing::Xs);
    const int height = m_theme.px(16);
    const double top = plot.y(std::max(one.rate.value_or(0), one.rateBefore.value_or(0)));
    const QRectF words(room.center().x() + 0.5 - width / 2.0, top - height - 3, width, height);
    painter.fillRect(words, themeColor(scheme, ColorRole::Surface));
    painter.setPen(themeColor(scheme, one.rate ? ColorRole::Text : ColorRole::Text3));
    painter.drawText(words, Qt::AlignCenter, text);
}

/// Each stands on a line of its own above the bars when two would meet.
void BucketChart::paintMarks(QPainter &painter, const Plot &plot, ColorScheme scheme) const
{
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    const QFontMetrics metrics(painter.font());
    const int line = m_theme.px(16);
    QRect taken;
    for (const BucketMark &mark : m_data.marks) {
        const double x = plot.x(mark.position);
        const int width = metrics.horizontalAdvance(mark.label) + m_theme.px(Spacing::S);
        const bool isOutside
            = plot.direction > 0 ? x + width > plot.bars.right() : x - width < plot.bars.left();
        const bool isRightOfLine = (plot.direction > 0) != isOutside;
        QRect words(int(isRightOfLine ? x + m_theme.px(3) : x - width - m_theme.px(3)),
            plot.bars.top() - m_theme.px(34), width, line);
        if (words.intersects(taken))
            words.translate(0, line);
        taken = taken.united(words);
        painter.setPen(QPen(themeColor(scheme, ColorRole::Text2), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, words.top() + 2), QPointF(x, plot.bars.bottom()));
        painter.setPen(themeColor(scheme, ColorRole::Text2));
        painter.drawText(words,
            int(Qt::AlignVCenter | Qt::AlignAbsolute | (isRightOfLine ? Qt::AlignLeft : Qt::AlignRight)),
            mark.label);
    }
}

void BucketChart::paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const Plot plot = plotOf(area);
    paintGrid(painter, plot, scheme);
    for (int bar = 0; bar < m_data.bars.size(); ++bar)
        paintBar(painter, plot, bar, scheme);
    paintMarks(painter, plot, scheme);
    for (int bar = 0; bar < m_data.bars.size(); ++bar)
        paintRate(painter, plot, bar, scheme);
    const bool hasBefore
        = std::ranges::any_of(m_data.bars, [](const BucketBar &bar) { return bar.rateBefore.has_value(); });
    if (!hasBefore || m_data.beforeName.isEmpty())
        return;
    const int top = plot.bars.bottom() + m_theme.px(44);
    const QRect legend(plot.bars.left(), top, plot.bars.width(), m_theme.px(16));
    const int dash = m_theme.px(20);
    const QRect sample
        = QStyle::visualRect(layoutDirection(), legend, QRect(legend.left(), legend.center().y(), dash, 1));
    painter.setPen(QPen(themeColor(scheme, ColorRole::Text2), 1.5, Qt::DotLine));
    painter.drawLine(sample.topLeft(), sample.topRight());
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(themeColor(scheme, ColorRole::Text3));
    const QRect words = QStyle::visualRect(
        layoutDirection(), legend, legend.adjusted(dash + m_theme.px(Spacing::S), 0, 0, 0));
    painter.drawText(words, int(Qt::AlignVCenter), m_data.beforeName);
}

void BucketChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_current >= 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        const QRect slot = plotOf(rect()).slotOf(m_current).adjusted(0, 0, 0, m_theme.px(42));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Sunken));
        painter.drawRoundedRect(slot, Radius::Control, Radius::Control);
        if (hasFocus())
            paintFocusRing(painter, m_theme, slot);
    }
    paintPicture(painter, rect(), m_theme.scheme());
}

int BucketChart::barAt(const QPoint &point) const
{
    const Plot plot = plotOf(rect());
    for (int bar = 0; bar < m_data.bars.size(); ++bar) {
        const QRect slot = plot.slotOf(bar);
        if (point.x() >= slot.left() && point.x() <= slot.right())
            return bar;
    }
    return -1;
}

void BucketChart::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int count = int(m_data.bars.size());
    if (step == 0 || count == 0)
        return QWidget::keyPressEvent(event);
    m_current = std::clamp(m_current + (isRightToLeft() ? -step : step), 0, count - 1);
    setAccessibleName(describe(m_current));
    update();
}

bool BucketChart::event(QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        m_current = -1;
        update();
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int bar = barAt(help->pos());
    if (bar < 0) {
        QToolTip::hideText();
        return true;
    }
    const BucketBar &one = m_data.bars.at(bar);
    QStringList lines {describe(bar), one.definition, one.details};
    if (one.rateBefore)
        lines.insert(1, tr("%1: %2").arg(m_data.beforeName, presentShare(one.rateBefore, QLocale())));
    lines.removeAll(QString());
    QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

} // namespace signalbox
