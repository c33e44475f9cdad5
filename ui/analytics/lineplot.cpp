// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/lineplot.h"

#include "ui/base/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QPainter>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostNamesAtEnds = 4;
constexpr double PenWidth = 2;

QColor faded(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

} // namespace

double scaleStep(double top)
{
    const double rough = top / 4;
    const double decade = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (factor * decade >= rough - 1e-9)
            return factor * decade;
    }
    return 10 * decade;
}

double scaleTop(double most)
{
    const double least = std::max(most, 4.0);
    const double step = scaleStep(least);
    return std::ceil(least / step - 1e-9) * step;
}

LinePlotRuns plotRuns(const LineChartData &data, const LineView &view, int most)
{
    LinePlotRuns runs;
    for (const LineSeries &series : data.series) {
        if (view.hidden.contains(series.id))
            continue;
        runs.insert(series.id, thinned(series.values, view.first, view.last, most));
        runs.insert(series.id + u'~', thinned(series.before, view.first, view.last, most));
    }
    return runs;
}

LinePlot::LinePlot(const Theme &theme, const LineChartData &data, const LineView &view,
    const std::function<QString(double)> &format)
    : m_theme(theme)
    , m_data(data)
    , m_view(view)
    , m_format(format)
{ }

bool LinePlot::hasBefore() const
{
    return std::ranges::any_of(m_data.series,
        [this](const LineSeries &series) { return !series.before.isEmpty() && isVisible(series); });
}

QRectF LinePlot::plotArea(const QRectF &area) const
{
    const QFontMetricsF metrics(m_theme.font(TextStyle::Caption));
    double left = 0;
    for (double value = 0; value <= m_view.top * 1.001; value += scaleStep(m_view.top))
        left = std::max(left, metrics.horizontalAdvance(m_format(value)));
    double right = m_theme.px(Spacing::M);
    double top = m_theme.px(Spacing::S);
    if (hasBefore() || m_data.series.size() > MostNamesAtEnds)
        top += m_theme.px(20);
    if (m_data.series.size() <= MostNamesAtEnds) {
        const QFontMetricsF medium(m_theme.font(TextStyle::Caption, QFont::Medium));
        for (const LineSeries &series : m_data.series)
            right = std::max(
                right, medium.horizontalAdvance(series.name) + m_theme.px(Spacing::M + Spacing::Xs));
    }
    return area.adjusted(left + m_theme.px(Spacing::S), top, -right, -m_theme.px(22));
}

double LinePlot::x(const QRectF &plot, double index) const
{
    const double span = std::max(m_view.last - m_view.first, 1);
    return plot.left() + plot.width() * (index - m_view.first) / span;
}

double LinePlot::y(const QRectF &plot, double value) const
{
    return plot.bottom() - plot.height() * value / m_view.top;
}

void LinePlot::addLine(QChart &chart, const QList<QPointF> &run, const QPen &pen) const
{
    auto *line = new QLineSeries;
    line->append(run);
    // A day alone between two gaps would not be seen.
    line->setPointsVisible(run.size() == 1);
    line->setPen(pen);
    chart.addSeries(line);
    for (QAbstractAxis *axis : chart.axes())
        line->attachAxis(axis);
}

/// `isDashed`: a day at an edge that the period does not hold all of is drawn dashed.
void LinePlot::addRuns(QChart &chart, const LineRuns &runs, const QPen &pen, bool isDashed) const
{
    QPen dashed = pen;
    dashed.setDashPattern({2, 2.5});
    const double last = double(m_data.labels.size()) - 1;
    for (QList<QPointF> run : runs) {
        if (isDashed && m_data.isLastPartial && run.size() > 1 && run.last().x() == last) {
            addLine(chart, run.mid(run.size() - 2), dashed);
            run.removeLast();
        }
        if (isDashed && m_data.isFirstPartial && run.size() > 1 && run.first().x() == 0) {
            addLine(chart, run.mid(0, 2), dashed);
            run.removeFirst();
        }
        addLine(chart, run, pen);
    }
}

void LinePlot::fill(QChart &chart, const LinePlotRuns &runs, const QRectF &area, ColorScheme scheme) const
{
    chart.removeAllSeries();
    for (QAbstractAxis *axis : chart.axes()) {
        chart.removeAxis(axis);
        delete axis;
    }
    chart.legend()->hide();
    chart.setBackgroundVisible(false);
    chart.setMargins({});
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.setPlotArea(plotArea(area));
    auto *days = new QValueAxis;
    days->setRange(m_view.first, std::max(m_view.last, m_view.first + 1));
    days->setVisible(false);
    auto *scale = new QValueAxis;
    scale->setRange(0, m_view.top);
    scale->setVisible(false);
    chart.addAxis(days, Qt::AlignBottom);
    chart.addAxis(scale, Qt::AlignLeft);
    for (const LineSeries &series : m_data.series) {
        if (!isVisible(series))
            continue;
        const QColor color = seriesColor(scheme, series.series);
        QPen before(faded(color, 0.45F), 1.5, Qt::CustomDashLine, Qt::RoundCap, Qt::RoundJoin);
        before.setDashPattern({0.1, 2.6});
        addRuns(chart, runs.value(series.id + u'~'), before, false);
        const QPen pen(color, PenWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        addRuns(chart, runs.value(series.id), pen, true);
    }
    chart.layout()->invalidate();
    chart.layout()->activate(); // now, not in a later turn: what is painted over the lines is of this size
}

double LinePlot::endOf(const LineSeries &series, const QRectF &plot) const
{
    for (int i = std::min(m_view.last, int(series.values.size()) - 1); i >= m_view.first; --i) {
        if (series.values.at(i))
            return y(plot, *series.values.at(i));
    }
    return plot.bottom();
}

QList<LinePlot::Name> LinePlot::names(const QRectF &area) const
{
    const QRectF plot = plotArea(area);
    const QFontMetricsF metrics(m_theme.font(TextStyle::Caption, QFont::Medium));
    const double height = m_theme.px(18);
    QList<Name> names;
    if (m_data.series.size() > MostNamesAtEnds) {
        double left = plot.left();
        for (const LineSeries &series : m_data.series) {
            const double width = metrics.horizontalAdvance(series.name) + m_theme.px(14);
            names.append({series.id, QRectF(left, area.top(), width, height)});
            left += width + m_theme.px(Spacing::M);
        }
        return names;
    }
    QList<std::pair<double, QString>> ends;
    for (const LineSeries &series : m_data.series)
        ends.append({isVisible(series) ? endOf(series, plot) : plot.bottom(), series.id});
    std::ranges::sort(ends);
    // From the bottom up, so that lines along zero keep their names there: on the axis, above the last day's.
    double floor = plot.bottom();
    for (auto end = ends.crbegin(); end != ends.crend(); ++end) {
        const double bottom = std::min(end->first + height / 2, floor);
        names.prepend({end->second,
            QRectF(plot.right() + m_theme.px(Spacing::S), bottom - height,
                area.right() - plot.right() - m_theme.px(Spacing::S), height)});
        floor = bottom - height;
    }
    return names;
}

/// Qt Charts draws its grid later than its lines: after a change of size they stand apart for a while.
void LinePlot::paintGrid(QPainter &painter, const QRectF &area, ColorScheme scheme) const
{
    const QRectF plot = plotArea(area);
    painter.setPen(QPen(faded(themeColor(scheme, ColorRole::Text), 0.08F), 1));
    for (double value = 0; value <= m_view.top * 1.001; value += scaleStep(m_view.top)) {
        const double at = std::round(y(plot, value)) + 0.5;
        painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
    }
}

void LinePlot::paintScale(QPainter &painter, const QRectF &plot, ColorScheme scheme) const
{
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(themeColor(scheme, ColorRole::Text3));
    const double step = scaleStep(m_view.top);
    for (double value = 0; value <= m_view.top * 1.001; value += step) {
        const QRectF rect(0, y(plot, value) - 10, plot.left() - m_theme.px(Spacing::S), 20);
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignRight, m_format(value));
    }
}

void LinePlot::paintDays(QPainter &painter, const QRectF &plot, ColorScheme scheme) const
{
    const QFontMetricsF metrics(painter.font());
    double widest = 1;
    for (int i = m_view.first; i <= m_view.last; ++i)
        widest = std::max(widest, metrics.horizontalAdvance(m_data.labels.at(i)));
    const double room = plot.width() / std::max(m_view.count() - 1, 1);
    const int every = std::max(1, int(std::ceil((widest + m_theme.px(Spacing::L)) / room)));
    // From the newest back: today always has its name.
    for (int i = m_view.last; i >= m_view.first; i -= every) {
        const double width = metrics.horizontalAdvance(m_data.labels.at(i)) + 4;
        QRectF rect(x(plot, i) - width / 2, plot.bottom() + m_theme.px(Spacing::Xs), width, m_theme.px(18));
        if (rect.left() < plot.left() - m_theme.px(Spacing::L))
            continue;
        painter.setPen(themeColor(scheme, ColorRole::Text3));
        painter.drawText(rect, Qt::AlignCenter, m_data.labels.at(i));
    }
}

void LinePlot::paintNames(QPainter &painter, const QRectF &area, ColorScheme scheme) const
{
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    const QList<Name> all = names(area);
    for (const LineSeries &series : m_data.series) {
        const auto name = std::ranges::find(all, series.id, &Name::series);
        QFont font = painter.font();
        font.setStrikeOut(!isVisible(series));
        painter.setFont(font);
        painter.setPen(
            isVisible(series) ? seriesColor(scheme, series.series) : themeColor(scheme, ColorRole::Text3));
        painter.drawText(name->rect, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, series.name);
    }
    QFont plain = m_theme.font(TextStyle::Caption);
    painter.setFont(plain);
    if (!hasBefore() || m_data.beforeName.isEmpty() || m_data.series.size() > MostNamesAtEnds)
        return;
    const QRectF plot = plotArea(area);
    const double width = QFontMetricsF(plain).horizontalAdvance(m_data.beforeName) + 2;
    const QRectF text(plot.right() - width, area.top(), width, m_theme.px(18));
    QPen dots(themeColor(scheme, ColorRole::Text3), 1.5, Qt::CustomDashLine, Qt::RoundCap);
    dots.setDashPattern({0.1, 2.6});
    painter.setPen(dots);
    painter.drawLine(QPointF(text.left() - m_theme.px(30), text.center().y()),
        QPointF(text.left() - m_theme.px(Spacing::S), text.center().y()));
    painter.setPen(themeColor(scheme, ColorRole::Text3));
    painter.drawText(text, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, m_data.beforeName);
}

void LinePlot::paintPointer(QPainter &painter, const QRectF &plot, ColorScheme scheme) const
{
    const int at = m_view.pointed;
    if (at < m_view.first || at > m_view.last)
        return;
    const double line = x(plot, at);
    painter.setPen(QPen(themeColor(scheme, ColorRole::BorderStrong), 1));
    painter.drawLine(QPointF(line, plot.top()), QPointF(line, plot.bottom()));
    const QStringList &exact = m_data.exactLabels.isEmpty() ? m_data.labels : m_data.exactLabels;
    QList<std::pair<QString, QColor>> lines {{exact.value(at), themeColor(scheme, ColorRole::Text)}};
    for (const LineSeries &series : m_data.series) {
        if (!isVisible(series))
            continue;
        const std::optional<double> value = series.values.value(at);
        const std::optional<double> before = series.before.value(at);
        const QColor color = seriesColor(scheme, series.series);
        QString text = series.name + u"  "_s + (value ? m_format(*value) : u"—"_s);
        if (before)
            text += QCoreApplication::translate("LineChart", " · before %1").arg(m_format(*before));
        lines.append({text, color});
        if (value) {
            painter.setPen(QPen(themeColor(scheme, ColorRole::Surface), 2));
            painter.setBrush(color);
            painter.drawEllipse(QPointF(line, y(plot, *value)), 4.5, 4.5);
        }
    }
    const QFont font = m_theme.font(TextStyle::Caption, QFont::Medium);
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const auto &[text, color] : lines)
        width = std::max(width, metrics.horizontalAdvance(text));
    const double row = m_theme.px(17);
    QRectF box(line + m_theme.px(Spacing::S), plot.top(), width + m_theme.px(2 * Spacing::S),
        row * double(lines.size()) + m_theme.px(Spacing::S));
    if (box.right() > plot.right())
        box.moveRight(line - m_theme.px(Spacing::S));
    painter.setPen(QPen(themeColor(scheme, ColorRole::Border), 1));
    painter.setBrush(themeColor(scheme, ColorRole::Raised));
    painter.drawRoundedRect(box, Radius::Control, Radius::Control);
    painter.setFont(font);
    double top = box.top() + m_theme.px(Spacing::Xs);
    for (const auto &[text, color] : lines) {
        painter.setPen(color);
        painter.drawText(QRectF(box.left() + m_theme.px(Spacing::S), top, width + 2, row),
            int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, text);
        top += row;
    }
}

void LinePlot::paintOver(QPainter &painter, const QRectF &area, ColorScheme scheme) const
{
    if (m_data.labels.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = plotArea(area);
    paintScale(painter, plot, scheme);
    paintDays(painter, plot, scheme);
    paintNames(painter, area, scheme);
    paintPointer(painter, plot, scheme);
    painter.restore();
}

} // namespace signalbox
