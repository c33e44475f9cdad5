// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// CrmTable: what the cells look like.
#include "ui/analytics/crmtable.h"
#include "ui/analytics/crmwords.h"
#include "ui/analytics/frozenheader.h"
#include "ui/base/consolestyle.h"
#include "ui/inbox/chip.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStaticText>

#include <algorithm>

namespace signalbox {

namespace {

constexpr double DimmedOpacity = 0.45;
constexpr int GlyphPx = 14;
constexpr int GlyphGap = 6;
constexpr int MaxPictures = 4000; // some three screens of all columns

void paintBone(QPainter &painter, const Theme &theme, const QRect &cell, int seed)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(theme.isDark() ? ColorRole::Raised : ColorRole::Sunken));
    const int pad = theme.px(Spacing::M);
    const double width = (cell.width() - 2 * pad) * (0.4 + 0.12 * (seed % 5));
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    const double left = isMirrored ? cell.right() - pad - width : cell.left() + pad;
    painter.drawRoundedRect(QRectF(left, cell.center().y() - 4, width, 8), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

struct CrmTable::Picture
{
    QStaticText text; ///< cut to the column's width
    int width = 0;
    Label label;
    CrmLook look = CrmLook::Text;
    size_t font = 0;
    bool isNone = false;
    bool isSaving = false;
};

void CrmTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Surface));
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const int height = std::max(verticalHeader()->defaultSectionSize(), 1);
    const int top = verticalScrollBar()->value();
    const int first = std::clamp((top + event->rect().top()) / height, 0, rows - 1);
    const int last = std::clamp((top + event->rect().bottom()) / height, 0, rows - 1);
    const QRect scrolled = scrolledArea();
    QList<int> columns = m_head->visibleSections();
    const QList<int> frozen = columns.first(std::min<qsizetype>(m_head->frozenCount(), columns.size()));
    columns.removeIf([&](int column) {
        const int x = m_head->sectionViewportPosition(column);
        return frozen.contains(column) || x > scrolled.right()
            || x + m_head->sectionSize(column) <= scrolled.left();
    });
    painter.setClipRect(scrolled);
    paintColumns(painter, columns, first, last);
    painter.setClipping(false);
    paintColumns(painter, frozen, first, last);
    if (frozen.isEmpty())
        return;
    // Where the frozen ones end: a line, and a shadow as soon as something lies under them.
    const QRect all = viewport()->rect();
    const int edge = isRightToLeft() ? scrolled.right() + 1 : scrolled.left() - 1;
    painter.fillRect(QRect(edge, all.top(), 1, all.height()), m_theme.color(ColorRole::BorderStrong));
    if (horizontalScrollBar()->value() == 0)
        return;
    const int step = isRightToLeft() ? -1 : 1;
    for (int i = 1; i <= 4; ++i)
        painter.fillRect(QRect(edge + i * step, all.top(), 1, all.height()),
            QColor(0, 0, 0, (m_theme.isDark() ? 70 : 26) / i));
}

void CrmTable::paintColumns(QPainter &painter, const QList<int> &columns, int firstRow, int lastRow) const
{
    const int height = verticalHeader()->defaultSectionSize();
    for (const int column : columns) {
        const int x = m_head->sectionX(column);
        const int width = m_head->sectionSize(column);
        for (int row = firstRow; row <= lastRow; ++row)
            paintCell(painter, QRect(x, row * height - verticalScrollBar()->value(), width, height),
                m_model.index(row, column));
    }
}

void CrmTable::paintCell(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const bool isSelected = selectionModel()->isSelected(index);
    painter.fillRect(rect, m_theme.color(isSelected ? ColorRole::Selection : ColorRole::Surface));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(ColorRole::Border));
    const CrmRow *row = m_model.at(index.row());
    const int pad = m_theme.px(Spacing::M);
    if (!row) {
        paintBone(painter, m_theme, rect, index.row() * 3 + index.column());
    } else {
        const bool isDimmed = m_model.isOfOtherQuery();
        if (isDimmed)
            painter.setOpacity(DimmedOpacity);
        paintContent(painter, rect.adjusted(pad, 0, -pad, 0), index, *row);
        painter.setOpacity(1);
    }
    if (index == currentIndex() && hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(1, 1, -1, -2));
    }
}

void CrmTable::forgetPictures()
{
    m_pictures.clear();
}

const CrmTable::Picture &CrmTable::pictureOf(const QModelIndex &index, const CrmRow &row) const
{
    const quint64 key = quint64(index.row()) << 8 | quint64(index.column());
    if (const auto known = m_pictures.constFind(key); known != m_pictures.cend())
        return **known;
    if (m_pictures.size() > MaxPictures)
        m_pictures.clear();
    auto picture = std::make_shared<Picture>();
    picture->look = crmLook(index.column());
    picture->isSaving = m_model.data(index, CrmModel::SavingRole).toBool();
    QString text = m_model.data(index).toString().replace(QLatin1Char('\n'), QLatin1Char(' '));
    picture->isNone = text == QStringLiteral("—");
    if (picture->look == CrmLook::Label && !picture->isNone)
        picture->label
            = presentCrmLabel(picture->isSaving ? m_model.edits().overlaid(row) : row, index.column());
    picture->font = picture->isSaving ? 2 : m_head->isFrozen(index.column()) ? 1 : 0;
    const QFontMetrics metrics(m_fonts[picture->font]);
    int room = m_head->sectionSize(index.column()) - m_theme.px(2 * Spacing::M);
    room -= picture->label.glyph == IconName::None ? 0 : m_theme.px(GlyphPx + GlyphGap);
    room -= picture->isSaving ? m_theme.px(GlyphPx + GlyphGap) : 0;
    text = metrics.elidedText(text, Qt::ElideRight, room);
    picture->width = metrics.horizontalAdvance(text);
    picture->text.setTextFormat(Qt::PlainText);
    picture->text.setText(text);
    picture->text.prepare({}, m_fonts[picture->font]);
    return **m_pictures.insert(key, picture);
}

void CrmTable::paintContent(QPainter &painter, QRect inner, const QModelIndex &index, const CrmRow &row) const
{
    const Picture &picture = pictureOf(index, row);
    const bool isSelected = selectionModel()->isSelected(index);
    const int size = m_theme.px(GlyphPx);
    const int step = m_theme.px(GlyphPx + GlyphGap);
    const qreal ratio = painter.device()->devicePixelRatioF();
    const bool isMirrored = isRightToLeft();
    const auto square = [&](bool atStart, int side) {
        const bool isLeft = atStart != isMirrored;
        return QRect(isLeft ? inner.left() : inner.right() - side + 1,
            inner.top() + (inner.height() - side) / 2, side, side);
    };
    if (picture.isSaving) {
        painter.drawPixmap(square(false, size).topLeft(),
            iconPixmap(IconName::Clock, m_theme.color(ColorRole::Warn), size, ratio));
        inner.adjust(isMirrored ? step : 0, 0, isMirrored ? 0 : -step, 0);
    }
    if (picture.look == CrmLook::Score && row.leadScore)
        return paintScore(painter, m_theme, square(true, m_theme.px(20)), row.leadScore);
    if (picture.label.glyph != IconName::None) {
        painter.drawPixmap(square(true, size).topLeft(),
            iconPixmap(picture.label.glyph, m_theme.color(toneText(picture.label.tone)), size, ratio));
        inner.adjust(isMirrored ? 0 : step, 0, isMirrored ? -step : 0, 0);
    }
    const ColorRole quiet = isSelected ? ColorRole::Text2 : ColorRole::Text3;
    painter.setFont(m_fonts[picture.font]);
    painter.setPen(m_theme.color(picture.isNone ? quiet
            : picture.isSaving                  ? ColorRole::Text2
                                                : ColorRole::Text));
    const bool isAtLeft = picture.look != CrmLook::Number && !isMirrored; // units below units
    const int x = isAtLeft ? inner.left() : inner.right() - picture.width + 1;
    painter.drawStaticText(
        x, inner.top() + (inner.height() - QFontMetrics(m_fonts[picture.font]).height()) / 2, picture.text);
}

} // namespace signalbox
