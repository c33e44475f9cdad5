// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/campaignworld.h"

#include "tests/support/testdatabase.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> textIf(bool isThere, const QString &text)
{
    return isThere ? std::optional(text) : std::nullopt;
}

std::optional<QUuid> idOf(const QList<WorldCampaign> &campaigns, int index)
{
    return index < 0 ? std::nullopt : std::optional(campaigns.at(index).id);
}

class Storing
{
public:
    Storing(const World &world, InboxData &data)
        : m_world(world)
        , m_data(data)
    { }

    void campaigns()
    {
        for (const WorldCampaign &campaign : m_world.emailCampaigns)
            m_data.run(
                "insert into email_campaign (workspace_id, id, bison_campaign_id, name, response_mode) "
                "values ($1::uuid, $2::uuid, 'bison ' || $3, $3, $4::campaign_response_mode)",
                PgParams() << m_world.workspace << campaign.id << campaign.name
                           << (campaign.isAutoSend ? "AI_AUTO_SEND"_L1 : "SETTER_MANAGED"_L1));
        for (const WorldCampaign &campaign : m_world.reactivations)
            m_data.run(
                "insert into reactivation_campaign (workspace_id, id, name) values ($1::uuid, $2::uuid, $3)",
                PgParams() << m_world.workspace << campaign.id << campaign.name);
        for (const WorldCampaign &process : m_world.processes)
            m_data.run("insert into booking_process (workspace_id, id, name) values ($1::uuid, $2::uuid, $3)",
                PgParams() << m_world.workspace << process.id << process.name);
        if (!m_world.provider.isEmpty())
            m_data.run("insert into workspace_settings (workspace_id, meeting_booking_provider) "
                       "values ($1::uuid, $2::meeting_booking_provider)",
                PgParams() << m_world.workspace << m_world.provider);
    }

    void lead(const WorldLead &lead)
    {
        const QString id = lead.id.toString();
        PgParams params;
        params << m_world.workspace << lead.id << lead.status;
        params.addNullable(lead.tag).addNullable(lead.industry).addNullable(lead.headcount);
        params << idOf(m_world.emailCampaigns, lead.emailCampaign) << person(lead.assignee) << lead.assignedAt
               << lead.bookedAt << textIf(lead.hasGhl, id) << textIf(lead.hasInvitee, id)
               << textIf(lead.hasEvent, id);
        params.addNullable(lead.appointmentStatus) << lead.canceledAt;
        m_data.run(
            "insert into lead (workspace_id, id, status, sentiment_tag, industry, employee_headcount,"
            " email_campaign_id, assigned_to_user_id, assigned_at, appointment_booked_at, ghl_appointment_id,"
            " calendly_invitee_uri, calendly_scheduled_event_uri, appointment_status, "
            "appointment_canceled_at)"
            " values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7::uuid, $8::uuid, $9::timestamptz,"
            " $10::timestamptz, $11, $12, $13, $14, $15::timestamptz)",
            params);
    }

    void draft(const WorldDraft &draft)
    {
        PgParams params;
        params << m_world.workspace << draft.id << leadId(draft.lead) << draft.channel;
        params.addNullable(draft.disposition);
        m_data.run(
            "insert into ai_draft (workspace_id, id, lead_id, channel, content, response_disposition)"
            " values ($1::uuid, $2::uuid, $3::uuid, $4, 'Hello', $5::text::ai_draft_response_disposition)",
            params);
    }

    void message(const WorldMessage &message)
    {
        PgParams params;
        params << m_world.workspace << leadId(message.lead)
               << (message.isInbound ? "inbound"_L1 : "outbound"_L1) << message.sentAt;
        params << (message.draft < 0 ? std::nullopt : std::optional(m_world.drafts.at(message.draft).id))
               << person(message.sender);
        m_data.run(
            "insert into message (workspace_id, lead_id, direction, sent_at, ai_draft_id, sent_by_user_id,"
            " channel, body) values ($1::uuid, $2::uuid, $3, $4::timestamptz, $5::uuid, $6::uuid, 'email', "
            "'Hi')",
            params);
    }

    void enrollment(const WorldEnrollment &enrollment)
    {
        m_data.run("insert into reactivation_enrollment (workspace_id, campaign_id, lead_id, status, sent_at)"
                   " values ($1::uuid, $2::uuid, $3::uuid, $4, $5::timestamptz)",
            PgParams() << m_world.workspace << m_world.reactivations.at(enrollment.campaign).id
                       << leadId(enrollment.lead) << enrollment.status << enrollment.sentAt);
    }

    void progress(const WorldProgress &row)
    {
        m_data.run("insert into lead_campaign_booking_progress (workspace_id, lead_id, email_campaign_id,"
                   " active_booking_process_id, current_wave, email_outbound_count, sms_outbound_count,"
                   " linkedin_outbound_count, created_at)"
                   " values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7, $8, $9::timestamptz)",
            PgParams() << m_world.workspace << leadId(row.lead)
                       << m_world.emailCampaigns.at(row.emailCampaign).id
                       << idOf(m_world.processes, row.process) << row.wave << row.email << row.sms
                       << row.linkedin << row.createdAt);
    }

    void event(const WorldEvent &event)
    {
        m_data.run(
            "insert into response_timing_event (workspace_id, id, lead_id, channel, inbound_message_id,"
            " inbound_sent_at, setter_response_sent_at, setter_sent_by_user_id, setter_response_ms,"
            " ai_response_sent_at, ai_response_ms, ai_chosen_delay_seconds, ai_scheduled_run_at)"
            " values ($1::uuid, $2::uuid, $3::uuid, $4, gen_random_uuid(), $5::timestamptz, $6::timestamptz,"
            " $7::uuid, $8, $9::timestamptz, $10, $11, $12::timestamptz)",
            PgParams() << m_world.workspace << event.id << leadId(event.lead) << event.channel
                       << event.inboundAt << event.setterAt << person(event.setter) << event.setterMs
                       << event.aiAt << event.aiMs << event.delaySeconds << event.scheduledAt);
    }

private:
    LeadId leadId(int index) const { return m_world.leads.at(index).id; }
    std::optional<UserId> person(int index) const
    {
        return index < 0 ? std::nullopt : std::optional(m_world.setters.at(index).first);
    }

    const World &m_world;
    InboxData &m_data;
};

/// Dice with a memory of nothing but the seed.
class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    { }
    int below(int n) { return int(m_random() % unsigned(n)); }
    bool chance(int percent) { return below(100) < percent; }
    Instant time() { return worldTime(6 * below(480)); }
    std::optional<Instant> maybeTime(int percent)
    {
        return chance(percent) ? std::optional(time()) : std::nullopt;
    }
    QString pick(const QStringList &texts) { return texts.at(below(int(texts.size()))); }

private:
    std::mt19937 m_random;
};

WorldLead randomLead(Dice &dice, const World &world)
{
    WorldLead lead;
    lead.status = dice.pick({u"new"_s, u"qualified"_s, u"meeting-booked"_s, u"not-interested"_s});
    lead.tag = dice.pick({QString(), u"New"_s, u"Meeting Requested"_s, u"Call Requested"_s, u"Interested"_s,
        u"Information Requested"_s, u"Positive"_s, u"Neutral"_s, u"Meeting Booked"_s});
    lead.industry = dice.pick({QString(), u" "_s, u"Software"_s, u" Software "_s, u"Mining"_s});
    lead.headcount
        = dice.pick({QString(), u"11-50"_s, u"45-60"_s, u"1,000"_s, u"1001-5000"_s, u"7"_s, u"?"_s});
    lead.emailCampaign = dice.below(int(world.emailCampaigns.size()) + 1) - 1;
    lead.assignee = dice.below(int(world.setters.size()) + 1) - 1;
    lead.assignedAt = dice.maybeTime(80);
    lead.bookedAt = dice.maybeTime(45);
    lead.hasGhl = dice.chance(40);
    lead.hasInvitee = dice.chance(15);
    lead.hasEvent = dice.chance(15);
    lead.appointmentStatus = dice.pick({QString(), u"confirmed"_s, u"canceled"_s, u"no_show"_s});
    lead.canceledAt = dice.maybeTime(10);
    return lead;
}

WorldEvent randomEvent(Dice &dice, const World &world, int lead)
{
    WorldEvent event;
    event.lead = lead;
    event.channel = dice.pick({u"email"_s, u"sms"_s, u"linkedin"_s});
    event.inboundAt = dice.time();
    const auto later = [&] {
        return event.inboundAt
            + std::chrono::seconds(dice.chance(50) ? dice.below(600) : 60 * dice.below(3000));
    };
    const auto ms = [&](Instant at) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(at - event.inboundAt).count();
    };
    if (dice.chance(60)) {
        event.setterAt = later();
        event.setter = dice.below(int(world.setters.size()) + 1) - 1;
        event.setterMs = dice.chance(90) ? std::optional<qint64>(ms(*event.setterAt)) : std::nullopt;
    }
    if (dice.chance(60)) {
        event.aiAt = dice.chance(20) && event.setterAt ? *event.setterAt : later();
        event.aiMs = dice.chance(90) ? std::optional<qint64>(ms(*event.aiAt)) : std::nullopt;
        if (dice.chance(80))
            event.delaySeconds = 30 * (5 + dice.below(11));
        if (dice.chance(80))
            event.scheduledAt = *event.aiAt - std::chrono::seconds(10 * (dice.below(40) - 5));
    }
    return event;
}

void addThread(Dice &dice, World &world, int lead)
{
    for (int i = dice.below(6); i > 0; --i)
        world.messages.append({.lead = lead,
            .isInbound = dice.chance(50),
            .sentAt = dice.time(),
            .sender = dice.below(int(world.setters.size()) + 1) - 1});
    for (int i = dice.below(3); i > 0; --i) {
        world.drafts.append({.lead = lead,
            .channel = dice.pick({u"email"_s, u"email"_s, u"sms"_s, u"linkedin"_s}),
            .disposition = dice.pick({QString(), u"AUTO_SENT"_s, u"APPROVED"_s, u"EDITED"_s})});
        for (int part = dice.below(4); part > 0; --part)
            world.messages.append({.lead = lead,
                .isInbound = dice.chance(5),
                .sentAt = dice.time(),
                .draft = int(world.drafts.size()) - 1});
    }
    for (int i = dice.below(4); i > 0; --i)
        world.events.append(randomEvent(dice, world, lead));
}

} // namespace

Instant worldTime(int hours, int minutes)
{
    return *parseIso(u"2026-03-01T00:00:00Z") + std::chrono::minutes(60 * hours + minutes);
}

void World::store(InboxData &data) const
{
    Storing storing(*this, data);
    data.run("begin");
    storing.campaigns();
    for (const WorldLead &lead : leads)
        storing.lead(lead);
    for (const WorldDraft &draft : drafts)
        storing.draft(draft);
    for (const WorldMessage &message : messages)
        storing.message(message);
    for (const WorldEnrollment &enrollment : enrollments)
        storing.enrollment(enrollment);
    for (const WorldProgress &row : progress)
        storing.progress(row);
    for (const WorldEvent &event : events)
        storing.event(event);
    data.run("commit");
}

std::optional<Instant> World::lastInbound(int lead) const
{
    std::optional<Instant> last;
    for (const WorldMessage &message : messages) {
        if (message.lead == lead && message.isInbound && (!last || message.sentAt > *last))
            last = message.sentAt;
    }
    return last;
}

bool World::isPositive(const WorldLead &lead) const
{
    static const QStringList tags {
        u"Meeting Requested"_s, u"Call Requested"_s, u"Information Requested"_s, u"Interested"_s};
    return tags.contains(lead.tag);
}

bool World::hasEvidence(const WorldLead &lead) const
{
    return lead.bookedAt || lead.hasGhl || lead.hasInvitee || lead.hasEvent;
}

bool World::hasProviderEvidence(const WorldLead &lead) const
{
    return provider == "CALENDLY"_L1 ? lead.hasInvitee || lead.hasEvent : lead.hasGhl;
}

bool World::isKept(const WorldLead &lead) const
{
    return lead.appointmentStatus != "canceled"_L1 && !lead.canceledAt;
}

World randomWorld(unsigned seed, int leads)
{
    Dice dice(seed);
    World world;
    world.name = u"World %1"_s.arg(seed);
    world.provider = dice.pick({QString(), u"GHL"_s, u"CALENDLY"_s});
    for (int i = 0; i < 4; ++i)
        world.setters.append({UserId(), u"setter%1.%2@acme.example"_s.arg(seed).arg(i)});
    for (int i = 0; i < 7; ++i) {
        world.emailCampaigns.append({.name = u"Campaign %1"_s.arg(i), .isAutoSend = dice.chance(50)});
        world.reactivations.append({.name = u"Reactivation %1"_s.arg(i)});
        world.processes.append({.name = u"Process %1"_s.arg(i)});
    }
    for (int i = 0; i < leads; ++i) {
        world.leads.append(randomLead(dice, world));
        addThread(dice, world, i);
        if (dice.chance(50))
            world.enrollments.append({.campaign = dice.below(6),
                .lead = i,
                .status = dice.pick({u"sent"_s, u"sent"_s, u"failed"_s}),
                .sentAt = dice.maybeTime(95)});
        for (int campaign = dice.below(3); campaign > 0; --campaign)
            world.progress.append({.lead = i,
                .emailCampaign = campaign,
                .process = dice.below(7) - 1,
                .wave = 1 + dice.below(6),
                .email = dice.below(4),
                .sms = dice.below(3),
                .linkedin = dice.below(2),
                .createdAt = dice.time()});
    }
    return world;
}

WorldStage::WorldStage()
    : database(newDatabase())
    , admin(connectTo(database->adminConninfo()))
    , app(connectTo(database->appConninfo()))
{
    InboxData data(*admin);
    owner = data.addUser(u"owner@acme.example"_s);
    portal = data.addUser(u"portal@acme.example"_s);
    stranger = data.addUser(u"stranger@other.example"_s);
    data.addWorkspace(u"Other"_s, stranger);
}

WorldStage::~WorldStage() = default;

void WorldStage::open(World &world)
{
    InboxData data(*admin);
    world.workspace = data.addWorkspace(world.name.isEmpty() ? u"World"_s : world.name, owner);
    data.addMember(world.workspace, portal, u"CLIENT_PORTAL"_s);
    for (auto &[user, email] : world.setters) {
        user = data.addUser(email);
        data.addMember(world.workspace, user, u"SETTER"_s);
    }
    world.store(data);
}

AnalyticsScope WorldStage::scope(const World &world, UserId user, Instant now) const
{
    return {.user = user, .workspace = world.workspace, .now = now};
}

} // namespace signalbox
