// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/replaystrip.h"

#include "ui/base/consolestyle.h"
#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/live/livewords.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr int ColumnWidth = 3;

} // namespace

ReplayStrip::ReplayStrip(const LiveRing &ring, const Clock &clock, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_ring(ring)
    , m_clock(clock)
    , m_theme(theme)
    , m_now(new FlatButton(theme, IconName::Forward, this))
{
    setObjectName(u"liveReplay"_s);
    setAccessibleName(tr("Recording over time"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_now->setObjectName(u"liveNow"_s);
    m_now->setText(tr("Now"));
    m_now->setIconSizePx(14);
    m_now->setAccessibleName(tr("Back to the newest events"));
    m_now->setCursor(Qt::ArrowCursor);
    connect(m_now, &QAbstractButton::clicked, this, &ReplayStrip::nowRequested);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    refresh();
}

QSize ReplayStrip::sizeHint() const
{
    return {600, m_theme.px(48)};
}

void ReplayStrip::setSpan(const std::optional<std::pair<Instant, Instant>> &span, bool isFollowing)
{
    m_span = span;
    m_isFollowing = isFollowing;
    m_now->setEnabled(!isFollowing);
    update();
}

void ReplayStrip::refresh()
{
    m_to = m_clock.now();
    m_from = m_ring.size() > 0 ? std::min(m_ring.at(m_ring.first()).at, m_to) : m_to;
    if (m_to - m_from < 60s)
        m_from = m_to - 60s; // the first minute is not stretched over the whole width
    update();
}

QRect ReplayStrip::track() const
{
    const int edge = m_theme.px(84);
    return rect().adjusted(edge, 6, -edge, -6);
}

int ReplayStrip::xOf(Instant at) const
{
    const QRect room = track();
    const double share = double((at - m_from).count()) / double(std::max<qint64>((m_to - m_from).count(), 1));
    const int x = int(std::lround(std::clamp(share, 0.0, 1.0) * (room.width() - 1)));
    return isRightToLeft() ? room.right() - x : room.left() + x;
}

Instant ReplayStrip::momentAt(int x) const
{
    const QRect room = track();
    const int along = isRightToLeft() ? room.right() - x : x - room.left();
    const double share = std::clamp(double(along) / std::max(room.width() - 1, 1), 0.0, 1.0);
    return m_from + microseconds(qint64(share * double((m_to - m_from).count())));
}

std::vector<int> ReplayStrip::heights(int columns) const
{
    std::vector<int> sums(size_t(std::max(columns, 1)), 0);
    const double length = double(std::max<qint64>((m_to - m_from).count(), 1));
    for (const LiveRing::Second &second : m_ring.seconds()) {
        const double share = double((Instant(seconds(second.second)) - m_from).count()) / length;
        const auto column = size_t(std::clamp(share, 0.0, 1.0) * double(sums.size() - 1));
        sums[column] += second.count;
    }
    return sums;
}

void ReplayStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
    const QRect room = track();
    const bool isRtl = isRightToLeft();
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(ColorRole::Text2));
    const QRect start = isRtl ? QRect(room.right() + 8, 0, width() - room.right() - 20, height())
                              : QRect(12, 0, room.left() - 20, height());
    painter.drawText(start,
        int(Qt::AlignVCenter | Qt::AlignAbsolute | (isRtl ? Qt::AlignRight : Qt::AlignLeft)),
        presentMoment(m_from).left(8));
    painter.fillRect(
        QRect(room.left(), room.bottom(), room.width(), 1), m_theme.color(ColorRole::BorderStrong));
    const std::vector<int> sums = heights(room.width() / ColumnWidth);
    const double most = std::log1p(double(std::max(*std::ranges::max_element(sums), 1)));
    for (size_t i = 0; i < sums.size(); ++i) {
        if (sums[i] == 0)
            continue;
        // By the logarithm: one busy second does not flatten the rest.
        const int height = std::max(int(std::log1p(double(sums[i])) / most * (room.height() - 2)), 2);
        const int x = isRtl ? room.right() - int(i + 1) * ColumnWidth : room.left() + int(i) * ColumnWidth;
        painter.fillRect(QRect(x, room.bottom() - height, ColumnWidth - 1, height),
            m_theme.color(m_isFollowing ? ColorRole::BorderStrong : ColorRole::Border));
    }
    if (m_span) {
        const int a = xOf(m_span->first);
        const int b = xOf(m_span->second);
        const QRect seen(
            std::min(a, b) - 1, room.top() - 2, std::max(std::abs(b - a), 3) + 2, room.height() + 4);
        QColor wash = m_theme.color(ColorRole::Accent);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor inside = wash;
        inside.setAlphaF(0.18F);
        paintBox(painter, seen, inside, wash, 3);
    }
    if (hasFocus())
        paintFocusRing(painter, m_theme, rect().adjusted(2, 2, -2, -2));
}

void ReplayStrip::choose(Instant at)
{
    Q_EMIT momentChosen(at);
}

void ReplayStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_ring.size() > 0)
        choose(momentAt(event->position().toPoint().x()));
}

void ReplayStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton && m_ring.size() > 0)
        choose(momentAt(event->position().toPoint().x()));
}

void ReplayStrip::keyPressEvent(QKeyEvent *event)
{
    const bool isStep = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (!isStep || m_ring.size() == 0)
        return QWidget::keyPressEvent(event);
    const bool isOnward = (event->key() == Qt::Key_Right) != isRightToLeft();
    const auto step = (m_to - m_from) / 50;
    choose(std::clamp((m_span ? m_span->first : m_to) + (isOnward ? step : -step), m_from, m_to));
}

void ReplayStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_now->adjustSize();
    const int left = isRightToLeft() ? Spacing::S : width() - m_now->sizeHint().width() - Spacing::S;
    m_now->move(left, (height() - m_now->height()) / 2);
}

} // namespace signalbox
