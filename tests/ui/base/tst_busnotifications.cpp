// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/busnotifications.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Stands in for the desktop on a bus of its own.
class FakeDaemon final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint replaces = 0;
        QString title;
        QString text;
        QStringList actions;
    };

    QList<Shown> shown;
    QList<uint> closed;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
        const QStringList &actions, const QVariantMap &, int)
    {
        shown.append({replaces, title, text, actions});
        return replaces ? replaces : ++m_last;
    }
    void CloseNotification(uint id)
    {
        closed.append(id);
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 41;
};

/// Notifications over a real bus, which this test starts.
class tst_BusNotifications : public QObject
{
    Q_OBJECT

    QProcess m_bus;
    QString m_address;
    std::unique_ptr<FakeDaemon> m_daemon;
    std::unique_ptr<BusNotifications> m_notifications;

    QDBusConnection bus(const QString &name) const { return QDBusConnection::connectToBus(m_address, name); }

private Q_SLOTS:
    void initTestCase()
    {
        m_bus.start(
            u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
        QVERIFY2(m_bus.waitForStarted(), "dbus-daemon is missing (Debian package dbus-daemon)");
        QVERIFY(m_bus.waitForReadyRead(5000));
        m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
        QVERIFY(!m_address.isEmpty());
    }
    void cleanupTestCase()
    {
        m_bus.terminate();
        m_bus.waitForFinished();
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_daemon = std::make_unique<FakeDaemon>();
        QDBusConnection desktop = bus(u"desktop"_s);
        QVERIFY(desktop.registerObject(u"/org/freedesktop/Notifications"_s, m_daemon.get(),
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(desktop.registerService(u"org.freedesktop.Notifications"_s));
        m_notifications = std::make_unique<BusNotifications>(bus(u"console"_s));
    }
    void cleanup()
    {
        m_notifications.reset();
        QDBusConnection::disconnectFromBus(u"console"_s);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
    }

    void notice_isShownWithItsAction()
    {
        m_notifications->show(u"a"_s, {u"3 new replies"_s, u"Acme"_s, u"Open"_s});
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        QCOMPARE(m_daemon->shown.first().title, u"3 new replies"_s);
        QCOMPARE(m_daemon->shown.first().text, u"Acme"_s);
        QCOMPARE(
            m_daemon->shown.first().actions, QStringList({u"default"_s, u"Open"_s, u"open"_s, u"Open"_s}));
        QCOMPARE(m_daemon->shown.first().replaces, 0u);
    }

    void nextOfTheKey_takesItsPlace_alsoWhenTheIdIsNotKnownYet()
    {
        m_notifications->show(u"a"_s, {u"1"_s, {}, u"Open"_s});
        m_notifications->show(u"a"_s, {u"2"_s, {}, u"Open"_s});
        m_notifications->show(u"a"_s, {u"3"_s, {}, u"Open"_s});
        QTRY_COMPARE(m_daemon->shown.size(), 2);
        QCOMPARE(m_daemon->shown.last().title, u"3"_s);
        QCOMPARE(m_daemon->shown.last().replaces, 42u);
        m_notifications->show(u"b"_s, {u"4"_s, {}, u"Open"_s});
        QTRY_COMPARE(m_daemon->shown.size(), 3);
        QCOMPARE(m_daemon->shown.last().replaces, 0u);
    }

    void click_opensOurs_notAnothers()
    {
        QSignalSpy opened(m_notifications.get(), &DesktopNotifications::opened);
        m_notifications->show(u"a"_s, {u"1"_s, {}, u"Open"_s});
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        // The daemon's answer is on its way: the click after it is not lost.
        QTRY_VERIFY([&] {
            Q_EMIT m_daemon->ActionInvoked(7, u"default"_s);
            Q_EMIT m_daemon->ActionInvoked(42, u"default"_s);
            return !opened.isEmpty();
        }());
        QCOMPARE(opened.first().first().toString(), u"a"_s);
    }

    void closedByThePerson_isDismissed_byTimeIsNot()
    {
        QSignalSpy dismissed(m_notifications.get(), &DesktopNotifications::dismissed);
        m_notifications->show(u"a"_s, {u"1"_s, {}, u"Open"_s});
        m_notifications->show(u"b"_s, {u"1"_s, {}, u"Open"_s});
        QTRY_COMPARE(m_daemon->shown.size(), 2);
        QTest::qWait(50);
        Q_EMIT m_daemon->NotificationClosed(42, 1);
        Q_EMIT m_daemon->NotificationClosed(43, 2);
        QTRY_COMPARE(dismissed.size(), 1);
        QCOMPARE(dismissed.first().first().toString(), u"b"_s);
        m_notifications->show(u"a"_s, {u"2"_s, {}, u"Open"_s});
        QTRY_COMPARE(m_daemon->shown.size(), 3);
        QCOMPARE(m_daemon->shown.last().replaces, 0u); // the old one is gone
    }

    void withdrawn_isClosed_alsoBeforeItWasUp()
    {
        m_notifications->show(u"a"_s, {u"1"_s, {}, u"Open"_s});
        m_notifications->withdraw(u"a"_s);
        QTRY_COMPARE(m_daemon->closed, QList<uint>({42}));
        m_notifications->withdraw(u"a"_s);
        m_notifications->withdraw(u"unknown"_s);
        QTest::qWait(50);
        QCOMPARE(m_daemon->closed.size(), 1);
    }

    void withoutABus_orWithoutADesktop_itIsSilent()
    {
        BusNotifications noBus(QDBusConnection(u"never connected"_s));
        noBus.show(u"a"_s, {u"1"_s, {}, u"Open"_s});
        noBus.withdraw(u"a"_s);
        bus(u"desktop"_s).unregisterService(u"org.freedesktop.Notifications"_s);
        m_notifications->show(u"a"_s, {u"1"_s, {}, u"Open"_s});
        QTest::qWait(100);
        QCOMPARE(m_daemon->shown.size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_BusNotifications)
#include "tst_busnotifications.moc"
