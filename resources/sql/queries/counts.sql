-- name: CountsRead
-- The stored row of one scope ($2: the setter, null for the whole workspace), its pending deltas and the snoozes that ran
-- out but were not woken yet, in one statement: exact at the snapshot (DESIGN D2). Served by inbox_counts_pk,
-- inbox_counts_delta_pk and lead_snoozed_ix. The last columns are the data version's parts (DESIGN §8.5).
with stored as (
  select c.* from inbox_counts c
   where c.workspace_id = $1::uuid and c.is_global = ($2::uuid is null)
     and c.scope_user_id = coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')),
pending as (
  select d.id, d.categories as mask, d.n::bigint as n from inbox_counts_delta d
   where d.workspace_id = $1::uuid and ($2::uuid is null or d.assignee = $2::uuid)),
due as (
  select l.awake_categories as mask, 1::bigint as n from lead l
   where l.workspace_id = $1::uuid and l.is_snoozed and l.snoozed_until <= now()
     and ($2::uuid is null or l.assigned_to_user_id = $2::uuid)),
moved as (
  select s.* from (select array_agg(x.mask) as masks, array_agg(x.n) as numbers
                     from (select mask, n from pending union all select mask, n from due) x) a,
    lateral sum_inbox_counts(a.masks, a.numbers) s)
select coalesce(s.all_responses, 0) + m.all_responses as all_responses,
       coalesce(s.requires_attention, 0) + m.requires_attention as requires_attention,
       coalesce(s.previously_required_attention, 0) + m.previously_required_attention as previously_required_attention,
       coalesce(s.total_non_blacklisted, 0) + m.total_non_blacklisted as total_non_blacklisted,
       coalesce(s.needs_repair, 0) + m.needs_repair as needs_repair,
       coalesce(s.ai_sent, 0) + m.ai_sent as ai_sent,
       coalesce(s.ai_review, 0) + m.ai_review as ai_review,
       coalesce(s.total, 0) + m.total as total,
       now() as read_at,
       (select f.generation from inbox_counts_fold f where f.workspace_id = $1::uuid) as generation,
       (select count(*) from pending) as pending_rows,
       (select max(p.id) from pending p) as highest_id,
       (select count(*) from due) as due_rows
  from moved m left join stored s on true

-- name: CountsVersion
-- The data version of a scope without its figures: what a cache asks before it answers. Append-only parts, so that two
-- transactions that commit out of id order still change it (DESIGN §8.5).
select (select f.generation from inbox_counts_fold f where f.workspace_id = $1::uuid) as generation,
       p.rows as pending_rows, p.highest as highest_id,
       (select count(*) from lead l
         where l.workspace_id = $1::uuid and l.is_snoozed and l.snoozed_until <= now()
           and ($2::uuid is null or l.assigned_to_user_id = $2::uuid)) as due_rows,
       now() as read_at
  from (select count(*) as rows, max(d.id) as highest from inbox_counts_delta d
         where d.workspace_id = $1::uuid and ($2::uuid is null or d.assignee = $2::uuid)) p

-- name: CountsLegacy
-- The form this product replaces (domain §2.3): one filtered count over the workspace a read. The benchmark's peer.
select count(*) filter (where l.categories & 2 <> 0) as all_responses,
       count(*) filter (where l.categories & 4 <> 0) as requires_attention,
       count(*) filter (where l.categories & 8 <> 0) as previously_required_attention,
       count(*) filter (where l.categories & 16 <> 0) as total_non_blacklisted,
       count(*) filter (where l.categories & 32 <> 0) as needs_repair,
       count(*) filter (where l.categories & 64 <> 0) as ai_sent,
       count(*) filter (where l.categories & 128 <> 0) as ai_review,
       count(*) filter (where l.categories & 1 <> 0) as total
  from lead l
 where l.workspace_id = $1::uuid and ($2::uuid is null or l.assigned_to_user_id = $2::uuid)

-- name: CountsFold
select fold_inbox_counts($1::int)

-- name: CountsWakeSnoozed
select wake_snoozed($1::int)

-- name: CountsVerify
select is_global, scope_user_id, expected::text, found::text from verify_inbox_counts($1::uuid) order by 1 desc, 2

-- name: CountsRecompute
select recompute_inbox_counts($1::uuid)

-- name: CountsMarkDirty
select mark_inbox_counts_dirty($1::uuid)

-- name: CountsTakeTime
-- For what passes over all messages of a workspace: the session's statements may take longer than a request's.
select set_config('statement_timeout', '10min', false)

-- name: CountsTakeNoMoreTime
-- As the connection was opened.
select set_config('statement_timeout', s.reset_val, false) from pg_settings s where s.name = 'statement_timeout'

-- name: CountsDirtyOldest
-- Workspaces a bulk load left to the reconciler, oldest mark first (domain §2.7).
select workspace_id from inbox_counts_dirty order by dirty_at limit $1::int

-- name: CountsRebuildWorkspace
select rebuild_workspace($1::uuid)

-- name: CountsStalestWorkspace
-- The workspace whose rows were checked longest ago: the scheduled reconciler walks all of them in turn.
select workspace_id from inbox_counts where is_global order by computed_at limit 1
