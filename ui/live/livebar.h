// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/livefilter.h"
#include "models/live/livememory.h"
#include "ui/shell/commandregistry.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace signalbox {

class FlatButton;

/// Above the table: pause, follow, how much is recorded, export; the filter; and the head of the columns.
class LiveBar final : public QWidget
{
    Q_OBJECT

public:
    LiveBar(
        LiveMemory &memory, const Theme &theme, const CommandRegistry &commands, QWidget *parent = nullptr);

    /// Reads the figures and states again.
    void refresh();
    void setFollowing(bool isFollowing);
    QString filterText() const;
    /// Puts a text in and uses it at once. One that cannot be read stays, and the filter before is kept.
    void setFilterText(const QString &text);
    void focusFilter();
    QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void pauseRequested();
    void followRequested(bool isFollowing);
    void exportRequested(bool isCsv);
    void filterChanged(); ///< and taken by the model

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void useFilter();
    void buildTop();
    void buildFilter();
    void restyle();

    LiveMemory &m_memory;
    const Theme &m_theme;
    const CommandRegistry &m_commands;
    FlatButton *m_pause;
    FlatButton *m_follow;
    FlatButton *m_export;
    QLabel *m_buffer;
    QLineEdit *m_field;
    QLabel *m_matches;
    QLabel *m_problem;
    QWidget *m_head;
    QTimer m_typing; ///< a filter is used when the typing rests
    QString m_used;
};

} // namespace signalbox
