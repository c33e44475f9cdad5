// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingeststore.h"

#include "core/ingest/ingeststore_p.h"
#include "core/storage/pgconnection.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<void> IngestStore::prepare()
{
    PgParams params;
    params << m_workspace;
    if (const auto locked = m_pg.run("IngestLock"_L1, params); !locked)
        return locked.error();
    const auto exists = m_pg.run("IngestWorkspaceExists"_L1, params);
    if (!exists)
        return exists.error();
    if (!exists->boolean(0, 0))
        return Error::notFound(u"there is no such workspace"_s);
    if (m_order == IngestOrder::ByMessageTime) {
        if (const auto kept = m_pg.run("IngestKeepOrder"_L1); !kept)
            return kept.error();
    }
    return {};
}

Result<IngestOutcome> IngestStore::write(const IngestRecord &record)
{
    // A refused statement would else end the whole batch.
    if (const auto saved = m_pg.runScript("SAVEPOINT record"); !saved)
        return saved.error();
    const qint64 leadsBefore = m_leadsAdded;
    auto outcome = dispatch(record);
    if (!outcome) {
        m_leadsAdded = leadsBefore;
        if (const auto undone = m_pg.runScript("ROLLBACK TO SAVEPOINT record"); !undone)
            return undone.error();
        return outcome;
    }
    if (const auto released = m_pg.runScript("RELEASE SAVEPOINT record"); !released)
        return released.error();
    return outcome;
}

Result<IngestOutcome> IngestStore::dispatch(const IngestRecord &record)
{
    switch (record.kind) {
    case IngestRecord::Kind::Lead:
        return writeLead(record);
    case IngestRecord::Kind::Message:
        return writeMessage(record);
    case IngestRecord::Kind::Draft:
        return writeDraft(record);
    case IngestRecord::Kind::Appointment:
        return writeAppointment(record);
    case IngestRecord::Kind::FollowUpInstance:
        return writeFollowUp(record);
    case IngestRecord::Kind::CrmRow:
        return writeOfLead("IngestUpsertCrmRow"_L1, record);
    case IngestRecord::Kind::ResponseTiming:
        return writeOfLead("IngestUpsertTiming"_L1, record);
    case IngestRecord::Kind::FollowUpTask:
        return writeTask(record);
    case IngestRecord::Kind::BookingProgress:
        return writeProgress(record);
    case IngestRecord::Kind::Reactivation:
        return writeReactivation(record);
    case IngestRecord::Kind::Availability:
        return writeAvailability(record);
    }
    return Error::internal(u"unknown kind of record"_s);
}

Result<std::optional<QUuid>> IngestStore::findLead(const LeadReference &lead)
{
    PgParams params;
    params << m_workspace;
    params.addNullable(lead.id).addNullable(lead.ghlContactId).addNullable(lead.emailBisonLeadId);
    params.addNullable(lead.email).addNullable(lead.phone);
    const auto found = m_pg.run("IngestFindLead"_L1, params);
    if (!found)
        return found.error();
    return found->rowCount() > 0 ? std::optional(found->uuid(0, 0)) : std::nullopt;
}

Result<QUuid> IngestStore::insertLead(const QJsonObject &columns)
{
    PgParams params;
    params << m_workspace << ingestJson(columns);
    const auto added = m_pg.run("IngestInsertLead"_L1, params);
    if (!added)
        return added.error();
    ++m_leadsAdded;
    return added->uuid(0, 0);
}

Result<QUuid> IngestStore::resolveLead(const IngestRecord &record)
{
    const auto found = findLead(record.lead);
    if (!found)
        return found.error();
    if (*found) {
        if (record.firstName.isEmpty() && record.lastName.isEmpty())
            return **found;
        PgParams params;
        params << m_workspace << **found;
        params.addNullable(record.firstName).addNullable(record.lastName);
        if (const auto named = m_pg.run("IngestNameLead"_L1, params); !named)
            return named.error();
        return **found;
    }
    LeadReference known = record.lead;
    known.id.clear();
    if (known.isEmpty())
        return Error {.kind = Error::Kind::NotFound,
            .detail = u"lead: there is no lead with this id"_s,
            .code = u"UNKNOWN_LEAD"_s,
            .field = u"leadId"_s};
    QJsonObject columns;
    const auto put = [&](QLatin1StringView column, const QString &value) {
        if (!value.isEmpty())
            columns.insert(column, value);
    };
    put("ghl_contact_id"_L1, known.ghlContactId);
    put("email_bison_lead_id"_L1, known.emailBisonLeadId);
    put("email"_L1, known.email);
    put("phone"_L1, known.phone);
    put("first_name"_L1, record.firstName);
    put("last_name"_L1, record.lastName);
    if (m_order == IngestOrder::ByMessageTime && record.columns.contains("sent_at"_L1))
        columns.insert("created_at"_L1, record.columns.value("sent_at"_L1));
    return insertLead(columns);
}

Result<IngestOutcome> IngestStore::writeLead(const IngestRecord &record)
{
    const auto found = findLead(record.lead);
    if (!found)
        return found.error();
    if (!*found) {
        const auto added = insertLead(record.columns);
        if (!added)
            return added.error();
        return IngestOutcome::Added;
    }
    PgParams params;
    params << m_workspace << **found << ingestJson(record.columns);
    const auto updated = m_pg.run("IngestUpdateLead"_L1, params);
    if (!updated)
        return updated.error();
    return updated->rowCount() > 0 ? IngestOutcome::Changed : IngestOutcome::Unchanged;
}

Result<IngestOutcome> IngestStore::writeMessage(const IngestRecord &record)
{
    const QString key = record.columns.value("webhook_dedupe_key"_L1).toString();
    if (!key.isEmpty()) {
        PgParams params;
        params << m_workspace << key;
        const auto known = m_pg.run("IngestMessageKnown"_L1, params);
        if (!known)
            return known.error();
        if (known->boolean(0, 0))
            return IngestOutcome::Unchanged;
    }
    const auto lead = resolveLead(record);
    if (!lead)
        return lead.error();
    PgParams params;
    params << m_workspace << *lead << ingestJson(record.columns);
    const auto added = m_pg.run("IngestInsertMessage"_L1, params);
    if (!added)
        return added.error();
    if (added->rowCount() == 0)
        return IngestOutcome::Unchanged;
    if (m_order == IngestOrder::ByMessageTime) {
        PgParams settle;
        settle << m_workspace << *lead << record.columns.value("sent_at"_L1).toString();
        if (const auto settled = m_pg.run("IngestSettleLead"_L1, settle); !settled)
            return settled.error();
    }
    if (const auto done = writeAttachments(record, added->uuid(0, 0), *lead); !done)
        return done.error();
    return IngestOutcome::Added;
}

Result<void> IngestStore::writeAttachments(const IngestRecord &record, QUuid message, QUuid lead)
{
    for (int i = 0; i < int(record.attachments.size()); ++i) {
        const MailAttachment &attachment = record.attachments.at(i);
        PgParams params;
        params << m_workspace << message << lead << i << attachment.name << attachment.contentType;
        params.addNullable(attachment.contentId);
        params << attachment.sizeBytes;
        attachment.isDropped ? params.addNull() : params.addBytes(attachment.content);
        if (const auto added = m_pg.run("IngestInsertAttachment"_L1, params); !added)
            return added.error();
    }
    return {};
}

Result<IngestOutcome> IngestStore::writeDraft(const IngestRecord &record)
{
    const auto lead = resolveLead(record);
    if (!lead)
        return lead.error();
    const QString id = record.columns.value("id"_L1).toString();
    if (!id.isEmpty()) {
        PgParams params;
        params << m_workspace << *lead << id << ingestJson(record.columns);
        const auto known = m_pg.run("IngestUpdateDraft"_L1, params);
        if (!known)
            return known.error();
        if (known->rowCount() > 0)
            return known->boolean(0, 0) ? IngestOutcome::Changed : IngestOutcome::Unchanged;
    }
    PgParams params;
    params << m_workspace << *lead << ingestJson(record.columns);
    const auto written = m_pg.run("IngestUpsertDraft"_L1, params);
    if (!written)
        return written.error();
    return ingestOutcome(*written);
}

Result<IngestOutcome> IngestStore::writeAppointment(const IngestRecord &record)
{
    const auto lead = resolveLead(record);
    if (!lead)
        return lead.error();
    PgParams params;
    params << m_workspace << *lead << ingestJson(record.columns);
    const auto written = m_pg.run("IngestUpsertAppointment"_L1, params);
    if (!written)
        return written.error();
    return ingestOutcome(*written);
}

Result<IngestOutcome> IngestStore::writeFollowUp(const IngestRecord &record)
{
    const auto lead = resolveLead(record);
    if (!lead)
        return lead.error();
    const auto sequence = findOrAdd("IngestFindSequence"_L1, "IngestAddSequence"_L1, record.sequence);
    if (!sequence)
        return sequence.error();
    PgParams params;
    params << m_workspace << *lead << *sequence << ingestJson(record.columns);
    const auto written = m_pg.run("IngestUpsertFollowUp"_L1, params);
    if (!written)
        return written.error();
    return ingestOutcome(*written);
}

} // namespace signalbox
