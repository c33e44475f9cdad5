// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmcursor.h"
#include "tests/storage/crmdata.h"

#include <algorithm>
#include <variant>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Reads columns of one row by name, each as what it may be.
class Fields
{
public:
    Fields(const PgResult &rows, int row)
        : m_rows(rows)
        , m_row(row)
    { }

    QString text(const char *name) const { return m_rows.text(m_row, m_rows.column(name)); }
    Instant instant(const char *name) const { return m_rows.instant(m_row, m_rows.column(name)); }
    std::optional<Instant> maybeInstant(const char *name) const
    {
        return m_rows.optionalInstant(m_row, m_rows.column(name));
    }
    QUuid uuid(const char *name) const { return m_rows.uuid(m_row, m_rows.column(name)); }
    std::optional<QUuid> maybeUuid(const char *name) const
    {
        return isNull(name) ? std::nullopt : std::optional(uuid(name));
    }
    std::optional<int> maybeNumber(const char *name) const
    {
        return isNull(name) ? std::nullopt : std::optional(int(m_rows.integer(m_row, m_rows.column(name))));
    }

private:
    bool isNull(const char *name) const { return m_rows.isNull(m_row, m_rows.column(name)); }

    const PgResult &m_rows;
    int m_row;
};

RawCrm readLead(RawCrm raw, const Fields &lead)
{
    raw.status = lead.text("status");
    raw.tag = lead.text("sentiment_tag");
    raw.first = lead.text("first_name");
    raw.last = lead.text("last_name");
    raw.email = lead.text("email");
    raw.phone = lead.text("phone");
    raw.job = lead.text("job_title");
    raw.company = lead.text("company_name");
    raw.website = lead.text("company_website");
    raw.linkedIn = lead.text("linkedin_url");
    raw.score = lead.maybeNumber("overall_score");
    raw.snoozed = lead.maybeInstant("snoozed_until");
    raw.bookedAt = lead.maybeInstant("appointment_booked_at");
    raw.startAt = lead.maybeInstant("appointment_start_at");
    raw.canceledAt = lead.maybeInstant("appointment_canceled_at");
    raw.ghl = lead.text("ghl_appointment_id");
    raw.invitee = lead.text("calendly_invitee_uri");
    raw.event = lead.text("calendly_scheduled_event_uri");
    raw.appointment = lead.text("appointment_status");
    raw.assignee = lead.maybeUuid("assigned_to_user_id");
    raw.emailCampaign = lead.maybeUuid("email_campaign_id");
    raw.smsCampaign = lead.maybeUuid("sms_campaign_id");
    raw.otherCampaign = lead.maybeUuid("campaign_id");
    raw.leadUpdatedAt = lead.instant("updated_at");
    return raw;
}

RawCrm readCrm(const Fields &row)
{
    RawCrm raw;
    raw.id = row.uuid("id");
    raw.lead = row.uuid("lead_id");
    raw.interest = row.maybeInstant("interest_registered_at");
    raw.type = row.text("interest_type");
    raw.channel = row.text("interest_channel");
    raw.campaign = row.text("interest_campaign_name");
    raw.storedMode = row.text("response_mode");
    raw.storedResponder = row.maybeUuid("response_sent_by_user_id");
    raw.scoreAtInterest = row.maybeNumber("lead_score_at_interest");
    raw.leadType = row.text("lead_type");
    raw.application = row.text("application_status");
    raw.category = row.text("lead_category_override");
    raw.notes = row.text("notes");
    raw.pipeline = row.text("pipeline_status");
    raw.createdAt = row.instant("created_at");
    raw.rowUpdatedAt = row.instant("updated_at");
    return raw;
}

QString firstOf(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

bool isBooked(const RawCrm &raw)
{
    return raw.bookedAt || !raw.ghl.isEmpty() || !raw.invitee.isEmpty();
}

bool isKept(const RawCrm &raw)
{
    return raw.appointment != "canceled"_L1 && !raw.canceledAt;
}

QString responseType(const RawCrm &raw)
{
    if (isBooked(raw) || raw.tag == "Meeting Booked"_L1 || raw.tag == "Meeting Requested"_L1
        || raw.tag == "Call Requested"_L1)
        return u"MEETING_REQUEST"_s;
    if (raw.tag == "Information Requested"_L1)
        return u"INFORMATION_REQUEST"_s;
    if (raw.tag == "Objection"_L1)
        return u"OBJECTION"_s;
    return raw.tag == "Follow Up"_L1 ? u"FOLLOW_UP_FUTURE"_s : u"OTHER"_s;
}

/// What a row is ordered by: nothing, or something that compares.
using Key = std::variant<std::monostate, Instant, QString, int>;

/// As much of a text as decides its order (docs/ANALYTICS.md).
QString cutKey(const QString &text)
{
    for (const qsizetype length : {250, 125}) {
        if (text.left(length).toUtf8().size() <= 250)
            return text.left(length);
    }
    return text.left(62);
}

Key keyOf(const CrmRow &row, const QString &sort)
{
    const auto time = [](const std::optional<Instant> &instant) { return instant ? Key(*instant) : Key(); };
    if (sort == "date"_L1 || sort == "initialResponseDate"_L1)
        return time(row.date);
    if (sort == "dateOfBooking"_L1)
        return time(row.dateOfBooking);
    if (sort == "dateOfMeeting"_L1)
        return time(row.dateOfMeeting);
    if (sort == "followUpDateRequested"_L1)
        return time(row.followUpDateRequested);
    if (sort == "leadScore"_L1)
        return row.leadScore ? Key(*row.leadScore) : Key();
    const QByteArray name = sort.toLatin1();
    const QString text = cutKey(crmCellText(row, QLatin1StringView(name), QTimeZone::utc()).toLower());
    return text.isEmpty() ? Key() : Key(text);
}

} // namespace

void CrmData::load()
{
    loadRows();
    loadMessages();
}

void CrmData::loadRows()
{
    m_rows.clear();
    QHash<QUuid, RawCrm> byLead;
    const PgResult rows
        = data().run("select * from lead_crm_row where workspace_id = $1::uuid", PgParams() << workspace);
    for (int i = 0; i < rows.rowCount(); ++i) {
        const RawCrm raw = readCrm(Fields(rows, i));
        byLead.insert(raw.lead, raw);
    }
    const PgResult leads
        = data().run("select * from lead where workspace_id = $1::uuid", PgParams() << workspace);
    for (int i = 0; i < leads.rowCount(); ++i) {
        const Fields lead(leads, i);
        if (const auto raw = byLead.constFind(lead.uuid("id")); raw != byLead.cend())
            m_rows.append(readLead(*raw, lead));
    }
    m_emails.clear();
    const PgResult users = data().run("select id, email from app_user");
    for (int i = 0; i < users.rowCount(); ++i)
        m_emails.insert(users.uuid(i, 0), users.text(i, 1));
    m_campaigns.clear();
    const PgResult campaigns = data().run("select id, name from email_campaign union all"
                                          " select id, name from sms_campaign union all"
                                          " select id, name from campaign");
    for (int i = 0; i < campaigns.rowCount(); ++i)
        m_campaigns.insert(campaigns.uuid(i, 0), campaigns.text(i, 1));
}

void CrmData::loadMessages()
{
    m_messages.clear();
    m_tasks.clear();
    const PgResult messages = data().run("select id, lead_id, channel, direction, sent_by, sent_by_user_id,"
                                         " sent_at from message order by sent_at, id");
    for (int i = 0; i < messages.rowCount(); ++i) {
        const Fields message(messages, i);
        m_messages[message.uuid("lead_id")].append(
            {message.uuid("id"), message.uuid("lead_id"), message.text("channel"), message.text("direction"),
                message.text("sent_by"), message.maybeUuid("sent_by_user_id"), message.instant("sent_at")});
    }
    const PgResult tasks = data().run(
        "select lead_id, due_date from follow_up_task where status = 'pending' order by due_date");
    for (int i = 0; i < tasks.rowCount(); ++i)
        m_tasks[tasks.uuid(i, 0)].append(tasks.instant(i, 1));
}

const RawMessage *CrmData::answer(const RawCrm &raw) const
{
    const auto found = m_messages.constFind(raw.lead);
    if (found == m_messages.cend() || !raw.interest)
        return nullptr;
    for (const RawMessage &message : *found) {
        if (message.direction == "outbound"_L1 && message.channel == raw.channel
            && message.sentAt > *raw.interest)
            return &message;
    }
    return nullptr;
}

QString CrmData::mode(const RawCrm &raw) const
{
    if (!raw.storedMode.isEmpty())
        return raw.storedMode;
    const RawMessage *first = answer(raw);
    if (first != nullptr && first->sentBy == "ai"_L1)
        return u"AI"_s;
    if (first != nullptr && (first->sentBy == "setter"_L1 || first->user))
        return u"HUMAN"_s;
    return u"UNKNOWN"_s;
}

std::optional<QUuid> CrmData::responder(const RawCrm &raw) const
{
    if (raw.storedResponder)
        return raw.storedResponder;
    const RawMessage *first = answer(raw);
    return first != nullptr ? first->user : std::nullopt;
}

CrmRow CrmData::row(const RawCrm &raw) const
{
    CrmRow row;
    row.id = raw.id;
    row.lead = LeadId {raw.lead};
    row.date = row.initialResponseDate = raw.interest;
    const auto named
        = [this](const std::optional<QUuid> &id) { return id ? m_campaigns.value(*id) : QString(); };
    row.campaign
        = firstOf({raw.campaign, named(raw.emailCampaign), named(raw.smsCampaign), named(raw.otherCampaign)});
    row.companyName = raw.company;
    row.website = raw.website;
    row.firstName = raw.first;
    row.lastName = raw.last;
    row.jobTitle = raw.job;
    row.leadEmail = raw.email;
    row.leadLinkedIn = raw.linkedIn;
    row.phoneNumber = raw.phone;
    row.leadCategory = firstOf({raw.category, raw.type, raw.tag});
    row.responseType = responseType(raw);
    row.leadStatus = firstOf({raw.pipeline, raw.status});
    row.channel = raw.channel;
    row.leadType = raw.leadType;
    row.applicationStatus = raw.application;
    row.appointmentSetter = row.setters = raw.assignee ? m_emails.value(*raw.assignee) : QString();
    const auto sender = responder(raw);
    row.setterAssignment = sender ? m_emails.value(*sender) : QString();
    row.notes = raw.notes;
    if (raw.interest && !raw.channel.isEmpty()) {
        row.responseStepComplete = answer(raw) != nullptr;
        int touches = 0;
        for (const RawMessage &message : m_messages.value(raw.lead))
            touches += int(message.direction == "outbound"_L1 && message.channel == raw.channel
                && message.sentAt < *raw.interest);
        row.stepResponded = touches;
    }
    row.followUps = m_tasks.value(raw.lead).mid(0, 5);
    row.dateOfBooking = raw.bookedAt;
    row.dateOfMeeting = raw.startAt;
    static const QHash<QString, bool> qualified {{u"qualified"_s, true}, {u"meeting-booked"_s, true},
        {u"unqualified"_s, false}, {u"not-interested"_s, false}, {u"blacklisted"_s, false}};
    if (qualified.contains(row.leadStatus))
        row.qualified = qualified.value(row.leadStatus);
    row.followUpDateRequested = raw.snoozed;
    row.responseMode = mode(raw);
    row.leadScore = raw.scoreAtInterest ? raw.scoreAtInterest : raw.score;
    if (raw.assignee)
        row.assignedTo = UserId {*raw.assignee};
    row.updatedAt = std::max(raw.rowUpdatedAt, raw.leadUpdatedAt);
    return row;
}

bool CrmData::matches(const RawCrm &raw, const CrmQuery &query, const std::optional<UserId> &scope) const
{
    if (scope && raw.assignee != scope->value)
        return false;
    if (!query.campaign.isEmpty() && !raw.campaign.contains(query.campaign, Qt::CaseInsensitive))
        return false;
    if (!query.leadCategory.isEmpty() && !raw.category.contains(query.leadCategory, Qt::CaseInsensitive)
        && !raw.type.contains(query.leadCategory, Qt::CaseInsensitive))
        return false;
    if (!query.leadStatus.isEmpty() && raw.status != query.leadStatus)
        return false;
    if (!query.responseMode.isEmpty() && mode(raw) != query.responseMode)
        return false;
    if (query.from && (!raw.interest || *raw.interest < *query.from))
        return false;
    return !query.to || (raw.interest && *raw.interest < *query.to);
}

QList<CrmRow> CrmData::expectedRows(const CrmQuery &query, const std::optional<UserId> &scope) const
{
    struct Entry
    {
        Key key;
        Instant createdAt;
        QByteArray id;
        CrmRow row;
    };
    QList<Entry> entries;
    for (const RawCrm &raw : m_rows) {
        if (!matches(raw, query, scope))
            continue;
        const CrmRow crm = row(raw);
        entries.append({keyOf(crm, query.sort), raw.createdAt, raw.id.toRfc4122(), crm});
    }
    const bool isDown = query.isDescending;
    std::sort(entries.begin(), entries.end(), [isDown](const Entry &a, const Entry &b) {
        const bool hasA = a.key.index() != 0;
        const bool hasB = b.key.index() != 0;
        if (hasA != hasB)
            return hasA; // without a value last, in either direction
        const auto left = std::tie(a.key, a.createdAt, a.id);
        const auto right = std::tie(b.key, b.createdAt, b.id);
        return isDown ? right < left : left < right;
    });
    QList<CrmRow> rows;
    for (const Entry &entry : std::as_const(entries))
        rows.append(entry.row);
    return rows;
}

CrmSummary CrmData::expectedSummary(const CrmQuery &query, const std::optional<UserId> &scope) const
{
    CrmSummary summary;
    QMap<QString, CrmBucket> types, modes, setters;
    const auto count = [&query](CrmBucket &bucket, const RawCrm &raw) {
        ++bucket.cohortLeads;
        bucket.bookedEverAny += isBooked(raw);
        bucket.bookedEverKept += isBooked(raw) && isKept(raw);
        const bool isInside = query.from && query.to && raw.bookedAt && *raw.bookedAt >= *query.from
            && *raw.bookedAt < *query.to;
        bucket.bookedInWindowAny += isInside;
        bucket.bookedInWindowKept += isInside && isKept(raw);
    };
    for (const QString &type :
        {u"MEETING_REQUEST"_s, u"INFORMATION_REQUEST"_s, u"OBJECTION"_s, u"FOLLOW_UP_FUTURE"_s, u"OTHER"_s})
        types[type].key = type;
    for (const QString &name : {u"AI"_s, u"HUMAN"_s, u"UNKNOWN"_s})
        modes[name].key = name;
    for (const RawCrm &raw : m_rows) {
        if (!matches(raw, query, scope))
            continue;
        const QString by = mode(raw);
        const auto sender = responder(raw);
        const QString setterKey = by != "HUMAN"_L1 ? by
            : sender                               ? sender->toString(QUuid::WithoutBraces)
                                                   : u"UNATTRIBUTED_HUMAN"_s;
        setters[setterKey].key = setterKey;
        setters[setterKey].label = sender && by == "HUMAN"_L1 ? m_emails.value(*sender) : setterKey;
        for (CrmBucket *bucket :
            {&summary.totals, &types[responseType(raw)], &modes[by], &setters[setterKey]})
            count(*bucket, raw);
    }
    summary.byResponseType = types.values();
    summary.byResponseMode = modes.values();
    summary.bySetter = setters.values();
    return summary;
}

} // namespace signalbox
