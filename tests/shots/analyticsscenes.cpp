// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/sceneanalytics.h"
#include "tests/shots/shotlist.h"
#include "tests/support/waitlimit.h"
#include "ui/analytics/analyticshead.h"
#include "ui/analytics/analyticspage.h"
#include "ui/analytics/linechart.h"
#include "ui/shell/pagehost.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollArea>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Step = std::function<void(ShellStage &, SceneAnalytics &)>;

Scene scene(const QString &name, const Step &before, const Step &after = {}, const QSize &size = {1440, 900},
    const QMap<QString, QString> &params = {})
{
    return {u"analytics-"_s + name,
        [before, after, size, params](ShellStage &stage, QObject *) {
            SceneAnalytics &numbers = SceneAnalytics::of(stage);
            if (before)
                before(stage, numbers);
            MainWindow &window = stage.openSignedIn(scenePages(stage));
            window.resize(size);
            if (!QTest::qWaitFor(
                    [&window] { return window.host().page() && !window.host().isSwitching(); }, WaitLimit))
                return;
            window.commands().trigger(u"page.analytics"_s);
            window.host().page()->restoreState({{}, params});
            QTest::qWait(200);
            if (after)
                after(stage, numbers);
        },
        400, Environment::Development, size};
}

AnalyticsPage &page(ShellStage &stage)
{
    return *stage.window->findChild<AnalyticsPage *>();
}

/// From here on nothing is answered.
void fallSilent(SceneAnalytics &numbers)
{
    numbers.gateway.answerOverview = nullptr;
}

/// A popup is a window of its own, which is not in the picture of the window.
void pasteWindow(ShellStage &stage, const QString &name)
{
    auto *popup = stage.window->findChild<QWidget *>(name);
    auto *picture = new QLabel(stage.window.get());
    picture->setPixmap(popup->grab());
    picture->adjustSize();
    picture->move(stage.window->mapFromGlobal(popup->pos()));
    picture->show();
    popup->close();
}

QList<Scene> overviewScenes()
{
    return {
        scene(u"overview"_s, {}),
        scene(u"overview-narrow"_s, {}, {}, {1100, 700}),
        scene(u"overview-below"_s, {},
            [](ShellStage &stage, SceneAnalytics &) {
                auto *canvas = page(stage).findChild<QScrollArea *>();
                canvas->ensureVisible(0, 2000);
            }),
        scene(u"overview-pointed"_s, {},
            [](ShellStage &stage, SceneAnalytics &) { page(stage).findChild<LineChart *>()->pointAt(17); }),
        scene(u"overview-week"_s, {}, {}, {1440, 900}, {{u"period"_s, u"7d"_s}, {u"compare"_s, u"none"_s}}),
        scene(
            u"overview-quarter"_s, {}, {}, {1440, 900}, {{u"period"_s, u"90d"_s}, {u"compare"_s, u"year"_s}}),
        scene(u"overview-table"_s, {},
            [](ShellStage &stage, SceneAnalytics &) {
                stage.window->commands().trigger(u"analytics.table"_s);
            }),
        scene(u"overview-loading"_s, [](ShellStage &, SceneAnalytics &numbers) { fallSilent(numbers); }),
        scene(
            u"overview-kpis-first"_s,
            [](ShellStage &stage, SceneAnalytics &numbers) {
                numbers.gateway.answerOverview = nullptr;
                Q_UNUSED(stage);
            },
            [](ShellStage &stage, SceneAnalytics &numbers) {
                const auto &asked = numbers.gateway.overviews.front();
                asked.source.finish(demoOverviewReading(asked.request, asked.parts, stage.clock.now()));
            }),
        scene(u"overview-empty"_s,
            [](ShellStage &stage, SceneAnalytics &numbers) {
                numbers.gateway.answerOverview
                    = [&stage](const auto &asked) -> Result<AnalyticsReading<OverviewData>> {
                    return emptyOverviewReading(asked.request, stage.clock.now());
                };
            }),
        scene(u"overview-one-failed"_s,
            [](ShellStage &stage, SceneAnalytics &numbers) {
                numbers.gateway.answerOverview
                    = [&stage](const auto &asked) -> Result<AnalyticsReading<OverviewData>> {
                    auto reading = demoOverviewReading(asked.request, asked.parts, stage.clock.now());
                    if (asked.parts == OverviewParts::Breakdowns)
                        reading.errors.insert(u"perSetterResponseTimes"_s, u"statement timeout"_s);
                    return reading;
                };
            }),
    };
}

QList<Scene> stateScenes()
{
    const Error unavailable {.kind = Error::Kind::Unavailable, .requestId = u"7f3a91c2"_s};
    return {
        scene(u"overview-failed"_s,
            [unavailable](ShellStage &, SceneAnalytics &numbers) {
                numbers.gateway.answerOverview
                    = [unavailable](
                          const auto &) -> Result<AnalyticsReading<OverviewData>> { return unavailable; };
            }),
        scene(u"overview-refresh-failed"_s, {},
            [unavailable](ShellStage &stage, SceneAnalytics &numbers) {
                numbers.gateway.answerOverview
                    = [unavailable](
                          const auto &) -> Result<AnalyticsReading<OverviewData>> { return unavailable; };
                stage.clock.advance(4min);
                page(stage).refresh();
            }),
        scene(u"overview-stale"_s, {},
            [](ShellStage &stage, SceneAnalytics &) {
                stage.clock.advance(26min);
                stage.feed.tellCounts(u"v8812"_s, stage.clock.now());
                page(stage).tab()->updateAges();
                Q_EMIT page(stage).tab()->freshnessChanged();
            }),
        scene(u"overview-other-period"_s, {},
            [](ShellStage &stage, SceneAnalytics &numbers) {
                fallSilent(numbers);
                stage.window->commands().trigger(u"analytics.earlier"_s);
            }),
        scene(u"overview-forbidden"_s,
            [](ShellStage &, SceneAnalytics &numbers) {
                numbers.gateway.answerOverview = [](const auto &) -> Result<AnalyticsReading<OverviewData>> {
                    return Error {.kind = Error::Kind::Denied, .code = u"ANALYTICS_ROLE_REQUIRED"_s};
                };
            }),
        scene(u"dates"_s, {},
            [](ShellStage &stage, SceneAnalytics &) {
                stage.window->commands().trigger(u"analytics.dates"_s);
                pasteWindow(stage, u"datesPopup"_s);
            }),
        scene(u"export-menu"_s, {},
            [](ShellStage &stage, SceneAnalytics &) {
                stage.window->findChild<AnalyticsHead *>()->openExportMenu();
                QTest::qWait(50);
                pasteWindow(stage, u"exportMenu"_s);
            }),
    };
}

} // namespace

QList<Scene> analyticsScenes()
{
    return overviewScenes() + stateScenes();
}

} // namespace signalbox
