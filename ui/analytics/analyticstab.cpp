// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/analyticstab.h"

#include "models/analytics/analyticssession.h"

namespace signalbox {

AnalyticsTab::AnalyticsTab(const QString &id, AnalyticsSession &session, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_session(session)
{
    setObjectName(QStringLiteral("tab-") + id);
    setFocusPolicy(Qt::StrongFocus); // the page's keys act while the focus is inside it
}

ExportRequest AnalyticsTab::exportRequest() const
{
    ExportRequest request;
    request.tab = m_id;
    request.analytics = m_session.request();
    request.crm.workspace = m_session.workspace();
    return request;
}

std::optional<Instant> AnalyticsTab::computedAt() const
{
    std::optional<Instant> oldest;
    for (const Panel *panel : panels()) {
        const std::optional<Instant> at = panel->status().computedAt;
        if (at && (!oldest || *at < *oldest))
            oldest = at;
    }
    return oldest;
}

void AnalyticsTab::updateAges()
{
    for (Panel *panel : panels())
        panel->updateAge();
}

} // namespace signalbox
