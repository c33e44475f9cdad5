// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/analytics/analyticsroutes.h"
#include "core/server/analytics/crmroutes.h"
#include "core/server/analytics/exportroutes.h"
#include "tests/server/testservice.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/rawclient.h"

#include <QTemporaryDir>

namespace signalbox {

/// The routes of analytics on a real database, with callers that FakeAuthenticator believes.
class AnalyticsService
{
public:
    /// `holds`: the clock by which versions and answers are held; `wall`: the one that says what now is.
    /// None: the system's.
    explicit AnalyticsService(const QString &conninfo, const AnalyticsLimits &limits = {},
        const Clock *holds = nullptr, const Clock *wall = nullptr);

    /// As that person; nobody when null. `headerLines` come as they are.
    RawAnswer get(UserId user, const QByteArray &path, const QByteArray &headerLines = {});
    /// The same with a body and another method.
    RawAnswer send(UserId user, const QByteArray &method, const QByteArray &path, const QJsonObject &body);
    /// What send() sends, for who does not wait for the answer.
    static QByteArray request(
        UserId user, const QByteArray &method, const QByteArray &path, const QJsonObject &body);

    TestService &service() { return m_service; }
    ExportService &exports() { return m_exports; }
    /// What the disk of the exports says from now on.
    void setFull(bool isFull) { m_isFull = isFull; }
    /// Files of exports that lie there.
    QStringList exportFiles() const;
    /// Of the family `signalbox_analytics_reads_total`.
    quint64 reads(const QByteArray &endpoint, const QByteArray &outcome);
    /// Reads of the database so far, whether or not somebody waited. Not on the service's thread.
    qint64 databaseReads();
    /// Reads under way. Not on the service's thread.
    qsizetype flightsOpen();

private:
    QTemporaryDir m_directory;
    std::atomic<bool> m_isFull = false; // workers ask
    PgPool m_pool;
    PgPool m_exportPool;
    TestService m_service;
    WorkspaceAccess m_access;
    ReadCache m_cache;
    AnalyticsReads m_reads;
    AnalyticsServices m_services;
    AnalyticsRoutes m_analytics;
    CrmRoutes m_crm;
    ExportService m_exports;
    ExportRoutes m_exportRoutes;
};

/// Two workspaces with a person in each role of the first, and facts for every tab of it: two leads, one of
/// them interested and booked, with messages. A database may hold several casts.
struct AnalyticsCast
{
    explicit AnalyticsCast(const QString &adminConninfo);

    InboxData data() { return InboxData(*admin); }
    QByteArray client() const { return "clientId=" + workspace.toString().toLatin1(); }
    /// A tab of the first workspace over the last seven days and the next hour: the same question each time,
    /// where a window that ends now would move on at every fifth minute.
    QByteArray tab(const QByteArray &name) const;

    std::unique_ptr<PgConnection> admin;
    Instant madeAt {};
    UserId owner, manager, setter, portal, stranger;
    QString setterEmail;
    WorkspaceId workspace, foreign;
    LeadId booked, quiet;
};

} // namespace signalbox
