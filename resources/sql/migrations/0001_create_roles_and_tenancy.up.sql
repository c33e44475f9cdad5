-- Roles, people, workspaces and memberships (domain §1.4.1, DESIGN §8.1).
--
-- Roles belong to the whole cluster, so another database of it may have made them already. The service logs in as
-- signalbox_app: it owns nothing and cannot bypass row-level security.
do $$
begin
  perform pg_advisory_xact_lock(hashtextextended('signalbox:roles', 0));
  if not exists (select from pg_roles where rolname = 'signalbox_owner') then
    create role signalbox_owner nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'signalbox_app') then
    create role signalbox_app login;
  end if;
exception when duplicate_object or unique_violation then
  null;  -- made by a migration of another database at this very moment
end $$;

grant signalbox_owner to current_user;
grant create, usage on schema public to signalbox_owner;
grant usage on schema public to signalbox_app;
revoke create on schema public from public;

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

set local role signalbox_owner;

alter default privileges for role signalbox_owner in schema public revoke execute on functions from public;

create type workspace_role as enum ('ADMIN', 'INBOX_MANAGER', 'SETTER', 'CLIENT_PORTAL');

-- A person who can sign in. OWNER is not a stored role: it follows from workspace.owner_user_id.
create table app_user (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  name text not null default '',
  password_hash text,                       -- argon2id, null: cannot sign in with a password
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint app_user_email_normal_ck check (email = lower(btrim(email)) and email <> ''),
  constraint app_user_email_key unique (email)
);

create table workspace (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  owner_user_id uuid not null,
  timezone text,                            -- IANA name
  ghl_location_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint workspace_name_ck check (btrim(name) <> ''),
  constraint workspace_owner_fk foreign key (owner_user_id) references app_user (id)
);
create index workspace_owner_ix on workspace (owner_user_id);

create table workspace_member (
  workspace_id uuid not null,
  user_id uuid not null,
  role workspace_role not null,             -- one person may hold several; the highest weight wins
  created_at timestamptz not null default now(),
  constraint workspace_member_pk primary key (workspace_id, user_id, role),
  constraint workspace_member_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade,
  constraint workspace_member_user_fk foreign key (user_id) references app_user (id) on delete cascade
);
create index workspace_member_user_ix on workspace_member (user_id);

-- Who is asking, set per transaction (DESIGN §8.1). Empty or unset: nobody.
create function current_user_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::uuid;

-- The one workspace a transaction of the service itself works on (ingest, member administration), if any.
create function service_workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.service_workspace', true), '')::uuid;

-- Weight of a stored role (domain §1.4.1).
create function role_weight(role workspace_role) returns int language sql immutable parallel safe
  return case role when 'ADMIN' then 4 when 'INBOX_MANAGER' then 3 when 'SETTER' then 1 else 0 end;

-- Every workspace a person may enter with the role that counts; OWNER is virtual.
--
-- These three are PL/pgSQL for its cached plans: a list statement evaluates them some twenty times, and an SQL function
-- is planned anew each time (0.3 ms against 0.02 ms).
create function workspace_roles(person uuid) returns table (workspace_id uuid, role text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select w.id, 'OWNER' from workspace w
     where w.owner_user_id = person and exists (select from app_user u where u.id = person and u.disabled_at is null)
    union all
    select m.workspace_id, (array_agg(m.role::text order by role_weight(m.role) desc))[1]
      from workspace_member m join workspace w on w.id = m.workspace_id
     where m.user_id = person and w.owner_user_id <> person
       and exists (select from app_user u where u.id = person and u.disabled_at is null)
     group by m.workspace_id;
end $$;

-- The caller's workspaces with sight of every lead, and those with sight of the assigned ones only (domain §2.5). The
-- policies call them once per statement, as uncorrelated sub-selects (DESIGN §8.1).
create function full_workspaces() returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  person constant uuid := current_user_id();
begin
  if person is null then
    return '{}';
  end if;
  return array(select r.workspace_id from workspace_roles(person) r where r.role <> 'SETTER');
end $$;

create function own_workspaces() returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  person constant uuid := current_user_id();
begin
  if person is null then
    return '{}';
  end if;
  return array(select r.workspace_id from workspace_roles(person) r where r.role = 'SETTER');
end $$;

grant execute on function current_user_id(), service_workspace(), role_weight(workspace_role), workspace_roles(uuid),
  full_workspaces(), own_workspaces() to signalbox_app;
grant select, insert, update on app_user to signalbox_app;
grant select, insert, update, delete on workspace, workspace_member to signalbox_app;

alter table workspace enable row level security;
create policy workspace_read on workspace for select using (
  id = any ((select full_workspaces())::uuid[]) or id = any ((select own_workspaces())::uuid[]));
create policy workspace_service on workspace using (id = (select service_workspace()));

alter table workspace_member enable row level security;
create policy workspace_member_read on workspace_member for select using (
  user_id = (select current_user_id()) or workspace_id = any ((select full_workspaces())::uuid[]));
create policy workspace_member_service on workspace_member using (workspace_id = (select service_workspace()));

-- Switches read at run time, per environment (DESIGN §8.12, D11).
create table runtime_flag (
  environment text not null,
  key text not null,
  value text not null,
  updated_at timestamptz not null default now(),
  updated_by text not null default '',
  constraint runtime_flag_pk primary key (environment, key)
);
grant select, insert, update, delete on runtime_flag to signalbox_app;
