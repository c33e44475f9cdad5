// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/analyticsdata.h"

#include "core/analytics/analyticswindow.h"

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

template <typename T> std::optional<T> optionalId(const PgResult &rows, int row, int column)
{
    if (rows.isNull(row, column))
        return std::nullopt;
    return T {rows.uuid(row, column)};
}

void must(const Result<void> &done)
{
    if (!done)
        qFatal("%s", qPrintable(describe(done.error())));
}

} // namespace

AnalyticsData::AnalyticsData(PgConnection &admin, const Options &options, unsigned seed)
    : m_pg(admin)
    , m_data(admin)
    , m_options(options)
    , m_random(seed)
{
    addPeople();
    addCampaigns();
    addLeads();
    for (int left = m_options.messages; left > 0; left -= 100)
        addMessages(std::min(left, 100));
}

void AnalyticsData::addPeople()
{
    const QString domain = newUuid().toString(QUuid::WithoutBraces) + u".test"_s;
    m_owner = m_data.addUser(u"owner@"_s + domain);
    m_portal = m_data.addUser(u"portal@"_s + domain);
    m_foreigner = m_data.addUser(u"foreigner@"_s + domain);
    m_workspace = m_data.addWorkspace(u"Analytics "_s + domain, m_owner);
    m_data.addWorkspace(u"Elsewhere "_s + domain, m_foreigner);
    m_data.run("update workspace set timezone = $2 where id = $1::uuid",
        PgParams() << m_workspace << m_options.timezone);
    m_data.addMember(m_workspace, m_portal, u"CLIENT_PORTAL"_s);
    for (int i = 0; i < 3; ++i) {
        m_setters.append(m_data.addUser(u"setter%1@"_s.arg(i) + domain));
        if (i < 2) // the third has left
            m_data.addMember(m_workspace, m_setters.last(), u"SETTER"_s);
    }
}

void AnalyticsData::addCampaigns()
{
    for (int i = 0; i < 3; ++i) {
        m_smsCampaigns.append(
            m_data
                .run("insert into sms_campaign (workspace_id, name) values ($1::uuid, $2) returning id",
                    PgParams() << m_workspace << u"Sub-client %1"_s.arg(i))
                .uuid(0, 0));
        m_emailCampaigns.append(
            m_data
                .run("insert into email_campaign (workspace_id, bison_campaign_id, name, response_mode)"
                     " values ($1::uuid, $2, $3, $4::campaign_response_mode) returning id",
                    PgParams() << m_workspace << u"bison-%1"_s.arg(i) << u"Campaign %1"_s.arg(i)
                               << (i == 0 ? u"AI_AUTO_SEND"_s : u"SETTER_MANAGED"_s))
                .uuid(0, 0));
    }
}

void AnalyticsData::addLeads()
{
    static const QStringList statuses {u"new"_s, u"qualified"_s, u"meeting-booked"_s, u"unqualified"_s,
        u"not-interested"_s, u"blacklisted"_s, u"never seen before"_s};
    static const QStringList sentiments {QString(), u"New"_s, u"Neutral"_s, u"Interested"_s, u"Positive"_s,
        u"Meeting Requested"_s, u"Call Requested"_s, u"Information Requested"_s, u"Out of Office"_s};
    static const QStringList appointments {QString(), u"confirmed"_s, u"canceled"_s, u"showed"_s};
    for (int i = 0; i < m_options.leads; ++i) {
        PgParams params;
        params << m_workspace << statuses.at(pick(int(statuses.size())));
        params.addNullable(sentiments.at(pick(int(sentiments.size()))));
        params << randomInstant();
        params << (pick(2) == 0 ? std::nullopt : std::optional(m_setters.at(pick(3))));
        params << (pick(3) == 0 ? std::nullopt : std::optional(m_smsCampaigns.at(pick(3))));
        params << (pick(3) == 0 ? std::nullopt : std::optional(m_emailCampaigns.at(pick(3))));
        const int booking = pick(6); // 0: with a time, 1: evidence without one, else none
        params << (booking == 0 ? std::optional(randomInstant()) : std::nullopt);
        params.addNullable(booking == 1 ? u"ghl-%1-%2"_s.arg(i).arg(m_random()) : QString());
        params.addNullable(booking < 2 ? appointments.at(pick(4)) : QString());
        params << (booking < 2 && pick(4) == 0 ? std::optional(randomInstant()) : std::nullopt);
        m_leads.append(
            m_data
                .run(
                    "insert into lead (workspace_id, status, sentiment_tag, created_at, assigned_to_user_id,"
                    " sms_campaign_id, email_campaign_id, appointment_booked_at, ghl_appointment_id,"
                    " appointment_status, appointment_canceled_at) values ($1::uuid, $2, $3, $4::timestamptz,"
                    " $5::uuid, $6::uuid, $7::uuid, $8::timestamptz, $9, $10, $11::timestamptz) returning id",
                    params)
                .uuid(0, 0));
    }
}

Result<void> AnalyticsData::write(const QByteArray &sql, const PgParams &params)
{
    const auto done = m_pg.runSql(sql, params);
    return done ? Result<void>() : done.error();
}

void AnalyticsData::addMessages(int count)
{
    must(writeMessages(count));
}

Result<void> AnalyticsData::writeMessages(int count)
{
    static const QStringList channels {u"sms"_s, u"email"_s, u"email"_s, u"linkedin"_s};
    QList<QUuid> leads;
    QList<QUuid> users;
    QStringList times, ways, means;
    Instant at = randomInstant();
    for (int i = 0; i < count; ++i) {
        // Conversations: often the same lead, some minutes later, the other way.
        const bool goesOn = i > 0 && pick(3) > 0;
        leads.append(goesOn ? leads.last() : m_leads.at(pick(int(m_leads.size()))));
        if (!goesOn)
            at = randomInstant();
        else if (pick(6) > 0)
            at += minutes(pick(pick(2) == 0 ? 60 : 12'000));
        times.append(toIsoMicros(std::min(at, m_options.to)));
        ways.append(pick(2) == 0 ? u"inbound"_s : u"outbound"_s);
        means.append(channels.at(pick(4)));
        users.append(pick(2) == 0 ? QUuid() : m_setters.at(pick(3)).value);
    }
    return write(
        "insert into message (workspace_id, lead_id, sent_at, direction, channel, body, source, sent_by,"
        " sent_by_user_id) select $1::uuid, x.lead_id, x.sent_at, x.direction, x.channel, 'text',"
        " case when x.n % 5 = 0 then 'inboxxia_campaign' else 'zrg' end,"
        " case when x.direction = 'outbound' and x.n % 2 = 0 then 'ai' end,"
        " case when x.direction = 'outbound' then"
        " nullif(x.user_id, '00000000-0000-0000-0000-000000000000') end"
        " from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::uuid[])"
        " with ordinality x (lead_id, sent_at, direction, channel, user_id, n)",
        PgParams() << m_workspace << leads << times << ways << means << users);
}

void AnalyticsData::churn(int statements)
{
    for (int i = 0; i < statements; ++i)
        must(churnOne());
}

Result<void> AnalyticsData::churnOne()
{
    PgParams params;
    params << m_workspace << m_leads.at(pick(int(m_leads.size()))) << randomInstant();
    const QByteArray some = "(select id from message where workspace_id = $1::uuid and lead_id = $2::uuid"
                            " order by md5(id::text || $3::timestamptz) limit 2)";
    switch (pick(7)) {
    case 0:
        return write("update message set sent_at = $3::timestamptz where id in " + some, params);
    case 1:
        return write("update message set direction = case direction when 'inbound' then 'outbound'"
                     " else 'inbound' end where id in "
                + some,
            params);
    case 2:
        return write("update message set channel = 'linkedin' where id in " + some, params);
    case 3: // to another lead
        return write("update message set lead_id = $4::uuid where id in " + some,
            params << m_leads.at(pick(int(m_leads.size()))));
    case 4:
        return write("delete from message where id in " + some, params);
    case 5:
        return write("update message set sent_by_user_id = $4::uuid where id in " + some,
            params << (pick(3) == 0 ? std::nullopt : std::optional(m_setters.at(pick(3)))));
    default:
        return writeMessages(1 + pick(4));
    }
}

Instant AnalyticsData::randomInstant()
{
    std::uniform_int_distribution<qint64> offset(0, (m_options.to - m_options.from).count());
    const Instant at = m_options.from + microseconds(offset(m_random));
    return pick(4) == 0 ? at : floor<minutes>(at);
}

std::pair<Instant, Instant> AnalyticsData::randomWindow(const QTimeZone &zone)
{
    const auto bound = [&] {
        const Instant at = randomInstant();
        return pick(4) == 0 ? localDays(at, at + microseconds(1), zone).constFirst().begin : at;
    };
    const Instant one = bound();
    const int kind = pick(8);
    const Instant other = kind == 0 ? one : kind == 1 ? one + minutes(pick(1000)) : bound();
    return std::minmax(one, other);
}

AnalyticsFacts AnalyticsData::facts() const
{
    AnalyticsFacts facts;
    InboxData data(m_pg);
    const PgResult leads = data.run(
        "select id, created_at, status, sentiment_tag, assigned_to_user_id, sms_campaign_id,"
        " email_campaign_id, appointment_booked_at, appointment_booked_at is not null or ghl_appointment_id"
        " is not null, appointment_status, appointment_canceled_at from lead where workspace_id = $1::uuid",
        PgParams() << m_workspace);
    for (int row = 0; row < leads.rowCount(); ++row) {
        facts.leads.append({LeadId {leads.uuid(row, 0)}, leads.instant(row, 1), leads.text(row, 2),
            leads.text(row, 3), optionalId<UserId>(leads, row, 4), optionalId<QUuid>(leads, row, 5),
            optionalId<QUuid>(leads, row, 6), leads.optionalInstant(row, 7), leads.boolean(row, 8),
            leads.text(row, 9), leads.optionalInstant(row, 10)});
    }
    const PgResult messages
        = data.run("select id, lead_id, channel, source, sent_by, sent_by_user_id, direction = 'inbound',"
                   " sent_at from message where workspace_id = $1::uuid order by lead_id, sent_at, id",
            PgParams() << m_workspace);
    for (int row = 0; row < messages.rowCount(); ++row) {
        facts.messages.append({MessageId {messages.uuid(row, 0)}, LeadId {messages.uuid(row, 1)},
            messages.text(row, 2), messages.text(row, 3), messages.text(row, 4),
            optionalId<UserId>(messages, row, 5), messages.boolean(row, 6), messages.instant(row, 7)});
    }
    return facts;
}

QString describeWindow(const AnalyticsWindow &window)
{
    return (window.from ? toIsoMicros(*window.from) : u"…"_s) + u" to "_s
        + (window.to ? toIsoMicros(*window.to) : u"…"_s);
}

} // namespace signalbox
