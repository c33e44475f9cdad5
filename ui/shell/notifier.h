// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shell/notificationrules.h"
#include "ui/base/desktopnotifications.h"
#include "ui/shell/deeplink.h"

#include <QTimer>

#include <functional>

namespace signalbox {

class Preferences;
class Session;

/// Quiet desktop notifications from the live feed (ux §10 L12): the rules decide, this says it and opens what
/// was clicked.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    struct Services
    {
        RealtimeFeed &feed;
        Session &session;
        Preferences &preferences;
        DesktopNotifications &desktop;
        const Clock &clock;
    };

    /// `isLooking`: the window is active and shows the inbox.
    Notifier(const Services &services, std::function<bool()> isLooking, QObject *parent = nullptr);

    /// Something about the window changed: if the person looks now, everything has been seen.
    void look();

Q_SIGNALS:
    /// A notification was clicked: bring the window up and go there.
    void placeRequested(const signalbox::Place &place);

private:
    void readSettings();
    void onLeads(const QList<LeadEvent> &events);
    void show(const QList<Notice> &notices);
    void schedule();

    Services m_services;
    std::function<bool()> m_isLooking;
    NotificationRules m_rules;
    QHash<QString, Notice> m_shown;
    QTimer m_due;
};

} // namespace signalbox
