// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeshell.h"

#include <functional>

namespace signalbox {

/// A picture to take: a state of the console, built over fakes with believable data.
struct Scene
{
    QString name; ///< file name without theme and suffix: "inbox-search"
    /// Brings the window to where the picture is taken; what it needs to keep alive it gives to `keep`.
    std::function<void(ShellStage &stage, QObject *keep)> play;
    int settleMilliseconds = 60; ///< how long timers run before the picture
    Environment environment = Environment::Development;
    QSize size = {1440, 900};
};

/// The pages of the console over a stage's fakes; what they need lives as long as the stage's window.
QList<PageSpec> scenePages(ShellStage &stage);
/// Of the shell: sign-in, switcher, palette, keys, settings, states.
QList<Scene> shellScenes();
/// Of the inbox: list, conversation, and its states.
QList<Scene> inboxScenes();
/// Of what a person does there: answering, triage, selections.
QList<Scene> triageScenes();
/// Of the live feed: its page, the connection pill, the notification settings.
QList<Scene> livePageScenes();
/// Of the analytics page: every tab and state.
QList<Scene> analyticsScenes();
/// Of its tabs Workflows, Campaigns, Booking and Response timing.
QList<Scene> analyticsTabScenes();
/// Of the CRM rows and the exports.
QList<Scene> crmScenes();

} // namespace signalbox
