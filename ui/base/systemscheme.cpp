// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Portal = "org.freedesktop.portal.Desktop"_L1;
constexpr auto PortalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto SettingsInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto Group = "org.freedesktop.appearance"_L1;
constexpr auto Key = "color-scheme"_L1;

/// Read answers a variant in a variant, SettingChanged a variant.
uint unpack(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

ColorScheme schemeOfPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? ColorScheme::Dark : ColorScheme::Light;
}

SystemScheme::SystemScheme(Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    m_theme.setSystemScheme(schemeOfPalette(QGuiApplication::palette()));
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(Portal, PortalPath, SettingsInterface, u"SettingChanged"_s, this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    read();
}

void SystemScheme::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == Group && key == Key)
        take(unpack(value.variant()));
}

void SystemScheme::read()
{
    QDBusMessage call = QDBusMessage::createMethodCall(Portal, PortalPath, SettingsInterface, u"Read"_s);
    call << QString(Group) << QString(Key);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid())
            take(unpack(reply.value().variant()));
    });
}

void SystemScheme::take(uint preference)
{
    // 0: no preference, 1: dark, 2: light.
    m_theme.setSystemScheme(preference == 1 ? ColorScheme::Dark : ColorScheme::Light);
}

} // namespace signalbox
