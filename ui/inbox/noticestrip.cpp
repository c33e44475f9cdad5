// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/noticestrip.h"

#include "ui/base/consolestyle.h"
#include "ui/base/flatbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace signalbox {

namespace {

ColorRole groundOf(ColorRole tone)
{
    switch (tone) {
    case ColorRole::Danger:
        return ColorRole::DangerSoft;
    case ColorRole::Warn:
        return ColorRole::WarnSoft;
    case ColorRole::Ok:
        return ColorRole::OkSoft;
    case ColorRole::Info:
        return ColorRole::InfoSoft;
    default:
        return ColorRole::Sunken;
    }
}

} // namespace

NoticeStrip::NoticeStrip(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_glyph(new QLabel(this))
    , m_text(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_row->setContentsMargins(Spacing::L, Spacing::Xs, Spacing::S, Spacing::Xs);
    m_row->setSpacing(Spacing::S);
    m_row->addWidget(m_glyph);
    m_row->addWidget(m_text, 1);
    connect(&theme, &Theme::changed, this, &NoticeStrip::restyle);
    restyle();
    hide();
}

void NoticeStrip::present(const QString &text, IconName icon, ColorRole tone, const QList<Action> &actions)
{
    QStringList ids;
    for (const Action &action : actions)
        ids.append(action.id + action.text);
    const bool isNew = m_text->text() != text;
    m_text->setText(text);
    setAccessibleName(text);
    m_icon = icon;
    m_tone = tone;
    if (ids != m_actionIds) {
        m_actionIds = ids;
        for (FlatButton *button : std::as_const(m_buttons))
            button->deleteLater();
        m_buttons.clear();
        for (const Action &action : actions) {
            auto *button = new FlatButton(m_theme, IconName::None, this);
            button->setObjectName(action.id);
            button->setText(action.text);
            button->setTextStyle(TextStyle::Body, QFont::Medium);
            m_row->addWidget(button);
            m_buttons.append(button);
        }
    }
    // What an action is about may be another thing than before.
    for (qsizetype i = 0; i < actions.size(); ++i) {
        FlatButton *button = m_buttons.at(i);
        button->disconnect(this);
        connect(button, &QAbstractButton::clicked, this, actions.at(i).run, Qt::QueuedConnection);
    }
    if (isNew || isHidden())
        restyle();
    show();
}

void NoticeStrip::clear()
{
    m_text->clear();
    hide();
}

QString NoticeStrip::text() const
{
    return m_text->text();
}

void NoticeStrip::restyle()
{
    m_text->setFont(m_theme.font(TextStyle::Body));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, m_theme.color(m_tone));
    m_text->setPalette(ink);
    m_glyph->setPixmap(iconPixmap(m_icon, m_theme.color(m_tone), m_theme.px(16), devicePixelRatioF()));
    for (FlatButton *button : std::as_const(m_buttons))
        button->setTones(m_tone, m_tone);
    update();
}

void NoticeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(groundOf(m_tone)));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
}

} // namespace signalbox
