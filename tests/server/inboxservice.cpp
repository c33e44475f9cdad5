// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/inboxservice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox {

InboxService::InboxService(const QString &conninfo, CacheStore *shared)
    : m_pool(conninfo, {.size = 4})
    , m_access(m_pool, m_service.clock)
    , m_cache(m_pool, shared, m_service.clock, m_service.metrics)
    , m_inbox(m_pool, m_access, m_cache, m_service.clock)
{
    m_inbox.addTo(m_service.routes);
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

QStringList InboxService::ids(const RawAnswer &page)
{
    QStringList ids;
    for (const QJsonValue &row : page.json().value(u"conversations"_s).toArray())
        ids.append(row.toObject().value(u"id"_s).toString());
    return ids;
}

} // namespace signalbox
