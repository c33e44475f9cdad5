// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"
#include "ui/base/icons.h"

#include <QMap>
#include <QTimeZone>
#include <QWidget>

class QLabel;

namespace signalbox {

class CommandRegistry;
class FlatButton;

/// Who a conversation is with: name, score, role and company, ways to reach, state; and what one does with
/// it. The buttons say what is set now and trigger the commands that the keys do.
class ConversationHead final : public QWidget
{
    Q_OBJECT

public:
    /// Times are of `zone`, the workspace's.
    ConversationHead(
        const Theme &theme, CommandRegistry &commands, const QTimeZone &zone, QWidget *parent = nullptr);

    void setConversation(const std::optional<Conversation> &conversation);
    void setBackVisible(bool isVisible);
    /// Why nothing can be changed; empty: it can.
    void setBlocked(const QString &reason);
    /// Below what a command's card opens; null: none of ours.
    QWidget *anchorOf(const QString &command) const;

Q_SIGNALS:
    void backRequested();
    void copyLinkRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addAction(const QString &command, IconName icon, bool opensCard);
    void updateActions();
    void restyle();

    const Theme &m_theme;
    CommandRegistry &m_commands;
    QTimeZone m_zone;
    QString m_blocked;
    std::optional<Conversation> m_conversation;
    FlatButton *m_back;
    FlatButton *m_link;
    QLabel *m_name;
    QLabel *m_role;
    QLabel *m_meta;
    QWidget *m_actionRow;
    QMap<QString, FlatButton *> m_actions; ///< by command
};

} // namespace signalbox
