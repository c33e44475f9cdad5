// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// DESIGN P12: scrolling a list of a million rows, switching the workspace, and opening a long conversation.
// Prints one JSON line each. The gateway is in this process: the figures are those of model, view and
// painting.
#include "tests/support/inboxfixture.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/threadview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>

#include <malloc.h>

#include <algorithm>
#include <cstdio>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

void print(const QJsonObject &line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values.empty() ? 0
                          : values.at(static_cast<size_t>(share * static_cast<double>(values.size() - 1)));
}

/// Proportional set size in megabytes.
double memoryMb()
{
    malloc_trim(0);
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    return 0;
}

void settle()
{
    for (int i = 0; i < 20; ++i)
        QApplication::processEvents();
}

/// One frame: the scroll bar moves and the list paints.
double frame(InboxListView &view, int value)
{
    QElapsedTimer timer;
    timer.start();
    view.verticalScrollBar()->setValue(value);
    view.viewport()->repaint();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void benchScroll(int rows)
{
    InboxFixture fixture(rows);
    fixture.inbox.answer(fixture.gateway);
    InboxModel model(fixture.gateway);
    InboxListView view(model, fixture.theme, fixture.clock);
    view.resize(384, 760);
    view.show();
    settle();
    const double before = memoryMb();
    model.setQuery({.workspace = InboxFixture::workspaceId(1)});
    model.setExpectedTotal(rows);
    settle();
    std::vector<double> wheel;
    std::vector<double> jumps;
    QScrollBar *bar = view.verticalScrollBar();
    for (int i = 0; i < 2000; ++i) {
        wheel.push_back(frame(view, bar->value() + 40));
        QApplication::processEvents();
        fixture.gateway.forget();
    }
    for (int i = 0; i < 300; ++i) {
        QElapsedTimer timer;
        const int value = static_cast<int>(static_cast<qint64>(bar->maximum()) * ((i * 37) % 300) / 300);
        timer.start();
        frame(view, value);
        for (int turn = 0; turn < 50 && !model.at(view.firstVisibleRow()); ++turn)
            QApplication::processEvents();
        view.viewport()->repaint();
        jumps.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        fixture.gateway.forget();
    }
    print({{u"bench"_s, u"inbox_scroll"_s}, {u"rows"_s, rows}, {u"frames"_s, int(wheel.size())},
        {u"p50_ms"_s, percentile(wheel, 0.5)}, {u"p99_ms"_s, percentile(wheel, 0.99)},
        {u"max_ms"_s, percentile(wheel, 1)}, {u"jump_p50_ms"_s, percentile(jumps, 0.5)},
        {u"jump_p99_ms"_s, percentile(jumps, 0.99)}, {u"memory_above_empty_mb"_s, memoryMb() - before}});
}

void benchInsert(int rows)
{
    InboxFixture fixture(rows);
    fixture.inbox.answer(fixture.gateway);
    InboxModel model(fixture.gateway);
    InboxListView view(model, fixture.theme, fixture.clock);
    view.resize(384, 760);
    view.show();
    model.setQuery({.workspace = InboxFixture::workspaceId(1)});
    model.setExpectedTotal(rows);
    settle();
    std::vector<double> times;
    for (int i = 0; i < 100; ++i) {
        for (int k = 0; k < 16; ++k)
            fixture.inbox.insertAtTop();
        fixture.clock.advance(std::chrono::seconds(16));
        view.verticalScrollBar()->setValue(38); // not at the very top: the rows wait
        model.poll();
        settle();
        QElapsedTimer timer;
        timer.start();
        model.showWaiting();
        view.viewport()->repaint();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        settle();
        fixture.gateway.forget();
    }
    print({{u"bench"_s, u"inbox_insert16"_s}, {u"rows"_s, rows}, {u"p50_ms"_s, percentile(times, 0.5)},
        {u"p99_ms"_s, percentile(times, 0.99)}});
}

void benchSwitch()
{
    InboxFixture fixture(100'000);
    fixture.inbox.answer(fixture.gateway);
    std::vector<double> times;
    std::unique_ptr<InboxDesk> page;
    for (int i = 0; i < 60; ++i) {
        QElapsedTimer timer;
        timer.start();
        page.reset();
        page = fixture.makePage();
        page->restoreState({});
        page->show();
        auto *view = page->findChild<InboxListView *>();
        while (view->model()->rowCount() == 0)
            QApplication::processEvents();
        page->repaint();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        fixture.gateway.forget();
    }
    print({{u"bench"_s, u"inbox_switch"_s}, {u"p50_ms"_s, percentile(times, 0.5)},
        {u"p99_ms"_s, percentile(times, 0.99)}});
}

void benchThread(int messages)
{
    InboxFixture fixture(10);
    ConversationDetail detail = fixture.inbox.conversation(fixture.inbox.lead(0));
    const QList<Message> pattern = detail.messages;
    detail.messages.clear();
    for (int i = 0; i < messages; ++i) {
        Message message = pattern.at(i % pattern.size());
        message.id = {newUuid()};
        message.timestamp = fixture.clock.now() - std::chrono::hours(messages - i);
        detail.messages.append(message);
    }
    fixture.gateway.answerConversation
        = [&](WorkspaceId, LeadId, std::optional<Instant>) -> Result<ConversationDetail> { return detail; };
    ThreadModel model(fixture.gateway, QTimeZone::utc());
    ThreadView view(model, fixture.theme);
    view.resize(784, 700);
    view.show();
    settle();
    std::vector<double> times;
    for (int i = 0; i < 10; ++i) {
        model.open(InboxFixture::workspaceId(1), fixture.inbox.lead(i % 10));
        QElapsedTimer timer;
        timer.start();
        while (model.rowCount() == 0)
            QApplication::processEvents();
        view.viewport()->repaint();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        fixture.gateway.forget();
    }
    print({{u"bench"_s, u"inbox_thread"_s}, {u"messages"_s, messages}, {u"p50_ms"_s, percentile(times, 0.5)},
        {u"p99_ms"_s, percentile(times, 0.99)}});
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    app.setStyle(u"Fusion"_s);
    const QString only
        = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString(); // scroll, insert, switch or thread
    const auto wants = [&](QStringView name) { return only.isEmpty() || only == name; };
    if (wants(u"scroll")) {
        benchScroll(1'000);
        benchScroll(1'000'000);
    }
    if (wants(u"insert"))
        benchInsert(1'000'000);
    if (wants(u"switch"))
        benchSwitch();
    if (wants(u"thread")) {
        benchThread(30);
        benchThread(400);
    }
    return 0;
}
