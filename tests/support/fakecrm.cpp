// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecrm.h"

#include "models/analytics/crmcell.h"

#include <algorithm>
#include <array>
#include <random>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array First {u"Amelia", u"Jonas", u"Priya", u"Mateo", u"Ingrid", u"Kwame", u"Sofia", u"Tomasz",
    u"Yuki", u"Claire", u"Omar", u"Hannah", u"Luca", u"Nadia", u"Erik", u"Beatriz"};
constexpr std::array Last {u"Hartmann", u"Okafor", u"Raman", u"Castellanos", u"Lindqvist", u"Mensah",
    u"Bianchi", u"Kowalski", u"Tanaka", u"Moreau", u"Haddad", u"Weiss", u"Ferrari", u"Petrova", u"Dahl",
    u"Carvalho"};
constexpr std::array Companies {u"Northwind Logistics", u"Halden & Sons", u"Brightwater Labs",
    u"Quarry Street Capital", u"Lumen Dental Group", u"Vantage Robotics", u"Cedar & Pine",
    u"Oakline Insurance", u"Kestrel Aviation", u"Meridian Foods", u"Polar Data", u"Saltmarsh Energy"};
constexpr std::array Titles {u"Head of Growth", u"COO", u"VP Sales", u"Founder", u"Marketing Director",
    u"Operations Manager", u"CFO", u"Revenue Lead"};
constexpr std::array Campaigns {u"Q4 Logistics · DACH", u"Founders · cold intro", u"Dental groups · US East",
    u"Insurance renewals", u"Series B SaaS", u"Reactivation · spring"};
constexpr std::array Tags {u"Meeting Requested", u"Interested", u"Information Requested", u"Call Requested",
    u"Follow Up", u"Objection", u"Meeting Booked", u"Interested"};
constexpr std::array Statuses {u"qualified", u"new", u"meeting-booked", u"qualified", u"not-interested",
    u"unqualified", u"qualified", u"blacklisted"};
constexpr std::array Notes {u"", u"Wants pricing for 40 seats before Friday.", u"",
    u"Asked for the security questionnaire.",
    u"Talk to the board in March.\nCall after the 12th; prefers mornings.", u"", u"Referred by Halden."};

template <typename Array> QString pick(const Array &array, unsigned number)
{
    return QStringView(array[number % array.size()]).toString();
}

QString typeOf(const QString &tag)
{
    if (tag.contains("Meeting"_L1) || tag.contains("Call"_L1))
        return u"MEETING_REQUEST"_s;
    if (tag == "Information Requested"_L1)
        return u"INFORMATION_REQUEST"_s;
    if (tag == "Objection"_L1)
        return u"OBJECTION"_s;
    return tag == "Follow Up"_L1 ? u"FOLLOW_UP_FUTURE"_s : u"OTHER"_s;
}

QUuid uuidOf(quint32 kind, quint32 number)
{
    return QUuid(kind, 0, 0x4000, 0x80, 0, 0, 0, uchar(number >> 24), uchar(number >> 16), uchar(number >> 8),
        uchar(number));
}

void fillLead(CrmRow &row, std::mt19937 &random)
{
    row.firstName = pick(First, random());
    row.lastName = pick(Last, random());
    row.companyName = pick(Companies, random());
    row.jobTitle = pick(Titles, random());
    const QString domain = row.companyName.section(u' ', 0, 0).toLower() + u".example"_s;
    row.website = u"https://"_s + domain;
    row.leadEmail = row.firstName.toLower() + u'.' + row.lastName.toLower() + u'@' + domain;
    row.leadLinkedIn
        = random() % 3 ? u"linkedin.com/in/"_s + row.firstName.toLower() + row.lastName.toLower() : QString();
    row.phoneNumber = random() % 4 ? u"+49 30 %1"_s.arg(5550000 + random() % 9999) : QString();
}

void fillStory(CrmRow &row, std::mt19937 &random, const QList<CrmAssignee> &assignees)
{
    row.campaign = pick(Campaigns, random());
    const unsigned story = random();
    row.leadCategory = pick(Tags, story);
    row.leadStatus = pick(Statuses, story / 7);
    row.responseType = typeOf(row.leadCategory);
    row.channel = story % 5 == 0 ? u"linkedin"_s : u"email"_s;
    row.leadType = random() % 3 ? u"Inbound reply"_s : u"Referral"_s;
    row.applicationStatus = random() % 4 ? QString() : u"Documents sent"_s;
    const unsigned who = random() % 5;
    if (who < unsigned(assignees.size())) {
        row.assignedTo = assignees.at(who).user;
        row.appointmentSetter = row.setters = assignees.at(who).email;
    }
    row.responseMode = story % 9 == 0 ? u"UNKNOWN"_s : story % 2 ? u"AI"_s : u"HUMAN"_s;
    if (row.responseMode == "HUMAN"_L1)
        row.setterAssignment = row.appointmentSetter;
    row.stepResponded = 1 + int(random() % 4);
    row.notes = pick(Notes, random());
    row.leadScore = random() % 7 ? std::optional(int(random() % 5)) : std::nullopt;
    row.responseStepComplete = row.responseMode != "UNKNOWN"_L1;
    if (row.leadStatus == "qualified"_L1 || row.leadStatus == "meeting-booked"_L1)
        row.qualified = true;
    else if (row.leadStatus != "new"_L1)
        row.qualified = false;
    if (row.leadStatus == "meeting-booked"_L1) {
        row.dateOfBooking = *row.date + 26h;
        row.dateOfMeeting = *row.date + 98h;
    }
    for (unsigned i = 0; i < random() % 3; ++i)
        row.followUps.append(*row.date + std::chrono::hours(72 * (i + 1)));
}

bool contains(const QString &text, const QString &part)
{
    return part.isEmpty() || text.contains(part, Qt::CaseInsensitive);
}

} // namespace

FakeCrm::FakeCrm(WorkspaceId workspace, int count, Instant now)
    : m_workspace(workspace)
    , m_now(now)
{
    quint32 number = 0;
    for (const auto *name : {u"dana.kim@brightline.example", u"lee.wong@brightline.example",
             u"sam.ortiz@brightline.example", u"ines.duarte@brightline.example"})
        assignees.append({UserId {uuidOf(0x5e77e500, ++number)}, QStringView(name).toString()});
    std::mt19937 random(20260218);
    m_rows.reserve(count);
    Instant at = now - 41min;
    for (int i = 0; i < count; ++i) {
        CrmRow row;
        row.id = uuidOf(0xc0ffee00, quint32(i));
        row.lead = LeadId {uuidOf(0x1ead0000, quint32(i))};
        row.date = row.initialResponseDate = at;
        fillLead(row, random);
        fillStory(row, random, assignees);
        row.updatedAt = at + 3h;
        m_rows.append(row);
        at -= std::chrono::minutes(7 + random() % 190);
    }
}

QList<CrmRow> FakeCrm::matching(const CrmQuery &query) const
{
    QList<CrmRow> rows;
    for (const CrmRow &row : m_rows) {
        const bool isIn = contains(row.campaign, query.campaign)
            && contains(row.leadCategory, query.leadCategory)
            && (query.leadStatus.isEmpty() || row.leadStatus == query.leadStatus)
            && (query.responseMode.isEmpty() || row.responseMode == query.responseMode)
            && (!query.from || *row.date >= *query.from) && (!query.to || *row.date < *query.to);
        if (isIn)
            rows.append(row);
    }
    const QTimeZone utc = QTimeZone::utc();
    const QByteArray sort = query.sort.toLatin1();
    if (query.sort != "date"_L1 || !query.isDescending)
        std::ranges::stable_sort(rows, [&](const CrmRow &a, const CrmRow &b) {
            const QString left = crmCellText(a, QLatin1StringView(sort), utc);
            const QString right = crmCellText(b, QLatin1StringView(sort), utc);
            return query.isDescending ? right < left : left < right;
        });
    return rows;
}

CrmPage FakeCrm::page(const CrmQuery &query, const QString &cursor, int limit) const
{
    const QList<CrmRow> rows = matching(query);
    const auto after = std::ranges::find(rows, QUuid::fromString(cursor), &CrmRow::id);
    const qsizetype begin = cursor.isEmpty() ? 0 : after - rows.cbegin() + 1;
    CrmPage page;
    page.rows = rows.mid(begin, limit);
    if (begin + limit < rows.size())
        page.nextCursor = page.rows.last().id.toString();
    page.computedAt = m_now;
    page.isOwnOnly = isOwnOnly;
    return page;
}

CrmSummary FakeCrm::summary(const CrmQuery &query) const
{
    CrmSummary summary;
    summary.computedAt = m_now;
    summary.isOwnOnly = isOwnOnly;
    const auto count
        = [](QList<CrmBucket> &buckets, const QString &key, const QString &label, const CrmRow &row) {
              auto found = std::ranges::find(buckets, key, &CrmBucket::key);
              if (found == buckets.end())
                  found = buckets.insert(buckets.end(), CrmBucket {.key = key, .label = label});
              ++found->cohortLeads;
              found->bookedEverAny += row.dateOfBooking ? 1 : 0;
              found->bookedEverKept += row.dateOfBooking && row.stepResponded != 4 ? 1 : 0;
              found->bookedInWindowAny += row.dateOfBooking && row.stepResponded < 3 ? 1 : 0;
              found->bookedInWindowKept += row.dateOfBooking && row.stepResponded < 3 ? 1 : 0;
          };
    QList<CrmBucket> total;
    for (const CrmRow &row : matching(query)) {
        count(total, {}, {}, row);
        count(summary.byResponseType, row.responseType, {}, row);
        count(summary.byResponseMode, row.responseMode, {}, row);
        count(summary.bySetter, row.assignedTo ? row.assignedTo->toString() : u"UNATTRIBUTED_HUMAN"_s,
            row.appointmentSetter, row);
    }
    if (!total.isEmpty())
        summary.totals = total.first();
    for (auto *buckets : {&summary.byResponseType, &summary.byResponseMode, &summary.bySetter})
        std::ranges::stable_sort(
            *buckets, [](const CrmBucket &a, const CrmBucket &b) { return a.cohortLeads > b.cohortLeads; });
    return summary;
}

CrmEditOutcome FakeCrm::edit(const CrmEdit &edit)
{
    const auto found = std::ranges::find(m_rows, edit.row, &CrmRow::id);
    const bool isAsSeen = edit.expectedValue && crmFieldValue(*found, edit.field) == *edit.expectedValue;
    if (found->updatedAt != edit.expectedUpdatedAt && !isAsSeen)
        return {true, *found};
    QString label = edit.value;
    for (const CrmAssignee &assignee : std::as_const(assignees)) {
        if (assignee.user.toString() == edit.value)
            label = assignee.email;
    }
    setCrmFieldValue(*found, edit.field, edit.value, label);
    found->updatedAt += 1s;
    return {false, *found};
}

void FakeCrm::touch(int index)
{
    m_rows[index].updatedAt += 5s;
}

void FakeCrm::answer(FakeAnalyticsGateway &gateway)
{
    gateway.answerCrmPage
        = [this](const auto &asked) -> Result<CrmPage> { return page(asked.crm, asked.cursor, asked.limit); };
    gateway.answerCrmSummary = [this](const auto &asked) -> Result<CrmSummary> { return summary(asked.crm); };
    gateway.answerCrmAssignees = [this](const auto &) -> Result<QList<CrmAssignee>> { return assignees; };
    gateway.answerCrmEdit = [this](const auto &asked) -> Result<CrmEditOutcome> { return edit(asked.edit); };
}

} // namespace signalbox
