// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/linechart.h"

#include "ui/analytics/linechartcanvas.h"

#include <QGraphicsScene>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace signalbox {

LineChart::LineChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_canvas(std::make_unique<Canvas>(this, theme))
    , m_theme(theme)
{
    setObjectName(QStringLiteral("lineChart"));
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        m_canvas->rebuild();
    });
}

LineChart::~LineChart() = default;

void LineChart::setData(const LineChartData &data)
{
    Canvas &canvas = *m_canvas;
    if (canvas.data == data)
        return;
    const bool wasWhole = !isZoomed();
    const qsizetype before = canvas.data.labels.size();
    const QString first = canvas.data.labels.value(canvas.view.first);
    canvas.data = data;
    const int end = std::max(int(data.labels.size()) - 1, 0);
    if (wasWhole) {
        canvas.view.first = 0;
        canvas.view.last = end;
    } else {
        // The same days stay in sight, also when a new one has moved them; if they are gone, the same share.
        const int length = canvas.view.last - canvas.view.first;
        const qsizetype at = before == data.labels.size() ? canvas.view.first : data.labels.indexOf(first);
        canvas.view.first = std::clamp(int(at < 0 ? 0 : at), 0, std::max(end - 1, 0));
        canvas.view.last = std::clamp(canvas.view.first + length, std::min(canvas.view.first + 1, end), end);
    }
    canvas.view.pointed = std::min(canvas.view.pointed, end);
    canvas.rebuild();
    if (canvas.view.pointed < 0 && !data.labels.isEmpty())
        setAccessibleDescription(canvas.describe(end));
}

const LineChartData &LineChart::data() const
{
    return m_canvas->data;
}

void LineChart::setFormat(std::function<QString(double)> format)
{
    m_canvas->format = std::move(format);
    m_canvas->rebuild();
}

bool LineChart::isZoomed() const
{
    const LineView &view = m_canvas->view;
    return view.first > 0 || view.last < int(m_canvas->data.labels.size()) - 1;
}

std::pair<int, int> LineChart::range() const
{
    return {m_canvas->view.first, m_canvas->view.last};
}

void LineChart::setRange(int first, int last)
{
    m_canvas->setRange(first, last);
}

void LineChart::resetZoom()
{
    m_canvas->setRange(0, int(m_canvas->data.labels.size()) - 1);
}

QSet<QString> LineChart::hiddenSeries() const
{
    return m_canvas->view.hidden;
}

void LineChart::setHidden(const QString &series, bool isHidden)
{
    if (m_canvas->view.hidden.contains(series) != isHidden)
        m_canvas->toggle(series);
}

int LineChart::pointedAt() const
{
    return m_canvas->view.pointed;
}

void LineChart::pointAt(int index)
{
    m_canvas->pointAt(index);
}

qsizetype LineChart::drawnPoints(const QString &series) const
{
    qsizetype count = 0;
    for (const QList<QPointF> &run : m_canvas->runs.value(series))
        count += run.size();
    return count;
}

QSize LineChart::sizeHint() const
{
    return {m_theme.px(560), m_theme.px(260)};
}

QSize LineChart::minimumSizeHint() const
{
    return {m_theme.px(280), sizeHint().height()};
}

QSize LineChart::pictureSize() const
{
    return size().expandedTo({m_theme.px(480), m_theme.px(240)});
}

void LineChart::paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const
{
    // Another chart of the same data, because colours belong to its lines.
    LineView view = m_canvas->view;
    view.pointed = -1;
    const LinePlot plot(m_theme, m_canvas->data, view, m_canvas->format);
    const QRectF own(QPointF(0, 0), QSizeF(area.size()));
    QGraphicsScene scene;
    auto *chart = new QChart;
    scene.addItem(chart);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->resize(own.size());
    plot.fill(*chart, plotRuns(m_canvas->data, view, area.width()), own, scheme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.translate(area.topLeft());
    plot.paintGrid(painter, own, scheme);
    painter.restore();
    scene.render(&painter, area, own);
    painter.translate(area.topLeft());
    plot.paintOver(painter, own, scheme);
    painter.restore();
}

void LineChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int pad = m_theme.px(Spacing::L) - 3; // in line with the title of the panel
    m_canvas->setGeometry(rect().adjusted(pad, 0, -m_theme.px(Spacing::S), 0));
}

void LineChart::keyPressEvent(QKeyEvent *event)
{
    const LineView &view = m_canvas->view;
    const int from = view.pointed < 0 ? view.last + 1 : view.pointed;
    switch (event->key()) {
    case Qt::Key_Left:
        return m_canvas->pointAt(std::max(from - 1, view.first));
    case Qt::Key_Right:
        return m_canvas->pointAt(std::min(from + 1, view.last));
    case Qt::Key_Home:
        return m_canvas->pointAt(view.first);
    case Qt::Key_End:
        return m_canvas->pointAt(view.last);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_canvas->zoomBy(0.5);
    case Qt::Key_Minus:
        return m_canvas->zoomBy(2);
    case Qt::Key_0:
        return resetZoom();
    default:
        return QWidget::keyPressEvent(event);
    }
}

void LineChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && m_canvas->view.pointed < 0)
        m_canvas->pointAt(m_canvas->view.last);
}

void LineChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_canvas->pointAt(-1);
}

} // namespace signalbox
