// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/realtime/realtimefeed.h"

#include <QHash>
#include <QSet>
#include <QTime>
#include <QTimeZone>

#include <bitset>
#include <map>

namespace signalbox {

/// What a desktop notification can be about.
enum class NoticeCategory
{
    Replies, ///< somebody wrote
    Assignments, ///< a lead was given to this person
    NewLeads
};
inline constexpr int NoticeCategoryCount = 3;

/// What a person wants to be told. Quiet hours are of the computer's day and may pass midnight.
struct NoticeSettings
{
    bool isOn = true;
    std::bitset<NoticeCategoryCount> categories = 0b011; ///< by NoticeCategory
    bool hasQuietHours = false;
    QTime quietFrom {22, 0};
    QTime quietTo {7, 0};

    bool operator==(const NoticeSettings &) const = default;
};

/// One notification: it takes the place of the one before of its workspace and category.
struct Notice
{
    WorkspaceId workspace;
    NoticeCategory category = NoticeCategory::Replies;
    int count = 0; ///< leads since the person last looked
    LeadId lead; ///< the only one; null if there are several

    bool operator==(const Notice &) const = default;
};

/// When to speak (ux §10 L12): never for catching up, never while the person looks at the page, one a
/// workspace and category in 30 s, nothing in quiet hours. Knows no desktop and no timer.
class NotificationRules
{
public:
    static constexpr std::chrono::seconds Pause {30};

    NotificationRules(const Clock &clock, const QTimeZone &zone);

    void setSettings(const NoticeSettings &settings);
    /// What is to be shown now of these events; the rest waits for due(). `me` is who is signed in.
    QList<Notice> take(WorkspaceId workspace, const QList<LeadEvent> &events, UserId me, bool isLooking);
    /// What had to wait and may be shown now.
    QList<Notice> due();
    /// How long until something that waits may be shown; none: nothing waits.
    std::optional<std::chrono::microseconds> nextDue() const;
    /// The person has seen what there is, or does not want to: counting begins anew.
    void seen();
    void seen(WorkspaceId workspace, NoticeCategory category);

private:
    struct Key
    {
        WorkspaceId workspace;
        NoticeCategory category;

        friend bool operator<(const Key &a, const Key &b)
        {
            return a.category != b.category ? a.category < b.category : a.workspace < b.workspace;
        }
    };
    struct Waiting
    {
        QSet<LeadId> leads; ///< since the person last looked
        bool isShown = true; ///< all of them
        std::optional<std::chrono::microseconds> shownAt;
    };

    bool isQuiet() const;
    std::optional<NoticeCategory> categoryOf(const LeadEvent &event, UserId me);
    Notice noticeOf(const Key &key, const Waiting &waiting) const;
    void remember(const LeadEvent &event);

    const Clock &m_clock;
    QTimeZone m_zone;
    NoticeSettings m_settings;
    std::map<Key, Waiting> m_waiting;
    QHash<LeadId, Instant> m_lastInbound; ///< the newest message that was told or seen
    QHash<LeadId, std::optional<UserId>> m_assignees;
};

} // namespace signalbox
