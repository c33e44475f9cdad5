-- name: MigrationLock
-- A session lock: starters take turns over all steps. It is free again when the holder's connection ends.
select pg_advisory_lock(hashtextextended('signalbox:migrate', 0))

-- name: MigrationUnlock
select pg_advisory_unlock(hashtextextended('signalbox:migrate', 0))

-- name: MigrationTable
create table if not exists schema_migration (
  version int constraint schema_migration_pk primary key,
  name text not null,
  applied_at timestamptz not null default now()
)

-- name: MigrationTableGrant
grant select on schema_migration to public

-- name: MigrationTableExists
select to_regclass('public.schema_migration') is not null

-- name: MigrationApplied
select version from schema_migration order by version

-- name: MigrationClaim
insert into schema_migration (version, name) values ($1::int, $2::text)

-- name: MigrationForget
delete from schema_migration where version = $1::int
