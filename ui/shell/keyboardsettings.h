// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commandregistry.h"
#include "ui/shell/preferences.h"
#include "ui/shell/settingssection.h"

class QKeySequenceEdit;
class QLabel;

namespace signalbox {

/// Every command with its key. A key that another command has already is refused, and the other one is named.
class KeyboardSettings final : public SettingsSection
{
    Q_OBJECT

public:
    KeyboardSettings(
        const Theme &theme, CommandRegistry &commands, Preferences &preferences, QWidget *parent = nullptr);

private:
    void addCommand(const CommandSpec &spec);
    void change(const QString &id, QKeySequenceEdit *edit, QLabel *complaint);

    const Theme &m_theme;
    CommandRegistry &m_commands;
    Preferences &m_preferences;
};

} // namespace signalbox
