// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmeditor.h"

#include "core/analytics/crmeditrules.h"
#include "core/inbox/jsonfields.h"
#include "core/storage/analytics/crmlistsql.h"
#include "core/storage/analytics/crmrows.h"
#include "core/storage/triagestore.h"

#include <algorithm>
#include <iterator>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Where a field is stored, and what shows when it is not set.
struct CrmField
{
    QLatin1StringView name;
    const char *stored; ///< column of CrmLockRow
    const char *shown; ///< the same, or where the cell falls back to
    const char *setter; ///< statement that writes it; null: the lead's own rules do
    bool isOfLead;
};

constexpr CrmField fields[] {
    {"jobTitle"_L1, "job_title", "job_title", "CrmSetJobTitle", true},
    {"email"_L1, "email", "email", "CrmSetEmail", true},
    {"phone"_L1, "phone", "phone", "CrmSetPhone", true},
    {"linkedinUrl"_L1, "linkedin_url", "linkedin_url", "CrmSetLinkedIn", true},
    {"assignedToUserId"_L1, "assigned_to_user_id", "assigned_to_user_id", nullptr, true},
    {"leadCategory"_L1, "lead_category_override", "lead_category", "CrmSetLeadCategory", false},
    {"leadStatus"_L1, "pipeline_status", "lead_status", "CrmSetPipelineStatus", false},
    {"leadType"_L1, "lead_type", "lead_type", "CrmSetLeadType", false},
    {"applicationStatus"_L1, "application_status", "application_status", "CrmSetApplicationStatus", false},
    {"notes"_L1, "notes", "notes", "CrmSetNotes", false},
    {"campaign"_L1, "interest_campaign_name", "campaign", "CrmSetCampaign", false},
};

const CrmField &fieldOf(const CrmEdit &edit)
{
    const auto *found = std::find_if(std::begin(fields), std::end(fields),
        [&edit](const CrmField &field) { return field.name == edit.field; });
    Q_ASSERT(found != std::end(fields)); // checkedCrmEdit() lets no other through
    return *found;
}

/// An edit on its way: who, what, and what stands there, locked.
struct Editing
{
    TriageWriter writer;
    CrmEdit edit;
    const CrmField &field;
    LeadState lead;
    PgResult row;

    QString text(const char *column) const { return row.text(0, row.column(column)); }
    Instant instant(const char *column) const { return row.instant(0, row.column(column)); }
};

Result<TriageWriter> enter(PgConnection &pg, UserId user, std::optional<WorkspaceId> expected,
    const CrmEdit &edit, Instant now, LeadId &lead)
{
    const auto rows = pg.run("CrmFindRow"_L1, PgParams() << edit.row);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0 || (expected && expected->value != rows->uuid(0, 0)))
        return Error::notFound(u"CRM row not found"_s);
    lead = LeadId {rows->uuid(0, 1)};
    return enterWorkspace(pg, user, WorkspaceId {rows->uuid(0, 0)}, now);
}

Result<Editing> lock(PgConnection &pg, const TriageWriter &writer, const CrmEdit &edit, LeadId lead)
{
    if (const auto elevated = elevate(pg, writer); !elevated)
        return elevated.error();
    const auto locked = lockLeads(pg, writer, {lead});
    if (!locked)
        return locked.error();
    const auto row = pg.run("CrmLockRow"_L1, PgParams() << writer.workspace() << edit.row << writer.scope());
    if (!row)
        return row.error();
    if (locked->isEmpty() || row->rowCount() == 0)
        return Error::notFound(u"CRM row not found"_s);
    return Editing {writer, edit, fieldOf(edit), locked->first(), *row};
}

bool movesLead(const Editing &editing)
{
    return editing.field.isOfLead || editing.edit.updateAutomation;
}

bool isAlready(const Editing &editing)
{
    const CrmEdit &edit = editing.edit;
    const bool isStatus = edit.field == "leadStatus"_L1;
    const bool isCategory = edit.field == "leadCategory"_L1;
    if (isStatus && edit.updateAutomation)
        return editing.text("pipeline_status").isEmpty() && editing.lead.status == edit.value;
    const bool isStored = editing.text(editing.field.stored) == edit.value;
    if (isCategory && edit.updateAutomation && !edit.value.isEmpty())
        return isStored && editing.lead.sentimentTag == edit.value;
    return isStored;
}

bool isConflict(const Editing &editing)
{
    const CrmEdit &edit = editing.edit;
    if (edit.expectedValue && *edit.expectedValue == editing.text(editing.field.shown))
        return false;
    const bool isLeadNewer = editing.instant("lead_updated_at") > edit.expectedUpdatedAt;
    const bool isRowNewer = editing.instant("row_updated_at") > edit.expectedUpdatedAt;
    // The status that shows is the lead's where the pipeline has none.
    const bool readsLead = movesLead(editing) || edit.field == "leadStatus"_L1;
    return (readsLead && isLeadNewer) || (!editing.field.isOfLead && isRowNewer);
}

/// By the rules of triage, which also writes the record.
Result<void> changeField(PgConnection &pg, const Editing &editing, const LeadFields &set)
{
    LeadFields expected;
    if (set.assignedTo)
        expected.assignedTo = editing.lead.assignedTo;
    if (set.status)
        expected.status = editing.lead.status;
    if (set.sentimentTag)
        expected.sentimentTag = editing.lead.sentimentTag;
    const auto changed = changeLead(pg, editing.writer, editing.lead.lead, set, expected);
    if (!changed)
        return changed.error();
    return {};
}

Result<void> store(PgConnection &pg, const Editing &editing, const QString &value)
{
    const QUuid id = editing.field.isOfLead ? editing.lead.lead.value : editing.edit.row;
    PgParams params;
    params << editing.writer.workspace() << id;
    params.addNullable(value);
    if (const auto stored = pg.run(QLatin1StringView(editing.field.setter), params); !stored)
        return stored.error();
    const QString key(editing.field.name);
    const TriageRecord line {editing.lead.lead,
        QJsonObject {{key, nullableText(editing.text(editing.field.stored))}},
        QJsonObject {{key, nullableText(value)}}};
    return record(pg, editing.writer, u"crm_edit"_s, {line});
}

Result<void> write(PgConnection &pg, const Editing &editing)
{
    const CrmEdit &edit = editing.edit;
    if (edit.field == "assignedToUserId"_L1)
        return changeField(pg, editing, {.assignedTo = UserId::parse(edit.value)});
    if (edit.field == "leadStatus"_L1 && edit.updateAutomation) {
        if (!editing.text("pipeline_status").isEmpty()) {
            if (const auto cleared = store(pg, editing, {}); !cleared)
                return cleared;
        }
        return changeField(pg, editing, {.status = edit.value});
    }
    if (const auto stored = store(pg, editing, edit.value); !stored)
        return stored;
    if (edit.field == "leadCategory"_L1 && edit.updateAutomation && !edit.value.isEmpty())
        return changeField(pg, editing, {.sentimentTag = edit.value});
    return {};
}

// In the whole workspace: a setter who has just handed the lead away still sees what became of the row.
Result<CrmRow> readRow(PgConnection &pg, const TriageWriter &writer, QUuid row)
{
    const InboxReader whole {writer.user(), writer.workspace(), u"ADMIN"_s};
    const AssembledSql statement = buildCrmRowStatement(whole, row);
    const auto rows = pg.runSql(statement.sql, statement.params);
    if (!rows)
        return rows.error();
    if (rows->rowCount() == 0)
        return Error::notFound(u"CRM row not found"_s);
    QList<CrmRow> list {readCrmRow(*rows, 0)};
    if (const auto done = enrichCrmRows(pg, writer.workspace(), list); !done)
        return done.error();
    return list.first();
}

} // namespace

Result<CrmEditOutcome> editCrmCell(
    PgConnection &pg, UserId user, std::optional<WorkspaceId> expected, const CrmEdit &edit, Instant now)
{
    LeadId lead;
    const auto writer = enter(pg, user, expected, edit, now, lead);
    if (!writer)
        return writer.error();
    const auto checked = checkedCrmEdit(edit);
    if (!checked)
        return checked.error();
    const auto editing = lock(pg, *writer, *checked, lead);
    if (!editing)
        return editing.error();
    CrmEditOutcome outcome;
    if (!isAlready(*editing)) {
        outcome.isConflict = isConflict(*editing);
        if (!outcome.isConflict) {
            if (const auto written = write(pg, *editing); !written)
                return written.error();
        }
    }
    auto row = readRow(pg, *writer, edit.row);
    if (!row)
        return row.error();
    outcome.row = *std::move(row);
    return outcome;
}

} // namespace signalbox
