// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/realtimefeed.h"

namespace signalbox {

/// A feed that says what a test tells it, and writes down what it is asked.
class FakeRealtimeFeed final : public RealtimeFeed
{
    Q_OBJECT

public:
    using RealtimeFeed::RealtimeFeed;

    void follow(WorkspaceId workspace) override;
    WorkspaceId workspace() const override { return m_workspace; }
    FeedStatus status() const override { return m_status; }
    void retryNow() override { ++retries; }
    void enterConversation(LeadId lead) override;
    void setWriting(bool isWriting) override { writes = isWriting; }
    QList<Viewer> viewers() const override { return m_viewers; }

    void setStatus(const FeedStatus &status);
    /// Another state, since now; everything else of the status stays.
    void setState(FeedStatus::State state, const QString &reason = {});
    void setViewers(const QList<Viewer> &viewers);
    void tell(const QList<LeadEvent> &events) { Q_EMIT leadsChanged(events); }
    void tellCounts(const QString &version, Instant computedAt) { Q_EMIT countsChanged(version, computedAt); }
    /// Counts in the status, as the real one does.
    void tellResync(const QString &reason);

    int retries = 0;
    LeadId entered;
    bool writes = false;

private:
    WorkspaceId m_workspace;
    FeedStatus m_status;
    QList<Viewer> m_viewers;
};

} // namespace signalbox
