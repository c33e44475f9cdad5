// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSettings>

#include <optional>
#include <span>

namespace signalbox {

namespace PreferenceKey {
constexpr char Theme[] = "appearance/theme";
constexpr char Density[] = "appearance/density";
constexpr char Zoom[] = "appearance/zoom";
constexpr char Motion[] = "appearance/motion";
constexpr char Language[] = "general/language";
constexpr char Restore[] = "general/restore";
constexpr char AfterReply[] = "inbox/afterReply";
constexpr char Notifications[] = "notifications/enabled";
constexpr char NotifyReplies[] = "notifications/replies";
constexpr char NotifyAssignments[] = "notifications/assignments";
constexpr char NotifyNewLeads[] = "notifications/newLeads";
constexpr char QuietHours[] = "notifications/quietHours";
constexpr char QuietFrom[] = "notifications/quietFrom";
constexpr char QuietTo[] = "notifications/quietTo";
constexpr char LiveNames[] = "live/names";
constexpr char CrmColumns[] = "analytics/crmColumns"; ///< the column layout in use
constexpr char CrmColumnSets[] = "analytics/crmColumnSets"; ///< saved layouts by name
constexpr char CrmSummary[] = "analytics/crmSummary"; ///< whether the figures stand above the table
} // namespace PreferenceKey

/// One setting a person can make: the table behind the settings page, its search and its resets.
struct Preference
{
    const char *key; ///< `group/name` in the file
    const char *fallback; ///< the default, as text
    QList<QString> (*choices)(); ///< what is accepted; null: checked by whoever reads it
};

/// The settings of this person on this computer, in `signalbox.conf`. No secrets (ux §6).
///
/// A value that is not among a setting's choices, from an older or a broken file, reads as its default.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    /// `path`: the ini file; it need not exist, and one that cannot be written only costs the memory.
    explicit Preferences(const QString &path, QObject *parent = nullptr);

    static std::span<const Preference> schema();

    QString text(const QString &key) const;
    int number(const QString &key) const;
    bool flag(const QString &key) const;
    void set(const QString &key, const QString &value);
    bool isDefault(const QString &key) const;
    void reset(const QString &key);

    /// Keys a person gave to commands, by command id; empty: none was changed.
    QHash<QString, QString> remappedKeys() const;
    void setRemappedKeys(const QString &command, const std::optional<QString> &keys);

Q_SIGNALS:
    void changed(const QString &key);

private:
    QSettings m_settings;
};

} // namespace signalbox
