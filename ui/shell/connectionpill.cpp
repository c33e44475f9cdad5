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

namespace {

struct Look
{
    ColorRole tone;
    ColorRole ground;
};

Look lookOf(LinkStatus::State state)
{
    switch (state) {
    case LinkStatus::State::Connecting:
        return {ColorRole::Text2, ColorRole::Sunken};
    case LinkStatus::State::Connected:
    case LinkStatus::State::Live:
        return {ColorRole::Ok, ColorRole::OkSoft};
    case LinkStatus::State::Polling:
    case LinkStatus::State::Reconnecting:
        return {ColorRole::Warn, ColorRole::WarnSoft};
    case LinkStatus::State::Offline:
    case LinkStatus::State::Refused:
        return {ColorRole::Danger, ColorRole::DangerSoft};
    }
    return {ColorRole::Text2, ColorRole::Sunken};
}

} // namespace

ConnectionPill::ConnectionPill(const Theme &theme, LinkWatch &link, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_link(link)
{
    setObjectName(u"connectionPill"_s);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&link, &LinkWatch::changed, this, &ConnectionPill::follow);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    connect(this, &QAbstractButton::clicked, this, [this] { m_link.retryNow(); });
    follow();
}

QSize ConnectionPill::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption, QFont::Medium));
    return {metrics.horizontalAdvance(m_words) + m_theme.px(34), m_theme.px(26)};
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
    painter.drawText(words, Qt::AlignCenter, m_words);
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
    const LinkStatus link = m_link.status();
    const Look look = lookOf(link.state);
    m_tone = look.tone;
    m_ground = look.ground;
    const QString name = tr("Connection: %1").arg(presentLinkState(link.state));
    if (accessibleName() != name)
        setAccessibleName(name);
    setToolTip(details());
    const QString words = presentLink(link, m_link.clock().now());
    if (words != m_words) {
        m_words = words;
        updateGeometry();
    }
    update();
}

QString ConnectionPill::details() const
{
    const QLocale locale;
    const ConnectionStatus http = m_link.http();
    const FeedStatus feed = m_link.feed();
    const LinkStatus link = m_link.status();
    QStringList lines {http.server, explainLink(link)};
    if (http.latency)
        lines.append(tr("Last request: %1 ms").arg(http.latency->count()));
    if (feed.latency && feed.state == FeedStatus::State::Live)
        lines.append(tr("Last heartbeat of the feed: %1 ms").arg(feed.latency->count()));
    if (feed.resyncs > 0 && feed.lastResyncAt)
        lines.append(tr("Everything was read again %n time(s), last at %1", nullptr, feed.resyncs)
                         .arg(presentClock(*feed.lastResyncAt, locale)));
    if (http.lastAnswerAt)
        lines.append(tr("Last answer %1").arg(presentExactTime(*http.lastAnswerAt, locale)));
    if (link.state != LinkStatus::State::Live && link.state != LinkStatus::State::Connected)
        lines.append(tr("Click to try again now"));
    lines.removeAll({});
    return lines.join(u'\n');
}

} // namespace signalbox
