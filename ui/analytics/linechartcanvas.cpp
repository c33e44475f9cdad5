// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/linechartcanvas.h"

#include "ui/base/theme.h"

#include <QAccessible>
#include <QLocale>
#include <QMouseEvent>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

LineChart::Canvas::Canvas(LineChart *chart, const Theme &theme)
    : QChartView(new QChart, chart)
    , m_chart(chart)
    , m_theme(theme)
{
    format
        = [this](double value) { return QLocale().toString(value, 'f', value == std::floor(value) ? 0 : 1); };
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundBrush(Qt::NoBrush);
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    // Names, pointer line and lines are one picture: parts of it would be drawn over each other.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QChartView::chart()->setAnimationOptions(QChart::NoAnimation);
}

void LineChart::Canvas::updateTop()
{
    double most = 0;
    for (const LineSeries &series : data.series) {
        if (view.hidden.contains(series.id))
            continue;
        for (const auto *values : {&series.values, &series.before}) {
            for (int i = view.first; i <= std::min(view.last, int(values->size()) - 1); ++i)
                most = std::max(most, values->at(i).value_or(0));
        }
    }
    // No jump of the scale for less than a tenth (ux §10 L11).
    const double top = scaleTop(most);
    if (view.top <= 0 || most > view.top || top < view.top * 0.9)
        view.top = top;
}

void LineChart::Canvas::rebuild()
{
    updateTop();
    const int most = std::max(int(area().width()), 200);
    if (view.count() <= most) {
        m_thinning.cancel();
        runs = plotRuns(data, view, most);
        return refill();
    }
    const ReplySource<LinePlotRuns> source;
    QThreadPool::globalInstance()->start(
        [source, data = data, view = view, most] { source.finish(plotRuns(data, view, most)); });
    m_thinning = source.reply();
    deliver(m_thinning, this, [this](const Result<LinePlotRuns> &answer) {
        runs = *answer;
        refill();
    });
}

void LineChart::Canvas::refill()
{
    plot().fill(*chart(), runs, area(), m_theme.scheme());
    viewport()->update();
}

void LineChart::Canvas::setRange(int first, int last)
{
    const int end = std::max(int(data.labels.size()) - 1, 0);
    first = std::clamp(first, 0, std::max(end - 1, 0));
    last = std::clamp(last, std::min(first + 1, end), end);
    if (first == view.first && last == view.last)
        return;
    view.first = first;
    view.last = last;
    view.top = 0;
    rebuild();
    Q_EMIT m_chart->rangeChanged();
}

QString LineChart::Canvas::describe(int index) const
{
    const QStringList &exact = data.exactLabels.isEmpty() ? data.labels : data.exactLabels;
    QStringList words {exact.value(index)};
    for (const LineSeries &series : data.series) {
        if (view.hidden.contains(series.id))
            continue;
        const std::optional<double> value = series.values.value(index);
        words.append(series.name + u' ' + (value ? format(*value) : u"—"_s));
    }
    return words.join(u", "_s);
}

void LineChart::Canvas::pointAt(int index)
{
    index = std::clamp(index, -1, int(data.labels.size()) - 1);
    if (index == view.pointed)
        return;
    view.pointed = index;
    viewport()->update();
    if (index < 0)
        return;
    m_chart->setAccessibleDescription(describe(index));
    QAccessibleEvent told(m_chart, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void LineChart::Canvas::toggle(const QString &series)
{
    if (!view.hidden.remove(series))
        view.hidden.insert(series);
    view.top = 0;
    rebuild();
    Q_EMIT m_chart->hiddenChanged();
}

void LineChart::Canvas::zoomBy(double factor)
{
    const int center = view.pointed >= view.first && view.pointed <= view.last ? view.pointed
                                                                               : (view.first + view.last) / 2;
    const double half = std::max((view.last - view.first) * factor / 2, 1.0);
    setRange(int(std::floor(center - half)), int(std::ceil(center + half)));
}

int LineChart::Canvas::indexAt(double x) const
{
    const QRectF plotted = plot().plotArea(area());
    const double share = (x - plotted.left()) / std::max(plotted.width(), 1.0);
    return std::clamp(int(std::lround(view.first + share * (view.last - view.first))), view.first, view.last);
}

const LineSeries *LineChart::Canvas::nameAt(const QPointF &point) const
{
    for (const LinePlot::Name &name : plot().names(area())) {
        if (!name.rect.contains(point))
            continue;
        const auto found = std::ranges::find(data.series, name.series, &LineSeries::id);
        return found == data.series.cend() ? nullptr : &*found;
    }
    return nullptr;
}

void LineChart::Canvas::drawBackground(QPainter *painter, const QRectF &)
{
    if (!data.labels.isEmpty())
        plot().paintGrid(*painter, area(), m_theme.scheme());
}

void LineChart::Canvas::drawForeground(QPainter *painter, const QRectF &)
{
    plot().paintOver(*painter, area(), m_theme.scheme());
    if (!m_pressedAt || std::abs(m_draggedTo - *m_pressedAt) < 4)
        return;
    const QRectF plotted = plot().plotArea(area());
    QColor color = m_theme.color(ColorRole::Focus);
    color.setAlphaF(0.15F);
    const double from = std::clamp(std::min(*m_pressedAt, m_draggedTo), plotted.left(), plotted.right());
    const double to = std::clamp(std::max(*m_pressedAt, m_draggedTo), plotted.left(), plotted.right());
    painter->fillRect(QRectF(from, plotted.top(), to - from, plotted.height()), color);
}

void LineChart::Canvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || data.labels.isEmpty())
        return;
    m_chart->setFocus(Qt::MouseFocusReason);
    if (const LineSeries *series = nameAt(event->position()))
        return toggle(series->id);
    m_pressedAt = event->position().x();
    m_draggedTo = *m_pressedAt;
}

void LineChart::Canvas::mouseMoveEvent(QMouseEvent *event)
{
    if (data.labels.isEmpty())
        return;
    const QRectF plotted = plot().plotArea(area());
    setCursor(nameAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (m_pressedAt)
        m_draggedTo = event->position().x();
    const bool isInside = plotted.adjusted(-8, -8, 8, 24).contains(event->position());
    pointAt(isInside || m_pressedAt ? indexAt(event->position().x()) : -1);
    viewport()->update();
}

void LineChart::Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressedAt)
        return;
    const double from = *m_pressedAt;
    m_pressedAt.reset();
    const double to = event->position().x();
    if (std::abs(to - from) >= 8)
        setRange(indexAt(std::min(from, to)), indexAt(std::max(from, to)));
    viewport()->update();
}

void LineChart::Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!nameAt(event->position()))
        m_chart->resetZoom();
}

void LineChart::Canvas::leaveEvent(QEvent *event)
{
    if (!m_pressedAt)
        pointAt(-1);
    QChartView::leaveEvent(event);
}

void LineChart::Canvas::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    if (!data.labels.isEmpty())
        rebuild();
}

void LineChart::Canvas::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

} // namespace signalbox
