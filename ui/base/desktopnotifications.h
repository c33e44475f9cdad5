// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace signalbox {

/// What stands in a desktop notification. No names and no texts of leads: it is shown over locked screens.
struct DesktopNotice
{
    QString title;
    QString text;
    QString action; ///< caption of its button; a click on it, or on the notification, opens
};

/// The desktop's notifications: D-Bus in the console, a fake in tests.
class DesktopNotifications : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~DesktopNotifications() override;

    /// Shows a notice; one of the same key that is still up is replaced in its place. Silent where there is
    /// no service for it.
    virtual void show(const QString &key, const DesktopNotice &notice) = 0;
    virtual void withdraw(const QString &key) = 0;

Q_SIGNALS:
    void opened(const QString &key);
    void dismissed(const QString &key); ///< by the person, not by time
};

} // namespace signalbox
