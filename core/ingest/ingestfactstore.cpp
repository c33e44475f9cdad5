// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingeststore_p.h"

// What analytics reads.

namespace signalbox {

using namespace Qt::StringLiterals;

Result<QUuid> IngestStore::findOrAdd(QLatin1StringView find, QLatin1StringView add, const QString &name)
{
    const PgParams params = PgParams() << m_workspace << name;
    auto found = m_pg.run(find, params);
    if (found && found->rowCount() == 0)
        found = m_pg.run(add, params);
    if (!found)
        return found.error();
    return found->uuid(0, 0);
}

Result<IngestOutcome> IngestStore::writeOfLead(QLatin1StringView query, const IngestRecord &record)
{
    const auto lead = resolveLead(record);
    if (!lead)
        return lead.error();
    const auto written = m_pg.run(query, PgParams() << m_workspace << *lead << ingestJson(record.columns));
    if (!written)
        return written.error();
    return ingestOutcome(*written);
}

Result<IngestOutcome> IngestStore::writeTask(const IngestRecord &record)
{
    const auto lead = resolveLead(record);
    if (!lead)
        return lead.error();
    PgParams params;
    params << m_workspace << *lead << ingestJson(record.columns);
    params.addNullable(record.sequence);
    const auto written = m_pg.run("IngestUpsertTask"_L1, params);
    if (!written)
        return written.error();
    return ingestOutcome(*written);
}

Result<IngestOutcome> IngestStore::writeProgress(const IngestRecord &record)
{
    const auto lead = resolveLead(record);
    if (!lead)
        return lead.error();
    QString campaign = record.columns.value("email_campaign_id"_L1).toString();
    if (campaign.isEmpty()) {
        const auto found
            = m_pg.run("IngestFindEmailCampaign"_L1, PgParams() << m_workspace << record.campaign);
        if (!found)
            return found.error();
        if (found->rowCount() == 0)
            return Error {.kind = Error::Kind::NotFound,
                .detail = u"campaign: there is no e-mail campaign of this name"_s,
                .code = u"UNKNOWN_CAMPAIGN"_s,
                .field = u"campaign"_s};
        campaign = found->text(0, 0);
    }
    QJsonObject columns = record.columns;
    if (!record.process.isEmpty()) {
        const auto process = findOrAdd("IngestFindProcess"_L1, "IngestAddProcess"_L1, record.process);
        if (!process)
            return process.error();
        columns.insert("active_booking_process_id"_L1, process->toString(QUuid::WithoutBraces));
    }
    const auto written = m_pg.run(
        "IngestUpsertProgress"_L1, PgParams() << m_workspace << *lead << campaign << ingestJson(columns));
    if (!written)
        return written.error();
    return ingestOutcome(*written);
}

Result<IngestOutcome> IngestStore::writeReactivation(const IngestRecord &record)
{
    const auto lead = resolveLead(record);
    if (!lead)
        return lead.error();
    const auto campaign = findOrAdd("IngestFindReactivation"_L1, "IngestAddReactivation"_L1, record.campaign);
    if (!campaign)
        return campaign.error();
    const auto written = m_pg.run("IngestUpsertEnrollment"_L1,
        PgParams() << m_workspace << *lead << *campaign << ingestJson(record.columns));
    if (!written)
        return written.error();
    return ingestOutcome(*written);
}

Result<IngestOutcome> IngestStore::writeAvailability(const IngestRecord &record)
{
    const auto written
        = m_pg.run("IngestUpsertAvailability"_L1, PgParams() << m_workspace << ingestJson(record.columns));
    if (!written)
        return written.error();
    return ingestOutcome(*written);
}

} // namespace signalbox
