// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/errorbanner.h"

#include "ui/base/errortext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace signalbox {

using namespace Qt::StringLiterals;

ErrorBanner::ErrorBanner(const Theme &theme, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_glyph(new QLabel(this))
    , m_text(new QLabel(this))
    , m_retry(new QPushButton(tr("Retry"), this))
    , m_copy(new QPushButton(tr("Copy details"), this))
    , m_dismiss(new QPushButton(this))
{
    setObjectName(u"errorBanner"_s);
    m_text->setObjectName(u"bannerText"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_retry->setObjectName(u"bannerRetry"_s);
    m_copy->setObjectName(u"bannerCopy"_s);
    m_dismiss->setObjectName(u"bannerDismiss"_s);
    m_dismiss->setFlat(true);
    m_dismiss->setAccessibleName(tr("Dismiss"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::M, Spacing::Xs, Spacing::S, Spacing::Xs);
    row->setSpacing(Spacing::S);
    row->addWidget(m_glyph);
    row->addWidget(m_text, 1);
    row->addWidget(m_retry);
    row->addWidget(m_copy);
    row->addWidget(m_dismiss);
    hide();
    connect(m_retry, &QPushButton::clicked, this, &ErrorBanner::retryRequested);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(errorDetails(m_error, m_where, m_clock.now())); });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    connect(&theme, &Theme::changed, this, &ErrorBanner::restyle);
}

void ErrorBanner::showError(const Error &error, const QString &where)
{
    m_error = error;
    m_where = where;
    const ErrorText words = explain(error);
    present(words.next.isEmpty() ? words.what : words.what + u' ' + words.next, IconName::Alert,
        ColorRole::Danger, ColorRole::DangerSoft, words.canRetry, true);
}

void ErrorBanner::showNotice(const QString &text, IconName icon, ColorRole tone)
{
    const ColorRole ground = tone == ColorRole::Danger ? ColorRole::DangerSoft
        : tone == ColorRole::Warn                      ? ColorRole::WarnSoft
        : tone == ColorRole::Ok                        ? ColorRole::OkSoft
                                                       : ColorRole::InfoSoft;
    present(text, icon, tone, ground, false, false);
}

void ErrorBanner::showWarning(const QString &text, IconName icon, bool canRetry)
{
    present(text, icon, ColorRole::Warn, ColorRole::WarnSoft, canRetry, false);
}

void ErrorBanner::clear()
{
    m_text->clear();
    hide();
}

QString ErrorBanner::text() const
{
    return m_text->text();
}

void ErrorBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(m_ground));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorRole::Border));
}

void ErrorBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_retry->setText(tr("Retry"));
        m_copy->setText(tr("Copy details"));
        m_dismiss->setAccessibleName(tr("Dismiss"));
    }
    QFrame::changeEvent(event);
}

void ErrorBanner::present(
    const QString &text, IconName icon, ColorRole tone, ColorRole ground, bool canRetry, bool canCopy)
{
    m_icon = icon;
    m_tone = tone;
    m_ground = ground;
    m_text->setText(text);
    setAccessibleName(text);
    m_retry->setVisible(canRetry);
    m_copy->setVisible(canCopy);
    restyle();
    setVisible(true);
}

void ErrorBanner::restyle()
{
    m_glyph->setPixmap(iconPixmap(m_icon, m_theme.color(m_tone), m_theme.px(16), devicePixelRatioF()));
    m_dismiss->setIcon(themedIcon(m_theme, IconName::Close));
    update();
}

} // namespace signalbox
