// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/inboxmodel.h"
#include "tests/support/fakeinbox.h"

#include <QCoreApplication>
#include <QTest>

namespace signalbox {

inline const WorkspaceId Acme {QUuid::fromString(QStringLiteral("00000000-0000-4000-8000-00000000000a"))};
inline const WorkspaceId Other {QUuid::fromString(QStringLiteral("00000000-0000-4000-8000-00000000000b"))};
inline constexpr Instant Now {
    std::chrono::sys_days {std::chrono::year {2026} / 2 / 18} + std::chrono::hours(14)};

inline InboxQuery queryOf(WorkspaceId workspace)
{
    return {.workspace = workspace};
}

/// Answers all questions that wait, and those the answers give rise to.
inline void settle(FakeInboxGateway &gateway, const FakeInbox &inbox)
{
    for (int round = 0; round < 200; ++round) {
        QCoreApplication::processEvents();
        if (gateway.pages.empty())
            return;
        const auto asked = std::exchange(gateway.pages, {});
        for (const auto &question : asked)
            if (!question.source.isCancelled())
                question.source.finish(inbox.page(question.query, question.position, question.limit));
    }
    QFAIL("the model never stops asking");
}

} // namespace signalbox
