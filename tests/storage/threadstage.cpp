// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/threadstage.h"

#include "core/storage/timingstore.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

struct Walked
{
    QUuid id, lead;
    QString channel;
    bool isInbound = false;
    Instant sentAt;
    QString sentBy;
    std::optional<QUuid> user, draft;

    bool isBefore(const Walked &other) const
    {
        return std::tuple(sentAt, id.toRfc4122()) < std::tuple(other.sentAt, other.id.toRfc4122());
    }
};

struct WalkedDraft
{
    QUuid id;
    std::optional<QUuid> trigger;
    QString channel, action;
    Instant decidedAt;
};

std::optional<QUuid> optionalUuid(const PgResult &rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional(rows.uuid(row, column));
}

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// Domain §8.2: `h = 31 h + c` in 32 bits over the id, into 180…420 seconds.
int delayOf(const QUuid &inbound)
{
    quint32 h = 0;
    for (const char c : inbound.toByteArray(QUuid::WithoutBraces))
        h = h * 31 + quint32(c);
    return int(180 + std::abs(qint64(qint32(h))) % 241);
}

QString machineSide(const QList<Walked> &thread, const QList<WalkedDraft> &drafts, const Walked &inbound)
{
    for (const WalkedDraft &draft : drafts) {
        if (draft.trigger != inbound.id || draft.channel != inbound.channel)
            continue;
        const Walked *first = nullptr;
        for (const Walked &message : thread) {
            if (message.lead == inbound.lead && !message.isInbound && message.sentBy == u"ai"_s
                && message.draft == draft.id && (first == nullptr || message.isBefore(*first)))
                first = &message;
        }
        if (first == nullptr)
            break;
        const auto took
            = std::max<qint64>(0, duration_cast<milliseconds>(first->sentAt - inbound.sentAt).count());
        const QString answer = u"%1 %2 %3 %4"_s.arg(
            textOf(draft.id), textOf(first->id), toIsoMicros(first->sentAt), QString::number(took));
        if (draft.action != u"send_delayed"_s)
            return answer + u" - - -"_s;
        const int delay = delayOf(inbound.id);
        const auto waited = duration_cast<seconds>(first->sentAt - draft.decidedAt).count();
        return answer
            + u" %1 %2 %3"_s.arg(QString::number(delay), QString::number(waited),
                toIsoMicros(draft.decidedAt + seconds(delay)));
    }
    return u"- - - - - - -"_s;
}

QString setterSide(const Walked &inbound, const Walked &next)
{
    if (next.sentBy != u"setter"_s || !next.user)
        return u"- - - -"_s;
    return u"%1 %2 %3 %4"_s.arg(textOf(next.id), toIsoMicros(next.sentAt), textOf(*next.user),
        QString::number(duration_cast<milliseconds>(next.sentAt - inbound.sentAt).count()));
}

const QByteArray ATarget
    = "(select m.id from message m where m.workspace_id = $1::uuid and m.lead_id = any ($2::uuid[])"
      " order by m.sent_at, m.id limit 1 offset $3::int % (select greatest(count(*), 1) from message c"
      " where c.workspace_id = $1::uuid and c.lead_id = any ($2::uuid[])))";
const QByteArray ADraft
    = "(select d.id from ai_draft d where d.workspace_id = $1::uuid and d.lead_id = any ($2::uuid[])"
      " order by d.id limit 1 offset $3::int % (select greatest(count(*), 1) from ai_draft c"
      " where c.workspace_id = $1::uuid and c.lead_id = any ($2::uuid[])))";
const QByteArray ADraftOfTheLead
    = "(select d.id from ai_draft d where d.workspace_id = $1::uuid and d.lead_id = any ($2::uuid[])"
      " and d.lead_id = $5::uuid order by d.id limit 1 offset $3::int % (select greatest(count(*), 1) from "
      "ai_draft c"
      " where c.workspace_id = $1::uuid and c.lead_id = $5::uuid))";

} // namespace

ThreadStage::ThreadStage()
    : database(newDatabase())
    , admin(connectTo(database->adminConninfo()))
    , service(connectTo(database->appConninfo()))
    , setter(InboxData(*admin).addUser(u"sam@x.example"_s))
    , m_day(floor<days>(SystemClock().now()) - days(3))
{
    open();
}

void ThreadStage::open()
{
    workspace = InboxData(*admin).addWorkspace(u"Acme %1"_s.arg(++m_opened), setter);
}

QUuid ThreadStage::add(const ThreadMessage &message)
{
    return run(
        "insert into message (workspace_id, lead_id, channel, direction, body, sent_by, sent_by_user_id,"
        " ai_draft_id, sent_at, created_at) values ($1::uuid, $2::uuid, $3, $4, 'x', nullif($5, ''),"
        " $6::uuid, $7::uuid, $8::timestamptz, now() - interval '10 minutes') returning id",
        ours() << message.lead << message.channel << message.direction << message.sentBy
               << (message.sentBy == u"setter"_s ? std::optional(setter.value) : std::nullopt)
               << message.draft << at(message.minute))
        .uuid(0, 0);
}

QUuid ThreadStage::addDraft(LeadId lead, const QUuid &trigger, const QString &action)
{
    return run(
        "insert into ai_draft (workspace_id, lead_id, trigger_message_id, channel, content, auto_send_action,"
        " auto_send_evaluated_at) values ($1::uuid, $2::uuid, $3::uuid, 'email', 'x', $4, $5::timestamptz)"
        " returning id",
        ours() << lead << trigger << action << at(1))
        .uuid(0, 0);
}

void ThreadStage::fill(int batch)
{
    for (int round = 0; round < 500; ++round) {
        const auto filled = fillResponseTimings(*service, batch);
        if (!filled)
            qFatal("%s", qPrintable(describe(filled.error())));
        if (!filled->hasMore)
            return;
    }
    qFatal("the processor does not come to an end");
}

QStringList ThreadStage::stored()
{
    const PgResult rows = run(
        "select lead_id, channel, inbound_message_id, setter_response_message_id, setter_sent_by_user_id,"
        " setter_response_ms, ai_draft_id, ai_response_message_id, ai_response_ms, ai_chosen_delay_seconds,"
        " ai_actual_delay_seconds, inbound_sent_at, setter_response_sent_at, ai_response_sent_at,"
        " ai_scheduled_run_at from response_timing_event where workspace_id = $1::uuid and is_derived");
    QStringList events;
    for (int row = 0; row < rows.rowCount(); ++row) {
        QStringList fields;
        for (const int column : {0, 1, 2, 11, 3, 12, 4, 5, 6, 7, 13, 8, 9, 10, 14}) {
            if (rows.isNull(row, column))
                fields.append(u"-"_s);
            else
                fields.append(column > 10 ? toIsoMicros(rows.instant(row, column)) : rows.text(row, column));
        }
        events.append(fields.join(u' '));
    }
    events.sort();
    return events;
}

QStringList ThreadStage::walked()
{
    const PgResult rows
        = run("select id, lead_id, channel, direction, sent_at, sent_by, sent_by_user_id, ai_draft_id"
              " from message where workspace_id = $1::uuid");
    QList<Walked> messages;
    for (int row = 0; row < rows.rowCount(); ++row)
        messages.append({rows.uuid(row, 0), rows.uuid(row, 1), rows.text(row, 2),
            rows.text(row, 3) == u"inbound"_s, rows.instant(row, 4), rows.text(row, 5),
            optionalUuid(rows, row, 6), optionalUuid(rows, row, 7)});
    const PgResult made
        = run("select id, trigger_message_id, channel, auto_send_action, auto_send_evaluated_at,"
              " created_at from ai_draft where workspace_id = $1::uuid");
    QList<WalkedDraft> drafts;
    for (int row = 0; row < made.rowCount(); ++row)
        drafts.append({made.uuid(row, 0), optionalUuid(made, row, 1), made.text(row, 2), made.text(row, 3),
            made.optionalInstant(row, 4).value_or(made.instant(row, 5))});
    QStringList events;
    for (const Walked &inbound : messages) {
        const Walked *next = nullptr;
        for (const Walked &other : messages) {
            if (other.lead == inbound.lead && other.channel == inbound.channel && inbound.isBefore(other)
                && (next == nullptr || other.isBefore(*next)))
                next = &other;
        }
        if (inbound.isInbound && next != nullptr && !next->isInbound)
            events.append(QStringList {textOf(inbound.lead), inbound.channel, textOf(inbound.id),
                toIsoMicros(inbound.sentAt), setterSide(inbound, *next),
                machineSide(messages, drafts, inbound)}
                              .join(u' '));
    }
    events.sort();
    return events;
}

QUuid ThreadWriter::newId()
{
    std::array<quint32, 4> words;
    for (quint32 &word : words)
        word = quint32(m_random());
    return QUuid::fromRfc4122(QByteArrayView(reinterpret_cast<const char *>(words.data()), sizeof words));
}

Result<void> ThreadWriter::write(const QByteArray &sql, const PgParams &params)
{
    const auto done = m_pg.runSql(sql, params);
    return done ? Result<void>() : done.error();
}

/// A message at any place of a thread, or a draft for one that is there.
Result<void> ThreadWriter::addOne()
{
    if (below(6) == 0)
        return write("insert into ai_draft (workspace_id, id, lead_id, trigger_message_id, channel, content,"
                     " auto_send_action, auto_send_evaluated_at, created_at) select m.workspace_id, $4::uuid,"
                     " m.lead_id, m.id, m.channel, 'x', $5, $6::timestamptz, $7::timestamptz from message m"
                     " where m.workspace_id = $1::uuid and m.id = "
                + ATarget + " and m.direction = 'inbound' on conflict do nothing",
            anywhere() << newId() << (below(2) == 0 ? u"send_delayed"_s : u"send_immediate"_s)
                       << (below(3) > 0 ? std::optional(someTime()) : std::nullopt) << someTime());
    const bool isInbound = below(2) == 0;
    const int sender = isInbound ? 0 : below(5);
    return write(
        "insert into message (workspace_id, id, lead_id, channel, direction, body, sent_by,"
        " sent_by_user_id, ai_draft_id, sent_at, created_at) values ($1::uuid, $4::uuid, $5::uuid, $6, $7,"
        " 'x', $8, $9::uuid, case when $8 = 'ai' then "
            + ADraftOfTheLead + " end, $10::timestamptz, clock_timestamp() - interval '10 minutes')",
        anywhere() << newId() << m_leads.at(below(int(m_leads.size())))
                   << (below(3) == 0 ? u"sms"_s : u"email"_s) << (isInbound ? u"inbound"_s : u"outbound"_s)
                   << (sender == 0         ? std::optional<QString>()
                              : sender < 3 ? u"setter"_s
                                           : u"ai"_s)
                   << (sender == 1 ? std::optional(m_stage.setter.value) : std::nullopt) << someTime());
}

Result<void> ThreadWriter::changeOne()
{
    const QByteArray message = " where workspace_id = $1::uuid and id = " + ATarget;
    const QByteArray draft = " where workspace_id = $1::uuid and id = " + ADraft;
    switch (below(11)) {
    case 0:
        return write("delete from message" + message, anywhere());
    case 1:
        return write("delete from ai_draft" + draft, anywhere());
    case 2:
    case 3:
        return write("update message set sent_at = $4::timestamptz" + message, anywhere() << someTime());
    case 4:
        return write("update message set lead_id = $4::uuid" + message,
            anywhere() << m_leads.at(below(int(m_leads.size()))));
    case 5:
        return write("update message set channel = $4" + message,
            anywhere() << (below(2) == 0 ? u"sms"_s : u"email"_s));
    case 6:
        return write("update message set direction = $4" + message,
            anywhere() << (below(2) == 0 ? u"inbound"_s : u"outbound"_s));
    case 7:
        return write("update message set sent_by = 'setter', sent_by_user_id = $4::uuid" + message,
            anywhere() << (below(2) == 0 ? std::optional(m_stage.setter.value) : std::nullopt));
    case 8:
        return write(
            "update message set sent_by = 'ai', sent_by_user_id = null, ai_draft_id = " + ADraft + message,
            anywhere());
    case 9:
        return write(
            "update ai_draft set auto_send_action = $4, auto_send_evaluated_at = $5::timestamptz" + draft,
            anywhere() << (below(2) == 0 ? u"send_delayed"_s : u"skip"_s)
                       << (below(3) > 0 ? std::optional(someTime()) : std::nullopt));
    default:
        return write("update ai_draft x set trigger_message_id = " + ATarget
                + " where workspace_id = $1::uuid and id = " + ADraft
                + " and not exists (select from ai_draft o where o.workspace_id = x.workspace_id"
                  " and o.channel = x.channel and o.trigger_message_id = "
                + ATarget + ")",
            anywhere());
    }
}

} // namespace signalbox
