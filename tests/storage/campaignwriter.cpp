// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/campaignwriter.h"

namespace signalbox {

Result<bool> CampaignWriter::writeOne()
{
    const auto done = m_pg.runSql(statement(), PgParams() << m_workspace << pick(100));
    if (done)
        return true;
    if (done.error().kind == Error::Kind::Conflict || done.error().code.endsWith(QLatin1StringView("_fk")))
        return false;
    return done.error();
}

QByteArray CampaignWriter::statement()
{
    switch (pick(6)) {
    case 0:
        return ofDrafts();
    case 1:
        return ofLeads();
    case 2:
        return ofEnrollments();
    default:
        return ofMessages();
    }
}

QByteArray CampaignWriter::ofMessages()
{
    switch (pick(8)) {
    case 0:
        return "delete from message" + some("message");
    case 1:
        return "update message set sent_at = " + time() + some("message");
    case 2:
        return "update message set direction = " + direction() + ", lead_id = " + one("lead")
            + some("message");
    case 3:
        return "update message set ai_draft_id = " + one("ai_draft") + some("message");
    default:
        return "insert into message (workspace_id, lead_id, direction, sent_at, ai_draft_id, body) select"
               " $1::uuid, d.lead_id, x.direction, "
            + time() + " + n * interval '3 hours', case x.direction when 'outbound' then d.id end, 'Hi'"
            + " from (select * from ai_draft where id = " + one("ai_draft")
            + ") d, generate_series(0, $2::int % 3) n, (select " + direction() + " as direction) x";
    }
}

QByteArray CampaignWriter::ofDrafts()
{
    switch (pick(5)) {
    case 0:
        return "update ai_draft set response_disposition = " + disposition() + some("ai_draft");
    case 1:
        return "update ai_draft set channel = " + channel() + some("ai_draft");
    case 2:
        return "update ai_draft set lead_id = " + one("lead") + some("ai_draft");
    case 3:
        return "delete from ai_draft" + some("ai_draft");
    default:
        return "insert into ai_draft (workspace_id, lead_id, channel, content, response_disposition) select"
               " $1::uuid, "
            + one("lead") + ", " + channel() + ", 'Hi', " + disposition()
            + " from generate_series(0, $2::int % 5)";
    }
}

QByteArray CampaignWriter::ofLeads()
{
    static const QByteArray change = "update lead set ";
    switch (pick(6)) {
    case 0:
        return change + "appointment_booked_at = case when $2::int % 3 > 0 then " + time() + " end"
            + some("lead");
    case 1:
        return change + "ghl_appointment_id = " + oneOf({"id::text", "null"}) + some("lead");
    case 2:
        return change + "appointment_status = " + oneOf({"'canceled'", "null"}) + some("lead");
    case 3:
        return change + "sentiment_tag = " + oneOf({"'Interested'", "'Meeting Requested'", "'New'", "null"})
            + some("lead");
    case 4:
        return change + "industry = " + oneOf({"'Mining'", "null"})
            + ", employee_headcount = " + oneOf({"'11-50'", "null"}) + some("lead");
    default:
        return change + "email_campaign_id = " + (pick(3) > 0 ? one("email_campaign") : "null")
            + some("lead");
    }
}

QByteArray CampaignWriter::ofEnrollments()
{
    switch (pick(4)) {
    case 0:
        return "delete from reactivation_enrollment" + some("reactivation_enrollment");
    case 1:
        return "update reactivation_enrollment set status = " + oneOf({"'sent'", "'failed'"})
            + ", sent_at = " + time() + some("reactivation_enrollment");
    default:
        return "insert into reactivation_enrollment (workspace_id, campaign_id, lead_id, status, sent_at) "
               "select"
               " $1::uuid, "
            + one("reactivation_campaign") + ", " + one("lead") + ", "
            + oneOf({"'sent'", "'sent'", "'ready'"}) + ", " + time()
            + " where $2::int >= 0 on conflict (workspace_id, campaign_id, lead_id) do update set lead_id = "
            + one("lead") + ", sent_at = excluded.sent_at";
    }
}

} // namespace signalbox
