// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keyboardsettings.h"

#include <QBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>

namespace signalbox {

using namespace Qt::StringLiterals;

KeyboardSettings::KeyboardSettings(
    const Theme &theme, CommandRegistry &commands, Preferences &preferences, QWidget *parent)
    : SettingsSection(theme, u"keyboard"_s, tr("Keyboard"), parent)
    , m_theme(theme)
    , m_commands(commands)
    , m_preferences(preferences)
{
    const QList<CommandSpec> all = commands.commands();
    for (const CommandSpec &spec : all)
        addCommand(spec);
    connect(&commands, &CommandRegistry::keysChanged, this, &SettingsSection::refreshResets);
}

void KeyboardSettings::addCommand(const CommandSpec &spec)
{
    auto *control = new QWidget;
    auto *edit = new QKeySequenceEdit(control);
    edit->setObjectName(u"key-"_s + spec.id);
    edit->setFixedWidth(m_theme.px(170));
    edit->setAccessibleName(tr("Key for %1").arg(spec.text()));
    auto *complaint = new QLabel(control);
    complaint->setObjectName(u"conflict-"_s + spec.id);
    complaint->hide();
    QPalette warning = complaint->palette();
    warning.setColor(QPalette::WindowText, m_theme.color(ColorRole::Danger));
    complaint->setPalette(warning);
    auto *row = new QHBoxLayout(control);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(complaint);
    row->addWidget(edit);
    control->setFocusProxy(edit);

    const auto showKey = [this, edit, id = spec.id] {
        const QList<QKeySequence> keys = m_commands.keys(id);
        const QSignalBlocker quiet(edit);
        edit->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.first());
    };
    showKey();
    connect(edit, &QKeySequenceEdit::editingFinished, this,
        [this, edit, complaint, id = spec.id] { change(id, edit, complaint); });
    connect(
        &m_commands, &CommandRegistry::keysChanged, edit, [showKey, id = spec.id](const QString &changed) {
            if (changed == id)
                showKey();
        });
    addRow(
        spec.text(), {}, control,
        [this, complaint, id = spec.id] {
            complaint->hide();
            m_commands.resetKeys(id);
            m_preferences.setRemappedKeys(id, std::nullopt);
        },
        [this, id = spec.id] { return !m_commands.isRemapped(id); });
}

void KeyboardSettings::change(const QString &id, QKeySequenceEdit *edit, QLabel *complaint)
{
    const QKeySequence key = edit->keySequence();
    const QStringList taken = m_commands.conflicts(id, key);
    complaint->setVisible(!taken.isEmpty());
    if (!taken.isEmpty()) {
        complaint->setText(tr("Taken by “%1”").arg(m_commands.find(taken.first())->text()));
        const QList<QKeySequence> before = m_commands.keys(id);
        const QSignalBlocker quiet(edit);
        edit->setKeySequence(before.isEmpty() ? QKeySequence() : before.first());
        return;
    }
    QList<QKeySequence> keys = m_commands.keys(id);
    if (!keys.isEmpty() && keys.first() == key)
        return;
    // The first key is changed; the others (Ctrl+F beside /) stay.
    if (!keys.isEmpty())
        keys.removeFirst();
    if (!key.isEmpty())
        keys.prepend(key);
    m_commands.setKeys(id, keys);
    m_preferences.setRemappedKeys(id,
        m_commands.isRemapped(id)
            ? std::optional(QKeySequence::listToString(keys, QKeySequence::PortableText))
            : std::nullopt);
}

} // namespace signalbox
