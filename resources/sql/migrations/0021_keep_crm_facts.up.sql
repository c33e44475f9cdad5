-- What the summary of the CRM table counts (domain §7.8), kept on the row and in one index. Read from the leads it costs a
-- look at every lead of the workspace, a second for 350,000 rows of a million leads; kept, it is one range of an index.
set local role signalbox_owner;

-- What a lead tells its CRM row: the one definition of what is kept. A booking is kept that was not canceled.
create function crm_lead_facts(l lead)
  returns table (response_type text, is_booked boolean, is_kept boolean, booked_at timestamptz)
  language sql immutable parallel safe rows 1
begin atomic
  select crm_response_type(l.sentiment_tag, b.is_booked), b.is_booked,
         b.is_booked and is_kept(l.appointment_status, l.appointment_canceled_at), l.appointment_booked_at
    from (select has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri, null) as is_booked) b;
end;

alter table lead_crm_row
  add column response_type text not null default 'OTHER',
  add column is_booked boolean not null default false,
  add column is_kept boolean not null default false,
  add column booked_at timestamptz,
  add constraint lead_crm_row_booking_ck check (is_booked or not is_kept and booked_at is null);

-- The changes of a lead that its row keeps, and of no other: an ordinary update of a lead costs nothing.
create function crm_row_follow_lead() returns trigger
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
create trigger lead_crm_row_follow after update of sentiment_tag, appointment_booked_at, ghl_appointment_id,
    calendly_invitee_uri, appointment_status, appointment_canceled_at on lead
  for each row when ((new.sentiment_tag, new.appointment_booked_at, new.ghl_appointment_id, new.calendly_invitee_uri,
                      new.appointment_status, new.appointment_canceled_at)
                     is distinct from (old.sentiment_tag, old.appointment_booked_at, old.ghl_appointment_id,
                                       old.calendly_invitee_uri, old.appointment_status, old.appointment_canceled_at))
  execute function crm_row_follow_lead();

-- The lead is locked as its writers lock it: one who commits before is seen, and one who comes later sees this row.
create function crm_row_read_lead() returns trigger
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
create trigger lead_crm_row_read_lead before insert or update of workspace_id, lead_id on lead_crm_row
  for each row execute function crm_row_read_lead();

-- Compares the rows of a workspace with their leads in one snapshot: one row for each that differs. No rows: no drift.
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

-- Puts them right, after a bulk load that bypassed the triggers; how many were wrong. The leads of these are locked, so that
-- what is written is what they say now.
create function recompute_crm_facts(ws uuid) returns bigint
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
alter function rebuild_workspace(uuid) rename to rebuild_before_crm_facts;
create function rebuild_workspace(ws uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform rebuild_before_crm_facts(ws);
  perform recompute_crm_facts(ws);
end $$;

-- Filled before the generated column, which writes the table anew and so leaves no dead row behind; without the indexes that
-- it would build a second time. Nobody else writes a row or one of its leads until this is committed.
drop index lead_crm_row_interest_ix, lead_crm_row_mode_ix;
update lead_crm_row c
   set response_type = f.response_type, is_booked = f.is_booked, is_kept = f.is_kept, booked_at = f.booked_at
  from lead l cross join lateral crm_lead_facts(l) f
 where l.workspace_id = c.workspace_id and l.id = c.lead_id
   and (c.response_type, c.is_booked, c.is_kept, c.booked_at)
       is distinct from (f.response_type, f.is_booked, f.is_kept, f.booked_at);
-- Who answered (domain §7.8): as the row says, else as the first answer does.
alter table lead_crm_row
  add column responder_id uuid generated always as (coalesce(response_sent_by_user_id, answer_user_id)) stored;
create index lead_crm_row_mode_ix on lead_crm_row
  (workspace_id, effective_mode, interest_registered_at desc nulls last, created_at desc, id desc);
-- The order of the pages, and all that the summary reads.
create index lead_crm_row_interest_ix on lead_crm_row
  (workspace_id, interest_registered_at desc nulls last, created_at desc, id desc)
  include (effective_mode, response_type, responder_id, is_booked, is_kept, booked_at);

grant execute on function crm_lead_facts(lead), crm_row_follow_lead(), crm_row_read_lead(), verify_crm_facts(uuid),
  recompute_crm_facts(uuid) to signalbox_app;
