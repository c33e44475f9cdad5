// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionpill.h"

#include "ui/base/consolestyle.h"
#include "ui/base/presenter.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

ConnectionPill::ConnectionPill(const Theme &theme, ServiceConnection &connection, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_connection(connection)
{
    setObjectName(u"connectionPill"_s);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&connection, &ServiceConnection::statusChanged, this, &ConnectionPill::follow);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    connect(this, &QAbstractButton::clicked, this, [this] { m_connection.retryNow(); });
    follow();
}

QSize ConnectionPill::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption, QFont::Medium));
    return {metrics.horizontalAdvance(text()) + m_theme.px(34), m_theme.px(26)};
}

void ConnectionPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), m_theme.color(m_ground), {}, height() / 2.0);
    const int dot = m_theme.px(8);
    const int pad = m_theme.px(10);
    const int dotLeft = isRightToLeft() ? width() - pad - dot : pad;
    paintBox(
        painter, QRectF(dotLeft, (height() - dot) / 2.0, dot, dot), m_theme.color(m_tone), {}, dot / 2.0);
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    painter.setPen(m_theme.color(m_tone));
    const QRect words = isRightToLeft() ? rect().adjusted(pad, 0, -pad - dot - m_theme.px(6), 0)
                                        : rect().adjusted(pad + dot + m_theme.px(6), 0, -pad, 0);
    painter.drawText(words, Qt::AlignCenter, text());
    if (hasFocus())
        paintFocusRing(painter, m_theme, rect(), height() / 2.0);
}

void ConnectionPill::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        follow();
    QAbstractButton::changeEvent(event);
}

void ConnectionPill::follow()
{
    const ConnectionStatus status = m_connection.status();
    QString words;
    QString tip = status.server;
    switch (status.state) {
    case ConnectionStatus::State::Connecting:
        words = tr("Connecting");
        m_tone = ColorRole::Text2;
        m_ground = ColorRole::Sunken;
        break;
    case ConnectionStatus::State::Connected:
        words = status.latency ? tr("Connected · %1 ms").arg(status.latency->count()) : tr("Connected");
        m_tone = ColorRole::Ok;
        m_ground = ColorRole::OkSoft;
        break;
    case ConnectionStatus::State::Reconnecting:
        words = tr("Reconnecting");
        m_tone = ColorRole::Warn;
        m_ground = ColorRole::WarnSoft;
        break;
    case ConnectionStatus::State::Offline:
        words = tr("Offline");
        m_tone = ColorRole::Danger;
        m_ground = ColorRole::DangerSoft;
        break;
    }
    if (status.lastAnswerAt)
        tip += u'\n' + tr("Last answer %1").arg(presentExactTime(*status.lastAnswerAt, QLocale()));
    if (status.state != ConnectionStatus::State::Connected)
        tip += u'\n' + tr("Click to try again now");
    setToolTip(tip);
    setAccessibleName(tr("Connection: %1").arg(words));
    if (words != text()) {
        setText(words);
        updateGeometry();
    }
    update();
}

} // namespace signalbox
