-- What analytics reads (domain §1.4.3, §1.4.5–1.4.8): the lead's current booking, CRM rows, response timing, calendars,
-- booking processes, follow-up tasks and reactivations; and the capability to see aggregates (DESIGN §8.22).
set local role signalbox_owner;

create type availability_source as enum ('DEFAULT', 'DIRECT_BOOK');
create type crm_response_mode as enum ('AI', 'HUMAN', 'UNKNOWN');

-- The lead's current appointment, kept by the trigger on `appointment` below; producers that know no appointment of their
-- own set it on the lead.
alter table lead
  add column fit_score int,
  add column intent_score int,
  add column ghl_appointment_id text,
  add column calendly_invitee_uri text,
  add column calendly_scheduled_event_uri text,
  add column appointment_booked_at timestamptz,
  add column appointment_start_at timestamptz,
  add column appointment_end_at timestamptz,
  add column appointment_status text,       -- confirmed, canceled, rescheduled, showed, no_show; unknown ones survive
  add column appointment_canceled_at timestamptz,
  add column appointment_provider meeting_booking_provider,
  add column appointment_source text;

-- Which provider books for a workspace, and which of its calendars are whose (domain §1.4.1, §7.3).
create table workspace_settings (
  workspace_id uuid not null,
  meeting_booking_provider meeting_booking_provider not null default 'GHL',
  ghl_default_calendar_id text, ghl_direct_book_calendar_id text,
  calendly_event_type_uri text, calendly_direct_book_event_type_uri text,
  updated_at timestamptz not null default now(),
  constraint workspace_settings_pk primary key (workspace_id),
  constraint workspace_settings_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

alter table email_campaign add column booking_process_id uuid;

alter table appointment
  add column ghl_calendar_id text,          -- which calendar it was booked in: attribution of capacity (domain §7.3)
  add column calendly_event_type_uri text,
  add column rescheduled_from_id uuid;
create index appointment_start_ix on appointment (workspace_id, start_at) where status = 'CONFIRMED';

-- One row an answered inbound message (domain §1.4.5). Milliseconds are bigint: 32 bits overflowed in the original.
create table response_timing_event (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  channel text not null,
  inbound_message_id uuid not null,
  inbound_sent_at timestamptz not null,
  setter_response_message_id uuid, setter_response_sent_at timestamptz, setter_sent_by_user_id uuid,
  setter_response_ms bigint,
  ai_draft_id uuid, ai_response_message_id uuid, ai_response_sent_at timestamptz, ai_response_ms bigint,
  ai_chosen_delay_seconds int, ai_actual_delay_seconds int, ai_scheduled_run_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint response_timing_event_pk primary key (workspace_id, id),
  constraint response_timing_event_id_key unique (id),
  constraint response_timing_event_inbound_key unique (workspace_id, inbound_message_id),
  constraint response_timing_event_ms_ck check (least(setter_response_ms, ai_response_ms) >= 0),
  constraint response_timing_event_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id)
    on delete cascade
);
create index response_timing_event_inbound_ix on response_timing_event (workspace_id, inbound_sent_at desc);
create index response_timing_event_lead_ix on response_timing_event (workspace_id, lead_id);

-- Made the first time a lead turns positive (domain §1.4.6). `interest_registered_at` never moves again.
create table lead_crm_row (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  interest_registered_at timestamptz,
  interest_type text, interest_message_id uuid, interest_channel text, interest_campaign_name text,
  response_mode crm_response_mode,          -- null: worked out from the first answer after the interest (domain §7.8)
  response_message_id uuid, response_sent_by_user_id uuid,
  lead_score_at_interest int,
  lead_type text, application_status text, lead_category_override text, notes text,
  pipeline_status text, pipeline_value float8, pipeline_currency text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint lead_crm_row_pk primary key (workspace_id, id),
  constraint lead_crm_row_id_key unique (id),
  constraint lead_crm_row_lead_key unique (workspace_id, lead_id),
  constraint lead_crm_row_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id) on delete cascade
);
create index lead_crm_row_interest_ix on lead_crm_row
  (workspace_id, interest_registered_at desc nulls last, created_at desc, id desc);

create table calendar_link (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null, url text not null, type text not null,
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint calendar_link_pk primary key (workspace_id, id),
  constraint calendar_link_id_key unique (id),
  constraint calendar_link_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

create table workspace_availability_cache (
  workspace_id uuid not null,
  availability_source availability_source not null default 'DEFAULT',
  calendar_type text not null, calendar_url text not null,
  slot_duration_minutes int not null default 30,
  range_start timestamptz not null, range_end timestamptz not null,
  slots timestamptz[] not null default '{}',  -- starts of the free slots
  fetched_at timestamptz not null, stale_at timestamptz not null, last_error text,
  constraint workspace_availability_cache_pk primary key (workspace_id, availability_source),
  constraint workspace_availability_cache_range_ck check (range_start <= range_end),
  constraint workspace_availability_cache_slot_ck check (slot_duration_minutes > 0),
  constraint workspace_availability_cache_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

create table booking_process (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null, description text,
  max_waves_before_escalation int not null default 5,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint booking_process_pk primary key (workspace_id, id),
  constraint booking_process_id_key unique (id),
  constraint booking_process_name_key unique (workspace_id, name),
  constraint booking_process_waves_ck check (max_waves_before_escalation > 0),
  constraint booking_process_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);
alter table email_campaign add constraint email_campaign_booking_process_fk
  foreign key (workspace_id, booking_process_id) references booking_process (workspace_id, id)
  on delete set null (booking_process_id);

create table lead_campaign_booking_progress (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  email_campaign_id uuid not null,
  active_booking_process_id uuid,
  current_wave int not null default 1,
  email_outbound_count int not null default 0,
  sms_outbound_count int not null default 0,
  linkedin_outbound_count int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint lead_campaign_booking_progress_pk primary key (workspace_id, id),
  constraint lead_campaign_booking_progress_id_key unique (id),
  constraint lead_campaign_booking_progress_lead_key unique (workspace_id, lead_id, email_campaign_id),
  constraint lead_campaign_booking_progress_counts_ck check (
    current_wave > 0 and least(email_outbound_count, sms_outbound_count, linkedin_outbound_count) >= 0),
  constraint lead_campaign_booking_progress_lead_fk foreign key (workspace_id, lead_id)
    references lead (workspace_id, id) on delete cascade,
  constraint lead_campaign_booking_progress_campaign_fk foreign key (workspace_id, email_campaign_id)
    references email_campaign (workspace_id, id) on delete cascade,
  constraint lead_campaign_booking_progress_process_fk foreign key (workspace_id, active_booking_process_id)
    references booking_process (workspace_id, id) on delete set null (active_booking_process_id)
);
create index lead_campaign_booking_progress_created_ix on lead_campaign_booking_progress (workspace_id, created_at);

create index follow_up_instance_last_step_ix on follow_up_instance (workspace_id, lead_id, last_step_at)
  where last_step_at is not null;

create table follow_up_task (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  instance_id uuid,
  type text not null,                       -- email, call, sms, linkedin, ai_voice, meeting-canceled, meeting-rescheduled
  due_date timestamptz not null,
  status text not null default 'pending',   -- pending, completed, skipped, cancelled
  suggested_message text, subject text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint follow_up_task_pk primary key (workspace_id, id),
  constraint follow_up_task_id_key unique (id),
  constraint follow_up_task_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id)
    on delete cascade,
  constraint follow_up_task_instance_fk foreign key (workspace_id, instance_id)
    references follow_up_instance (workspace_id, id) on delete set null (instance_id)
);
create index follow_up_task_pending_ix on follow_up_task (workspace_id, lead_id, due_date) where status = 'pending';

create table reactivation_campaign (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  is_active boolean not null default true,
  email_campaign_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint reactivation_campaign_pk primary key (workspace_id, id),
  constraint reactivation_campaign_id_key unique (id),
  constraint reactivation_campaign_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade,
  constraint reactivation_campaign_email_fk foreign key (workspace_id, email_campaign_id)
    references email_campaign (workspace_id, id) on delete set null (email_campaign_id)
);

create table reactivation_enrollment (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  campaign_id uuid not null,
  lead_id uuid not null,
  status text not null default 'pending_resolution',  -- ready, sent, rate_limited, needs_review, failed
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint reactivation_enrollment_pk primary key (workspace_id, id),
  constraint reactivation_enrollment_id_key unique (id),
  constraint reactivation_enrollment_lead_key unique (workspace_id, campaign_id, lead_id),
  constraint reactivation_enrollment_campaign_fk foreign key (workspace_id, campaign_id)
    references reactivation_campaign (workspace_id, id) on delete cascade,
  constraint reactivation_enrollment_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id)
    on delete cascade
);
create index reactivation_enrollment_sent_ix on reactivation_enrollment (workspace_id, sent_at) where status = 'sent';

create index lead_created_ix on lead (workspace_id, created_at) include (status);
create index lead_booked_ix on lead (workspace_id, appointment_booked_at) where appointment_booked_at is not null;
create index lead_last_inbound_ix on lead (workspace_id, last_inbound_at)
  include (sentiment_tag, sms_campaign_id, email_campaign_id) where last_inbound_at is not null;

-- Sentiments that count as interest in analytics (domain §1.3.2, §7.1): the set without the legacy tag `Positive`.
create function is_positive(sentiment_tag text) returns boolean language sql immutable parallel safe
  return coalesce(sentiment_tag in ('Meeting Requested', 'Call Requested', 'Information Requested', 'Interested'), false);

-- Evidence that a meeting was booked, and whether it stands (domain §7.1; null-safe, which the original was not).
create function has_booking(booked_at timestamptz, ghl_id text, invitee_uri text, event_uri text) returns boolean
  language sql immutable parallel safe
  return booked_at is not null or ghl_id is not null or invitee_uri is not null or event_uri is not null;
create function is_kept(appointment_status text, canceled_at timestamptz) returns boolean language sql immutable parallel safe
  return appointment_status is distinct from 'canceled' and canceled_at is null;

-- The lead shows its current appointment: the newest that was not superseded by a later one (domain §1.4.6). A lead whose
-- last appointment is deleted keeps what it shows, as a lead that never had one does.
create function appointment_settle(leads uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead l where l.id = any (leads) order by l.workspace_id, l.id for no key update;
  update lead l
     set ghl_appointment_id = a.ghl_appointment_id, calendly_invitee_uri = a.calendly_invitee_uri,
         calendly_scheduled_event_uri = a.calendly_scheduled_event_uri, appointment_booked_at = a.created_at,
         appointment_start_at = a.start_at, appointment_end_at = a.end_at, appointment_status = lower(a.status::text),
         appointment_canceled_at = a.canceled_at, appointment_provider = a.provider, appointment_source = a.source::text
    from (select distinct on (x.workspace_id, x.lead_id) x.*
            from appointment x where x.lead_id = any (leads)
           order by x.workspace_id, x.lead_id, x.status = 'RESCHEDULED', x.created_at desc, x.id desc) a
   where l.workspace_id = a.workspace_id and l.id = a.lead_id
     and (l.ghl_appointment_id, l.calendly_invitee_uri, l.calendly_scheduled_event_uri, l.appointment_booked_at,
          l.appointment_start_at, l.appointment_end_at, l.appointment_status, l.appointment_canceled_at,
          l.appointment_provider, l.appointment_source)
         is distinct from
         (a.ghl_appointment_id, a.calendly_invitee_uri, a.calendly_scheduled_event_uri, a.created_at,
          a.start_at, a.end_at, lower(a.status::text), a.canceled_at, a.provider, a.source::text);
end $$;

create function appointment_after_write() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform appointment_settle((select array_agg(distinct c.lead_id) from changed c));
  return null;
end $$;
create trigger appointment_after_insert after insert on appointment referencing new table as changed
  for each statement execute function appointment_after_write();
create trigger appointment_after_update after update on appointment referencing new table as changed
  for each statement execute function appointment_after_write();
create trigger appointment_after_delete after delete on appointment referencing old table as changed
  for each statement execute function appointment_after_write();

-- The first positive tag of a lead makes its CRM row; each later one forgets who answered (domain §1.4.6).
create function lead_turned_positive() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into lead_crm_row as c (workspace_id, lead_id, interest_registered_at, interest_type, interest_message_id,
      interest_channel, interest_campaign_name, lead_score_at_interest)
    select new.workspace_id, new.id, coalesce(m.sent_at, new.last_inbound_at, clock_timestamp()), new.sentiment_tag, m.id,
           m.channel, coalesce(e.name, s.name, g.name), new.overall_score
      from (select) one
      left join lateral (select x.id, x.channel, x.sent_at from message x
                          where x.workspace_id = new.workspace_id and x.lead_id = new.id and x.direction = 'inbound'
                          order by x.sent_at desc, x.id desc limit 1) m on true
      left join email_campaign e on e.workspace_id = new.workspace_id and e.id = new.email_campaign_id
      left join sms_campaign s on s.workspace_id = new.workspace_id and s.id = new.sms_campaign_id
      left join campaign g on g.workspace_id = new.workspace_id and g.id = new.campaign_id
    on conflict (workspace_id, lead_id) do update
      set response_mode = null, response_message_id = null, response_sent_by_user_id = null,
          updated_at = clock_timestamp()
      where c.response_mode is not null or c.response_message_id is not null or c.response_sent_by_user_id is not null;
  return null;
end $$;
create trigger lead_turned_positive_insert after insert on lead
  for each row when (is_positive(new.sentiment_tag)) execute function lead_turned_positive();
create trigger lead_turned_positive_update after update of sentiment_tag on lead
  for each row when (is_positive(new.sentiment_tag) and new.sentiment_tag is distinct from old.sentiment_tag)
  execute function lead_turned_positive();

create function row_before_update() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.updated_at is not distinct from old.updated_at then
    new.updated_at := clock_timestamp();
  end if;
  return new;
end $$;
create trigger lead_crm_row_before_update before update on lead_crm_row
  for each row execute function row_before_update();

-- What analytics shows may look different now: the ledger of the counts is also its data version (DESIGN §8.5).
create function analytics_ledger() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into inbox_counts_delta (workspace_id, assignee, categories, n)
    select distinct c.workspace_id, '00000000-0000-0000-0000-000000000000'::uuid, 0, 0 from changed c;
  return null;
end $$;
do $$
declare
  t text;
begin
  foreach t in array array['workspace_settings', 'appointment', 'response_timing_event', 'lead_crm_row',
      'workspace_availability_cache', 'booking_process', 'lead_campaign_booking_progress', 'follow_up_task',
      'follow_up_sequence', 'reactivation_campaign', 'reactivation_enrollment'] loop
    execute format('create trigger analytics_ledger_insert after insert on %I referencing new table as changed '
                   'for each statement execute function analytics_ledger()', t);
    execute format('create trigger analytics_ledger_update after update on %I referencing new table as changed '
                   'for each statement execute function analytics_ledger()', t);
    execute format('create trigger analytics_ledger_delete after delete on %I referencing old table as changed '
                   'for each statement execute function analytics_ledger()', t);
  end loop;
end $$;

-- The workspace whose aggregates this transaction may read (DESIGN §8.22): asked for by the setting, granted by the role.
-- Everybody but a client's portal holds `analytics.view`.
create function analytics_workspace() returns uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  asked constant uuid := nullif(current_setting('app.analytics_workspace', true), '')::uuid;
begin
  if asked is null then
    return null;
  end if;
  return (select r.workspace_id from workspace_roles(current_user_id()) r
           where r.workspace_id = asked and r.role <> 'CLIENT_PORTAL');
end $$;

grant select, insert, update, delete on workspace_settings, response_timing_event, lead_crm_row, calendar_link,
  workspace_availability_cache, booking_process, lead_campaign_booking_progress, follow_up_task, reactivation_campaign,
  reactivation_enrollment to signalbox_app;
grant execute on function is_positive(text), has_booking(timestamptz, text, text, text), is_kept(text, timestamptz),
  appointment_after_write(), lead_turned_positive(), row_before_update(), analytics_ledger(), analytics_workspace()
  to signalbox_app;

do $$
declare
  t text;
begin
  -- What hangs on a lead is seen by who sees the lead.
  foreach t in array array['response_timing_event', 'lead_crm_row', 'lead_campaign_booking_progress', 'follow_up_task',
      'reactivation_enrollment'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy %1$s_read on %1$I for select using ('
      'workspace_id = any ((select full_workspaces())::uuid[]) '
      'or (workspace_id = any ((select own_workspaces())::uuid[]) '
      'and exists (select from lead l where l.workspace_id = %1$I.workspace_id and l.id = %1$I.lead_id)))', t);
    execute format('create policy %1$s_service on %1$I using (workspace_id = (select service_workspace()))', t);
  end loop;
  foreach t in array array['workspace_settings', 'calendar_link', 'workspace_availability_cache', 'booking_process',
      'reactivation_campaign'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy %1$s_read on %1$I for select using (workspace_id = any ((select full_workspaces())::uuid[]) '
      'or workspace_id = any ((select own_workspaces())::uuid[]))', t);
    execute format('create policy %1$s_service on %1$I using (workspace_id = (select service_workspace()))', t);
  end loop;
  foreach t in array array['lead', 'message', 'ai_draft', 'appointment', 'follow_up_instance', 'response_timing_event',
      'lead_crm_row', 'lead_campaign_booking_progress', 'follow_up_task', 'reactivation_enrollment', 'inbox_counts_delta',
      'workspace_member'] loop
    execute format('create policy %1$s_analytics on %1$I for select using (workspace_id = (select analytics_workspace()))', t);
  end loop;
end $$;
