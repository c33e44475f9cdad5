// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <optional>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QList<QString> themes()
{
    return {u"system"_s, u"light"_s, u"dark"_s};
}
QList<QString> densities()
{
    return {u"comfortable"_s, u"compact"_s};
}
QList<QString> zooms()
{
    return {u"80"_s, u"90"_s, u"100"_s, u"110"_s, u"125"_s, u"150"_s, u"175"_s, u"200"_s};
}
QList<QString> switches()
{
    return {u"on"_s, u"off"_s};
}
QList<QString> afterReplies()
{
    return {u"next"_s, u"stay"_s, u"list"_s};
}
QList<QString> languages()
{
    return {u"system"_s, u"en"_s, u"de"_s, u"ar"_s};
}

QList<QString> hours()
{
    QList<QString> list;
    for (int hour = 0; hour < 24; ++hour)
        list.append(u"%1:00"_s.arg(hour, 2, 10, QLatin1Char('0')));
    return list;
}
QList<QString> names()
{
    return {u"shown"_s, u"masked"_s};
}

constexpr std::array Schema {
    Preference {PreferenceKey::Theme, "system", themes},
    Preference {PreferenceKey::Density, "comfortable", densities},
    Preference {PreferenceKey::Zoom, "100", zooms},
    Preference {PreferenceKey::Motion, "on", switches},
    Preference {PreferenceKey::Language, "system", languages},
    Preference {PreferenceKey::Restore, "on", switches},
    Preference {PreferenceKey::AfterReply, "next", afterReplies},
    Preference {PreferenceKey::Notifications, "on", switches},
    Preference {PreferenceKey::NotifyReplies, "on", switches},
    Preference {PreferenceKey::NotifyAssignments, "on", switches},
    Preference {PreferenceKey::NotifyNewLeads, "off", switches},
    Preference {PreferenceKey::QuietHours, "off", switches},
    Preference {PreferenceKey::QuietFrom, "22:00", hours},
    Preference {PreferenceKey::QuietTo, "07:00", hours},
    Preference {PreferenceKey::LiveNames, "shown", names},
    Preference {PreferenceKey::CrmColumns, "", nullptr},
    Preference {PreferenceKey::CrmColumnSets, "", nullptr},
    Preference {PreferenceKey::CrmSummary, "on", switches},
};

const Preference *find(const QString &key)
{
    const auto found
        = std::ranges::find_if(Schema, [&](const Preference &p) { return key == QLatin1StringView(p.key); });
    return found == Schema.end() ? nullptr : &*found;
}

constexpr auto KeyGroup = "keyboard/"_L1;

} // namespace

Preferences::Preferences(const QString &path, QObject *parent)
    : QObject(parent)
    , m_settings(path, QSettings::IniFormat)
{ }

std::span<const Preference> Preferences::schema()
{
    return Schema;
}

QString Preferences::text(const QString &key) const
{
    const Preference *preference = find(key);
    Q_ASSERT_X(preference, "Preferences", "a setting that is not in the schema");
    const QString fallback = QString::fromLatin1(preference->fallback);
    const QString value = m_settings.value(key, fallback).toString();
    return !preference->choices || preference->choices().contains(value) ? value : fallback;
}

int Preferences::number(const QString &key) const
{
    return text(key).toInt();
}

bool Preferences::flag(const QString &key) const
{
    return text(key) == "on"_L1;
}

void Preferences::set(const QString &key, const QString &value)
{
    if (text(key) == value)
        return;
    m_settings.setValue(key, value);
    Q_EMIT changed(key);
}

bool Preferences::isDefault(const QString &key) const
{
    const Preference *preference = find(key);
    return preference && text(key) == QLatin1StringView(preference->fallback);
}

void Preferences::reset(const QString &key)
{
    const QString before = text(key);
    m_settings.remove(key);
    if (text(key) != before)
        Q_EMIT changed(key);
}

QHash<QString, QString> Preferences::remappedKeys() const
{
    QHash<QString, QString> keys;
    const QStringList all = m_settings.allKeys();
    for (const QString &key : all) {
        if (key.startsWith(KeyGroup))
            keys.insert(key.mid(KeyGroup.size()), m_settings.value(key).toString());
    }
    return keys;
}

void Preferences::setRemappedKeys(const QString &command, const std::optional<QString> &keys)
{
    const QString key = KeyGroup + command;
    if (keys)
        m_settings.setValue(key, *keys);
    else
        m_settings.remove(key);
}

} // namespace signalbox
