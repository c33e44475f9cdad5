// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/overlay.h"

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;

namespace signalbox {

/// A search box over a list: one types, arrows go through the list without leaving the box, Enter chooses.
class Picker : public Overlay
{
    Q_OBJECT

public:
    Picker(const Theme &theme, QWidget *window);

    QLineEdit *searchBox() const { return m_search; }
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(const QModelIndex &index);

protected:
    void setModel(QAbstractItemModel *model);
    void setPlaceholder(const QString &text);
    /// Said below the box when nothing matches.
    void setNothingFound(const QString &text);
    void setFootnote(const QString &text);
    void setCardWidth(int pixels) { m_cardWidth = pixels; }

    QWidget *focusTarget() const override;
    QSize cardSize(const QSize &available) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void onRowsChanged();
    void move(int step);

    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_nothing;
    QLabel *m_footnote;
    int m_cardWidth = 420;
};

} // namespace signalbox
