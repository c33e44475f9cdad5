-- A grid of the answers, as there is one of the messages (migration 0012): pairs of a message and the one it answers,
-- by the local days of both. Pairs with both ends in a window add up over its cells, and so do their lengths; messages are
-- read only where a bound cuts a day. Scanning the pairs takes 185 ms for 90 days, at a million leads.
--
-- Its changes ride in the ledger of message days, so that a writer appends nothing more.
set local role signalbox_owner;

-- Whoever is writing messages ends first, and its successor calls the functions below: no change is told by half.
lock table message in share row exclusive mode;

-- Who answered, as a key: nil is nobody.
create function gap_sender(sent_by_user_id uuid) returns uuid language sql immutable parallel safe
  return coalesce(sent_by_user_id, '00000000-0000-0000-0000-000000000000');
-- Times are stored in microseconds: sums of them are exact.
create function interval_us(length interval) returns bigint language sql immutable parallel safe
  return (extract(epoch from length) * 1000000)::bigint;

create table gap_day (
  workspace_id uuid not null,
  day date not null,                        -- of the answer
  from_day date not null,                   -- of what it answers, at most seven days before
  direction text not null,                  -- of the answer
  sender_key uuid not null,
  n bigint not null,
  total_us bigint not null,
  constraint gap_day_pk primary key (workspace_id, day, from_day, direction, sender_key),
  constraint gap_day_n_ck check (n > 0),
  constraint gap_day_total_us_ck check (total_us > 0),
  constraint gap_day_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

-- Null in the rows that are waiting now: what they tell of is in the cells already, by the scan below. The sender is
-- there only beside a gap, so that a change of it is otherwise none.
alter table message_day_delta add column gap_from timestamptz, add column sent_by_user_id uuid;

-- As before, and the gap.
create or replace function message_settle_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  workspaces uuid[];
  ids uuid[];
  previous timestamptz[];
  gaps timestamptz[];
begin
  insert into message_day_delta (workspace_id, direction, channel, sent_at, previous_at, gap_from, sent_by_user_id, n)
    select workspace_id, direction, channel, sent_at, previous_at, gap_from,
           case when gap_from is not null then sent_by_user_id end, 1
      from added;
  perform from added a
    where exists (select from message m
                   where m.workspace_id = a.workspace_id and m.lead_id = a.lead_id and (m.sent_at, m.id) > (a.sent_at, a.id))
       or a.previous_at is distinct from
          (select m.sent_at from message m
            where m.workspace_id = a.workspace_id and m.lead_id = a.lead_id and m.direction = a.direction
              and (m.sent_at, m.id) < (a.sent_at, a.id)
            order by m.sent_at desc, m.id desc limit 1)
       or a.gap_from is distinct from
          (select gap_start(m.sent_at, m.direction, a.sent_at, a.direction) from message m
            where m.workspace_id = a.workspace_id and m.lead_id = a.lead_id and m.channel = a.channel
              and (m.sent_at, m.id) < (a.sent_at, a.id)
            order by m.sent_at desc, m.id desc limit 1)
    limit 1;
  if not found then
    return null;
  end if;
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
create or replace function message_ledger_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into message_day_delta (workspace_id, direction, channel, sent_at, previous_at, gap_from, sent_by_user_id, n)
    select workspace_id, direction, channel, sent_at, previous_at, gap_from,
           case when gap_from is not null then sent_by_user_id end, -1
      from removed;
  return null;
end $$;
create or replace function message_ledger_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into message_day_delta (workspace_id, direction, channel, sent_at, previous_at, gap_from, sent_by_user_id, n)
    select c.workspace_id, c.direction, c.channel, c.sent_at, c.previous_at, c.gap_from,
           case when c.gap_from is not null then c.sent_by_user_id end as sender, sum(c.n)
      from (select workspace_id, direction, channel, sent_at, previous_at, gap_from, sent_by_user_id, 1 as n from added
            union all
            select workspace_id, direction, channel, sent_at, previous_at, gap_from, sent_by_user_id, -1 from removed) c
     group by c.workspace_id, c.direction, c.channel, c.sent_at, c.previous_at, c.gap_from, sender having sum(c.n) <> 0;
  return null;
end $$;

-- The cells that the stored messages of a workspace make; days are found as in scan_message_days().
create function scan_gap_days(ws uuid, zone text)
  returns table (day date, from_day date, direction text, sender_key uuid, n bigint, total_us bigint)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with range as (
    select local_day(min(m.gap_from), zone) as first, local_day(max(m.sent_at), zone) as last
      from message m where m.workspace_id = ws and m.gap_from is not null),
  days as materialized (
    select array_agg(day_begin(r.first + i, zone) order by i) as begins, r.first
      from range r, generate_series(0, r.last - r.first) i group by r.first)
  select d.first + c.day - 1, d.first + c.from_day - 1, c.direction, c.sender_key, c.n, c.total_us
    from days d,
         lateral (select width_bucket(m.sent_at, d.begins) as day, width_bucket(m.gap_from, d.begins) as from_day,
                         m.direction, gap_sender(m.sent_by_user_id) as sender_key, count(*) as n,
                         interval_us(sum(m.sent_at - m.gap_from)) as total_us
                    from message m where m.workspace_id = ws and m.gap_from is not null
                   group by 1, 2, 3, 4) c;
end;

-- What readers see: the stored cells and their pending deltas.
create function ledger_gap_days(ws uuid, zone text)
  returns table (day date, from_day date, direction text, sender_key uuid, n bigint, total_us bigint)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.day, p.from_day, p.direction, p.sender_key, sum(p.n)::bigint, sum(p.total_us)::bigint
    from (select d.day, d.from_day, d.direction, d.sender_key, d.n, d.total_us from gap_day d where d.workspace_id = ws
          union all
          select local_day(d.sent_at, zone), local_day(d.gap_from, zone), d.direction, gap_sender(d.sent_by_user_id),
                 d.n, d.n * interval_us(d.sent_at - d.gap_from)
            from message_day_delta d where d.workspace_id = ws and d.gap_from is not null) p
   group by 1, 2, 3, 4 having sum(p.n) <> 0 or sum(p.total_us) <> 0;
end;

-- Compares grids and messages in one snapshot, and the messages' columns with what they must be: a row for each cell of
-- messages and for each lead that differs; for a cell of gaps one for their number and one for their microseconds, with
-- `from_day` in the place of the previous one. No rows: no drift.
drop function verify_message_days(uuid);
create function verify_message_days(ws uuid)
  returns table (what text, lead_id uuid, day date, direction text, previous_day date, channel text, sender_key uuid,
                 expected bigint, found bigint)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with zone as materialized (
    select coalesce((select z.zone from workspace_zone z where z.workspace_id = ws), 'UTC') as name)
  select 'messages', null::uuid, coalesce(s.day, l.day), coalesce(s.direction, l.direction),
         coalesce(s.previous_day, l.previous_day), coalesce(s.channel, l.channel), null::uuid, coalesce(s.n, 0),
         coalesce(l.n, 0)
    from (select s.* from zone, lateral scan_message_days(ws, zone.name) s) s
    full join (select l.* from zone, lateral ledger_message_days(ws, zone.name) l) l
           on l.day = s.day and l.direction = s.direction and l.previous_day = s.previous_day and l.channel = s.channel
   where s.n is distinct from l.n
  union all
  select v.what, null, coalesce(s.day, l.day), coalesce(s.direction, l.direction), coalesce(s.from_day, l.from_day),
         null, coalesce(s.sender_key, l.sender_key), coalesce(v.expected, 0), coalesce(v.found, 0)
    from (select s.* from zone, lateral scan_gap_days(ws, zone.name) s) s
    full join (select l.* from zone, lateral ledger_gap_days(ws, zone.name) l) l
           on l.day = s.day and l.from_day = s.from_day and l.direction = s.direction and l.sender_key = s.sender_key
    cross join lateral (values ('gaps', s.n, l.n), ('microseconds', s.total_us, l.total_us)) v (what, expected, found)
   where v.expected is distinct from v.found
  union all
  select 'lead', t.lead_id, null, null, null, null, null, 0, count(*)
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

-- As before, both grids from one snapshot. Returns how many cells of either had drifted.
create or replace function rebuild_message_days(ws uuid) returns int
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
  gap_truth as materialized (
    select s.* from scan_gap_days(ws, zone_name) s),
  gap_drift as materialized (
    select count(*) as n
      from gap_truth t full join ledger_gap_days(ws, zone_name) l
        on l.day = t.day and l.from_day = t.from_day and l.direction = t.direction and l.sender_key = t.sender_key
     where (t.n, t.total_us) is distinct from (l.n, l.total_us)),
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
    returning 1),
  gaps_gone as (
    delete from gap_day d
     where d.workspace_id = ws
       and not exists (select from gap_truth t where t.day = d.day and t.from_day = d.from_day
                          and t.direction = d.direction and t.sender_key = d.sender_key)
    returning 1),
  gaps_written as (
    insert into gap_day as d (workspace_id, day, from_day, direction, sender_key, n, total_us)
      select ws, t.day, t.from_day, t.direction, t.sender_key, t.n, t.total_us from gap_truth t
      on conflict (workspace_id, day, from_day, direction, sender_key) do update
        set n = excluded.n, total_us = excluded.total_us
      where (d.n, d.total_us) is distinct from (excluded.n, excluded.total_us)
    returning 1)
  select drift.n + gap_drift.n into drifted from drift, gap_drift;
  insert into workspace_zone as z (workspace_id, zone) values (ws, zone_name)
    on conflict (workspace_id) do update set zone = excluded.zone where z.zone <> excluded.zone;
  return drifted;
end $$;

-- As before, into both grids. A cell's gaps may change while their number does not.
create or replace function apply_message_days(ws uuid, max_rows int) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  zone_name constant text := coalesce((select z.zone from workspace_zone z where z.workspace_id = ws), 'UTC');
  moved bigint;
  cells message_day[];
  gaps gap_day[];
begin
  with batch as (
    delete from message_day_delta d
     where d.workspace_id = ws
       and d.id <= (select max(x.id) from (select i.id from message_day_delta i where i.workspace_id = ws
                                            order by i.id limit max_rows) x)
    returning d.sent_at, d.direction, d.previous_at, d.channel, d.gap_from, d.sent_by_user_id, d.n),
  dated as materialized (
    select local_day(b.sent_at, zone_name) as day, b.* from batch b),
  summed as (
    select d.day, d.direction, coalesce(local_day(d.previous_at, zone_name), '-infinity') as previous_day, d.channel,
           sum(d.n) as n
      from dated d group by 1, 2, 3, 4 having sum(d.n) <> 0),
  gaps_summed as (
    select d.day, local_day(d.gap_from, zone_name) as from_day, d.direction,
           gap_sender(d.sent_by_user_id) as sender_key, sum(d.n) as n,
           sum(d.n * interval_us(d.sent_at - d.gap_from)) as total_us
      from dated d where d.gap_from is not null
     group by 1, 2, 3, 4 having sum(d.n) <> 0 or sum(d.n * interval_us(d.sent_at - d.gap_from)) <> 0)
  select (select count(*) from batch),
         (select array_agg(row (ws, s.day, s.direction, s.previous_day, s.channel, s.n)::message_day) from summed s),
         (select array_agg(row (ws, g.day, g.from_day, g.direction, g.sender_key, g.n, g.total_us)::gap_day)
            from gaps_summed g)
    into moved, cells, gaps;
  merge into message_day d
    using unnest(cells) c
       on d.workspace_id = ws and d.day = c.day and d.direction = c.direction and d.previous_day = c.previous_day
          and d.channel = c.channel
    when matched and d.n + c.n = 0 then delete
    when matched then update set n = d.n + c.n
    when not matched then insert values (c.workspace_id, c.day, c.direction, c.previous_day, c.channel, c.n);
  merge into gap_day d
    using unnest(gaps) c
       on d.workspace_id = ws and d.day = c.day and d.from_day = c.from_day and d.direction = c.direction
          and d.sender_key = c.sender_key
    when matched and d.n + c.n = 0 then delete
    when matched then update set n = d.n + c.n, total_us = d.total_us + c.total_us
    when not matched then insert
      values (c.workspace_id, c.day, c.from_day, c.direction, c.sender_key, c.n, c.total_us);
  return moved;
end $$;

-- What a bound cuts off a day is in message_gap_ix; this one is for the pairs that began on the day of the lower bound,
-- before it, and ended on a later day.
create index message_gap_from_ix on message (workspace_id, gap_from) include (sent_at, direction, sent_by_user_id)
  where gap_from is not null;

insert into gap_day (workspace_id, day, from_day, direction, sender_key, n, total_us)
  select z.workspace_id, s.day, s.from_day, s.direction, s.sender_key, s.n, s.total_us
    from workspace_zone z, lateral scan_gap_days(z.workspace_id, z.zone) s;

grant select on gap_day to signalbox_app, signalbox_analyst;
grant execute on function gap_sender(uuid), interval_us(interval), verify_message_days(uuid)
  to signalbox_app, signalbox_analyst;

alter table gap_day enable row level security;
create policy gap_day_analytics on gap_day for select to signalbox_analyst
  using (workspace_id = (select analytics_workspace()));
