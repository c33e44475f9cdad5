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

#include <algorithm>

namespace signalbox {

namespace {

constexpr double DimmedOpacity = 0.45;

void paintBone(QPainter &painter, const Theme &theme, const QRect &cell, int seed)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(theme.isDark() ? ColorRole::Raised : ColorRole::Sunken));
    const int pad = theme.px(Spacing::M);
    const double width = (cell.width() - 2 * pad) * (0.4 + 0.12 * (seed % 5));
    painter.drawRoundedRect(QRectF(cell.left() + pad, cell.center().y() - 4, width, 8), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

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

void CrmTable::paintContent(QPainter &painter, QRect inner, const QModelIndex &index, const CrmRow &row) const
{
    const CrmLook look = crmLook(index.column());
    const QString text = m_model.data(index).toString();
    const bool isSaving = m_model.data(index, CrmModel::SavingRole).toBool();
    const bool isNone = text == QStringLiteral("—");
    const bool isSelected = selectionModel()->isSelected(index);
    const int size = m_theme.px(14);
    const qreal ratio = painter.device()->devicePixelRatioF();
    const auto atStart = [&](int width) { // takes room at the side where one begins to read
        const QRect place(isRightToLeft() ? inner.right() - width + 1 : inner.left(),
            inner.top() + (inner.height() - width) / 2, width, width);
        const int used = width + m_theme.px(6);
        inner = isRightToLeft() ? inner.adjusted(0, 0, -used, 0) : inner.adjusted(used, 0, 0, 0);
        return place;
    };
    if (isSaving) {
        const QRect place(isRightToLeft() ? inner.left() : inner.right() - size,
            inner.top() + (inner.height() - size) / 2, size, size);
        painter.drawPixmap(
            place.topLeft(), iconPixmap(IconName::Clock, m_theme.color(ColorRole::Warn), size, ratio));
        inner = isRightToLeft() ? inner.adjusted(size + 4, 0, 0, 0) : inner.adjusted(0, 0, -size - 4, 0);
    }
    if (look == CrmLook::Score && row.leadScore) {
        const QRect place = atStart(m_theme.px(20));
        return paintScore(painter, m_theme, place, row.leadScore);
    }
    if (look == CrmLook::Label && !isNone) {
        const Label label = presentCrmLabel(isSaving ? m_model.edits().overlaid(row) : row, index.column());
        if (label.glyph != IconName::None)
            painter.drawPixmap(atStart(size).topLeft(),
                iconPixmap(label.glyph, m_theme.color(toneText(label.tone)), size, ratio));
    }
    QFont font
        = m_theme.font(TextStyle::Body, m_head->isFrozen(index.column()) ? QFont::Medium : QFont::Normal);
    font.setItalic(isSaving);
    painter.setFont(font);
    const ColorRole quiet = isSelected ? ColorRole::Text2 : ColorRole::Text3;
    painter.setPen(m_theme.color(isNone ? quiet : isSaving ? ColorRole::Text2 : ColorRole::Text));
    const bool isNumber = look == CrmLook::Number;
    const Qt::Alignment align = QStyle::visualAlignment(
        layoutDirection(), Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    QString line = text;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    painter.drawText(inner, int(align) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(line, Qt::ElideRight, inner.width()));
}

} // namespace signalbox
