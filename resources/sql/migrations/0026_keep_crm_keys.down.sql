set local role signalbox_owner;

-- As on the way up: readers of leads do not wait.
lock table lead in share row exclusive mode;

create index lead_crm_row_mode_old_ix on lead_crm_row
  (workspace_id, effective_mode, interest_registered_at desc nulls last, created_at desc, id desc);
create index lead_crm_row_interest_old_ix on lead_crm_row
  (workspace_id, interest_registered_at desc nulls last, created_at desc, id desc)
  include (effective_mode, response_type, responder_id, is_booked, is_kept, booked_at);
drop index lead_crm_row_text_ix, lead_crm_row_interest_ix, lead_crm_row_mode_ix;
alter index lead_crm_row_mode_old_ix rename to lead_crm_row_mode_ix;
alter index lead_crm_row_interest_old_ix rename to lead_crm_row_interest_ix;
alter policy lead_crm_row_read on lead_crm_row using (
  workspace_id = any ((select full_workspaces())::uuid[])
  or (workspace_id = any ((select own_workspaces())::uuid[])
      and exists (select from lead l where l.workspace_id = lead_crm_row.workspace_id and l.id = lead_crm_row.lead_id)));
alter table lead_crm_row reset (autovacuum_vacuum_scale_factor);
drop function verify_crm_facts(uuid), crm_lead_facts(lead), crm_row_facts(lead_crm_row);
alter table lead_crm_row
  drop column channel_key, drop column lead_type_key, drop column application_key, drop column notes_key,
  drop column campaign_key, drop column category_key, drop column status_key, drop column company_key,
  drop column website_key, drop column first_name_key, drop column last_name_key, drop column job_title_key,
  drop column email_key, drop column linkedin_key, drop column phone_key, drop column lead_tag, drop column lead_status,
  drop column lead_score, drop column assignee_id, drop column meeting_at, drop column snoozed_until,
  drop column email_campaign_id, drop column sms_campaign_id, drop column campaign_id;
drop function crm_sort_key(text);

create function crm_lead_facts(l lead)
  returns table (response_type text, is_booked boolean, is_kept boolean, booked_at timestamptz)
  language sql immutable parallel safe rows 1
begin atomic
  select crm_response_type(l.sentiment_tag, b.is_booked), b.is_booked,
         b.is_booked and is_kept(l.appointment_status, l.appointment_canceled_at), l.appointment_booked_at
    from (select has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri, null) as is_booked) b;
end;

create or replace function crm_row_follow_lead() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update lead_crm_row c
     set response_type = f.response_type, is_booked = f.is_booked, is_kept = f.is_kept, booked_at = f.booked_at
    from crm_lead_facts(new) f
   where c.workspace_id = new.workspace_id and c.lead_id = new.id
     and (c.response_type, c.is_booked, c.is_kept, c.booked_at)
         is distinct from (f.response_type, f.is_booked, f.is_kept, f.booked_at);
  return null;
end $$;
create or replace trigger lead_crm_row_follow after update of sentiment_tag, appointment_booked_at, ghl_appointment_id,
    calendly_invitee_uri, appointment_status, appointment_canceled_at on lead
  for each row when ((new.sentiment_tag, new.appointment_booked_at, new.ghl_appointment_id, new.calendly_invitee_uri,
                      new.appointment_status, new.appointment_canceled_at)
                     is distinct from (old.sentiment_tag, old.appointment_booked_at, old.ghl_appointment_id,
                                       old.calendly_invitee_uri, old.appointment_status, old.appointment_canceled_at))
  execute function crm_row_follow_lead();

create or replace function crm_row_read_lead() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead l where l.workspace_id = new.workspace_id and l.id = new.lead_id for no key update;
  if found then
    select f.response_type, f.is_booked, f.is_kept, f.booked_at
      into new.response_type, new.is_booked, new.is_kept, new.booked_at
      from lead l cross join lateral crm_lead_facts(l) f
     where l.workspace_id = new.workspace_id and l.id = new.lead_id;
  end if;
  return new;
end $$;
create function verify_crm_facts(ws uuid) returns table (row_id uuid, expected text, found text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, row (f.response_type, f.is_booked, f.is_kept, f.booked_at)::text,
         row (c.response_type, c.is_booked, c.is_kept, c.booked_at)::text
    from lead_crm_row c
    join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
   cross join lateral crm_lead_facts(l) f
   where c.workspace_id = ws
     and (c.response_type, c.is_booked, c.is_kept, c.booked_at)
         is distinct from (f.response_type, f.is_booked, f.is_kept, f.booked_at);
end;

create or replace function recompute_crm_facts(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  drifted uuid[];
  changed bigint;
begin
  select array_agg(v.row_id) into drifted from verify_crm_facts(ws) v;
  if drifted is null then
    return 0;
  end if;
  perform from lead_crm_row c join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
    where c.workspace_id = ws and c.id = any (drifted) order by l.id for no key update of l;
  update lead_crm_row c
     set response_type = f.response_type, is_booked = f.is_booked, is_kept = f.is_kept, booked_at = f.booked_at
    from lead l cross join lateral crm_lead_facts(l) f
   where c.workspace_id = ws and c.id = any (drifted) and l.workspace_id = c.workspace_id and l.id = c.lead_id
     and (c.response_type, c.is_booked, c.is_kept, c.booked_at)
         is distinct from (f.response_type, f.is_booked, f.is_kept, f.booked_at);
  get diagnostics changed = row_count;
  return changed;
end $$;
grant execute on function crm_lead_facts(lead), verify_crm_facts(uuid) to signalbox_app;
