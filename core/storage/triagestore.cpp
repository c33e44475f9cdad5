// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/triagestore.h"

#include "core/inbox/triagejson.h"
#include "core/inbox/triagerules.h"
#include "core/storage/inboxlistsql.h"
#include "core/storage/searchcandidates.h"

#include <QSet>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// What the audit calls a change.
QString actionOf(const LeadFields &set)
{
    if (set.assignedTo)
        return u"assign"_s;
    if (set.snoozedUntil)
        return u"snooze"_s;
    return set.sentimentTag ? u"sentiment"_s : u"status"_s;
}

/// Of a state, the fields that a change is about.
LeadFields fieldsOf(const LeadState &state, const LeadFields &set)
{
    LeadFields fields;
    if (set.assignedTo)
        fields.assignedTo = state.assignedTo;
    if (set.snoozedUntil)
        fields.snoozedUntil = state.snoozedUntil;
    if (set.status)
        fields.status = state.status;
    if (set.sentimentTag)
        fields.sentimentTag = state.sentimentTag;
    return fields;
}

Result<void> checkAssignee(PgConnection &pg, const TriageWriter &writer, const LeadFields &set)
{
    if (!set.assignedTo || !*set.assignedTo)
        return {};
    const auto rows = pg.run("TriageMayBeAssigned"_L1, PgParams() << writer.workspace() << **set.assignedTo);
    if (!rows)
        return rows.error();
    if (!rows->boolean(0, 0))
        return Error::invalid(u"assignedToUserId"_s,
            u"assignedToUserId is nobody who can hold leads of this workspace"_s, u"NOT_ASSIGNABLE"_s);
    return {};
}

Result<void> write(
    PgConnection &pg, const TriageWriter &writer, const QList<QUuid> &leads, const LeadFields &set)
{
    PgParams params;
    params << writer.workspace() << leads;
    params << set.assignedTo.has_value() << set.assignedTo.value_or(std::nullopt) << writer.now;
    params << set.snoozedUntil.has_value() << set.snoozedUntil.value_or(std::nullopt);
    params << set.status.has_value() << set.status.value_or(QString());
    params << set.sentimentTag.has_value();
    params.addNullable(set.sentimentTag.value_or(QString()));
    if (const auto written = pg.run("TriageChangeLeads"_L1, params); !written)
        return written.error();
    return {};
}

TriageRecord recordOf(const LeadState &before, const LeadFields &set)
{
    return {before.lead, encodeLeadFields(fieldsOf(before, set)), encodeLeadFields(set)};
}

Error tooLarge()
{
    return Error::invalid(u"selection"_s,
        u"the selection has more than %1 conversations"_s.arg(LargestSelection), u"SELECTION_TOO_LARGE"_s);
}

/// Everything a query finds in the writer's scope but the exceptions.
Result<QList<LeadId>> resolveQuery(
    PgConnection &pg, const TriageWriter &writer, const InboxQuery &query, const QList<LeadId> &exceptions)
{
    if (exceptions.size() > LargestSelection)
        return tooLarge();
    const auto candidates = findSearchCandidates(pg, writer.reader, query);
    if (!candidates)
        return candidates.error();
    if (candidates->isComplete && candidates->leads.isEmpty())
        return QList<LeadId>();
    const ListStatement statement
        = buildIdStatement(writer.reader, query, *candidates, LargestSelection + int(exceptions.size()) + 1);
    const auto rows = pg.runSql(statement.sql, statement.params);
    if (!rows)
        return rows.error();
    const QSet<LeadId> left(exceptions.begin(), exceptions.end());
    QList<LeadId> leads;
    for (int row = 0; row < rows->rowCount(); ++row) {
        if (const LeadId lead {rows->uuid(row, 0)}; !left.contains(lead))
            leads.append(lead);
    }
    return leads;
}

Result<QList<LeadId>> resolve(PgConnection &pg, const TriageWriter &writer, const LeadSelection &selection)
{
    if (selection.allOf)
        return resolveQuery(pg, writer, *selection.allOf, selection.leads);
    if (selection.leads.isEmpty())
        return Error::invalid(u"selection"_s, u"the selection is empty"_s, u"INVALID_PARAMETER"_s);
    const QSet<LeadId> distinct(selection.leads.begin(), selection.leads.end());
    return QList<LeadId>(distinct.begin(), distinct.end());
}

/// Sorts what is locked into changed and unchanged, and names what is missing.
BulkOutcome sortOut(const QList<LeadId> &wanted, const QList<LeadState> &locked, const LeadFields &set)
{
    BulkOutcome outcome;
    QSet<LeadId> found;
    for (const LeadState &state : locked) {
        found.insert(state.lead);
        if (isAlready(state, set))
            ++outcome.unchanged;
        else
            outcome.before.append(state);
    }
    outcome.changed = outcome.before.size();
    for (const LeadId &lead : wanted) {
        if (!found.contains(lead))
            outcome.refused.append({lead, u"NOT_FOUND"_s});
    }
    return outcome;
}

} // namespace

Result<LeadOutcome> changeLead(PgConnection &pg, const TriageWriter &writer, LeadId lead,
    const LeadFields &set, const LeadFields &expected)
{
    if (const auto checked = checkLeadFields(set, writer.now); !checked)
        return checked.error();
    if (const auto checked = checkExpected(set, expected); !checked)
        return checked.error();
    if (const auto checked = checkAssignee(pg, writer, set); !checked)
        return checked.error();
    if (const auto elevated = elevate(pg, writer); !elevated)
        return elevated.error();
    const auto locked = lockLeads(pg, writer, {lead});
    if (!locked)
        return locked.error();
    if (locked->isEmpty())
        return Error::notFound(u"Lead not found"_s);
    const LeadState before = locked->first();
    if (isAlready(before, set))
        return LeadOutcome {false, before, before};
    if (!isAsExpected(before, expected))
        return LeadOutcome {true, {}, before};
    const LeadFields whole = withImpliedStatus(set);
    if (const auto written = write(pg, writer, {lead.value}, whole); !written)
        return written.error();
    if (const auto done = record(pg, writer, actionOf(set), {recordOf(before, whole)}); !done)
        return done.error();
    const auto current = readLeadState(pg, writer, lead);
    if (!current)
        return current.error();
    return LeadOutcome {false, before, *current};
}

Result<BulkOutcome> changeLeads(
    PgConnection &pg, const TriageWriter &writer, const LeadSelection &selection, const LeadFields &set)
{
    if (const auto checked = checkLeadFields(set, writer.now); !checked)
        return checked.error();
    if (const auto checked = checkAssignee(pg, writer, set); !checked)
        return checked.error();
    const auto wanted = resolve(pg, writer, selection);
    if (!wanted)
        return wanted.error();
    if (wanted->size() > LargestSelection)
        return tooLarge();
    const auto visible = visibleLeads(pg, writer, *wanted);
    if (!visible)
        return visible.error();
    if (const auto elevated = elevate(pg, writer); !elevated)
        return elevated.error();
    const auto locked = lockLeads(pg, writer, *visible);
    if (!locked)
        return locked.error();
    BulkOutcome outcome = sortOut(*wanted, *locked, set);
    if (outcome.before.isEmpty())
        return outcome;
    const LeadFields whole = withImpliedStatus(set);
    QList<QUuid> ids;
    QList<TriageRecord> records;
    for (const LeadState &state : std::as_const(outcome.before)) {
        ids.append(state.lead.value);
        records.append(recordOf(state, whole));
    }
    if (const auto written = write(pg, writer, ids, whole); !written)
        return written.error();
    if (const auto done = record(pg, writer, u"bulk_"_s + actionOf(set), records); !done)
        return done.error();
    return outcome;
}

} // namespace signalbox
