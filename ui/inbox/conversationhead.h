// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"
#include "core/inbox/triage.h"
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
    /// Why nothing can be changed; empty: it can. Reading and putting away is open to those who only read.
    void setBlocked(const QString &reason, bool mayRead = true);
    /// Whose names stand for their addresses.
    void setPeople(const QList<Assignee> &people);
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
    QString assignedName() const;
    void restyle();

    const Theme &m_theme;
    CommandRegistry &m_commands;
    QTimeZone m_zone;
    QString m_blocked;
    bool m_mayRead = true;
    QList<Assignee> m_people;
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
