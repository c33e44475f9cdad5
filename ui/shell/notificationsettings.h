// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settingssection.h"

namespace signalbox {

class Preferences;

/// What the desktop tells while the console is in the background, and when it keeps quiet.
class NotificationSettings final : public SettingsSection
{
    Q_OBJECT

public:
    NotificationSettings(const Theme &theme, Preferences &preferences, QWidget *parent = nullptr);

private:
    void addSwitch(const char *key, const QString &label, const QString &explanation);
    void addHour(const char *key, const QString &label);
    void enableRows();

    const Theme &m_theme;
    Preferences &m_preferences;
    QList<QWidget *> m_categories; ///< work while notifications are on
    QList<QWidget *> m_hours; ///< work while there are quiet hours
};

} // namespace signalbox
