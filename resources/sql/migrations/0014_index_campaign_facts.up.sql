-- Rules and indexes of the campaigns, booking and response timing tabs (domain §7.1, §7.5–7.7). The policies of `lead` read
-- the assignee and those of a lead's belongings its id, so an index that should spare the table holds them too.
set local role signalbox_owner;

-- Evidence of a booking with the provider that the workspace books with (domain §7.1).
create function has_provider_booking(
  provider meeting_booking_provider, ghl_id text, invitee_uri text, event_uri text) returns boolean
  language sql immutable parallel safe
  return case when provider = 'CALENDLY' then invitee_uri is not null or event_uri is not null
              else ghl_id is not null end;

-- How a lead that was written to turned out until `until`, by the first rule that holds (domain §7.5): 0 excluded, 1 booked,
-- 2 booked without a timestamp, 3 pending, 4 not booked. Undecided is who was written to from `pending_from` on.
create function booking_outcome(
  written_at timestamptz, until timestamptz, attribution_days int, pending_from timestamptz,
  booked_at timestamptz, is_kept boolean, has_booking boolean) returns int
  language sql stable parallel safe
  return case
    when booked_at < written_at then 0
    when booked_at > written_at and is_kept
         and booked_at <= least(until, written_at + attribution_days * interval '24 hours') then 1
    when booked_at is null and has_booking then 2
    when written_at >= pending_from then 3
    else 4 end;

create index lead_campaign_positive_ix on lead (workspace_id, last_inbound_at)
  include (assigned_to_user_id, email_campaign_id, sentiment_tag, industry, employee_headcount)
  where email_campaign_id is not null and is_positive(sentiment_tag);
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

create index lead_assigned_ix on lead (workspace_id, assigned_at) include (id, assigned_to_user_id, sentiment_tag)
  where assigned_at is not null and assigned_to_user_id is not null;
create index message_sender_ix on message (workspace_id, sent_by_user_id, lead_id)
  where sent_by_user_id is not null and direction = 'outbound';
drop index lead_campaign_booking_progress_created_ix;
create index lead_campaign_booking_progress_created_ix on lead_campaign_booking_progress (workspace_id, created_at)
  include (lead_id, active_booking_process_id, current_wave, email_outbound_count, sms_outbound_count,
           linkedin_outbound_count);
drop index reactivation_enrollment_sent_ix;
create index reactivation_enrollment_sent_ix on reactivation_enrollment (workspace_id, sent_at) include (campaign_id, lead_id)
  where status = 'sent';

-- The drafts that were sent: those with a disposition, at the time of their first outbound message, with the campaign that
-- the lead is in now. Finding them among the messages of a month takes 2.5 s for 400,000 drafts; here it is one range.
create table draft_send (
  workspace_id uuid not null,
  draft_id uuid not null,
  lead_id uuid not null,
  email_campaign_id uuid,
  channel text not null,
  disposition ai_draft_response_disposition not null,
  sent_at timestamptz not null,
  constraint draft_send_pk primary key (workspace_id, draft_id),
  constraint draft_send_draft_fk foreign key (workspace_id, draft_id) references ai_draft (workspace_id, id) on delete cascade
);
create index draft_send_sent_ix on draft_send (workspace_id, sent_at)
  include (email_campaign_id, channel, disposition, lead_id);
create index draft_send_lead_ix on draft_send (workspace_id, lead_id);
create index message_draft_ix on message (workspace_id, ai_draft_id, sent_at)
  where ai_draft_id is not null and direction = 'outbound';

create function draft_send_truth(drafts uuid[])
  returns setof draft_send language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.workspace_id, d.id, d.lead_id, l.email_campaign_id, d.channel, d.response_disposition, min(m.sent_at)
    from ai_draft d
    join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
    join message m on m.workspace_id = d.workspace_id and m.ai_draft_id = d.id and m.direction = 'outbound'
   where d.id = any (drafts) and d.response_disposition is not null
   group by d.workspace_id, d.id, l.workspace_id, l.id;
end;

-- Puts the rows of some drafts right. The leads' lock comes first, in a statement of its own: what another writer of them
-- committed before we got it is then in the next statement's snapshot, and what it commits later it settles itself.
create function draft_send_settle(drafts uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if drafts is null then
    return;
  end if;
  perform from lead l
    where (l.workspace_id, l.id) in (select d.workspace_id, d.lead_id from ai_draft d where d.id = any (drafts))
    order by l.workspace_id, l.id for no key update;
  delete from draft_send s where s.draft_id = any (drafts)
     and not exists (select from draft_send_truth(drafts) t where t.draft_id = s.draft_id);
  insert into draft_send as s select * from draft_send_truth(drafts)
    on conflict (workspace_id, draft_id) do update
      set lead_id = excluded.lead_id, email_campaign_id = excluded.email_campaign_id, channel = excluded.channel,
          disposition = excluded.disposition, sent_at = excluded.sent_at
      where s is distinct from excluded;
end $$;

create function draft_send_message_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform draft_send_settle((select array_agg(distinct a.ai_draft_id) from added a
                              where a.ai_draft_id is not null and a.direction = 'outbound'));
  return null;
end $$;
create function draft_send_message_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform draft_send_settle((select array_agg(distinct x.draft)
    from removed r
    full join added a on a.workspace_id = r.workspace_id and a.id = r.id
   cross join lateral (values (r.ai_draft_id), (a.ai_draft_id)) x (draft)
   where x.draft is not null
     and (r.ai_draft_id, r.direction, r.sent_at) is distinct from (a.ai_draft_id, a.direction, a.sent_at)));
  return null;
end $$;
create function draft_send_message_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform draft_send_settle((select array_agg(distinct r.ai_draft_id) from removed r
                              where r.ai_draft_id is not null and r.direction = 'outbound'));
  return null;
end $$;
-- By name they run after message_after_*, which hold the leads' locks by then.
create trigger message_draft_send_insert after insert on message referencing new table as added
  for each statement execute function draft_send_message_insert();
create trigger message_draft_send_update after update on message referencing old table as removed new table as added
  for each statement execute function draft_send_message_update();
create trigger message_draft_send_delete after delete on message referencing old table as removed
  for each statement execute function draft_send_message_delete();

create function draft_send_draft_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform draft_send_settle(array[new.id]);
  return null;
end $$;
create trigger ai_draft_send_update after update of response_disposition, channel, lead_id on ai_draft
  for each row when ((new.response_disposition, new.channel, new.lead_id)
                     is distinct from (old.response_disposition, old.channel, old.lead_id))
  execute function draft_send_draft_update();

create function draft_send_lead_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update draft_send s set email_campaign_id = new.email_campaign_id
   where s.workspace_id = new.workspace_id and s.lead_id = new.id;
  return null;
end $$;
create trigger lead_draft_send_update after update of email_campaign_id on lead
  for each row when (new.email_campaign_id is distinct from old.email_campaign_id)
  execute function draft_send_lead_update();

-- All of a workspace, after a bulk load that bypassed the triggers; how many rows there are.
create function recompute_draft_sends(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n bigint;
begin
  delete from draft_send s where s.workspace_id = ws;
  insert into draft_send
    select d.workspace_id, d.id, d.lead_id, l.email_campaign_id, d.channel, d.response_disposition, m.sent_at
      from ai_draft d
      join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
      join (select x.ai_draft_id, min(x.sent_at) as sent_at from message x
             where x.workspace_id = ws and x.ai_draft_id is not null and x.direction = 'outbound'
             group by x.ai_draft_id) m on m.ai_draft_id = d.id
     where d.workspace_id = ws and d.response_disposition is not null;
  get diagnostics n = row_count;
  return n;
end $$;
alter function rebuild_workspace(uuid) rename to rebuild_days;
create function rebuild_workspace(ws uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform rebuild_days(ws);
  perform recompute_draft_sends(ws);
end $$;
do $$
begin
  perform recompute_draft_sends(w.id) from workspace w;
end $$;

grant select on draft_send to signalbox_app;
grant execute on function has_provider_booking(meeting_booking_provider, text, text, text),
  booking_outcome(timestamptz, timestamptz, int, timestamptz, timestamptz, boolean, boolean),
  draft_send_message_insert(), draft_send_message_update(), draft_send_message_delete(), draft_send_draft_update(),
  draft_send_lead_update() to signalbox_app;

alter table draft_send enable row level security;
create policy draft_send_analytics on draft_send for select using (workspace_id = (select analytics_workspace()));
