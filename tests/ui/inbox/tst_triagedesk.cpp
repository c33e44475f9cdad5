// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/inboxfixture.h"
#include "tests/support/waitlimit.h"
#include "ui/inbox/choicepicker.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/leavequestion.h"
#include "ui/inbox/replyeditor.h"
#include "ui/inbox/threadview.h"
#include "ui/inbox/triagewords.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Assignee Dana {
    {QUuid(7, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1)}, u"Dana Okafor"_s, u"dana@acme.example"_s, u"SETTER"_s};

struct Desk : InboxFixture
{
    explicit Desk(const QString &role = u"INBOX_MANAGER"_s)
    {
        inbox.answer(gateway);
        triage.answerAssignees = [](const auto &) -> Result<QList<Assignee>> { return QList {Dana}; };
        page = makePage(1, role);
        page->restoreState({});
        page->show();
    }

    InboxListView &view() const { return *page->findChild<InboxListView *>(); }
    bool open(int row = 0)
    {
        if (!QTest::qWaitFor([&] { return view().model()->rowCount() == 3022; }, WaitLimit))
            return false;
        click(row);
        return QTest::qWaitFor([&] { return page->findChild<ThreadView *>()->cardCount() == 5; }, WaitLimit);
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers,
            view().visualRect(view().model()->index(row, 0)).center());
    }
    /// Types into the card that a command opened, and chooses the first line.
    bool choose(const QString &command, const QString &typed)
    {
        commands.trigger(command);
        auto *picker = page->findChild<ChoicePicker *>();
        if (!picker || !picker->isOpen())
            return false;
        QTest::qWait(10); // the people come by an answer
        QTest::keyClicks(picker->searchBox(), typed);
        QTest::keyClick(picker->searchBox(), Qt::Key_Return);
        return true;
    }
    QAbstractButton *button(const QString &name) const { return page->findChild<QAbstractButton *>(name); }
    QString undoText() const
    {
        const auto *bar = page->findChild<QWidget *>(u"undoBar"_s);
        return bar->isVisible() ? bar->findChild<QLabel *>(u"undoText"_s)->text() : QString();
    }
    DraftOutcome approved() const
    {
        return {.send = OutboundSend {.id = {newUuid()},
                    .lead = inbox.row(0).lead.id,
                    .runAt = clock.now() + 8s,
                    .createdAt = clock.now() + 1ms}};
    }

    std::unique_ptr<InboxDesk> page;
};

} // namespace

class tst_TriageDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void assigning_showsAtOnce_andUndoTakesItBack()
    {
        Desk f;
        QVERIFY(f.open());
        QVERIFY(f.choose(u"inbox.assign"_s, u"oka"_s));
        QCOMPARE(f.triage.changes.size(), 1u);
        QCOMPARE(f.triage.changes[0].set.assignedTo, std::optional(std::optional(Dana.user)));
        QCOMPARE(f.button(u"head_assign"_s)->text(), Dana.name);
        QVERIFY(f.undoText().contains(u"Dana Okafor"_s));
        LeadState before {.lead = f.inbox.row(0).lead.id};
        f.triage.changes[0].source.finish(LeadOutcome {.before = before,
            .current = {.lead = before.lead, .assignedTo = Dana.user, .updatedAt = f.clock.now() + 1s}});
        QTRY_COMPARE(f.writes.pendingCount(), 0);
        QTest::mouseClick(f.button(u"undoButton"_s), Qt::LeftButton);
        QCOMPARE(f.triage.changes.size(), 2u);
        QVERIFY(f.triage.changes[1].set.assignedTo && !*f.triage.changes[1].set.assignedTo);
        QCOMPARE(f.triage.changes[1].expected.assignedTo, std::optional(std::optional(Dana.user)));
    }

    void theSetter_isAName_asSoonAsThePeopleAreRead()
    {
        Desk f;
        f.triage.answerAssignees
            = [](const auto &) -> Result<QList<Assignee>> { return FakeInbox::setters(); };
        QVERIFY(f.open());
        QTRY_COMPARE(f.button(u"head_assign"_s)->text(), u"Luis Romero"_s);
        f.click(1);
        QTRY_COMPARE(f.button(u"head_assign"_s)->text(), u"Dana Wu"_s);
        QCOMPARE(f.triage.assignees.size(), 1u); // read once, not for each conversation
    }

    void aDraft_isReadInItsOwnDirection()
    {
        Desk f;
        f.page->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(f.open());
        auto *draft = f.page->findChild<ReplyEditor *>(u"draftText"_s);
        QTRY_VERIFY(draft->toPlainText().startsWith(u"Hi"_s));
        QCOMPARE(draft->document()->defaultTextOption().textDirection(), Qt::LeftToRight);
        draft->setPlainText(u"مرحبا"_s);
        QCOMPARE(draft->document()->defaultTextOption().textDirection(), Qt::RightToLeft);
    }

    void aRefusalByTheReceiver_isASentence_andNoCode()
    {
        QVERIFY(!presentSendError(u"SMTP_550"_s).contains(u"SMTP"_s));
        QCOMPARE(presentSendError(u"SMTP_550"_s), presentSendError(u"RECIPIENT_REJECTED"_s));
    }

    void snoozing_readsWhatIsTyped_inTheWorkspacesZone()
    {
        Desk f; // Wednesday 18 February 2026, 14:00 UTC; the workspace is in New York
        QVERIFY(f.open());
        QVERIFY(f.choose(u"inbox.snooze"_s, u"fri 14:30"_s));
        QCOMPARE(f.triage.changes.size(), 1u);
        QCOMPARE(toIso(**f.triage.changes[0].set.snoozedUntil), u"2026-02-20T19:30:00.000Z"_s);
        QVERIFY(f.button(u"head_snooze"_s)->text().contains(u"14:30"_s));
    }

    void snoozing_unreadable_choosesNothing()
    {
        Desk f;
        QVERIFY(f.open());
        QVERIFY(f.choose(u"inbox.snooze"_s, u"when pigs fly"_s));
        QCOMPARE(f.triage.writeCount(), 0);
    }

    void statusAndSentiment_areChosenByName()
    {
        Desk f;
        QVERIFY(f.open());
        QVERIFY(f.choose(u"inbox.status"_s, u"unqual"_s));
        QCOMPARE(*f.triage.changes[0].set.status, u"unqualified"_s);
        QVERIFY(f.choose(u"inbox.sentiment"_s, u"objec"_s));
        f.triage.changes[0].source.finish(LeadOutcome {});
        QTRY_COMPARE(f.triage.changes.size(), 2u);
        QCOMPARE(*f.triage.changes[1].set.sentimentTag, u"Objection"_s);
    }

    void blacklist_asksFirst()
    {
        Desk f;
        QVERIFY(f.open());
        f.dialogs.confirms = false;
        f.commands.trigger(u"inbox.blacklist"_s);
        QCOMPARE(f.triage.writeCount(), 0);
        f.dialogs.confirms = true;
        f.commands.trigger(u"inbox.blacklist"_s);
        QCOMPARE(*f.triage.changes.at(0).set.status, u"blacklisted"_s);
    }

    void conflict_isShownOnTheConversation()
    {
        Desk f;
        QVERIFY(f.open());
        QVERIFY(f.choose(u"inbox.status"_s, u"unqual"_s));
        f.triage.changes[0].source.finish(LeadOutcome {.isConflict = true,
            .current
            = {.lead = f.inbox.row(0).lead.id, .status = u"qualified"_s, .updatedAt = f.clock.now() + 1s}});
        const auto *strip = f.page->findChild<QWidget *>(u"fieldConflict"_s);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(strip->accessibleName().contains(u"Qualified"_s));
        QVERIFY(f.undoText().isEmpty()); // nothing was done
        QTest::mouseClick(f.button(u"setMine"_s), Qt::LeftButton);
        QTRY_COMPARE(f.triage.changes.size(), 2u);
        QCOMPARE(*f.triage.changes[1].expected.status, u"qualified"_s);
        QVERIFY(!strip->isVisible());
    }

    void approving_countsDown_goesOn_andCanBeUndone()
    {
        Desk f;
        QVERIFY(f.open());
        f.commands.trigger(u"inbox.approve"_s);
        QCOMPARE(f.triage.approvals.size(), 1u);
        f.triage.approvals[0].source.finish(f.approved());
        QTRY_COMPARE(f.view().currentRow(), 1); // the next one
        QTRY_VERIFY(f.undoText().contains(u"leaves in 8 s"_s));
        f.clock.advance(3s);
        QTRY_VERIFY(f.undoText().contains(u"leaves in 5 s"_s));
        f.commands.trigger(u"inbox.undo"_s);
        QCOMPARE(f.triage.unapprovals.size(), 1u);
    }

    void approving_afterwards_goesWhereTheSettingSays()
    {
        Desk f;
        f.memory.afterReply = InboxMemory::AfterReply::Stay;
        QVERIFY(f.open());
        f.commands.trigger(u"inbox.approve"_s);
        f.triage.approvals[0].source.finish(f.approved());
        const auto *strip = f.page->findChild<QWidget *>(u"send0"_s);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(strip->accessibleName().startsWith(u"Leaves in 8 s"_s));
        QCOMPARE(f.view().currentRow(), 0);
        f.clock.advance(8s);
        QTRY_VERIFY(strip->accessibleName().startsWith(u"Leaving now"_s));
        QVERIFY(f.undoText().isEmpty());
    }

    void ctrlEnter_inTheEditor_sendsWhatWasChanged()
    {
        Desk f;
        QVERIFY(f.open());
        f.commands.trigger(u"inbox.reply"_s);
        auto *draft = f.page->findChild<ReplyEditor *>(u"draftText"_s);
        QVERIFY(draft->hasFocus());
        QTest::keyClicks(draft, u"ax"_s); // letters, not commands
        QCOMPARE(f.triage.writeCount(), 0);
        f.commands.trigger(u"inbox.submit"_s);
        QCOMPARE(f.triage.approvals.size(), 1u);
        QVERIFY(f.triage.approvals[0].content->startsWith(u"ax"_s));
    }

    void replyWithoutADraft_isSentAndItsTextGone()
    {
        Desk f;
        int row = 0;
        while (f.inbox.row(row).hasAiDraft)
            ++row;
        QVERIFY(f.open(row));
        f.commands.trigger(u"inbox.reply"_s);
        auto *reply = f.page->findChild<ReplyEditor *>(u"replyText"_s);
        QVERIFY(reply->hasFocus());
        QTest::keyClicks(reply, u"Hello"_s);
        f.commands.trigger(u"inbox.submit"_s);
        QCOMPARE(f.triage.messages.size(), 1u);
        QCOMPARE(f.triage.messages[0].message.body, u"Hello"_s);
        QCOMPARE(f.triage.messages[0].message.lead, f.inbox.row(row).lead.id);
        QVERIFY(reply->toPlainText().isEmpty());
    }

    void note_isNeverAMessage()
    {
        Desk f;
        QVERIFY(f.open());
        f.commands.trigger(u"inbox.note"_s);
        auto *note = f.page->findChild<ReplyEditor *>(u"noteText"_s);
        QTest::keyClicks(note, u"Ask Luis first"_s);
        f.commands.trigger(u"inbox.submit"_s);
        QCOMPARE(f.triage.notes.size(), 1u);
        QCOMPARE(f.triage.messages.size(), 0u);
        f.triage.notes[0].source.finish(InternalNote {.id = {newUuid()},
            .lead = f.inbox.row(0).lead.id,
            .authorName = u"Mara"_s,
            .text = u"Ask Luis first"_s,
            .createdAt = f.clock.now()});
        auto *thread = f.page->findChild<ThreadView *>();
        QTRY_COMPARE(thread->cardCount(), 6);
        QVERIFY(thread->visibleText().contains(u"Ask Luis first"_s));
    }

    void offline_whatLeavesTheHouseIsRefused_andFieldsWait()
    {
        Desk f;
        QVERIFY(f.open());
        f.feed.setState(FeedStatus::State::Offline);
        QVERIFY(!f.button(u"draftApprove"_s)->isEnabled());
        QVERIFY(f.button(u"draftApprove"_s)->toolTip().contains(u"Offline"_s));
        f.commands.trigger(u"inbox.approve"_s);
        QCOMPARE(f.triage.approvals.size(), 0u);
        QVERIFY(f.choose(u"inbox.status"_s, u"unqual"_s));
        f.triage.changes[0].source.finish(Error::unavailable(u"down"_s));
        QTRY_COMPARE(f.writes.queuedCount(), 1);
    }

    void clientPortal_mayOnlyRead()
    {
        Desk f(u"CLIENT_PORTAL"_s);
        QVERIFY(f.open());
        for (const QString &command : {u"approve"_s, u"reject"_s, u"assign"_s, u"snooze"_s, u"status"_s,
                 u"sentiment"_s, u"blacklist"_s})
            f.commands.trigger(u"inbox."_s + command);
        QCOMPARE(f.triage.writeCount(), 0);
        QVERIFY(!f.button(u"head_status"_s)->isEnabled());
        QVERIFY(f.button(u"head_status"_s)->toolTip().contains(u"role"_s));
    }

    void opening_marksReadAfterASecond_unlessKeptUnread()
    {
        Desk f;
        f.triage.answerReadMark = [](const auto &) -> Result<bool> { return true; };
        ConversationDetail detail = f.inbox.conversation(f.inbox.row(0).lead.id);
        detail.conversation.isUnread = true;
        f.gateway.answerConversation
            = [detail](auto, auto, auto) -> Result<ConversationDetail> { return detail; };
        QVERIFY(f.open());
        QCOMPARE(f.triage.readMarks.size(), 0u);
        QTRY_COMPARE(f.triage.readMarks.size(), 1u);
        QVERIFY(f.triage.readMarks[0].isRead);
        QTest::qWait(10);
        f.commands.trigger(u"inbox.unread"_s);
        QCOMPARE(f.triage.readMarks.size(), 2u);
        QVERIFY(!f.triage.readMarks[1].isRead);
        QTest::qWait(1200);
        QCOMPARE(f.triage.readMarks.size(), 2u);
    }

    void ticked_areChangedTogether_andRefusalsCanBeShown()
    {
        Desk f;
        QVERIFY(f.open());
        f.click(1, Qt::ControlModifier);
        f.click(2, Qt::ControlModifier);
        QVERIFY(f.page->findChild<QWidget *>(u"bulkBar"_s)->isVisible());
        QVERIFY(f.choose(u"inbox.status"_s, u"unqual"_s));
        QCOMPARE(f.triage.bulkChanges.size(), 1u);
        QCOMPARE(f.triage.bulkChanges[0].selection.leads.size(), 3);
        QCOMPARE(f.triage.changes.size(), 0u);
        f.triage.answerNames
            = [](const auto &) -> Result<QHash<LeadId, QString>> { return QHash<LeadId, QString>(); };
        const LeadId refused = f.inbox.row(2).lead.id;
        f.triage.bulkChanges[0].source.finish(BulkOutcome {.changed = 2,
            .before = {{.lead = f.inbox.row(0).lead.id}},
            .refused = {{refused, u"CONFLICT"_s}}});
        QTRY_VERIFY(f.undoText().contains(u"1 not changed"_s));
        QTest::mouseClick(f.button(u"undoButton"_s), Qt::LeftButton);
        auto *picker = f.page->findChild<ChoicePicker *>();
        QTRY_VERIFY(picker->isOpen());
        QTest::keyClick(picker->searchBox(), Qt::Key_Return);
        QTRY_COMPARE(f.view().currentLead(), refused);
    }

    void allMatching_goesAsAQuery()
    {
        Desk f;
        QVERIFY(f.open());
        f.commands.trigger(u"inbox.selectAll"_s);
        QVERIFY(f.choose(u"inbox.assign"_s, u"oka"_s));
        QCOMPARE(f.triage.bulkChanges.size(), 1u);
        QVERIFY(f.triage.bulkChanges[0].selection.allOf);
        QVERIFY(f.undoText().contains(u"3022"_s) || f.undoText().contains(u"3,022"_s));
    }

    void bulkApproval_showsEachRecipientFirst()
    {
        Desk f;
        QVERIFY(f.open());
        f.click(1, Qt::ControlModifier);
        f.click(2, Qt::ControlModifier);
        f.commands.trigger(u"inbox.approve"_s);
        QCOMPARE(f.triage.approvals.size(), 0u);
        auto *sheet = f.page->findChild<QWidget *>(u"approveSheet"_s);
        QVERIFY(sheet && sheet->isVisible());
        auto *send = sheet->findChild<QAbstractButton *>(u"approveAll"_s);
        QTRY_VERIFY(send->isEnabled());
        QStringList texts;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            texts.append(label->text());
        for (int row = 0; row < 3; ++row)
            QVERIFY(texts.join(u'|').contains(f.inbox.row(row).lead.name()));
        const int drafts = static_cast<int>(f.inbox.row(0).hasAiDraft) + f.inbox.row(1).hasAiDraft
            + f.inbox.row(2).hasAiDraft;
        const int leftOut = static_cast<int>(texts.join(u'|').count(u"left out"_s));
        QTest::mouseClick(send, Qt::LeftButton);
        QCOMPARE(int(f.triage.approvals.size()), drafts - leftOut);
        QVERIFY(!f.triage.approvals.empty());
    }

    void rowMenu_offersTheSame()
    {
        Desk f;
        QVERIFY(f.open());
        Q_EMIT f.view().customContextMenuRequested(QPoint(10, 10));
        auto *menu = f.page->findChild<QMenu *>(u"rowMenu"_s);
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts.append(action->text().section(u'\t', 0, 0));
        for (const QString &text : {u"Assign"_s, u"Snooze"_s, u"Set status"_s, u"Blacklist"_s})
            QVERIFY2(texts.contains(text), qPrintable(text));
        menu->close();
    }

    void savedView_keepsTheFilters_andBringsThemBack()
    {
        Desk f;
        QVERIFY(f.open());
        QTRY_COMPARE(f.triage.views.size(), 1u);
        f.triage.views[0].source.finish(QList<SavedView>());
        f.page->restoreState({.params = {{u"filter"_s, u"attention"_s}, {u"scoreFilter"_s, u"3+"_s}}});
        f.commands.trigger(u"inbox.saveView"_s);
        auto *name = f.page->findChild<QLineEdit *>(u"viewName"_s);
        QVERIFY(name->isVisible());
        QTest::keyClicks(name, u"Hot ones"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(f.triage.savedViews.size(), 1u);
        SavedView saved = f.triage.savedViews[0].view;
        QCOMPARE(saved.query.category, InboxCategory::Attention);
        QCOMPARE(saved.query.score, ScoreFilter::AtLeast3);
        saved.id = newUuid();
        f.triage.savedViews[0].source.finish(saved);
        QAbstractButton *view = nullptr;
        QTRY_VERIFY((view = f.button(u"view_Hot ones"_s)));
        QVERIFY(view->isChecked());
        f.page->restoreState({});
        QVERIFY(!view->isChecked());
        QCOMPARE(f.page->paletteEntries().size(), 1);
        f.page->paletteEntries().first().run();
        QCOMPARE(f.gateway.pages.back().query.score, ScoreFilter::AtLeast3);
        QVERIFY(view->isChecked());
    }

    void leaving_asksForWhatWaits_andAboutWhatIsNotSent()
    {
        Desk f;
        QVERIFY(f.open());
        QVERIFY(!leaveQuestion(f.writes, f.memory.unsent));
        f.commands.trigger(u"inbox.reject"_s);
        QCOMPARE(f.triage.rejections.size(), 0u); // it can still be undone
        QVERIFY(leaveQuestion(f.writes, f.memory.unsent));
        QCOMPARE(f.triage.rejections.size(), 1u);
        f.triage.rejections[0].source.finish(DraftOutcome());
        QTRY_VERIFY(!leaveQuestion(f.writes, f.memory.unsent));
        f.commands.trigger(u"inbox.note"_s);
        QTest::keyClicks(f.page->findChild<ReplyEditor *>(u"noteText"_s), u"half a"_s);
        QVERIFY(leaveQuestion(f.writes, f.memory.unsent));
    }

    void done_marksReadAndGoesOn()
    {
        Desk f;
        QVERIFY(f.open());
        f.commands.trigger(u"inbox.done"_s);
        QCOMPARE(f.triage.readMarks.size(), 1u);
        QTRY_COMPARE(f.view().currentRow(), 1);
    }
};

QTEST_MAIN(tst_TriageDesk)
#include "tst_triagedesk.moc"
