// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QObject>

class QDBusVariant;

namespace signalbox {

/// Follows the desktop's light or dark preference through the Settings portal (org.freedesktop.appearance
/// color-scheme). Without a bus or a portal the palette the program started with decides, once.
class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    /// Asks in the background and tells `theme`, now and on every change.
    explicit SystemScheme(Theme &theme, QObject *parent = nullptr);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void read();
    void take(uint preference);

    Theme &m_theme;
};

/// By how bright the ground of a palette is.
ColorScheme schemeOfPalette(const QPalette &palette);

} // namespace signalbox
