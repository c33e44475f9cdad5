// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/analyticsmemory.h"
#include "models/analytics/exporttransfers.h"
#include "tests/support/analyticsdemo.h"
#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/fakeshell.h"

namespace signalbox {

/// The numbers behind a stage's window: the gateway may be told to fail before the page is shown.
class SceneAnalytics final : public QObject
{
    Q_OBJECT

public:
    /// The one of this stage, made when it is first asked for. It outlives every page.
    static SceneAnalytics &of(ShellStage &stage)
    {
        if (auto *known = stage.session.findChild<SceneAnalytics *>())
            return *known;
        return *new SceneAnalytics(stage);
    }

    FakeAnalyticsGateway gateway;
    AnalyticsMemory memory;
    ExportTransfers exports;

private:
    explicit SceneAnalytics(ShellStage &stage)
        : QObject(&stage.session)
        , memory(stage.clock)
        , exports(gateway, stage.clock)
    {
        // The readings say so too, or the head would change its mind when the first one arrives.
        for (Workspace &workspace : stage.sessions.workspaces)
            workspace.timezone = QStringLiteral("America/New_York");
        gateway.answerOverview = [&stage](const auto &asked) -> Result<AnalyticsReading<OverviewData>> {
            return demoOverviewReading(asked.request, asked.parts, stage.clock.now());
        };
    }
};

} // namespace signalbox
