-- What the change feed reads (realtime §3.1, DESIGN D3): publications, the identity of a lead in the log, and who reads
-- through which slot.
--
-- Only a superuser may make a role that replicates. Without one the role is made all the same; the feed then says what is
-- missing (`alter role signalbox_feed replication`), and everything else works.
do $$
begin
  perform pg_advisory_xact_lock(hashtextextended('signalbox:roles', 0));
  if not exists (select from pg_roles where rolname = 'signalbox_feed') then
    begin
      create role signalbox_feed login replication;
    exception when insufficient_privilege then
      create role signalbox_feed login;
    end;
  end if;
exception when duplicate_object or unique_violation then
  null;  -- made by a migration of another database at this very moment
end $$;
grant usage on schema public to signalbox_feed;

set local role signalbox_owner;

-- The assignee as the log needs it: never null (the sentinel is nobody), because it is part of the row's identity, and a
-- column of its own, because generated columns are not published. Typing the new column anew fills it in one pass that
-- fires no trigger; an update would write every row twice and move all of them in the list.
alter table lead add column assignee_key uuid;
alter table lead alter column assignee_key type uuid
  using coalesce(assigned_to_user_id, '00000000-0000-0000-0000-000000000000');
alter table lead
  alter column assignee_key set default '00000000-0000-0000-0000-000000000000',
  alter column assignee_key set not null,
  add constraint lead_assignee_key_ck
    check (assignee_key = coalesce(assigned_to_user_id, '00000000-0000-0000-0000-000000000000'));

create or replace function lead_before_write() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  new.assignee_key := coalesce(new.assigned_to_user_id, '00000000-0000-0000-0000-000000000000');
  if tg_op = 'INSERT' or new.snoozed_until is distinct from old.snoozed_until then
    new.is_snoozed := coalesce(new.snoozed_until > clock_timestamp(), false);
  end if;
  -- Any write moves the lead in the list (domain §1.4.3), unless the writer says when it happened or that it must stay.
  if tg_op = 'UPDATE' and new.updated_at is not distinct from old.updated_at
     and coalesce(current_setting('app.keep_updated_at', true), '') <> 'on' then
    new.updated_at := clock_timestamp();
  end if;
  return new;
end $$;

-- The identity: an update carries its old key only when it moved the lead to another workspace or assignee, and nothing
-- else of the old row.
create unique index lead_scope on lead (id, workspace_id, assignee_key);
alter table lead replica identity using index lead_scope;

-- A rename shows in lists and moves no count: it is told like every such change (DESIGN §8.5).
create or replace function rename_ledger() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws uuid := case when tg_table_name = 'workspace' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'workspace_id' end;
begin
  insert into inbox_counts_fold as f (workspace_id, generation) values (ws, 1)
    on conflict (workspace_id) do update set generation = f.generation + 1;
  insert into inbox_counts_delta (workspace_id, assignee, categories, n)
    values (ws, '00000000-0000-0000-0000-000000000000', 0, 0);
  return null;
end $$;

-- Which service reads through which slot. A slot holds back the log, so one whose service is gone must not stay.
create table feed_instance (
  slot_name text not null,
  instance text not null,                   -- as configured
  heartbeat_at timestamptz not null default now(),
  constraint feed_instance_pk primary key (slot_name),
  constraint feed_instance_slot_ck check (slot_name ~ '^signalbox_[a-z0-9_]+$')
);
grant select, insert, update, delete on feed_instance to signalbox_feed;

-- A publication belongs to who may make one in this database: the administrator, who is a member of the owner's role.
reset role;

-- Keys, state and times of leads (DESIGN §8.15): names, addresses and texts never leave the database this way.
create publication signalbox_lead for table lead (id, workspace_id, assignee_key, status, sentiment_tag, overall_score,
  snoozed_until, last_inbound_at, last_outbound_at, last_zrg_outbound_at, last_message_at, last_message_direction,
  created_at, updated_at) with (publish = 'insert, update');

-- What decides who may see them.
create publication signalbox_access for table workspace_member (workspace_id, user_id, role),
  workspace (id, owner_user_id), app_user (id, disabled_at), auth_session (id, user_id, ended_at)
  with (publish = 'insert, update, delete, truncate');

-- Whose counts or lists may read otherwise now; deletes of leads are told only by this.
create publication signalbox_counts for table inbox_counts_delta (id, workspace_id) with (publish = 'insert');
