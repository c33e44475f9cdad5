-- What the CRM table is sorted and filtered by (domain §7.8), that of the lead too, kept on the row beside what the summary
-- counts (0021). Read from the leads it costs a look at each: two thirds of a second for 326,000 rows of a million leads,
-- whatever the page shows. Kept, a page in any order is a walk over one of two indexes.
set local role signalbox_owner;

-- Writers of leads wait until the end, as they would at the trigger; readers do not. In the writers' order: the lead first.
lock table lead in share row exclusive mode;

-- A text as it is sorted: as much of its beginning as fits 250 bytes for certain, and then the age of the row decides. An
-- entry of an index holds 2,704 bytes; eight such texts beside a status of 400 are within it, whatever a lead is called.
create function crm_sort_key(value text) returns text language sql immutable parallel safe
  return left(lower(left(nullif(value, ''), 250)),
              case when octet_length(lower(left(value, 250))) <= 250 then 250
                   when octet_length(lower(left(value, 125))) <= 250 then 125 else 62 end);

alter table lead_crm_row
  add column company_key text collate "und-x-icu",
  add column website_key text collate "und-x-icu",
  add column first_name_key text collate "und-x-icu",
  add column last_name_key text collate "und-x-icu",
  add column job_title_key text collate "und-x-icu",
  add column email_key text collate "und-x-icu",
  add column linkedin_key text collate "und-x-icu",
  add column phone_key text collate "und-x-icu",
  add column lead_tag text,
  add column lead_status text,
  add column lead_score int,
  add column assignee_id uuid,
  add column meeting_at timestamptz,
  add column snoozed_until timestamptz,
  add column email_campaign_id uuid,
  add column sms_campaign_id uuid,
  add column campaign_id uuid;

-- What a lead tells its row, and what the row keeps of it: the one definition, and the same columns in the same order. Of a
-- status, any text to ingest, it keeps what an index can hold; the filter compares as much.
drop function verify_crm_facts(uuid);
drop function crm_lead_facts(lead);
create function crm_lead_facts(l lead)
  returns table (response_type text, is_booked boolean, is_kept boolean, booked_at timestamptz, company_key text,
                 website_key text, first_name_key text, last_name_key text, job_title_key text, email_key text,
                 linkedin_key text, phone_key text, lead_tag text, lead_status text, lead_score int, assignee_id uuid,
                 meeting_at timestamptz, snoozed_until timestamptz, email_campaign_id uuid, sms_campaign_id uuid,
                 campaign_id uuid)
  language sql immutable parallel safe rows 1
begin atomic
  select crm_response_type(l.sentiment_tag, b.is_booked), b.is_booked,
         b.is_booked and is_kept(l.appointment_status, l.appointment_canceled_at), l.appointment_booked_at,
         crm_sort_key(l.company_name), crm_sort_key(l.company_website), crm_sort_key(l.first_name),
         crm_sort_key(l.last_name), crm_sort_key(l.job_title), crm_sort_key(l.email), crm_sort_key(l.linkedin_url),
         crm_sort_key(l.phone), l.sentiment_tag, left(l.status, 100), l.overall_score, l.assigned_to_user_id,
         l.appointment_start_at, l.snoozed_until, l.email_campaign_id, l.sms_campaign_id, l.campaign_id
    from (select has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri, null) as is_booked) b;
end;
create function crm_row_facts(c lead_crm_row)
  returns table (response_type text, is_booked boolean, is_kept boolean, booked_at timestamptz, company_key text,
                 website_key text, first_name_key text, last_name_key text, job_title_key text, email_key text,
                 linkedin_key text, phone_key text, lead_tag text, lead_status text, lead_score int, assignee_id uuid,
                 meeting_at timestamptz, snoozed_until timestamptz, email_campaign_id uuid, sms_campaign_id uuid,
                 campaign_id uuid)
  language sql immutable parallel safe rows 1
begin atomic
  select c.response_type, c.is_booked, c.is_kept, c.booked_at, c.company_key, c.website_key, c.first_name_key,
         c.last_name_key, c.job_title_key, c.email_key, c.linkedin_key, c.phone_key, c.lead_tag, c.lead_status, c.lead_score,
         c.assignee_id, c.meeting_at, c.snoozed_until, c.email_campaign_id, c.sms_campaign_id, c.campaign_id;
end;

-- The changes of a lead that its row keeps, and of no other: an ordinary update of a lead costs nothing, and one of a lead
-- without a row a look into an index. Our lock of the lead holds off whoever would make its row meanwhile.
create or replace function crm_row_follow_lead() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead_crm_row c where c.workspace_id = new.workspace_id and c.lead_id = new.id;
  if not found then
    return null;
  end if;
  update lead_crm_row c
     set (response_type, is_booked, is_kept, booked_at, company_key, website_key, first_name_key, last_name_key,
          job_title_key, email_key, linkedin_key, phone_key, lead_tag, lead_status, lead_score, assignee_id, meeting_at,
          snoozed_until, email_campaign_id, sms_campaign_id, campaign_id) = (select f.* from crm_lead_facts(new) f)
   where c.workspace_id = new.workspace_id and c.lead_id = new.id;
  return null;
end $$;
create or replace trigger lead_crm_row_follow after update of sentiment_tag, appointment_booked_at, ghl_appointment_id,
    calendly_invitee_uri, appointment_status, appointment_canceled_at, company_name, company_website, first_name, last_name,
    job_title, email, linkedin_url, phone, status, overall_score, assigned_to_user_id, appointment_start_at, snoozed_until,
    email_campaign_id, sms_campaign_id, campaign_id on lead
  for each row when (
    (new.sentiment_tag, new.appointment_booked_at, new.ghl_appointment_id, new.calendly_invitee_uri, new.appointment_status,
     new.appointment_canceled_at, new.company_name, new.company_website, new.first_name, new.last_name, new.job_title,
     new.email, new.linkedin_url, new.phone, new.status, new.overall_score, new.assigned_to_user_id,
     new.appointment_start_at, new.snoozed_until, new.email_campaign_id, new.sms_campaign_id, new.campaign_id)
    is distinct from
    (old.sentiment_tag, old.appointment_booked_at, old.ghl_appointment_id, old.calendly_invitee_uri, old.appointment_status,
     old.appointment_canceled_at, old.company_name, old.company_website, old.first_name, old.last_name, old.job_title,
     old.email, old.linkedin_url, old.phone, old.status, old.overall_score, old.assigned_to_user_id,
     old.appointment_start_at, old.snoozed_until, old.email_campaign_id, old.sms_campaign_id, old.campaign_id))
  execute function crm_row_follow_lead();

-- The lead is locked as its writers lock it: one who commits before is seen, and one who comes later sees this row.
create or replace function crm_row_read_lead() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead l where l.workspace_id = new.workspace_id and l.id = new.lead_id for no key update;
  if found then
    select f.*
      into new.response_type, new.is_booked, new.is_kept, new.booked_at, new.company_key, new.website_key,
           new.first_name_key, new.last_name_key, new.job_title_key, new.email_key, new.linkedin_key, new.phone_key,
           new.lead_tag, new.lead_status, new.lead_score, new.assignee_id, new.meeting_at, new.snoozed_until,
           new.email_campaign_id, new.sms_campaign_id, new.campaign_id
      from lead l cross join lateral crm_lead_facts(l) f
     where l.workspace_id = new.workspace_id and l.id = new.lead_id;
  end if;
  return new;
end $$;

-- Compares the rows of a workspace with their leads in one snapshot: one row for each that differs, with the facts that do.
-- No rows: no drift.
create function verify_crm_facts(ws uuid) returns table (row_id uuid, expected text, found text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id, d.expected::text, d.found::text
    from lead_crm_row c
    join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
   cross join lateral crm_lead_facts(l) f
   cross join lateral crm_row_facts(c) k
   cross join lateral (
     select jsonb_object_agg(x.key, x.value) as expected, jsonb_object_agg(x.key, y.value) as found
       from jsonb_each(to_jsonb(f)) x join jsonb_each(to_jsonb(k)) y using (key)
      where x.value <> y.value) d
   where c.workspace_id = ws and row (k.*) is distinct from row (f.*);
end;

-- Puts them right, after a bulk load that bypassed the triggers; how many were wrong. The leads of these are locked, so that
-- what is written is what they say now.
create or replace function recompute_crm_facts(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  drifted uuid[];
  changed bigint;
begin
  select array_agg(c.id) into drifted
    from lead_crm_row c
    join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
   cross join lateral crm_lead_facts(l) f
   cross join lateral crm_row_facts(c) k
   where c.workspace_id = ws and row (k.*) is distinct from row (f.*);
  if drifted is null then
    return 0;
  end if;
  perform from lead_crm_row c join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
    where c.workspace_id = ws and c.id = any (drifted) order by l.id for no key update of l;
  update lead_crm_row c
     set (response_type, is_booked, is_kept, booked_at, company_key, website_key, first_name_key, last_name_key,
          job_title_key, email_key, linkedin_key, phone_key, lead_tag, lead_status, lead_score, assignee_id, meeting_at,
          snoozed_until, email_campaign_id, sms_campaign_id, campaign_id) = row (f.*)
    from lead l cross join lateral crm_lead_facts(l) f
   where c.workspace_id = ws and c.id = any (drifted) and l.workspace_id = c.workspace_id and l.id = c.lead_id
     and exists (select from crm_row_facts(c) k where row (k.*) is distinct from row (f.*));
  get diagnostics changed = row_count;
  return changed;
end $$;

-- Filled before the generated columns, as in 0021: they write the table anew.
drop index lead_crm_row_interest_ix, lead_crm_row_mode_ix;
update lead_crm_row c
   set (response_type, is_booked, is_kept, booked_at, company_key, website_key, first_name_key, last_name_key,
        job_title_key, email_key, linkedin_key, phone_key, lead_tag, lead_status, lead_score, assignee_id, meeting_at,
        snoozed_until, email_campaign_id, sms_campaign_id, campaign_id) = row (f.*)
  from lead l cross join lateral crm_lead_facts(l) f
 where l.workspace_id = c.workspace_id and l.id = c.lead_id;
alter table lead_crm_row
  add column campaign_key text collate "und-x-icu" generated always as (crm_sort_key(interest_campaign_name)) stored,
  add column category_key text collate "und-x-icu" generated always as (
    crm_sort_key(coalesce(nullif(lead_category_override, ''), nullif(interest_type, ''), lead_tag))) stored,
  add column status_key text collate "und-x-icu" generated always as (
    crm_sort_key(coalesce(nullif(pipeline_status, ''), lead_status))) stored,
  add column channel_key text collate "und-x-icu" generated always as (crm_sort_key(interest_channel)) stored,
  add column lead_type_key text collate "und-x-icu" generated always as (crm_sort_key(lead_type)) stored,
  add column application_key text collate "und-x-icu" generated always as (crm_sort_key(application_status)) stored,
  add column notes_key text collate "und-x-icu" generated always as (crm_sort_key(notes)) stored;
-- The order of the pages, and all that the summary reads of everybody, of a status and of a setter.
create index lead_crm_row_interest_ix on lead_crm_row
  (workspace_id, interest_registered_at desc nulls last, created_at desc, id desc)
  include (effective_mode, response_type, responder_id, is_booked, is_kept, booked_at, lead_status, assignee_id);
-- What a page is sorted by, with what else decides which rows it shows, in two indexes: one would be as long as the table.
-- The short things are with the pages of a mode, the texts of the lead by themselves.
create index lead_crm_row_mode_ix on lead_crm_row
  (workspace_id, effective_mode, interest_registered_at desc nulls last, created_at desc, id desc)
  include (lead_status, assignee_id, category_key, status_key, campaign_key, email_campaign_id, sms_campaign_id, campaign_id,
           channel_key, lead_type_key, application_key, notes_key, lead_score_at_interest, lead_score, booked_at, meeting_at,
           snoozed_until);
create index lead_crm_row_text_ix on lead_crm_row (workspace_id, created_at, id)
  include (interest_registered_at, effective_mode, lead_status, assignee_id, company_key, website_key, first_name_key,
           last_name_key, job_title_key, email_key, linkedin_key, phone_key);
-- An index serves alone where the table was vacuumed since: a twentieth of the rows may have changed, not a fifth.
alter table lead_crm_row set (autovacuum_vacuum_scale_factor = 0.05);

-- As of a lead (0002): a look at the lead for each row cost a setter's summary half a second. The facts of a lead that a page
-- shows are still read from the lead, under the lead's own policy.
alter policy lead_crm_row_read on lead_crm_row using (
  workspace_id = any ((select full_workspaces())::uuid[])
  or (assignee_id = (select current_user_id()) and workspace_id = any ((select own_workspaces())::uuid[])));

grant execute on function crm_sort_key(text), crm_lead_facts(lead), verify_crm_facts(uuid) to signalbox_app;
grant execute on function crm_sort_key(text) to signalbox_analyst;  -- of the names of campaigns and people
