// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on a conversation and on a selection.
#include "tests/shots/sceneinbox.h"
#include "tests/shots/shotlist.h"
#include "tests/support/waitlimit.h"
#include "ui/inbox/choicepicker.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/replyeditor.h"

#include <QLineEdit>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Play = std::function<void(ShellStage &, SceneInbox &)>;

const QList<Assignee> People {
    {{QUuid::createUuidV5(QUuid(), u"user-1"_s)}, u"Mara Kaya"_s, u"mara@brightline.example"_s, u"OWNER"_s},
    {{QUuid::createUuidV5(QUuid(), u"user-2"_s)}, u"Dana Okafor"_s, u"dana@brightline.example"_s,
        u"SETTER"_s},
    {{QUuid::createUuidV5(QUuid(), u"user-3"_s)}, u"Jonas Brandt"_s, u"jonas@brightline.example"_s,
        u"INBOX_MANAGER"_s},
    {{QUuid::createUuidV5(QUuid(), u"user-4"_s)}, u"Ylva Lindqvist"_s, u"ylva@brightline.example"_s,
        u"SETTER"_s},
};

void clickRow(ShellStage &stage, int row, Qt::KeyboardModifiers modifiers = {})
{
    auto *view = stage.window->findChild<InboxListView *>();
    const QRect rect = view->visualRect(view->model()->index(row, 0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, rect.center());
    QTest::qWait(60);
}

ReplyEditor &editor(ShellStage &stage, const QString &name)
{
    return *stage.window->findChild<ReplyEditor *>(name);
}

void press(ShellStage &stage, const QString &command)
{
    stage.window->commands().trigger(u"inbox."_s + command);
    QTest::qWait(30);
}

void answerAll(ShellStage &stage, SceneInbox &box)
{
    box.triage.answerAssignees
        = [](const auto &) -> Result<QList<Assignee>> { return People + FakeInbox::setters(); };
    box.triage.answerViews = [&box](const auto &) -> Result<QList<SavedView>> {
        const InboxQuery all {.workspace = box.inbox.row(0).lead.workspace};
        InboxQuery mine = all;
        mine.search = u"dana"_s;
        InboxQuery hot = all;
        hot.score = ScoreFilter::Exactly4;
        return QList<SavedView> {{.id = newUuid(), .name = u"My leads"_s, .query = mine},
            {.id = newUuid(), .name = u"Score 4, Q1 West"_s, .query = hot, .isShared = true},
            {.id = newUuid(), .name = u"Everything"_s, .query = all, .position = 2}};
    };
    box.triage.answerReadMark = [](const auto &) -> Result<bool> { return true; };
    box.triage.answerApproval = [&stage](const auto &) -> Result<DraftOutcome> {
        return DraftOutcome {
            .send = OutboundSend {
                .id = {newUuid()}, .runAt = stage.clock.now() + 8s, .createdAt = stage.clock.now() + 1ms}};
    };
    box.triage.answerChange = [&stage](const auto &asked) -> Result<LeadOutcome> {
        LeadOutcome outcome;
        outcome.current.lead = asked.lead;
        outcome.current.assignedTo = asked.set.assignedTo.value_or(std::nullopt);
        outcome.current.status = asked.set.status.value_or(QString());
        outcome.current.sentimentTag = asked.set.sentimentTag.value_or(QString());
        outcome.current.updatedAt = stage.clock.now() + 1h;
        return outcome;
    };
}

/// The open conversation as the service has it is changed, and the feed tells.
void change(ShellStage &stage, SceneInbox &box, const std::function<void(ConversationDetail &)> &edit)
{
    const LeadId lead = box.inbox.row(0).lead.id;
    ConversationDetail detail = box.inbox.conversation(lead);
    detail.readAt = stage.clock.now();
    edit(detail);
    box.gateway.answerConversation
        = [detail](
              WorkspaceId, LeadId, std::optional<Instant>) -> Result<ConversationDetail> { return detail; };
    box.feed.tell({{.lead = lead, .workspace = detail.conversation.lead.workspace}});
    QTest::qWait(500);
}

OutboundSend sendIn(OutboundSend::State state, const ConversationDetail &detail)
{
    return {.id = {newUuid()},
        .lead = detail.conversation.lead.id,
        .channel = Channel::Email,
        .body = u"Hi, for forty seats the Team plan fits."_s,
        .to = {detail.conversation.lead.email},
        .state = state};
}

void replaceDraft(ConversationDetail &detail)
{
    detail.draft->content.replace(u"€ 39"_s, u"€ 36"_s);
    detail.draft->content.replace(u"Tuesday at 3 pm works on our side."_s, u"Tuesday and Thursday work."_s);
    detail.draft->updatedAt += 1min;
}

QList<std::pair<QString, Play>> writingScenes()
{
    return {
        {u"draft-edited"_s,
            [](ShellStage &stage, SceneInbox &) {
                press(stage, u"reply"_s);
                ReplyEditor &draft = editor(stage, u"draftText"_s);
                draft.moveCursor(QTextCursor::End);
                QTest::keyClicks(&draft, u" I can call you before noon as well."_s);
            }},
        {u"draft-changed"_s,
            [](ShellStage &stage, SceneInbox &box) {
                QTest::keyClicks(&editor(stage, u"draftText"_s), u"Mine: "_s);
                change(stage, box, replaceDraft);
            }},
        {u"draft-compare"_s,
            [](ShellStage &stage, SceneInbox &box) {
                QTest::keyClicks(&editor(stage, u"draftText"_s), u"Mine: "_s);
                change(stage, box, replaceDraft);
                QTest::mouseClick(
                    stage.window->findChild<QAbstractButton *>(u"draftCompare"_s), Qt::LeftButton);
            }},
        {u"undo-send"_s,
            [](ShellStage &stage, SceneInbox &box) {
                box.memory.afterReply = InboxMemory::AfterReply::Stay;
                press(stage, u"approve"_s);
                QTest::qWait(100);
                stage.clock.advance(2s);
                QTest::qWait(300);
            }},
        {u"undo-more"_s,
            [](ShellStage &stage, SceneInbox &box) {
                box.memory.afterReply = InboxMemory::AfterReply::Stay;
                for (const int row : {2, 6, 0}) {
                    clickRow(stage, row);
                    press(stage, u"approve"_s);
                }
                QTest::qWait(300);
                stage.clock.advance(3s);
                QTest::qWait(300);
            }},
    };
}

QList<std::pair<QString, Play>> composingScenes()
{
    return {
        {u"composer"_s,
            [](ShellStage &stage, SceneInbox &) {
                QTest::mouseClick(stage.window->findChild<QAbstractButton *>(u"dockReply"_s), Qt::LeftButton);
                QTest::keyClicks(
                    &editor(stage, u"replyText"_s), u"Hi Vanessa, the price list is attached."_s);
            }},
        {u"note"_s,
            [](ShellStage &stage, SceneInbox &box) {
                change(stage, box, [&](ConversationDetail &detail) {
                    detail.notes = {{.id = {newUuid()},
                        .lead = detail.conversation.lead.id,
                        .authorName = u"Dana Okafor"_s,
                        .text
                        = u"She decides together with the CFO. Do not quote the Scale plan before March."_s,
                        .createdAt = detail.messages.constLast().timestamp + 4min}};
                });
                press(stage, u"note"_s);
                QTest::keyClicks(&editor(stage, u"noteText"_s), u"Jonas knows the Portland office."_s);
            }},
    };
}

QList<std::pair<QString, Play>> sendScenes()
{
    return {
        {u"send-unknown"_s,
            [](ShellStage &stage, SceneInbox &box) {
                change(stage, box, [](ConversationDetail &detail) {
                    detail.draft.reset();
                    detail.sends = {sendIn(OutboundSend::State::Unknown, detail)};
                });
            }},
        {u"send-failed"_s,
            [](ShellStage &stage, SceneInbox &box) {
                change(stage, box, [](ConversationDetail &detail) {
                    detail.draft.reset();
                    OutboundSend send = sendIn(OutboundSend::State::Failed, detail);
                    send.error = u"REJECTED"_s;
                    detail.sends = {send};
                });
            }},
        {u"presence-viewing"_s,
            [](ShellStage &, SceneInbox &box) { box.feed.setViewers({{.name = u"Dana Okafor"_s}}); }},
        {u"presence-writing"_s,
            [](ShellStage &, SceneInbox &box) {
                box.feed.setViewers({{.name = u"Dana Okafor"_s, .isWriting = true}, {.name = u"Jonas"_s}});
            }},
        {u"lost"_s,
            [](ShellStage &stage, SceneInbox &box) {
                QTest::keyClicks(&editor(stage, u"draftText"_s), u"Mine: "_s);
                box.gateway.answerConversation = [](auto, auto, auto) -> Result<ConversationDetail> {
                    return Error::notFound(u"gone"_s);
                };
                box.feed.tell({{.kind = LeadEvent::Kind::Left, .lead = box.inbox.row(0).lead.id}});
                QTest::qWait(500);
                Q_UNUSED(stage);
            }},
    };
}

QList<std::pair<QString, Play>> triagingScenes()
{
    return {
        {u"assign"_s,
            [](ShellStage &stage, SceneInbox &) {
                press(stage, u"assign"_s);
                QTest::qWait(50);
            }},
        {u"assigned"_s,
            [](ShellStage &stage, SceneInbox &) {
                press(stage, u"assign"_s);
                QTest::qWait(50);
                auto *picker = stage.window->findChild<ChoicePicker *>();
                QTest::keyClicks(picker->searchBox(), u"dana"_s);
                QTest::keyClick(picker->searchBox(), Qt::Key_Return);
            }},
        {u"snooze"_s, [](ShellStage &stage, SceneInbox &) { press(stage, u"snooze"_s); }},
        {u"snooze-typed"_s,
            [](ShellStage &stage, SceneInbox &) {
                press(stage, u"snooze"_s);
                QTest::keyClicks(stage.window->findChild<ChoicePicker *>()->searchBox(), u"fri 14:30"_s);
            }},
        {u"status"_s, [](ShellStage &stage, SceneInbox &) { press(stage, u"status"_s); }},
        {u"sentiment"_s, [](ShellStage &stage, SceneInbox &) { press(stage, u"sentiment"_s); }},
    };
}

QList<std::pair<QString, Play>> conflictScenes()
{
    return {
        {u"conflict"_s,
            [](ShellStage &stage, SceneInbox &box) {
                box.triage.answerChange = [&stage](const auto &asked) -> Result<LeadOutcome> {
                    return LeadOutcome {.isConflict = true,
                        .current = {.lead = asked.lead,
                            .status = u"qualified"_s,
                            .updatedAt = stage.clock.now() + 1h}};
                };
                press(stage, u"status"_s);
                auto *picker = stage.window->findChild<ChoicePicker *>();
                QTest::keyClicks(picker->searchBox(), u"unqual"_s);
                QTest::keyClick(picker->searchBox(), Qt::Key_Return);
            }},
        {u"bulk"_s,
            [](ShellStage &stage, SceneInbox &) {
                for (const int row : {1, 2, 4})
                    clickRow(stage, row, Qt::ControlModifier);
            }},
        {u"bulk-all"_s,
            [](ShellStage &stage, SceneInbox &box) {
                box.triage.answerBulkChange = [&box](const auto &) -> Result<BulkOutcome> {
                    BulkOutcome outcome {.changed = 214, .before = {{.lead = box.inbox.row(0).lead.id}}};
                    for (int row = 1; row < 4; ++row)
                        outcome.refused.append({box.inbox.row(row).lead.id, u"CONFLICT"_s});
                    return outcome;
                };
                press(stage, u"selectAll"_s);
                press(stage, u"status"_s);
                auto *picker = stage.window->findChild<ChoicePicker *>();
                QTest::keyClicks(picker->searchBox(), u"unqual"_s);
                QTest::keyClick(picker->searchBox(), Qt::Key_Return);
                QTest::qWait(100);
            }},
    };
}

QList<std::pair<QString, Play>> queueScenes()
{
    return {
        {u"bulk-approve"_s,
            [](ShellStage &stage, SceneInbox &) {
                for (const int row : {1, 2, 3, 4})
                    clickRow(stage, row, Qt::ControlModifier);
                press(stage, u"approve"_s);
                QTest::qWait(200);
            }},
        {u"offline-queue"_s,
            [](ShellStage &stage, SceneInbox &box) {
                box.feed.setState(FeedStatus::State::Offline);
                box.triage.answerChange
                    = [](const auto &) -> Result<LeadOutcome> { return Error::unavailable(u"down"_s); };
                stage.connection.setStatus({ConnectionStatus::State::Offline, {}, stage.clock.now(),
                    stage.clock.now() - 31s, u"127.0.0.1:8080"_s, u"7f3a91c2"_s});
                for (const QString &typed : {u"unqual"_s, u"meeting"_s}) {
                    press(stage, u"status"_s);
                    auto *picker = stage.window->findChild<ChoicePicker *>();
                    QTest::keyClicks(picker->searchBox(), typed);
                    QTest::keyClick(picker->searchBox(), Qt::Key_Return);
                    QTest::qWait(50);
                }
            }},
    };
}

/// Opens the first conversation of the inbox, and goes on from there.
void playOpened(ShellStage &stage, const Play &play)
{
    SceneInbox &box = SceneInbox::of(stage);
    answerAll(stage, box);
    MainWindow &window = stage.openSignedIn(scenePages(stage));
    window.resize(1440, 900);
    QObject::connect(&box.writes, &TriageModel::pendingChanged, &window,
        [&window, &box] { window.setQueuedWrites(box.writes.queuedCount()); });
    const auto hasRows = [&stage] {
        const auto *view = stage.window->findChild<InboxListView *>();
        return view && view->isVisible() && view->model()->rowCount() > 0;
    };
    if (!QTest::qWaitFor(hasRows, WaitLimit))
        return;
    QTest::qWait(60); // the counts, and with them the list's length
    clickRow(stage, 0);
    const auto isOpen = [&stage] {
        const auto *dock = stage.window->findChild<QWidget *>(u"replyDock"_s);
        return dock && dock->isVisible();
    };
    if (QTest::qWaitFor(isOpen, WaitLimit))
        play(stage, box);
}

} // namespace

QList<Scene> triageScenes()
{
    QList<Scene> scenes;
    for (const auto &[name, play] : writingScenes() + composingScenes() + sendScenes() + triagingScenes()
            + conflictScenes() + queueScenes())
        scenes.append(
            {u"triage-"_s + name, [play = play](ShellStage &stage, QObject *) { playOpened(stage, play); }});
    return scenes;
}

} // namespace signalbox
