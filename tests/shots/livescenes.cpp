// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/sceneinbox.h"
#include "tests/shots/shotlist.h"
#include "ui/live/livepage.h"
#include "ui/live/liveview.h"
#include "ui/shell/pagehost.h"

#include <QLineEdit>
#include <QTest>

#include <array>
#include <random>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A working day of a feed, the same each time.
class Replay
{
public:
    explicit Replay(ShellStage &stage)
        : m_stage(stage)
        , m_box(SceneInbox::of(stage))
    {
        m_box.triage.answerNames = [this](const auto &asked) -> Result<QHash<LeadId, QString>> {
            QHash<LeadId, QString> names;
            for (int i = 0; i < Leads; ++i) {
                if (asked.leads.contains(m_box.inbox.lead(i)))
                    names.insert(m_box.inbox.lead(i), m_box.inbox.row(i).lead.name());
            }
            return names;
        };
        m_box.triage.answerAssignees = [&stage](const auto &) -> Result<QList<Assignee>> {
            QList<Assignee> people;
            for (const Member &member : stage.members.members)
                people.append({member.user, member.name, member.email, member.role});
            return people;
        };
    }

    /// The feed is live since an hour before `minutes` of events.
    void run(int minutes)
    {
        const Instant now = m_stage.clock.now();
        m_stage.clock.setNow(now - std::chrono::minutes(minutes));
        m_box.live.flush();
        m_box.live.events().clear();
        setState(FeedStatus::State::Live, 42min);
        for (int second = 0; second < minutes * 60; ++second) {
            const unsigned busy = 1 + 2 * ((unsigned(second) / 200) % 3);
            const unsigned count = m_random() % (busy + 1);
            for (unsigned i = 0; i < count; ++i) {
                m_stage.clock.advance(std::chrono::milliseconds(70 + m_random() % 120));
                tellLead();
            }
            m_stage.clock.setNow(
                now - std::chrono::minutes(minutes) + std::chrono::seconds(second + 1) + m_away);
            if (second % 25 == 0)
                Q_EMIT m_stage.feed.heartbeatAnswered(std::chrono::milliseconds(9 + m_random() % 14));
            if (second % 7 == 3)
                m_stage.feed.tellCounts(u"v%1"_s.arg(8811 + second / 7), m_stage.clock.now() - 80ms);
            if (minutes > 2 && second == minutes * 40)
                interrupt();
        }
        m_box.live.flush();
    }

    void tellLead(std::optional<int> latency = std::nullopt)
    {
        const int number = int(m_random() % Leads);
        LeadEvent event = m_leads.value(number);
        const bool isNew = event.lead.isNull();
        event.kind = isNew && m_random() % 3 == 0 ? LeadEvent::Kind::Inserted
            : m_random() % 60 == 0                ? LeadEvent::Kind::Left
                                                  : LeadEvent::Kind::Updated;
        event.lead = m_box.inbox.lead(number);
        event.workspace = m_stage.feed.workspace();
        const int ms = latency.value_or(24 + int(m_random() % 120) + (m_random() % 40 == 0 ? 700 : 0));
        event.receivedAt = m_stage.clock.now();
        event.committedAt = event.receivedAt - std::chrono::milliseconds(ms);
        if (event.kind != LeadEvent::Kind::Left)
            change(event, isNew);
        else
            event = LeadEvent {.kind = event.kind,
                .lead = event.lead,
                .committedAt = event.committedAt,
                .receivedAt = event.receivedAt};
        event.updatedAt = event.committedAt;
        event.position = "00000000016b3748.00000003"_ba;
        m_leads.insert(number, event);
        m_stage.feed.tell({event});
    }

    void setState(
        FeedStatus::State state, std::chrono::minutes ago, const QString &reason = {}, int attempt = 0)
    {
        FeedStatus status = m_stage.feed.status();
        status.state = state;
        status.reason = reason;
        status.since = m_stage.clock.now() - ago;
        status.attempt = attempt;
        status.nextAttemptAt.reset();
        if (state == FeedStatus::State::Connecting)
            status.nextAttemptAt = m_stage.clock.now() + 8s;
        if (state == FeedStatus::State::Live)
            status.latency = 14ms;
        m_stage.feed.setStatus(status);
    }

    LiveMemory &memory() { return m_box.live; }

private:
    static constexpr int Leads = 60;

    void change(LeadEvent &event, bool isNew)
    {
        static const std::array Sentiments {u"Neutral"_s, u"Interested"_s, u"Meeting Requested"_s,
            u"Information Requested"_s, u"Not Interested"_s, u"Out of Office"_s};
        static const std::array Statuses {u"new"_s, u"qualified"_s, u"meeting-booked"_s, u"not-interested"_s};
        const auto &people = m_stage.members.members;
        const unsigned what = isNew ? 0 : m_random() % 5;
        if (isNew || what == 1)
            event.sentimentTag = Sentiments[m_random() % Sentiments.size()];
        if (isNew || what == 2)
            event.status = Statuses[m_random() % Statuses.size()];
        if (isNew || what == 3)
            event.assignedTo = people.at(int(m_random() % 4)).user;
        if (what == 0 || what == 4) {
            event.lastMessageAt = event.committedAt;
            event.lastMessageDirection = what == 0 ? u"inbound"_s : u"outbound"_s;
            (what == 0 ? event.lastInboundAt : event.lastOutboundAt) = event.committedAt;
        }
    }

    void interrupt()
    {
        setState(FeedStatus::State::Connecting, 0min, u"dropped"_s, 1);
        m_stage.clock.advance(13s);
        m_away = 13s;
        setState(FeedStatus::State::Live, 0min);
        FeedStatus status = m_stage.feed.status();
        status.lastResyncAt = m_stage.clock.now();
        m_stage.feed.setStatus(status);
        m_stage.feed.tellResync(u"too_old"_s);
    }

    ShellStage &m_stage;
    SceneInbox &m_box;
    std::mt19937 m_random {20260218};
    QHash<int, LeadEvent> m_leads;
    std::chrono::seconds m_away {0};
};

using After = std::function<void(ShellStage &, Replay &)>;

LiveView &table(ShellStage &stage)
{
    return *stage.window->findChild<LiveView *>();
}

Scene scene(const QString &name, int minutes, const After &after = {}, const QSize &size = {1440, 900})
{
    return {u"live-"_s + name,
        [minutes, after, size](ShellStage &stage, QObject *) {
            Replay replay(stage);
            MainWindow &window = stage.openSignedIn(scenePages(stage));
            window.resize(size);
            QTest::qWait(60);
            if (minutes > 0)
                replay.run(minutes);
            window.commands().trigger(u"page.live"_s);
            QTest::qWait(150); // names arrive
            if (after)
                after(stage, replay);
            QTest::qWait(150);
        },
        250, Environment::Development, size};
}

void filter(ShellStage &stage, const QString &text)
{
    stage.window->findChild<QLineEdit *>(u"liveFilter"_s)->setText(text);
    QTest::qWait(250);
}

/// A row of a kind from the end, chosen.
void choose(ShellStage &stage, LiveKind kind, bool hasBefore)
{
    LiveView &view = table(stage);
    const EventFeedModel &events = SceneInbox::of(stage).live.events();
    for (int row = events.rowCount() - 4; row > 0; --row) {
        const LiveRecord *record = events.record(row);
        if (record && record->kind == kind && (!hasBefore || !changesOf(*record).isEmpty()))
            return view.setCurrentRow(row);
    }
}

void goOffline(ShellStage &stage)
{
    stage.connection.setStatus({ConnectionStatus::State::Offline, {}, stage.clock.now(),
        stage.clock.now() - 31s, u"127.0.0.1:8080"_s, u"7f3a91c2"_s});
}

QList<Scene> pageScenes()
{
    return {
        scene(u"data"_s, 9),
        scene(u"empty"_s, 0, [](ShellStage &, Replay &replay) { replay.memory().events().clear(); }),
        scene(u"paused"_s, 4,
            [](ShellStage &stage, Replay &replay) {
                stage.window->commands().trigger(u"live.pause"_s);
                for (int i = 0; i < 214; ++i)
                    replay.tellLead();
            }),
        scene(u"scrolled"_s, 4,
            [](ShellStage &stage, Replay &replay) {
                table(stage).setCurrentRow(40);
                for (int i = 0; i < 38; ++i)
                    replay.tellLead();
            }),
        scene(u"filtered"_s, 6,
            [](ShellStage &stage, Replay &) {
                filter(stage, u"kind:lead.updated setter:dana latency:>60"_s);
            }),
        scene(u"filtered-empty"_s, 4,
            [](ShellStage &stage, Replay &) { filter(stage, u"status:blacklisted latency:>5000"_s); }),
        scene(u"filter-wrong"_s, 4, [](ShellStage &stage, Replay &) { filter(stage, u"kind:lead.moved"_s); }),
        scene(
            u"detail"_s, 6, [](ShellStage &stage, Replay &) { choose(stage, LiveKind::LeadUpdated, true); }),
        scene(u"replay"_s, 12,
            [](ShellStage &stage, Replay &) { table(stage).showMoment(stage.clock.now() - 4min); }),
        scene(u"aggregated"_s, 2,
            [](ShellStage &stage, Replay &replay) {
                for (int second = 0; second < 4; ++second) {
                    for (int i = 0; i < 1000; ++i) {
                        stage.clock.advance(1ms);
                        replay.tellLead();
                    }
                }
                replay.memory().flush();
                const EventFeedModel &events = replay.memory().events();
                for (int row = events.rowCount() - 1; row > 0; --row) {
                    if (events.row(row).isGroup && events.row(row).count < 40) {
                        replay.memory().events().setExpanded(row, true);
                        break;
                    }
                }
            }),
        scene(u"masked"_s, 3,
            [](ShellStage &stage, Replay &) { stage.preferences.set(u"live/names"_s, u"masked"_s); }),
        scene(u"narrow"_s, 6, [](ShellStage &stage, Replay &) { choose(stage, LiveKind::LeadUpdated, true); },
            {1024, 640}),
    };
}

QList<Scene> stateScenes()
{
    return {
        scene(u"polling"_s, 4,
            [](ShellStage &, Replay &replay) {
                replay.setState(FeedStatus::State::Polling, 3min, u"overdue"_s);
                replay.memory().flush();
            }),
        scene(u"connecting"_s, 4,
            [](ShellStage &, Replay &replay) {
                replay.setState(FeedStatus::State::Connecting, 0min, u"dropped"_s, 2);
                replay.memory().flush();
            }),
        scene(u"offline"_s, 4,
            [](ShellStage &stage, Replay &replay) {
                goOffline(stage);
                replay.setState(FeedStatus::State::Offline, 0min, u"unreachable"_s);
                replay.memory().flush();
            }),
        scene(u"refused"_s, 4,
            [](ShellStage &, Replay &replay) {
                replay.setState(FeedStatus::State::Refused, 1min, u"ended"_s);
                replay.memory().flush();
            }),
    };
}

} // namespace

QList<Scene> livePageScenes()
{
    QList<Scene> scenes = pageScenes() + stateScenes();
    scenes.append({u"settings-notifications"_s, [](ShellStage &stage, QObject *) {
                       MainWindow &window = stage.openSignedIn(scenePages(stage));
                       window.resize(1440, 900);
                       QTest::qWait(60);
                       window.commands().trigger(u"page.settings"_s);
                       window.host().page()->restoreState({u"notifications"_s, {}});
                   }});
    return scenes;
}

} // namespace signalbox
