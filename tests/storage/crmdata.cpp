// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/crmdata.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const Instant Start = *parseIso(u"2026-02-01T00:00:00Z");

const QStringList Statuses {u"new"_s, u"qualified"_s, u"unqualified"_s, u"meeting-requested"_s,
    u"meeting-booked"_s, u"not-interested"_s, u"blacklisted"_s, u"needs_repair"_s, u"of another product"_s};
const QStringList Tags {QString(), u"Meeting Booked"_s, u"Meeting Requested"_s, u"Call Requested"_s,
    u"Information Requested"_s, u"Objection"_s, u"Follow Up"_s, u"Interested"_s, u"Neutral"_s};
const QStringList Channels {u"email"_s, u"sms"_s, u"linkedin"_s};
// A percent sign and an underscore, which mean something else to LIKE.
const QStringList Campaigns {
    QString(), u"Spring North"_s, u"spring south"_s, u"50% off"_s, u"a_b"_s, u"axb"_s};
/// As the service connects: a plan a statement, not a call.
std::unique_ptr<PgConnection> connectLikeTheService(const QString &conninfo)
{
    auto connection = PgConnection::open(conninfo, {.hasGenericPlans = true});
    if (!connection)
        qFatal("%s", qPrintable(describe(connection.error())));
    return *std::move(connection);
}

const QStringList Outcomes {
    QString(), u"confirmed"_s, u"canceled"_s, u"showed"_s, u"no_show"_s, u"of another product"_s};

} // namespace

CrmData::CrmData(int leads, quint32 seed)
    : database(newDatabase())
    , m_admin(connectTo(database->adminConninfo()))
    , m_app(connectLikeTheService(database->appConninfo()))
    , m_state(seed)
{
    addPeople();
    for (int i = 0; i < leads; ++i)
        addRandomLead();
    load();
}

// Xorshift: the same rows on every machine.
int CrmData::pick(int below)
{
    m_state ^= m_state << 13;
    m_state ^= m_state >> 17;
    m_state ^= m_state << 5;
    return int(m_state % quint32(below));
}

QString CrmData::word(const QStringList &words)
{
    return words.at(pick(int(words.size())));
}

std::optional<Instant> CrmData::time(int minutes, int nullPercent)
{
    if (pick(100) < nullPercent)
        return std::nullopt;
    return Start + std::chrono::minutes(pick(minutes)) + std::chrono::microseconds(pick(3));
}

InboxReader CrmData::reader(const QString &role) const
{
    const UserId user = role == "OWNER"_L1 ? owner
        : role == "ADMIN"_L1               ? adminUser
        : role == "INBOX_MANAGER"_L1       ? manager
        : role == "SETTER"_L1              ? setter
                                           : portal;
    return {user, workspace, role};
}

CrmQuery CrmData::query() const
{
    CrmQuery query;
    query.workspace = workspace;
    return query;
}

void CrmData::addPeople()
{
    InboxData data = this->data();
    owner = data.addUser(u"owner@a.test"_s);
    stranger = data.addUser(u"owner@b.test"_s);
    workspace = data.addWorkspace(u"A"_s, owner);
    foreign = data.addWorkspace(u"B"_s, stranger);
    const auto member = [&](const QString &name, const QString &role) {
        const UserId user = data.addUser(name + u"@a.test"_s);
        data.addMember(workspace, user, role);
        return user;
    };
    adminUser = member(u"admin"_s, u"ADMIN"_s);
    manager = member(u"manager"_s, u"INBOX_MANAGER"_s);
    setter = member(u"setter"_s, u"SETTER"_s);
    otherSetter = member(u"other"_s, u"SETTER"_s);
    portal = member(u"portal"_s, u"CLIENT_PORTAL"_s);
    emailCampaigns.append(data.run("insert into email_campaign (workspace_id, bison_campaign_id, name)"
                                   " values ($1::uuid, 'b1', 'Mail one') returning id",
                                  PgParams() << workspace)
                              .uuid(0, 0));
    smsCampaigns.append(
        data.run("insert into sms_campaign (workspace_id, name) values ($1::uuid, 'Short one')"
                 " returning id",
                PgParams() << workspace)
            .uuid(0, 0));
    otherCampaigns.append(data.run("insert into campaign (workspace_id, name) values ($1::uuid, 'Flow one')"
                                   " returning id",
                                  PgParams() << workspace)
                              .uuid(0, 0));
    const LeadId elsewhere = data.addLead(foreign, {.tag = u"Interested"_s, .email = u"x@b.test"_s});
    Q_UNUSED(elsewhere)
}

LeadId CrmData::addLead(const QString &tag, std::optional<UserId> assignee)
{
    return data().addLead(workspace,
        {.inbound = 10,
            .tag = tag,
            .assignee = assignee,
            .email = u"lead%1@x.io"_s.arg(++m_next, 5, 10, QChar(u'0'))});
}

QUuid CrmData::rowOf(LeadId lead)
{
    return data().run("select id from lead_crm_row where lead_id = $1::uuid", PgParams() << lead).uuid(0, 0);
}

void CrmData::addMessages(LeadId lead, int count)
{
    for (int i = 0; i < count; ++i) {
        PgParams params;
        params << workspace << lead << word(Channels) << (pick(3) == 0 ? u"inbound"_s : u"outbound"_s);
        params.addNullable(word({QString(), u"ai"_s, u"setter"_s, u"robot"_s}));
        params << (pick(3) == 0 ? std::optional(pick(2) == 0 ? setter : manager) : std::nullopt);
        params << time(20'000, 0);
        data().run("insert into message (workspace_id, lead_id, channel, direction, sent_by, sent_by_user_id,"
                   " body, sent_at) values ($1::uuid, $2::uuid, $3, $4, $5, $6::uuid, 'x', $7::timestamptz)",
            params);
    }
}

void CrmData::addTasks(LeadId lead)
{
    for (int i = pick(8); i > 0; --i) {
        data().run("insert into follow_up_task (workspace_id, lead_id, type, due_date, status)"
                   " values ($1::uuid, $2::uuid, 'email', $3::timestamptz, $4)",
            PgParams() << workspace << lead << time(60'000, 0)
                       << word({u"pending"_s, u"pending"_s, u"completed"_s}));
    }
}

void CrmData::addRandomLead()
{
    const int n = ++m_next;
    const int holder = pick(4);
    const std::optional<UserId> assignee = holder == 0 ? std::optional(setter)
        : holder == 1                                  ? std::optional(otherSetter)
        : holder == 2                                  ? std::optional(manager)
                                                       : std::nullopt;
    PgParams lead;
    lead << workspace << word(Statuses);
    lead.addNullable(word(Tags)).addNullable(word({QString(), u"ada"_s, u"Bob"_s, u"carl"_s}));
    lead.addNullable(word({QString(), u"Xu"_s, u"young"_s}));
    lead.addNullable(pick(5) == 0 ? QString() : u"lead%1@x.io"_s.arg(n, 5, 10, QChar(u'0')));
    lead.addNullable(word({QString(), u"030111"_s, u"030222"_s})).addNullable(word({QString(), u"Boss"_s}));
    lead.addNullable(word({QString(), u"acme"_s, u"Beta"_s})).addNullable(word({QString(), u"acmeio"_s}));
    lead.addNullable(word({QString(), u"inada"_s}));
    lead << (pick(3) == 0 ? std::nullopt : std::optional(pick(5))) << time(400'000, 60) << assignee;
    lead << time(30'000, 50) << time(60'000, 50);
    lead.addNullable(pick(4) == 0 ? u"g%1"_s.arg(n) : QString());
    lead.addNullable(pick(6) == 0 ? u"i%1"_s.arg(n) : QString());
    lead.addNullable(pick(6) == 0 ? u"e%1"_s.arg(n) : QString()).addNullable(word(Outcomes));
    lead << time(60'000, 85);
    lead << (pick(2) == 0 ? std::optional(emailCampaigns.first()) : std::nullopt);
    lead << (pick(2) == 0 ? std::optional(smsCampaigns.first()) : std::nullopt);
    lead << (pick(2) == 0 ? std::optional(otherCampaigns.first()) : std::nullopt);
    const LeadId id {
        data()
            .run("insert into lead (workspace_id, status, sentiment_tag, first_name, last_name, email, phone,"
                 " job_title, company_name, company_website, linkedin_url, overall_score, snoozed_until,"
                 " assigned_to_user_id, appointment_booked_at, appointment_start_at, ghl_appointment_id,"
                 " calendly_invitee_uri, calendly_scheduled_event_uri, appointment_status,"
                 " appointment_canceled_at, email_campaign_id, sms_campaign_id, campaign_id)"
                 " values ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::int, $13::timestamptz,"
                 " $14::uuid, $15::timestamptz, $16::timestamptz, $17, $18, $19, $20, $21::timestamptz,"
                 " $22::uuid, $23::uuid, $24::uuid) returning id",
                lead)
            .uuid(0, 0)};
    addMessages(id, pick(4));
    PgParams row;
    row << workspace << id << time(20, 20); // few different minutes, so that many rows tie
    row.addNullable(word(Tags))
        .addNullable(pick(6) == 0 ? QString() : word(Channels))
        .addNullable(word(Campaigns));
    row.addNullable(word({QString(), QString(), QString(), u"AI"_s, u"HUMAN"_s, u"UNKNOWN"_s}));
    row << (pick(4) == 0 ? std::optional(pick(2) == 0 ? setter : otherSetter) : std::nullopt);
    row << (pick(2) == 0 ? std::nullopt : std::optional(pick(5)));
    row.addNullable(word({QString(), u"warm"_s, u"Cold"_s})).addNullable(word({QString(), u"sent"_s}));
    row.addNullable(word({QString(), QString(), u"VIP"_s, u"Objection"_s}));
    row.addNullable(word({QString(), u"Call again"_s, u"=SUM(A1)"_s}));
    row.addNullable(word({QString(), QString(), u"won"_s, u"qualified"_s}));
    row << time(3, 0);
    data().run(
        "insert into lead_crm_row as c (workspace_id, lead_id, interest_registered_at, interest_type,"
        " interest_channel, interest_campaign_name, response_mode, response_sent_by_user_id,"
        " lead_score_at_interest, lead_type, application_status, lead_category_override, notes,"
        " pipeline_status, created_at)"
        " values ($1::uuid, $2::uuid, $3::timestamptz, $4, $5, $6, $7::crm_response_mode, $8::uuid,"
        " $9::int, $10, $11, $12, $13, $14, $15::timestamptz)"
        " on conflict (workspace_id, lead_id) do update set"
        " (interest_registered_at, interest_type, interest_channel, interest_campaign_name, response_mode,"
        " response_sent_by_user_id, lead_score_at_interest, lead_type, application_status,"
        " lead_category_override, notes, pipeline_status, created_at) ="
        " (excluded.interest_registered_at, excluded.interest_type, excluded.interest_channel,"
        " excluded.interest_campaign_name, excluded.response_mode, excluded.response_sent_by_user_id,"
        " excluded.lead_score_at_interest, excluded.lead_type, excluded.application_status,"
        " excluded.lead_category_override, excluded.notes, excluded.pipeline_status, excluded.created_at)",
        row);
    addMessages(id, pick(4));
    addTasks(id);
    // Answers move when a message is corrected or goes.
    if (pick(4) == 0)
        data().run("update message set channel = $2, sent_at = $3::timestamptz where id = (select m.id from "
                   "message m"
                   " where m.lead_id = $1::uuid order by m.id limit 1)",
            PgParams() << id << word(Channels) << time(20'000, 0));
    if (pick(4) == 0)
        data().run("delete from message where id = (select m.id from message m where m.lead_id = $1::uuid"
                   " order by m.id limit 1)",
            PgParams() << id);
}

QUuid CrmData::addRow()
{
    addRandomLead();
    return data().run("select id from lead_crm_row order by updated_at desc, id limit 1").uuid(0, 0);
}

} // namespace signalbox
