// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxgateway.h"
#include "ui/shell/overlay.h"

class QLabel;
class QPushButton;
class QVBoxLayout;
class QScrollArea;

namespace signalbox {

/// Before several drafts are approved at once: each with its recipient and its words, as they are now. What
/// has no draft, or may not be sent, is listed as such and left out.
class ApproveSheet final : public Overlay
{
    Q_OBJECT

public:
    struct Reply
    {
        Conversation conversation;
        Draft draft;
    };

    ApproveSheet(InboxGateway &gateway, const Theme &theme, QWidget *window);

    static constexpr int Most = 50;

    /// Reads the drafts of these conversations, one after the other.
    void openWith(WorkspaceId workspace, const QList<Conversation> &rows);

Q_SIGNALS:
    void approved(const QList<signalbox::ApproveSheet::Reply> &replies);

protected:
    QWidget *focusTarget() const override;
    QSize cardSize(const QSize &available) const override;

private:
    void askNext();
    void onAnswer(const Result<ConversationDetail> &answer);
    void addLine(const QString &head, const QString &text, ColorRole tone);
    void updateButton();

    InboxGateway &m_gateway;
    QLabel *m_title;
    QScrollArea *m_scroll;
    QVBoxLayout *m_lines;
    QPushButton *m_send;
    WorkspaceId m_workspace;
    QList<Conversation> m_rows;
    qsizetype m_next = 0;
    QList<Reply> m_replies;
    Pending<ConversationDetail> m_pending;
};

} // namespace signalbox
