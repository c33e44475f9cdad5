// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferencecontrols.h"

#include "ui/shell/preferences.h"

#include <QComboBox>

namespace signalbox {

Segments *makePreferenceSegments(const Theme &theme, Preferences &preferences, const QString &key,
    const QList<std::pair<QString, QString>> &choices)
{
    auto *control = new Segments(theme, choices);
    control->setObjectName(key);
    control->setValue(preferences.text(key));
    QObject::connect(control, &Segments::valueChosen, &preferences,
        [&preferences, key](const QString &value) { preferences.set(key, value); });
    QObject::connect(
        &preferences, &Preferences::changed, control, [control, key, &preferences](const QString &changed) {
            if (changed == key)
                control->setValue(preferences.text(key));
        });
    return control;
}

QComboBox *makePreferenceCombo(const Theme &theme, Preferences &preferences, const QString &key,
    const QList<std::pair<QString, QString>> &choices)
{
    auto *control = new QComboBox;
    control->setObjectName(key);
    control->setMinimumWidth(theme.px(160));
    for (const auto &[value, text] : choices)
        control->addItem(text, value);
    control->setCurrentIndex(control->findData(preferences.text(key)));
    QObject::connect(control, &QComboBox::activated, &preferences,
        [control, &preferences, key] { preferences.set(key, control->currentData().toString()); });
    QObject::connect(
        &preferences, &Preferences::changed, control, [control, key, &preferences](const QString &changed) {
            if (changed == key)
                control->setCurrentIndex(control->findData(preferences.text(key)));
        });
    return control;
}

void addPreferenceRow(SettingsSection &section, Preferences &preferences, const char *rawKey,
    const QString &label, const QString &explanation, QWidget *control)
{
    const QString key = QString::fromLatin1(rawKey);
    section.addRow(
        label, explanation, control, [&preferences, key] { preferences.reset(key); },
        [&preferences, key] { return preferences.isDefault(key); });
}

} // namespace signalbox
