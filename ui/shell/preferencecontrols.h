// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settingssection.h"

class QComboBox;

namespace signalbox {

class Preferences;

/// A preference as a few choices side by side; it follows the preference both ways. `choices`: value and
/// words.
Segments *makePreferenceSegments(const Theme &theme, Preferences &preferences, const QString &key,
    const QList<std::pair<QString, QString>> &choices);

/// The same as a list to open.
QComboBox *makePreferenceCombo(const Theme &theme, Preferences &preferences, const QString &key,
    const QList<std::pair<QString, QString>> &choices);

/// A row for a preference, with its way back to the default.
void addPreferenceRow(SettingsSection &section, Preferences &preferences, const char *key,
    const QString &label, const QString &explanation, QWidget *control);

} // namespace signalbox
