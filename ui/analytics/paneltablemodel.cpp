// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/paneltablemodel.h"

#include <QPainter>

namespace signalbox {

void PanelTable::Rows::setColumns(const QList<PanelColumn> &wanted)
{
    beginResetModel();
    columns = wanted;
    rows.clear();
    endResetModel();
}

void PanelTable::Rows::setRows(const QList<QList<PanelCell>> &wanted)
{
    // The same number of rows is a change of cells: selection and scroll position stay.
    if (wanted.size() == rows.size()) {
        rows = wanted;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, int(columns.size()) - 1));
        return;
    }
    beginResetModel();
    rows = wanted;
    endResetModel();
}

QVariant PanelTable::Rows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.column() >= rows.at(index.row()).size())
        return {};
    const PanelCell &cell = rows.at(index.row()).at(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.tooltip.isEmpty() ? QVariant() : cell.tooltip;
    case Qt::TextAlignmentRole:
        return QVariant(alignment(index.column()));
    case PanelRole::SortKey:
        return cell.sortKey;
    case PanelRole::Tone:
        return cell.tone ? QVariant(int(*cell.tone)) : QVariant();
    case PanelRole::Share:
        return cell.share ? QVariant(*cell.share) : QVariant();
    case PanelRole::IsTotal:
        return index.row() >= rows.size() - totalRows;
    default:
        return {};
    }
}

QVariant PanelTable::Rows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columns.size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return columns.at(section).title;
    case Qt::ToolTipRole:
        return columns.at(section).definition;
    case Qt::TextAlignmentRole:
        return QVariant(alignment(section));
    default:
        return {};
    }
}

bool PanelTable::Order::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool isLeftTotal = left.data(PanelRole::IsTotal).toBool();
    const bool isRightTotal = right.data(PanelRole::IsTotal).toBool();
    if (isLeftTotal || isRightTotal) {
        // Behind what they sum up, and in their own order, either way round.
        const bool isBefore = isLeftTotal == isRightTotal ? left.row() < right.row() : isRightTotal;
        return isBefore == (sortOrder() == Qt::AscendingOrder);
    }
    const QVariant a = left.data(PanelRole::SortKey);
    const QVariant b = right.data(PanelRole::SortKey);
    if (a.isValid() && b.isValid() && a.typeId() != QMetaType::QString)
        return a.toDouble() < b.toDouble();
    const bool isNumber = static_cast<Rows *>(sourceModel())->columns.at(left.column()).isNumber;
    if (isNumber && a.isValid() != b.isValid())
        return !a.isValid() == (sortOrder() == Qt::DescendingOrder); // unknown last, either way round
    const QString first = a.isValid() ? a.toString() : left.data().toString();
    const QString second = b.isValid() ? b.toString() : right.data().toString();
    return QString::localeAwareCompare(first, second) < 0;
}

void PanelDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect cell = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(cell, m_theme.color(ColorRole::Selection));
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), m_theme.color(ColorRole::Border));
    const int pad = m_theme.px(Spacing::M);
    QRect text = cell.adjusted(pad + 1, 0, -pad, 0);
    const QVariant share = index.data(PanelRole::Share);
    painter->setRenderHint(QPainter::Antialiasing);
    if (share.isValid()) {
        const double width = std::clamp(share.toDouble(), 0.0, 1.0) * (cell.width() - pad);
        QRectF bar(0, cell.top() + m_theme.px(6), width, cell.height() - m_theme.px(13));
        bar.moveRight(cell.right() - pad / 2.0);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(ColorRole::AccentSoft));
        painter->drawRoundedRect(bar, 3, 3);
    }
    const QVariant tone = index.data(PanelRole::Tone);
    const QColor ink = m_theme.color(tone.isValid() ? ColorRole(tone.toInt()) : ColorRole::Text);
    QFont font = option.font;
    if (index.data(PanelRole::IsTotal).toBool())
        font.setWeight(QFont::Medium);
    const QFontMetrics metrics(font);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const bool isNumber = alignment.testFlag(Qt::AlignRight);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const int dot = tone.isValid() ? m_theme.px(7) : 0;
    const int before = tone.isValid() ? dot + m_theme.px(Spacing::S) : 0;
    const QString shown = metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width() - before);
    if (tone.isValid()) {
        const int length = metrics.horizontalAdvance(shown) + before;
        const int left = isNumber ? text.right() + 1 - length
            : isMirrored          ? text.right() + 1 - dot
                                  : text.left();
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(QRectF(left, text.center().y() - dot / 2.0 + 0.5, dot, dot));
        if (isNumber || !isMirrored)
            text.setLeft(left + before);
        else
            text.setRight(left - m_theme.px(Spacing::S));
    }
    painter->setFont(font);
    painter->setPen(ink);
    // A Latin name keeps its direction, or its ellipsis would stand before it.
    const bool isForeign = isMirrored && !isNumber && !shown.isRightToLeft();
    painter->drawText(text,
        int(isForeign ? Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute : alignment)
            | Qt::TextSingleLine | (isForeign ? Qt::TextForceLeftToRight : 0),
        shown);
    painter->restore();
}

QSize PanelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int dot = index.data(PanelRole::Tone).isValid() ? m_theme.px(7 + Spacing::S) : 0;
    return {
        option.fontMetrics.horizontalAdvance(index.data().toString()) + dot + 2 * m_theme.px(Spacing::M) + 2,
        m_theme.tableRowHeight()};
}

} // namespace signalbox
