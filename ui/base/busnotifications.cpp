// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/busnotifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Service = "org.freedesktop.Notifications"_L1;
constexpr auto Path = "/org/freedesktop/Notifications"_L1;
constexpr auto Interface = "org.freedesktop.Notifications"_L1;
constexpr int AnswerWithinMs = 5000;
constexpr int ExpiresByItself = -1;
constexpr uint ByThePerson = 2; // a reason of NotificationClosed

} // namespace

BusNotifications::BusNotifications(const QDBusConnection &bus, QObject *parent)
    : DesktopNotifications(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(Service, Path, Interface, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(Service, Path, Interface, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
}

void BusNotifications::show(const QString &key, const DesktopNotice &notice)
{
    if (!m_bus.isConnected())
        return;
    m_unwanted.remove(key);
    if (m_sending.contains(key))
        m_next.insert(key, notice);
    else
        send(key, notice);
}

void BusNotifications::send(const QString &key, const DesktopNotice &notice)
{
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Interface, u"Notify"_s);
    const QVariantMap hints {{u"desktop-entry"_s, u"signalbox"_s}, {u"category"_s, u"im.received"_s},
        {u"urgency"_s, QVariant::fromValue(uchar(1))}, {u"suppress-sound"_s, true}};
    call << u"Signalbox"_s << m_ids.value(key, 0) << u"signalbox"_s << notice.title << notice.text
         << QStringList {u"default"_s, notice.action, u"open"_s, notice.action} << hints << ExpiresByItself;
    m_sending.insert(key);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, AnswerWithinMs), this);
    connect(
        watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *finished) {
            finished->deleteLater();
            m_sending.remove(key);
            const QDBusPendingReply<uint> id = *finished;
            if (id.isValid())
                m_ids.insert(key, id.value());
            if (m_unwanted.remove(key)) {
                m_next.remove(key);
                withdraw(key);
            } else if (m_next.contains(key)) {
                send(key, m_next.take(key));
            }
        });
}

void BusNotifications::withdraw(const QString &key)
{
    if (m_sending.contains(key))
        m_unwanted.insert(key);
    const uint id = m_ids.take(key);
    if (id == 0)
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Interface, u"CloseNotification"_s);
    call << id;
    m_bus.send(call);
}

void BusNotifications::onActionInvoked(uint id, const QString &)
{
    // Ours or another program's: the signal goes to everybody.
    const QString key = m_ids.key(id);
    if (!key.isEmpty())
        Q_EMIT opened(key);
}

void BusNotifications::onClosed(uint id, uint reason)
{
    const QString key = m_ids.key(id);
    if (key.isEmpty())
        return;
    m_ids.remove(key);
    if (reason == ByThePerson)
        Q_EMIT dismissed(key);
}

} // namespace signalbox
