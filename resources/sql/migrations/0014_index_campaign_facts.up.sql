-- Rules and indexes of the campaigns, booking and response timing tabs (domain §7.1, §7.5–7.7). The policies of `lead` read
-- the assignee and those of a lead's belongings its id, so an index that should spare the table holds them too.
set local role signalbox_owner;

-- Evidence of a booking with the provider that the workspace books with (domain §7.1).
create function has_provider_booking(
  provider meeting_booking_provider, ghl_id text, invitee_uri text, event_uri text) returns boolean
  language sql immutable parallel safe
  return case when provider = 'CALENDLY' then invitee_uri is not null or event_uri is not null
              else ghl_id is not null end;

-- How a lead that was written to turned out until `until` (domain §7.5: the first rule that holds): excluded, booked,
-- booked_no_timestamp, pending or not_booked.
create function booking_outcome(
  written_at timestamptz, until timestamptz, attribution_days int, maturity_days int,
  booked_at timestamptz, is_kept boolean, has_booking boolean) returns text
  language sql stable parallel safe
  return case
    when booked_at < written_at then 'excluded'
    when booked_at > written_at
         and booked_at <= least(until, written_at + attribution_days * interval '24 hours')
         and is_kept then 'booked'
    when booked_at is null and has_booking then 'booked_no_timestamp'
    when written_at >= until - maturity_days * interval '24 hours' then 'pending'
    else 'not_booked' end;

create index lead_campaign_positive_ix on lead (workspace_id, last_inbound_at)
  include (assigned_to_user_id, email_campaign_id, sentiment_tag, industry, employee_headcount)
  where email_campaign_id is not null and is_positive(sentiment_tag);
create index lead_campaign_inbound_ix on lead (workspace_id, last_inbound_at)
  include (assigned_to_user_id, email_campaign_id, sentiment_tag)
  where email_campaign_id is not null and last_inbound_at is not null;
create index lead_campaign_booked_ix on lead (workspace_id, appointment_booked_at)
  include (assigned_to_user_id, email_campaign_id, industry, employee_headcount, ghl_appointment_id, calendly_invitee_uri,
           calendly_scheduled_event_uri)
  where email_campaign_id is not null and appointment_booked_at is not null;
-- Leads with a booking of any kind, few enough to be joined whole.
create index lead_booking_ix on lead (workspace_id, id)
  include (assigned_to_user_id, status, appointment_booked_at, appointment_status, appointment_canceled_at,
           ghl_appointment_id, calendly_invitee_uri, calendly_scheduled_event_uri)
  where status = 'meeting-booked' or has_booking(appointment_booked_at, ghl_appointment_id, calendly_invitee_uri,
                                                 calendly_scheduled_event_uri);

-- When drafts were sent.
create index message_draft_ix on message (workspace_id, ai_draft_id, sent_at) include (lead_id)
  where ai_draft_id is not null and direction = 'outbound';

grant execute on function has_provider_booking(meeting_booking_provider, text, text, text),
  booking_outcome(timestamptz, timestamptz, int, int, timestamptz, boolean, boolean) to signalbox_app;
