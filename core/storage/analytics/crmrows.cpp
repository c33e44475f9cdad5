// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmrows.h"

#include "core/base/log.h"

#include <QHash>
#include <QLoggingCategory>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcCrm, "signalbox.storage.crm")

QString textOf(const PgResult &rows, int row, const char *column)
{
    return rows.text(row, rows.column(column));
}

/// The address of a person, or the id of one whose account is gone.
QString personOf(const PgResult &rows, int row, const char *email, const char *id)
{
    const QString address = textOf(rows, row, email);
    return address.isEmpty() ? textOf(rows, row, id) : address;
}

std::optional<int> numberOf(const PgResult &rows, int row, const char *name)
{
    const int column = rows.column(name);
    return rows.isNull(row, column) ? std::nullopt : std::optional(int(rows.integer(row, column)));
}

std::optional<Instant> instantOf(const PgResult &rows, int row, const char *name)
{
    return rows.optionalInstant(row, rows.column(name));
}

bool isFatal(const Error &error)
{
    return error.kind == Error::Kind::Cancelled || error.kind == Error::Kind::Unavailable;
}

/// Runs one enrichment behind a savepoint: its failure must not take the page along.
Result<std::optional<PgResult>> runApart(PgConnection &pg, QLatin1StringView name, const PgParams &params)
{
    if (const auto set = pg.runScript("SAVEPOINT enrichment"); !set)
        return set.error();
    const auto rows = pg.run(name, params);
    if (rows) {
        if (const auto released = pg.runScript("RELEASE SAVEPOINT enrichment"); !released)
            return released.error();
        return std::optional(*rows);
    }
    if (isFatal(rows.error()))
        return rows.error();
    qCWarning(lcCrm).noquote() << "enrichment=" << name << "failed:" << describe(rows.error());
    if (const auto undone = pg.runScript("ROLLBACK TO SAVEPOINT enrichment"); !undone)
        return undone.error();
    return std::optional<PgResult>();
}

} // namespace

std::optional<bool> isCrmQualified(const QString &leadStatus)
{
    if (leadStatus == "qualified"_L1 || leadStatus == "meeting-booked"_L1)
        return true;
    if (leadStatus == "unqualified"_L1 || leadStatus == "not-interested"_L1 || leadStatus == "blacklisted"_L1)
        return false;
    return std::nullopt;
}

CrmRow readCrmRow(const PgResult &rows, int row)
{
    CrmRow crm;
    crm.id = rows.uuid(row, rows.column("id"));
    crm.lead = LeadId {rows.uuid(row, rows.column("lead_id"))};
    crm.date = instantOf(rows, row, "interest_registered_at");
    crm.initialResponseDate = crm.date;
    crm.campaign = textOf(rows, row, "campaign");
    crm.companyName = textOf(rows, row, "company_name");
    crm.website = textOf(rows, row, "company_website");
    crm.firstName = textOf(rows, row, "first_name");
    crm.lastName = textOf(rows, row, "last_name");
    crm.jobTitle = textOf(rows, row, "job_title");
    crm.leadEmail = textOf(rows, row, "email");
    crm.leadLinkedIn = textOf(rows, row, "linkedin_url");
    crm.phoneNumber = textOf(rows, row, "phone");
    crm.leadCategory = textOf(rows, row, "lead_category");
    crm.responseType = textOf(rows, row, "response_type");
    crm.leadStatus = textOf(rows, row, "lead_status");
    crm.channel = textOf(rows, row, "interest_channel");
    crm.leadType = textOf(rows, row, "lead_type");
    crm.applicationStatus = textOf(rows, row, "application_status");
    crm.appointmentSetter = personOf(rows, row, "assignee_email", "assignee_id");
    crm.setters = crm.appointmentSetter;
    crm.setterAssignment = personOf(rows, row, "responder_email", "responder_id");
    crm.notes = textOf(rows, row, "notes");
    if (crm.date && !crm.channel.isEmpty())
        crm.responseStepComplete = !rows.isNull(row, rows.column("answer_message_id"));
    crm.dateOfBooking = instantOf(rows, row, "appointment_booked_at");
    crm.dateOfMeeting = instantOf(rows, row, "appointment_start_at");
    crm.qualified = isCrmQualified(crm.leadStatus);
    crm.followUpDateRequested = instantOf(rows, row, "snoozed_until");
    crm.responseMode = textOf(rows, row, "effective_mode");
    crm.leadScore = numberOf(rows, row, "lead_score");
    if (const int assignee = rows.column("assignee_id"); !rows.isNull(row, assignee))
        crm.assignedTo = UserId {rows.uuid(row, assignee)};
    crm.updatedAt = std::max(
        rows.instant(row, rows.column("row_updated_at")), rows.instant(row, rows.column("lead_updated_at")));
    return crm;
}

Result<void> enrichCrmRows(PgConnection &pg, WorkspaceId workspace, QList<CrmRow> &rows)
{
    if (rows.isEmpty())
        return {};
    QList<QUuid> ids;
    QHash<QUuid, CrmRow *> byId;
    ids.reserve(rows.size());
    byId.reserve(rows.size());
    for (CrmRow &row : rows) {
        ids.append(row.id);
        byId.insert(row.id, &row);
    }
    const PgParams params = PgParams() << workspace << ids;
    const auto touches = runApart(pg, "CrmTouches"_L1, params);
    if (!touches)
        return touches.error();
    for (int i = 0; *touches && i < (*touches)->rowCount(); ++i)
        byId.value((*touches)->uuid(i, 0))->stepResponded = int((*touches)->integer(i, 1));
    const auto followUps = runApart(pg, "CrmFollowUps"_L1, params);
    if (!followUps)
        return followUps.error();
    for (int i = 0; *followUps && i < (*followUps)->rowCount(); ++i)
        byId.value((*followUps)->uuid(i, 0))->followUps.append((*followUps)->instant(i, 1));
    return {};
}

} // namespace signalbox
