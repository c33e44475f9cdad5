// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktopnotifications.h"

#include <QDBusConnection>
#include <QHash>
#include <QSet>

namespace signalbox {

/// org.freedesktop.Notifications on a bus. Nothing waits for it: calls are answered later or never, and
/// without a bus or a service every notice is dropped without a word.
class BusNotifications final : public DesktopNotifications
{
    Q_OBJECT

public:
    explicit BusNotifications(
        const QDBusConnection &bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

    void show(const QString &key, const DesktopNotice &notice) override;
    void withdraw(const QString &key) override;

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    void send(const QString &key, const DesktopNotice &notice);

    QDBusConnection m_bus;
    QHash<QString, uint> m_ids; ///< what is up
    QHash<QString, DesktopNotice> m_next; ///< waits until the id of the one before is known
    QSet<QString> m_sending;
    QSet<QString> m_unwanted; ///< withdrawn before its id was known
};

} // namespace signalbox
