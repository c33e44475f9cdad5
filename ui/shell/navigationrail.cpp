// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationrail.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int RailWidth = 56;
constexpr int ButtonSide = 40;

} // namespace

NavigationRail::NavigationRail(const Theme &theme, const CommandRegistry &commands, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_commands(commands)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"rail"_s);
    m_column->setContentsMargins(Spacing::S, Spacing::M, Spacing::S, Spacing::M);
    m_column->setSpacing(Spacing::Xs);
    setFixedWidth(theme.px(RailWidth));
    connect(&theme, &Theme::changed, this, [this] {
        setFixedWidth(m_theme.px(RailWidth));
        for (FlatButton *button : std::as_const(m_buttons))
            button->setFixedSize(m_theme.px(ButtonSide), m_theme.px(ButtonSide));
        update();
    });
    connect(&commands, &CommandRegistry::keysChanged, this, &NavigationRail::retranslate);
}

void NavigationRail::setPages(const QList<PageSpec> &pages)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item;
    m_pages = pages;
    for (const PageSpec &page : pages) {
        if (page.id == "settings"_L1)
            m_column->addStretch(1);
        auto *button = new FlatButton(m_theme, page.icon, this);
        button->setObjectName(u"rail-"_s + page.id);
        button->setCheckable(true);
        button->setFixedSize(m_theme.px(ButtonSide), m_theme.px(ButtonSide));
        connect(button, &QAbstractButton::clicked, this, [this, id = page.id, button] {
            button->setChecked(true); // a click on the open page does not close it
            Q_EMIT pageRequested(id);
        });
        m_buttons.insert(page.id, button);
        m_column->addWidget(button);
    }
    retranslate();
}

void NavigationRail::setCurrent(const QString &pageId)
{
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setChecked(it.key() == pageId);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    const int edge = isRightToLeft() ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), m_theme.color(ColorRole::Border));
}

void NavigationRail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NavigationRail::retranslate()
{
    for (const PageSpec &page : std::as_const(m_pages)) {
        FlatButton *button = m_buttons.value(page.id);
        const QList<QKeySequence> keys = m_commands.keys(u"page."_s + page.id);
        button->setAccessibleName(page.title());
        button->setToolTip(keys.isEmpty()
                ? page.title()
                : u"%1 (%2)"_s.arg(page.title(), keys.first().toString(QKeySequence::NativeText)));
    }
}

} // namespace signalbox
