// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/firstrunview.h"

#include "ui/base/errorbanner.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

FirstRunView::FirstRunView(const Theme &theme, const Clock &clock, Session &session, QWidget *window)
    : Overlay(theme, window)
    , m_session(session)
    , m_title(new QLabel(card()))
    , m_text(new QLabel(card()))
    , m_banner(new ErrorBanner(theme, clock, card()))
{
    setObjectName(u"firstRun"_s);
    setDismissable(false);
    setOpaque(true);
    m_title->setFont(theme.font(TextStyle::Title, QFont::Medium));
    m_text->setWordWrap(true);
    auto *mark = new QLabel(card());
    mark->setPixmap(QIcon(u":/icons/signalbox.svg"_s).pixmap(QSize(44, 44), devicePixelRatioF()));
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(Spacing::Xxl, Spacing::Xxl, Spacing::Xxl, Spacing::Xxl);
    column->setSpacing(Spacing::Xs);
    column->addWidget(mark);
    column->addSpacing(Spacing::M);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(Spacing::S);
    column->addWidget(m_banner);
    m_name = addField(u"name"_s, m_nameLabel);
    m_email = addField(u"email"_s, m_emailLabel);
    m_password = addField(u"password"_s, m_passwordLabel);
    m_password->setEchoMode(QLineEdit::Password);
    m_workspace = addField(u"workspaceName"_s, m_workspaceLabel);
    m_zoneLabel = new QLabel(card());
    m_zone = new QComboBox(card());
    m_zone->setObjectName(u"timezone"_s);
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones) {
        if (zone.contains('/') && !zone.startsWith("Etc/") && !zone.startsWith("posix"))
            m_zone->addItem(QString::fromLatin1(zone));
    }
    m_zone->insertItem(0, u"UTC"_s);
    m_zone->setCurrentIndex(
        std::max(0, m_zone->findText(QString::fromLatin1(QTimeZone::systemTimeZoneId()))));
    m_zoneLabel->setBuddy(m_zone);
    column->addSpacing(Spacing::S);
    column->addWidget(m_zoneLabel);
    column->addWidget(m_zone);
    m_hint = new QLabel(card());
    m_hint->setObjectName(u"firstRunHint"_s);
    m_hint->setWordWrap(true);
    m_submit = new QPushButton(card());
    m_submit->setObjectName(u"firstRunSubmit"_s);
    m_submit->setProperty("accent", true);
    column->addSpacing(Spacing::M);
    column->addWidget(m_hint);
    column->addWidget(m_submit);

    const auto restyle = [this] {
        m_title->setFont(this->theme().font(TextStyle::Title, QFont::Medium));
        QPalette quiet = palette();
        quiet.setColor(QPalette::WindowText, this->theme().color(ColorRole::Text2));
        for (QLabel *label :
            {m_text, m_nameLabel, m_emailLabel, m_passwordLabel, m_workspaceLabel, m_zoneLabel, m_hint})
            label->setPalette(quiet);
        m_hint->setFont(this->theme().font(TextStyle::Caption));
    };
    restyle();
    connect(&theme, &Theme::changed, this, restyle);
    connect(m_submit, &QPushButton::clicked, this, &FirstRunView::submit);
    connect(&session, &Session::stateChanged, this, &FirstRunView::follow);
    retranslate();
    validate();
}

QLineEdit *FirstRunView::addField(const QString &name, QLabel *&label)
{
    auto *field = new QLineEdit(card());
    field->setObjectName(name);
    label = new QLabel(card());
    label->setBuddy(field);
    auto *column = static_cast<QVBoxLayout *>(card()->layout());
    column->addSpacing(Spacing::S);
    column->addWidget(label);
    column->addWidget(field);
    connect(field, &QLineEdit::textChanged, this, &FirstRunView::validate);
    connect(field, &QLineEdit::returnPressed, this, &FirstRunView::submit);
    return field;
}

void FirstRunView::follow()
{
    if (m_session.state() != Session::State::FirstRun)
        return dismiss();
    m_banner->clear();
    if (const std::optional<Error> &error = m_session.error()) {
        if (error->kind == Error::Kind::Invalid && !error->field.isEmpty())
            markField(error->field);
        else
            m_banner->showError(*error, u"first run"_s);
    }
    validate();
    if (!isOpen())
        open();
}

QWidget *FirstRunView::focusTarget() const
{
    return m_name;
}

QSize FirstRunView::cardSize(const QSize &available) const
{
    const int width = std::min(theme().px(440), available.width());
    return {width,
        card()->layout()->hasHeightForWidth() ? card()->layout()->totalHeightForWidth(width)
                                              : card()->sizeHint().height()};
}

void FirstRunView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        validate();
    }
    Overlay::changeEvent(event);
}

void FirstRunView::submit()
{
    if (!m_submit->isEnabled())
        return;
    m_submit->setEnabled(false);
    m_session.createFirstOwner({m_name->text().trimmed(), m_email->text().trimmed(), m_password->text(),
        m_workspace->text().trimmed(), m_zone->currentText()});
}

void FirstRunView::validate()
{
    // The hint names the first thing that is missing; the service has the last word.
    QString missing;
    if (m_name->text().trimmed().isEmpty())
        missing = tr("Your name is missing.");
    else if (!m_email->text().contains(u'@'))
        missing = tr("Your email is missing.");
    else if (m_password->text().size() < MinimumPassword)
        missing = tr("The password needs at least %n characters.", nullptr, MinimumPassword);
    else if (m_workspace->text().trimmed().isEmpty())
        missing = tr("The workspace needs a name.");
    m_hint->setText(missing);
    m_submit->setEnabled(missing.isEmpty());
}

void FirstRunView::retranslate()
{
    setAccessibleName(tr("Set up Signalbox"));
    m_title->setText(tr("Set up Signalbox"));
    m_text->setText(tr("Nobody works here yet. You become the owner of the first workspace; you can add "
                       "people afterwards."));
    m_nameLabel->setText(tr("Your &name"));
    m_emailLabel->setText(tr("&Email"));
    m_passwordLabel->setText(tr("&Password"));
    m_workspaceLabel->setText(tr("Name of the &workspace"));
    m_zoneLabel->setText(tr("&Time zone of the workspace"));
    m_submit->setText(tr("Create owner and workspace"));
    m_name->setAccessibleName(tr("Your name"));
    m_email->setAccessibleName(tr("Email"));
    m_password->setAccessibleName(tr("Password"));
    m_workspace->setAccessibleName(tr("Name of the workspace"));
    m_zone->setAccessibleName(tr("Time zone of the workspace"));
}

void FirstRunView::markField(const QString &field)
{
    m_banner->showNotice(tr("The service did not accept this field."), IconName::Alert, ColorRole::Danger);
    if (auto *edit = card()->findChild<QLineEdit *>(field)) {
        edit->setFocus();
        edit->selectAll();
    }
}

} // namespace signalbox
