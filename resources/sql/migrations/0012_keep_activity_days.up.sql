-- Facts derived from messages that make every window of analytics cheap and exact (domain §7.1–7.2).
--
-- `previous_at` is the lead's previous message of the same direction. The leads with a message in [from, to) are the
-- messages in it whose predecessor lies before `from`: a count that adds up over cells of (day, previous day), so it is
-- read from a grid, and from the messages themselves only where a bound cuts a day. Counting distinct leads instead takes
-- 420 ms for 580,000 messages.
--
-- The grid has a ledger beside it, as the inbox counts have (DESIGN D2): writers append, a job folds, readers add both. The
-- ledger holds the times and not the days, so a workspace may change its time zone while others write.
set local role signalbox_owner;

-- Monday to Friday, 09:00 to 16:59 in New York (domain §7.1); the same rule as isBusinessHour() in core/analytics.
create function is_business_hour(at timestamptz) returns boolean language sql immutable parallel safe
  return extract(isodow from at at time zone 'America/New_York') < 6
         and extract(hour from at at time zone 'America/New_York') between 9 and 16;

-- Where the gap that ends with a message began: at its predecessor in lead and channel, if that is an answered message of
-- the other side (domain §7.2). Null: the pair is no sample.
create function gap_start(previous_at timestamptz, previous_direction text, sent_at timestamptz, direction text)
  returns timestamptz language sql immutable parallel safe
  return case when previous_direction <> direction and previous_at < sent_at and sent_at - previous_at <= interval '7 days'
                   and is_business_hour(previous_at) and is_business_hour(sent_at) then previous_at end;

-- Where a local day begins: at the first midnight where the clock is set back over it, at the jump where it skips it. And
-- the day of an instant: the last one that has begun, so that days never interleave, whatever the clock shows.
create function day_begin(day date, zone text) returns timestamptz
  language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
declare
  midnight constant timestamp := day;
  last constant timestamptz := midnight at time zone zone;  -- the second of two midnights
  offset_before constant interval := ((last - interval '12 hours') at time zone zone)
                                     - ((last - interval '12 hours') at time zone 'UTC');
  first constant timestamptz := (midnight - offset_before) at time zone 'UTC';
begin
  return case when first at time zone zone = midnight then first else last end;
end $$;
create function local_day(at timestamptz, zone text) returns date language plpgsql immutable parallel safe as $$
declare
  shown constant date := (at at time zone zone)::date;
begin
  if ((at + interval '3 hours') at time zone zone)::date > shown and day_begin(shown + 1, zone) <= at then
    return shown + 1;
  end if;
  return shown;
end $$;

-- The time zone a workspace's days are cut by: its own, or UTC when that is not set or unknown.
create table workspace_zone (
  workspace_id uuid not null,
  zone text not null,
  constraint workspace_zone_pk primary key (workspace_id),
  constraint workspace_zone_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);
create function known_zone(zone text) returns text
  language sql stable security definer set search_path = public, pg_temp
  return case when zone is null or zone = 'UTC' then 'UTC'
              else coalesce((select z.name from pg_timezone_names z where z.name = zone), 'UTC') end;
insert into workspace_zone (workspace_id, zone) select w.id, known_zone(w.timezone) from workspace w;

-- Messages by local day and by the day of their predecessor in lead and direction.
create table message_day (
  workspace_id uuid not null,
  day date not null,
  direction text not null,
  previous_day date not null,               -- -infinity: the lead's first one of this direction
  channel text not null,
  n bigint not null,
  constraint message_day_pk primary key (workspace_id, day, direction, previous_day, channel),
  constraint message_day_n_ck check (n > 0),
  constraint message_day_order_ck check (previous_day <= day),
  constraint message_day_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

-- No foreign key: it would lock the workspace's row in every writer. Rows of a deleted workspace are dropped by the fold.
create table message_day_delta (
  id bigint generated always as identity,
  workspace_id uuid not null,
  direction text not null,
  channel text not null,
  sent_at timestamptz not null,
  previous_at timestamptz,
  n int not null,
  constraint message_day_delta_pk primary key (workspace_id, id)
);
alter table message_day_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);

alter table message add column previous_at timestamptz, add column gap_from timestamptz;

-- What the two columns of the messages of some leads must be.
create function message_truth(leads uuid[])
  returns table (workspace_id uuid, id uuid, previous_at timestamptz, gap_from timestamptz, is_stored boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.workspace_id, t.id, t.previous_at, t.gap_from,
         (t.stored_previous_at, t.stored_gap_from) is not distinct from (t.previous_at, t.gap_from)
    from (select m.workspace_id, m.id, m.previous_at as stored_previous_at, m.gap_from as stored_gap_from,
                 lag(m.sent_at) over same_direction as previous_at,
                 gap_start(lag(m.sent_at) over same_channel, lag(m.direction) over same_channel, m.sent_at, m.direction)
                   as gap_from
            from lead l join message m on m.workspace_id = l.workspace_id and m.lead_id = l.id
           where l.id = any (leads)
          window same_direction as (partition by m.workspace_id, m.lead_id, m.direction order by m.sent_at, m.id),
                 same_channel as (partition by m.workspace_id, m.lead_id, m.channel order by m.sent_at, m.id)) t;
end;

-- Writes the columns of messages that are not what they must be. The ledger sees the update as any other; the trigger that
-- follows edits does not, or it would call itself for ever.
create function store_message_truth(workspaces uuid[], ids uuid[], previous timestamptz[], gaps timestamptz[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.settling_messages', 'on', true);
  update message m set previous_at = t.previous_at, gap_from = t.gap_from
    from unnest(workspaces, ids, previous, gaps) t (workspace_id, id, previous_at, gap_from)
   where m.workspace_id = t.workspace_id and m.id = t.id;
  perform set_config('app.settling_messages', '', true);
end $$;

-- Puts the columns of all messages of some leads right; how many were wrong. The lock comes first, in a statement of its
-- own: what another writer committed before we got it is then in the next statement's snapshot, and what it commits later
-- it settles itself.
create function settle_messages(leads uuid[]) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  workspaces uuid[];
  ids uuid[];
  previous timestamptz[];
  gaps timestamptz[];
begin
  perform from lead l where l.id = any (leads) order by l.workspace_id, l.id for no key update;
  select array_agg(t.workspace_id), array_agg(t.id), array_agg(t.previous_at), array_agg(t.gap_from)
    into workspaces, ids, previous, gaps
    from message_truth(leads) t where not t.is_stored;
  if ids is null then
    return 0;
  end if;
  perform store_message_truth(workspaces, ids, previous, gaps);
  return cardinality(ids);
end $$;

-- Nearly every message is the newest of its lead, so what its columns must be is known before it is stored; two writers of
-- one lead at once, and messages out of order, are put right by the step that follows under the lead's lock.
create function message_before_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before record;
begin
  new.previous_at := (select m.sent_at from message m
                       where m.workspace_id = new.workspace_id and m.lead_id = new.lead_id and m.direction = new.direction
                         and (m.sent_at, m.id) < (new.sent_at, new.id)
                       order by m.sent_at desc, m.id desc limit 1);
  select m.sent_at, m.direction into before from message m
   where m.workspace_id = new.workspace_id and m.lead_id = new.lead_id and m.channel = new.channel
     and (m.sent_at, m.id) < (new.sent_at, new.id)
   order by m.sent_at desc, m.id desc limit 1;
  new.gap_from := gap_start(before.sent_at, before.direction, new.sent_at, new.direction);
  return new;
end $$;

-- The added messages again, now that nobody else writes to their leads, and the ones they came before.
create function message_settle_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  workspaces uuid[];
  ids uuid[];
  previous timestamptz[];
  gaps timestamptz[];
begin
  with touched as (
    select a.workspace_id, a.id, a.lead_id, a.direction, a.channel, a.sent_at, a.previous_at, a.gap_from from added a
    union
    select a.workspace_id, x.id, a.lead_id, x.direction, x.channel, x.sent_at, x.previous_at, x.gap_from
      from added a
      cross join lateral (select m.id, m.direction, m.channel, m.sent_at, m.previous_at, m.gap_from from message m
                           where m.workspace_id = a.workspace_id and m.lead_id = a.lead_id and m.direction = a.direction
                             and (m.sent_at, m.id) > (a.sent_at, a.id)
                           order by m.sent_at, m.id limit 1) x
    union
    select a.workspace_id, x.id, a.lead_id, x.direction, x.channel, x.sent_at, x.previous_at, x.gap_from
      from added a
      cross join lateral (select m.id, m.direction, m.channel, m.sent_at, m.previous_at, m.gap_from from message m
                           where m.workspace_id = a.workspace_id and m.lead_id = a.lead_id and m.channel = a.channel
                             and (m.sent_at, m.id) > (a.sent_at, a.id)
                           order by m.sent_at, m.id limit 1) x),
  truth as (
    select t.workspace_id, t.id, t.previous_at as stored_previous_at, t.gap_from as stored_gap_from,
           d.sent_at as previous_at, gap_start(c.sent_at, c.direction, t.sent_at, t.direction) as gap_from
      from touched t
      left join lateral (select m.sent_at from message m
                          where m.workspace_id = t.workspace_id and m.lead_id = t.lead_id and m.direction = t.direction
                            and (m.sent_at, m.id) < (t.sent_at, t.id)
                          order by m.sent_at desc, m.id desc limit 1) d on true
      left join lateral (select m.sent_at, m.direction from message m
                          where m.workspace_id = t.workspace_id and m.lead_id = t.lead_id and m.channel = t.channel
                            and (m.sent_at, m.id) < (t.sent_at, t.id)
                          order by m.sent_at desc, m.id desc limit 1) c on true)
  select array_agg(t.workspace_id), array_agg(t.id), array_agg(t.previous_at), array_agg(t.gap_from)
    into workspaces, ids, previous, gaps
    from truth t where (t.stored_previous_at, t.stored_gap_from) is distinct from (t.previous_at, t.gap_from);
  if ids is not null then
    perform store_message_truth(workspaces, ids, previous, gaps);
  end if;
  return null;
end $$;

-- Edits and deletes are rare: all messages of the leads they touch are looked at.
create function message_settle_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_messages(array(select r.lead_id from removed r union select a.lead_id from added a));
  return null;
end $$;
create function message_settle_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_messages(array(select distinct r.lead_id from removed r));
  return null;
end $$;

-- The ledger follows what is stored, whoever stores it and whatever for.
create function message_ledger_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into message_day_delta (workspace_id, direction, channel, sent_at, previous_at, n)
    select workspace_id, direction, channel, sent_at, previous_at, 1 from added;
  return null;
end $$;
create function message_ledger_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into message_day_delta (workspace_id, direction, channel, sent_at, previous_at, n)
    select workspace_id, direction, channel, sent_at, previous_at, -1 from removed;
  return null;
end $$;
create function message_ledger_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into message_day_delta (workspace_id, direction, channel, sent_at, previous_at, n)
    select c.workspace_id, c.direction, c.channel, c.sent_at, c.previous_at, sum(c.n)
      from (select workspace_id, direction, channel, sent_at, previous_at, 1 as n from added
            union all
            select workspace_id, direction, channel, sent_at, previous_at, -1 from removed) c
     group by 1, 2, 3, 4, 5 having sum(c.n) <> 0;
  return null;
end $$;

-- By name, a statement's triggers run in the order after, ledger, settle: the first one takes the leads' locks.
create trigger message_before_insert before insert on message for each row execute function message_before_insert();
create trigger message_ledger_insert after insert on message referencing new table as added
  for each statement execute function message_ledger_insert();
create trigger message_ledger_update after update on message referencing old table as removed new table as added
  for each statement execute function message_ledger_update();
create trigger message_ledger_delete after delete on message referencing old table as removed
  for each statement execute function message_ledger_delete();
create trigger message_settle_insert after insert on message referencing new table as added
  for each statement execute function message_settle_insert();
create trigger message_settle_update after update on message referencing old table as removed new table as added
  for each statement when (coalesce(current_setting('app.settling_messages', true), '') <> 'on')
  execute function message_settle_update();
create trigger message_settle_delete after delete on message referencing old table as removed
  for each statement execute function message_settle_delete();
-- Settling moves nothing that a lead keeps of its messages.
drop trigger message_after_update on message;
create trigger message_after_update after update on message referencing old table as removed new table as added
  for each statement when (coalesce(current_setting('app.settling_messages', true), '') <> 'on')
  execute function message_after_change();

-- The cells that the stored messages of a workspace make. Days are found by their begins: a search in a short list costs a
-- tenth of what three changes of time zone a message do.
create function scan_message_days(ws uuid, zone text)
  returns table (day date, direction text, previous_day date, channel text, n bigint)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with range as (
    select local_day(min(m.sent_at), zone) as first, local_day(max(m.sent_at), zone) as last
      from message m where m.workspace_id = ws),
  days as materialized (
    select array_agg(day_begin(r.first + i, zone) order by i) as begins, r.first
      from range r, generate_series(0, r.last - r.first) i group by r.first)
  select d.first + c.day - 1, c.direction, coalesce(d.first + c.previous_day - 1, '-infinity'), c.channel, c.n
    from days d,
         lateral (select width_bucket(m.sent_at, d.begins) as day, m.direction,
                         width_bucket(m.previous_at, d.begins) as previous_day, m.channel, count(*) as n
                    from message m where m.workspace_id = ws
                   group by 1, 2, 3, 4) c;
end;

-- What readers see: the stored cells and their pending deltas.
create function ledger_message_days(ws uuid, zone text)
  returns table (day date, direction text, previous_day date, channel text, n bigint)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.day, p.direction, p.previous_day, p.channel, sum(p.n)::bigint
    from (select d.day, d.direction, d.previous_day, d.channel, d.n from message_day d where d.workspace_id = ws
          union all
          select local_day(d.sent_at, zone), d.direction, coalesce(local_day(d.previous_at, zone), '-infinity'), d.channel,
                 d.n
            from message_day_delta d where d.workspace_id = ws) p
   group by 1, 2, 3, 4 having sum(p.n) <> 0;
end;

-- Compares both in one snapshot, and the messages' columns with what they must be: one row for each cell, and one for each
-- lead, that differs. No rows: no drift.
create function verify_message_days(ws uuid)
  returns table (lead_id uuid, day date, direction text, previous_day date, channel text, expected bigint, found bigint)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with zone as materialized (
    select coalesce((select z.zone from workspace_zone z where z.workspace_id = ws), 'UTC') as name)
  select null::uuid, coalesce(s.day, l.day), coalesce(s.direction, l.direction), coalesce(s.previous_day, l.previous_day),
         coalesce(s.channel, l.channel), coalesce(s.n, 0), coalesce(l.n, 0)
    from (select s.* from zone, lateral scan_message_days(ws, zone.name) s) s
    full join (select l.* from zone, lateral ledger_message_days(ws, zone.name) l) l
           on l.day = s.day and l.direction = s.direction and l.previous_day = s.previous_day and l.channel = s.channel
   where s.n is distinct from l.n
  union all
  select t.lead_id, null, null, null, null, 0, count(*)
    from (select m.lead_id,
                 (m.previous_at, m.gap_from) is not distinct from
                 (lag(m.sent_at) over same_direction,
                  gap_start(lag(m.sent_at) over same_channel, lag(m.direction) over same_channel, m.sent_at, m.direction))
                   as is_stored
            from message m where m.workspace_id = ws
          window same_direction as (partition by m.lead_id, m.direction order by m.sent_at, m.id),
                 same_channel as (partition by m.lead_id, m.channel order by m.sent_at, m.id)) t
   where not t.is_stored
   group by t.lead_id;
end;

-- Rebuilds the cells of a workspace from one scan and drops the deltas which that scan has already seen: both in one
-- statement, hence one snapshot. Returns how many cells had drifted.
create function rebuild_message_days(ws uuid) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  zone_name text;
  drifted int;
begin
  perform pg_advisory_xact_lock(hashtextextended('message_day:' || ws, 0));
  select known_zone(w.timezone) into zone_name from workspace w where w.id = ws;
  if zone_name is null then
    return 0;
  end if;
  with truth as materialized (
    select s.* from scan_message_days(ws, zone_name) s),
  drift as materialized (
    select count(*) as n
      from truth t full join ledger_message_days(ws, zone_name) l
        on l.day = t.day and l.direction = t.direction and l.previous_day = t.previous_day and l.channel = t.channel
     where t.n is distinct from l.n),
  seen as (
    delete from message_day_delta d where d.workspace_id = ws returning 1),
  gone as (
    delete from message_day d
     where d.workspace_id = ws
       and not exists (select from truth t where t.day = d.day and t.direction = d.direction
                          and t.previous_day = d.previous_day and t.channel = d.channel)
    returning 1),
  written as (
    insert into message_day as d (workspace_id, day, direction, previous_day, channel, n)
      select ws, t.day, t.direction, t.previous_day, t.channel, t.n from truth t
      on conflict (workspace_id, day, direction, previous_day, channel) do update set n = excluded.n where d.n <> excluded.n
    returning 1)
  select n into drifted from drift;
  insert into workspace_zone as z (workspace_id, zone) values (ws, zone_name)
    on conflict (workspace_id) do update set zone = excluded.zone where z.zone <> excluded.zone;
  return drifted;
end $$;

-- After bulk loads, which bypass the triggers: the columns of the messages first, then the cells. Returns how many of both
-- had been wrong.
create function recompute_message_days(ws uuid) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  settled int;
begin
  select coalesce(settle_messages(array_agg(v.lead_id)), 0) into settled
    from verify_message_days(ws) v where v.lead_id is not null;
  return settled + rebuild_message_days(ws);
end $$;

-- Moves at most `max_rows` pending deltas of each workspace into its cells; returns how many it moved. Several folders may
-- run: a workspace another one holds is passed over. Rows go in id order: what takes a message out of a cell has a higher
-- id than what put it in, so no prefix can make a cell negative.
create function apply_message_days(ws uuid, max_rows int) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  zone_name constant text := coalesce((select z.zone from workspace_zone z where z.workspace_id = ws), 'UTC');
  moved bigint;
  cells message_day[];
begin
  with batch as (
    delete from message_day_delta d
     where d.workspace_id = ws
       and d.id <= (select max(x.id) from (select i.id from message_day_delta i where i.workspace_id = ws
                                            order by i.id limit max_rows) x)
    returning d.sent_at, d.direction, d.previous_at, d.channel, d.n),
  summed as (
    select local_day(b.sent_at, zone_name) as day, b.direction,
           coalesce(local_day(b.previous_at, zone_name), '-infinity') as previous_day, b.channel, sum(b.n) as n
      from batch b group by 1, 2, 3, 4 having sum(b.n) <> 0)
  select (select count(*) from batch),
         array_agg(row (ws, s.day, s.direction, s.previous_day, s.channel, s.n)::message_day)
    into moved, cells from summed s;
  merge into message_day d
    using unnest(cells) c
       on d.workspace_id = ws and d.day = c.day and d.direction = c.direction and d.previous_day = c.previous_day
          and d.channel = c.channel
    when matched and d.n + c.n = 0 then delete
    when matched then update set n = d.n + c.n
    when not matched then insert values (c.workspace_id, c.day, c.direction, c.previous_day, c.channel, c.n);
  return moved;
end $$;

create function fold_message_days(max_rows int default 20000) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws uuid;
  folded bigint := 0;
begin
  for ws in
    -- A loose index scan: one probe a workspace, however many rows wait.
    with recursive pending as (
      (select d.workspace_id from message_day_delta d order by d.workspace_id limit 1)
      union all
      select (select d.workspace_id from message_day_delta d where d.workspace_id > p.workspace_id
               order by d.workspace_id limit 1)
        from pending p where p.workspace_id is not null)
    select workspace_id from pending where workspace_id is not null
  loop
    continue when not pg_try_advisory_xact_lock(hashtextextended('message_day:' || ws, 0));
    if not exists (select from workspace w where w.id = ws) then
      delete from message_day_delta d where d.workspace_id = ws;
      continue;
    end if;
    folded := folded + apply_message_days(ws, max_rows);
  end loop;
  return folded;
end $$;

create function workspace_zone_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into workspace_zone (workspace_id, zone) values (new.id, known_zone(new.timezone));
  return null;
end $$;
create function workspace_zone_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from workspace_zone z where z.workspace_id = new.id and z.zone = known_zone(new.timezone)) then
    perform rebuild_message_days(new.id);
  end if;
  return null;
end $$;
create trigger workspace_zone_insert after insert on workspace for each row execute function workspace_zone_insert();
create trigger workspace_zone_update after update of timezone on workspace
  for each row when (new.timezone is distinct from old.timezone) execute function workspace_zone_update();
-- Every day of every answer is another one now: a generation of its own, as with names.
create trigger zone_ledger after update of timezone on workspace for each row execute function rename_ledger();

-- Rebuilding a workspace after a bulk load includes its days.
alter function rebuild_workspace(uuid) rename to rebuild_leads;
create function rebuild_workspace(ws uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform rebuild_leads(ws);
  perform recompute_message_days(ws);
end $$;

-- Meetings of all time are any evidence of a booking (domain §7.2).
create index lead_evidence_ix on lead (workspace_id) include (sms_campaign_id, assigned_to_user_id)
  where appointment_booked_at is not null or ghl_appointment_id is not null or calendly_invitee_uri is not null
        or calendly_scheduled_event_uri is not null;
-- With the assignee: the policies name it, and without it no scan would be of the index alone. With the id, where who wrote
-- in a window that is past is found by joining with the messages.
drop index lead_created_ix, lead_booked_ix, lead_last_inbound_ix;
create index lead_created_ix on lead (workspace_id, created_at) include (status, assigned_to_user_id);
create index lead_booked_ix on lead (workspace_id, appointment_booked_at) include (sms_campaign_id, assigned_to_user_id)
  where appointment_booked_at is not null;
create index lead_last_inbound_ix on lead (workspace_id, last_inbound_at)
  include (id, sentiment_tag, sms_campaign_id, email_campaign_id, assigned_to_user_id) where last_inbound_at is not null;

-- The messages that are there already, in one pass; their triggers have nothing to tell.
alter table message disable trigger user;
update message m set previous_at = t.previous_at, gap_from = t.gap_from
  from (select x.workspace_id, x.id, lag(x.sent_at) over same_direction as previous_at,
               gap_start(lag(x.sent_at) over same_channel, lag(x.direction) over same_channel, x.sent_at, x.direction)
                 as gap_from
          from message x
        window same_direction as (partition by x.workspace_id, x.lead_id, x.direction order by x.sent_at, x.id),
               same_channel as (partition by x.workspace_id, x.lead_id, x.channel order by x.sent_at, x.id)) t
 where m.workspace_id = t.workspace_id and m.id = t.id and (t.previous_at is not null or t.gap_from is not null);
alter table message enable trigger user;

-- For the days that a bound cuts, and for the predecessors on the day of the lower one. All have the lead: the policies name
-- it, and without it no scan would be of the index alone.
create index message_sent_ix on message (workspace_id, direction, sent_at) include (previous_at, channel, lead_id);
create index message_previous_ix on message (workspace_id, direction, previous_at) include (sent_at, lead_id)
  where previous_at is not null;
create index message_gap_ix on message (workspace_id, sent_at) include (gap_from, direction, sent_by_user_id, lead_id)
  where gap_from is not null;

insert into message_day (workspace_id, day, direction, previous_day, channel, n)
  select z.workspace_id, s.day, s.direction, s.previous_day, s.channel, s.n
    from workspace_zone z, lateral scan_message_days(z.workspace_id, z.zone) s;

grant select on workspace_zone, message_day, message_day_delta to signalbox_app;
grant execute on function is_business_hour(timestamptz), gap_start(timestamptz, text, timestamptz, text),
  local_day(timestamptz, text), day_begin(date, text), message_before_insert(), message_settle_insert(),
  message_settle_update(), message_settle_delete(), message_ledger_insert(), message_ledger_update(),
  message_ledger_delete(), workspace_zone_insert(), workspace_zone_update(), verify_message_days(uuid),
  recompute_message_days(uuid), fold_message_days(int) to signalbox_app;

alter table workspace_zone enable row level security;
create policy workspace_zone_read on workspace_zone for select using (
  workspace_id = any ((select full_workspaces())::uuid[]) or workspace_id = any ((select own_workspaces())::uuid[]));
create policy workspace_zone_service on workspace_zone for select using (workspace_id = (select service_workspace()));
alter table message_day enable row level security;
create policy message_day_analytics on message_day for select using (workspace_id = (select analytics_workspace()));
alter table message_day_delta enable row level security;
create policy message_day_delta_analytics on message_day_delta for select using (
  workspace_id = (select analytics_workspace()));
