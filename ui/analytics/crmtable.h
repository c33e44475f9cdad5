// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/crmmodel.h"
#include "ui/analytics/analyticstab.h"
#include "ui/analytics/crmcelleditor.h"
#include "ui/analytics/crmcolumnlayout.h"
#include "ui/base/theme.h"

#include <QLocale>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTableView>
#include <QTimer>

#include <array>
#include <memory>
#include <utility>

namespace signalbox {

class FrozenHeader;

/// The CRM rows as a table of 34 columns whose first ones stay when one scrolls (ux §12.2).
///
/// One view, one selection: the frozen columns are painted last at their fixed place, and points on the
/// screen are translated, so that mouse, keyboard, selection and right-to-left are the same in both halves.
class CrmTable final : public QTableView
{
    Q_OBJECT

public:
    CrmTable(CrmModel &model, const Theme &theme, QWidget *parent = nullptr);
    ~CrmTable() override;

    CrmColumnLayout columnLayout() const;
    void setColumnLayout(const CrmColumnLayout &layout);
    FrozenHeader &head() const { return *m_head; }
    void showSort(const CrmQuery &query);

    /// What is selected, as a spreadsheet takes it (see crmTsv()).
    struct Copied
    {
        QString text;
        int rows = 0;
        int missing = 0; ///< selected rows that are not in memory, and are left out
    };
    /// `withHeader`: also when only part of the columns' rows is selected; whole columns always have it.
    Copied selectedText(bool withHeader) const;
    /// The visible columns of the first rows, as they are shown.
    PrintedTable printed(int maxRows) const;
    /// The rows printed() takes, the first and the one behind the last: those in memory without a gap around
    /// what is on the screen.
    std::pair<int, int> printedRange(int maxRows) const;

    bool beginEdit(const QModelIndex &index);
    bool isEditing() const { return m_editor != nullptr; }
    CrmCellEditor *editor() const { return m_editor; }
    void cancelEdit();

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &pos) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void reset() override;

Q_SIGNALS:
    void sortRequested(const QString &key, bool isDescending);
    void layoutChanged(); ///< by hand: a width, a place, what is hidden
    void opened(int row); ///< Enter, Ctrl+O, double click on a cell that is not edited
    void copied(const signalbox::CrmTable::Copied &what);
    void undoRequested();
    void redoRequested();
    void refused(const QString &why); ///< an edit was tried that may not be
    void menuRequested(int column, const QPoint &globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void connectHead();
    void takeDefaultSizes();
    void restyle();
    void tellVisibleRange();
    QRect scrolledArea() const; ///< of the viewport, without the frozen columns
    QModelIndex nextEditable(const QModelIndex &from, int step) const;
    void endEdit(const QString &value, bool updateAutomation, CrmCellEditor::Then then);
    void placeEditor();
    bool onNavigationKey(const QKeyEvent *event);
    bool onActionKey(const QKeyEvent *event);
    void selectTo(const QModelIndex &end, QItemSelectionModel::SelectionFlags command);
    QString tooltipAt(const QModelIndex &index) const;
    void requestSort(int section);
    void paintColumns(QPainter &painter, const QList<int> &columns, int firstRow, int lastRow) const;
    void paintCell(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    void paintContent(QPainter &painter, QRect inner, const QModelIndex &index, const CrmRow &row) const;
    struct Picture;
    const Picture &pictureOf(const QModelIndex &index, const CrmRow &row) const;
    void forgetPictures();

    CrmModel &m_model;
    const Theme &m_theme;
    FrozenHeader *m_head;
    QLocale m_locale;
    QPointer<CrmCellEditor> m_editor;
    QPersistentModelIndex m_editing;
    QPersistentModelIndex m_anchor; ///< where a selection began
    QTimer m_rangeTimer;
    bool m_isLayingOut = false;
    /// What the sections have unless somebody resized them, at the zoom that they were laid out with: as much
    /// as their cells want, and room for the title in whatever language.
    QList<int> m_defaultSizes;
    int m_laidOutZoom = 100;
    /// What cells that were painted look like: words, and how they are set. Scrolling needs the same ones
    /// again.
    mutable QHash<quint64, std::shared_ptr<const Picture>> m_pictures;
    std::array<QFont, 3> m_fonts; ///< usual, frozen, being saved
};

} // namespace signalbox
