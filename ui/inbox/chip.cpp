// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/chip.h"

#include <QRegularExpression>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int GlyphSize = 12;

QFont chipFont(const Theme &theme)
{
    QFont font = theme.font(TextStyle::Caption, QFont::Medium);
    font.setPixelSize(theme.px(11));
    return font;
}

} // namespace

int chipHeight(const Theme &theme)
{
    return theme.px(16);
}

int chipWidth(const Theme &theme, const Label &label, bool hasText)
{
    int width = theme.px(2 * Spacing::Xs);
    if (label.glyph != IconName::None)
        width += theme.px(GlyphSize);
    if (hasText)
        width += QFontMetrics(chipFont(theme)).horizontalAdvance(label.text)
            + (label.glyph == IconName::None ? 0 : theme.px(Spacing::Xs));
    return width;
}

void paintChip(QPainter &painter, const Theme &theme, const QRect &rect, const Label &label, bool hasText)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(toneGround(label.tone)));
    painter.drawRoundedRect(rect, theme.px(Spacing::Xs), theme.px(Spacing::Xs));
    const QColor ink = theme.color(toneText(label.tone));
    QRect inner = rect.adjusted(theme.px(Spacing::Xs), 0, -theme.px(Spacing::Xs), 0);
    if (label.glyph != IconName::None) {
        const int size = theme.px(GlyphSize);
        painter.drawPixmap(inner.left(), rect.top() + (rect.height() - size) / 2,
            iconPixmap(label.glyph, ink, size, painter.device()->devicePixelRatioF()));
        inner.setLeft(inner.left() + size + theme.px(Spacing::Xs));
    }
    if (hasText) {
        painter.setFont(chipFont(theme));
        painter.setPen(ink);
        painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, label.text);
    }
    painter.restore();
}

void paintScore(QPainter &painter, const Theme &theme, const QRect &rect, std::optional<int> score)
{
    const Label label = presentScore(score);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(toneGround(label.tone)));
    painter.drawRoundedRect(rect, theme.px(Spacing::Xs), theme.px(Spacing::Xs));
    QFont font = chipFont(theme);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(theme.color(toneText(label.tone)));
    painter.drawText(rect, Qt::AlignCenter, label.text);
    painter.restore();
}

QString initialsOf(const QString &email)
{
    static const QRegularExpression separators(u"[._+-]+"_s);
    const QStringList parts = email.section(u'@', 0, 0).split(separators, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    QString initials = parts.first().left(1);
    initials += parts.size() > 1 ? parts.last().left(1) : parts.first().mid(1, 1);
    return initials.toUpper();
}

} // namespace signalbox
