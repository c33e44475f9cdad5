// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeinbox.h"
#include "tests/support/fakerealtimefeed.h"
#include "tests/support/faketriagegateway.h"
#include "tests/support/manualclock.h"
#include "ui/base/dialogs.h"
#include "ui/inbox/inboxdesk.h"

namespace signalbox {

/// Dialogs that a test answers in advance.
class AnsweredDialogs final : public Dialogs
{
public:
    bool confirm(QWidget *, const Question &) override { return confirms; }
    QString askSaveFile(QWidget *, const QString &, const QString &suggestedName) override
    {
        suggested = suggestedName;
        return saveTo;
    }

    bool confirms = true;
    QString saveTo;
    QString suggested;
};

/// What an inbox page needs around it: theme, commands, clock, and a gateway a test answers or lets answer.
struct InboxFixture
{
    static WorkspaceId workspaceId(int number)
    {
        return {QUuid(0xAC0E, static_cast<ushort>(number), 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 7)};
    }

    explicit InboxFixture(int leads = 3022)
        : clock(Instant(std::chrono::sys_days {std::chrono::year {2026} / 2 / 18} + std::chrono::hours(14)))
        , writes(triage, clock)
        , inbox(workspaceId(1), leads, clock.now())
    {
        theme.setChoice(Theme::Choice::Light);
        theme.setMotion(false);
        commands.declare(inboxPageSpec(services(), memory).commands);
    }

    InboxServices services() { return {gateway, triage, feed, writes}; }

    std::unique_ptr<InboxDesk> makePage(
        int workspace = 1, const QString &role = QStringLiteral("INBOX_MANAGER"))
    {
        const PageContext context {.workspace = {.id = workspaceId(workspace),
                                       .name = QStringLiteral("Acme Outbound"),
                                       .role = role,
                                       .timezone = QStringLiteral("America/New_York")},
            .theme = theme,
            .commands = commands,
            .dialogs = dialogs,
            .clock = clock};
        auto page = std::make_unique<InboxDesk>(context, services(), memory);
        page->resize(1384, 826); // what 1440×900 leaves beside rail, top bar and status strip
        return page;
    }

    ManualClock clock;
    FakeInboxGateway gateway;
    FakeTriageGateway triage;
    FakeRealtimeFeed feed;
    TriageModel writes;
    FakeInbox inbox;
    Theme theme;
    CommandRegistry commands;
    AnsweredDialogs dialogs;
    InboxMemory memory;
};

} // namespace signalbox
