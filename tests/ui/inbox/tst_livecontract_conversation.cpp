// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The live-update contract (ux §10) on the conversation being read: L1, L6, L7, L8, presence, and what a
// person writes while all of that happens.
#include "tests/support/inboxfixture.h"
#include "tests/support/waitlimit.h"
#include "ui/base/errorbanner.h"
#include "ui/inbox/draftstrip.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/replyeditor.h"
#include "ui/inbox/threadview.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The page with the first conversation open, over a service whose conversation a test changes.
struct Reading : InboxFixture
{
    explicit Reading(const QString &role = u"INBOX_MANAGER"_s)
    {
        inbox.answer(gateway);
        detail = inbox.conversation(inbox.row(0).lead.id);
        gateway.answerConversation
            = [this](WorkspaceId, LeadId lead, std::optional<Instant>) -> Result<ConversationDetail> {
            if (isGone)
                return Error::notFound(u"gone"_s);
            return lead == detail.conversation.lead.id ? detail : inbox.conversation(lead);
        };
        page = makePage(1, role);
        page->restoreState({});
        page->show();
    }

    bool open(int row = 0)
    {
        auto *view = page->findChild<InboxListView *>();
        if (!QTest::qWaitFor([&] { return view->model()->rowCount() == 3022; }, WaitLimit))
            return false;
        QTest::mouseClick(
            view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(row, 0)).center());
        return QTest::qWaitFor([&] { return thread().cardCount() == 5; }, WaitLimit);
    }
    ThreadView &thread() const { return *page->findChild<ThreadView *>(); }
    ReplyEditor &editor(const QString &name) const { return *page->findChild<ReplyEditor *>(name); }
    QAbstractButton *button(const QString &name) const { return page->findChild<QAbstractButton *>(name); }
    QString strip(const QString &name) const
    {
        const auto *widget = page->findChild<QWidget *>(name);
        return widget->isVisible() ? widget->accessibleName() : QString();
    }
    /// Something happened to the open lead, as the feed tells it.
    void tell(LeadEvent::Kind kind = LeadEvent::Kind::Updated)
    {
        clock.advance(1s);
        feed.tell({{.kind = kind,
            .lead = detail.conversation.lead.id,
            .workspace = workspaceId(1),
            .updatedAt = clock.now()}});
    }
    void arrive(const QString &text)
    {
        Message message = detail.messages.constLast();
        message.id = {newUuid()};
        message.content = text;
        message.timestamp += 1min;
        detail.messages.append(message);
        tell();
    }

    ConversationDetail detail;
    bool isGone = false;
    std::unique_ptr<InboxDesk> page;
};

} // namespace

class tst_LiveContractConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void l6_accessLost_theConversationStaysReadOnly()
    {
        Reading f;
        QVERIFY(f.open());
        ReplyEditor &draft = f.editor(u"draftText"_s);
        QVERIFY(draft.isVisible());
        QTest::keyClicks(&draft, u"Mine. "_s);
        const QString text = draft.toPlainText();
        f.isGone = true;
        f.tell(LeadEvent::Kind::Left);
        QTRY_VERIFY(draft.isReadOnly());
        QCOMPARE(f.thread().cardCount(), 5);
        QVERIFY(f.thread().isVisible());
        QCOMPARE(draft.toPlainText(), text);
        QVERIFY(draft.textInteractionFlags() & Qt::TextSelectableByMouse); // it can still be copied
        QVERIFY(!f.button(u"draftApprove"_s)->isEnabled());
        QVERIFY(!f.button(u"draftApprove"_s)->toolTip().isEmpty());
        for (const QString &name : {u"head_assign"_s, u"head_snooze"_s, u"head_done"_s, u"head_unread"_s})
            QVERIFY(!f.button(name)->isEnabled());
        bool isSaid = false;
        for (const ErrorBanner *banner : f.page->findChildren<ErrorBanner *>())
            isSaid = isSaid || (banner->isVisible() && banner->text().contains(u"no longer in your inbox"_s));
        QVERIFY(isSaid);
        f.commands.trigger(u"inbox.approve"_s);
        QCOMPARE(f.triage.approvals.size(), 0u);
    }

    void l7_serverDraftChanged_mineIsNeverReplaced_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<bool>("isMine");
        QTest::addRow("keep mine") << u"draftMine"_s << true;
        QTest::addRow("use theirs") << u"draftTheirs"_s << false;
    }
    void l7_serverDraftChanged_mineIsNeverReplaced()
    {
        QFETCH(QString, choice);
        QFETCH(bool, isMine);
        Reading f;
        QVERIFY(f.open());
        ReplyEditor &draft = f.editor(u"draftText"_s);
        draft.setFocus();
        draft.moveCursor(QTextCursor::End);
        QTest::keyClicks(&draft, u" Mine."_s);
        const QString mine = draft.toPlainText();
        const int caret = draft.textCursor().position();
        f.detail.draft->content = u"Another text of the machine"_s;
        f.detail.draft->updatedAt += 1min;
        f.tell();
        QTRY_COMPARE(f.strip(u"draftNotice"_s), u"Draft changed on the server"_s);
        QCOMPARE(draft.toPlainText(), mine);
        QCOMPARE(draft.textCursor().position(), caret);
        QVERIFY(!f.button(u"draftApprove"_s)->isEnabled()); // first say which counts
        QTest::mouseClick(f.button(choice), Qt::LeftButton);
        QTRY_VERIFY(f.button(u"draftApprove"_s)->isEnabled());
        QCOMPARE(draft.toPlainText(), isMine ? mine : u"Another text of the machine"_s);
        f.commands.trigger(u"inbox.approve"_s);
        QCOMPARE(f.triage.approvals.size(), 1u);
        QCOMPARE(f.triage.approvals[0].expectedUpdatedAt, f.detail.draft->updatedAt);
        QCOMPARE(f.triage.approvals[0].content, isMine ? std::optional(mine) : std::nullopt);
    }

    void l7_compare_showsBoth()
    {
        Reading f;
        QVERIFY(f.open());
        QTest::keyClicks(&f.editor(u"draftText"_s), u"Mine. "_s);
        f.detail.draft->content = u"Theirs"_s;
        f.tell();
        QTRY_VERIFY(!f.strip(u"draftNotice"_s).isEmpty());
        QTest::mouseClick(f.button(u"draftCompare"_s), Qt::LeftButton);
        QWidget *sheet = nullptr;
        QTRY_VERIFY((sheet = f.page->findChild<QWidget *>(u"compareSheet"_s)));
        QTRY_VERIFY(sheet->isVisible());
        QVERIFY(sheet->findChild<QTextEdit *>(u"compareMineText"_s)->toPlainText().startsWith(u"Mine. "_s));
        QCOMPARE(sheet->findChild<QTextEdit *>(u"compareTheirsText"_s)->toPlainText(), u"Theirs"_s);
        QTest::mouseClick(sheet->findChild<QAbstractButton *>(u"compareTheirs"_s), Qt::LeftButton);
        QCOMPARE(f.editor(u"draftText"_s).toPlainText(), u"Theirs"_s);
    }

    void l7_draftGone_whatWasWrittenBecomesAReply()
    {
        Reading f;
        QVERIFY(f.open());
        QTest::keyClicks(&f.editor(u"draftText"_s), u"Mine. "_s);
        const QString mine = f.editor(u"draftText"_s).toPlainText();
        f.detail.draft.reset();
        f.tell();
        QTRY_VERIFY(f.strip(u"draftNotice"_s).contains(u"gone"_s));
        QCOMPARE(f.editor(u"draftText"_s).toPlainText(), mine);
        QTest::mouseClick(f.button(u"draftKeep"_s), Qt::LeftButton);
        QTRY_VERIFY(f.editor(u"replyText"_s).isVisible());
        QCOMPARE(f.editor(u"replyText"_s).toPlainText(), mine);
    }

    void l7_untouchedDraft_isReplacedQuietly()
    {
        Reading f;
        QVERIFY(f.open());
        f.detail.draft->content = u"A better text"_s;
        f.tell();
        QTRY_COMPARE(f.editor(u"draftText"_s).toPlainText(), u"A better text"_s);
        QVERIFY(f.strip(u"draftNotice"_s).isEmpty());
    }

    void l8_newMessage_followsAtTheBottom()
    {
        Reading f;
        QVERIFY(f.open());
        QVERIFY(f.thread().isAtBottom());
        f.arrive(u"One more thing."_s);
        QTRY_COMPARE(f.thread().cardCount(), 6);
        QVERIFY(f.thread().isAtBottom());
        QVERIFY(!f.button(u"newMessages"_s)->isVisible());
    }

    void l8_newMessage_whileReadingAbove_isAChip()
    {
        Reading f;
        QVERIFY(f.open());
        QTRY_VERIFY(f.thread().verticalScrollBar()->maximum() > 0);
        f.thread().verticalScrollBar()->setValue(0);
        f.arrive(u"One more thing."_s);
        QTRY_COMPARE(f.thread().cardCount(), 6);
        QCOMPARE(f.thread().verticalScrollBar()->value(), 0);
        QTRY_VERIFY(f.button(u"newMessages"_s)->isVisible());
        QVERIFY(f.button(u"newMessages"_s)->text().startsWith(u"1 "_s));
        QTest::mouseClick(f.button(u"newMessages"_s), Qt::LeftButton);
        QVERIFY(f.thread().isAtBottom());
        QVERIFY(!f.button(u"newMessages"_s)->isVisible());
    }

    void events_ofOneMoment_areOneQuestion()
    {
        Reading f;
        QVERIFY(f.open());
        QTest::qWait(50);
        f.gateway.forget();
        for (int i = 0; i < 20; ++i)
            f.tell();
        QTRY_COMPARE(f.gateway.conversations.size(), 1u);
        QTest::qWait(400);
        QCOMPARE(f.gateway.conversations.size(), 1u);
    }

    void l1_focusAndCaret_stayInTheEditor()
    {
        Reading f;
        QVERIFY(f.open());
        f.commands.trigger(u"inbox.note"_s);
        ReplyEditor &note = f.editor(u"noteText"_s);
        QVERIFY(note.hasFocus());
        QTest::keyClicks(&note, u"half a se"_s);
        f.arrive(u"One more thing."_s);
        f.detail.draft->content = u"changed"_s;
        f.tell();
        QTRY_COMPARE(f.thread().cardCount(), 6);
        QVERIFY(note.hasFocus());
        QTest::keyClicks(&note, u"ntence"_s);
        QCOMPARE(note.toPlainText(), u"half a sentence"_s);
    }

    void presence_isSaidAboveTheDraft()
    {
        Reading f;
        QVERIFY(f.open());
        QCOMPARE(f.feed.entered, f.detail.conversation.lead.id);
        f.feed.setViewers({{.name = u"Dana"_s}});
        QCOMPARE(f.strip(u"presence"_s), u"Dana is viewing"_s);
        f.feed.setViewers({{.name = u"Dana"_s, .isWriting = true}, {.name = u"Luis"_s}});
        QCOMPARE(f.strip(u"presence"_s), u"Dana is writing"_s);
        f.feed.setViewers({});
        QVERIFY(f.strip(u"presence"_s).isEmpty());
        f.page->hide();
        QVERIFY(f.feed.entered.isNull());
    }

    void writing_isToldFromTheFirstLetter_untilFiveSecondsAfterTheLast()
    {
        Reading f;
        QVERIFY(f.open());
        QVERIFY(!f.feed.writes);
        QTest::keyClicks(&f.editor(u"draftText"_s), u"M"_s);
        QVERIFY(f.feed.writes);
        QTRY_VERIFY(!f.feed.writes);
    }

    void unsentText_survivesGoingElsewhere_andThePage()
    {
        Reading f;
        QVERIFY(f.open());
        QTest::keyClicks(&f.editor(u"draftText"_s), u"Mine. "_s);
        const QString mine = f.editor(u"draftText"_s).toPlainText();
        f.commands.trigger(u"inbox.note"_s);
        QTest::keyClicks(&f.editor(u"noteText"_s), u"ask Luis"_s);
        QVERIFY(f.open(1));
        QVERIFY(f.editor(u"draftText"_s).toPlainText() != mine);
        QVERIFY(f.editor(u"noteText"_s).toPlainText().isEmpty());
        f.page.reset();
        f.page = f.makePage();
        f.page->restoreState({.item = f.detail.conversation.lead.id.toString()});
        f.page->show();
        QTRY_COMPARE(f.thread().cardCount(), 5);
        QCOMPARE(f.editor(u"draftText"_s).toPlainText(), mine);
        QCOMPARE(f.editor(u"noteText"_s).toPlainText(), u"ask Luis"_s);
    }
};

QTEST_MAIN(tst_LiveContractConversation)
#include "tst_livecontract_conversation.moc"
