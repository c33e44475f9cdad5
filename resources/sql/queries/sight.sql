-- name: SightOfCaller
-- What decides for the policies of `lead` (migration 0002): the same two functions, asked once a person instead of once a
-- statement.
select full_workspaces() as full_sight, own_workspaces() as own_sight

-- name: SightPolicies
-- Whether reading a lead is still decided as the hub decides it (DESIGN §8.1): every policy that applies to a SELECT,
-- with its expression as PostgreSQL prints it. The analysts' policy is another role's.
select count(*) = 2
   and bool_and(p.polpermissive and p.polroles = array['signalbox_app'::regrole::oid]
     and regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g') = any (array[
       '((workspace_id = ANY (( SELECT full_workspaces() AS full_workspaces)::uuid[])) OR ((assigned_to_user_id = ( SELECT current_user_id() AS current_user_id)) AND (workspace_id = ANY (( SELECT own_workspaces() AS own_workspaces)::uuid[]))))',
       '(workspace_id = ( SELECT service_workspace() AS service_workspace))'])) as is_known,
   array_agg(p.polname || ': ' || pg_get_expr(p.polqual, p.polrelid)) as found
  from pg_policy p
 where p.polrelid = 'lead'::regclass and p.polcmd in ('r', '*')
   and not p.polroles = array['signalbox_analyst'::regrole::oid]

-- name: SightSample
-- Which of these leads the caller sees, under row-level security. Served by lead_id_key.
select l.id, l.workspace_id, l.assigned_to_user_id from lead l where l.id = any ($1::uuid[])
