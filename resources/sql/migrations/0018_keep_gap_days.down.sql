set local role signalbox_owner;
lock table message in access exclusive mode;
drop index message_gap_from_ix;
drop function verify_message_days(uuid);
create or replace function message_settle_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  workspaces uuid[];
  ids uuid[];
  previous timestamptz[];
  gaps timestamptz[];
begin
  insert into message_day_delta (workspace_id, direction, channel, sent_at, previous_at, n)
    select workspace_id, direction, channel, sent_at, previous_at, 1 from added;
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
  insert into message_day_delta (workspace_id, direction, channel, sent_at, previous_at, n)
    select workspace_id, direction, channel, sent_at, previous_at, -1 from removed;
  return null;
end $$;
create or replace function message_ledger_update() returns trigger
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
create or replace function apply_message_days(ws uuid, max_rows int) returns bigint
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
drop function ledger_gap_days(uuid, text), scan_gap_days(uuid, text);
alter table message_day_delta drop column gap_from, drop column sent_by_user_id;
drop table gap_day;
drop function interval_us(interval), gap_sender(uuid);
grant execute on function verify_message_days(uuid) to signalbox_app, signalbox_analyst;
