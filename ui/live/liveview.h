// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/eventfeedmodel.h"
#include "ui/live/eventrow.h"

#include <QAbstractItemView>

namespace signalbox {

class PillButton;

/// The event table: rows of one height, the newest at the end.
///
/// It follows the end only while the end is in sight (the Wireshark rule); otherwise what is read stays where
/// it is to the pixel, whatever comes at the end or leaves at the front, and a chip says how many are new.
class LiveView final : public QAbstractItemView
{
    Q_OBJECT

public:
    LiveView(EventFeedModel &model, LeadNames &names, const Theme &theme, QWidget *parent = nullptr);
    ~LiveView() override;

    const EventRowPainter &rows() const { return m_painter; }
    bool isFollowing() const { return m_isFollowing; }
    /// On: goes to the end.
    void setFollowing(bool isFollowing);
    int newCount() const { return m_new; } ///< rows that came while it did not follow

    int currentRow() const { return m_current; }
    int currentColumn() const { return m_column; }
    void setCurrentRow(int row);
    int firstVisibleRow() const;
    int lastVisibleRow() const;
    /// Puts the first row at or after a moment at the top, and stops following.
    void showMoment(Instant at);
    /// When the rows in sight arrived; none: there are no rows.
    std::optional<std::pair<Instant, Instant>> visibleSpan() const;

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;

Q_SIGNALS:
    void followingChanged(bool isFollowing);
    void currentChangedTo(int row); ///< by the person; -1: none
    void opened(int row); ///< Enter or double click on a record
    void scrolled();

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &, QItemSelectionModel::SelectionFlags) override { }
    QRegion visualRegionForSelection(const QItemSelection &) const override { return {}; }
    QModelIndex moveCursor(CursorAction, Qt::KeyboardModifiers) override { return {}; }
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *) override { }
    void mouseReleaseEvent(QMouseEvent *) override { }
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &, int, int) override { }
    void dataChanged(const QModelIndex &, const QModelIndex &, const QList<int> &) override;

private:
    void onRowsRemoved(int first, int last);
    void rememberPlace();
    bool step(int key);
    void choose(int row, int column);
    void setOffset(int offset);
    void holdOffset(int offset);
    void noteFollowing(bool isFollowing);
    void noteNew(int count);
    void placeChip();
    void tellHold();
    int maxOffset() const;

    EventFeedModel &m_model;
    const Theme &m_theme;
    EventRowPainter m_painter;
    PillButton *m_chip;
    int m_offset = 0;
    bool m_isSyncing = false; ///< the scroll bar moves because we say so
    bool m_isFollowing = true;
    int m_new = 0;
    int m_current = -1;
    int m_column = EventFeedModel::Kind;
    // Over a reset: the record at the top, its pixels, and the current one.
    quint64 m_topSerial = 0;
    int m_topPixel = 0;
    quint64 m_currentSerial = 0;
};

} // namespace signalbox
