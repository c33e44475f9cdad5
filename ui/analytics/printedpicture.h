// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

class QPainter;

namespace signalbox {

/// Something on the page that can also be drawn elsewhere: into a PNG, an SVG or a PDF, in either scheme.
class PrintedPicture
{
public:
    virtual ~PrintedPicture() = default;

    /// In device-independent pixels, as it stands on the screen.
    virtual QSize pictureSize() const = 0;
    /// Draws itself into `area`, without its ground.
    virtual void paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const = 0;
};

/// Writes a picture in the current scheme, on its ground: PNG at twice its size or SVG, by the file's suffix.
/// False: the file could not be written.
bool savePicture(const PrintedPicture &picture, const QString &path, ColorScheme scheme);

} // namespace signalbox
