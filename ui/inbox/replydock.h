// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/threadmodel.h"
#include "models/inbox/unsenttexts.h"
#include "ui/inbox/inboxservices.h"
#include "ui/shell/page.h"

#include <QSet>

namespace signalbox {

class CompareSheet;
class Composer;
class DraftStrip;
class FlatButton;
class NoticeStrip;
class ReplyEditor;

/// Under a conversation: who else is here, what needs a decision, what is on its way, and where one writes
/// (draft, reply, note).
///
/// What a person has written stays with its lead until it is sent or thrown away, whatever is opened
/// meanwhile. Others are told that somebody writes from the first letter until 5 s after the last.
class ReplyDock final : public QWidget
{
    Q_OBJECT

public:
    ReplyDock(ThreadModel &thread, const InboxServices &services, UnsentTexts &unsent,
        const PageContext &context, QWidget *parent = nullptr);
    ~ReplyDock() override;

    void startReply();
    void startNote();
    void approve();
    void reject();
    void submit(); ///< what the caret is in
    /// Leaves the editor, or closes it if the caret is not in it. False: there was nothing to close.
    bool stepBack();
    /// Opens the composer with a text, for what could not be sent.
    void writeAgain(const OutboundSend &send);

    /// Why this person cannot send or change anything here; empty: they can.
    QString blockedReason() const;

Q_SIGNALS:
    /// A reply is on its way, or the draft is rejected: the conversation is answered.
    void answered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectParts();
    void follow();
    void openLead(LeadId lead);
    void keep();
    void choose(UnsentText::Tab tab);
    void updateTabs();
    void updateBlocked();
    void updatePresence();
    void updateConflict();
    void updateSends();
    void presentSend(NoticeStrip &strip, const OutboundSend &send);
    void onTyped();
    void stopWriting();
    void compare(const QString &mine, const QString &theirs);
    QString sendBlock(Channel channel, bool hasOwnAddress = false) const;
    std::optional<Conversation> conversation() const;

    ThreadModel &m_thread;
    InboxServices m_services;
    UnsentTexts &m_unsent;
    PageContext m_context;
    const Theme &m_theme;
    LeadId m_lead;
    UnsentText::Tab m_tab = UnsentText::Tab::None;
    bool m_isWriting = false;
    QTimer m_idle; ///< from the last letter
    QTimer m_second; ///< counts down what leaves
    QList<OutboundSend> m_lastSends;
    std::optional<OutboundSend> m_sent; ///< left a moment ago
    Instant m_sentAt {};
    QSet<SendId> m_dismissed; ///< sends the person has read about
    NoticeStrip *m_presence;
    NoticeStrip *m_conflict;
    QList<NoticeStrip *> m_sends;
    QWidget *m_tabRow;
    QList<FlatButton *> m_tabs; ///< draft, reply, note
    DraftStrip *m_draft;
    Composer *m_composer;
    CompareSheet *m_compare = nullptr;
};

} // namespace signalbox
