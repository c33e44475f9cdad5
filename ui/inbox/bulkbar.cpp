// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/bulkbar.h"

#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/shell/commandregistry.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

BulkBar::BulkBar(const Theme &theme, CommandRegistry &commands, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_commands(commands)
    , m_count(new QLabel(this))
    , m_all(new FlatButton(theme, IconName::None, this))
    , m_row(new QWidget(this))
{
    setObjectName(u"bulkBar"_s);
    m_count->setObjectName(u"bulkCount"_s);
    m_all->setObjectName(u"bulkAll"_s);
    m_all->setTones(ColorRole::Accent, ColorRole::Accent);
    m_all->setTextStyle(TextStyle::Body, QFont::Medium);
    auto *close = new FlatButton(theme, IconName::Close, this);
    close->setObjectName(u"bulkClose"_s);
    close->setIconSizePx(16);
    close->setToolTip(tr("Tick nothing (Esc)"));
    close->setAccessibleName(tr("Tick nothing"));
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::S);
    head->addWidget(m_count);
    head->addWidget(m_all);
    head->addStretch();
    head->addWidget(close);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::Xs);
    addAction(u"inbox.assign"_s, IconName::Person);
    addAction(u"inbox.snooze"_s, IconName::Clock);
    addAction(u"inbox.status"_s, IconName::Flags);
    addAction(u"inbox.sentiment"_s, IconName::Star);
    m_read = addButton(u"bulkRead"_s, IconName::Check, tr("Mark as read"));
    m_unread = addButton(u"bulkUnread"_s, IconName::Mail, tr("Mark as unread"));
    addAction(u"inbox.approve"_s, IconName::Sparkle);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::M, Spacing::S, Spacing::S, Spacing::S);
    layout->setSpacing(Spacing::Xs);
    layout->addLayout(head);
    layout->addWidget(m_row);
    connect(m_all, &QAbstractButton::clicked, this, &BulkBar::allRequested);
    connect(close, &QAbstractButton::clicked, this, &BulkBar::closeRequested);
    connect(m_read, &QAbstractButton::clicked, this, [this] { Q_EMIT readRequested(true); });
    connect(m_unread, &QAbstractButton::clicked, this, [this] { Q_EMIT readRequested(false); });
    connect(&theme, &Theme::changed, this, &BulkBar::restyle);
    restyle();
    hide();
}

FlatButton *BulkBar::addButton(const QString &name, IconName icon, const QString &text)
{
    auto *button = new FlatButton(m_theme, icon, m_row);
    button->setObjectName(name);
    button->setToolTip(text);
    button->setAccessibleName(text);
    m_row->layout()->addWidget(button);
    return button;
}

FlatButton *BulkBar::addAction(const QString &command, IconName icon)
{
    FlatButton *button = addButton(u"bulk_"_s + command.section(u'.', 1), icon, m_commands.tooltip(command));
    connect(button, &QAbstractButton::clicked, this, [this, command] { m_commands.trigger(command); });
    m_actions.insert(command, button);
    return button;
}

QWidget *BulkBar::anchorOf(const QString &command) const
{
    return m_actions.value(command);
}

void BulkBar::setCount(qint64 count, qint64 total, bool isAllMatching)
{
    const QLocale locale;
    m_count->setText(isAllMatching ? tr("All %1 matching").arg(presentCount(count, locale))
                                   : tr("%1 ticked").arg(presentCount(count, locale)));
    m_all->setText(tr("All %1 matching").arg(presentCount(total, locale)));
    m_all->setToolTip(tr("Also those that are not loaded (Ctrl+A twice)"));
    m_all->setVisible(!isAllMatching && total > count);
    // Reading is by person and lead; a query cannot be marked, and a draft is looked at before it is sent.
    for (FlatButton *button : {m_read, m_unread, m_actions.value(u"inbox.approve"_s)})
        button->setVisible(!isAllMatching);
}

void BulkBar::setBlocked(const QString &reason)
{
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        (*it)->setEnabled(reason.isEmpty());
        (*it)->setToolTip(reason.isEmpty() ? m_commands.tooltip(it.key()) : reason);
    }
}

void BulkBar::restyle()
{
    m_count->setFont(m_theme.font(TextStyle::Body, QFont::Bold));
    update();
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::AccentSoft));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
}

} // namespace signalbox
