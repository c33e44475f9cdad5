// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/sceneanalytics.h"
#include "tests/shots/shotlist.h"
#include "tests/support/tabreadings.h"
#include "tests/support/waitlimit.h"
#include "ui/analytics/analyticspage.h"
#include "ui/analytics/paneltable.h"
#include "ui/shell/pagehost.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Step = std::function<void(ShellStage &, SceneAnalytics &)>;

/// The service answers for every tab.
void answerAll(ShellStage &stage, SceneAnalytics &numbers)
{
    FakeAnalyticsGateway &gateway = numbers.gateway;
    const auto isComparing = [](const auto &asked) { return asked.request.compare != Comparison::None; };
    gateway.answerWorkflows
        = [&stage, isComparing](const auto &asked) -> Result<AnalyticsReading<WorkflowsData>> {
        return workflowsReading(stage.clock.now(), isComparing(asked));
    };
    gateway.answerCampaigns
        = [&stage, isComparing](const auto &asked) -> Result<AnalyticsReading<CampaignsData>> {
        return campaignsReading(stage.clock.now(), isComparing(asked));
    };
    gateway.answerBooking
        = [&stage, isComparing](const auto &asked) -> Result<AnalyticsReading<BookingData>> {
        return bookingReading(stage.clock.now(), isComparing(asked));
    };
    gateway.answerResponseTiming
        = [&stage, isComparing](const auto &asked) -> Result<AnalyticsReading<ResponseTimingData>> {
        return responseTimingReading(stage.clock.now(), asked.timing, isComparing(asked));
    };
}

AnalyticsPage &page(ShellStage &stage)
{
    return *stage.window->findChild<AnalyticsPage *>();
}

Scene scene(const QString &tab, const QString &state, const Step &before = {}, const Step &after = {},
    const QMap<QString, QString> &params = {}, const QSize &size = {1440, 900})
{
    return {u"analytics-%1%2"_s.arg(tab, state.isEmpty() ? QString() : u'-' + state),
        [=](ShellStage &stage, QObject *) {
            SceneAnalytics &numbers = SceneAnalytics::of(stage);
            answerAll(stage, numbers);
            if (before)
                before(stage, numbers);
            MainWindow &window = stage.openSignedIn(scenePages(stage));
            window.resize(size);
            if (!QTest::qWaitFor(
                    [&window] { return window.host().page() && !window.host().isSwitching(); }, WaitLimit))
                return;
            window.commands().trigger(u"page.analytics"_s);
            if (!QTest::qWaitFor(
                    [&stage] { return stage.window->findChild<AnalyticsPage *>() != nullptr; }, WaitLimit))
                return;
            QMap<QString, QString> all = params;
            all.insert(u"tab"_s, tab);
            page(stage).restoreState({{}, all});
            QTest::qWait(200);
            if (after)
                after(stage, numbers);
        },
        400, Environment::Development, size};
}

void scrollTo(ShellStage &stage, int y)
{
    for (QScrollArea *area : page(stage).tab()->findChildren<QScrollArea *>())
        area->verticalScrollBar()->setValue(y);
}

Step fallSilent()
{
    return [](ShellStage &, SceneAnalytics &numbers) {
        numbers.gateway.answerWorkflows = nullptr;
        numbers.gateway.answerCampaigns = nullptr;
        numbers.gateway.answerBooking = nullptr;
        numbers.gateway.answerResponseTiming = nullptr;
    };
}

Step nothingHappened()
{
    return [](ShellStage &stage, SceneAnalytics &numbers) {
        const Instant now = stage.clock.now();
        numbers.gateway.answerWorkflows
            = [now](const auto &) -> Result<AnalyticsReading<WorkflowsData>> { return emptyWorkflows(now); };
        numbers.gateway.answerCampaigns
            = [now](const auto &) -> Result<AnalyticsReading<CampaignsData>> { return emptyCampaigns(now); };
        numbers.gateway.answerBooking
            = [now](const auto &) -> Result<AnalyticsReading<BookingData>> { return emptyBooking(now); };
        numbers.gateway.answerResponseTiming
            = [now](const auto &) -> Result<AnalyticsReading<ResponseTimingData>> {
            return emptyResponseTiming(now);
        };
    };
}

Step everythingFails()
{
    return [](ShellStage &, SceneAnalytics &numbers) {
        const Error error {.kind = Error::Kind::Unavailable, .requestId = u"7f3a91c2"_s};
        numbers.gateway.answerWorkflows
            = [error](const auto &) -> Result<AnalyticsReading<WorkflowsData>> { return error; };
        numbers.gateway.answerBooking
            = [error](const auto &) -> Result<AnalyticsReading<BookingData>> { return error; };
        numbers.gateway.answerResponseTiming
            = [error](const auto &) -> Result<AnalyticsReading<ResponseTimingData>> { return error; };
    };
}

/// One of the four parts of the campaigns did not come.
Step oneFails()
{
    return [](ShellStage &stage, SceneAnalytics &numbers) {
        numbers.gateway.answerCampaigns = [&stage](const auto &) -> Result<AnalyticsReading<CampaignsData>> {
            auto reading = campaignsReading(stage.clock.now());
            reading.data.reactivation.reset();
            reading.errors.insert(u"reactivation"_s, u"reactivation timed out"_s);
            return reading;
        };
    };
}

QList<Scene> campaignScenes()
{
    const auto at = [](int y) { return [y](ShellStage &stage, SceneAnalytics &) { scrollTo(stage, y); }; };
    const auto choose = [](ShellStage &stage, SceneAnalytics &) {
        page(stage).tab()->findChild<PanelTable *>(u"campaignTable"_s)->selectRow(2);
        scrollTo(stage, 420);
    };
    return {scene(u"campaigns"_s, {}), scene(u"campaigns"_s, u"middle"_s, {}, at(420)),
        scene(u"campaigns"_s, u"below"_s, {}, at(100000)), scene(u"campaigns"_s, u"chosen"_s, {}, choose),
        scene(u"campaigns"_s, u"one-failed"_s, oneFails()), scene(u"campaigns"_s, u"loading"_s, fallSilent()),
        scene(u"campaigns"_s, u"empty"_s, nothingHappened()),
        scene(u"campaigns"_s, u"no-comparison"_s, {}, {}, {{u"compare"_s, u"none"_s}}),
        scene(u"campaigns"_s, u"narrow"_s, {}, {}, {}, {1024, 640})};
}

QList<Scene> timingScenes()
{
    const QString tab = u"response-timing"_s;
    const auto below = [](ShellStage &stage, SceneAnalytics &) { scrollTo(stage, 100000); };
    const QMap<QString, QString> setter {{u"response-timing.channel"_s, u"email"_s},
        {u"response-timing.responder"_s, u"user:"_s + tabId(51).toString(QUuid::WithoutBraces)},
        {u"response-timing.attributionWindowDays"_s, u"21"_s}};
    return {scene(tab, {}), scene(tab, u"below"_s, {}, below), scene(tab, u"filtered"_s, {}, {}, setter),
        scene(tab, u"filtered-below"_s, {}, below, setter), scene(tab, u"loading"_s, fallSilent()),
        scene(tab, u"empty"_s, nothingHappened()), scene(tab, u"failed"_s, everythingFails()),
        scene(tab, u"other-filter"_s, {},
            [setter](ShellStage &stage, SceneAnalytics &numbers) {
                fallSilent()(stage, numbers);
                page(stage).tab()->restoreState({{u"channel"_s, u"sms"_s}});
            }),
        scene(tab, u"small"_s, {}, {}, setter, {1100, 700}),
        scene(tab, u"narrow"_s, {}, {}, {}, {1024, 640})};
}

} // namespace

QList<Scene> analyticsTabScenes()
{
    const QString workflows = u"workflows"_s;
    const QString booking = u"booking"_s;
    return QList<Scene> {scene(workflows, {}), scene(workflows, u"loading"_s, fallSilent()),
               scene(workflows, u"empty"_s, nothingHappened()),
               scene(workflows, u"failed"_s, everythingFails()),
               scene(workflows, u"refresh-failed"_s, {},
                   [](ShellStage &stage, SceneAnalytics &numbers) {
                       everythingFails()(stage, numbers);
                       stage.clock.advance(14min);
                       page(stage).refresh();
                   }),
               scene(workflows, u"no-comparison"_s, {}, {}, {{u"compare"_s, u"none"_s}}),
               scene(workflows, u"narrow"_s, {}, {}, {}, {1024, 640}), scene(booking, {}),
               scene(booking, u"loading"_s, fallSilent()), scene(booking, u"empty"_s, nothingHappened()),
               scene(booking, u"failed"_s, everythingFails()),
               scene(booking, u"narrow"_s, {}, {}, {}, {1024, 640})}
    + campaignScenes() + timingScenes();
}

} // namespace signalbox
