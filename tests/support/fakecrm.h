// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeanalyticsgateway.h"

namespace signalbox {

/// CRM rows that look like a team's, the same each time, and a service over them: pages by cursor, filters,
/// order by date or text, edits under their lock, figures.
class FakeCrm
{
public:
    FakeCrm(WorkspaceId workspace, int count, Instant now);

    /// Lets it answer everything about the CRM.
    void answer(FakeAnalyticsGateway &gateway);

    CrmRow &row(int index) { return m_rows[index]; } ///< newest first
    int count() const { return static_cast<int>(m_rows.size()); }
    QList<CrmAssignee> assignees;
    bool isOwnOnly = false;

    CrmPage page(const CrmQuery &query, const QString &cursor, int limit) const;
    CrmSummary summary(const CrmQuery &query) const;
    CrmEditOutcome edit(const CrmEdit &edit);
    /// As if somebody else had written it meanwhile.
    void touch(int index);

private:
    QList<CrmRow> matching(const CrmQuery &query) const;

    WorkspaceId m_workspace;
    Instant m_now;
    QList<CrmRow> m_rows;
};

} // namespace signalbox
