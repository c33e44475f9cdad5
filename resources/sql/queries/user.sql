-- name: UserByEmail
-- Addresses are stored in one spelling (app_user_email_normal_ck), so this is app_user_email_key.
select id, email, name, password_hash, disabled_at, created_at, updated_at from app_user where email = $1::text

-- name: UserById
select id, email, name, password_hash, disabled_at, created_at, updated_at from app_user where id = $1::uuid

-- name: UserAny
select exists (select from app_user)

-- name: UserFirstLock
-- Two first-run pages at once: the second waits here and then finds a user.
select pg_advisory_xact_lock(hashtextextended('signalbox:first-owner', 0))

-- name: UserAdd
-- No row when the address is taken.
insert into app_user (email, name, password_hash) values ($1::text, $2::text, $3::text)
  on conflict on constraint app_user_email_key do nothing
  returning id, email, name, password_hash, disabled_at, created_at, updated_at

-- name: UserSetPassword
update app_user set password_hash = $2::text, updated_at = now() where id = $1::uuid

-- name: UserSetName
update app_user set name = $2::text, updated_at = now() where id = $1::uuid

-- name: UserSetDisabled
update app_user
   set disabled_at = case when $2::boolean then coalesce(disabled_at, $3::timestamptz) end, updated_at = now()
 where id = $1::uuid

-- name: UserList
-- For the operator; a handful of rows to some thousands.
select id, email, name, null as password_hash, disabled_at, created_at, updated_at from app_user order by email

-- name: UserMayAdminister
select may_administer($1::uuid, $2::uuid)
