// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>

namespace signalbox {

using namespace Qt::StringLiterals;

bool hasTabularDigits(const QFont &font)
{
    QFont large(font);
    large.setPixelSize(100);
    const QFontMetricsF metrics(large);
    const qreal zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (!qFuzzyCompare(metrics.horizontalAdvance(digit), zero))
            return false;
    }
    return zero > 0;
}

QString interfaceFontFamily()
{
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // DejaVu is what a desktop without any choice of fonts falls back to: its digits are fine, its text is
    // wide and dated.
    const bool isFallback = system.family().startsWith("DejaVu"_L1) || system.family().startsWith("Sans"_L1);
    if (!isFallback && hasTabularDigits(system))
        return system.family();
    for (const QString &family :
        {u"Roboto"_s, u"Noto Sans"_s, u"Open Sans"_s, u"Liberation Sans"_s, u"DejaVu Sans"_s}) {
        if (QFontDatabase::hasFamily(family) && hasTabularDigits(QFont(family)))
            return family;
    }
    return system.family();
}

} // namespace signalbox
