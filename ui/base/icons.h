// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QIcon>
#include <QPixmap>

namespace signalbox {

/// Our own icons (resources/icons, a 1.5 px stroke on a 20 px grid).
enum class IconName
{
    None,
    Inbox,
    Analytics,
    Live,
    Rollout,
    Jobs,
    Triage,
    Flags,
    Settings,
    Search,
    ChevronDown,
    ChevronRight,
    Back,
    Forward,
    Refresh,
    Person,
    People,
    Bell,
    Close,
    Check,
    Copy,
    Link,
    Alert,
    Info,
    Offline,
    Lock,
    Mail,
    Sms,
    LinkedIn,
    Clock,
    Moon,
    Sun,
    Star,
    Attention,
    Draft,
    Sparkle,
    Filter,
    Sort,
    Attachment,
    Image,
    Quote,
    External,
    Calendar,
    Phone,
    Question,
    Minus,
    Blocked,
    Reply,
    Keyboard,
    Globe,
    Palette,
    Trash,
    Plus,
    Undo,
    SignOut,
    Key,
};

/// One icon in a colour, sharp at the device's ratio; cached by name, colour, size and ratio.
QPixmap iconPixmap(IconName name, const QColor &color, int size, qreal devicePixelRatio);

/// An icon for stock widgets: `role` for its normal state, BorderStrong for disabled. Ask again when the
/// theme changes.
QIcon themedIcon(const Theme &theme, IconName name, ColorRole role = ColorRole::Text2);

/// File name of an icon without folder and suffix; empty for None. Public for the test that draws every one.
QString iconFileName(IconName name);

} // namespace signalbox
