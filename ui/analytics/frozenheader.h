// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QHeaderView>

#include <optional>

namespace signalbox {

/// A header whose first visible sections stay where they are while the others scroll under them.
///
/// The sections are QHeaderView's own, so dragging, resizing and hiding are too: what happens on a frozen one
/// is handed on as if the header were not scrolled.
class FrozenHeader final : public QHeaderView
{
    Q_OBJECT

public:
    FrozenHeader(const Theme &theme, QWidget *parent);

    void setFrozenCount(int count);
    int frozenCount() const { return m_frozenCount; } ///< of visible sections
    /// The sections that stay, as logical indexes in order.
    QList<int> frozenSections() const;
    bool isFrozen(int section) const { return frozenSections().contains(section); }
    int frozenWidth() const;
    /// Where a section begins on the screen.
    int sectionX(int section) const;
    /// The section under a point of the screen, or -1.
    int sectionAt(int x) const;
    /// Visible sections in order, the frozen ones included.
    QList<int> visibleSections() const;

    void setSortable(const QList<bool> &sortable) { m_sortable = sortable; }
    bool isSortable(int section) const { return m_sortable.value(section); }
    void setSort(int section, bool isDescending);
    int sortSection() const { return m_sortSection; }
    /// What a section needs to show its title uncut, sorted too if it can be.
    int titleWidth(int section) const;
    bool isDescending() const { return m_isDescending; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void sortRequested(int section); ///< a click on one that can be sorted
    void menuRequested(int section, const QPoint &globalPos);
    void unscrollRequested(); ///< a frozen section is to be moved

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Press
    {
        int x = 0;
        int handle = -1; ///< the section being resized
        int section = -1;
        int size = 0;
    };

    int arrowWidth() const; ///< of a sorted section, with its distance from the title
    bool isInFrozenZone(int x) const;
    int unscrolled(int x) const; ///< where the header would have it if it were not scrolled
    int frozenHandleAt(int x) const;

    const Theme &m_theme;
    int m_frozenCount = 0;
    std::optional<Press> m_press; ///< a button is down on a frozen section while the others are scrolled
    QList<bool> m_sortable;
    int m_sortSection = -1;
    bool m_isDescending = true;
};

} // namespace signalbox
