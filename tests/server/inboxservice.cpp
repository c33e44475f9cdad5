// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/inboxservice.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox {

InboxService::InboxService(const QString &conninfo, CacheStore *shared, const Clock *holds)
    : m_pool(conninfo, {.size = 4})
    , m_access(m_pool, holds ? *holds : m_service.clock)
    , m_cache(m_pool, shared, m_service.clock, m_service.metrics)
    , m_inbox(m_pool, m_access, m_cache, holds ? *holds : m_service.clock)
    , m_writes(m_pool, m_inbox, m_service.clock)
    , m_triage(m_writes)
    , m_drafts(m_writes)
    , m_views(m_pool, m_access, m_writes)
{
    m_inbox.addTo(m_service.routes);
    m_triage.addTo(m_service.routes);
    m_drafts.addTo(m_service.routes);
    m_views.addTo(m_service.routes);
    m_service.start();
}

RawAnswer InboxService::get(UserId user, const QByteArray &path, const QByteArray &headerLines)
{
    RawClient client(m_service.port);
    if (!client.connectToServer())
        return {};
    client.get(path, (user.isNull() ? QByteArray() : FakeAuthenticator::headerFor(user)) + headerLines);
    return client.answer();
}

RawAnswer InboxService::post(UserId user, const QByteArray &path, const QJsonObject &body,
    const QByteArray &key, const QByteArray &method)
{
    return postRaw(user, path, QJsonDocument(body).toJson(QJsonDocument::Compact), key, method);
}

RawAnswer InboxService::postRaw(UserId user, const QByteArray &path, const QByteArray &body,
    const QByteArray &key, const QByteArray &method)
{
    RawClient client(m_service.port);
    if (!client.connectToServer())
        return {};
    QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!user.isNull())
        head += FakeAuthenticator::headerFor(user);
    if (!key.isEmpty())
        head += "Idempotency-Key: " + key + "\r\n";
    client.send(head + "\r\n" + body);
    return client.answer(false, 20'000);
}

QStringList InboxService::ids(const RawAnswer &page)
{
    QStringList ids;
    for (const QJsonValue &row : page.json().value(u"conversations"_s).toArray())
        ids.append(row.toObject().value(u"id"_s).toString());
    return ids;
}

} // namespace signalbox
