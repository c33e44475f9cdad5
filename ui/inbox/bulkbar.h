// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"

#include <QFrame>
#include <QMap>

class QLabel;

namespace signalbox {

class CommandRegistry;
class FlatButton;

/// Under the list while several rows are ticked: how many, all that match, and what can be done to them.
class BulkBar final : public QFrame
{
    Q_OBJECT

public:
    BulkBar(const Theme &theme, CommandRegistry &commands, QWidget *parent = nullptr);

    /// `total`: how many the query finds, for the offer to take them all; 0: unknown.
    void setCount(qint64 count, qint64 total, bool isAllMatching);
    /// Why nothing can be changed; empty: it can.
    void setBlocked(const QString &reason);
    QWidget *anchorOf(const QString &command) const;

Q_SIGNALS:
    void allRequested();
    void closeRequested();
    void readRequested(bool isRead);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FlatButton *addAction(const QString &command, IconName icon);
    FlatButton *addButton(const QString &name, IconName icon, const QString &text);
    void restyle();

    const Theme &m_theme;
    CommandRegistry &m_commands;
    QLabel *m_count;
    FlatButton *m_all;
    QWidget *m_row;
    FlatButton *m_read;
    FlatButton *m_unread;
    QMap<QString, FlatButton *> m_actions;
};

} // namespace signalbox
