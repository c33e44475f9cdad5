// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "core/server/analytics/analyticsservices.h"
#include "core/server/routetable.h"

namespace signalbox {

/// The CRM of analytics (domain §7.8): rows, summary and assignees by `mode`, and the edit of a cell.
///
/// A setter gets the own leads, so what he reads is kept for him alone; everybody else sees the whole
/// workspace and shares. Only a first page is kept. After an edit the next read asks the database.
class CrmRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit CrmRoutes(AnalyticsServices services, QObject *parent = nullptr);

    void addTo(RouteTable &routes);

private:
    Reply<HttpResponse> rows(const HttpRequest &request);
    Reply<HttpResponse> edit(const HttpRequest &request);
    Reply<CrmEditOutcome> write(const InboxReader &reader, const CrmEdit &edit);

    AnalyticsServices m_services;
};

} // namespace signalbox
