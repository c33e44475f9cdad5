// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/exporttransfer.h"

namespace signalbox {

/// The exports of the person who is signed in, in every workspace, from their start until they are read away.
///
/// They outlive the pages that show them: another language builds the pages anew, and another workspace takes
/// them away, and neither is a reason to throw away what was written so far.
class ExportTransfers final : public QObject
{
    Q_OBJECT

public:
    ExportTransfers(AnalyticsGateway &gateway, const Clock &clock, QObject *parent = nullptr);
    ~ExportTransfers() override;

    /// Begins to write what is asked for into `target`.
    void start(WorkspaceId workspace, const ExportRequest &request, const QString &target);
    /// In the order of their beginning.
    QList<ExportTransfer *> of(WorkspaceId workspace) const;
    /// Forgets one; one that runs is cancelled.
    void remove(ExportTransfer &transfer);
    /// Forgets all of them: the person signed out.
    void clear();
    int runningCount() const;

    /// How often the service is asked; for tests.
    void setPace(const ExportTransfer::Pace &pace) { m_pace = pace; }

Q_SIGNALS:
    void started(signalbox::ExportTransfer *transfer, signalbox::WorkspaceId workspace);
    void removed(signalbox::ExportTransfer *transfer); ///< it lives until the event loop turns

private:
    struct Entry
    {
        WorkspaceId workspace;
        ExportTransfer *transfer;
    };

    AnalyticsGateway &m_gateway;
    const Clock &m_clock;
    ExportTransfer::Pace m_pace;
    QList<Entry> m_entries;
};

} // namespace signalbox
