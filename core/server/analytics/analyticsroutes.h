// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticswindow.h"
#include "core/server/analytics/analyticsservices.h"
#include "core/server/routetable.h"
#include "core/storage/analytics/analyticsscope.h"

namespace signalbox {

/// The tabs of analytics but the CRM's (domain §7, docs/ANALYTICS.md): overview, workflows, campaigns,
/// booking, response timing.
///
/// In the order of domain §4.1: kill switch, who one is, parameters, right to the workspace, cache, work.
/// A client that leaves cancels its statements, unless others wait for the same read.
class AnalyticsRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit AnalyticsRoutes(AnalyticsServices services, QObject *parent = nullptr);

    void addTo(RouteTable &routes);

private:
    Reply<HttpResponse> overview(const HttpRequest &request);
    Reply<HttpResponse> workflows(const HttpRequest &request);
    Reply<HttpResponse> campaigns(const HttpRequest &request);
    Reply<HttpResponse> booking(const HttpRequest &request);
    Reply<HttpResponse> responseTiming(const HttpRequest &request);

    /// One tab's read: its window completed, `load` run for the scope that follows from the caller's role.
    struct Tab
    {
        QByteArray endpoint;
        QByteArray filters; ///< beside window and comparison
        std::function<Reply<LoadedBody>(const AnalyticsScope &scope, const AnalyticsRequest &asked)> load;
    };
    Reply<HttpResponse> read(const HttpRequest &request, const Tab &tab);

    AnalyticsServices m_services;
};

/// A route of analytics with everything they have in common.
Route analyticsRoute(HttpMethod method, const QString &pattern, RouteDoc doc, Handler handler);

/// Not with `Cache-Control: no-cache` (RFC 9111 §5.2.1.4).
bool mayBeStale(const HttpRequest &request);

} // namespace signalbox
