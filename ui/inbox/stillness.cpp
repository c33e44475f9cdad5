// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/stillness.h"

#include <QApplication>
#include <QEvent>

namespace signalbox {

Stillness::Stillness(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    qApp->installEventFilter(this);
}

Stillness::~Stillness()
{
    qApp->removeEventFilter(this);
}

bool Stillness::isHolding()
{
    return QApplication::mouseButtons() != Qt::NoButton || QApplication::activePopupWidget();
}

bool Stillness::isIdle() const
{
    return !isHolding() && !(m_lastInput && m_clock.elapsed() - *m_lastInput < Rest);
}

bool Stillness::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_lastInput = m_clock.elapsed();
        break;
    default:
        break;
    }
    return QObject::eventFilter(object, event);
}

} // namespace signalbox
