// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/realtimejson.h"

#include "core/inbox/jsonfields.h"

#include <QJsonArray>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// A time as PostgreSQL writes it or as JSON has it: `2026-02-18 14:00:00.5+00` or ISO 8601.
std::optional<Instant> readInstant(const QJsonObject &record, QLatin1StringView key)
{
    QString text = record.value(key).toString();
    if (text.isEmpty())
        return std::nullopt;
    if (text.size() > 10 && text.at(10) == u' ')
        text[10] = u'T';
    if (text.endsWith(u"+00"_s))
        text += u":00"_s;
    return parseIso(text);
}

void readRecord(const QJsonObject &record, LeadEvent &event)
{
    if (const auto user = UserId::parse(record.value("assignedToUserId"_L1).toString()))
        event.assignedTo = *user;
    event.status = record.value("status"_L1).toString();
    event.sentimentTag = record.value("sentimentTag"_L1).toString();
    if (const QJsonValue score = record.value("overallScore"_L1); score.isDouble())
        event.overallScore = score.toInt();
    event.snoozedUntil = readInstant(record, "snoozedUntil"_L1);
    event.lastInboundAt = readInstant(record, "lastInboundAt"_L1);
    event.lastOutboundAt = readInstant(record, "lastOutboundAt"_L1);
    event.lastMessageAt = readInstant(record, "lastMessageAt"_L1);
    event.lastMessageDirection = record.value("lastMessageDirection"_L1).toString();
    event.updatedAt = readInstant(record, "updatedAt"_L1).value_or(event.committedAt);
}

/// Who did not see the lead before is told its id alone of what it was.
bool isReassigned(const QJsonObject &before, const LeadEvent &event)
{
    return event.assignedTo && !before.isEmpty()
        && UserId::parse(before.value("assignedToUserId"_L1).toString()) != event.assignedTo;
}

} // namespace

Result<LeadEvent> decodeLeadEvent(const QJsonObject &payload)
{
    JsonFields fields(payload.value("data"_L1).toObject(), u"data"_s);
    const QString type = fields.text("type"_L1);
    const QJsonObject record = fields.object("record"_L1);
    LeadEvent event {
        .kind = type == "INSERT"_L1 ? LeadEvent::Kind::Inserted : LeadEvent::Kind::Updated,
        .position = fields.optionalText("seq"_L1).toLatin1(),
    };
    event.committedAt = fields.optionalInstant("commit_timestamp"_L1).value_or(Instant {});
    if (type != "INSERT"_L1 && type != "UPDATE"_L1)
        fields.fail("type"_L1, u"is neither INSERT nor UPDATE"_s);
    const auto lead = LeadId::parse(record.value("id"_L1).toString());
    if (!lead)
        fields.fail("record"_L1, u"has no id"_s);
    if (fields.error())
        return *fields.error();
    event.lead = *lead;
    if (const auto workspace = WorkspaceId::parse(record.value("clientId"_L1).toString()))
        event.workspace = *workspace;
    const QJsonObject data = payload.value("data"_L1).toObject();
    if (!data.value("errors"_L1).toArray().isEmpty()) {
        event.kind = LeadEvent::Kind::Left;
        return event;
    }
    readRecord(record, event);
    event.isReassigned = isReassigned(data.value("old_record"_L1).toObject(), event);
    return event;
}

QJsonObject leadChangesConfig(WorkspaceId workspace)
{
    QJsonArray changes;
    for (const QLatin1StringView event : {"INSERT"_L1, "UPDATE"_L1})
        changes.append(QJsonObject {{u"event"_s, event}, {u"schema"_s, u"public"_s}, {u"table"_s, u"Lead"_s},
            {u"filter"_s, QString(u"clientId=eq."_s + workspace.toString())}});
    return {{u"broadcast"_s, QJsonObject {{u"ack"_s, false}, {u"self"_s, false}}},
        {u"presence"_s, QJsonObject {{u"enabled"_s, false}}}, {u"postgres_changes"_s, changes},
        {u"private"_s, false}};
}

QJsonObject privateConfig(const QString &presenceKey)
{
    return {{u"broadcast"_s, QJsonObject {{u"ack"_s, false}, {u"self"_s, false}}},
        {u"presence"_s, QJsonObject {{u"enabled"_s, !presenceKey.isEmpty()}, {u"key"_s, presenceKey}}},
        {u"postgres_changes"_s, QJsonArray()}, {u"private"_s, true}};
}

void PresenceList::join(const QJsonObject &people)
{
    for (auto person = people.begin(); person != people.end(); ++person) {
        const QJsonArray metas = person.value().toObject().value("metas"_L1).toArray();
        for (const QJsonValue &value : metas) {
            const QJsonObject meta = value.toObject();
            const auto user = UserId::parse(meta.value("userId"_L1).toString(person.key()));
            if (!user)
                continue;
            m_entries[person.key()].append({meta.value("phx_ref"_L1).toString(),
                {*user, meta.value("name"_L1).toString(), meta.value("writing"_L1).toBool(),
                    readInstant(meta, "since"_L1).value_or(Instant {})}});
        }
    }
}

void PresenceList::setState(const QJsonObject &payload)
{
    clear();
    join(payload);
}

void PresenceList::apply(const QJsonObject &payload)
{
    const QJsonObject leaves = payload.value("leaves"_L1).toObject();
    for (auto person = leaves.begin(); person != leaves.end(); ++person) {
        const auto known = m_entries.find(person.key());
        if (known == m_entries.end())
            continue;
        const QJsonArray metas = person.value().toObject().value("metas"_L1).toArray();
        for (const QJsonValue &meta : metas)
            known->removeIf([ref = meta.toObject().value("phx_ref"_L1).toString()](
                                const Entry &entry) { return entry.ref == ref; });
        if (known->isEmpty())
            m_entries.erase(known);
    }
    join(payload.value("joins"_L1).toObject());
}

QList<Viewer> PresenceList::viewers(UserId self) const
{
    QHash<UserId, Viewer> people;
    for (const QList<Entry> &entries : m_entries) {
        for (const Entry &entry : entries) {
            if (entry.viewer.user == self)
                continue;
            if (!people.contains(entry.viewer.user))
                people.insert(entry.viewer.user, entry.viewer);
            Viewer &viewer = people[entry.viewer.user];
            viewer.isWriting = viewer.isWriting || entry.viewer.isWriting;
            viewer.since = std::min(viewer.since, entry.viewer.since);
        }
    }
    QList<Viewer> viewers = people.values();
    std::ranges::sort(viewers, [](const Viewer &a, const Viewer &b) {
        return std::pair(a.name, a.user.value) < std::pair(b.name, b.user.value);
    });
    return viewers;
}

} // namespace signalbox
