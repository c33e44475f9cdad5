// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/analytics/analyticsservice.h"

#include "core/server/analytics/exportwriter.h"

#include <QDirIterator>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

AnalyticsService::AnalyticsService(
    const QString &conninfo, const AnalyticsLimits &limits, const Clock *holds, const Clock *wall)
    : m_pool(conninfo, {.size = 4})
    , m_exportPool(conninfo, {.size = 2})
    , m_access(m_pool, m_service.clock)
    , m_cache(m_pool, nullptr, holds ? *holds : m_service.clock, m_service.metrics)
    , m_reads(m_pool, m_cache, m_service.clock, holds ? *holds : m_service.clock, m_service.metrics)
    , m_services {m_pool, m_access, m_reads, wall ? *wall : m_service.clock, limits}
    , m_analytics(m_services)
    , m_crm(m_services)
    , m_exports({m_exportPool, m_service.clock, m_service.metrics, m_directory.filePath(u"exports"_s),
          exportWriter([this]() -> Result<void> {
              if (m_isFull)
                  return Error {Error::Kind::Unavailable, u"full"_s, u"STORAGE_FULL"_s};
              return {};
          })})
    , m_exportRoutes(m_exports, m_access)
{
    m_analytics.addTo(m_service.routes);
    m_crm.addTo(m_service.routes);
    m_exportRoutes.addTo(m_service.routes);
    m_service.start();
}

RawAnswer AnalyticsService::get(UserId user, const QByteArray &path, const QByteArray &headerLines)
{
    RawClient client(m_service.port);
    if (!client.connectToServer())
        return {};
    client.get(path, (user.isNull() ? QByteArray() : FakeAuthenticator::headerFor(user)) + headerLines);
    return client.answer(false, 20'000);
}

RawAnswer AnalyticsService::send(
    UserId user, const QByteArray &method, const QByteArray &path, const QJsonObject &body)
{
    RawClient client(m_service.port);
    if (!client.connectToServer())
        return {};
    client.send(request(user, method, path, body));
    return client.answer(false, 20'000);
}

QByteArray AnalyticsService::request(
    UserId user, const QByteArray &method, const QByteArray &path, const QJsonObject &body)
{
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Content-Length: " + QByteArray::number(bytes.size()) + "\r\n";
    if (!user.isNull())
        head += FakeAuthenticator::headerFor(user);
    return head + "\r\n" + bytes;
}

QStringList AnalyticsService::exportFiles() const
{
    QStringList files;
    QDirIterator all(m_directory.path(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        if (QFileInfo(all.next()).fileName() != "lock"_L1)
            files.append(all.filePath());
    }
    return files;
}

quint64 AnalyticsService::reads(const QByteArray &endpoint, const QByteArray &outcome)
{
    return m_service.metrics
        .counter("signalbox_analytics_reads_total", "", {{"endpoint", endpoint}, {"outcome", outcome}})
        .value();
}

qint64 AnalyticsService::databaseReads()
{
    qint64 sum = 0;
    const QStringList outcomes {u"\"miss\""_s, u"\"refresh\""_s, u"\"done\""_s, u"\"failed\""_s};
    QByteArray figures;
    QMetaObject::invokeMethod(
        &m_reads, [&] { figures = m_service.metrics.exposition(); }, Qt::BlockingQueuedConnection);
    const QStringList lines = QString::fromUtf8(figures).split(u'\n');
    for (const QString &line : lines) {
        const bool isRead = line.startsWith("signalbox_analytics_re"_L1)
            && std::ranges::any_of(
                outcomes, [&](const QString &outcome) { return line.contains("outcome="_L1 + outcome); });
        sum += isRead ? line.section(u' ', -1).toLongLong() : 0;
    }
    return sum;
}

qsizetype AnalyticsService::flightsOpen()
{
    qsizetype open = 0;
    QMetaObject::invokeMethod(
        &m_reads, [&] { open = m_reads.flightsOpen(); }, Qt::BlockingQueuedConnection);
    return open;
}

AnalyticsCast::AnalyticsCast(const QString &adminConninfo)
    : admin(connectTo(adminConninfo))
    , madeAt(std::chrono::floor<std::chrono::minutes>(SystemClock().now()))
{
    InboxData rows = data();
    const QString domain = newUuid().toString(QUuid::Id128).left(8) + u".test"_s;
    owner = rows.addUser(u"owner@a."_s + domain);
    manager = rows.addUser(u"manager@a."_s + domain);
    setterEmail = u"setter@a."_s + domain;
    setter = rows.addUser(setterEmail);
    portal = rows.addUser(u"portal@a."_s + domain);
    stranger = rows.addUser(u"owner@b."_s + domain);
    workspace = rows.addWorkspace(u"A"_s, owner);
    foreign = rows.addWorkspace(u"B"_s, stranger);
    rows.addMember(workspace, manager, u"INBOX_MANAGER"_s);
    rows.addMember(workspace, setter, u"SETTER"_s);
    rows.addMember(workspace, portal, u"CLIENT_PORTAL"_s);
    booked = rows.addLead(workspace, {.tag = u"Interested"_s, .assignee = setter, .email = u"b@x.io"_s});
    quiet = rows.addLead(workspace, {.firstName = u"Quiet"_s, .email = u"q@x.io"_s});
    rows.addMessage(workspace, booked, u"outbound"_s, u"hello"_s);
    rows.addMessage(workspace, booked, u"inbound"_s, u"yes"_s);
    rows.run("insert into appointment (workspace_id, lead_id, start_at, end_at, status, provider, source)"
             " select $1::uuid, $2::uuid, now() + interval '1 day', now() + interval '25 hours', 'CONFIRMED',"
             " 'GHL', 'WEBHOOK'",
        PgParams() << workspace << booked);
}

QByteArray AnalyticsCast::tab(const QByteArray &name) const
{
    return "/api/analytics/" + name + '?' + client()
        + "&from=" + toIso(madeAt - std::chrono::hours(7 * 24)).toLatin1()
        + "&to=" + toIso(madeAt + std::chrono::hours(1)).toLatin1();
}

} // namespace signalbox
