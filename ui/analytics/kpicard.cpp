// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/kpicard.h"

#include "ui/base/consolestyle.h"
#include "ui/base/errortext.h"
#include "ui/base/presenter.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

void paintArrow(QPainter &painter, const QRectF &box, bool isUp, const QColor &color)
{
    QPainterPath path;
    const double top = isUp ? box.top() : box.bottom();
    const double foot = isUp ? box.bottom() : box.top();
    path.moveTo(box.center().x(), top);
    path.lineTo(box.right(), foot);
    path.lineTo(box.left(), foot);
    path.closeSubpath();
    painter.fillPath(path, color);
}

} // namespace

KpiCard::KpiCard(const Theme &theme, const Clock &clock, const QString &id, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_id(id)
{
    setObjectName(u"kpi-"_s + id);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_appear.setSingleShot(true);
    m_appear.setInterval(150ms);
    connect(&m_appear, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void KpiCard::setLabel(const QString &label, const QString &definition)
{
    m_label = label;
    m_definition = definition;
    updateWords();
}

void KpiCard::setFigure(const KpiFigure &figure)
{
    if (m_figure == figure)
        return;
    m_figure = figure;
    m_isPainted = false;
    updateWords();
}

void KpiCard::setPeriodText(const QString &window, const QString &comparison)
{
    m_window = window;
    m_comparison = comparison;
    updateWords();
}

void KpiCard::setStatus(const PanelStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    if (status.isLoading && !m_appear.isActive())
        m_appear.start();
    setCursor(status.error ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateWords();
}

void KpiCard::updateWords()
{
    QString spoken = m_label + u": "_s + m_figure.value + m_figure.unit;
    QStringList lines {m_definition};
    if (m_status.error) {
        spoken = tr("%1 could not be loaded").arg(m_label);
        lines.append(explain(*m_status.error).what + u' ' + tr("Click to try again."));
    } else if (!m_status.isLoading) {
        const QString exact
            = m_figure.exactValue.isEmpty() ? m_figure.value + m_figure.unit : m_figure.exactValue;
        lines.append(tr("Now: %1").arg(exact) + (m_window.isEmpty() ? QString() : u" ("_s + m_window + u')'));
        if (!m_figure.previousValue.isEmpty())
            lines.append(tr("Before: %1").arg(m_figure.previousValue)
                + (m_comparison.isEmpty() ? QString() : u" ("_s + m_comparison + u')'));
        if (!m_figure.courseText.isEmpty() && !m_figure.course.empty())
            lines.append(tr("Line: %1").arg(m_figure.courseText));
        if (m_figure.change)
            spoken += u", "_s + presentChange(*m_figure.change, QLocale()).text;
    }
    setAccessibleName(spoken);
    setAccessibleDescription(m_definition);
    setToolTip(u"<p style='white-space:pre-wrap'>"_s + lines.join(u"\n"_s).toHtmlEscaped() + u"</p>"_s);
    update();
}

QSize KpiCard::sizeHint() const
{
    return {m_theme.px(300), m_theme.px(96)};
}

QSize KpiCard::minimumSizeHint() const
{
    return {m_theme.px(200), m_theme.px(96)};
}

QSize KpiCard::pictureSize() const
{
    return {std::max(width(), m_theme.px(220)), m_theme.px(96)};
}

void KpiCard::paintChange(QPainter &painter, const QRect &line, ColorScheme scheme) const
{
    const ChangeText change = presentChange(*m_figure.change, QLocale());
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    const QColor ink = themeColor(scheme, change.tone);
    int used = 0;
    if (change.arrow != ChangeText::Arrow::None) {
        const int size = m_theme.px(8);
        const QRect box(line.left(), line.center().y() - size / 2 + 1, size, size - 1);
        paintArrow(painter, QStyle::visualRect(layoutDirection(), line, box),
            change.arrow == ChangeText::Arrow::Up, ink);
        used = size + m_theme.px(Spacing::Xs);
    }
    painter.setPen(ink);
    const int width = QFontMetrics(painter.font()).horizontalAdvance(change.text) + 2;
    painter.drawText(QStyle::visualRect(layoutDirection(), line,
                         QRect(line.left() + used, line.top(), width, line.height())),
        int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine, change.text);
    used += width + m_theme.px(Spacing::S);
    const QString beside
        = m_figure.note.isEmpty() && !m_comparison.isEmpty() ? tr("vs %1").arg(m_comparison) : m_figure.note;
    painter.setFont(m_theme.font(TextStyle::Caption));
    const int room = line.width() - used;
    if (beside.isEmpty() || QFontMetrics(painter.font()).horizontalAdvance(beside) > room)
        return;
    painter.setPen(themeColor(scheme, ColorRole::Text3));
    painter.drawText(QStyle::visualRect(
                         layoutDirection(), line, QRect(line.left() + used, line.top(), room, line.height())),
        int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine, beside);
}

void KpiCard::paintFoot(QPainter &painter, const QRect &line, ColorScheme scheme) const
{
    if (m_figure.change && !m_figure.noteTone)
        return paintChange(painter, line, scheme);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(themeColor(scheme, m_figure.noteTone.value_or(ColorRole::Text3)));
    painter.drawText(line, int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine,
        QFontMetrics(painter.font()).elidedText(m_figure.note, Qt::ElideRight, line.width()));
}

void KpiCard::paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const int top = m_theme.px(20);
    const int foot = m_theme.px(18);
    paintLabel(painter, area, scheme);
    const QRect middle = area.adjusted(0, top, 0, -foot - m_theme.px(2));
    const int width
        = QFontMetrics(m_theme.font(TextStyle::Kpi, QFont::Medium)).horizontalAdvance(m_figure.value);
    const int room = middle.width() - width - m_theme.px(Spacing::L);
    const QSize spark(std::min(m_theme.px(120), room), m_theme.px(32));
    if (m_figure.course.size() >= 2 && spark.width() >= m_theme.px(60)) {
        const QRect box(middle.right() - spark.width() + 1, middle.center().y() - spark.height() / 2 + 1,
            spark.width(), spark.height());
        paintSparkline(painter, QStyle::visualRect(layoutDirection(), middle, box), m_figure.course,
            m_figure.courseShape, scheme);
    }
    paintNumber(painter, middle, scheme);
    paintFoot(painter, QRect(area.left(), area.bottom() - foot + 1, area.width(), foot), scheme);
}

/// The unit stands behind its number from left to right, as in a text; both together are where one begins to
/// read.
void KpiCard::paintNumber(QPainter &painter, const QRect &line, ColorScheme scheme) const
{
    const QFont large = m_theme.font(TextStyle::Kpi, QFont::Medium);
    const QFont small = m_theme.font(TextStyle::Section);
    const int width = QFontMetrics(large).horizontalAdvance(m_figure.value);
    const int gap = m_figure.unit.isEmpty() ? 0 : m_theme.px(Spacing::Xs);
    const int whole = width + gap + QFontMetrics(small).horizontalAdvance(m_figure.unit);
    QRect number = QStyle::visualRect(layoutDirection(), line,
        QRect(line.left(), line.top(), std::min(whole, line.width()), line.height()));
    const int flags
        = int(Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute) | Qt::TextSingleLine | Qt::TextDontClip;
    painter.setFont(large);
    painter.setPen(themeColor(scheme, ColorRole::Text));
    painter.drawText(number, flags, m_figure.value);
    if (m_figure.unit.isEmpty())
        return;
    // On the baseline of the number.
    const int drop = (QFontMetrics(large).ascent() - QFontMetrics(large).descent()) / 2
        - (QFontMetrics(small).ascent() - QFontMetrics(small).descent()) / 2;
    painter.setFont(small);
    painter.setPen(themeColor(scheme, ColorRole::Text2));
    painter.drawText(number.adjusted(width + gap, drop, 0, drop), flags, m_figure.unit);
}

void KpiCard::paintLabel(QPainter &painter, const QRect &area, ColorScheme scheme) const
{
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    painter.setPen(themeColor(scheme, ColorRole::Text2));
    painter.drawText(area, int(Qt::AlignTop | Qt::AlignLeading) | Qt::TextSingleLine, m_label);
}

void KpiCard::paintBones(QPainter &painter, const QRect &inner) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_theme.isDark() ? ColorRole::Raised : ColorRole::Sunken));
    const auto bone = [&](int x, int y, int width, int height) {
        const QRect left(inner.left() + x, inner.top() + y, width, height);
        painter.drawRoundedRect(QRectF(QStyle::visualRect(layoutDirection(), inner, left)), 4, 4);
    };
    bone(0, m_theme.px(26), m_theme.px(70), m_theme.px(22));
    bone(0, inner.height() - m_theme.px(12), m_theme.px(110), m_theme.px(10));
}

void KpiCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int radius = m_theme.px(Radius::Card);
    paintBox(painter, rect(), m_theme.color(ColorRole::Surface), m_theme.color(ColorRole::Border), radius);
    const QRect inner = rect().adjusted(
        m_theme.px(Spacing::L), m_theme.px(Spacing::M), -m_theme.px(Spacing::L), -m_theme.px(Spacing::M));
    const bool isStale = m_status.computedAt && m_clock.now() - *m_status.computedAt > StaleAfter;
    if (m_status.isLoading) {
        paintLabel(painter, inner, m_theme.scheme());
        if (!m_appear.isActive())
            paintBones(painter, inner);
    } else if (m_status.error && !m_status.computedAt) {
        paintLabel(painter, inner, m_theme.scheme());
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.color(ColorRole::Danger));
        painter.drawText(inner.adjusted(0, m_theme.px(22), 0, 0),
            int(Qt::AlignTop | Qt::AlignLeading) | Qt::TextWordWrap,
            tr("Could not be loaded. Click to try again."));
    } else {
        if (m_status.isOfOtherRequest)
            painter.setOpacity(0.45);
        paintPicture(painter, inner, m_theme.scheme());
        painter.setOpacity(1);
        if (!std::exchange(m_isPainted, true))
            QMetaObject::invokeMethod(this, &KpiCard::painted, Qt::QueuedConnection);
    }
    if (isStale && !m_status.isLoading) {
        QColor hatch = m_theme.color(ColorRole::Warn);
        hatch.setAlphaF(0.22F);
        painter.setPen(Qt::NoPen);
        painter.fillRect(
            QRect(radius, 1, width() - 2 * radius, m_theme.px(6)), QBrush(hatch, Qt::BDiagPattern));
    }
    if (m_status.isRefreshing)
        painter.fillRect(QRect(radius, 1, width() - 2 * radius, 2), m_theme.color(ColorRole::Accent));
    if (hasFocus())
        paintFocusRing(painter, m_theme, QRectF(rect()).adjusted(1, 1, -1, -1), radius);
}

void KpiCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_status.error && rect().contains(event->pos()))
        Q_EMIT retryRequested();
    QWidget::mouseReleaseEvent(event);
}

void KpiCard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_status.error)
        Q_EMIT retryRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace signalbox
