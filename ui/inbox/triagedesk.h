// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/triagewrite.h"
#include "ui/inbox/inboxservices.h"
#include "ui/shell/page.h"

class QMenu;

namespace signalbox {

class ApproveSheet;
class BulkBar;
class ChoicePicker;
class ConversationPane;
class InboxListView;
class InboxModel;
struct InboxMemory;
class ThreadModel;
class UndoBar;

/// What a person does to conversations: the commands A, X, R, T, S, E, U, B and the others, for the
/// conversation that is current or for all rows that are ticked, with the cards they open, the bar that says
/// what was done and takes it back, and the bar of the ticked rows.
///
/// "Done" (E) marks as read and goes on: the domain has no field that says that nobody needs to answer, and
/// a status or sentiment that is not true would make the figures wrong.
class TriageDesk final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        InboxServices services;
        InboxMemory &memory;
        InboxModel &list;
        ThreadModel &thread;
        InboxListView &view;
        ConversationPane &pane;
    };

    TriageDesk(const Parts &parts, Page &page);
    ~TriageDesk() override;

    static QList<CommandSpec> commands();

    /// The bar of the ticked rows; the list gives it a place.
    QWidget *bulkBar() const;
    /// Adds what can be done to a row's menu.
    void fillMenu(QMenu &menu);
    /// Esc: closes the bar of what was ticked. False: nothing is ticked.
    bool stepBack();

Q_SIGNALS:
    void nextRequested(); ///< to the conversation after this one
    void listRequested(); ///< back to the list
    void openRequested(const signalbox::LeadId &lead);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void bind();
    void connectBars();
    void assign();
    void snooze();
    void chooseStatus();
    void chooseSentiment();
    void done();
    void toggleUnread();
    void markTicked(bool isRead);
    void blacklist();
    void approve();
    void reject();
    void goOn();
    void set(const LeadFields &fields, const Assignee &assignee = {});
    void showRefused(const BulkOutcome &outcome);
    void onFinished(const TriageOutcome &outcome);
    void loadAssignees();
    /// Reads the people once, so that a setter is a name and not an address.
    void nameSetter();
    ChoicePicker &picker();
    QWidget *anchorOf(const QString &command) const;
    bool mayWrite() const;
    /// The one conversation that is meant when nothing is ticked.
    std::optional<Conversation> target() const;
    QString describeTarget() const;

    Parts m_parts;
    Page &m_page;
    UndoBar *m_undoBar;
    BulkBar *m_bulkBar;
    ChoicePicker *m_picker = nullptr;
    ApproveSheet *m_approveSheet = nullptr;
    QList<Assignee> m_assignees;
    std::optional<Error> m_assigneesError;
    Pending<QList<Assignee>> m_pendingAssignees;
    Pending<QHash<LeadId, QString>> m_pendingNames;
    std::optional<BulkOutcome> m_lastBulk; ///< whose refusals can be shown
};

} // namespace signalbox
