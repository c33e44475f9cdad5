// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/threadmodel.h"
#include "ui/base/theme.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace signalbox {

class ConversationHead;
class Dialogs;
class DraftStrip;
class ErrorBanner;
class FlatButton;
class PillButton;
class LeadCard;
class ProgressLine;
class StatePanel;
class ThreadView;

/// The conversation being read: head, tabs over its channels, timeline or lead card, and the draft.
///
/// A conversation that is open stays: a failed refresh, or losing access to it, is said above it (ux §10 L6).
class ConversationPane final : public QWidget
{
    Q_OBJECT

public:
    ConversationPane(ThreadModel &thread, InboxGateway &gateway, const Theme &theme, const Clock &clock,
        Dialogs &dialogs, QWidget *parent = nullptr);
    ~ConversationPane() override;

    /// What the list knows of a conversation, shown in the head until the whole is here.
    void preview(const Conversation &conversation);
    void clear();
    void setWorkspace(WorkspaceId workspace) { m_workspace = workspace; }
    void showLead(bool isShown);
    bool isLeadShown() const;
    void setBackVisible(bool isVisible);
    ThreadView &view() { return *m_view; }

Q_SIGNALS:
    void backRequested();
    void copyLinkRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateState();
    void updateDetail();
    void updateTabs();
    void chooseTab(int tab);
    void askLink(const QString &url, const QPoint &at);
    void save(const Attachment &attachment);
    void loadInline(MessageId message, const Attachment &attachment);
    void placeChip();

    ThreadModel &m_thread;
    InboxGateway &m_gateway;
    const Theme &m_theme;
    Dialogs &m_dialogs;
    WorkspaceId m_workspace;
    ConversationHead *m_head;
    QList<FlatButton *> m_tabs; ///< timeline, e-mail, SMS, LinkedIn, lead
    ErrorBanner *m_banner;
    ProgressLine *m_progress;
    StatePanel *m_panel;
    QWidget *m_body;
    QStackedLayout *m_stack;
    ThreadView *m_view;
    LeadCard *m_card;
    DraftStrip *m_draft;
    PillButton *m_newChip;
    Pending<QByteArray> m_saving;
    std::vector<std::unique_ptr<Pending<QByteArray>>> m_images;
    QSet<QUuid> m_imagesAsked;
};

} // namespace signalbox
