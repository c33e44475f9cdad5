// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/progressline.h"

#include <QPainter>

namespace signalbox {

ProgressLine::ProgressLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(2);
    m_step.setInterval(40);
    connect(&m_step, &QTimer::timeout, this, [this] {
        m_phase = (m_phase + 3) % 100;
        update();
    });
}

void ProgressLine::setActive(bool isActive)
{
    m_isActive = isActive;
    if (isActive && m_theme.hasMotion())
        m_step.start();
    else
        m_step.stop();
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    if (!m_isActive)
        return;
    const int span = m_theme.hasMotion() ? width() / 3 : width();
    const int left = m_theme.hasMotion() ? (width() + span) * m_phase / 100 - span : 0;
    painter.fillRect(QRect(left, 0, span, height()), m_theme.color(ColorRole::Accent));
}

} // namespace signalbox
