// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/triage.h"
#include "models/inbox/inboxmodel.h"
#include "ui/base/theme.h"

#include <QAbstractItemView>
#include <QSet>
#include <QTimer>

namespace signalbox {

class ConversationDelegate;

/// The inbox list: rows of one height, whatever their number (ux §1.5). Painting costs what is visible.
///
/// The view never moves under the person (ux §10 L1): whatever the model inserts or removes, the anchor, a
/// lead, keeps its pixel offset. Current row and selection are leads, not rows, so a refetch cannot change
/// them.
class InboxListView final : public QAbstractItemView
{
    Q_OBJECT

public:
    InboxListView(InboxModel &model, const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    ConversationDelegate &rowDelegate() { return *m_delegate; }
    LeadId currentLead() const { return m_current; }
    /// Marks a lead as the one being read, without telling; a null id marks none.
    void setCurrentLead(LeadId lead);
    int currentRow() const { return m_current.isNull() ? -1 : m_model.rowOf(m_current); }
    /// Goes `by` rows on from the current one, over ghosts; from none, to the first visible row.
    void step(int by);
    QList<LeadId> selectedLeads() const; ///< in list order; the current one alone if nothing is ticked
    /// Several rows are ticked: what is done is done to all of them.
    bool hasTicks() const { return m_allMatching || m_ticked.size() > 1; }
    /// What is ticked: rows, or everything that the query finds but some, also what was never loaded.
    LeadSelection selection() const;
    /// How many that is, by the list's length; an estimate while the list grows.
    qint64 tickedCount() const;
    bool isAllMatching() const { return m_allMatching; }
    void tickAllMatching();
    void clearTicks();
    /// The selected rows as lines of tab-separated cells with a head, for spreadsheets.
    QString selectionAsText() const;

    bool isAtTop() const { return m_offset == 0; }
    void scrollToTop();
    void goToRow(int row); ///< puts a row at the top of the view
    int firstVisibleRow() const;
    int lastVisibleRow() const;
    ListPlace place() const;
    /// Restores a remembered place as soon as its row is there.
    void setPlace(const ListPlace &place);
    /// The next change at the top is shown rather than held away, if nothing is current.
    void followTop() { m_followsTop = true; }
    /// Pixels of all rows together; may pass what an int holds.
    qint64 contentHeight() const;

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;

Q_SIGNALS:
    /// The person made another lead current by mouse or keyboard. `isWalking`: more may follow at once.
    void leadChosen(const signalbox::LeadId &lead, bool isWalking);
    void leadOpened(const signalbox::LeadId &lead); ///< Enter or double click
    void scrolled();
    void ticksChanged();

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &, QItemSelectionModel::SelectionFlags) override { }
    QRegion visualRegionForSelection(const QItemSelection &) const override { return {}; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
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
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void dataChanged(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;

private:
    struct Anchor
    {
        LeadId lead;
        qint64 y = 0; ///< of the row's top in the viewport
    };

    int rowHeight() const;
    void setOffset(qint64 offset);
    void syncScrollBar();
    void takeAnchor();
    void holdAnchor(int changedRow, int delta);
    void announceRange();
    void choose(int row, bool isWalking);
    void extendTo(int row);
    void tick(int row);
    void selectLoaded();
    bool isTicked(LeadId lead) const;
    void tellTicks();
    void updateBubble();
    void tint(int row);
    void tellAccessibility();

    InboxModel &m_model;
    const Theme &m_theme;
    ConversationDelegate *m_delegate;
    QWidget *m_bubble;
    QTimer m_rangeTimer;
    qint64 m_offset = 0;
    double m_scale = 1; ///< pixels for one step of the scroll bar, above what it can hold
    bool m_isSyncing = false;
    bool m_followsTop = false;
    std::vector<Anchor> m_anchors; ///< best first; held until the turn of the event loop ends
    std::optional<ListPlace> m_wanted;
    LeadId m_current;
    LeadId m_extendFrom;
    QSet<LeadId> m_ticked;
    bool m_allMatching = false; ///< Ctrl+A twice: all that the query finds
    QSet<LeadId> m_exceptions; ///< of these, the ones ticked off
    QSet<LeadId> m_tinted; ///< changed a moment ago (ux §10 L2)
};

} // namespace signalbox
