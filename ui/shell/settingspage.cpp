// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingspage.h"

#include "models/shell/session.h"
#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/shell/keyboardsettings.h"
#include "ui/shell/language.h"
#include "ui/shell/memberssettings.h"
#include "ui/shell/notificationsettings.h"
#include "ui/shell/preferencecontrols.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const PageContext &context, const SettingsServices &services)
    : Page(context)
    , m_services(services)
    , m_search(new QLineEdit(this))
    , m_index(new QVBoxLayout)
    , m_column(new QVBoxLayout)
    , m_scroll(new QScrollArea(this))
    , m_nothing(new QLabel(tr("No setting has these words."), this))
{
    m_search->setObjectName(u"settingsSearch"_s);
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    m_nothing->hide();

    auto *side = new QVBoxLayout;
    side->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::L);
    side->setSpacing(Spacing::M);
    side->addWidget(m_search);
    m_index->setSpacing(2);
    side->addLayout(m_index);
    side->addStretch(1);
    auto *sideBox = new QWidget(this);
    sideBox->setFixedWidth(context.theme.px(232));
    sideBox->setLayout(side);

    auto *page = new QWidget;
    auto *across = new QHBoxLayout(page);
    across->setContentsMargins(Spacing::Xxl, Spacing::Xl, Spacing::Xxl, Spacing::Xl);
    m_column->setSpacing(0);
    m_column->addWidget(m_nothing);
    auto *measure = new QWidget(page);
    measure->setLayout(m_column);
    measure->setMaximumWidth(context.theme.px(780));
    across->addWidget(measure, 10);
    across->addStretch(1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(page);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(sideBox);
    row->addWidget(m_scroll, 1);

    addSection(makeAppearance());
    addSection(new NotificationSettings(context.theme, services.preferences, this));
    addSection(new KeyboardSettings(context.theme, context.commands, services.preferences, this));
    addSection(makeAccount());
    if (MembersSettings::isFor(context.workspace.role))
        addSection(new MembersSettings(context, services.members, this));
    m_column->addStretch(1);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::filter);
    choose(u"appearance"_s);
    QMetaObject::invokeMethod(this, &Page::firstPictureReady, Qt::QueuedConnection);
}

PageSpec SettingsPage::spec(const SettingsServices &services)
{
    return {u"settings"_s, [] { return tr("Settings"); }, IconName::Settings, {}, {},
        [services](const PageContext &context) -> Page * { return new SettingsPage(context, services); }};
}

PageState SettingsPage::state() const
{
    return {.item = m_chosen};
}

void SettingsPage::restoreState(const PageState &state)
{
    if (m_links.contains(state.item))
        choose(state.item);
}

void SettingsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool SettingsPage::stepBack()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

QList<QWidget *> SettingsPage::panes() const
{
    QWidget *content = m_scroll->widget()->nextInFocusChain();
    while (content && content != m_scroll->widget()
        && !(
            content->focusPolicy() & Qt::TabFocus && content->isVisible() && m_scroll->isAncestorOf(content)))
        content = content->nextInFocusChain();
    if (!content || content == m_scroll->widget())
        return {m_search};
    return {m_search, content};
}

void SettingsPage::addSection(SettingsSection *section)
{
    m_sections.append(section);
    m_column->addWidget(section);
    auto *link = new FlatButton(context().theme, IconName::None, this);
    link->setText(section->title());
    link->setCheckable(true);
    link->setTextStyle(TextStyle::Body, QFont::Medium);
    link->setObjectName(u"settings-"_s + section->id());
    link->setAccessibleName(section->title());
    connect(link, &QAbstractButton::clicked, this, [this, id = section->id()] {
        m_search->clear();
        choose(id);
        Q_EMIT placeChanged();
    });
    m_links.insert(section->id(), link);
    m_index->addWidget(link);
}

SettingsSection *SettingsPage::makeAppearance()
{
    auto *section = new SettingsSection(context().theme, u"appearance"_s, tr("Appearance"), this);
    Preferences &preferences = m_services.preferences;
    const Theme &theme = context().theme;
    const auto add
        = [&](const char *key, const QString &label, const QString &explanation, QWidget *control) {
              addPreferenceRow(*section, preferences, key, label, explanation, control);
          };
    const auto makeSegments = [&](const QString &key, const QList<std::pair<QString, QString>> &choices) {
        return makePreferenceSegments(theme, preferences, key, choices);
    };
    const auto makeCombo = [&](const QString &key, const QList<std::pair<QString, QString>> &choices) {
        return makePreferenceCombo(theme, preferences, key, choices);
    };
    add(PreferenceKey::Theme, tr("Theme"),
        tr("System follows what your desktop is set to, also while it changes."),
        makeSegments(u"appearance/theme"_s,
            {{u"system"_s, tr("System")}, {u"light"_s, tr("Light")}, {u"dark"_s, tr("Dark")}}));
    add(PreferenceKey::Density, tr("Rows"), tr("Compact shows half as many lines again."),
        makeSegments(
            u"appearance/density"_s, {{u"comfortable"_s, tr("Comfortable")}, {u"compact"_s, tr("Compact")}}));
    QList<std::pair<QString, QString>> sizes;
    for (const QString &percent :
        {u"80"_s, u"90"_s, u"100"_s, u"110"_s, u"125"_s, u"150"_s, u"175"_s, u"200"_s})
        sizes.append({percent, percent + u" %"_s});
    add(PreferenceKey::Zoom, tr("Text size"), tr("Also with Ctrl and plus or minus."),
        makeCombo(u"appearance/zoom"_s, sizes));
    add(PreferenceKey::Motion, tr("Motion"), tr("Off: nothing fades, slides or tints."),
        makeSegments(u"appearance/motion"_s, {{u"on"_s, tr("On")}, {u"off"_s, tr("Off")}}));
    QList<std::pair<QString, QString>> languages {{u"system"_s, tr("As the system")}};
    languages.append(Language::available());
    add(PreferenceKey::Language, tr("Language"),
        tr("Changes at once, with dates, numbers and the direction of reading."),
        makeCombo(u"general/language"_s, languages));
    add(PreferenceKey::Restore, tr("On start"), tr("Where to begin when the console is opened again."),
        makeSegments(
            u"general/restore"_s, {{u"on"_s, tr("Where I left off")}, {u"off"_s, tr("First page")}}));
    add(PreferenceKey::LiveNames, tr("Names on the Live page"),
        tr("Masked shows ids instead, for a screen that others see."),
        makeSegments(u"live/names"_s, {{u"shown"_s, tr("Shown")}, {u"masked"_s, tr("Masked")}}));
    add(PreferenceKey::AfterReply, tr("After a reply"),
        tr("Where to go when a conversation is answered, rejected or done."),
        makeSegments(u"inbox/afterReply"_s,
            {{u"next"_s, tr("Next conversation")}, {u"stay"_s, tr("Stay")}, {u"list"_s, tr("List")}}));
    connect(&preferences, &Preferences::changed, section, &SettingsSection::refreshResets);
    return section;
}

SettingsSection *SettingsPage::makeAccount()
{
    auto *section = new SettingsSection(context().theme, u"account"_s, tr("Account"), this);
    const auto value = [&](const QString &text) {
        auto *label = new QLabel(text);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        return label;
    };
    const Identity &who = context().identity;
    section->addRow(tr("Name"), {}, value(who.name.isEmpty() ? u"—"_s : who.name));
    section->addRow(tr("Email"), {}, value(who.email));
    section->addRow(tr("Role"), tr("In %1").arg(workspace().name), value(presentRole(workspace().role)));
    section->addRow(tr("Server"), {}, value(m_services.server));
    auto *signOut = new QPushButton(tr("Sign out"));
    signOut->setObjectName(u"signOut"_s);
    connect(signOut, &QPushButton::clicked, &m_services.session, &Session::signOut, Qt::QueuedConnection);
    section->addRow(tr("Session"), tr("Signing out ends it on the server too."), signOut);
    return section;
}

void SettingsPage::choose(const QString &section)
{
    m_chosen = section;
    for (SettingsSection *one : std::as_const(m_sections)) {
        one->setVisible(one->id() == section);
        m_links.value(one->id())->setChecked(one->id() == section);
    }
    m_scroll->ensureVisible(0, 0);
}

void SettingsPage::filter(const QString &typed)
{
    int found = 0;
    for (SettingsSection *one : std::as_const(m_sections)) {
        const int rows = one->filter(typed);
        one->setVisible(typed.isEmpty() ? one->id() == m_chosen : rows > 0);
        m_links.value(one->id())->setEnabled(rows > 0);
        found += rows;
    }
    m_nothing->setVisible(found == 0);
}

} // namespace signalbox
