// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notificationsettings.h"

#include "ui/base/presenter.h"
#include "ui/shell/preferencecontrols.h"
#include "ui/shell/preferences.h"

#include <QComboBox>
#include <QRegularExpression>

namespace signalbox {

using namespace Qt::StringLiterals;

NotificationSettings::NotificationSettings(const Theme &theme, Preferences &preferences, QWidget *parent)
    : SettingsSection(theme, u"notifications"_s, tr("Notifications"), parent)
    , m_theme(theme)
    , m_preferences(preferences)
{
    addSwitch(PreferenceKey::Notifications, tr("Desktop notifications"),
        tr("Figures only, without names or texts. Never while you look at the inbox, at most one each 30 "
           "s."));
    addSwitch(PreferenceKey::NotifyReplies, tr("New replies"), tr("Somebody wrote to the workspace."));
    addSwitch(PreferenceKey::NotifyAssignments, tr("Assigned to you"), tr("A lead became yours."));
    addSwitch(PreferenceKey::NotifyNewLeads, tr("New leads"), tr("A lead came in, before it wrote."));
    addSwitch(PreferenceKey::QuietHours, tr("Quiet hours"),
        tr("Nothing is shown, and nothing is made up for later."));
    addHour(PreferenceKey::QuietFrom, tr("Quiet from"));
    addHour(PreferenceKey::QuietTo, tr("Quiet until"));
    connect(&preferences, &Preferences::changed, this, &NotificationSettings::enableRows);
    connect(&preferences, &Preferences::changed, this, &SettingsSection::refreshResets);
    enableRows();
}

void NotificationSettings::addSwitch(const char *key, const QString &label, const QString &explanation)
{
    QWidget *control = makePreferenceSegments(
        m_theme, m_preferences, QString::fromLatin1(key), {{u"on"_s, tr("On")}, {u"off"_s, tr("Off")}});
    if (!m_categories.isEmpty() || key != PreferenceKey::Notifications)
        m_categories.append(control);
    addPreferenceRow(*this, m_preferences, key, label, explanation, control);
}

void NotificationSettings::addHour(const char *key, const QString &label)
{
    // Some locales, C among them, write seconds even in the short form.
    static const QRegularExpression seconds(u"[:.]?ss"_s);
    const QString format = QLocale().timeFormat(QLocale::ShortFormat).remove(seconds);
    QList<std::pair<QString, QString>> hours;
    for (int hour = 0; hour < 24; ++hour) {
        const QTime time(hour, 0);
        hours.append({time.toString(u"HH:mm"_s), QLocale().toString(time, format)});
    }
    QWidget *control = makePreferenceCombo(m_theme, m_preferences, QString::fromLatin1(key), hours);
    m_hours.append(control);
    addPreferenceRow(*this, m_preferences, key, label, {}, control);
}

void NotificationSettings::enableRows()
{
    const bool isOn = m_preferences.flag(QString::fromLatin1(PreferenceKey::Notifications));
    const bool isQuiet = m_preferences.flag(QString::fromLatin1(PreferenceKey::QuietHours));
    for (QWidget *control : std::as_const(m_categories))
        control->setEnabled(isOn);
    for (QWidget *control : std::as_const(m_hours))
        control->setEnabled(isOn && isQuiet);
}

} // namespace signalbox
