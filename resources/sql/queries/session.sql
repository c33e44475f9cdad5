-- name: SessionCreate
insert into auth_session (id, user_id, created_at, used_at) values ($1::uuid, $2::uuid, $3::timestamptz, $3::timestamptz)

-- name: SessionAddToken
-- A successor that exists already is a mistake of ours: auth_refresh_token_successor_key refuses it.
insert into auth_refresh_token (token_hash, session_id, parent_hash, created_at)
  values ($1::text, $2::uuid, $3::text, $4::timestamptz)

-- name: SessionLockByToken
-- Everything about one session happens one after another, on every instance: the row lock is the queue. The token itself
-- is read by the next statement, whose snapshot is newer than the wait. Served by auth_refresh_token_pk, auth_session_pk.
select s.id, s.user_id, s.used_at, s.ended_at
  from auth_session s
 where s.id = (select t.session_id from auth_refresh_token t where t.token_hash = $1::text)
   for update of s

-- name: SessionReadToken
-- Served by auth_refresh_token_pk and auth_refresh_token_successor_key.
select t.used_at, n.token_hash as successor_hash, n.used_at as successor_used_at
  from auth_refresh_token t left join auth_refresh_token n on n.parent_hash = t.token_hash
 where t.token_hash = $1::text

-- name: SessionUseToken
update auth_refresh_token set used_at = $2::timestamptz where token_hash = $1::text and used_at is null

-- name: SessionTouch
update auth_session set used_at = $2::timestamptz where id = $1::uuid

-- name: SessionForgetTokens
-- A used token is remembered as long as a token may live; one that comes back later is unknown, and as useless. Served by
-- auth_refresh_token_session_ix.
delete from auth_refresh_token where session_id = $1::uuid and used_at < $2::timestamptz

-- name: SessionEnd
update auth_session set ended_at = $2::timestamptz, end_reason = $3::text where id = $1::uuid and ended_at is null

-- name: SessionEndOfUser
-- All of a person's sessions but one ($2, null: all). Served by auth_session_user_ix.
update auth_session set ended_at = $3::timestamptz, end_reason = $4::text
 where user_id = $1::uuid and ended_at is null and ($2::uuid is null or id <> $2::uuid)

-- name: SessionPruneOfUser
-- Run at a sign-in: what ended or fell idle before $2 tells nobody anything. Served by auth_session_user_ix.
delete from auth_session where user_id = $1::uuid and (ended_at < $2::timestamptz or used_at < $2::timestamptz)

-- name: SessionStanding
-- What the authenticator asks for each session about once a second. Served by auth_session_pk and app_user_pkey.
select s.user_id, s.used_at, s.ended_at is not null as is_ended, u.disabled_at is not null as is_disabled
  from auth_session s join app_user u on u.id = s.user_id
 where s.id = $1::uuid
