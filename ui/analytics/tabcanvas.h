// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace signalbox {

/// The ground of a tab: rows of cards and panels, one below the other, scrolled together.
///
/// Panels that stand beside each other stand below each other where there is no room, cards take as many
/// columns as fit and divide evenly.
class TabCanvas final : public QScrollArea
{
    Q_OBJECT

public:
    explicit TabCanvas(const Theme &theme, QWidget *parent = nullptr);

    /// Cards of the same width in one or more lines.
    void addCards(const QList<QWidget *> &cards);
    /// One to three widgets beside each other, with the share of the width each takes.
    void addRow(const QList<std::pair<QWidget *, int>> &widgets);
    void addWidget(QWidget *widget) { addRow({{widget, 1}}); }
    /// Everything stays at the top when there is room left. The last thing to call.
    void finish();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        QGridLayout *grid;
        QList<std::pair<QWidget *, int>> widgets;
        bool isCards = false;
        int columns = 0;
    };
    void arrange(Row &row);
    int columnsOf(const Row &row) const;

    const Theme &m_theme;
    QWidget *m_ground;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace signalbox
