// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of the analytics page: a line each.
#include "ui/analytics/analyticspage.h"
#include "ui/analytics/bookingtab.h"
#include "ui/analytics/campaignstab.h"
#include "ui/analytics/crmtab.h"
#include "ui/analytics/overviewtab.h"
#include "ui/analytics/responsetimingtab.h"
#include "ui/analytics/workflowstab.h"

#include <QCoreApplication>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

template <typename Tab> AnalyticsTabSpec tabSpec(const QString &id, const char *title)
{
    return {id, [title] { return QCoreApplication::translate("Analytics", title); },
        [](const PageContext &context, AnalyticsSession &session, QWidget *parent) -> AnalyticsTab * {
            return new Tab(context, session, parent);
        }};
}

} // namespace

QList<AnalyticsTabSpec> analyticsTabs(Preferences *preferences)
{
    return {
        tabSpec<OverviewTab>(u"overview"_s, QT_TRANSLATE_NOOP("Analytics", "Overview")),
        tabSpec<WorkflowsTab>(u"workflows"_s, QT_TRANSLATE_NOOP("Analytics", "Workflows")),
        tabSpec<CampaignsTab>(u"campaigns"_s, QT_TRANSLATE_NOOP("Analytics", "Campaigns")),
        tabSpec<BookingTab>(u"booking"_s, QT_TRANSLATE_NOOP("Analytics", "Booking")),
        tabSpec<ResponseTimingTab>(u"response-timing"_s, QT_TRANSLATE_NOOP("Analytics", "Response timing")),
        {u"crm"_s, [] { return QCoreApplication::translate("Analytics", "CRM rows"); },
            [preferences](const PageContext &context, AnalyticsSession &session, QWidget *parent)
                -> AnalyticsTab * { return new CrmTab(context, session, preferences, parent); }},
    };
}

} // namespace signalbox
