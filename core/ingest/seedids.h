// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedrandom.h"

#include <QUuid>

namespace signalbox {

/// Ids of one demo workspace: time-ordered (RFC 9562 version 7 in form), so that every index is appended to,
/// and derived from the seed alone, so that the same seed always names the same rows.
class SeedIds
{
public:
    SeedIds(std::uint64_t seed, int workspaceIndex);

    /// `kind`: a small number of one's own for each table, below 32.
    QUuid id(int kind, std::uint64_t number) const;
    QUuid workspace() const { return id(0, 0); }
    QUuid emailCampaign(int index) const { return id(1, std::uint64_t(index)); }
    QUuid smsCampaign(int index) const { return id(2, std::uint64_t(index)); }
    QUuid followUpSequence(int index) const { return id(3, std::uint64_t(index)); }
    QUuid lead(qint64 index) const { return id(4, std::uint64_t(index)); }
    /// At most 1,024 messages, drafts, attachments and timings a lead.
    QUuid message(qint64 lead, int index) const { return id(5, ofLead(lead, index, 1024)); }
    QUuid draft(qint64 lead, int index) const { return id(6, ofLead(lead, index, 1024)); }
    QUuid attachment(qint64 lead, int index) const { return id(7, ofLead(lead, index, 1024)); }
    QUuid timing(qint64 lead, int index) const { return id(11, ofLead(lead, index, 1024)); }
    /// At most eight of each a lead.
    QUuid followUp(qint64 lead, int index) const { return id(8, ofLead(lead, index, 8)); }
    QUuid appointment(qint64 lead, int index) const { return id(9, ofLead(lead, index, 8)); }
    QUuid task(qint64 lead, int index) const { return id(12, ofLead(lead, index, 8)); }
    QUuid crmRow(qint64 lead) const { return id(10, std::uint64_t(lead)); }
    QUuid progress(qint64 lead) const { return id(13, std::uint64_t(lead)); }
    QUuid enrollment(qint64 lead) const { return id(14, std::uint64_t(lead)); }
    QUuid bookingProcess(int index) const { return id(15, std::uint64_t(index)); }
    QUuid reactivation(int index) const { return id(16, std::uint64_t(index)); }
    QUuid calendarLink(int index) const { return id(17, std::uint64_t(index)); }

private:
    static std::uint64_t ofLead(qint64 lead, int index, std::uint64_t most)
    {
        return std::uint64_t(lead) * most + std::uint64_t(index);
    }

    std::uint64_t m_seed;
    std::uint64_t m_stream;
};

} // namespace signalbox
