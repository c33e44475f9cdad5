-- What people do to leads beside the fields of the lead itself (DESIGN D9, §8.19–8.20): messages on their way out, internal
-- notes, what each person has read, saved views, answers kept for repeated requests, and the record of every write.
set local role signalbox_owner;

-- Workspaces in which the caller works for the team and sees every lead: not SETTER, and not the customer's own login, which
-- reads the leads but nothing that is only for colleagues.
create function team_workspaces() returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  person constant uuid := current_user_id();
begin
  if person is null then
    return '{}';
  end if;
  return array(select r.workspace_id from workspace_roles(person) r where r.role in ('OWNER', 'ADMIN', 'INBOX_MANAGER'));
end $$;

-- Who worked on a draft. The machine's own text is kept beside the edited one: it decides between APPROVED and EDITED.
alter table ai_draft
  add column original_content text,
  add column edited_by_user_id uuid,
  add column edited_at timestamptz,
  add column decided_by_user_id uuid,
  add column decided_at timestamptz,
  add constraint ai_draft_edited_by_fk foreign key (edited_by_user_id) references app_user (id) on delete set null,
  add constraint ai_draft_decided_by_fk foreign key (decided_by_user_id) references app_user (id) on delete set null;

-- A message on its way out. The id is what a provider is told, so that a repeated hand-over is no second message.
create table outbound_send (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  draft_id uuid,                            -- null: written by hand
  author_user_id uuid not null,
  channel text not null,
  subject text,
  body text not null,
  recipients text[] not null,
  cc text[] not null default '{}',
  state text not null default 'queued',
  error_code text,
  run_at timestamptz not null,              -- not before this; until it is claimed it can be taken back
  claimed_at timestamptz,
  finished_at timestamptz,
  attempts int not null default 0,
  provider_message_id text,                 -- what the provider calls it
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint outbound_send_pk primary key (workspace_id, id),
  constraint outbound_send_id_key unique (id),
  constraint outbound_send_state_ck check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
  constraint outbound_send_channel_ck check (channel in ('sms', 'email', 'linkedin')),
  constraint outbound_send_recipients_ck check (cardinality(recipients) between 1 and 50 and cardinality(cc) <= 50),
  constraint outbound_send_body_ck check (btrim(body) <> ''),
  constraint outbound_send_claim_ck check (state not in ('sending', 'sent', 'unknown') or claimed_at is not null),
  constraint outbound_send_error_ck check (state <> 'failed' or error_code is not null),
  constraint outbound_send_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id)
    on delete cascade,
  constraint outbound_send_draft_fk foreign key (workspace_id, draft_id) references ai_draft (workspace_id, id)
    on delete set null (draft_id),
  constraint outbound_send_author_fk foreign key (author_user_id) references app_user (id)
);
-- A draft leaves once: whatever went out, is going out or may have gone out keeps a second one away.
create unique index outbound_send_draft_key on outbound_send (workspace_id, draft_id)
  where draft_id is not null and state not in ('failed', 'cancelled');
create index outbound_send_due_ix on outbound_send (run_at) where state = 'queued';
create index outbound_send_lead_ix on outbound_send (workspace_id, lead_id, created_at)
  where state in ('queued', 'sending', 'failed', 'unknown');

-- For colleagues; nothing sends it anywhere.
create table lead_note (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  author_user_id uuid not null,
  body text not null,
  created_at timestamptz not null default now(),
  constraint lead_note_pk primary key (workspace_id, id),
  constraint lead_note_id_key unique (id),
  constraint lead_note_body_ck check (btrim(body) <> '' and octet_length(body) <= 10240),
  constraint lead_note_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id) on delete cascade,
  constraint lead_note_author_fk foreign key (author_user_id) references app_user (id)
);
create index lead_note_lead_ix on lead_note (workspace_id, lead_id, created_at);

-- Up to when a person has read a lead. Unread: its newest inbound message is later. A table of its own, so that reading
-- neither moves the lead in anybody's list nor changes a count.
create table lead_read (
  workspace_id uuid not null,
  user_id uuid not null,
  lead_id uuid not null,
  read_through timestamptz not null,
  constraint lead_read_pk primary key (workspace_id, user_id, lead_id),
  constraint lead_read_user_fk foreign key (user_id) references app_user (id) on delete cascade,
  constraint lead_read_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id) on delete cascade
);
create index lead_read_lead_ix on lead_read (workspace_id, lead_id);

-- One row a person and workspace: up to when everything counts as read that has no row of its own, and how many marks were
-- set, which is the version of what the person's list shows of them.
create table workspace_read (
  workspace_id uuid not null,
  user_id uuid not null,
  read_through timestamptz not null default '-infinity',
  marks bigint not null default 0,
  constraint workspace_read_pk primary key (workspace_id, user_id),
  constraint workspace_read_user_fk foreign key (user_id) references app_user (id) on delete cascade,
  constraint workspace_read_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

create table saved_view (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  owner_user_id uuid not null,
  name text not null,
  query jsonb not null,                     -- the list's parameters by their wire names; checked by the service
  is_shared boolean not null default false,
  position int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint saved_view_pk primary key (workspace_id, id),
  constraint saved_view_id_key unique (id),
  constraint saved_view_name_ck check (btrim(name) <> '' and char_length(name) <= 80),
  constraint saved_view_query_ck check (jsonb_typeof(query) = 'object' and octet_length(query::text) <= 8192),
  constraint saved_view_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade,
  constraint saved_view_owner_fk foreign key (owner_user_id) references app_user (id) on delete cascade
);
create unique index saved_view_name_key on saved_view (workspace_id, owner_user_id, lower(name));

-- The first answer to a write, stored in the transaction of the write itself: a crash between commit and answer loses
-- neither. Of people, not of tenants. Kept 24 hours (ux §7).
create table idempotency_key (
  user_id uuid not null,
  key text not null,
  operation text not null,
  request_hash bytea not null,
  status int,
  answer text,
  created_at timestamptz not null default now(),
  constraint idempotency_key_pk primary key (user_id, key),
  constraint idempotency_key_length_ck check (char_length(key) between 1 and 255),
  constraint idempotency_key_hash_ck check (octet_length(request_hash) = 32),
  constraint idempotency_key_answer_ck check ((status is null) = (answer is null)),
  constraint idempotency_key_user_fk foreign key (user_id) references app_user (id) on delete cascade
);
create index idempotency_key_created_ix on idempotency_key (created_at);

-- Who did what, with the state before and after (ux §7): written in the same transaction, never changed.
create table triage_event (
  workspace_id uuid not null,
  id bigint generated always as identity,
  lead_id uuid,
  actor_user_id uuid not null,
  action text not null,
  before jsonb,
  after jsonb,
  at timestamptz not null default clock_timestamp(),
  constraint triage_event_pk primary key (workspace_id, id),
  constraint triage_event_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);
create index triage_event_lead_ix on triage_event (workspace_id, lead_id, id) where lead_id is not null;

-- Takes at most `max_rows` messages that are due, of every workspace; any number of workers may ask. A lead that was
-- blacklisted in the meantime gets nothing: its message is cancelled. Both kinds are returned.
create function claim_due_sends(as_of timestamptz, max_rows int) returns setof outbound_send
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  with due as (
    select s.workspace_id, s.id, l.status = 'blacklisted' or coalesce(l.sentiment_tag = 'Blacklist', false) as is_barred
      from outbound_send s join lead l on l.workspace_id = s.workspace_id and l.id = s.lead_id
     where s.state = 'queued' and s.run_at <= as_of
     order by s.run_at limit max_rows for no key update of s skip locked)
  update outbound_send s
     set state = case when due.is_barred then 'cancelled' else 'sending' end,
         error_code = case when due.is_barred then 'LEAD_BLACKLISTED' end,
         claimed_at = as_of, attempts = s.attempts + 1, updated_at = as_of
    from due where s.workspace_id = due.workspace_id and s.id = due.id
  returning s.*;
end;

-- Forgets answers nobody can ask for any more; how many.
create function purge_idempotency_keys(max_rows int) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  purged int;
begin
  delete from idempotency_key k
   where (k.user_id, k.key) in (
     select d.user_id, d.key from idempotency_key d where d.created_at < clock_timestamp() - interval '24 hours'
      order by d.created_at limit max_rows for update skip locked);
  get diagnostics purged = row_count;
  return purged;
end $$;

grant select, insert, update on outbound_send, lead_read, workspace_read, idempotency_key to signalbox_app;
grant select, insert on lead_note, triage_event to signalbox_app;
grant select, insert, update, delete on saved_view to signalbox_app;
grant execute on function team_workspaces(), claim_due_sends(timestamptz, int), purge_idempotency_keys(int)
  to signalbox_app;

alter table outbound_send enable row level security;
create policy outbound_send_read on outbound_send for select using (
  workspace_id = any ((select full_workspaces())::uuid[])
  or (workspace_id = any ((select own_workspaces())::uuid[])
      and exists (select from lead l where l.workspace_id = outbound_send.workspace_id and l.id = outbound_send.lead_id)));
create policy outbound_send_service on outbound_send using (workspace_id = (select service_workspace()));

alter table lead_note enable row level security;
create policy lead_note_read on lead_note for select using (
  workspace_id = any ((select team_workspaces())::uuid[])
  or (workspace_id = any ((select own_workspaces())::uuid[])
      and exists (select from lead l where l.workspace_id = lead_note.workspace_id and l.id = lead_note.lead_id)));
create policy lead_note_service on lead_note using (workspace_id = (select service_workspace()));

alter table lead_read enable row level security;
create policy lead_read_own on lead_read using (user_id = (select current_user_id()));
alter table workspace_read enable row level security;
create policy workspace_read_own on workspace_read using (user_id = (select current_user_id()));
alter table idempotency_key enable row level security;
create policy idempotency_key_own on idempotency_key using (user_id = (select current_user_id()));

alter table saved_view enable row level security;
create policy saved_view_read on saved_view for select using (
  (workspace_id = any ((select team_workspaces())::uuid[]) or workspace_id = any ((select own_workspaces())::uuid[]))
  and (is_shared or owner_user_id = (select current_user_id())));
create policy saved_view_service on saved_view using (workspace_id = (select service_workspace()));

alter table triage_event enable row level security;
create policy triage_event_read on triage_event for select using (
  workspace_id = any ((select team_workspaces())::uuid[]));
create policy triage_event_write on triage_event for insert with check (workspace_id = (select service_workspace()));
