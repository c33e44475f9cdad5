-- name: WorkspaceListOfUser
-- Every workspace the person may enter, with the role that counts and what requires attention in its scope (bit 4 of
-- categories, domain §2.3): stored row, pending deltas and snoozes that ran out, as CountsRead does it, by the same
-- indexes, once a workspace.
select w.id, w.name, r.role, w.timezone,
       coalesce(stored.n, 0) + coalesce(pending.n, 0) + due.n as attention
  from workspace_roles($1::uuid) r
  join workspace w on w.id = r.workspace_id
  left join lateral (
    select c.requires_attention::bigint as n from inbox_counts c
     where c.workspace_id = w.id and c.is_global = (r.role <> 'SETTER')
       and c.scope_user_id = case when r.role = 'SETTER' then $1::uuid else '00000000-0000-0000-0000-000000000000' end
  ) stored on true
  left join lateral (
    select sum(d.n) as n from inbox_counts_delta d
     where d.workspace_id = w.id and d.categories & 4 <> 0 and (r.role <> 'SETTER' or d.assignee = $1::uuid)
  ) pending on true
  cross join lateral (
    select count(*) as n from lead l
     where l.workspace_id = w.id and l.is_snoozed and l.snoozed_until <= now() and l.awake_categories & 4 <> 0
       and (r.role <> 'SETTER' or l.assigned_to_user_id = $1::uuid)
  ) due
 order by lower(w.name), w.id

-- name: WorkspaceRoleOf
-- The role that counts, or no row: unknown and foreign look the same. Served by workspace_owner_ix and
-- workspace_member_user_ix.
select r.role from workspace_roles($1::uuid) r where r.workspace_id = $2::uuid

-- name: WorkspaceAdd
insert into workspace (id, name, owner_user_id, timezone) values ($1::uuid, $2::text, $3::uuid, $4::text)

-- name: WorkspaceAll
-- For the operator, as the database's administrator.
select w.id, w.name, w.timezone, u.email as owner,
       (select count(distinct m.user_id) from workspace_member m where m.workspace_id = w.id) as members
  from workspace w join app_user u on u.id = w.owner_user_id
 order by lower(w.name), w.id

-- name: WorkspaceKnowsTimezone
-- A handful of microseconds against pg_timezone_names' directory walk: the conversion fails for an unknown name.
select now() at time zone $1::text

-- name: WorkspaceMembers
-- The owner first, then everybody with a stored role, by name. Served by workspace_member_pk.
select u.id, u.email, u.name, u.disabled_at is not null as is_disabled,
       array_agg(p.role order by p.weight desc, p.role) as roles, min(p.created_at) as since
  from (select w.owner_user_id as user_id, 'OWNER' as role, 5 as weight, w.created_at from workspace w where w.id = $1::uuid
        union all
        select m.user_id, m.role::text, role_weight(m.role), m.created_at
          from workspace_member m where m.workspace_id = $1::uuid) p
  join app_user u on u.id = p.user_id
 group by u.id
 order by max(p.weight) desc, lower(u.name), u.email

-- name: WorkspaceLock
-- Changes to one workspace's people happen one after another, so that a check of who is left still holds at the commit.
-- Not `for update`: that would wait for everybody who inserts a row that refers to the workspace.
select owner_user_id from workspace where id = $1::uuid for no key update

-- name: WorkspaceAddMember
insert into workspace_member (workspace_id, user_id, role) values ($1::uuid, $2::uuid, $3::text::workspace_role)
  on conflict on constraint workspace_member_pk do nothing

-- name: WorkspaceRemoveMember
-- One role of a person, or all ($3 null).
delete from workspace_member
 where workspace_id = $1::uuid and user_id = $2::uuid and ($3::text is null or role = $3::text::workspace_role)
