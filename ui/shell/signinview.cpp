// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinview.h"

#include "ui/base/errorbanner.h"
#include "ui/base/errortext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

SignInView::SignInView(const Theme &theme, const Clock &clock, Session &session, QWidget *window)
    : Overlay(theme, window)
    , m_session(session)
    , m_mark(new QLabel(card()))
    , m_title(new QLabel(card()))
    , m_subtitle(new QLabel(card()))
    , m_banner(new ErrorBanner(theme, clock, card()))
    , m_emailLabel(new QLabel(card()))
    , m_email(new QLineEdit(card()))
    , m_passwordLabel(new QLabel(card()))
    , m_password(new QLineEdit(card()))
    , m_capsLock(new QLabel(card()))
    , m_remember(new QCheckBox(card()))
    , m_submit(new QPushButton(card()))
{
    setObjectName(u"signIn"_s);
    setDismissable(false);
    m_email->setObjectName(u"signInEmail"_s);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password->setObjectName(u"signInPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->installEventFilter(this);
    m_remember->setObjectName(u"signInRemember"_s);
    m_submit->setObjectName(u"signInSubmit"_s);
    m_submit->setProperty("accent", true);
    m_submit->setDefault(true);
    m_emailLabel->setBuddy(m_email);
    m_passwordLabel->setBuddy(m_password);
    m_subtitle->setWordWrap(true);
    m_title->setObjectName(u"signInTitle"_s);
    m_subtitle->setObjectName(u"signInServer"_s);
    m_mark->setPixmap(QIcon(u":/icons/signalbox.svg"_s).pixmap(QSize(44, 44), devicePixelRatioF()));
    m_capsLock->hide();

    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(Spacing::Xxl, Spacing::Xxl, Spacing::Xxl, Spacing::Xxl);
    column->setSpacing(Spacing::Xs);
    column->addWidget(m_mark);
    column->addSpacing(Spacing::M);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(Spacing::M);
    column->addWidget(m_banner);
    column->addSpacing(Spacing::S);
    column->addWidget(m_emailLabel);
    column->addWidget(m_email);
    column->addSpacing(Spacing::S);
    column->addWidget(m_passwordLabel);
    column->addWidget(m_password);
    column->addWidget(m_capsLock);
    column->addSpacing(Spacing::S);
    column->addWidget(m_remember);
    column->addSpacing(Spacing::M);
    column->addWidget(m_submit);

    const auto restyle = [this] {
        m_title->setFont(this->theme().font(TextStyle::Title, QFont::Medium));
        QPalette quiet = palette();
        quiet.setColor(QPalette::WindowText, this->theme().color(ColorRole::Text2));
        for (QLabel *label : {m_subtitle, m_emailLabel, m_passwordLabel})
            label->setPalette(quiet);
        QPalette warning = palette();
        warning.setColor(QPalette::WindowText, this->theme().color(ColorRole::Warn));
        m_capsLock->setPalette(warning);
        m_capsLock->setFont(this->theme().font(TextStyle::Caption));
    };
    restyle();
    connect(&theme, &Theme::changed, this, restyle);
    connect(m_submit, &QPushButton::clicked, this, &SignInView::submit);
    connect(m_email, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInView::submit);
    connect(&session, &Session::stateChanged, this, &SignInView::follow);
    retranslate();
}

void SignInView::setServer(const QString &server)
{
    m_server = server;
    retranslate();
}

void SignInView::follow()
{
    const Session::State state = m_session.state();
    const bool isWanted = state == Session::State::SignedOut || state == Session::State::Expired
        || state == Session::State::SigningIn;
    if (!isWanted)
        return dismiss();
    const bool isBusy = state == Session::State::SigningIn;
    // The page behind an expired session shows through; before a first sign-in there is nothing to show.
    if (!isBusy)
        setOpaque(state == Session::State::SignedOut);
    if (state == Session::State::Expired && m_email->text().isEmpty())
        m_email->setText(m_session.identity().email);
    m_remember->setVisible(m_session.canRemember());
    for (QWidget *field : {static_cast<QWidget *>(m_email), static_cast<QWidget *>(m_password),
             static_cast<QWidget *>(m_remember), static_cast<QWidget *>(m_submit)})
        field->setEnabled(!isBusy);
    retranslate();
    explainFailure();
    if (!isOpen())
        open();
    else if (!isBusy && focusTarget())
        focusTarget()->setFocus();
}

QWidget *SignInView::focusTarget() const
{
    return m_email->text().isEmpty() ? m_email : m_password;
}

QSize SignInView::cardSize(const QSize &available) const
{
    const int width = std::min(theme().px(400), available.width());
    card()->layout()->activate();
    const int height = card()->layout()->hasHeightForWidth() ? card()->layout()->totalHeightForWidth(width)
                                                             : card()->sizeHint().height();
    return {width, height};
}

bool SignInView::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_password && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QString text = key->text();
        if (text.size() == 1 && text.at(0).isLetter() && text.at(0).isUpper() != text.at(0).isLower()) {
            const bool isShifted = key->modifiers() & Qt::ShiftModifier;
            m_capsLock->setVisible(text.at(0).isUpper() != isShifted);
        }
    }
    return Overlay::eventFilter(object, event);
}

void SignInView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Overlay::changeEvent(event);
}

void SignInView::submit()
{
    if (m_session.state() == Session::State::SigningIn)
        return;
    if (m_email->text().trimmed().isEmpty())
        return m_email->setFocus();
    if (m_password->text().isEmpty())
        return m_password->setFocus();
    const QString password = m_password->text();
    m_password->clear();
    m_session.signIn(m_email->text().trimmed(), password, m_remember->isChecked() && m_session.canRemember());
}

void SignInView::retranslate()
{
    const bool isExpired = m_session.state() == Session::State::Expired;
    setAccessibleName(tr("Sign in"));
    m_title->setText(isExpired ? tr("Your session has ended") : tr("Sign in to Signalbox"));
    m_subtitle->setText(isExpired ? tr("Sign in again to go on where you were.")
            : m_server.isEmpty()  ? QString()
                                  : tr("Server %1").arg(m_server));
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    m_emailLabel->setText(tr("&Email"));
    m_passwordLabel->setText(tr("&Password"));
    m_email->setAccessibleName(tr("Email"));
    m_password->setAccessibleName(tr("Password"));
    m_capsLock->setText(tr("Caps Lock is on"));
    m_remember->setText(tr("&Stay signed in on this computer"));
    m_submit->setText(m_session.state() == Session::State::SigningIn ? tr("Signing in…") : tr("Sign in"));
}

void SignInView::explainFailure()
{
    const std::optional<Error> &error = m_session.error();
    if (!error) {
        m_banner->clear();
        return;
    }
    switch (error->kind) {
    case Error::Kind::Unauthenticated:
    case Error::Kind::Invalid:
        m_banner->showNotice(tr("Email or password is wrong."), IconName::Alert, ColorRole::Danger);
        break;
    case Error::Kind::Denied:
        m_banner->showNotice(
            tr("You are known here but have no role in any workspace. An owner or admin can give you one."),
            IconName::Lock, ColorRole::Warn);
        break;
    default:
        if (error->code == "CERTIFICATE"_L1) {
            m_banner->showNotice(
                tr("The certificate of %1 is not trusted, so your password was not sent.").arg(m_server),
                IconName::Lock, ColorRole::Danger);
        } else if (error->kind == Error::Kind::Unavailable || error->kind == Error::Kind::TimedOut) {
            m_banner->showNotice(
                tr("%1 does not answer. Check the address and your connection.").arg(m_server),
                IconName::Offline, ColorRole::Warn);
        } else {
            m_banner->showError(*error, u"sign-in"_s);
        }
    }
}

} // namespace signalbox
