// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/threadmodel.h"
#include "models/inbox/unsenttexts.h"
#include "ui/inbox/inboxservices.h"
#include "ui/shell/page.h"

#include <QSet>
#include <QTimer>

class QLabel;
class QStackedLayout;

namespace signalbox {

class ConversationHead;
class Dialogs;
class ErrorBanner;
class FlatButton;
class PillButton;
class LeadCard;
class ProgressLine;
class ReplyDock;
class StatePanel;
class ThreadView;

/// The conversation being read: head, tabs over its channels, timeline or lead card, and where one answers.
///
/// A conversation that is open stays: a failed refresh, or losing access to it, is said above it (ux §10 L6).
/// What the feed says about it is read again within 300 ms; after a second on the screen it counts as read.
class ConversationPane final : public QWidget
{
    Q_OBJECT

public:
    ConversationPane(ThreadModel &thread, const InboxServices &services, UnsentTexts &unsent,
        const PageContext &context, QWidget *parent = nullptr);
    ~ConversationPane() override;

    /// What the list knows of a conversation, shown in the head until the whole is here.
    void preview(const Conversation &conversation);
    void clear();
    void showLead(bool isShown);
    bool isLeadShown() const;
    void setBackVisible(bool isVisible);
    ThreadView &view() { return *m_view; }
    ReplyDock &dock() { return *m_dock; }
    ConversationHead &head() { return *m_head; }
    /// The person said that it is unread: it stays so until another one is opened.
    void keepUnread();

Q_SIGNALS:
    void backRequested();
    void copyLinkRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectParts();
    void updateHead();
    void markReadSoon();
    void markRead();
    void updateState();
    void updateDetail();
    void updateTabs();
    void chooseTab(int tab);
    void askLink(const QString &url, const QPoint &at);
    void save(const Attachment &attachment);
    void loadInline(MessageId message, const Attachment &attachment);
    void placeChip();

    ThreadModel &m_thread;
    InboxServices m_services;
    const Theme &m_theme;
    Dialogs &m_dialogs;
    WorkspaceId m_workspace;
    QTimer m_refreshSoon; ///< from the feed
    QTimer m_seen; ///< on the screen for a second
    LeadId m_keptUnread;
    std::optional<Conversation> m_preview; ///< what the head shows, without the writes over it
    ConversationHead *m_head;
    QList<FlatButton *> m_tabs; ///< timeline, email, SMS, LinkedIn, lead
    ErrorBanner *m_banner;
    ProgressLine *m_progress;
    StatePanel *m_panel;
    QWidget *m_body;
    QStackedLayout *m_stack;
    ThreadView *m_view;
    LeadCard *m_card;
    ReplyDock *m_dock;
    PillButton *m_newChip;
    Pending<QByteArray> m_saving;
    std::vector<std::unique_ptr<Pending<QByteArray>>> m_images;
    QSet<QUuid> m_imagesAsked;
};

} // namespace signalbox
