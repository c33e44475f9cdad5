-- Inbox counts: an append-only ledger of deltas beside materialised rows (DESIGN D2, §8.5; shape of domain §1.4.10).
--
-- A reader adds the row and its pending deltas in one statement: exact at its snapshot, whoever writes. No writer ever
-- updates a shared row, so writers of one workspace do not queue behind each other.
set local role signalbox_owner;

create table inbox_counts (
  workspace_id uuid not null,
  is_global boolean not null,
  scope_user_id uuid not null,              -- never null: the sentinel stands for the whole workspace
  all_responses int not null default 0,
  requires_attention int not null default 0,
  previously_required_attention int not null default 0,
  total_non_blacklisted int not null default 0,
  awaiting_reply int not null generated always as (greatest(0, total_non_blacklisted - requires_attention)) stored,
  needs_repair int not null default 0,
  ai_sent int not null default 0,
  ai_review int not null default 0,
  total int not null default 0,
  computed_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint inbox_counts_pk primary key (workspace_id, is_global, scope_user_id),
  constraint inbox_counts_scope_ck check (is_global = (scope_user_id = '00000000-0000-0000-0000-000000000000')),
  constraint inbox_counts_nonneg_ck check (
    least(all_responses, requires_attention, previously_required_attention, total_non_blacklisted, needs_repair, ai_sent,
          ai_review, total) >= 0),
  constraint inbox_counts_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

-- No foreign key: it would lock the workspace's row in every writer. Rows of a deleted workspace are dropped by the fold.
create table inbox_counts_delta (
  id bigint generated always as identity,
  workspace_id uuid not null,
  assignee uuid not null,                   -- sentinel: nobody
  categories int not null,
  n int not null,                           -- 0: a visible change that moves no count; it still changes the version
  constraint inbox_counts_delta_pk primary key (workspace_id, id)
);
alter table inbox_counts_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);

-- How often a workspace was folded or recomputed: with the pending rows' number and highest id, its data version.
create table inbox_counts_fold (
  workspace_id uuid not null,
  generation bigint not null default 0,
  folded_at timestamptz not null default now(),
  constraint inbox_counts_fold_pk primary key (workspace_id),
  constraint inbox_counts_fold_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

-- Workspaces the reconciler must recompute: after bulk loads, which bypass the triggers.
create table inbox_counts_dirty (
  workspace_id uuid not null,
  dirty_at timestamptz not null default clock_timestamp(),
  constraint inbox_counts_dirty_pk primary key (workspace_id),
  constraint inbox_counts_dirty_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);
create index inbox_counts_dirty_at_ix on inbox_counts_dirty (dirty_at);

-- Appends what a statement moved. Leads of one scope and mask cancel out; a scope in which nothing moved gets one row
-- with n = 0, because a list of it may still look different now (DESIGN §8.5).
create function lead_ledger_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into inbox_counts_delta (workspace_id, assignee, categories, n)
    select workspace_id, coalesce(assigned_to_user_id, '00000000-0000-0000-0000-000000000000'), categories, count(*)
      from added group by 1, 2, 3;
  return null;
end $$;

create function lead_ledger_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into inbox_counts_delta (workspace_id, assignee, categories, n)
    select workspace_id, coalesce(assigned_to_user_id, '00000000-0000-0000-0000-000000000000'), categories, -count(*)
      from removed group by 1, 2, 3;
  return null;
end $$;

create function lead_ledger_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into inbox_counts_delta (workspace_id, assignee, categories, n)
    with change as (
      select workspace_id, coalesce(assigned_to_user_id, '00000000-0000-0000-0000-000000000000') as assignee,
             categories, 1 as n from added
      union all
      select workspace_id, coalesce(assigned_to_user_id, '00000000-0000-0000-0000-000000000000'), categories, -1
        from removed),
    moved as (
      select workspace_id, assignee, categories, sum(n) as n from change group by 1, 2, 3)
    select workspace_id, assignee, categories, n from moved where n <> 0
    union all
    select workspace_id, assignee, 0, 0 from moved group by 1, 2 having bool_and(n = 0);
  return null;
end $$;

create trigger lead_ledger_insert after insert on lead referencing new table as added
  for each statement execute function lead_ledger_insert();
create trigger lead_ledger_delete after delete on lead referencing old table as removed
  for each statement execute function lead_ledger_delete();
create trigger lead_ledger_update after update on lead referencing old table as removed new table as added
  for each statement execute function lead_ledger_update();

-- Drafts move `review_drafts` by the difference; a change that moves nothing touches the lead all the same, because the
-- row shows whether a draft waits.
create function move_review_drafts(leads uuid[], differences int[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead l where l.id = any (leads) order by l.workspace_id, l.id for no key update;
  update lead l set review_drafts = l.review_drafts + d.n
    from unnest(leads, differences) d (lead_id, n) where l.id = d.lead_id;
end $$;

create function ai_draft_after_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  leads uuid[];
  differences int[];
begin
  select array_agg(d.lead_id), array_agg(d.n) into leads, differences
    from (select lead_id, count(*) filter (where is_review_draft(status, auto_send_action))::int as n
            from added group by lead_id) d;
  if leads is not null then perform move_review_drafts(leads, differences); end if;
  return null;
end $$;

create function ai_draft_after_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  leads uuid[];
  differences int[];
begin
  select array_agg(d.lead_id), array_agg(d.n) into leads, differences
    from (select lead_id, -count(*) filter (where is_review_draft(status, auto_send_action))::int as n
            from removed group by lead_id) d;
  if leads is not null then perform move_review_drafts(leads, differences); end if;
  return null;
end $$;

create function ai_draft_after_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  leads uuid[];
  differences int[];
begin
  select array_agg(d.lead_id), array_agg(d.n) into leads, differences
    from (select c.lead_id, sum(c.n)::int as n
            from (select lead_id, case when is_review_draft(status, auto_send_action) then 1 else 0 end as n from added
                  union all
                  select lead_id, case when is_review_draft(status, auto_send_action) then -1 else 0 end from removed) c
           group by c.lead_id) d;
  if leads is not null then perform move_review_drafts(leads, differences); end if;
  return null;
end $$;

create trigger ai_draft_after_insert after insert on ai_draft referencing new table as added
  for each statement execute function ai_draft_after_insert();
create trigger ai_draft_after_update after update on ai_draft referencing old table as removed new table as added
  for each statement execute function ai_draft_after_update();
create trigger ai_draft_after_delete after delete on ai_draft referencing old table as removed
  for each statement execute function ai_draft_after_delete();

-- What a row shows beside the lead: a paused follow-up moves no count, but the row looks different.
create function follow_up_ledger() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into inbox_counts_delta (workspace_id, assignee, categories, n)
    select distinct l.workspace_id, coalesce(l.assigned_to_user_id, '00000000-0000-0000-0000-000000000000'), 0, 0
      from lead l where (l.workspace_id, l.id) in (select a.workspace_id, a.lead_id from added a);
  return null;
end $$;
create trigger follow_up_ledger_insert after insert on follow_up_instance referencing new table as added
  for each statement execute function follow_up_ledger();
create trigger follow_up_ledger_update after update on follow_up_instance referencing new table as added
  for each statement execute function follow_up_ledger();

-- A campaign or workspace renamed: rare, and it shows in every scope, so it counts as a generation of its own.
create function rename_ledger() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws uuid := case when tg_table_name = 'workspace' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'workspace_id' end;
begin
  insert into inbox_counts_fold as f (workspace_id, generation) values (ws, 1)
    on conflict (workspace_id) do update set generation = f.generation + 1;
  return null;
end $$;
create trigger rename_ledger after update of name on workspace for each row execute function rename_ledger();
create trigger rename_ledger after update of name on campaign for each row execute function rename_ledger();
create trigger rename_ledger after update of name on sms_campaign for each row execute function rename_ledger();
create trigger rename_ledger after update of name on email_campaign for each row execute function rename_ledger();

-- The eight sums over masks, each mask counted `n` times: what a row of inbox_counts holds.
create function sum_inbox_counts(masks int[], numbers bigint[])
  returns table (all_responses int, requires_attention int, previously_required_attention int, total_non_blacklisted int,
                 needs_repair int, ai_sent int, ai_review int, total int)
  language sql immutable parallel safe
begin atomic
  select coalesce(sum(u.n) filter (where u.mask & 2 <> 0), 0)::int,
         coalesce(sum(u.n) filter (where u.mask & 4 <> 0), 0)::int,
         coalesce(sum(u.n) filter (where u.mask & 8 <> 0), 0)::int,
         coalesce(sum(u.n) filter (where u.mask & 16 <> 0), 0)::int,
         coalesce(sum(u.n) filter (where u.mask & 32 <> 0), 0)::int,
         coalesce(sum(u.n) filter (where u.mask & 64 <> 0), 0)::int,
         coalesce(sum(u.n) filter (where u.mask & 128 <> 0), 0)::int,
         coalesce(sum(u.n) filter (where u.mask & 1 <> 0), 0)::int
    from unnest(masks, numbers) u (mask, n);
end;

-- Adds differences to the rows of a workspace: `assignees[i]`, `masks[i]`, `numbers[i]` belong together.
create function apply_inbox_counts(ws uuid, assignees uuid[], masks int[], numbers bigint[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  -- Rows first, then sums: a check constraint looks at the row an upsert proposes, and a difference may be negative.
  insert into inbox_counts (workspace_id, is_global, scope_user_id)
    select ws, true, nobody
    union all
    select distinct ws, false, u.assignee from unnest(assignees) u (assignee) where u.assignee <> nobody
    on conflict do nothing;
  update inbox_counts c
     set all_responses = c.all_responses + s.all_responses,
         requires_attention = c.requires_attention + s.requires_attention,
         previously_required_attention = c.previously_required_attention + s.previously_required_attention,
         total_non_blacklisted = c.total_non_blacklisted + s.total_non_blacklisted,
         needs_repair = c.needs_repair + s.needs_repair,
         ai_sent = c.ai_sent + s.ai_sent,
         ai_review = c.ai_review + s.ai_review,
         total = c.total + s.total,
         computed_at = clock_timestamp(), updated_at = clock_timestamp()
    from (select grouping(u.assignee) = 1 as is_global, coalesce(u.assignee, nobody) as scope,
                 array_agg(u.mask) as masks, array_agg(u.n) as numbers
            from unnest(assignees, masks, numbers) u (assignee, mask, n)
           group by grouping sets ((), (u.assignee))) g,
         lateral sum_inbox_counts(g.masks, g.numbers) s
   where c.workspace_id = ws and c.is_global = g.is_global and c.scope_user_id = g.scope
     and (g.is_global or g.scope <> nobody);
  -- A setter without leads has no row (domain §2.5).
  delete from inbox_counts c where c.workspace_id = ws and not c.is_global and c.total = 0
     and c.all_responses = 0 and c.previously_required_attention = 0 and c.total_non_blacklisted = 0;
end $$;

-- Moves at most `max_rows` pending deltas of each workspace into its rows; returns how many it moved. Several folders may
-- run: a workspace another one holds is passed over. Rows go in id order: a lead's next change always has a higher id than
-- the one it follows, so no prefix can make a count negative.
create function fold_inbox_counts(max_rows int default 20000) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws uuid;
  assignees uuid[];
  masks int[];
  numbers bigint[];
  folded bigint := 0;
begin
  for ws in
    -- A loose index scan: one probe a workspace, however many rows wait.
    with recursive pending as (
      (select d.workspace_id from inbox_counts_delta d order by d.workspace_id limit 1)
      union all
      select (select d.workspace_id from inbox_counts_delta d where d.workspace_id > p.workspace_id
               order by d.workspace_id limit 1)
        from pending p where p.workspace_id is not null)
    select workspace_id from pending where workspace_id is not null
  loop
    continue when not pg_try_advisory_xact_lock(hashtextextended('inbox_counts:' || ws, 0));
    if not exists (select from workspace w where w.id = ws) then
      delete from inbox_counts_delta d where d.workspace_id = ws;
      continue;
    end if;
    with batch as (
      delete from inbox_counts_delta d
       where d.workspace_id = ws
         and d.id <= (select max(x.id) from (select i.id from inbox_counts_delta i where i.workspace_id = ws
                                              order by i.id limit max_rows) x)
      returning d.assignee, d.categories, d.n),
    summed as (
      select assignee, categories, sum(n) as n from batch group by assignee, categories)
    select array_agg(s.assignee), array_agg(s.categories), array_agg(s.n), folded + (select count(*) from batch)
      into assignees, masks, numbers, folded from summed s;
    continue when assignees is null;
    perform apply_inbox_counts(ws, assignees, masks, numbers);
    insert into inbox_counts_fold as f (workspace_id, generation) values (ws, 1)
      on conflict (workspace_id) do update set generation = f.generation + 1, folded_at = clock_timestamp();
  end loop;
  return folded;
end $$;

-- The exact counts of every scope at the statement's snapshot, from nothing but the leads: the reconciler's truth and the
-- peer the benchmark compares with (domain §2.3, single-scan form).
create function scan_inbox_counts(ws uuid)
  returns table (is_global boolean, scope_user_id uuid, all_responses int, requires_attention int,
                 previously_required_attention int, total_non_blacklisted int, needs_repair int, ai_sent int,
                 ai_review int, total int)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select m.is_global, m.scope, s.all_responses, s.requires_attention, s.previously_required_attention,
         s.total_non_blacklisted, s.needs_repair, s.ai_sent, s.ai_review, s.total
    from (select grouping(x.assignee) = 1 as is_global, coalesce(x.assignee, '00000000-0000-0000-0000-000000000000') as scope,
                 array_agg(x.mask) as masks, array_agg(x.n) as numbers
            from (select coalesce(l.assigned_to_user_id, '00000000-0000-0000-0000-000000000000') as assignee,
                         l.categories as mask, count(*) as n
                    from lead l where l.workspace_id = ws group by 1, 2) x
           group by grouping sets ((), (x.assignee))) m,
         lateral sum_inbox_counts(m.masks, m.numbers) s
   where m.is_global or (m.scope <> '00000000-0000-0000-0000-000000000000' and s.total > 0);
end;

-- What readers see, for every scope: the stored row and its pending deltas. (Snoozes that ran out are added by the read
-- itself; wake_snoozed() turns them into deltas.)
create function ledger_inbox_counts(ws uuid)
  returns table (is_global boolean, scope_user_id uuid, all_responses int, requires_attention int,
                 previously_required_attention int, total_non_blacklisted int, needs_repair int, ai_sent int,
                 ai_review int, total int)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.is_global, p.scope_user_id, sum(p.all_responses)::int, sum(p.requires_attention)::int,
         sum(p.previously_required_attention)::int, sum(p.total_non_blacklisted)::int, sum(p.needs_repair)::int,
         sum(p.ai_sent)::int, sum(p.ai_review)::int, sum(p.total)::int
    from (select c.is_global, c.scope_user_id, c.all_responses, c.requires_attention, c.previously_required_attention,
                 c.total_non_blacklisted, c.needs_repair, c.ai_sent, c.ai_review, c.total
            from inbox_counts c where c.workspace_id = ws
          union all
          select m.is_global, m.scope, s.all_responses, s.requires_attention, s.previously_required_attention,
                 s.total_non_blacklisted, s.needs_repair, s.ai_sent, s.ai_review, s.total
            from (select grouping(d.assignee) = 1 as is_global,
                         coalesce(d.assignee, '00000000-0000-0000-0000-000000000000') as scope,
                         array_agg(d.categories) as masks, array_agg(d.n::bigint) as numbers
                    from inbox_counts_delta d where d.workspace_id = ws group by grouping sets ((), (d.assignee))) m,
                 lateral sum_inbox_counts(m.masks, m.numbers) s
           where m.is_global or m.scope <> '00000000-0000-0000-0000-000000000000') p
   group by p.is_global, p.scope_user_id
  having p.is_global or sum(p.total) > 0;
end;

-- Compares the two in one snapshot: one row for each scope that differs. No rows: no drift.
create function verify_inbox_counts(ws uuid)
  returns table (is_global boolean, scope_user_id uuid, expected jsonb, found jsonb)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(s.is_global, l.is_global), coalesce(s.scope_user_id, l.scope_user_id), to_jsonb(s), to_jsonb(l)
    from scan_inbox_counts(ws) s
    full join ledger_inbox_counts(ws) l on l.is_global = s.is_global and l.scope_user_id = s.scope_user_id
   where (s.all_responses, s.requires_attention, s.previously_required_attention, s.total_non_blacklisted, s.needs_repair,
          s.ai_sent, s.ai_review, s.total)
         is distinct from
         (l.all_responses, l.requires_attention, l.previously_required_attention, l.total_non_blacklisted, l.needs_repair,
          l.ai_sent, l.ai_review, l.total)
     and not (s.is_global is null and l.is_global and l.total = 0)
     and not (l.is_global is null and s.is_global and s.total = 0);
end;

-- Rebuilds the rows of a workspace from one scan and drops the deltas that the scan has already seen: both in one
-- statement, hence one snapshot (domain §2.7). Returns how many scopes had drifted.
create function recompute_inbox_counts(ws uuid) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  marked timestamptz;
  drifted int;
begin
  perform pg_advisory_xact_lock(hashtextextended('inbox_counts:' || ws, 0));
  select d.dirty_at into marked from inbox_counts_dirty d where d.workspace_id = ws;
  if not exists (select from workspace w where w.id = ws) then
    return 0;
  end if;
  with truth as materialized (
    select * from scan_inbox_counts(ws)),
  drift as materialized (
    select count(*) as n from verify_inbox_counts(ws)),
  seen as (
    delete from inbox_counts_delta d where d.workspace_id = ws returning 1),
  gone as (
    delete from inbox_counts c
     where c.workspace_id = ws
       and not exists (select from truth t where t.is_global = c.is_global and t.scope_user_id = c.scope_user_id)
    returning 1),
  written as (
    insert into inbox_counts as c (workspace_id, is_global, scope_user_id, all_responses, requires_attention,
        previously_required_attention, total_non_blacklisted, needs_repair, ai_sent, ai_review, total)
      select ws, t.* from truth t
      on conflict (workspace_id, is_global, scope_user_id) do update
        set all_responses = excluded.all_responses, requires_attention = excluded.requires_attention,
            previously_required_attention = excluded.previously_required_attention,
            total_non_blacklisted = excluded.total_non_blacklisted, needs_repair = excluded.needs_repair,
            ai_sent = excluded.ai_sent, ai_review = excluded.ai_review, total = excluded.total,
            computed_at = clock_timestamp(), updated_at = clock_timestamp()
    returning 1)
  select n into drifted from drift;
  insert into inbox_counts_fold as f (workspace_id, generation) values (ws, 1)
    on conflict (workspace_id) do update set generation = f.generation + 1, folded_at = clock_timestamp();
  -- A mark made during the scan stays (domain §2.7).
  delete from inbox_counts_dirty d where d.workspace_id = ws and d.dirty_at <= marked;
  return drifted;
end $$;

create function mark_inbox_counts_dirty(ws uuid) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  insert into inbox_counts_dirty as d (workspace_id) values (ws)
    on conflict (workspace_id) do update set dirty_at = clock_timestamp();
end;

-- Returns leads whose snooze ran out: clears the stored mark, never the time, and puts the lead where it belongs in the
-- list (DESIGN §8.4). At most `max_rows` a call; the number woken.
create function wake_snoozed(max_rows int default 1000) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  woken int;
begin
  update lead l
     set is_snoozed = false, updated_at = greatest(l.updated_at, l.snoozed_until)
    from (select d.workspace_id, d.id from lead d
           where d.is_snoozed and d.snoozed_until <= clock_timestamp()
           order by d.snoozed_until limit max_rows for no key update skip locked) due
   where l.workspace_id = due.workspace_id and l.id = due.id;
  get diagnostics woken = row_count;
  return woken;
end $$;

-- Rebuilds what bulk loads bypass, for one workspace: rollups from the messages, counters from messages and drafts, the
-- addresses, and then the counts. The list order stays.
create function rebuild_workspace(ws uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.keep_updated_at', 'on', true);
  update lead l
     set last_inbound_at = m.inbound_at, last_outbound_at = m.outbound_at, last_zrg_outbound_at = m.zrg_outbound_at,
         last_message_at = m.newest_at, last_message_direction = m.newest_direction,
         channel_mask = coalesce(m.channels, 0), ai_sent_messages = m.ai_sent, review_drafts = m.review
    from (select k.id,
                 max(a.sent_at) filter (where a.direction = 'inbound') as inbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound') as outbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound' and a.source = 'zrg') as zrg_outbound_at,
                 max(a.sent_at) as newest_at,
                 (array_agg(a.direction order by a.sent_at desc, a.id desc))[1] as newest_direction,
                 bit_or(channel_bit(a.channel)) as channels,
                 count(*) filter (where is_ai_sent(a.channel, a.direction, a.source, a.sent_by, a.ai_draft_id)) as ai_sent,
                 (select count(*) from ai_draft d where d.workspace_id = ws and d.lead_id = k.id
                     and is_review_draft(d.status, d.auto_send_action)) as review
            from lead k left join message a on a.workspace_id = ws and a.lead_id = k.id
           where k.workspace_id = ws group by k.id) m
   where l.workspace_id = ws and l.id = m.id
     and (l.last_inbound_at, l.last_outbound_at, l.last_zrg_outbound_at, l.last_message_at, l.last_message_direction,
          l.channel_mask, l.ai_sent_messages, l.review_drafts)
         is distinct from (m.inbound_at, m.outbound_at, m.zrg_outbound_at, m.newest_at, m.newest_direction,
                           coalesce(m.channels, 0), m.ai_sent::int, m.review::int);
  delete from lead_address a where a.workspace_id = ws;
  insert into lead_address (workspace_id, address, lead_id, is_replier)
    select ws, a.address, l.id, a.is_replier
      from lead l, lateral lead_addresses(l.email, l.alternate_emails, l.current_replier_email) a
     where l.workspace_id = ws;
  perform recompute_inbox_counts(ws);
  perform set_config('app.keep_updated_at', '', true);
end $$;

grant select on inbox_counts, inbox_counts_delta, inbox_counts_fold, inbox_counts_dirty to signalbox_app;
grant execute on function lead_ledger_insert(), lead_ledger_update(), lead_ledger_delete(), ai_draft_after_insert(),
  ai_draft_after_update(), ai_draft_after_delete(), follow_up_ledger(), rename_ledger(),
  sum_inbox_counts(int[], bigint[]), fold_inbox_counts(int),
  verify_inbox_counts(uuid), recompute_inbox_counts(uuid), mark_inbox_counts_dirty(uuid), wake_snoozed(int)
  to signalbox_app;

alter table inbox_counts enable row level security;
create policy inbox_counts_read on inbox_counts for select using (
  workspace_id = any ((select full_workspaces())::uuid[])
  or (scope_user_id = (select current_user_id()) and workspace_id = any ((select own_workspaces())::uuid[])));
create policy inbox_counts_service on inbox_counts for select using (workspace_id = (select service_workspace()));
alter table inbox_counts_delta enable row level security;
create policy inbox_counts_delta_read on inbox_counts_delta for select using (
  workspace_id = any ((select full_workspaces())::uuid[])
  or (assignee = (select current_user_id()) and workspace_id = any ((select own_workspaces())::uuid[])));
create policy inbox_counts_delta_service on inbox_counts_delta for select using (
  workspace_id = (select service_workspace()));
alter table inbox_counts_fold enable row level security;
create policy inbox_counts_fold_read on inbox_counts_fold for select using (
  workspace_id = any ((select full_workspaces())::uuid[]) or workspace_id = any ((select own_workspaces())::uuid[])
  or workspace_id = (select service_workspace()));
