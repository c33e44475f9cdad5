// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/realtimetestbed.h"

#include "tests/support/waitlimit.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

QByteArray uuidText(const QUuid &uuid)
{
    return uuid.toByteArray(QUuid::WithoutBraces);
}

void setScope(LeadChange &change, const LeadScope &scope)
{
    change.scope = scope;
    change.values[size_t(LeadColumn::Workspace)] = uuidText(scope.workspace.value);
    change.values[size_t(LeadColumn::Assignee)]
        = scope.assignee.isNull() ? std::nullopt : std::optional(uuidText(scope.assignee.value));
}

} // namespace

RealtimeTestbed::RealtimeTestbed(const RealtimeLimits &limits)
    : hub(feed, backend, metrics, clock, limits)
{
    backend.sights = {
        {owner, {.user = owner, .full = {mine}}},
        {setter, {.user = setter, .own = {mine}}},
        {peer, {.user = peer, .own = {mine}}},
        {stranger, {.user = stranger, .full = {theirs}}},
    };
    backend.names = {{owner, u"Olga"_s}, {setter, u"Sam"_s}, {peer, u"Pia"_s}, {stranger, u"Stan"_s}};
    hub.start();
    QCoreApplication::processEvents();
}

FakeRealtimeSocket *RealtimeTestbed::connectClient(
    PhoenixVersion version, const QByteArray &key, const QString &clientId)
{
    auto socket = std::make_unique<FakeRealtimeSocket>(version);
    FakeRealtimeSocket *raw = socket.get();
    hub.accept(std::move(socket), {version, key, clientId});
    return raw;
}

QJsonObject RealtimeTestbed::ask(FakeRealtimeSocket *socket, const PhoenixMessage &message)
{
    socket->say(message);
    QJsonObject answer;
    const auto isAnswered = [&] {
        for (const PhoenixMessage &received : std::as_const(socket->received)) {
            if (received.event == "phx_reply"_L1 && received.ref == message.ref)
                answer = received.payload;
        }
        return !answer.isEmpty();
    };
    return QTest::qWaitFor(isAnswered, WaitLimit) ? answer : QJsonObject();
}

QJsonObject RealtimeTestbed::join(
    FakeRealtimeSocket *socket, const QString &topic, const QJsonObject &payload)
{
    const QString ref = QString::number(++nextRef);
    return ask(socket, {ref, ref, topic, u"phx_join"_s, payload});
}

QJsonObject RealtimeTestbed::following(const QByteArray &token, const QJsonArray &bindings)
{
    return {{u"config"_s, QJsonObject {{u"postgres_changes"_s, bindings}}},
        {u"access_token"_s, QString::fromLatin1(token)}};
}

QJsonObject RealtimeTestbed::binding(const QString &event, const QString &filter)
{
    QJsonObject binding {{u"event"_s, event}, {u"schema"_s, u"public"_s}, {u"table"_s, u"Lead"_s}};
    if (!filter.isEmpty())
        binding.insert(u"filter"_s, filter);
    return binding;
}

FakeRealtimeSocket *RealtimeTestbed::follower(UserId user, const QJsonArray &bindings)
{
    FakeRealtimeSocket *socket = connectClient();
    const QJsonObject answer = join(socket, u"realtime:inbox"_s, following(backend.token(user), bindings));
    if (answer.value("status"_L1).toString() != "ok"_L1)
        qWarning("not joined: %s", QJsonDocument(answer).toJson().constData());
    socket->received.clear();
    socket->frames.clear();
    return socket;
}

LeadChange RealtimeTestbed::inserted(const LeadScope &scope, const QByteArray &status)
{
    LeadChange change;
    change.kind = LeadChange::Kind::Inserted;
    change.id = LeadId {newUuid()};
    change.committedAt = clock.now();
    change.values[size_t(LeadColumn::Id)] = uuidText(change.id.value);
    change.values[size_t(LeadColumn::Status)] = status;
    change.values[size_t(LeadColumn::OverallScore)] = "3"_ba;
    change.values[size_t(LeadColumn::UpdatedAt)] = "2026-02-18 05:52:00.1234+00"_ba;
    setScope(change, scope);
    return change;
}

LeadChange RealtimeTestbed::updated(const LeadChange &change, const QByteArray &status)
{
    LeadChange next = change;
    next.kind = LeadChange::Kind::Updated;
    next.before.reset();
    next.values[size_t(LeadColumn::Status)] = status;
    return next;
}

LeadChange RealtimeTestbed::moved(const LeadChange &change, const LeadScope &to, const QByteArray &status)
{
    LeadChange next = updated(change, status);
    next.before = change.scope;
    setScope(next, to);
    return next;
}

QList<QJsonObject> RealtimeTestbed::changesOf(const FakeRealtimeSocket *socket)
{
    QList<QJsonObject> changes;
    for (const PhoenixMessage &message : socket->received) {
        if (message.event == "postgres_changes"_L1)
            changes.append(message.payload.value("data"_L1).toObject());
    }
    return changes;
}

int RealtimeTestbed::countOf(const FakeRealtimeSocket *socket, const QString &event)
{
    return int(std::ranges::count(socket->received, event, &PhoenixMessage::event));
}

quint64 RealtimeTestbed::counter(const QByteArray &line) const
{
    const QByteArray text = metrics.exposition();
    const qsizetype at = text.indexOf('\n' + line + ' ');
    if (at < 0)
        return 0;
    const qsizetype start = at + line.size() + 2;
    return text.sliced(start, text.indexOf('\n', start) - start).toULongLong();
}

} // namespace signalbox
