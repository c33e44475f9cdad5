// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/printedpicture.h"

#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

void paintOnGround(const PrintedPicture &picture, QPaintDevice &device, const QRect &area, ColorScheme scheme)
{
    constexpr int Margin = Spacing::L;
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, themeColor(scheme, ColorRole::Surface));
    picture.paintPicture(painter, area.adjusted(Margin, Margin, -Margin, -Margin), scheme);
}

} // namespace

bool savePicture(const PrintedPicture &picture, const QString &path, ColorScheme scheme)
{
    const QRect area(QPoint(0, 0), picture.pictureSize() + QSize(2 * Spacing::L, 2 * Spacing::L));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    if (path.endsWith(".svg"_L1, Qt::CaseInsensitive)) {
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(area.size());
        generator.setViewBox(area);
        paintOnGround(picture, generator, area, scheme);
    } else {
        QImage image(area.size() * 2, QImage::Format_RGB32);
        image.setDevicePixelRatio(2);
        paintOnGround(picture, image, area, scheme);
        if (!image.save(&file, "PNG"))
            return false;
    }
    return file.commit();
}

} // namespace signalbox
