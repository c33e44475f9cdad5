// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/safedocument.h"

#include <QBuffer>
#include <QImageReader>
#include <QUrl>

namespace signalbox {

using namespace Qt::StringLiterals;

void SafeDocument::addInlineImage(const QString &contentId, const QByteArray &bytes)
{
    m_images.insert(contentId, bytes);
    markContentsDirty(0, characterCount());
}

QVariant SafeDocument::loadResource(int type, const QUrl &name)
{
    // Not the base class's: it reads files and asks the parent. What is not here is an empty pixel.
    QImage nothing(1, 1, QImage::Format_ARGB32);
    nothing.fill(Qt::transparent);
    if (type != ImageResource)
        return QByteArray();
    const auto found = m_images.constFind(name.path());
    if (name.scheme() != u"cid"_s || found == m_images.constEnd())
        return nothing;
    constexpr int MaxSide = 1200;
    QByteArray bytes = *found;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > 40'000'000)
        return nothing; // a small file that unpacks to gigabytes
    if (size.width() > MaxSide || size.height() > MaxSide)
        reader.setScaledSize(size.scaled(MaxSide, MaxSide, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    return image.isNull() ? nothing : image;
}

} // namespace signalbox
