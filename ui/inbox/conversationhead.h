// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"
#include "ui/base/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace signalbox {

class FlatButton;

/// Who a conversation is with: name, score, role and company, ways to reach, state.
class ConversationHead final : public QWidget
{
    Q_OBJECT

public:
    explicit ConversationHead(const Theme &theme, QWidget *parent = nullptr);

    void setConversation(const std::optional<Conversation> &conversation);
    void setBackVisible(bool isVisible);

Q_SIGNALS:
    void backRequested();
    void copyLinkRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    std::optional<Conversation> m_conversation;
    FlatButton *m_back;
    FlatButton *m_link;
    QLabel *m_name;
    QLabel *m_role;
    QLabel *m_meta;
};

} // namespace signalbox
