// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/sceneanalytics.h"
#include "tests/shots/sceneinbox.h"
#include "tests/shots/shotlist.h"
#include "tests/support/waitlimit.h"
#include "ui/analytics/analyticspage.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/threadview.h"
#include "ui/live/livepage.h"
#include "ui/shell/pagehost.h"

#include <QScrollBar>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What is special about a picture of the inbox.
struct InboxScene
{
    QString name;
    std::function<void(ShellStage &, SceneInbox &)> before; ///< the page is made
    std::function<void(ShellStage &, SceneInbox &)> after; ///< its first answers are there
    QMap<QString, QString> params; ///< of the link
    QSize size = {1440, 900};
};

InboxDesk &desk(ShellStage &stage)
{
    return *stage.window->findChild<InboxDesk *>();
}

void openRow(ShellStage &stage, int row)
{
    auto *view = desk(stage).findChild<InboxListView *>();
    const QRect rect = view->visualRect(view->model()->index(row, 0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rect.center());
    QTest::qWait(40);
}

std::function<void(ShellStage &, SceneInbox &)> opening(int row)
{
    return [row](ShellStage &stage, SceneInbox &) { openRow(stage, row); };
}

Error unavailable()
{
    return {.kind = Error::Kind::Unavailable, .requestId = u"7f3a91c2"_s};
}

std::function<void(ShellStage &, SceneInbox &)> failing(const Error &error)
{
    return [error](ShellStage &, SceneInbox &box) {
        box.gateway.answerPage
            = [error](const auto &, const auto &, int) -> Result<InboxPage> { return error; };
    };
}

void answerNothing(ShellStage &, SceneInbox &box)
{
    CountsReading none = box.inbox.counts();
    none.counts = {.computedAt = none.counts.computedAt};
    box.gateway.answerCounts = [none](WorkspaceId) -> Result<CountsReading> { return none; };
    box.gateway.answerPage = [](const auto &, const auto &, int) -> Result<InboxPage> { return InboxPage(); };
}

void failEverything(SceneInbox &box)
{
    box.gateway.answerPage
        = [](const auto &, const auto &, int) -> Result<InboxPage> { return unavailable(); };
    box.gateway.answerCounts = [](WorkspaceId) -> Result<CountsReading> { return unavailable(); };
    box.gateway.answerConversation
        = [](WorkspaceId, LeadId, std::optional<Instant>) -> Result<ConversationDetail> {
        return unavailable();
    };
}

Scene scene(const InboxScene &inbox)
{
    return {u"inbox-"_s + inbox.name,
        [inbox](ShellStage &stage, QObject *) {
            SceneInbox &box = SceneInbox::of(stage);
            if (inbox.before)
                inbox.before(stage, box);
            MainWindow &window = stage.openSignedIn(scenePages(stage));
            window.resize(inbox.size);
            QTest::qWait(60);
            if (!QTest::qWaitFor([&window] { return window.host().page() != nullptr; }, WaitLimit))
                return;
            window.host().page()->restoreState({{}, inbox.params});
            QTest::qWait(60);
            if (inbox.after)
                inbox.after(stage, box);
        },
        300, Environment::Development, inbox.size};
}

const QMap<QString, QString> Attention {{u"filter"_s, u"attention"_s}};
const QMap<QString, QString> Search {
    {u"filter"_s, u"attention"_s}, {u"search"_s, u"pricing"_s}, {u"channels"_s, u"email"_s}};

QList<InboxScene> readingScenes()
{
    return {
        {u"list"_s, {}, {}, Attention},
        {u"conversation"_s, {}, opening(0)},
        {u"conversation-rtl"_s, {}, opening(4)},
        {u"conversation-html"_s, {},
            [](ShellStage &stage, SceneInbox &) {
                openRow(stage, 0);
                auto *thread = stage.window->findChild<ThreadView *>();
                thread->verticalScrollBar()->setValue(0);
            }},
        {u"lead-card"_s, {},
            [](ShellStage &stage, SceneInbox &) {
                openRow(stage, 1);
                stage.window->commands().trigger(u"inbox.leadCard"_s);
            }},
        {u"search"_s, {}, opening(0), Search},
        {u"filters"_s, {}, opening(2),
            {{u"channels"_s, u"email,sms"_s}, {u"sentimentTags"_s, u"Interested"_s},
                {u"scoreFilter"_s, u"3+"_s}}},
        {u"compact"_s,
            [](ShellStage &stage, SceneInbox &) {
                stage.preferences.set(u"appearance/density"_s, u"compact"_s);
            },
            opening(0)},
        {u"zoom"_s,
            [](ShellStage &stage, SceneInbox &) { stage.preferences.set(u"appearance/zoom"_s, u"150"_s); },
            opening(0)},
        {u"narrow"_s, {}, {}, {}, {1024, 640}},
        {u"narrow-conversation"_s, {},
            [](ShellStage &stage, SceneInbox &) {
                openRow(stage, 0);
                auto *view = desk(stage).findChild<InboxListView *>();
                QTest::keyClick(view, Qt::Key_Return);
            },
            {}, {1024, 640}},
    };
}

/// Twelve leads write for the first time and three again.
void fillPill(ShellStage &stage, SceneInbox &box)
{
    for (int i = 0; i < 12; ++i)
        box.inbox.insertAtTop();
    for (const int position : {40, 44, 48})
        box.inbox.moveToTop(position);
    box.inbox.setVersion(u"v2"_s);
    desk(stage).beat();
}

void tick(ShellStage &stage, int row)
{
    auto *view = desk(stage).findChild<InboxListView *>();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ControlModifier,
        view->visualRect(view->model()->index(row, 0)).center());
}

void makeGhosts(ShellStage &stage, SceneInbox &box)
{
    openRow(stage, 0);
    const std::array<std::pair<int, int>, 4> departures {
        {{6, 0}, {4, AiSentBit}, {3, NeedsRepairBit}, {1, ResponsesBit}}};
    for (const auto &[position, categories] : departures) {
        const LeadId lead = box.inbox.row(position).lead.id;
        box.inbox.removeAt(position, categories);
        box.feed.tell(
            {{.kind = categories ? LeadEvent::Kind::Updated : LeadEvent::Kind::Left, .lead = lead}});
    }
    QTest::qWait(500);
}

QList<InboxScene> movingScenes()
{
    return {
        {u"pill"_s, {},
            [](ShellStage &stage, SceneInbox &box) {
                openRow(stage, 1);
                fillPill(stage, box);
            }},
        {u"ghosts"_s, {}, makeGhosts, Attention},
        {u"ghosts-compact"_s,
            [](ShellStage &stage, SceneInbox &) {
                stage.preferences.set(u"appearance/density"_s, u"compact"_s);
            },
            makeGhosts},
        {u"frozen"_s, {},
            [](ShellStage &stage, SceneInbox &box) {
                openRow(stage, 1);
                for (const int row : {2, 4, 5})
                    tick(stage, row);
                stage.clock.advance(10s);
                fillPill(stage, box);
                QTest::qWait(700);
            }},
        {u"polling"_s, {},
            [](ShellStage &stage, SceneInbox &box) {
                openRow(stage, 2);
                box.feed.setState(FeedStatus::State::Polling, u"overdue"_s);
                stage.clock.advance(42s);
                QTest::qWait(1100);
            }},
        {u"feed-offline"_s, {},
            [](ShellStage &stage, SceneInbox &box) {
                openRow(stage, 1);
                failEverything(box);
                stage.clock.advance(31s);
                box.feed.setState(FeedStatus::State::Offline, u"unreachable"_s);
                stage.connection.setStatus({ConnectionStatus::State::Offline, {}, stage.clock.now(),
                    stage.clock.now() - 31s, u"127.0.0.1:8080"_s, u"7f3a91c2"_s});
                desk(stage).beat();
            }},
        {u"tint"_s, {},
            [](ShellStage &stage, SceneInbox &box) {
                stage.theme.setMotion(true);
                openRow(stage, 1);
                box.inbox.retag(3, u"Meeting Requested"_s);
                desk(stage).beat();
            }},
    };
}

QList<InboxScene> stateScenes()
{
    return {
        {u"loading"_s,
            [](ShellStage &, SceneInbox &box) {
                box.gateway.answerPage = {};
                box.gateway.answerCounts = {};
            }},
        {u"refreshing"_s, {},
            [](ShellStage &stage, SceneInbox &box) {
                openRow(stage, 1);
                box.gateway.answerPage = {};
                box.gateway.answerConversation = {};
                desk(stage).refresh();
            }},
        {u"stale"_s, {},
            [](ShellStage &stage, SceneInbox &box) {
                openRow(stage, 2);
                stage.clock.advance(4min);
                box.gateway.answerCounts = {};
                box.gateway.answerPage = {};
                QTest::qWait(1100); // ages are written once a second
            }},
        {u"error-old-data"_s, {},
            [](ShellStage &stage, SceneInbox &box) {
                openRow(stage, 2);
                stage.clock.advance(4min);
                failEverything(box);
                desk(stage).beat();
            }},
        {u"error-conversation"_s,
            [](ShellStage &, SceneInbox &box) {
                box.gateway.answerConversation
                    = [](WorkspaceId, LeadId, std::optional<Instant>) -> Result<ConversationDetail> {
                    return unavailable();
                };
            },
            opening(1)},
        {u"error"_s, failing(unavailable())},
        {u"disabled"_s, failing({.kind = Error::Kind::Unavailable, .code = u"READ_API_DISABLED"_s})},
        {u"forbidden"_s, failing({.kind = Error::Kind::Denied})},
        {u"first-run"_s, answerNothing},
        {u"filtered-empty"_s, answerNothing, {}, Search},
        {u"all-clear"_s, answerNothing, {}, Attention},
        {u"offline"_s, {},
            [](ShellStage &stage, SceneInbox &box) {
                openRow(stage, 1);
                failEverything(box);
                stage.clock.advance(31s);
                stage.connection.setStatus({ConnectionStatus::State::Offline, {}, stage.clock.now(),
                    stage.clock.now() - 31s, u"127.0.0.1:8080"_s, u"7f3a91c2"_s});
                desk(stage).beat();
            }},
    };
}

} // namespace

QList<PageSpec> scenePages(ShellStage &stage)
{
    SceneInbox &box = SceneInbox::of(stage);
    SceneAnalytics &numbers = SceneAnalytics::of(stage);
    return {inboxPageSpec({box.gateway, box.triage, box.feed, box.writes}, box.memory),
        analyticsPageSpec({numbers.gateway, numbers.memory, numbers.exports, &stage.feed},
            analyticsTabs(&stage.preferences)),
        livePageSpec({box.live, stage.connection, stage.preferences})};
}

QList<Scene> inboxScenes()
{
    QList<Scene> scenes;
    for (const InboxScene &inbox : readingScenes() + movingScenes() + stateScenes())
        scenes.append(scene(inbox));
    return scenes;
}

} // namespace signalbox
