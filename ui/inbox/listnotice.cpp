// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/listnotice.h"

#include "ui/base/errortext.h"
#include "ui/base/flatbutton.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

ListNotice::ListNotice(const Theme &theme, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_text(new QLabel(this))
    , m_retry(new FlatButton(theme, IconName::Refresh, this))
    , m_copy(new FlatButton(theme, IconName::Copy, this))
{
    setObjectName(u"listNotice"_s);
    m_text->setWordWrap(true);
    m_retry->setText(tr("Retry"));
    m_copy->setText(tr("Copy details"));
    for (FlatButton *button : {m_retry, m_copy}) {
        button->setIconSizePx(16);
        button->setTones(ColorRole::Danger, ColorRole::Danger);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::Xs);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::M, Spacing::S, Spacing::S, Spacing::S);
    layout->setSpacing(0);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(m_retry, &QAbstractButton::clicked, this, &ListNotice::retryRequested);
    connect(m_copy, &QAbstractButton::clicked, this,
        [this] { QApplication::clipboard()->setText(errorDetails(m_error, m_where, m_clock.now())); });
    connect(&theme, &Theme::changed, this, &ListNotice::restyle);
    restyle();
    hide();
}

void ListNotice::showError(const Error &error, const QString &where)
{
    m_error = error;
    m_where = where;
    const ErrorText text = explain(error);
    m_text->setText(text.next.isEmpty() ? text.what : text.what + u' ' + text.next);
    m_retry->setVisible(text.canRetry);
    show();
}

void ListNotice::restyle()
{
    m_text->setFont(m_theme.font(TextStyle::Body));
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, m_theme.color(ColorRole::Danger));
    m_text->setPalette(bad);
    update();
}

void ListNotice::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(ColorRole::DangerSoft));
}

} // namespace signalbox
