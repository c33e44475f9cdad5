-- name: FeedServer
-- Whether this server and this login can feed at all; asked at every connection, so that a repaired setting is noticed.
select current_setting('wal_level') as wal_level, r.rolreplication or r.rolsuper as may_replicate,
       d.oid::text as database_oid, current_setting('max_slot_wal_keep_size') <> '-1' as is_log_bounded
  from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()

-- name: FeedSlots
-- The slots of this instance in this database: `$1` is their common name, which a second one of it has a number after.
select s.slot_name, s.active, coalesce(s.wal_status = 'lost', false) as is_lost,
       pg_wal_lsn_diff(s.confirmed_flush_lsn, '0/0')::bigint as confirmed
  from pg_replication_slots s
 where s.database = current_database() and s.plugin = 'pgoutput'
   and (s.slot_name = $1::text or s.slot_name ~ ('^' || $1::text || '_[2-9]$'))
 order by s.slot_name

-- name: FeedClaimSlot
-- Before the slot is made, so that the janitor never sees one without an owner.
insert into feed_instance (slot_name, instance) values ($1::text, $2::text)
  on conflict (slot_name) do update set instance = excluded.instance, heartbeat_at = now()

-- name: FeedCreateSlot
-- Where reading begins: everything committed later is read.
select pg_wal_lsn_diff(s.lsn, '0/0')::bigint as start from pg_create_logical_replication_slot($1::text, 'pgoutput') s

-- name: FeedDropSlot
select pg_drop_replication_slot(s.slot_name) from pg_replication_slots s where s.slot_name = $1::text and not s.active

-- name: FeedEndOwnSender
-- A connection that broke on our side only still holds the slot; the name is of one service's one life.
select pg_terminate_backend(a.pid) from pg_stat_activity a
 where a.application_name = $1::text and a.backend_type = 'walsender' and a.usename = current_user

-- name: FeedSnapshot
-- Which transactions other sessions see already: one question for all commits that wait (realtime §3.1).
select pg_current_snapshot()::text

-- name: FeedBeat
update feed_instance set heartbeat_at = now() where slot_name = $1::text

-- name: FeedEnd
-- How far the log goes by now: what has not been read yet is the lag.
select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint

-- name: FeedSweepLock
-- One janitor at a time; nobody waits for it.
select pg_try_advisory_xact_lock(hashtextextended('signalbox:feed', 0))

-- name: FeedStaleSlots
-- Slots of ours in this database that nobody reads and whose service has not been heard of for `$1` seconds.
select s.slot_name from pg_replication_slots s left join feed_instance i on i.slot_name = s.slot_name
 where s.database = current_database() and s.slot_name like 'signalbox\_%' and s.plugin = 'pgoutput' and not s.active
   and coalesce(i.heartbeat_at < now() - make_interval(secs => $1::float8), true)

-- name: FeedForgetStale
-- Owners without a slot.
delete from feed_instance i
 where i.heartbeat_at < now() - make_interval(secs => $1::float8)
   and not exists (select from pg_replication_slots s where s.slot_name = i.slot_name)

-- name: FeedEmit
-- A note to every reader of the feed (realtime §3.1). With the commit: told only if the transaction commits, after what it
-- changed.
select pg_logical_emit_message($1::bool, $2::text, $3::bytea)
