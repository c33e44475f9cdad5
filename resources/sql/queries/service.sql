-- name: ServiceLogin
-- Who a connection is, and whether it may migrate: decides if a service that was given one address must look after the
-- schema itself. Read once at the start.
select current_user::text as login, (r.rolsuper or r.rolcreaterole) as may_migrate
  from pg_roles r where r.rolname = current_user

-- name: ServicePing
-- The readiness probe: a round trip and nothing else.
select 1

-- name: SnapshotExport
-- Lets another connection see exactly what this transaction sees, for as long as it is open.
select pg_export_snapshot()

-- name: RuntimeFlagsOf
-- Every switch of one environment; a handful of rows, read every other second (DESIGN §8.12).
select key, value from runtime_flag where environment = $1::text
