// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsreading.h"

#include <QStringList>

namespace signalbox {

/// The cohort of CRM rows (domain §7.8). Empty text: no filter.
struct CrmQuery
{
    WorkspaceId workspace;
    QString campaign; ///< part of the interest campaign's name, any case
    QString leadCategory; ///< part of the override or the interest type
    QString leadStatus; ///< `lead.status`, exactly
    QString responseMode; ///< AI, HUMAN or UNKNOWN, as in force
    std::optional<Instant> from; ///< of `interest_registered_at`, half-open
    std::optional<Instant> to;
    QString sort = QStringLiteral("date"); ///< wire name of a sortable column
    bool isDescending = true;

    bool operator==(const CrmQuery &) const = default;
};

/// One row of the CRM table: 34 columns (domain §7.8, §12.5). Empty text and none mean unknown.
struct CrmRow
{
    QUuid id;
    LeadId lead;
    std::optional<Instant> date;
    QString campaign, companyName, website, firstName, lastName, jobTitle, leadEmail, leadLinkedIn,
        phoneNumber;
    std::optional<int> stepResponded;
    QString leadCategory;
    QString responseType; ///< MEETING_REQUEST, INFORMATION_REQUEST, OBJECTION, FOLLOW_UP_FUTURE, OTHER
    QString leadStatus, channel, leadType, applicationStatus, appointmentSetter, setterAssignment, notes;
    std::optional<Instant> initialResponseDate;
    QList<Instant> followUps; ///< at most five, soonest first
    std::optional<bool> responseStepComplete;
    std::optional<Instant> dateOfBooking;
    std::optional<Instant> dateOfMeeting;
    std::optional<bool> qualified;
    std::optional<Instant> followUpDateRequested;
    QString setters;
    QString responseMode; ///< AI, HUMAN or UNKNOWN, as in force
    std::optional<int> leadScore;
    std::optional<UserId> assignedTo; ///< behind appointmentSetter
    Instant updatedAt {}; ///< of the row and its lead, whichever is newer: sent along with an edit

    bool operator==(const CrmRow &) const = default;
};

struct CrmPage
{
    QList<CrmRow> rows;
    QString nextCursor; ///< empty: no more
    QString version; ///< of the data, comparable between pages
    Instant computedAt {};
    bool isOwnOnly = false; ///< a setter's own leads alone (DESIGN §8.22)
    bool isStale = false; ///< something was written since, and it is being read again; told in a header

    bool operator==(const CrmPage &) const = default;
};

struct CrmBucket
{
    QString key; ///< response type or mode, user id, `AI`, `UNKNOWN`, `UNATTRIBUTED_HUMAN`; empty: totals
    QString label;
    qint64 cohortLeads = 0;
    qint64 bookedEverAny = 0;
    qint64 bookedEverKept = 0;
    qint64 bookedInWindowAny = 0; ///< 0 unless both bounds are set
    qint64 bookedInWindowKept = 0;

    bool operator==(const CrmBucket &) const = default;
};

struct CrmSummary
{
    CrmBucket totals;
    QList<CrmBucket> byResponseType;
    QList<CrmBucket> byResponseMode;
    QList<CrmBucket> bySetter; ///< at most 20, most leads first
    Instant computedAt {};
    bool isOwnOnly = false;
    bool isStale = false; ///< as in CrmPage

    bool operator==(const CrmSummary &) const = default;
};

struct CrmAssignee
{
    UserId user;
    QString email;

    bool operator==(const CrmAssignee &) const = default;
};

/// A changed cell (domain §7.8, DESIGN §8.24).
struct CrmEdit
{
    QUuid row;
    QString field; ///< jobTitle, leadCategory, leadStatus, leadType, applicationStatus, notes, campaign,
                   ///< email, phone, linkedinUrl or assignedToUserId
    QString value; ///< empty: cleared
    Instant expectedUpdatedAt {};
    bool updateAutomation = false; ///< a category moves the sentiment with it, a status the lead's own
    std::optional<QString> expectedValue; ///< what the cell held: when it still does, there is no conflict

    bool operator==(const CrmEdit &) const = default;
};

struct CrmEditOutcome
{
    bool isConflict = false; ///< somebody changed the row: nothing was done
    CrmRow row; ///< as it is now

    bool operator==(const CrmEditOutcome &) const = default;
};

constexpr int DefaultCrmLimit = 150;
constexpr int MaximumCrmLimit = 300;

/// A column of the CRM table, in the order of domain §12.5.
struct CrmColumn
{
    const char *key; ///< wire name
    const char *title; ///< English; translated in `ui`
    const char *definition; ///< what it means, for the tooltip
    const char *editField; ///< name of the field an edit changes; null: not editable
    bool isSortable; ///< stored, so that the server can order by it (DESIGN §8.24)
};
const QList<CrmColumn> &crmColumns();
/// A cell as CSV, TSV and spreadsheets show it: times in ISO with the offset of `zone`, "" for unknown.
QString crmCellText(const CrmRow &row, QLatin1StringView key, const QTimeZone &zone);

QueryItems encodeCrmQuery(const CrmQuery &query); ///< with `clientId`; only what differs from the defaults
Result<CrmQuery> decodeCrmQuery(const QueryItems &items);
QJsonObject encodeCrmRow(const CrmRow &row);
Result<CrmRow> decodeCrmRow(const QJsonObject &object);
QJsonObject encodeCrmPage(const CrmPage &page); ///< the whole answer: `{success, data:{rows, nextCursor}, …}`
Result<CrmPage> decodeCrmPage(const QJsonObject &body);
QJsonObject encodeCrmSummary(const CrmSummary &summary);
Result<CrmSummary> decodeCrmSummary(const QJsonObject &body);
QJsonObject encodeCrmEdit(const CrmEdit &edit);
Result<CrmEdit> decodeCrmEdit(const QJsonObject &body);

} // namespace signalbox
