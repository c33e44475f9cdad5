// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedthread.h"

namespace signalbox {

/// Ids of one demo workspace: time-ordered (RFC 9562 version 7 in form), so that every index is appended to,
/// and derived from the seed alone, so that the same seed always names the same rows.
class SeedIds
{
public:
    SeedIds(std::uint64_t seed, int workspaceIndex);

    /// `kind`: a small number of one's own for each table.
    QUuid id(int kind, std::uint64_t number) const;
    QUuid workspace() const { return id(0, 0); }
    QUuid emailCampaign(int index) const { return id(1, std::uint64_t(index)); }
    QUuid smsCampaign(int index) const { return id(2, std::uint64_t(index)); }
    QUuid followUpSequence() const { return id(3, 0); }
    QUuid lead(qint64 index) const { return id(4, std::uint64_t(index)); }
    /// At most 1,024 messages, drafts and attachments a lead.
    QUuid message(qint64 lead, int index) const
    {
        return id(5, std::uint64_t(lead) * 1024 + std::uint64_t(index));
    }
    QUuid draft(qint64 lead, int index) const
    {
        return id(6, std::uint64_t(lead) * 1024 + std::uint64_t(index));
    }
    QUuid attachment(qint64 lead, int index) const
    {
        return id(7, std::uint64_t(lead) * 1024 + std::uint64_t(index));
    }
    QUuid followUp(qint64 lead) const { return id(8, std::uint64_t(lead)); }
    QUuid appointment(qint64 lead) const { return id(9, std::uint64_t(lead)); }

private:
    std::uint64_t m_seed;
    std::uint64_t m_stream;
};

/// Rows for `COPY … FROM STDIN` in text form, a buffer a table; what the triggers would compute is computed
/// here.
class SeedCopy
{
public:
    SeedCopy(const SeedCast &cast, const SeedIds &ids)
        : m_cast(cast)
        , m_ids(ids)
    { }

    void add(qint64 index, const SeedThread &thread);

    QByteArray leads, addresses, drafts, messages, attachments, followUps, appointments;
    qint64 messageCount = 0;
    qint64 draftCount = 0;

private:
    void addLead(qint64 index, const SeedThread &thread);
    void addMessages(qint64 index, const SeedThread &thread);
    void addAttachment(qint64 lead, int message, const SeedThread &thread);
    void addDrafts(qint64 index, const SeedThread &thread);

    const SeedCast &m_cast;
    const SeedIds &m_ids;
};

} // namespace signalbox
