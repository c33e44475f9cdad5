// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedcast.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

/// Writes the demo inside a transaction that has begun.
class SeedWriter
{
public:
    SeedWriter(
        PgConnection &admin, const SeedOptions &options, ProgressMeter &meter, QList<SeedLanguage> languages);

    Result<void> writePeople(QList<SeedAccount> accounts);
    Result<void> writeWorkspaces();
    Result<void> writeLeads();
    Result<void> finish();

    qint64 messageCount() const { return m_messages; }
    qint64 draftCount() const { return m_drafts; }
    WorkspaceId workspace(int index) const { return {SeedIds(m_options.seed, index).workspace()}; }

private:
    bool isOtherTenant(int index) const
    {
        return m_options.workspaces > 1 && index == m_options.workspaces - 1;
    }
    SeedCast castOf(int index) const;
    Result<void> writeMembers(int index);
    Result<void> writeProcesses(int index);
    Result<void> writeCampaigns(int index);
    Result<void> writeCalendars(int index);
    Result<void> writeWorkspaceLeads(int index, qint64 written);
    Result<void> copy(const SeedCopy &slice);
    Result<void> writeTriage(int index);
    Result<void> buildIndexes();
    Result<void> run(QLatin1StringView query, const PgParams &params);

    PgConnection &m_pg;
    const SeedOptions &m_options;
    ProgressMeter &m_meter;
    QList<SeedLanguage> m_languages;
    QList<SeedAccount> m_accounts;
    bool m_rebuildsIndexes = false;
    qint64 m_messages = 0;
    qint64 m_drafts = 0;
};

} // namespace signalbox
