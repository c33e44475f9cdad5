-- Sessions and their refresh tokens. Of people, not of tenants: no workspace_id, no row-level security; nothing here is
-- ever sent to a client, and of a token only its SHA-256 is kept.
set local role signalbox_owner;

create table auth_session (
  id uuid not null,
  user_id uuid not null,
  created_at timestamptz not null,
  used_at timestamptz not null,             -- the last sign-in or refresh; 30 days without one end it
  ended_at timestamptz,
  end_reason text,
  constraint auth_session_pk primary key (id),
  constraint auth_session_user_fk foreign key (user_id) references app_user (id) on delete cascade,
  constraint auth_session_end_ck check ((ended_at is null) = (end_reason is null)),
  constraint auth_session_end_reason_ck check (
    end_reason in ('signed_out', 'password_changed', 'user_disabled', 'token_reused'))
);
create index auth_session_user_ix on auth_session (user_id);

-- The tokens of a session form one line: each but the first replaces its parent, and a parent has one successor.
create table auth_refresh_token (
  token_hash text not null,
  session_id uuid not null,
  parent_hash text,
  created_at timestamptz not null,
  used_at timestamptz,                      -- when it was traded for its successor
  constraint auth_refresh_token_pk primary key (token_hash),
  constraint auth_refresh_token_successor_key unique (parent_hash),
  constraint auth_refresh_token_session_fk foreign key (session_id) references auth_session (id) on delete cascade
);
create index auth_refresh_token_session_ix on auth_refresh_token (session_id);

grant select, insert, update, delete on auth_session, auth_refresh_token to signalbox_app;

-- Whether the caller may change another person's account, which reaches into every workspace that person is in: only one
-- who administers all of these, and owns those the person owns. A person of no workspace is nobody's.
create function may_administer(caller uuid, person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with place as (
    select w.id as workspace_id, true as is_owned from workspace w where w.owner_user_id = person
    union all
    select m.workspace_id, false from workspace_member m where m.user_id = person)
  select exists (select from place)
     and not exists (
       select from place p left join workspace_roles(caller) c on c.workspace_id = p.workspace_id
        where c.role is null or c.role not in ('OWNER', 'ADMIN') or (p.is_owned and c.role <> 'OWNER'));
end;
grant execute on function may_administer(uuid, uuid) to signalbox_app;
