// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/analyticstab.h"
#include "ui/base/theme.h"

#include <QTableView>

namespace signalbox {

/// A column of a PanelTable.
struct PanelColumn
{
    QString title;
    QString definition; ///< in the tooltip of its head: what the numbers mean
    bool isNumber = true; ///< right-aligned; sorted from the highest at first
    bool isStretched = false; ///< takes the room that is left

    bool operator==(const PanelColumn &) const = default;
};

/// A cell of a PanelTable.
struct PanelCell
{
    QString text;
    QVariant sortKey; ///< what it is ordered by; invalid: the text, and unknown numbers go last
    std::optional<ColorRole> tone; ///< of the text, with a dot before it; never without a word that says it
    QString tooltip;
    std::optional<double> share; ///< 0…1: a soft bar behind the text

    bool operator==(const PanelCell &) const = default;
};

/// The table of a panel: sorted on this side, copied as tab-separated text with its header.
class PanelTable final : public QTableView
{
    Q_OBJECT

public:
    explicit PanelTable(const Theme &theme, QWidget *parent = nullptr);

    void setColumns(const QList<PanelColumn> &columns);
    /// Order, selection and scroll position stay as far as the rows do.
    void setRows(const QList<QList<PanelCell>> &rows);
    /// The last rows of setRows() that are sums of the others: they stay below them, however those are
    /// sorted.
    void setTotalRows(int rows);
    /// Shown in the first line when there are no rows.
    void setEmptyText(const QString &text);
    /// How many rows its size asks for at most; more scroll. 0: all of them.
    void setShownRows(int rows);

    /// Selected rows as TSV with the header; all rows without a selection.
    QString copyText() const;
    void copyTable() const; ///< all rows onto the clipboard
    /// As it stands, in the order it is sorted.
    PrintedTable printed() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row); ///< Enter or double click; index into setRows()

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Rows;
    class Order;
    QString textOf(const QList<int> &rows) const;
    void fitColumns();
    void giveArrowsToNames(QList<int> &widths, const QList<qsizetype> &names) const;
    void restyle();

    const Theme &m_theme;
    Rows *m_rows;
    Order *m_order;
    QString m_emptyText;
    int m_shownRows = 8;
    bool m_isWide = false; ///< wider than its place: it scrolls sideways
};

} // namespace signalbox
