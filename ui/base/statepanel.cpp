// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/statepanel.h"

#include "ui/base/errortext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto SkeletonDelay = 150ms; // ux §11: quicker answers never flash
constexpr auto SkeletonHold = 300ms;

} // namespace

StatePanel::StatePanel(const Theme &theme, const Clock &clock, Skeleton::Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_stack(new QStackedLayout(this))
    , m_skeleton(new Skeleton(theme, shape, this))
    , m_blank(new QWidget(this))
    , m_messagePane(new QWidget(this))
    , m_glyph(new QLabel(m_messagePane))
    , m_title(new QLabel(m_messagePane))
    , m_text(new QLabel(m_messagePane))
    , m_action(new QPushButton(m_messagePane))
    , m_retry(new QPushButton(m_messagePane))
    , m_copy(new QPushButton(tr("Copy details"), m_messagePane))
{
    m_blank->setObjectName(u"blank"_s);
    m_messagePane->setObjectName(u"stateMessage"_s);
    m_title->setObjectName(u"stateTitle"_s);
    m_text->setObjectName(u"stateText"_s);
    m_action->setObjectName(u"stateAction"_s);
    m_retry->setObjectName(u"stateRetry"_s);
    m_copy->setObjectName(u"stateCopy"_s);
    m_glyph->setAlignment(Qt::AlignCenter);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addStretch();
    for (QPushButton *button : {m_action, m_retry, m_copy})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(m_messagePane);
    column->setContentsMargins(Spacing::Xl, Spacing::Xl, Spacing::Xl, Spacing::Xl);
    column->setSpacing(Spacing::S);
    column->addStretch(2);
    column->addWidget(m_glyph);
    column->addSpacing(Spacing::Xs);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(Spacing::S);
    column->addLayout(buttons);
    column->addStretch(3);

    for (QWidget *pane : {static_cast<QWidget *>(m_skeleton), m_blank, m_messagePane})
        m_stack->addWidget(pane);
    m_stack->setCurrentWidget(m_blank);

    m_appear.setSingleShot(true);
    m_appear.setInterval(SkeletonDelay);
    m_hold.setSingleShot(true);
    m_hold.setInterval(SkeletonHold);
    m_countdown.setInterval(1s);
    connect(&m_appear, &QTimer::timeout, this, [this] {
        m_stack->setCurrentWidget(m_skeleton);
        m_hold.start();
    });
    connect(&m_hold, &QTimer::timeout, this, &StatePanel::settle);
    connect(&m_countdown, &QTimer::timeout, this, &StatePanel::tickRetry);
    connect(m_retry, &QPushButton::clicked, this, &StatePanel::retryRequested);
    connect(m_action, &QPushButton::clicked, this, &StatePanel::actionTriggered);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(errorDetails(m_error, m_where, m_clock.now())); });
    connect(&theme, &Theme::changed, this, &StatePanel::paintMessage);
}

void StatePanel::setContent(QWidget *content)
{
    Q_ASSERT(!m_content);
    m_content = content;
    m_stack->addWidget(content);
    settle();
}

bool StatePanel::isSkeletonVisible() const
{
    return m_stack->currentWidget() == m_skeleton;
}

void StatePanel::showContent()
{
    present(State::Content, {});
}

void StatePanel::showLoading()
{
    if (m_state == State::Loading)
        return;
    m_state = State::Loading;
    m_countdown.stop();
    m_stack->setCurrentWidget(m_blank);
    m_appear.start();
}

void StatePanel::showEmpty(const EmptyState &empty)
{
    Message message {IconName::Inbox, ColorRole::Text3, empty.title, empty.text, empty.action};
    if (empty.kind == EmptyState::Kind::Filtered)
        message.icon = IconName::Filter;
    if (empty.kind == EmptyState::Kind::Done) {
        message.icon = IconName::Check;
        message.tone = ColorRole::Ok;
    }
    present(State::Empty, message);
}

void StatePanel::showError(const Error &error, const QString &where)
{
    m_error = error;
    m_where = where;
    const ErrorText words = explain(error);
    const bool isForbidden = error.kind == Error::Kind::Denied;
    m_secondsLeft = words.canRetry ? error.retryAfterSeconds : 0;
    present(isForbidden ? State::Forbidden : State::Error,
        {isForbidden ? IconName::Lock : IconName::Alert, isForbidden ? ColorRole::Text3 : ColorRole::Danger,
            words.what, words.next, {}, words.canRetry, true});
    if (m_secondsLeft > 0)
        m_countdown.start();
}

void StatePanel::showOffline(std::optional<Instant> since)
{
    QString title = tr("Offline");
    if (since) {
        const auto local = QDateTime::fromMSecsSinceEpoch(
            std::chrono::floor<std::chrono::milliseconds>(since->time_since_epoch()).count());
        title = tr("Offline since %1").arg(QLocale().toString(local.time(), QLocale::ShortFormat));
    }
    m_error = Error::unavailable(u"offline"_s);
    present(State::Offline,
        {IconName::Offline, ColorRole::Warn, title, tr("This was not loaded before the connection was lost."),
            {}, true});
}

void StatePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_copy->setText(tr("Copy details"));
        paintMessage();
    }
    QWidget::changeEvent(event);
}

void StatePanel::present(State state, const Message &message)
{
    m_state = state;
    m_message = message;
    m_appear.stop();
    m_countdown.stop();
    paintMessage();
    // A skeleton that has appeared stays for its time: two flashes are worse than a short wait.
    if (!m_hold.isActive())
        settle();
}

void StatePanel::settle()
{
    if (m_state == State::Loading)
        return;
    if (m_state != State::Content) {
        m_stack->setCurrentWidget(m_messagePane);
        return;
    }
    m_stack->setCurrentWidget(m_content ? m_content : m_blank);
}

void StatePanel::paintMessage()
{
    const int size = m_theme.px(Spacing::Xxl);
    m_glyph->setPixmap(iconPixmap(m_message.icon, m_theme.color(m_message.tone), size, devicePixelRatioF()));
    m_title->setFont(m_theme.font(TextStyle::Section, QFont::Medium));
    m_title->setText(m_message.title);
    m_text->setFont(m_theme.font(TextStyle::Body));
    m_text->setText(m_message.text);
    m_text->setVisible(!m_message.text.isEmpty());
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    m_text->setPalette(secondary);
    m_action->setText(m_message.action);
    m_action->setVisible(!m_message.action.isEmpty());
    m_retry->setVisible(m_message.canRetry);
    m_retry->setText(m_secondsLeft > 0 ? tr("Retry (%n s)", nullptr, m_secondsLeft) : tr("Retry"));
    m_copy->setVisible(m_message.canCopy);
    m_messagePane->setAccessibleName(m_message.title);
    m_messagePane->setAccessibleDescription(m_message.text);
}

void StatePanel::tickRetry()
{
    --m_secondsLeft;
    if (m_secondsLeft <= 0) {
        m_secondsLeft = 0;
        m_countdown.stop();
        paintMessage();
        Q_EMIT retryRequested();
        return;
    }
    paintMessage();
}

} // namespace signalbox
