// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/icons.h"

#include <QIcon>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace signalbox {

using namespace Qt::StringLiterals;

QString iconFileName(IconName name)
{
    switch (name) {
    case IconName::None:
        return {};
    case IconName::Inbox:
        return u"inbox"_s;
    case IconName::Analytics:
        return u"analytics"_s;
    case IconName::Live:
        return u"live"_s;
    case IconName::Rollout:
        return u"rollout"_s;
    case IconName::Jobs:
        return u"jobs"_s;
    case IconName::Triage:
        return u"triage"_s;
    case IconName::Flags:
        return u"flags"_s;
    case IconName::Settings:
        return u"settings"_s;
    case IconName::Search:
        return u"search"_s;
    case IconName::ChevronDown:
        return u"chevron-down"_s;
    case IconName::ChevronRight:
        return u"chevron-right"_s;
    case IconName::Back:
        return u"back"_s;
    case IconName::Forward:
        return u"forward"_s;
    case IconName::Refresh:
        return u"refresh"_s;
    case IconName::Person:
        return u"person"_s;
    case IconName::People:
        return u"people"_s;
    case IconName::Bell:
        return u"bell"_s;
    case IconName::Close:
        return u"close"_s;
    case IconName::Check:
        return u"check"_s;
    case IconName::Copy:
        return u"copy"_s;
    case IconName::Link:
        return u"link"_s;
    case IconName::Alert:
        return u"alert"_s;
    case IconName::Info:
        return u"info"_s;
    case IconName::Offline:
        return u"offline"_s;
    case IconName::Lock:
        return u"lock"_s;
    case IconName::Mail:
        return u"mail"_s;
    case IconName::Sms:
        return u"sms"_s;
    case IconName::LinkedIn:
        return u"linkedin"_s;
    case IconName::Clock:
        return u"clock"_s;
    case IconName::Moon:
        return u"moon"_s;
    case IconName::Sun:
        return u"sun"_s;
    case IconName::Star:
        return u"star"_s;
    case IconName::Attention:
        return u"attention"_s;
    case IconName::Draft:
        return u"draft"_s;
    case IconName::Sparkle:
        return u"sparkle"_s;
    case IconName::Filter:
        return u"filter"_s;
    case IconName::Sort:
        return u"sort"_s;
    case IconName::Attachment:
        return u"attachment"_s;
    case IconName::Image:
        return u"image"_s;
    case IconName::Quote:
        return u"quote"_s;
    case IconName::External:
        return u"external"_s;
    case IconName::Calendar:
        return u"calendar"_s;
    case IconName::Phone:
        return u"phone"_s;
    case IconName::Question:
        return u"question"_s;
    case IconName::Minus:
        return u"minus"_s;
    case IconName::Blocked:
        return u"blocked"_s;
    case IconName::Reply:
        return u"reply"_s;
    case IconName::Keyboard:
        return u"keyboard"_s;
    case IconName::Globe:
        return u"globe"_s;
    case IconName::Palette:
        return u"palette"_s;
    case IconName::Trash:
        return u"trash"_s;
    case IconName::Plus:
        return u"plus"_s;
    case IconName::Undo:
        return u"undo"_s;
    case IconName::SignOut:
        return u"sign-out"_s;
    case IconName::Key:
        return u"key"_s;
    }
    return {};
}

QPixmap iconPixmap(IconName name, const QColor &color, int size, qreal devicePixelRatio)
{
    if (name == IconName::None || size <= 0)
        return {};
    const QString key = u"signalbox-icon/%1/%2/%3/%4"_s.arg(int(name))
                            .arg(color.rgba(), 0, 16)
                            .arg(size)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = qRound(size * devicePixelRatio);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(u":/icons/%1.svg"_s.arg(iconFileName(name)));
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    // The files are black strokes: keep their coverage, put the colour in.
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon themedIcon(const Theme &theme, IconName name, ColorRole role)
{
    QIcon icon;
    for (const int size : {16, 20, 24}) {
        for (const qreal ratio : {1.0, 2.0}) {
            icon.addPixmap(iconPixmap(name, theme.color(role), theme.px(size), ratio));
            icon.addPixmap(iconPixmap(name, theme.color(ColorRole::BorderStrong), theme.px(size), ratio),
                QIcon::Disabled);
        }
    }
    return icon;
}

} // namespace signalbox
