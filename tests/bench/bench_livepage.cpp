// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ux G5 on the Live page: 1,000 events/s for 60 s into a full recording with the page open, once following
// the end and once reading in the middle. A frame is what a timer's tick costs: record, lay out, paint.
// Prints one JSON line each; `bench_livepage SECONDS` runs shorter.
#include "models/live/livememory.h"
#include "tests/bench/benchreport.h"
#include "tests/support/fakerealtimefeed.h"
#include "tests/support/fakeshell.h"
#include "tests/support/feedevents.h"
#include "ui/live/livepage.h"
#include "ui/live/liveview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

#include <malloc.h>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int EventsASecond = 1000;
constexpr double FrameMs = 16.6;

double heapMb()
{
    return double(mallinfo2().uordblks) / 1e6;
}

/// Everything the page needs, over fakes; the clock is the machine's, so that seconds pass.
struct Stand
{
    Stand()
        : memory(feed, triage, clock)
    {
        answerFeedNames(triage);
        feed.follow(feedWorkspace());
        commands.declare(livePageSpec({memory, connection, preferences}).commands);
    }

    QList<LeadEvent> events(int count)
    {
        QList<LeadEvent> batch;
        for (int i = 0; i < count; ++i) {
            LeadEvent event = feedEvent(
                clock.now(), {.lead = next % 5000, .setter = 1 + next % 2, .latencyMs = 40 + next % 90});
            event.sentimentTag = next % 3 ? u"Interested"_s : u"Neutral"_s;
            event.position = QByteArray::number(next).rightJustified(25, '0');
            ++next;
            batch.append(event);
        }
        return batch;
    }

    SystemClock clock;
    FakeRealtimeFeed feed;
    FakeTriageGateway triage;
    FakeServiceConnection connection;
    QTemporaryDir directory;
    Preferences preferences {directory.filePath(u"signalbox.conf"_s)};
    Theme theme;
    ScriptedDialogs dialogs;
    CommandRegistry commands;
    LiveMemory memory;
    int next = 0;
};

void benchMemory()
{
    Stand stand;
    const double before = heapMb();
    for (int i = 0; i < 500; ++i) {
        stand.feed.tell(stand.events(100));
        stand.memory.flush();
    }
    report("live_memory",
        {{u"events"_s, stand.memory.events().ring().size()}, {u"heap_mb"_s, rounded(heapMb() - before)},
            {u"counted_mb"_s, rounded(double(stand.memory.events().ring().bytes()) / 1e6)}});
}

void benchBurst(const char *name, int seconds, bool isFollowing)
{
    Stand stand;
    stand.connection.setStatus({.state = ConnectionStatus::State::Connected});
    LivePage page({.workspace = {.id = feedWorkspace(), .name = u"Acme"_s},
                      .theme = stand.theme,
                      .commands = stand.commands,
                      .dialogs = stand.dialogs,
                      .clock = stand.clock},
        {stand.memory, stand.connection, stand.preferences});
    page.resize(1384, 826);
    page.show();
    for (int i = 0; i < 500; ++i) {
        stand.feed.tell(stand.events(100));
        stand.memory.flush();
    }
    QTest::qWait(200);
    auto *view = page.findChild<LiveView *>();
    if (!isFollowing)
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2 + 7);
    const int row = view->firstVisibleRow();
    const quint64 anchor = stand.memory.events().row(row).first;
    const int y = view->visualRect(view->model()->index(row, 0)).y();
    std::vector<double> frames;
    QElapsedTimer total;
    total.start();
    qint64 sent = 0;
    while (total.elapsed() < seconds * 1000) {
        const qint64 due = total.elapsed() * EventsASecond / 1000;
        QElapsedTimer frame;
        frame.start();
        if (due > sent)
            stand.feed.tell(stand.events(int(due - sent)));
        sent = due;
        QApplication::processEvents();
        frames.push_back(double(frame.nsecsElapsed()) / 1e6);
        QTest::qSleep(std::max(16 - int(frames.back()), 1));
    }
    const int now = stand.memory.events().rowOf(anchor);
    const int moved = isFollowing ? 0 : view->visualRect(view->model()->index(now, 0)).y() - y;
    std::ranges::sort(frames);
    const auto late = std::ranges::count_if(frames, [](double ms) { return ms > FrameMs; });
    report(name,
        {{u"events"_s, sent}, {u"seconds"_s, seconds}, {u"frames"_s, int(frames.size())},
            {u"late_frames"_s, int(late)}, {u"p50_ms"_s, rounded(frames[frames.size() / 2])},
            {u"p99_ms"_s, rounded(frames[frames.size() * 99 / 100])}, {u"max_ms"_s, rounded(frames.back())},
            {u"recorded"_s, stand.memory.events().ring().size()}, {u"anchor_moved_px"_s, moved}});
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    app.setStyle(u"Fusion"_s);
    const int seconds = argc > 1 ? std::max(QByteArray(argv[1]).toInt(), 1) : 60;
    benchMemory();
    benchBurst("live_burst_following", seconds, true);
    benchBurst("live_burst_reading", seconds, false);
    return 0;
}
