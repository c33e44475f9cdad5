// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/livememory.h"
#include "tests/support/fakeinbox.h"
#include "tests/support/fakeshell.h"
#include "tests/support/faketriagegateway.h"
#include "ui/inbox/inboxdesk.h"

namespace signalbox {

/// The inbox behind a stage's window: its gateway may be told to fail before or while the page is shown.
class SceneInbox final : public QObject
{
    Q_OBJECT

public:
    /// The one of this stage, made when it is first asked for. It lives as long as the stage's session, so
    /// longer than any page.
    static SceneInbox &of(ShellStage &stage)
    {
        if (auto *known = stage.session.findChild<SceneInbox *>())
            return *known;
        return *new SceneInbox(stage);
    }

    FakeInboxGateway gateway;
    FakeTriageGateway triage;
    FakeRealtimeFeed &feed; ///< the stage's
    TriageModel writes;
    FakeInbox inbox;
    InboxMemory memory;
    LiveMemory live;

private:
    explicit SceneInbox(ShellStage &stage)
        : QObject(&stage.session)
        , feed(stage.feed)
        , writes(triage, stage.clock)
        , inbox(workspaceOf(stage), 3022, stage.clock.now())
        , live(stage.feed, triage, stage.clock)
    {
        inbox.answer(gateway);
        triage.answerAssignees = [](const auto &) -> Result<QList<Assignee>> { return FakeInbox::setters(); };
    }

    static WorkspaceId workspaceOf(const ShellStage &stage)
    {
        return stage.sessions.workspaces.isEmpty() ? WorkspaceId() : stage.sessions.workspaces.first().id;
    }
};

} // namespace signalbox
