// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/base/consolestyle.h"
#include "ui/shell/connectionpill.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarHeight = 48;
constexpr int StripHeight = 3;

/// Looks like a search field and opens the palette: typing happens there.
class CommandField final : public QAbstractButton
{
public:
    CommandField(const Theme &theme, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::IBeamCursor);
    }
    void setKeys(const QString &keys) { m_keys = keys; }
    QSize sizeHint() const override { return {m_theme.px(420), m_theme.px(32)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), m_theme.color(underMouse() ? ColorRole::Surface : ColorRole::Window),
            m_theme.color(underMouse() ? ColorRole::BorderStrong : ColorRole::Border), Radius::Control);
        const bool isRtl = isRightToLeft();
        const int icon = m_theme.px(16);
        const int pad = m_theme.px(10);
        painter.drawPixmap(QPoint(isRtl ? width() - pad - icon : pad, (height() - icon) / 2),
            iconPixmap(IconName::Search, m_theme.color(ColorRole::Text3), icon, devicePixelRatioF()));
        const QRect line = isRtl ? rect().adjusted(pad, 0, -2 * pad - icon, 0)
                                 : rect().adjusted(2 * pad + icon, 0, -pad, 0);
        painter.setPen(m_theme.color(ColorRole::Text3));
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.drawText(line, int(Qt::AlignVCenter | (isRtl ? Qt::AlignLeft : Qt::AlignRight)), m_keys);
        const int keysWidth = painter.fontMetrics().horizontalAdvance(m_keys) + pad;
        painter.setFont(m_theme.font(TextStyle::Body));
        const QRect words = isRtl ? line.adjusted(keysWidth, 0, 0, 0) : line.adjusted(0, 0, -keysWidth, 0);
        painter.drawText(words, int(Qt::AlignVCenter | (isRtl ? Qt::AlignRight : Qt::AlignLeft)),
            painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        if (hasFocus())
            paintFocusRing(painter, m_theme, rect());
    }

private:
    const Theme &m_theme;
    QString m_keys;
};

} // namespace

TopBar::TopBar(const Theme &theme, const CommandRegistry &commands, LinkWatch &link, const Profile &profile,
    QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_commands(commands)
    , m_profile(profile)
    , m_back(new FlatButton(theme, IconName::Back, this))
    , m_forward(new FlatButton(theme, IconName::Forward, this))
    , m_workspace(new FlatButton(theme, IconName::None, this))
    , m_field(new CommandField(theme, this))
    , m_environment(new QLabel(this))
    , m_person(new FlatButton(theme, IconName::Person, this))
{
    m_back->setObjectName(u"backButton"_s);
    m_forward->setObjectName(u"forwardButton"_s);
    m_workspace->setObjectName(u"workspaceButton"_s);
    m_field->setObjectName(u"commandField"_s);
    m_environment->setObjectName(u"environmentWord"_s);
    m_person->setObjectName(u"personButton"_s);
    m_back->setIconSizePx(18);
    m_forward->setIconSizePx(18);
    m_workspace->setHasChevron(true);
    m_workspace->setTones(ColorRole::Text, ColorRole::Text);
    m_workspace->setTextStyle(TextStyle::Reading, QFont::Medium);
    m_person->setHasChevron(true);
    setCanGo(false, false);

    auto *pill = new ConnectionPill(theme, link, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::M, 0, Spacing::M, StripHeight);
    row->setSpacing(Spacing::Xs);
    row->addWidget(m_workspace);
    row->addSpacing(Spacing::S);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addStretch(1);
    row->addWidget(m_field, 6);
    row->addStretch(1);
    row->addWidget(m_environment);
    row->addSpacing(Spacing::S);
    row->addWidget(pill);
    row->addSpacing(Spacing::S);
    row->addWidget(m_person);
    m_field->setMaximumWidth(520);

    connect(m_back, &QAbstractButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QAbstractButton::clicked, this, &TopBar::forwardRequested);
    connect(m_workspace, &QAbstractButton::clicked, this, &TopBar::workspacesRequested);
    connect(m_field, &QAbstractButton::clicked, this, &TopBar::paletteRequested);
    connect(m_person, &QAbstractButton::clicked, this, &TopBar::personMenuRequested);
    connect(&theme, &Theme::changed, this, &TopBar::resizeParts);
    connect(&commands, &CommandRegistry::keysChanged, this, &TopBar::retranslate);
    retranslate();
    resizeParts();
}

void TopBar::setWorkspaceName(const QString &name)
{
    m_workspace->setText(name);
    m_workspace->setVisible(!name.isEmpty());
    m_workspace->setAccessibleName(tr("Workspace %1").arg(name));
}

void TopBar::setPerson(const Identity &identity)
{
    m_person->setText(identity.name.isEmpty() ? identity.email : identity.name);
    m_person->setAccessibleName(tr("Signed in as %1").arg(m_person->text()));
    m_person->setVisible(!identity.user.isNull());
}

void TopBar::setCanGo(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, height() - StripHeight, width(), StripHeight), m_theme.color(stripRole()));
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::retranslate()
{
    m_back->setToolTip(m_commands.tooltip(u"shell.back"_s));
    m_back->setAccessibleName(tr("Back"));
    m_forward->setToolTip(m_commands.tooltip(u"shell.forward"_s));
    m_forward->setAccessibleName(tr("Forward"));
    m_workspace->setToolTip(m_commands.tooltip(u"shell.workspaces"_s));
    m_field->setText(tr("Search or command…"));
    m_field->setAccessibleName(tr("Search or command"));
    const QList<QKeySequence> keys = m_commands.keys(u"shell.palette"_s);
    static_cast<CommandField *>(m_field)->setKeys(
        keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText));
    m_field->update();
    m_environment->setText(environmentWord());
    m_environment->setVisible(!m_environment->text().isEmpty());
}

void TopBar::resizeParts()
{
    setFixedHeight(m_theme.px(BarHeight) + StripHeight);
    m_environment->setFont(m_theme.font(TextStyle::Caption, QFont::Bold));
    QPalette toned = palette();
    toned.setColor(QPalette::WindowText, m_theme.color(stripRole()));
    m_environment->setPalette(toned);
    update();
}

ColorRole TopBar::stripRole() const
{
    switch (m_profile.environment) {
    case Environment::Development:
        return ColorRole::Text3;
    case Environment::Staging:
        return ColorRole::Warn;
    case Environment::Production:
        return ColorRole::Danger;
    }
    return ColorRole::Text3;
}

QString TopBar::environmentWord() const
{
    switch (m_profile.environment) {
    case Environment::Development:
        return tr("Development");
    case Environment::Staging:
        return tr("Staging");
    case Environment::Production:
        return tr("Production");
    }
    return {};
}

} // namespace signalbox
