// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/realtimefeed.h"
#include "tests/support/faketriagegateway.h"
#include "tests/support/manualclock.h"

namespace signalbox {

/// Lead number `number` of the tests of the live feed, always the same.
inline LeadId feedLead(int number)
{
    return {QUuid::createUuidV5(QUuid(), QStringLiteral("feed-lead-%1").arg(number))};
}

inline UserId feedUser(int number)
{
    return {QUuid::createUuidV5(QUuid(), QStringLiteral("feed-user-%1").arg(number))};
}

inline WorkspaceId feedWorkspace(int number = 1)
{
    return {QUuid::createUuidV5(QUuid(), QStringLiteral("feed-workspace-%1").arg(number))};
}

/// What is special about an event.
struct EventOf
{
    int lead = 1;
    LeadEvent::Kind kind = LeadEvent::Kind::Updated;
    QString status = QStringLiteral("open");
    QString sentiment = QStringLiteral("Neutral");
    int setter = 0; ///< 0: nobody
    int latencyMs = 80;
    bool isReplay = false;
};

inline LeadEvent feedEvent(Instant receivedAt, const EventOf &what = {})
{
    LeadEvent event;
    event.kind = what.kind;
    event.lead = feedLead(what.lead);
    event.workspace = feedWorkspace();
    event.status = what.status;
    event.sentimentTag = what.sentiment;
    if (what.setter > 0)
        event.assignedTo = feedUser(what.setter);
    event.receivedAt = receivedAt;
    event.committedAt = receivedAt - std::chrono::milliseconds(what.latencyMs);
    event.updatedAt = event.committedAt;
    event.lastMessageAt = event.committedAt;
    event.lastInboundAt = event.committedAt;
    event.lastMessageDirection = QStringLiteral("inbound");
    event.position = QByteArrayLiteral("00000000016b3748.00000003");
    event.isReplay = what.isReplay;
    return event;
}

/// Leads are called "Lead <number>" up to 1,000, members Dana and Jonas.
inline void answerFeedNames(FakeTriageGateway &gateway)
{
    gateway.answerNames = [](const auto &asked) -> Result<QHash<LeadId, QString>> {
        QHash<LeadId, QString> names;
        for (int number = 1; number <= 1000; ++number) {
            if (asked.leads.contains(feedLead(number)))
                names.insert(feedLead(number), QStringLiteral("Lead %1").arg(number));
        }
        return names;
    };
    gateway.answerAssignees = [](const auto &) -> Result<QList<Assignee>> {
        return QList<Assignee> {{.user = feedUser(1), .name = QStringLiteral("Dana Okafor")},
            {.user = feedUser(2), .name = QStringLiteral("Jonas Brandt")}};
    };
}

} // namespace signalbox
