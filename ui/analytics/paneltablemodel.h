// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of PanelTable alone: its rows and their order.
#pragma once

#include "ui/analytics/paneltable.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace signalbox {

namespace PanelRole {
constexpr int SortKey = Qt::UserRole;
constexpr int Tone = Qt::UserRole + 1;
constexpr int Share = Qt::UserRole + 2;
constexpr int IsTotal = Qt::UserRole + 3;
} // namespace PanelRole

class PanelTable::Rows final : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    QList<PanelColumn> columns;
    QList<QList<PanelCell>> rows;
    int totalRows = 0; ///< the last ones, which stay last

    void setColumns(const QList<PanelColumn> &wanted);
    void setRows(const QList<QList<PanelCell>> &wanted);
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(columns.size());
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::Alignment alignment(int column) const
    {
        // Digits run from left to right in every language: theirs is the same side everywhere, or units would
        // not stand below units.
        return Qt::AlignVCenter
            | (columns.at(column).isNumber ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft);
    }
};

class PanelTable::Order final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

/// Hairlines, tones with their dots, soft bars.
class PanelDelegate final : public QStyledItemDelegate
{
public:
    PanelDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace signalbox
