-- A grid of what the campaigns tab counts (domain §7.5): drafts that were sent, and leads by the day of their last reply.
-- Both add up, so whole days are read from cells, and rows only where a bound cuts a day: scanned, a window of 90 days is
-- 265,000 leads and 206,000 sends, 190 ms.
--
-- Days are those of UTC: windows may begin anywhere, and no time zone of a workspace moves a cell. As beside the grid of
-- messages (migration 0012) there is a ledger: writers append, a job folds, readers add both.
set local role signalbox_owner;

-- Whoever writes now is waited for: what it changes must be in the scan below or in the ledger.
lock table message, lead, draft_send in share row exclusive mode;

create function utc_day(at timestamptz) returns date language sql immutable parallel safe
  return (at at time zone 'UTC')::date;
-- The first day that does not begin before.
create function utc_day_after(at timestamptz) returns date language sql immutable parallel safe
  return (at at time zone 'UTC' + interval '86399.999999 seconds')::date;
create function utc_day_begin(day date) returns timestamptz language sql immutable parallel safe
  return day::timestamp at time zone 'UTC';
-- Where the whole days of a window begin and where they end. Before and after are what its bounds cut off a day; both ends
-- are the window's own if there is no whole day and no midnight.
create function utc_days_begin(window_from timestamptz, window_to timestamptz) returns timestamptz
  language sql immutable parallel safe
  return least(window_to, utc_day_begin(utc_day_after(window_from)));
create function utc_days_end(window_from timestamptz, window_to timestamptz) returns timestamptz
  language sql immutable parallel safe
  return greatest(utc_day_begin(utc_day(window_to)), utc_days_begin(window_from, window_to));

-- `send`: drafts that were sent, by channel and disposition. `reply`: leads of a campaign by sentiment, on the day of their
-- last inbound message; `industry` and `headcount`: those of them that are positive.
create table campaign_day (
  workspace_id uuid not null,
  fact text not null,
  day date not null,
  email_campaign_key uuid not null,         -- nil is none
  name text not null,                       -- empty: none
  disposition text not null,                -- of a send; else empty
  n int not null,
  constraint campaign_day_pk primary key (workspace_id, fact, day, email_campaign_key, name, disposition),
  constraint campaign_day_n_ck check (n > 0),
  constraint campaign_day_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

-- No foreign key: it would lock the workspace's row in every writer. Rows of a deleted workspace are dropped by the fold.
-- A reply is one row: which cells it counts in is worked out by who reads it.
create table campaign_day_delta (
  id bigint generated always as identity,
  workspace_id uuid not null,
  fact text not null,                       -- `send` or `reply`
  day date not null,
  email_campaign_key uuid not null,
  name text not null,
  disposition text not null default '',
  industry text not null default '',        -- of a reply
  headcount text not null default '',
  n int not null,
  constraint campaign_day_delta_pk primary key (workspace_id, id)
);
alter table campaign_day_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);

-- The cells that a send or a reply counts in.
create function campaign_cells(fact text, name text, industry text, headcount text)
  returns table (cell_fact text, cell_name text) language sql immutable parallel safe rows 2
begin atomic
  select f.cell_fact, f.cell_name
    from (values (fact, name, true), ('industry', industry, fact = 'reply' and is_positive(name)),
                 ('headcount', headcount, fact = 'reply' and is_positive(name))) f (cell_fact, cell_name, is_counted)
   where f.is_counted;
end;

-- What readers see, each under its own policies.
create view campaign_count with (security_invoker = true) as
  select d.workspace_id, d.fact, d.day, d.email_campaign_key, d.name, d.disposition, d.n from campaign_day d
  union all
  select d.workspace_id, c.cell_fact, d.day, d.email_campaign_key, c.cell_name, d.disposition, d.n
    from campaign_day_delta d cross join lateral campaign_cells(d.fact, d.name, d.industry, d.headcount) c;

-- A lead that moved within its cells tells nothing.
create function campaign_day_of_lead() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE'
     and (new.workspace_id, utc_day(new.last_inbound_at), new.email_campaign_id, new.sentiment_tag, new.industry,
          new.employee_headcount)
         is not distinct from (old.workspace_id, utc_day(old.last_inbound_at), old.email_campaign_id, old.sentiment_tag,
                               old.industry, old.employee_headcount) then
    return null;
  end if;
  if new.last_inbound_at is not null and new.email_campaign_id is not null then
    insert into campaign_day_delta (workspace_id, fact, day, email_campaign_key, name, industry, headcount, n)
      values (new.workspace_id, 'reply', utc_day(new.last_inbound_at), new.email_campaign_id,
              coalesce(new.sentiment_tag, ''), coalesce(new.industry, ''), coalesce(new.employee_headcount, ''), 1);
  end if;
  if old.last_inbound_at is not null and old.email_campaign_id is not null then
    insert into campaign_day_delta (workspace_id, fact, day, email_campaign_key, name, industry, headcount, n)
      values (old.workspace_id, 'reply', utc_day(old.last_inbound_at), old.email_campaign_id,
              coalesce(old.sentiment_tag, ''), coalesce(old.industry, ''), coalesce(old.employee_headcount, ''), -1);
  end if;
  return null;
end $$;
create function campaign_day_of_send() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.workspace_id is not null then
    insert into campaign_day_delta (workspace_id, fact, day, email_campaign_key, name, disposition, n)
      values (new.workspace_id, 'send', utc_day(new.sent_at),
              coalesce(new.email_campaign_id, '00000000-0000-0000-0000-000000000000'), new.channel, new.disposition, 1);
  end if;
  if old.workspace_id is not null then
    insert into campaign_day_delta (workspace_id, fact, day, email_campaign_key, name, disposition, n)
      values (old.workspace_id, 'send', utc_day(old.sent_at),
              coalesce(old.email_campaign_id, '00000000-0000-0000-0000-000000000000'), old.channel, old.disposition, -1);
  end if;
  return null;
end $$;

-- An ordinary update of a lead names none of the columns; that of an outbound message changes none.
create trigger lead_campaign_day_insert after insert on lead
  for each row when (new.last_inbound_at is not null and new.email_campaign_id is not null)
  execute function campaign_day_of_lead();
create trigger lead_campaign_day_update
  after update of workspace_id, last_inbound_at, sentiment_tag, email_campaign_id, industry, employee_headcount on lead
  for each row when ((new.workspace_id, new.last_inbound_at, new.sentiment_tag, new.email_campaign_id, new.industry,
                      new.employee_headcount)
                     is distinct from (old.workspace_id, old.last_inbound_at, old.sentiment_tag, old.email_campaign_id,
                                       old.industry, old.employee_headcount))
  execute function campaign_day_of_lead();
create trigger lead_campaign_day_delete after delete on lead
  for each row when (old.last_inbound_at is not null and old.email_campaign_id is not null)
  execute function campaign_day_of_lead();
create trigger draft_send_campaign_day_insert after insert on draft_send
  for each row when (coalesce(current_setting('app.counting_sends', true), '') <> 'on')
  execute function campaign_day_of_send();
create trigger draft_send_campaign_day_update
  after update of workspace_id, email_campaign_id, channel, disposition, sent_at on draft_send
  for each row when ((new.workspace_id, new.email_campaign_id, new.channel, new.disposition, new.sent_at)
                     is distinct from (old.workspace_id, old.email_campaign_id, old.channel, old.disposition, old.sent_at))
  execute function campaign_day_of_send();
create trigger draft_send_campaign_day_delete after delete on draft_send
  for each row when (coalesce(current_setting('app.counting_sends', true), '') <> 'on')
  execute function campaign_day_of_send();

-- The cells that the stored rows of a workspace make.
create function scan_campaign_days(ws uuid)
  returns table (fact text, day date, email_campaign_key uuid, name text, disposition text, n bigint)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select 'send', utc_day(s.sent_at), coalesce(s.email_campaign_id, '00000000-0000-0000-0000-000000000000'), s.channel,
         s.disposition::text, count(*)
    from draft_send s where s.workspace_id = ws
   group by 2, 3, 4, 5
  union all
  select c.cell_fact, r.day, r.email_campaign_id, c.cell_name, '', sum(r.n)::bigint
    from (select utc_day(l.last_inbound_at) as day, l.email_campaign_id, coalesce(l.sentiment_tag, '') as name,
                 coalesce(l.industry, '') as industry, coalesce(l.employee_headcount, '') as headcount, count(*) as n
            from lead l
           where l.workspace_id = ws and l.last_inbound_at is not null and l.email_campaign_id is not null
           group by 1, 2, 3, 4, 5) r
   cross join lateral campaign_cells('reply', r.name, r.industry, r.headcount) c
   group by 1, 2, 3, 4;
end;

create function ledger_campaign_days(ws uuid)
  returns table (fact text, day date, email_campaign_key uuid, name text, disposition text, n bigint)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.fact, c.day, c.email_campaign_key, c.name, c.disposition, sum(c.n)::bigint
    from campaign_count c where c.workspace_id = ws
   group by c.fact, c.day, c.email_campaign_key, c.name, c.disposition having sum(c.n) <> 0;
end;

-- Compares both in one snapshot: a row for each cell that differs. No rows: no drift.
create function verify_campaign_days(ws uuid)
  returns table (fact text, day date, email_campaign_key uuid, name text, disposition text, expected bigint, found bigint)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(s.fact, l.fact), coalesce(s.day, l.day), coalesce(s.email_campaign_key, l.email_campaign_key),
         coalesce(s.name, l.name), coalesce(s.disposition, l.disposition), coalesce(s.n, 0), coalesce(l.n, 0)
    from scan_campaign_days(ws) s
    full join ledger_campaign_days(ws) l
           on l.fact = s.fact and l.day = s.day and l.email_campaign_key = s.email_campaign_key and l.name = s.name
          and l.disposition = s.disposition
   where s.n is distinct from l.n;
end;

-- Rebuilds the cells of a workspace from one scan and drops the deltas which that scan has already seen: both in one
-- statement, hence one snapshot. Returns how many cells had drifted.
create function recompute_campaign_days(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  drifted bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('campaign_day:' || ws, 0));
  if not exists (select from workspace w where w.id = ws) then
    return 0;
  end if;
  with truth as materialized (
    select s.* from scan_campaign_days(ws) s),
  drift as materialized (
    select count(*) as n
      from truth t
      full join ledger_campaign_days(ws) l
        on l.fact = t.fact and l.day = t.day and l.email_campaign_key = t.email_campaign_key and l.name = t.name
       and l.disposition = t.disposition
     where t.n is distinct from l.n),
  seen as (
    delete from campaign_day_delta d where d.workspace_id = ws returning 1),
  gone as (
    delete from campaign_day d
     where d.workspace_id = ws
       and not exists (select from truth t
                        where t.fact = d.fact and t.day = d.day and t.email_campaign_key = d.email_campaign_key
                          and t.name = d.name and t.disposition = d.disposition)
    returning 1),
  written as (
    insert into campaign_day as d (workspace_id, fact, day, email_campaign_key, name, disposition, n)
      select ws, t.fact, t.day, t.email_campaign_key, t.name, t.disposition, t.n from truth t
       order by t.fact, t.day, t.email_campaign_key  -- as it is read
      on conflict (workspace_id, fact, day, email_campaign_key, name, disposition) do update
        set n = excluded.n where d.n <> excluded.n
    returning 1)
  select drift.n into drifted from drift;
  return drifted;
end $$;

-- Moves at most `max_rows` pending deltas of each workspace into its cells; returns how many it moved. As
-- apply_message_days() and fold_message_days() do, in one: rows go in id order, so no prefix can make a cell negative, and
-- a workspace that another folder holds is passed over. So is one with a cell that has drifted so far: it is marked as bulk
-- loads mark theirs, and keeps nobody else's rows waiting.
create function fold_campaign_days(max_rows int default 20000) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws uuid;
  moved bigint;
  cells campaign_day[];
  folded bigint := 0;
begin
  for ws in
    -- A loose index scan: one probe a workspace, however many rows wait.
    with recursive pending as (
      (select d.workspace_id from campaign_day_delta d order by d.workspace_id limit 1)
      union all
      select (select d.workspace_id from campaign_day_delta d where d.workspace_id > p.workspace_id
               order by d.workspace_id limit 1)
        from pending p where p.workspace_id is not null)
    select workspace_id from pending where workspace_id is not null
  loop
    continue when not pg_try_advisory_xact_lock(hashtextextended('campaign_day:' || ws, 0));
    if not exists (select from workspace w where w.id = ws) then
      delete from campaign_day_delta d where d.workspace_id = ws;
      continue;
    end if;
    begin
      with batch as (
        delete from campaign_day_delta d
         where d.workspace_id = ws
           and d.id <= (select max(x.id) from (select i.id from campaign_day_delta i where i.workspace_id = ws
                                                order by i.id limit max_rows) x)
        returning d.*),
      summed as (
        select c.cell_fact as fact, b.day, b.email_campaign_key, c.cell_name as name, b.disposition, sum(b.n) as n
          from batch b cross join lateral campaign_cells(b.fact, b.name, b.industry, b.headcount) c
         group by 1, 2, 3, 4, 5 having sum(b.n) <> 0)
      select (select count(*) from batch),
             array_agg(row (ws, s.fact, s.day, s.email_campaign_key, s.name, s.disposition, s.n)::campaign_day)
        into moved, cells from summed s;
      merge into campaign_day d
        using unnest(cells) c
           on d.workspace_id = ws and d.fact = c.fact and d.day = c.day and d.email_campaign_key = c.email_campaign_key
              and d.name = c.name and d.disposition = c.disposition
        when matched and d.n + c.n = 0 then delete
        when matched then update set n = d.n + c.n
        when not matched then insert
          values (c.workspace_id, c.fact, c.day, c.email_campaign_key, c.name, c.disposition, c.n);
      folded := folded + moved;
    exception when check_violation then
      -- Its rows wait on, until reconciling makes its cells anew and drops what they count already. The server's log tells.
      raise warning 'campaign days of workspace % do not add up', ws;
      perform mark_inbox_counts_dirty(ws);
    end;
  end loop;
  return folded;
end $$;

-- As in migration 0024; the ledger hears what all of its rows changed, by the day.
create or replace function recompute_draft_sends(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  outer_settling constant text := coalesce(current_setting('app.settling_sends', true), '');
  outer_counting constant text := coalesce(current_setting('app.counting_sends', true), '');
  n bigint;
begin
  perform set_config('app.settling_sends', 'on', true);
  perform set_config('app.counting_sends', 'on', true);
  with gone as (
    delete from draft_send s where s.workspace_id = ws
    returning s.sent_at, s.email_campaign_id, s.channel, s.disposition)
  insert into campaign_day_delta (workspace_id, fact, day, email_campaign_key, name, disposition, n)
    select ws, 'send', utc_day(g.sent_at), coalesce(g.email_campaign_id, '00000000-0000-0000-0000-000000000000'), g.channel,
           g.disposition, -count(*)
      from gone g group by 3, 4, 5, 6;
  with written as (
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
       where d.workspace_id = ws and d.response_disposition is not null
      returning sent_at, email_campaign_id, channel, disposition),
  told as (
    insert into campaign_day_delta (workspace_id, fact, day, email_campaign_key, name, disposition, n)
      select ws, 'send', utc_day(w.sent_at), coalesce(w.email_campaign_id, '00000000-0000-0000-0000-000000000000'),
             w.channel, w.disposition, count(*)
        from written w group by 3, 4, 5, 6)
  select count(*) into n from written;
  perform set_config('app.counting_sends', outer_counting, true);
  perform set_config('app.settling_sends', outer_settling, true);
  analyze draft_send;  -- it is read next
  return n;
end $$;

alter function rebuild_workspace(uuid) rename to rebuild_before_campaign_days;
create function rebuild_workspace(ws uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform rebuild_before_campaign_days(ws);
  perform recompute_campaign_days(ws);
end $$;

insert into campaign_day (workspace_id, fact, day, email_campaign_key, name, disposition, n)
  select w.id, s.fact, s.day, s.email_campaign_key, s.name, s.disposition, s.n
    from workspace w, lateral scan_campaign_days(w.id) s
   order by w.id, s.fact, s.day, s.email_campaign_key;  -- as it is read

grant select on campaign_day, campaign_day_delta, campaign_count to signalbox_app, signalbox_analyst;
grant execute on function utc_day(timestamptz), utc_day_after(timestamptz), utc_day_begin(date),
  utc_days_begin(timestamptz, timestamptz), utc_days_end(timestamptz, timestamptz),
  campaign_cells(text, text, text, text) to signalbox_app, signalbox_analyst;
grant execute on function verify_campaign_days(uuid), recompute_campaign_days(uuid), fold_campaign_days(int)
  to signalbox_app;

alter table campaign_day enable row level security;
create policy campaign_day_analytics on campaign_day for select to signalbox_analyst
  using (workspace_id = (select analytics_workspace()));
alter table campaign_day_delta enable row level security;
create policy campaign_day_delta_analytics on campaign_day_delta for select to signalbox_analyst
  using (workspace_id = (select analytics_workspace()));
