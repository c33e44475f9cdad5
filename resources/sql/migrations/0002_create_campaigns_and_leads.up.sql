-- Campaigns and leads (domain §1.4.2–1.4.3), and the one predicate of the product (DESIGN D1).
set local role signalbox_owner;

create type campaign_response_mode as enum ('SETTER_MANAGED', 'AI_AUTO_SEND');

create table campaign (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  ghl_workflow_id text,
  name text not null,
  status text not null default 'active',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint campaign_pk primary key (workspace_id, id),
  constraint campaign_id_key unique (id),
  constraint campaign_ghl_workflow_key unique (workspace_id, ghl_workflow_id),
  constraint campaign_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

create table sms_campaign (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  name_normalized text not null generated always as (lower(btrim(name))) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint sms_campaign_pk primary key (workspace_id, id),
  constraint sms_campaign_id_key unique (id),
  constraint sms_campaign_name_key unique (workspace_id, name_normalized),
  constraint sms_campaign_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

create table email_campaign (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  bison_campaign_id text not null,
  name text not null,
  response_mode campaign_response_mode not null default 'SETTER_MANAGED',
  auto_send_confidence_threshold float8 not null default 0.9,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint email_campaign_pk primary key (workspace_id, id),
  constraint email_campaign_id_key unique (id),
  constraint email_campaign_bison_key unique (workspace_id, bison_campaign_id),
  constraint email_campaign_threshold_ck check (auto_send_confidence_threshold between 0 and 1),
  constraint email_campaign_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

-- The mask of categories of a lead that is not snoozed (domain §2.1–2.3). Counts, lists, badges and the row mark all read
-- it, so they cannot disagree. Bits: 1 total, 2 responses, 4 attention, 8 previous attention, 16 eligible
-- (totalNonBlacklisted), 32 needs repair, 64 AI sent, 128 AI review; `CategoryBit` in core/inbox names the same.
create function lead_categories(
  status text, sentiment_tag text, last_inbound_at timestamptz, last_outbound_at timestamptz,
  last_zrg_outbound_at timestamptz, has_ai_sent boolean, has_review_draft boolean) returns int
  language sql immutable parallel safe
  return 1
    | case when last_inbound_at > coalesce(last_zrg_outbound_at, last_outbound_at, '-infinity') then
        2 | case when status not in ('blacklisted', 'unqualified')
                  and sentiment_tag in ('Meeting Booked', 'Meeting Requested', 'Call Requested', 'Information Requested',
                                        'Positive', 'Interested', 'Follow Up') then 4 else 0 end
      when last_inbound_at is not null
           and status not in ('blacklisted', 'unqualified')
           and sentiment_tag in ('Meeting Booked', 'Meeting Requested', 'Call Requested', 'Information Requested',
                                 'Positive', 'Interested', 'Follow Up') then 8
      else 0 end
    | case when status not in ('blacklisted', 'unqualified') then 16 else 0 end
    | case when status = 'needs_repair' then 32 else 0 end
    | case when has_ai_sent then 64 else 0 end
    | case when has_review_draft then 128 else 0 end;

create table lead (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- identity elsewhere
  ghl_contact_id text, email_bison_lead_id text, linkedin_id text, linkedin_url text,
  -- contact
  first_name text, last_name text, email text, phone text, job_title text, timezone text,
  company_name text, company_website text, company_state text, industry text, employee_headcount text,
  alternate_emails text[] not null default '{}',
  current_replier_email text, current_replier_name text, current_replier_since timestamptz,
  -- state
  status text not null default 'new',       -- known values in domain §1.3.1; unknown ones survive
  sentiment_tag text,                       -- domain §1.3.2; null: never classified
  overall_score int, score_reasoning text, scored_at timestamptz,
  snoozed_until timestamptz,
  is_snoozed boolean not null default false,  -- input of `categories`; set with snoozed_until, cleared by wake_snoozed()
  -- rollups, kept by the triggers of migration 0004
  last_inbound_at timestamptz, last_outbound_at timestamptz,
  last_zrg_outbound_at timestamptz,         -- outbound with source 'zrg' only
  last_message_at timestamptz, last_message_direction text,
  channel_mask int not null default 0,      -- channels its messages use: 1 sms, 2 email, 4 linkedin
  ai_sent_messages int not null default 0,
  review_drafts int not null default 0,
  -- automation and delivery
  auto_reply_enabled boolean not null default false,
  auto_follow_up_enabled boolean not null default false,
  auto_book_meetings_enabled boolean not null default true,
  enrichment_status text,
  sms_dnd_active boolean not null default false,
  sms_last_blocked_at timestamptz, sms_last_blocked_reason text,
  sms_consecutive_blocked_count int not null default 0, sms_last_success_at timestamptz,
  -- assignment and attribution
  assigned_to_user_id uuid, assigned_at timestamptz,
  campaign_id uuid, sms_campaign_id uuid, email_campaign_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- derived
  categories int not null generated always as (
    case when is_snoozed then 0
         else lead_categories(status, sentiment_tag, last_inbound_at, last_outbound_at, last_zrg_outbound_at,
                              ai_sent_messages > 0, review_drafts > 0) end) stored,
  awake_categories int not null generated always as (
    lead_categories(status, sentiment_tag, last_inbound_at, last_outbound_at, last_zrg_outbound_at,
                    ai_sent_messages > 0, review_drafts > 0)) stored,
  sort_name text collate "und-x-icu" not null generated always as (
    coalesce(nullif(btrim(lower(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))), ''), 'unknown')) stored,
  sort_score int not null generated always as (coalesce(overall_score, -1)) stored,
  -- A line break cannot be part of a search term, so no term matches across two fields.
  search_text text not null generated always as (
    lower(coalesce(first_name, '') || E'\n' || coalesce(last_name, '') || E'\n' || coalesce(email, '') || E'\n'
          || coalesce(company_name, '') || E'\n' || coalesce(phone, ''))) stored,
  constraint lead_pk primary key (workspace_id, id),
  constraint lead_id_key unique (id),
  constraint lead_score_ck check (overall_score between 0 and 4),
  constraint lead_counters_nonneg_ck check (ai_sent_messages >= 0 and review_drafts >= 0),
  constraint lead_snooze_ck check (not is_snoozed or snoozed_until is not null),
  constraint lead_channel_mask_ck check (channel_mask between 0 and 7),
  constraint lead_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade,
  constraint lead_assignee_fk foreign key (assigned_to_user_id) references app_user (id) on delete set null,
  constraint lead_campaign_fk foreign key (workspace_id, campaign_id) references campaign (workspace_id, id)
    on delete set null (campaign_id),
  constraint lead_sms_campaign_fk foreign key (workspace_id, sms_campaign_id) references sms_campaign (workspace_id, id)
    on delete set null (sms_campaign_id),
  constraint lead_email_campaign_fk foreign key (workspace_id, email_campaign_id)
    references email_campaign (workspace_id, id) on delete set null (email_campaign_id)
);

create unique index lead_ghl_contact_key on lead (workspace_id, ghl_contact_id) where ghl_contact_id is not null;
create index lead_bison_ix on lead (workspace_id, email_bison_lead_id) where email_bison_lead_id is not null;
create index lead_sms_campaign_ix on lead (workspace_id, sms_campaign_id, assigned_to_user_id)
  where sms_campaign_id is not null and categories & 1 <> 0;

-- One pair of partial indexes a category: a page at any depth is a range scan of `limit` rows (DESIGN D1).
create index lead_total_ix on lead (workspace_id, updated_at desc, id desc) where categories & 1 <> 0;
create index lead_responses_ix on lead (workspace_id, updated_at desc, id desc) where categories & 2 <> 0;
create index lead_attention_ix on lead (workspace_id, updated_at desc, id desc) where categories & 4 <> 0;
create index lead_previous_ix on lead (workspace_id, updated_at desc, id desc) where categories & 8 <> 0;
create index lead_repair_ix on lead (workspace_id, updated_at desc, id desc) where categories & 32 <> 0;
create index lead_ai_sent_ix on lead (workspace_id, updated_at desc, id desc) where categories & 64 <> 0;
create index lead_ai_review_ix on lead (workspace_id, updated_at desc, id desc) where categories & 128 <> 0;
create index lead_own_total_ix on lead (workspace_id, assigned_to_user_id, updated_at desc, id desc)
  where categories & 1 <> 0;
create index lead_own_responses_ix on lead (workspace_id, assigned_to_user_id, updated_at desc, id desc)
  where categories & 2 <> 0;
create index lead_own_attention_ix on lead (workspace_id, assigned_to_user_id, updated_at desc, id desc)
  where categories & 4 <> 0;
create index lead_own_previous_ix on lead (workspace_id, assigned_to_user_id, updated_at desc, id desc)
  where categories & 8 <> 0;
create index lead_own_repair_ix on lead (workspace_id, assigned_to_user_id, updated_at desc, id desc)
  where categories & 32 <> 0;
create index lead_own_ai_sent_ix on lead (workspace_id, assigned_to_user_id, updated_at desc, id desc)
  where categories & 64 <> 0;
create index lead_own_ai_review_ix on lead (workspace_id, assigned_to_user_id, updated_at desc, id desc)
  where categories & 128 <> 0;
create index lead_name_ix on lead (workspace_id, sort_name, id) where categories & 1 <> 0;
create index lead_score_ix on lead (workspace_id, sort_score desc, updated_at desc, id desc) where categories & 1 <> 0;

-- Snoozes that ran out but were not woken yet: by workspace for exact reads, over all for the wake job.
create index lead_snoozed_ix on lead (workspace_id, snoozed_until) where is_snoozed;
create index lead_wake_ix on lead (snoozed_until) where is_snoozed;

-- Substring search (DESIGN §8.1): the workspace leads, so that one tenant's rows never slow another's search.
create index lead_search_ix on lead using gin (workspace_id, search_text gin_trgm_ops);

-- Every address of a lead, normalised, for exact search: row-level security lets no index serve lower(col) = (DESIGN §8.1).
create table lead_address (
  workspace_id uuid not null,
  address text not null,
  lead_id uuid not null,
  is_replier boolean not null,              -- only somebody who answered for the lead: searched second (domain §3.3)
  constraint lead_address_pk primary key (workspace_id, address, lead_id, is_replier),
  constraint lead_address_normal_ck check (address = lower(btrim(address)) and address <> ''),
  constraint lead_address_lead_fk foreign key (workspace_id, lead_id) references lead (workspace_id, id) on delete cascade
);
create index lead_address_lead_ix on lead_address (workspace_id, lead_id);

create function lead_addresses(email text, alternate_emails text[], current_replier_email text)
  returns table (address text, is_replier boolean) language sql immutable parallel safe
begin atomic
  select distinct on (lower(btrim(a.address)), a.is_replier) lower(btrim(a.address)), a.is_replier
    from (select email, false
          union all select unnest(alternate_emails), false
          union all select current_replier_email, true) a (address, is_replier)
   where btrim(coalesce(a.address, '')) <> '';
end;

create function lead_before_write() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
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
create trigger lead_before_write before insert or update on lead for each row execute function lead_before_write();

create function lead_address_sync() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from lead_address where workspace_id = old.workspace_id and lead_id = old.id;
  end if;
  insert into lead_address (workspace_id, address, lead_id, is_replier)
    select new.workspace_id, a.address, new.id, a.is_replier
      from lead_addresses(new.email, new.alternate_emails, new.current_replier_email) a;
  return null;
end $$;
-- Row-level with a column list: an update of anything else costs nothing.
create trigger lead_address_sync after insert or update of email, alternate_emails, current_replier_email on lead
  for each row execute function lead_address_sync();

grant select, insert, update, delete on campaign, sms_campaign, email_campaign, lead to signalbox_app;
grant select on lead_address to signalbox_app;
grant execute on function lead_categories(text, text, timestamptz, timestamptz, timestamptz, boolean, boolean),
  lead_addresses(text, text[], text), lead_before_write(), lead_address_sync() to signalbox_app;

alter table campaign enable row level security;
create policy campaign_read on campaign for select using (
  workspace_id = any ((select full_workspaces())::uuid[]) or workspace_id = any ((select own_workspaces())::uuid[]));
create policy campaign_service on campaign using (workspace_id = (select service_workspace()));
alter table sms_campaign enable row level security;
create policy sms_campaign_read on sms_campaign for select using (
  workspace_id = any ((select full_workspaces())::uuid[]) or workspace_id = any ((select own_workspaces())::uuid[]));
create policy sms_campaign_service on sms_campaign using (workspace_id = (select service_workspace()));
alter table email_campaign enable row level security;
create policy email_campaign_read on email_campaign for select using (
  workspace_id = any ((select full_workspaces())::uuid[]) or workspace_id = any ((select own_workspaces())::uuid[]));
create policy email_campaign_service on email_campaign using (workspace_id = (select service_workspace()));

alter table lead enable row level security;
create policy lead_read on lead for select using (
  workspace_id = any ((select full_workspaces())::uuid[])
  or (assigned_to_user_id = (select current_user_id()) and workspace_id = any ((select own_workspaces())::uuid[])));
create policy lead_service on lead using (workspace_id = (select service_workspace()));

alter table lead_address enable row level security;
create policy lead_address_read on lead_address for select using (
  workspace_id = any ((select full_workspaces())::uuid[])
  or (workspace_id = any ((select own_workspaces())::uuid[])
      and exists (select from lead l where l.workspace_id = lead_address.workspace_id and l.id = lead_address.lead_id)));
create policy lead_address_service on lead_address for select using (workspace_id = (select service_workspace()));
