// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/overlay.h"

#include "ui/base/consolestyle.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// The ground of an overlay's card: raised, with a hairline and a soft shadow around it (the veil paints the
/// shadow).
class Card final : public QWidget
{
public:
    Card(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), m_theme.color(ColorRole::Raised), m_theme.color(ColorRole::Border),
            Radius::Card);
    }
    void mousePressEvent(QMouseEvent *) override { } // stays here: the veil would close

private:
    const Theme &m_theme;
};

} // namespace

Overlay::Overlay(const Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
    , m_card(new Card(theme, this))
{
    hide();
    m_card->setObjectName(u"card"_s);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    m_card->installEventFilter(this);
    connect(&theme, &Theme::changed, this, [this] {
        layoutCard();
        update();
    });
}

void Overlay::open()
{
    if (isHidden())
        m_focusBefore = window()->focusWidget();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    layoutCard();
    if (QWidget *target = focusTarget())
        target->setFocus(Qt::PopupFocusReason);
    Q_EMIT opened();
}

void Overlay::setPlace(Place place, QWidget *anchor)
{
    m_place = place;
    m_anchor = anchor;
}

void Overlay::setOpaque(bool isOpaque)
{
    m_isOpaque = isOpaque;
    update();
}

void Overlay::dismiss()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT dismissed();
}

QSize Overlay::cardSize(const QSize &available) const
{
    return m_card->sizeHint().boundedTo(available);
}

bool Overlay::eventFilter(QObject *object, QEvent *event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize && !isHidden()) {
        setGeometry(parentWidget()->rect());
        layoutCard();
    }
    if (object == m_card && event->type() == QEvent::LayoutRequest)
        layoutCard();
    return QWidget::eventFilter(object, event);
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isDismissable)
        return dismiss();
    QWidget::keyPressEvent(event);
}

void Overlay::mousePressEvent(QMouseEvent *)
{
    if (m_isDismissable)
        dismiss();
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_isOpaque) {
        painter.fillRect(rect(), m_theme.color(ColorRole::Window));
    } else {
        painter.fillRect(rect(), QColor(0, 0, 0, m_theme.isDark() ? 110 : 46));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF card = m_card->geometry();
    constexpr int Depth = 16;
    for (int step = Depth; step > 0; --step) {
        painter.setBrush(QColor(0, 0, 0, m_theme.isDark() ? 4 : 1));
        painter.drawRoundedRect(
            card.adjusted(-step, -step + 6, step, step + 6), Radius::Card + step, Radius::Card + step);
    }
}

bool Overlay::focusNextPrevChild(bool next)
{
    // Tab stays inside the card: what is behind the veil cannot be reached.
    QWidget *const from = focusWidget() ? focusWidget() : m_card;
    QWidget *candidate = from;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        const bool accepts
            = candidate->focusPolicy() & Qt::TabFocus && candidate->isEnabled() && candidate->isVisible();
        if (accepts && m_card->isAncestorOf(candidate)) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != from);
    return true;
}

void Overlay::layoutCard()
{
    constexpr int Margin = Spacing::L;
    const QSize available = size() - QSize(2 * Margin, 2 * Margin);
    const QSize wanted = cardSize(available).boundedTo(available);
    QPoint at((width() - wanted.width()) / 2, (height() - wanted.height()) / 2);
    if (m_place == Place::Top)
        at.setY(std::min(m_theme.px(72), at.y()));
    if (m_place == Place::UnderAnchor && m_anchor) {
        const QPoint below = m_anchor->mapTo(parentWidget(), QPoint(0, m_anchor->height() + Spacing::Xs));
        const int left = isRightToLeft() ? below.x() + m_anchor->width() - wanted.width() : below.x();
        at = QPoint(std::clamp(left, Margin, std::max(Margin, width() - wanted.width() - Margin)), below.y());
    }
    m_card->setGeometry(QRect(at, wanted));
    update();
}

} // namespace signalbox
