-- Messages, attachments, drafts, follow-ups and appointments (domain §1.4.4, §1.4.6, §1.4.8), and the rollups they keep on
-- the lead in the same transaction (domain §1.4.3, DESIGN §8.3).
set local role signalbox_owner;

create type ai_draft_response_disposition as enum ('AUTO_SENT', 'APPROVED', 'EDITED');
create type meeting_booking_provider as enum ('GHL', 'CALENDLY');
create type appointment_status as enum ('CONFIRMED', 'CANCELED', 'RESCHEDULED', 'SHOWED', 'NO_SHOW');
create type appointment_source as enum ('WEBHOOK', 'RECONCILE_CRON', 'BACKFILL', 'AUTO_BOOK', 'MANUAL', 'MIGRATION');

create table ai_draft (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  trigger_message_id uuid,                  -- the inbound message that caused it
  channel text not null default 'sms',
  content text not null,
  status text not null default 'pending',   -- pending, sending, approved, rejected
  response_disposition ai_draft_response_disposition,
  auto_send_evaluated_at timestamptz, auto_send_confidence float8, auto_send_threshold float8,
  auto_send_reason text,
  auto_send_action text,                    -- send_immediate, send_delayed, needs_review, skip, error
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ai_draft_pk primary key (workspace_id, id),
  constraint ai_draft_id_key unique (id),
  constraint ai_draft_trigger_key unique (workspace_id, trigger_message_id, channel),
  constraint ai_draft_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id) on delete cascade
);
create index ai_draft_pending_ix on ai_draft (workspace_id, lead_id, created_at desc) where status = 'pending';
create index ai_draft_lead_ix on ai_draft (workspace_id, lead_id);

create table message (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  -- five independent identities elsewhere, each unique when present
  ghl_id text, email_bison_reply_id text, inboxxia_scheduled_email_id text, unipile_message_id text,
  webhook_dedupe_key text,                  -- ours: imports and ingest put theirs here
  channel text not null default 'sms',      -- sms, email, linkedin
  source text not null default 'zrg',       -- zrg: ours; inboxxia_campaign: a scripted step
  direction text not null,
  sent_by text,                             -- ai, setter or null
  sent_by_user_id uuid,
  body text not null, raw_text text, raw_html text, subject text,
  cc text[] not null default '{}', bcc text[] not null default '{}',
  from_email text, from_name text, to_email text, to_name text,
  is_read boolean not null default false,
  ai_draft_id uuid, ai_draft_part_index int,
  sent_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint message_pk primary key (workspace_id, id),
  constraint message_id_key unique (id),
  constraint message_direction_ck check (direction in ('inbound', 'outbound')),
  constraint message_draft_part_key unique (workspace_id, ai_draft_id, ai_draft_part_index),
  constraint message_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id) on delete cascade,
  constraint message_draft_fk foreign key (workspace_id, ai_draft_id) references ai_draft (workspace_id, id)
    on delete set null (ai_draft_id)
);
create index message_lead_ix on message (workspace_id, lead_id, sent_at desc, id desc);
create unique index message_ghl_key on message (workspace_id, ghl_id) where ghl_id is not null;
create unique index message_bison_key on message (workspace_id, email_bison_reply_id)
  where email_bison_reply_id is not null;
create unique index message_scheduled_key on message (workspace_id, inboxxia_scheduled_email_id)
  where inboxxia_scheduled_email_id is not null;
create unique index message_unipile_key on message (workspace_id, unipile_message_id) where unipile_message_id is not null;
create unique index message_dedupe_key on message (workspace_id, webhook_dedupe_key) where webhook_dedupe_key is not null;

create table attachment (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  message_id uuid not null,
  lead_id uuid not null,
  position int not null,
  name text not null default '',
  content_type text not null default 'application/octet-stream',
  content_id text,                          -- of a cid: image, without angle brackets
  size_bytes bigint not null,
  content bytea,                            -- null: larger than 25 MB, only named
  constraint attachment_pk primary key (workspace_id, id),
  constraint attachment_id_key unique (id),
  constraint attachment_position_key unique (workspace_id, message_id, position),
  constraint attachment_size_ck check (size_bytes >= 0 and coalesce(octet_length(content), 0) <= 26214400),
  constraint attachment_message_fk foreign key (workspace_id, message_id) references message (workspace_id, id)
    on delete cascade
);
alter table attachment alter column content set storage external;  -- mail attachments are compressed already

create table follow_up_sequence (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null, description text,
  is_active boolean not null default true,
  trigger_on text not null default 'no_response',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint follow_up_sequence_pk primary key (workspace_id, id),
  constraint follow_up_sequence_id_key unique (id),
  constraint follow_up_sequence_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

create table follow_up_instance (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  sequence_id uuid not null,
  current_step int not null default 0,
  status text not null default 'active',    -- active, paused, completed, cancelled
  paused_reason text,                       -- reasons starting with missing_ show as "Follow-ups blocked"
  started_at timestamptz not null default now(),
  last_step_at timestamptz, next_step_due timestamptz, completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint follow_up_instance_pk primary key (workspace_id, id),
  constraint follow_up_instance_id_key unique (id),
  constraint follow_up_instance_lead_key unique (workspace_id, lead_id, sequence_id),
  constraint follow_up_instance_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id)
    on delete cascade,
  constraint follow_up_instance_sequence_fk foreign key (workspace_id, sequence_id)
    references follow_up_sequence (workspace_id, id) on delete cascade
);
create index follow_up_instance_paused_ix on follow_up_instance (workspace_id, lead_id, updated_at desc)
  where status = 'paused';

create table appointment (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  provider meeting_booking_provider not null,
  ghl_appointment_id text, calendly_invitee_uri text, calendly_scheduled_event_uri text,
  start_at timestamptz, end_at timestamptz, timezone text,
  status appointment_status not null,
  status_changed_at timestamptz not null default now(),
  canceled_at timestamptz, cancel_reason text,
  source appointment_source not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint appointment_pk primary key (workspace_id, id),
  constraint appointment_id_key unique (id),
  constraint appointment_ghl_key unique (workspace_id, ghl_appointment_id),
  constraint appointment_calendly_key unique (workspace_id, calendly_invitee_uri),
  constraint appointment_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id) on delete cascade
);
create index appointment_lead_ix on appointment (workspace_id, lead_id, status, start_at);

create function channel_bit(channel text) returns int language sql immutable parallel safe
  return case channel when 'sms' then 1 when 'email' then 2 when 'linkedin' then 4 else 0 end;

-- A message the machine sent from a draft (domain §2.3, category 6).
create function is_ai_sent(channel text, direction text, source text, sent_by text, ai_draft_id uuid) returns boolean
  language sql immutable parallel safe
  return coalesce(channel = 'email' and direction = 'outbound' and source = 'zrg' and sent_by = 'ai', false)
         and ai_draft_id is not null;

-- A draft that waits for a person (domain §2.3, category 7).
create function is_review_draft(status text, auto_send_action text) returns boolean language sql immutable parallel safe
  return coalesce(status = 'pending' and auto_send_action = 'needs_review', false);

-- Inserts only move times forward and counters by a difference: both commute, so concurrent writers need no order of
-- their own. The leads are locked in key order first, or two statements over several leads could deadlock.
create function message_after_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead l
    where (l.workspace_id, l.id) in (select a.workspace_id, a.lead_id from added a)
    order by l.workspace_id, l.id for no key update;
  update lead l
     set last_inbound_at = greatest(l.last_inbound_at, m.inbound_at),
         last_outbound_at = greatest(l.last_outbound_at, m.outbound_at),
         last_zrg_outbound_at = greatest(l.last_zrg_outbound_at, m.zrg_outbound_at),
         last_message_direction = case when l.last_message_at is null or m.newest_at > l.last_message_at
                                       then m.newest_direction else l.last_message_direction end,
         last_message_at = greatest(l.last_message_at, m.newest_at),
         channel_mask = l.channel_mask | m.channels,
         ai_sent_messages = l.ai_sent_messages + m.ai_sent
    from (select a.workspace_id, a.lead_id,
                 max(a.sent_at) filter (where a.direction = 'inbound') as inbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound') as outbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound' and a.source = 'zrg') as zrg_outbound_at,
                 max(a.sent_at) as newest_at,
                 (array_agg(a.direction order by a.sent_at desc, a.id desc))[1] as newest_direction,
                 bit_or(channel_bit(a.channel)) as channels,
                 count(*) filter (where is_ai_sent(a.channel, a.direction, a.source, a.sent_by, a.ai_draft_id)) as ai_sent
            from added a group by a.workspace_id, a.lead_id) m
   where l.workspace_id = m.workspace_id and l.id = m.lead_id;
  return null;
end $$;

-- Edits and deletes read the times again. The lock comes first, in a statement of its own: what another writer committed
-- before we got it is then in the next statement's snapshot, and what it commits later it adds itself.
create function recompute_lead_rollups(leads uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead l where l.id = any (leads) order by l.workspace_id, l.id for no key update;
  update lead l
     set last_inbound_at = m.inbound_at, last_outbound_at = m.outbound_at, last_zrg_outbound_at = m.zrg_outbound_at,
         last_message_at = m.newest_at, last_message_direction = m.newest_direction,
         channel_mask = coalesce(m.channels, 0)
    from (select k.workspace_id, k.id,
                 max(a.sent_at) filter (where a.direction = 'inbound') as inbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound') as outbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound' and a.source = 'zrg') as zrg_outbound_at,
                 max(a.sent_at) as newest_at,
                 (array_agg(a.direction order by a.sent_at desc, a.id desc))[1] as newest_direction,
                 bit_or(channel_bit(a.channel)) as channels
            from lead k left join message a on a.workspace_id = k.workspace_id and a.lead_id = k.id
           where k.id = any (leads) group by k.workspace_id, k.id) m
   where l.workspace_id = m.workspace_id and l.id = m.id;
end $$;

create function message_after_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  if tg_op = 'DELETE' then
    select array_agg(distinct r.lead_id) into touched from removed r;
    if touched is null then return null; end if;
    perform recompute_lead_rollups(touched);
    update lead l set ai_sent_messages = l.ai_sent_messages - d.n
      from (select r.workspace_id, r.lead_id, count(*) as n from removed r
             where is_ai_sent(r.channel, r.direction, r.source, r.sent_by, r.ai_draft_id)
             group by r.workspace_id, r.lead_id) d
     where l.workspace_id = d.workspace_id and l.id = d.lead_id;
  else
    select array_agg(distinct x.lead_id) into touched
      from (select r.lead_id from removed r union select a.lead_id from added a) x;
    if touched is null then return null; end if;
    perform recompute_lead_rollups(touched);
    update lead l set ai_sent_messages = l.ai_sent_messages + d.n
      from (select x.workspace_id, x.lead_id, sum(x.n) as n
              from (select a.workspace_id, a.lead_id, 1 as n from added a
                     where is_ai_sent(a.channel, a.direction, a.source, a.sent_by, a.ai_draft_id)
                    union all
                    select r.workspace_id, r.lead_id, -1 from removed r
                     where is_ai_sent(r.channel, r.direction, r.source, r.sent_by, r.ai_draft_id)) x
             group by x.workspace_id, x.lead_id having sum(x.n) <> 0) d
     where l.workspace_id = d.workspace_id and l.id = d.lead_id;
  end if;
  return null;
end $$;

create trigger message_after_insert after insert on message referencing new table as added
  for each statement execute function message_after_insert();
create trigger message_after_update after update on message referencing old table as removed new table as added
  for each statement execute function message_after_change();
create trigger message_after_delete after delete on message referencing old table as removed
  for each statement execute function message_after_change();

create function ai_draft_before_update() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.updated_at is not distinct from old.updated_at then
    new.updated_at := clock_timestamp();
  end if;
  return new;
end $$;
create trigger ai_draft_before_update before update on ai_draft
  for each row execute function ai_draft_before_update();

grant select, insert, update, delete on ai_draft, message, attachment, follow_up_sequence, follow_up_instance, appointment
  to signalbox_app;
grant execute on function channel_bit(text), is_ai_sent(text, text, text, text, uuid), is_review_draft(text, text),
  message_after_insert(), message_after_change(), ai_draft_before_update() to signalbox_app;

-- What hangs on a lead is seen by who sees the lead: whole workspaces at once, a setter's by way of the lead itself.
do $$
declare
  t text;
begin
  foreach t in array array['ai_draft', 'message', 'attachment', 'follow_up_instance', 'appointment'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy %1$s_read on %1$I for select using ('
      'workspace_id = any ((select full_workspaces())::uuid[]) '
      'or (workspace_id = any ((select own_workspaces())::uuid[]) '
      'and exists (select from lead l where l.workspace_id = %1$I.workspace_id and l.id = %1$I.lead_id)))', t);
    execute format('create policy %1$s_service on %1$I using (workspace_id = (select service_workspace()))', t);
  end loop;
end $$;
alter table follow_up_sequence enable row level security;
create policy follow_up_sequence_read on follow_up_sequence for select using (
  workspace_id = any ((select full_workspaces())::uuid[]) or workspace_id = any ((select own_workspaces())::uuid[]));
create policy follow_up_sequence_service on follow_up_sequence using (workspace_id = (select service_workspace()));
