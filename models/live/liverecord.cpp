// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/liverecord.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr std::array KindNames {"lead.inserted"_L1, "lead.updated"_L1, "lead.left"_L1, "counts"_L1,
    "heartbeat"_L1, "gap"_L1, "resync"_L1, "state"_L1};
static_assert(KindNames.size() == LiveKindCount);

QString iso(const std::optional<Instant> &instant)
{
    return instant ? toIso(*instant) : QString();
}

QList<LeadFieldChange> fieldsOf(const LeadEvent &event)
{
    return {
        {"status"_L1, {}, event.status},
        {"sentimentTag"_L1, {}, event.sentimentTag},
        {"assignedToUserId"_L1, {}, event.assignedTo ? event.assignedTo->toString() : QString()},
        {"overallScore"_L1, {}, event.overallScore ? QString::number(*event.overallScore) : QString()},
        {"snoozedUntil"_L1, {}, iso(event.snoozedUntil)},
        {"lastMessageDirection"_L1, {}, event.lastMessageDirection},
        {"lastInboundAt"_L1, {}, iso(event.lastInboundAt)},
        {"lastOutboundAt"_L1, {}, iso(event.lastOutboundAt)},
        {"lastMessageAt"_L1, {}, iso(event.lastMessageAt)},
    };
}

void insertLead(QJsonObject &json, const LeadEvent &event)
{
    json.insert("leadId"_L1, event.lead.toString());
    if (event.kind != LeadEvent::Kind::Left) {
        json.insert("clientId"_L1, event.workspace.toString());
        for (const LeadFieldChange &field : fieldsOf(event)) {
            const bool isNumber = field.field == "overallScore"_L1 && event.overallScore;
            json.insert(field.field,
                isNumber                    ? QJsonValue(*event.overallScore)
                    : field.after.isEmpty() ? QJsonValue()
                                            : QJsonValue(field.after));
        }
        json.insert("updatedAt"_L1, toIso(event.updatedAt));
    }
    json.insert("position"_L1, QString::fromLatin1(event.position));
    json.insert("committedAt"_L1, toIsoMicros(event.committedAt));
    if (event.isReplay)
        json.insert("isReplay"_L1, true);
}

} // namespace

QLatin1StringView wireName(LiveKind kind)
{
    return KindNames.at(size_t(kind));
}

std::optional<LiveKind> parseLiveKind(QStringView name)
{
    const auto found = std::ranges::find_if(
        KindNames, [&](QLatin1StringView known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
    if (found == KindNames.end())
        return std::nullopt;
    return LiveKind(found - KindNames.begin());
}

QLatin1StringView wireName(FeedStatus::State state)
{
    constexpr std::array Names {
        "stopped"_L1, "connecting"_L1, "live"_L1, "polling"_L1, "offline"_L1, "refused"_L1};
    return Names.at(size_t(state));
}

LiveRecord recordOf(const LeadEvent &event)
{
    LiveRecord record;
    record.kind = event.kind == LeadEvent::Kind::Inserted ? LiveKind::LeadInserted
        : event.kind == LeadEvent::Kind::Left             ? LiveKind::LeadLeft
                                                          : LiveKind::LeadUpdated;
    record.at = event.receivedAt;
    record.lead = std::make_shared<const LeadEvent>(event);
    if (!event.isReplay) {
        const auto latency = round<milliseconds>(event.receivedAt - event.committedAt);
        record.isClockOff = latency < 0ms;
        record.latency = std::max(latency, 0ms);
    }
    return record;
}

QList<LeadFieldChange> changesOf(const LiveRecord &record)
{
    if (!record.lead || !record.before || record.kind != LiveKind::LeadUpdated
        || record.before->kind == LeadEvent::Kind::Left)
        return {};
    const QList<LeadFieldChange> before = fieldsOf(*record.before);
    QList<LeadFieldChange> changes = fieldsOf(*record.lead);
    for (qsizetype i = 0; i < changes.size(); ++i)
        changes[i].before = before.at(i).after;
    changes.removeIf([](const LeadFieldChange &change) { return change.before == change.after; });
    return changes;
}

QJsonObject toJson(const LiveRecord &record, const QString &leadName)
{
    QJsonObject json {{"kind"_L1, wireName(record.kind)}, {"receivedAt"_L1, toIsoMicros(record.at)}};
    if (!leadName.isEmpty())
        json.insert("leadName"_L1, leadName);
    if (record.lead)
        insertLead(json, *record.lead);
    if (record.latency)
        json.insert("latencyMs"_L1, qint64(record.latency->count()));
    if (record.isClockOff)
        json.insert("isClockOff"_L1, true);
    if (record.kind == LiveKind::State)
        json.insert("state"_L1, wireName(record.state));
    if (record.duration)
        json.insert("durationMs"_L1, qint64(record.duration->count()));
    if (!record.text.isEmpty())
        json.insert(record.kind == LiveKind::Counts ? "ver"_L1 : "reason"_L1, record.text);
    if (record.computedAt)
        json.insert("computedAt"_L1, toIso(*record.computedAt));
    return json;
}

qint64 bytesOf(const LiveRecord &record)
{
    constexpr qint64 HeapBlock = 32; // what the allocator and a shared block's head add
    qint64 bytes = qint64(sizeof(LiveRecord));
    if (record.lead)
        bytes += qint64(sizeof(LeadEvent)) + HeapBlock + record.lead->position.size() + HeapBlock;
    if (!record.text.isEmpty())
        bytes += record.text.size() * qint64(sizeof(QChar)) + HeapBlock;
    return bytes;
}

} // namespace signalbox
