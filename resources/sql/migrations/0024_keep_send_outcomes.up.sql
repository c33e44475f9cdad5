-- What became of those who were written to, kept beside the writing: by a draft (domain §7.5: draft booking) or by a
-- reactivation. Read from the leads and the messages it costs a hash of every draft of a window, and a look at the row of
-- every lead of it: 370 ms and 210,000 buffers for 50,000 reactivations.
set local role signalbox_owner;

-- Whoever writes now is waited for: a trigger that had begun would go on in its old form.
lock table message, lead, ai_draft, reactivation_enrollment in share row exclusive mode;

-- The next send of the same lead, channel and disposition: a send is the latest of its unit in [from, to) if it lies there
-- and its next does not. And the booking that the lead shows; which campaign it is in was there before.
alter table draft_send
  add column next_sent_at timestamptz,
  add column has_booking boolean not null default false,
  add column booked_at timestamptz,
  add column is_booking_kept boolean not null default false;

-- When the lead first answered after it was written to, and when it booked. Null while nothing was sent.
alter table reactivation_enrollment
  add column answered_at timestamptz,
  add column booked_at timestamptz;

-- What a lead tells the sends of its drafts: the one definition of what is kept.
create function draft_lead_facts(l lead)
  returns table (email_campaign_id uuid, has_booking boolean, booked_at timestamptz, is_booking_kept boolean)
  language sql immutable parallel safe rows 1
begin atomic
  select l.email_campaign_id, b.has_booking, l.appointment_booked_at,
         b.has_booking and is_kept(l.appointment_status, l.appointment_canceled_at)
    from (select has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri,
                             l.calendly_scheduled_event_uri)) b;
end;

-- Which send follows which. Read by workspace, or by workspaces and leads: both conditions reach draft_send_lead_ix.
create view draft_send_order as
  select s.workspace_id, s.lead_id, s.draft_id, s.next_sent_at as stored,
         lead(s.sent_at) over (partition by s.workspace_id, s.lead_id, s.channel, s.disposition
                               order by s.sent_at, s.draft_id) as next_sent_at
    from draft_send s;

-- What the enrollments keep and what they must keep. Read by workspace, or by workspaces and leads.
create view reactivation_truth as
  select e.workspace_id, e.lead_id, e.id, e.status, e.sent_at, e.answered_at as stored_answered_at,
         e.booked_at as stored_booked_at, t.answered_at, t.booked_at,
         (e.answered_at, e.booked_at) is not distinct from (t.answered_at, t.booked_at) as is_stored
    from reactivation_enrollment e
    join lead l on l.workspace_id = e.workspace_id and l.id = e.lead_id
   cross join lateral (
     select case when e.status = 'sent' then
                   (select m.sent_at from message m
                     where m.workspace_id = e.workspace_id and m.lead_id = e.lead_id and m.direction = 'inbound'
                       and m.sent_at > e.sent_at
                     order by m.sent_at limit 1) end as answered_at,
            case when e.status = 'sent' and e.sent_at is not null then l.appointment_booked_at end as booked_at) t;

-- The rows that are there already.
update draft_send s
   set next_sent_at = o.next_sent_at, has_booking = f.has_booking, booked_at = f.booked_at,
       is_booking_kept = f.is_booking_kept
  from draft_send_order o
  join lead l on l.workspace_id = o.workspace_id and l.id = o.lead_id
 cross join lateral draft_lead_facts(l) f
 where s.workspace_id = o.workspace_id and s.draft_id = o.draft_id and (o.next_sent_at is not null or f.has_booking);
alter table reactivation_enrollment disable trigger user;
update reactivation_enrollment e set answered_at = t.answered_at, booked_at = t.booked_at
  from reactivation_truth t where not t.is_stored and e.workspace_id = t.workspace_id and e.id = t.id;
alter table reactivation_enrollment enable trigger user;

-- All that a window reads, so that none touches the tables. Sends that have a next, and those of leads with a booking, are
-- few. For that the tables are to be vacuumed before a window's worth of them has changed.
create index draft_send_next_ix on draft_send (workspace_id, sent_at)
  include (next_sent_at, email_campaign_id, channel, disposition) where next_sent_at is not null;
create index draft_send_booking_ix on draft_send (workspace_id, sent_at)
  include (next_sent_at, email_campaign_id, channel, disposition, booked_at, is_booking_kept) where has_booking;
drop index draft_send_sent_ix, reactivation_enrollment_sent_ix;
create index draft_send_sent_ix on draft_send (workspace_id, sent_at) include (email_campaign_id, channel, disposition);
create index reactivation_enrollment_sent_ix on reactivation_enrollment (workspace_id, sent_at)
  include (campaign_id, answered_at, booked_at) where status = 'sent';
create index reactivation_enrollment_lead_ix on reactivation_enrollment (workspace_id, lead_id);
alter table draft_send set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);
alter table reactivation_enrollment set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 5000);

-- Puts the order of some leads' sends right; how many were wrong. Whoever changed a send of a lead comes here afterwards:
-- the lock comes first, in a statement of its own, so that the second of two sees what the first one committed. (Its plan
-- is the same for one lead and for many, and costs more to make than to run.)
create function settle_draft_order(workspaces uuid[], leads uuid[]) returns bigint
  language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  outer_settling constant text := coalesce(current_setting('app.settling_sends', true), '');
  settled bigint;
begin
  if leads is null then
    return 0;
  end if;
  perform from lead l
    where l.workspace_id = any (workspaces) and l.id = any (leads) order by l.workspace_id, l.id for no key update;
  if not found then
    return 0;  -- they are being deleted, and their drafts with them
  end if;
  perform set_config('app.settling_sends', 'on', true);
  update draft_send s set next_sent_at = o.next_sent_at
    from draft_send_order o
   where o.workspace_id = any (workspaces) and o.lead_id = any (leads) and o.stored is distinct from o.next_sent_at
     and s.workspace_id = o.workspace_id and s.draft_id = o.draft_id;
  get diagnostics settled = row_count;
  perform set_config('app.settling_sends', outer_settling, true);
  return settled;
end $$;

-- As in migration 0014, with the lead's booking and the order of its sends; of a draft that was moved also that of the lead
-- it was sent to before.
create or replace function draft_send_settle(drafts uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  outer_settling constant text := coalesce(current_setting('app.settling_sends', true), '');
  workspaces uuid[];
  leads uuid[];
  written uuid[];
begin
  if drafts is null then
    return;
  end if;
  select array_agg(distinct d.workspace_id), array_agg(distinct x.lead_id) into workspaces, leads
    from ai_draft d
    left join draft_send s on s.workspace_id = d.workspace_id and s.draft_id = d.id
   cross join lateral (values (d.lead_id), (s.lead_id)) x (lead_id)
   where d.id = any (drafts) and x.lead_id is not null;
  perform from lead l
    where l.workspace_id = any (workspaces) and l.id = any (leads) order by l.workspace_id, l.id for no key update;
  perform set_config('app.settling_sends', 'on', true);
  with upserted as (
    insert into draft_send as s
        (workspace_id, draft_id, lead_id, email_campaign_id, channel, disposition, sent_at, has_booking, booked_at,
         is_booking_kept)
      select d.workspace_id, d.id, d.lead_id, f.email_campaign_id, d.channel, d.response_disposition, m.sent_at,
             f.has_booking, f.booked_at, f.is_booking_kept
        from ai_draft d
        join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
       cross join lateral draft_lead_facts(l) f
       cross join lateral (select x.sent_at from message x
                            where x.workspace_id = d.workspace_id and x.ai_draft_id = d.id and x.direction = 'outbound'
                            order by x.sent_at limit 1) m
       where d.id = any (drafts) and d.response_disposition is not null
      on conflict (workspace_id, draft_id) do update
        set lead_id = excluded.lead_id, email_campaign_id = excluded.email_campaign_id, channel = excluded.channel,
            disposition = excluded.disposition, sent_at = excluded.sent_at, has_booking = excluded.has_booking,
            booked_at = excluded.booked_at, is_booking_kept = excluded.is_booking_kept
        where (s.lead_id, s.email_campaign_id, s.channel, s.disposition, s.sent_at, s.has_booking, s.booked_at,
               s.is_booking_kept)
              is distinct from (excluded.lead_id, excluded.email_campaign_id, excluded.channel, excluded.disposition,
                                excluded.sent_at, excluded.has_booking, excluded.booked_at, excluded.is_booking_kept)
      returning s.lead_id)
  select array_agg(u.lead_id) into written from upserted u;
  delete from draft_send s using ai_draft d
    where d.id = any (drafts) and s.workspace_id = d.workspace_id and s.draft_id = d.id
      and (d.response_disposition is null
           or not exists (select from message x
                           where x.workspace_id = d.workspace_id and x.ai_draft_id = d.id and x.direction = 'outbound'));
  perform set_config('app.settling_sends', outer_settling, true);
  perform settle_draft_order(workspaces, leads || written);
end $$;

-- A draft that moves may have been sent meanwhile, by one who holds the lead it leaves: only behind that lock is the send
-- seen.
create or replace function draft_send_draft_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.lead_id is distinct from old.lead_id then
    perform from lead l
      where l.workspace_id = new.workspace_id and l.id in (old.lead_id, new.lead_id)
      order by l.workspace_id, l.id for no key update;
  end if;
  perform draft_send_settle(array[new.id]);
  return null;
end $$;

-- Whoever else writes sends: drafts that are deleted take theirs along.
create function draft_send_order_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_draft_order(array_agg(distinct r.workspace_id), array_agg(distinct r.lead_id)) from removed r;
  return null;
end $$;
create function draft_send_order_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_draft_order(array_agg(distinct a.workspace_id), array_agg(distinct a.lead_id)) from added a;
  return null;
end $$;
create function draft_send_order_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_draft_order(array_agg(distinct x.workspace_id), array_agg(distinct x.lead_id))
     from (select r.workspace_id, r.lead_id from removed r union select a.workspace_id, a.lead_id from added a) x;
  return null;
end $$;
create trigger draft_send_order_insert after insert on draft_send referencing new table as added
  for each statement when (coalesce(current_setting('app.settling_sends', true), '') <> 'on')
  execute function draft_send_order_insert();
create trigger draft_send_order_update after update on draft_send
  referencing old table as removed new table as added
  for each statement when (coalesce(current_setting('app.settling_sends', true), '') <> 'on')
  execute function draft_send_order_update();
create trigger draft_send_order_delete after delete on draft_send referencing old table as removed
  for each statement when (coalesce(current_setting('app.settling_sends', true), '') <> 'on')
  execute function draft_send_order_delete();

-- What a lead tells its sends and its enrollments, and nothing else: an ordinary update of a lead costs nothing. Neither
-- order changes by it, and it is no edit of the enrollment.
create or replace function draft_send_lead_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  outer_settling constant text := coalesce(current_setting('app.settling_sends', true), '');
begin
  perform set_config('app.settling_sends', 'on', true);
  update draft_send s
     set email_campaign_id = f.email_campaign_id, has_booking = f.has_booking, booked_at = f.booked_at,
         is_booking_kept = f.is_booking_kept
    from draft_lead_facts(new) f
   where s.workspace_id = new.workspace_id and s.lead_id = new.id
     and (s.email_campaign_id, s.has_booking, s.booked_at, s.is_booking_kept)
         is distinct from (f.email_campaign_id, f.has_booking, f.booked_at, f.is_booking_kept);
  if new.appointment_booked_at is distinct from old.appointment_booked_at then
    update reactivation_enrollment e set booked_at = new.appointment_booked_at
     where e.workspace_id = new.workspace_id and e.lead_id = new.id and e.status = 'sent' and e.sent_at is not null
       and e.booked_at is distinct from new.appointment_booked_at;
  end if;
  perform set_config('app.settling_sends', outer_settling, true);
  return null;
end $$;
drop trigger lead_draft_send_update on lead;
create trigger lead_draft_send_update after update of email_campaign_id, appointment_booked_at, appointment_status,
    appointment_canceled_at, ghl_appointment_id, calendly_invitee_uri, calendly_scheduled_event_uri on lead
  for each row when ((new.email_campaign_id, new.appointment_booked_at, new.appointment_status,
                      new.appointment_canceled_at, new.ghl_appointment_id, new.calendly_invitee_uri,
                      new.calendly_scheduled_event_uri)
                     is distinct from (old.email_campaign_id, old.appointment_booked_at, old.appointment_status,
                                       old.appointment_canceled_at, old.ghl_appointment_id, old.calendly_invitee_uri,
                                       old.calendly_scheduled_event_uri))
  execute function draft_send_lead_update();

-- The lead is locked as its writers lock it: one who commits before is seen, and one who comes later sees this row. That of
-- which the enrollment was before needs no lock, and none is needed where nothing is kept: whoever writes to the lead finds
-- the enrollment changed once he has waited for its row.
--
-- Rows are locked before their triggers run, and writers of a lead lock it before its enrollments. So whoever changes lead,
-- status or time of an enrollment locks its lead first (both, if it moves); else one of two may be refused as a deadlock.
create function reactivation_read_lead() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.answered_at := null;
  new.booked_at := null;
  if new.status = 'sent' and new.sent_at is not null then
    perform from lead l where l.workspace_id = new.workspace_id and l.id = new.lead_id for no key update;
    select l.appointment_booked_at,
           (select m.sent_at from message m
             where m.workspace_id = new.workspace_id and m.lead_id = new.lead_id and m.direction = 'inbound'
               and m.sent_at > new.sent_at
             order by m.sent_at limit 1)
      into new.booked_at, new.answered_at
      from lead l where l.workspace_id = new.workspace_id and l.id = new.lead_id;
  end if;
  return new;
end $$;
create trigger reactivation_read_lead
  before insert or update of workspace_id, lead_id, status, sent_at on reactivation_enrollment
  for each row execute function reactivation_read_lead();

-- Puts the enrollments of some leads right; how many were wrong. It is no edit: the data version moves with what was
-- written to the lead. An enrollment that another has changed meanwhile is left as that one found it: an update that waited
-- for a row looks only at the row's own columns again, so they are asked for once more.
create function settle_reactivations(workspaces uuid[], leads uuid[]) returns bigint
  language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  outer_settling constant text := coalesce(current_setting('app.settling_sends', true), '');
  settled bigint;
begin
  if leads is null then
    return 0;
  end if;
  perform from lead l
    where l.workspace_id = any (workspaces) and l.id = any (leads) order by l.workspace_id, l.id for no key update;
  perform set_config('app.settling_sends', 'on', true);
  update reactivation_enrollment e set answered_at = t.answered_at, booked_at = t.booked_at
    from reactivation_truth t
   where t.workspace_id = any (workspaces) and t.lead_id = any (leads) and not t.is_stored
     and e.workspace_id = t.workspace_id and e.id = t.id
     and (e.lead_id, e.status, e.sent_at) is not distinct from (t.lead_id, t.status, t.sent_at);
  get diagnostics settled = row_count;
  perform set_config('app.settling_sends', outer_settling, true);
  return settled;
end $$;

-- By name they run after message_after_*, which hold the leads' locks by then. Nearly every message is of a lead that was
-- not reactivated, and is found to be so by one probe of an index.
create function reactivation_message_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  outer_settling constant text := coalesce(current_setting('app.settling_sends', true), '');
  workspaces uuid[];
  leads uuid[];
  ids uuid[];
  answers timestamptz[];
begin
  select array_agg(x.workspace_id), array_agg(x.lead_id), array_agg(x.id), array_agg(x.answered_at)
    into workspaces, leads, ids, answers
    from (select e.workspace_id, a.lead_id, e.id, min(a.sent_at) as answered_at
            from added a
           cross join lateral (select r.workspace_id, r.id from reactivation_enrollment r
                                where r.workspace_id = a.workspace_id and r.lead_id = a.lead_id and r.status = 'sent'
                                  and r.sent_at < a.sent_at and (r.answered_at > a.sent_at or r.answered_at is null)
                               offset 0) e
           where a.direction = 'inbound'
           group by e.workspace_id, a.lead_id, e.id) x;
  if ids is not null then
    perform set_config('app.settling_sends', 'on', true);
    update reactivation_enrollment e set answered_at = x.answered_at
      from unnest(workspaces, leads, ids, answers) x (workspace_id, lead_id, id, answered_at)
     where e.workspace_id = x.workspace_id and e.id = x.id and e.lead_id = x.lead_id and e.status = 'sent'
       and e.sent_at < x.answered_at and (e.answered_at > x.answered_at or e.answered_at is null);
    perform set_config('app.settling_sends', outer_settling, true);
  end if;
  return null;
end $$;
-- Edits and deletes are rare: all enrollments of the leads they touch are looked at.
create function reactivation_message_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_reactivations(array_agg(distinct x.workspace_id), array_agg(distinct x.lead_id))
     from (select c.workspace_id, c.lead_id
             from (select r.workspace_id, r.id, r.lead_id, r.sent_at from removed r where r.direction = 'inbound'
                   union all
                   select a.workspace_id, a.id, a.lead_id, a.sent_at from added a where a.direction = 'inbound') c
            group by c.workspace_id, c.id, c.lead_id, c.sent_at having count(*) = 1) x;
  return null;
end $$;
create function reactivation_message_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_reactivations(array_agg(distinct r.workspace_id), array_agg(distinct r.lead_id))
     from removed r where r.direction = 'inbound';
  return null;
end $$;
create trigger message_reactivation_insert after insert on message referencing new table as added
  for each statement execute function reactivation_message_insert();
create trigger message_reactivation_update after update on message referencing old table as removed new table as added
  for each statement when (coalesce(current_setting('app.settling_messages', true), '') <> 'on')
  execute function reactivation_message_update();
create trigger message_reactivation_delete after delete on message referencing old table as removed
  for each statement execute function reactivation_message_delete();
drop trigger analytics_ledger_update on reactivation_enrollment;
create trigger analytics_ledger_update after update on reactivation_enrollment referencing new table as changed
  for each statement when (coalesce(current_setting('app.settling_sends', true), '') <> 'on')
  execute function analytics_ledger();

-- As in migration 0023, with all that is kept. No rows: no drift.
create or replace function verify_draft_sends(ws uuid) returns table (draft_id uuid, expected text, found text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(t.draft_id, s.draft_id), t.facts, s.facts
    from (select x.draft_id,
                 row (x.lead_id, x.email_campaign_id, x.channel, x.disposition, x.sent_at, x.has_booking, x.booked_at,
                      x.is_booking_kept,
                      lead(x.sent_at) over (partition by x.lead_id, x.channel, x.disposition
                                            order by x.sent_at, x.draft_id))::text as facts
            from (select d.id as draft_id, d.lead_id, f.email_campaign_id, d.channel, d.response_disposition as disposition,
                         m.sent_at, f.has_booking, f.booked_at, f.is_booking_kept
                    from ai_draft d
                    join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
                   cross join lateral draft_lead_facts(l) f
                    join (select x.ai_draft_id, min(x.sent_at) as sent_at from message x
                           where x.workspace_id = ws and x.ai_draft_id is not null and x.direction = 'outbound'
                           group by x.ai_draft_id) m on m.ai_draft_id = d.id
                   where d.workspace_id = ws and d.response_disposition is not null) x) t
    full join (select k.draft_id,
                      row (k.lead_id, k.email_campaign_id, k.channel, k.disposition, k.sent_at, k.has_booking, k.booked_at,
                           k.is_booking_kept, k.next_sent_at)::text as facts
                 from draft_send k where k.workspace_id = ws) s on s.draft_id = t.draft_id
   where t.facts is distinct from s.facts;
end;

-- Enrollments that do not keep what became of them. No rows: no drift.
create function verify_reactivations(ws uuid) returns table (enrollment_id uuid, expected text, found text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.id, row (t.answered_at, t.booked_at)::text, row (t.stored_answered_at, t.stored_booked_at)::text
    from reactivation_truth t where t.workspace_id = ws and not t.is_stored;
end;
-- How many were wrong.
create function mend_reactivations(ws uuid) returns bigint
  language sql security definer set search_path = public, pg_temp
  return settle_reactivations(array[ws], (select array_agg(distinct t.lead_id) from reactivation_truth t
                                           where t.workspace_id = ws and not t.is_stored));

-- All of a workspace, after a bulk load that bypassed the triggers; how many rows there are.
create or replace function recompute_draft_sends(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  outer_settling constant text := coalesce(current_setting('app.settling_sends', true), '');
  n bigint;
begin
  perform set_config('app.settling_sends', 'on', true);
  delete from draft_send s where s.workspace_id = ws;
  insert into draft_send (workspace_id, draft_id, lead_id, email_campaign_id, channel, disposition, sent_at, has_booking,
                          booked_at, is_booking_kept, next_sent_at)
    select d.workspace_id, d.id, d.lead_id, f.email_campaign_id, d.channel, d.response_disposition, m.sent_at,
           f.has_booking, f.booked_at, f.is_booking_kept,
           lead(m.sent_at) over (partition by d.lead_id, d.channel, d.response_disposition order by m.sent_at, d.id)
      from ai_draft d
      join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
     cross join lateral draft_lead_facts(l) f
      join (select x.ai_draft_id, min(x.sent_at) as sent_at from message x
             where x.workspace_id = ws and x.ai_draft_id is not null and x.direction = 'outbound'
             group by x.ai_draft_id) m on m.ai_draft_id = d.id
     where d.workspace_id = ws and d.response_disposition is not null;
  get diagnostics n = row_count;
  perform set_config('app.settling_sends', outer_settling, true);
  analyze draft_send;  -- it is read next
  return n;
end $$;

alter function rebuild_workspace(uuid) rename to rebuild_before_reactivations;
create function rebuild_workspace(ws uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform rebuild_before_reactivations(ws);
  perform mend_reactivations(ws);
end $$;

grant execute on function verify_reactivations(uuid), mend_reactivations(uuid) to signalbox_app;
