// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakerealtimefeed.h"

namespace signalbox {

void FakeRealtimeFeed::follow(WorkspaceId workspace)
{
    if (m_workspace == workspace)
        return;
    m_workspace = workspace;
    setState(workspace.isNull() ? FeedStatus::State::Stopped : FeedStatus::State::Live);
}

void FakeRealtimeFeed::enterConversation(LeadId lead)
{
    entered = lead;
    writes = false;
    setViewers({});
}

void FakeRealtimeFeed::setStatus(const FeedStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

void FakeRealtimeFeed::setState(FeedStatus::State state, const QString &reason)
{
    FeedStatus status = m_status;
    status.state = state;
    status.reason = reason;
    setStatus(status);
}

void FakeRealtimeFeed::setViewers(const QList<Viewer> &viewers)
{
    if (m_viewers == viewers)
        return;
    m_viewers = viewers;
    Q_EMIT viewersChanged();
}

void FakeRealtimeFeed::tellResync(const QString &reason)
{
    ++m_status.resyncs;
    Q_EMIT statusChanged();
    Q_EMIT resyncNeeded(reason);
}

} // namespace signalbox
