// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/exporttransfers.h"

#include <algorithm>

namespace signalbox {

ExportTransfers::ExportTransfers(AnalyticsGateway &gateway, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_clock(clock)
{ }

ExportTransfers::~ExportTransfers() = default;

void ExportTransfers::start(WorkspaceId workspace, const ExportRequest &request, const QString &target)
{
    auto *transfer = new ExportTransfer(m_gateway, m_clock, request, target, m_pace, this);
    m_entries.append({workspace, transfer});
    Q_EMIT started(transfer, workspace);
    transfer->start();
}

QList<ExportTransfer *> ExportTransfers::of(WorkspaceId workspace) const
{
    QList<ExportTransfer *> own;
    for (const Entry &entry : m_entries) {
        if (entry.workspace == workspace)
            own.append(entry.transfer);
    }
    return own;
}

void ExportTransfers::remove(ExportTransfer &transfer)
{
    m_entries.removeIf([&transfer](const Entry &entry) { return entry.transfer == &transfer; });
    if (transfer.isRunning())
        transfer.cancel();
    Q_EMIT removed(&transfer);
    transfer.deleteLater(); // it may be the one that is speaking
}

void ExportTransfers::clear()
{
    while (!m_entries.isEmpty())
        remove(*m_entries.last().transfer);
}

int ExportTransfers::runningCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_entries, [](const Entry &entry) { return entry.transfer->isRunning(); }));
}

} // namespace signalbox
