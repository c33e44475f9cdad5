-- name: IngestLock
-- One writer of leads a workspace: two imports at once must not both create the lead of one address. Held to the end of
-- the transaction; whoever only reads or answers is not held up.
select pg_advisory_xact_lock(hashtextextended('ingest:' || $1::uuid, 0))

-- name: IngestKeepOrder
-- History must not push its leads to the top of the list: the list order follows the messages' own times.
select set_config('app.keep_updated_at', 'on', true)

-- name: IngestWorkspaceExists
select exists (select from workspace where id = $1::uuid)

-- name: IngestFindLead
-- By the first of id, CRM contact, campaign tool's lead, address and phone that fits. Each branch is one probe: lead_pk,
-- lead_ghl_contact_key, lead_bison_ix, lead_address_pk, lead_phone_ix.
select f.id
  from (select 1 as rank, l.id from lead l where l.workspace_id = $1::uuid and l.id = $2::uuid
        union all
        select 2, l.id from lead l where l.workspace_id = $1::uuid and l.ghl_contact_id = $3
        union all
        select 3, l.id from lead l where l.workspace_id = $1::uuid and l.email_bison_lead_id = $4
        union all
        select 4, a.lead_id from lead_address a
         where a.workspace_id = $1::uuid and a.address = $5 and not a.is_replier
        union all
        select 5, l.id from lead l where l.workspace_id = $1::uuid and l.phone = $6) f
 order by f.rank, f.id limit 1

-- name: IngestInsertLead
-- $2: the columns given, by name; columns not given get their defaults.
insert into lead (workspace_id, id, ghl_contact_id, email_bison_lead_id, linkedin_id, linkedin_url, first_name, last_name,
    email, phone, job_title, timezone, company_name, company_website, company_state, industry, employee_headcount,
    alternate_emails, status, sentiment_tag, overall_score, score_reasoning, scored_at, snoozed_until,
    auto_reply_enabled, auto_follow_up_enabled, auto_book_meetings_enabled, enrichment_status, sms_dnd_active,
    assigned_to_user_id, assigned_at, sms_campaign_id, email_campaign_id, fit_score, intent_score, ghl_appointment_id,
    calendly_invitee_uri, calendly_scheduled_event_uri, appointment_booked_at, appointment_start_at, appointment_end_at,
    appointment_status, appointment_canceled_at, appointment_provider, appointment_source, created_at, updated_at)
  select $1::uuid, coalesce(r.id, gen_random_uuid()), r.ghl_contact_id, r.email_bison_lead_id, r.linkedin_id, r.linkedin_url,
         r.first_name, r.last_name, r.email, r.phone, r.job_title, r.timezone, r.company_name, r.company_website,
         r.company_state, r.industry, r.employee_headcount, coalesce(r.alternate_emails, '{}'), coalesce(r.status, 'new'),
         r.sentiment_tag, r.overall_score, r.score_reasoning, r.scored_at, r.snoozed_until,
         coalesce(r.auto_reply_enabled, false), coalesce(r.auto_follow_up_enabled, false),
         coalesce(r.auto_book_meetings_enabled, true), r.enrichment_status, coalesce(r.sms_dnd_active, false),
         r.assigned_to_user_id, coalesce(r.assigned_at, case when r.assigned_to_user_id is not null then now() end),
         r.sms_campaign_id, r.email_campaign_id, r.fit_score, r.intent_score, r.ghl_appointment_id, r.calendly_invitee_uri,
         r.calendly_scheduled_event_uri, r.appointment_booked_at, r.appointment_start_at, r.appointment_end_at,
         r.appointment_status, r.appointment_canceled_at, r.appointment_provider, r.appointment_source,
         coalesce(r.created_at, now()), coalesce(r.updated_at, r.created_at, now())
    from jsonb_populate_record(null::lead, $2::jsonb) r
  returning id

-- name: IngestUpdateLead
-- Fields that were given replace, the others stay; a row that would not change is not written, so that sending the same
-- twice moves nothing.
with given as (
  select r.* from lead l, jsonb_populate_record(l, $3::jsonb - 'id') r
   where l.workspace_id = $1::uuid and l.id = $2::uuid)
update lead l
   set ghl_contact_id = r.ghl_contact_id, email_bison_lead_id = r.email_bison_lead_id, linkedin_id = r.linkedin_id,
       linkedin_url = r.linkedin_url, first_name = r.first_name, last_name = r.last_name, email = r.email, phone = r.phone,
       job_title = r.job_title, timezone = r.timezone, company_name = r.company_name,
       company_website = r.company_website, company_state = r.company_state, industry = r.industry,
       employee_headcount = r.employee_headcount, alternate_emails = r.alternate_emails, status = r.status,
       sentiment_tag = r.sentiment_tag, overall_score = r.overall_score, score_reasoning = r.score_reasoning,
       scored_at = r.scored_at, snoozed_until = r.snoozed_until, auto_reply_enabled = r.auto_reply_enabled,
       auto_follow_up_enabled = r.auto_follow_up_enabled, auto_book_meetings_enabled = r.auto_book_meetings_enabled,
       enrichment_status = r.enrichment_status, sms_dnd_active = r.sms_dnd_active,
       assigned_to_user_id = r.assigned_to_user_id, assigned_at = r.assigned_at, sms_campaign_id = r.sms_campaign_id,
       email_campaign_id = r.email_campaign_id, fit_score = r.fit_score, intent_score = r.intent_score,
       ghl_appointment_id = r.ghl_appointment_id, calendly_invitee_uri = r.calendly_invitee_uri,
       calendly_scheduled_event_uri = r.calendly_scheduled_event_uri, appointment_booked_at = r.appointment_booked_at,
       appointment_start_at = r.appointment_start_at, appointment_end_at = r.appointment_end_at,
       appointment_status = r.appointment_status, appointment_canceled_at = r.appointment_canceled_at,
       appointment_provider = r.appointment_provider, appointment_source = r.appointment_source,
       created_at = r.created_at, updated_at = r.updated_at
  from given r
 where l.workspace_id = $1::uuid and l.id = $2::uuid
   and to_jsonb(l) - 'updated_at' is distinct from to_jsonb(r) - 'updated_at'
returning l.id

-- name: IngestNameLead
-- A mail that names its sender names a lead that had no name.
update lead l set first_name = $3, last_name = $4
 where l.workspace_id = $1::uuid and l.id = $2::uuid and l.first_name is null and l.last_name is null

-- name: IngestSettleLead
-- The lead stands in the list where its newest message was sent, and began no later than its first.
update lead l set updated_at = greatest(l.updated_at, $3), created_at = least(l.created_at, $3)
 where l.workspace_id = $1::uuid and l.id = $2::uuid and (l.updated_at < $3 or l.created_at > $3)

-- name: IngestInsertMessage
-- Any identity that is there already makes it a duplicate (domain §1.4.4): five partial unique indexes and the id decide.
insert into message (workspace_id, id, lead_id, ghl_id, email_bison_reply_id, inboxxia_scheduled_email_id,
    unipile_message_id, webhook_dedupe_key, channel, source, direction, sent_by, sent_by_user_id, body, raw_text, raw_html,
    subject, cc, bcc, from_email, from_name, to_email, to_name, is_read, ai_draft_id, ai_draft_part_index, sent_at)
  select $1::uuid, coalesce(r.id, gen_random_uuid()), $2::uuid, r.ghl_id, r.email_bison_reply_id,
         r.inboxxia_scheduled_email_id, r.unipile_message_id, r.webhook_dedupe_key, r.channel, coalesce(r.source, 'zrg'),
         r.direction, r.sent_by, r.sent_by_user_id, r.body, r.raw_text, r.raw_html, r.subject, coalesce(r.cc, '{}'),
         coalesce(r.bcc, '{}'), r.from_email, r.from_name, r.to_email, r.to_name, coalesce(r.is_read, false),
         r.ai_draft_id, r.ai_draft_part_index, r.sent_at
    from jsonb_populate_record(null::message, $3::jsonb) r
  on conflict do nothing
  returning id

-- name: IngestMessageKnown
-- Asked first, so that a second run of an import creates no lead for a message that is there. Served by
-- message_dedupe_key.
select exists (select from message m where m.workspace_id = $1::uuid and m.webhook_dedupe_key = $2)

-- name: IngestInsertAttachment
insert into attachment (workspace_id, message_id, lead_id, position, name, content_type, content_id, size_bytes, content)
  values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, $9::bytea)

-- name: IngestUpsertDraft
-- A draft is known by its id or by the message that caused it and the channel. An answer that went out stays as it is: what
-- arrives late never reopens it (domain §1.3.4); nor is a text replaced that a person has edited (ux §10 L7).
insert into ai_draft as d (workspace_id, id, lead_id, trigger_message_id, channel, content, status, response_disposition,
    auto_send_evaluated_at, auto_send_confidence, auto_send_threshold, auto_send_reason, auto_send_action, created_at,
    updated_at)
  select $1::uuid, coalesce(r.id, gen_random_uuid()), $2::uuid, r.trigger_message_id, r.channel, r.content,
         coalesce(r.status, 'pending'), r.response_disposition, r.auto_send_evaluated_at, r.auto_send_confidence,
         r.auto_send_threshold, r.auto_send_reason, r.auto_send_action, coalesce(r.created_at, now()),
         coalesce(r.updated_at, r.created_at, now())
    from jsonb_populate_record(null::ai_draft, $3::jsonb) r
  on conflict (workspace_id, trigger_message_id, channel) do update
    set content = case when d.original_content is null then excluded.content else d.content end, status = excluded.status, auto_send_confidence = excluded.auto_send_confidence,
        auto_send_threshold = excluded.auto_send_threshold, auto_send_reason = excluded.auto_send_reason,
        auto_send_action = excluded.auto_send_action
    where d.status = 'pending' and d.lead_id = excluded.lead_id
      and (d.content, d.status, d.auto_send_confidence, d.auto_send_threshold, d.auto_send_reason, d.auto_send_action)
          is distinct from (case when d.original_content is null then excluded.content else d.content end, excluded.status, excluded.auto_send_confidence, excluded.auto_send_threshold,
                            excluded.auto_send_reason, excluded.auto_send_action)
  returning (xmax = 0) as is_new

-- name: IngestUpdateDraft
-- The same for a draft whose id is known: no row when there is none, is_changed false when nothing was to do.
with known as (
  select d.id, d.status as before, r.* from ai_draft d, jsonb_to_record($4::jsonb) r (content text, status text,
      auto_send_confidence float8, auto_send_threshold float8, auto_send_reason text, auto_send_action text)
   where d.workspace_id = $1::uuid and d.id = $3::uuid and d.lead_id = $2::uuid),
changed as (
  update ai_draft d
     set content = case when d.original_content is null then coalesce(k.content, d.content) else d.content end, status = coalesce(k.status, d.status),
         auto_send_confidence = coalesce(k.auto_send_confidence, d.auto_send_confidence),
         auto_send_threshold = coalesce(k.auto_send_threshold, d.auto_send_threshold),
         auto_send_reason = coalesce(k.auto_send_reason, d.auto_send_reason),
         auto_send_action = coalesce(k.auto_send_action, d.auto_send_action)
    from known k
   where d.workspace_id = $1::uuid and d.id = k.id and k.before = 'pending'
     and (d.content, d.status, d.auto_send_confidence, d.auto_send_threshold, d.auto_send_reason, d.auto_send_action)
         is distinct from (case when d.original_content is null then coalesce(k.content, d.content) else d.content end, coalesce(k.status, d.status),
                           coalesce(k.auto_send_confidence, d.auto_send_confidence),
                           coalesce(k.auto_send_threshold, d.auto_send_threshold),
                           coalesce(k.auto_send_reason, d.auto_send_reason),
                           coalesce(k.auto_send_action, d.auto_send_action))
  returning d.id)
select exists (select from changed) as is_changed from known

-- name: IngestUpsertAppointment
-- Known by the calendar's own id (appointment_ghl_key, appointment_calendly_key); the one it was moved from too.
with given as (
  select r.*, (select f.id from appointment f
                where f.workspace_id = $1::uuid
                  and (f.ghl_appointment_id = $3::jsonb->>'rescheduled_from'
                       or f.calendly_invitee_uri = $3::jsonb->>'rescheduled_from') limit 1) as moved_from_id
    from jsonb_populate_record(null::appointment, $3::jsonb) r),
changed as (
  update appointment a
     set start_at = coalesce(r.start_at, a.start_at), end_at = coalesce(r.end_at, a.end_at),
         timezone = coalesce(r.timezone, a.timezone), cancel_reason = coalesce(r.cancel_reason, a.cancel_reason),
         canceled_at = coalesce(r.canceled_at, a.canceled_at),
         ghl_calendar_id = coalesce(r.ghl_calendar_id, a.ghl_calendar_id),
         calendly_event_type_uri = coalesce(r.calendly_event_type_uri, a.calendly_event_type_uri),
         rescheduled_from_id = coalesce(r.moved_from_id, a.rescheduled_from_id),
         created_at = coalesce(r.created_at, a.created_at),
         status_changed_at = case when a.status = r.status then a.status_changed_at else now() end, status = r.status,
         updated_at = now()
    from given r
   where a.workspace_id = $1::uuid
     and (a.ghl_appointment_id = r.ghl_appointment_id or a.calendly_invitee_uri = r.calendly_invitee_uri)
     and (a.start_at, a.end_at, a.timezone, a.cancel_reason, a.canceled_at, a.status, a.ghl_calendar_id,
          a.calendly_event_type_uri, a.rescheduled_from_id, a.created_at)
         is distinct from (coalesce(r.start_at, a.start_at), coalesce(r.end_at, a.end_at),
                           coalesce(r.timezone, a.timezone), coalesce(r.cancel_reason, a.cancel_reason),
                           coalesce(r.canceled_at, a.canceled_at), r.status,
                           coalesce(r.ghl_calendar_id, a.ghl_calendar_id),
                           coalesce(r.calendly_event_type_uri, a.calendly_event_type_uri),
                           coalesce(r.moved_from_id, a.rescheduled_from_id), coalesce(r.created_at, a.created_at))
  returning false as is_new),
added as (
  insert into appointment (workspace_id, lead_id, provider, ghl_appointment_id, calendly_invitee_uri,
      calendly_scheduled_event_uri, ghl_calendar_id, calendly_event_type_uri, start_at, end_at, timezone, status,
      canceled_at, cancel_reason, rescheduled_from_id, source, created_at)
    select $1::uuid, $2::uuid, r.provider, r.ghl_appointment_id, r.calendly_invitee_uri, r.calendly_scheduled_event_uri,
           r.ghl_calendar_id, r.calendly_event_type_uri, r.start_at, r.end_at, r.timezone, r.status, r.canceled_at,
           r.cancel_reason, r.moved_from_id, coalesce(r.source, 'BACKFILL'), coalesce(r.created_at, now())
      from given r
    on conflict do nothing
    returning true as is_new)
select is_new from changed union all select is_new from added

-- name: IngestFindSequence
select s.id from follow_up_sequence s where s.workspace_id = $1::uuid and lower(s.name) = lower($2) order by s.id limit 1

-- name: IngestAddSequence
insert into follow_up_sequence (workspace_id, name) values ($1::uuid, $2) returning id

-- name: IngestUpsertFollowUp
-- One instance a lead and sequence (follow_up_instance_lead_key). When its steps were taken is kept until it is said anew.
insert into follow_up_instance as f (workspace_id, lead_id, sequence_id, current_step, status, paused_reason, next_step_due,
    started_at, last_step_at, completed_at)
  select $1::uuid, $2::uuid, $3::uuid, coalesce(r.current_step, 0), coalesce(r.status, 'active'), r.paused_reason,
         r.next_step_due, coalesce(r.started_at, now()), r.last_step_at, r.completed_at
    from jsonb_populate_record(null::follow_up_instance, $4::jsonb) r
  on conflict (workspace_id, lead_id, sequence_id) do update
    set current_step = excluded.current_step, status = excluded.status, paused_reason = excluded.paused_reason,
        next_step_due = excluded.next_step_due,
        started_at = coalesce(($4::jsonb->>'started_at')::timestamptz, f.started_at),
        last_step_at = coalesce(excluded.last_step_at, f.last_step_at),
        completed_at = coalesce(excluded.completed_at, f.completed_at), updated_at = now()
    where (f.current_step, f.status, f.paused_reason, f.next_step_due, f.started_at, f.last_step_at, f.completed_at)
          is distinct from (excluded.current_step, excluded.status, excluded.paused_reason, excluded.next_step_due,
                            coalesce(($4::jsonb->>'started_at')::timestamptz, f.started_at),
                            coalesce(excluded.last_step_at, f.last_step_at),
                            coalesce(excluded.completed_at, f.completed_at))
  returning (xmax = 0) as is_new

-- name: IngestUpsertCrmRow
-- One a lead (lead_crm_row_lead_key). What is given replaces, the rest stays; a row that would not change is not written. The
-- lead is locked before its row, as by whatever else changes both (migration 0021).
with locked as (
  select from lead l where l.workspace_id = $1::uuid and l.id = $2::uuid for no key update),
changed as (
  update lead_crm_row c
     set (interest_registered_at, interest_type, interest_message_id, interest_channel, interest_campaign_name,
          response_mode, response_message_id, response_sent_by_user_id, lead_score_at_interest, lead_type,
          application_status, lead_category_override, notes, pipeline_status, pipeline_value, pipeline_currency,
          created_at) = (
           select r.interest_registered_at, r.interest_type, r.interest_message_id, r.interest_channel,
                  r.interest_campaign_name, r.response_mode, r.response_message_id, r.response_sent_by_user_id,
                  r.lead_score_at_interest, r.lead_type, r.application_status, r.lead_category_override, r.notes,
                  r.pipeline_status, r.pipeline_value, r.pipeline_currency, r.created_at
             from jsonb_populate_record(c, $3::jsonb) r)
    from locked
   where c.workspace_id = $1::uuid and c.lead_id = $2::uuid
     and to_jsonb(c) is distinct from to_jsonb(jsonb_populate_record(c, $3::jsonb))
  returning false as is_new),
added as (
  insert into lead_crm_row (workspace_id, lead_id, interest_registered_at, interest_type, interest_message_id,
      interest_channel, interest_campaign_name, response_mode, response_message_id, response_sent_by_user_id,
      lead_score_at_interest, lead_type, application_status, lead_category_override, notes, pipeline_status,
      pipeline_value, pipeline_currency, created_at)
    select $1::uuid, $2::uuid, r.interest_registered_at, r.interest_type, r.interest_message_id, r.interest_channel,
           r.interest_campaign_name, r.response_mode, r.response_message_id, r.response_sent_by_user_id,
           r.lead_score_at_interest, r.lead_type, r.application_status, r.lead_category_override, r.notes,
           r.pipeline_status, r.pipeline_value, r.pipeline_currency, coalesce(r.created_at, now())
      from jsonb_populate_record(null::lead_crm_row, $3::jsonb) r
    on conflict do nothing
    returning true as is_new)
select is_new from changed union all select is_new from added

-- name: IngestUpsertTiming
-- One an inbound message (response_timing_event_inbound_key). Milliseconds that are not said follow from the times. The lead
-- is locked before its event, as everybody does who settles the order of its answers (migration 0020). What is said here is
-- out of the processor's hands, also if it had found the same (migration 0029).
with locked as (
  select from lead l where l.workspace_id = $1::uuid and l.id = $2::uuid for no key update),
given as (
  select $3::jsonb
         || case when $3::jsonb ? 'setter_response_sent_at' and not $3::jsonb ? 'setter_response_ms' then
              jsonb_build_object('setter_response_ms', (extract(
                epoch from ($3::jsonb->>'setter_response_sent_at')::timestamptz
                           - ($3::jsonb->>'inbound_sent_at')::timestamptz) * 1000)::bigint) else '{}' end
         || case when $3::jsonb ? 'ai_response_sent_at' and not $3::jsonb ? 'ai_response_ms' then
              jsonb_build_object('ai_response_ms', (extract(
                epoch from ($3::jsonb->>'ai_response_sent_at')::timestamptz
                           - ($3::jsonb->>'inbound_sent_at')::timestamptz) * 1000)::bigint) else '{}' end as j),
changed as (
  update response_timing_event e
     set (channel, inbound_sent_at, setter_response_message_id, setter_response_sent_at, setter_sent_by_user_id,
          setter_response_ms, ai_draft_id, ai_response_message_id, ai_response_sent_at, ai_response_ms,
          ai_chosen_delay_seconds, ai_actual_delay_seconds, ai_scheduled_run_at, is_derived, updated_at) = (
           select r.channel, r.inbound_sent_at, r.setter_response_message_id, r.setter_response_sent_at,
                  r.setter_sent_by_user_id, r.setter_response_ms, r.ai_draft_id, r.ai_response_message_id,
                  r.ai_response_sent_at, r.ai_response_ms, r.ai_chosen_delay_seconds, r.ai_actual_delay_seconds,
                  r.ai_scheduled_run_at, false, now()
             from jsonb_populate_record(e, g.j) r)
    from given g, locked
   where e.workspace_id = $1::uuid and e.lead_id = $2::uuid and e.inbound_message_id = (g.j->>'inbound_message_id')::uuid
     and (e.is_derived or to_jsonb(e) is distinct from to_jsonb(jsonb_populate_record(e, g.j)))
  returning false as is_new),
added as (
  insert into response_timing_event (workspace_id, lead_id, channel, inbound_message_id, inbound_sent_at,
      setter_response_message_id, setter_response_sent_at, setter_sent_by_user_id, setter_response_ms, ai_draft_id,
      ai_response_message_id, ai_response_sent_at, ai_response_ms, ai_chosen_delay_seconds, ai_actual_delay_seconds,
      ai_scheduled_run_at)
    select $1::uuid, $2::uuid, r.channel, r.inbound_message_id, r.inbound_sent_at, r.setter_response_message_id,
           r.setter_response_sent_at, r.setter_sent_by_user_id, r.setter_response_ms, r.ai_draft_id,
           r.ai_response_message_id, r.ai_response_sent_at, r.ai_response_ms, r.ai_chosen_delay_seconds,
           r.ai_actual_delay_seconds, r.ai_scheduled_run_at
      from given g, jsonb_populate_record(null::response_timing_event, g.j) r
    on conflict do nothing
    returning true as is_new)
select is_new from changed union all select is_new from added

-- name: IngestUpsertTask
-- Known by its id (follow_up_task_id_key), else by its lead, type and date (follow_up_task_pending_ix while it is pending).
with given as (
  select r.*, (select i.id from follow_up_instance i
                 join follow_up_sequence s on s.workspace_id = i.workspace_id and s.id = i.sequence_id
                where i.workspace_id = $1::uuid and i.lead_id = $2::uuid and lower(s.name) = lower($4)
                order by s.id limit 1) as of_instance
    from jsonb_populate_record(null::follow_up_task, $3::jsonb) r),
known as (
  select t.id from follow_up_task t, given g
   where t.workspace_id = $1::uuid and t.lead_id = $2::uuid
     and case when g.id is not null then t.id = g.id else t.type = g.type and t.due_date = g.due_date end
   order by t.created_at, t.id limit 1),
changed as (
  update follow_up_task t
     set type = r.type, due_date = r.due_date, status = r.status, suggested_message = r.suggested_message,
         subject = r.subject, created_at = r.created_at, instance_id = coalesce(g.of_instance, t.instance_id),
         updated_at = now()
    from given g, known k, follow_up_task x, jsonb_populate_record(x, $3::jsonb) r
   where t.workspace_id = $1::uuid and t.id = k.id and x.workspace_id = $1::uuid and x.id = k.id
     and (t.type, t.due_date, t.status, t.suggested_message, t.subject, t.created_at, t.instance_id)
         is distinct from (r.type, r.due_date, r.status, r.suggested_message, r.subject, r.created_at,
                           coalesce(g.of_instance, t.instance_id))
  returning false as is_new),
added as (
  insert into follow_up_task (workspace_id, id, lead_id, instance_id, type, due_date, status, suggested_message, subject,
      created_at)
    select $1::uuid, coalesce(g.id, gen_random_uuid()), $2::uuid, g.of_instance, g.type, g.due_date,
           coalesce(g.status, 'pending'), g.suggested_message, g.subject, coalesce(g.created_at, now())
      from given g where not exists (select from known)
    returning true as is_new)
select is_new from changed union all select is_new from added

-- name: IngestFindEmailCampaign
-- A handful of campaigns a workspace (email_campaign_pk).
select c.id from email_campaign c where c.workspace_id = $1::uuid and lower(c.name) = lower($2) order by c.id limit 1

-- name: IngestFindProcess
-- A handful a workspace (booking_process_pk).
select p.id from booking_process p where p.workspace_id = $1::uuid and lower(p.name) = lower($2) order by p.id limit 1

-- name: IngestAddProcess
insert into booking_process (workspace_id, name) values ($1::uuid, $2) returning id

-- name: IngestUpsertProgress
-- One a lead and campaign (lead_campaign_booking_progress_lead_key).
with changed as (
  update lead_campaign_booking_progress p
     set (active_booking_process_id, current_wave, email_outbound_count, sms_outbound_count, linkedin_outbound_count,
          created_at, updated_at) = (
           select r.active_booking_process_id, r.current_wave, r.email_outbound_count, r.sms_outbound_count,
                  r.linkedin_outbound_count, r.created_at, now()
             from jsonb_populate_record(p, $4::jsonb) r)
   where p.workspace_id = $1::uuid and p.lead_id = $2::uuid and p.email_campaign_id = $3::uuid
     and to_jsonb(p) is distinct from to_jsonb(jsonb_populate_record(p, $4::jsonb))
  returning false as is_new),
added as (
  insert into lead_campaign_booking_progress (workspace_id, lead_id, email_campaign_id, active_booking_process_id,
      current_wave, email_outbound_count, sms_outbound_count, linkedin_outbound_count, created_at)
    select $1::uuid, $2::uuid, $3::uuid, r.active_booking_process_id, coalesce(r.current_wave, 1),
           coalesce(r.email_outbound_count, 0), coalesce(r.sms_outbound_count, 0),
           coalesce(r.linkedin_outbound_count, 0), coalesce(r.created_at, now())
      from jsonb_populate_record(null::lead_campaign_booking_progress, $4::jsonb) r
    on conflict do nothing
    returning true as is_new)
select is_new from changed union all select is_new from added

-- name: IngestFindReactivation
-- A handful a workspace (reactivation_campaign_pk).
select c.id from reactivation_campaign c where c.workspace_id = $1::uuid and lower(c.name) = lower($2) order by c.id limit 1

-- name: IngestAddReactivation
insert into reactivation_campaign (workspace_id, name) values ($1::uuid, $2) returning id

-- name: IngestUpsertEnrollment
-- One a lead and campaign (reactivation_enrollment_lead_key). The lead is locked before its enrollment, as by whatever else
-- changes both (migration 0024).
with locked as (
  select from lead l where l.workspace_id = $1::uuid and l.id = $2::uuid for no key update),
changed as (
  update reactivation_enrollment e
     set (status, sent_at, created_at, updated_at) = (
           select r.status, r.sent_at, r.created_at, now() from jsonb_populate_record(e, $4::jsonb) r)
    from locked
   where e.workspace_id = $1::uuid and e.lead_id = $2::uuid and e.campaign_id = $3::uuid
     and to_jsonb(e) is distinct from to_jsonb(jsonb_populate_record(e, $4::jsonb))
  returning false as is_new),
added as (
  insert into reactivation_enrollment (workspace_id, lead_id, campaign_id, status, sent_at, created_at)
    select $1::uuid, $2::uuid, $3::uuid, coalesce(r.status, 'pending_resolution'), r.sent_at,
           coalesce(r.created_at, now())
      from jsonb_populate_record(null::reactivation_enrollment, $4::jsonb) r
    on conflict do nothing
    returning true as is_new)
select is_new from changed union all select is_new from added

-- name: IngestUpsertAvailability
-- One a workspace and calendar (workspace_availability_cache_pk). The range is thirty days from the fetch unless it is said.
with given as (
  select coalesce(($2::jsonb->>'availability_source')::availability_source, 'DEFAULT') as source,
         jsonb_build_object('range_start', $2::jsonb->'fetched_at',
                            'range_end', ($2::jsonb->>'fetched_at')::timestamptz + interval '30 days') || $2::jsonb as j),
changed as (
  update workspace_availability_cache c
     set (calendar_type, calendar_url, slot_duration_minutes, range_start, range_end, slots, fetched_at, stale_at,
          last_error) = (
           select r.calendar_type, r.calendar_url, r.slot_duration_minutes, r.range_start, r.range_end, r.slots,
                  r.fetched_at, r.stale_at, r.last_error
             from jsonb_populate_record(c, g.j) r)
    from given g
   where c.workspace_id = $1::uuid and c.availability_source = g.source
     and to_jsonb(c) is distinct from to_jsonb(jsonb_populate_record(c, g.j))
  returning false as is_new),
added as (
  insert into workspace_availability_cache (workspace_id, availability_source, calendar_type, calendar_url,
      slot_duration_minutes, range_start, range_end, slots, fetched_at, stale_at, last_error)
    select $1::uuid, g.source, r.calendar_type, r.calendar_url, coalesce(r.slot_duration_minutes, 30),
           r.range_start, r.range_end, coalesce(r.slots, '{}'), r.fetched_at, r.stale_at, r.last_error
      from given g, jsonb_populate_record(null::workspace_availability_cache, g.j) r
    on conflict do nothing
    returning true as is_new)
select is_new from changed union all select is_new from added
