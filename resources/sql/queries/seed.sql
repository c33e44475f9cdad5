-- name: SeedWorkspaceExists
-- Whether this seed was written before. Served by the primary key.
select exists (select from workspace where id = $1::uuid)

-- name: SeedUpsertUser
-- A demo account keeps the id and password it has, so that a second seed does not sign anybody out.
insert into app_user as u (id, email, name, password_hash) values ($1::uuid, $2, $3, $4)
  on conflict (email) do update set password_hash = coalesce(u.password_hash, excluded.password_hash)
  returning u.id

-- name: SeedInsertWorkspace
insert into workspace (id, name, owner_user_id, timezone, created_at, updated_at)
  values ($1::uuid, $2, $3::uuid, $4, $5, $5)

-- name: SeedInsertMember
insert into workspace_member (workspace_id, user_id, role) values ($1::uuid, $2::uuid, $3::workspace_role)
  on conflict do nothing

-- name: SeedInsertEmailCampaign
insert into email_campaign (workspace_id, id, bison_campaign_id, name, response_mode, created_at, updated_at,
    booking_process_id)
  values ($1::uuid, $2::uuid, $3, $4, $5::campaign_response_mode, $6, $6, $7::uuid)

-- name: SeedInsertSmsCampaign
insert into sms_campaign (workspace_id, id, name, created_at, updated_at) values ($1::uuid, $2::uuid, $3, $4, $4)

-- name: SeedInsertFollowUpSequence
insert into follow_up_sequence (workspace_id, id, name, description, created_at, updated_at, trigger_on)
  values ($1::uuid, $2::uuid, $3, $4, $5, $5, $6)

-- name: SeedInsertBookingProcess
insert into booking_process (workspace_id, id, name, description, max_waves_before_escalation, created_at, updated_at)
  values ($1::uuid, $2::uuid, $3, $4, $5, $6, $6)

-- name: SeedInsertReactivation
insert into reactivation_campaign (workspace_id, id, name, email_campaign_id, created_at, updated_at)
  values ($1::uuid, $2::uuid, $3, $4::uuid, $5, $5)

-- name: SeedInsertSettings
insert into workspace_settings (workspace_id, meeting_booking_provider, ghl_default_calendar_id,
    ghl_direct_book_calendar_id, calendly_event_type_uri, calendly_direct_book_event_type_uri, updated_at)
  select $1::uuid, p.provider, case when p.is_ghl then $3 end, case when p.is_ghl then nullif($4, '') end,
         case when not p.is_ghl then $3 end, case when not p.is_ghl then nullif($4, '') end, $5
    from (select $2::meeting_booking_provider as provider, $2 = 'GHL' as is_ghl) p

-- name: SeedInsertCalendarLink
insert into calendar_link (workspace_id, id, name, url, type, is_default, created_at, updated_at)
  values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $7)

-- name: SeedInsertAvailability
-- The half hours of the next 30 days' working hours, of which the digest of their time leaves $7 of 100 free. Fresh for a
-- week, because nothing refreshes the demo's calendars; a broken one ($8) was read half a day ago.
insert into workspace_availability_cache (workspace_id, availability_source, calendar_type, calendar_url, range_start,
    range_end, slots, fetched_at, stale_at, last_error)
  select $1::uuid, $2::availability_source, $3, $4, $5::timestamptz, $5::timestamptz + interval '30 days',
         coalesce((select array_agg(s.wall at time zone $6 order by s.wall)
                     from generate_series(date_trunc('day', $5::timestamptz at time zone $6),
                                          date_trunc('day', $5::timestamptz at time zone $6) + interval '30 days',
                                          interval '30 minutes') s (wall)
                    where extract(isodow from s.wall) < 6 and s.wall::time between '09:00' and '16:30'
                      and s.wall at time zone $6 > $5::timestamptz
                      and get_byte(decode(md5($4 || s.wall::text), 'hex'), 0) % 100 < $7::int), '{}'),
         $5::timestamptz - case when $8::boolean then interval '12 hours' else interval '40 seconds' end,
         $5::timestamptz + case when $8::boolean then interval '-11 hours' else interval '7 days' end,
         case when $8::boolean then 'The calendar answered 401: the connection has to be renewed' end

-- name: SeedExistingLeads
-- An estimate is enough: it only decides whether building the indexes afresh is cheaper than keeping them.
select greatest(reltuples, 0)::bigint from pg_class where oid = 'lead'::regclass

-- fragment: SeedBypassTriggers
-- The generator writes what the triggers would (DESIGN §8.3). A superuser switches them off for the transaction alone; the
-- owner of the tables switches them off in the tables, which the end of the transaction undoes or SeedRestoreTriggers.
do $$
declare
  t text;
begin
  if has_parameter_privilege('session_replication_role', 'SET') then
    set local session_replication_role = replica;
  else
    foreach t in array array['lead', 'ai_draft', 'message', 'follow_up_instance', 'appointment', 'response_timing_event',
        'lead_crm_row', 'follow_up_task', 'lead_campaign_booking_progress', 'reactivation_enrollment'] loop
      execute format('alter table %I disable trigger user', t);
    end loop;
  end if;
  set local maintenance_work_mem = '1GB';
  set local max_parallel_maintenance_workers = 2;
  set local synchronous_commit = off;
end $$

-- fragment: SeedRestoreTriggers
do $$
declare
  t text;
begin
  if has_parameter_privilege('session_replication_role', 'SET') then
    set local session_replication_role = origin;
  else
    foreach t in array array['lead', 'ai_draft', 'message', 'follow_up_instance', 'appointment', 'response_timing_event',
        'lead_crm_row', 'follow_up_task', 'lead_campaign_booking_progress', 'reactivation_enrollment'] loop
      execute format('alter table %I enable trigger user', t);
    end loop;
  end if;
end $$

-- fragment: SeedDropIndexes
-- Every index and unique constraint that nothing refers to, with its definition kept until the transaction ends. The large
-- ones come last, so that the progress a person watches does not stand still at the first.
do $$
declare
  i record;
begin
  create temp table seed_index on commit drop as
    select row_number() over (order by (a.amname = 'gin'), c.relname = 'message', x.indexrelid) as position,
           case when n.oid is null then format('drop index %s', x.indexrelid::regclass)
                else format('alter table %s drop constraint %I', c.oid::regclass, n.conname) end as removal,
           case when n.oid is null then pg_get_indexdef(x.indexrelid)
                else format('alter table %s add constraint %I %s', c.oid::regclass, n.conname,
                            pg_get_constraintdef(n.oid)) end as definition
      from pg_index x
      join pg_class c on c.oid = x.indrelid
      join pg_class k on k.oid = x.indexrelid
      join pg_am a on a.oid = k.relam
      left join pg_constraint n on n.conindid = x.indexrelid and n.contype in ('p', 'u', 'x')
     where c.oid in ('lead'::regclass, 'lead_address'::regclass, 'message'::regclass, 'ai_draft'::regclass,
                     'response_timing_event'::regclass, 'lead_crm_row'::regclass, 'follow_up_task'::regclass,
                     'lead_campaign_booking_progress'::regclass)
       and (n.oid is null or n.contype = 'u') and not x.indisreplident  -- the change feed could not name rows without it
       and not exists (select from pg_constraint f where f.conindid = x.indexrelid and f.contype = 'f');
  for i in select removal from seed_index loop
    execute i.removal;
  end loop;
end $$

-- fragment: SeedIndexesLeft
select count(*) from seed_index

-- fragment: SeedBuildIndex
-- One index a call, so that progress can be told and a stop is heard.
do $$
declare
  i record;
begin
  select * into i from seed_index order by position limit 1;
  execute i.definition;
  delete from seed_index where position = i.position;
end $$

-- name: SeedTimingMark
-- The seed writes what the processor of response timing would: it begins with what comes after.
insert into response_timing_mark (workspace_id, through_at) values ($1::uuid, $2)
  on conflict (workspace_id) do update set through_at = excluded.through_at

-- name: SeedRecount
-- What the bypassed triggers would have kept.
select recompute_inbox_counts($1::uuid), recompute_crm_answers($1::uuid), recompute_crm_facts($1::uuid)

-- name: SeedDerived
-- What the triggers keep beside the rows: the grids of message days (the messages have their predecessors already, and the
-- leads their rollups and whether the assignee answered), the drafts that were sent, what became of reactivations, the
-- days of campaigns, and the order of answers (the events have it already; it is proved).
select rebuild_message_days($1::uuid), recompute_draft_sends($1::uuid), mend_reactivations($1::uuid),
       recompute_campaign_days($1::uuid), recompute_answer_order($1::uuid)

-- fragment: SeedAnalyzeDerived
analyze message_day, gap_day, draft_send, campaign_day, reactivation_enrollment

-- fragment: SeedAnalyze
-- Plans of the first reads must not be made from the statistics of empty tables.
analyze lead, lead_address, message, ai_draft, attachment, follow_up_instance, appointment, response_timing_event,
  lead_crm_row, follow_up_task, lead_campaign_booking_progress, reactivation_enrollment

-- fragment: SeedCopyLeads
copy lead (workspace_id, id, first_name, last_name, email, phone, job_title, timezone, company_name, company_website,
  company_state, industry, employee_headcount, linkedin_url, alternate_emails, current_replier_email,
  current_replier_name, current_replier_since, status, sentiment_tag, overall_score, scored_at, snoozed_until, is_snoozed,
  last_inbound_at, last_outbound_at, last_zrg_outbound_at, last_message_at, last_message_direction, channel_mask,
  ai_sent_messages, review_drafts, sms_dnd_active, sms_last_blocked_at, sms_last_blocked_reason,
  sms_consecutive_blocked_count, assigned_to_user_id, assignee_key, assigned_at, is_answered_by_assignee,
  sms_campaign_id, email_campaign_id, fit_score, intent_score, ghl_appointment_id, calendly_invitee_uri, calendly_scheduled_event_uri,
  appointment_booked_at, appointment_start_at, appointment_end_at, appointment_status, appointment_canceled_at,
  appointment_provider, appointment_source, created_at, updated_at) from stdin

-- fragment: SeedCopyAddresses
copy lead_address (workspace_id, address, lead_id, is_replier) from stdin

-- fragment: SeedCopyDrafts
copy ai_draft (workspace_id, id, lead_id, trigger_message_id, channel, content, status, response_disposition,
  auto_send_evaluated_at, auto_send_confidence, auto_send_threshold, auto_send_reason, auto_send_action, created_at,
  updated_at) from stdin

-- fragment: SeedCopyMessages
copy message (workspace_id, id, lead_id, channel, source, direction, sent_by, sent_by_user_id, body, raw_html, subject,
  from_email, from_name, to_email, to_name, is_read, ai_draft_id, ai_draft_part_index, sent_at, created_at, previous_at,
  gap_from) from stdin

-- fragment: SeedCopyAttachments
copy attachment (workspace_id, id, message_id, lead_id, position, name, content_type, content_id, size_bytes, content)
  from stdin

-- fragment: SeedCopyFollowUps
copy follow_up_instance (workspace_id, id, lead_id, sequence_id, current_step, status, paused_reason, started_at,
  last_step_at, next_step_due, completed_at, created_at, updated_at) from stdin

-- fragment: SeedCopyAppointments
copy appointment (workspace_id, id, lead_id, provider, ghl_appointment_id, calendly_invitee_uri,
  calendly_scheduled_event_uri, ghl_calendar_id, calendly_event_type_uri, start_at, end_at, timezone, status,
  status_changed_at, canceled_at, cancel_reason, rescheduled_from_id, source, created_at, updated_at) from stdin

-- fragment: SeedCopyTimings
copy response_timing_event (workspace_id, id, lead_id, channel, inbound_message_id, inbound_sent_at,
  setter_response_message_id, setter_response_sent_at, setter_sent_by_user_id, setter_response_ms, ai_draft_id,
  ai_response_message_id, ai_response_sent_at, ai_response_ms, ai_chosen_delay_seconds, ai_actual_delay_seconds,
  ai_scheduled_run_at, created_at, updated_at, earlier_inbound_at, later_inbound_at, is_derived) from stdin

-- fragment: SeedStageCrmRows
create temp table seed_crm_row on commit drop as
  select workspace_id, id, lead_id, interest_registered_at, interest_type, interest_message_id,
         interest_channel, interest_campaign_name, response_mode, response_message_id, response_sent_by_user_id,
         lead_score_at_interest, lead_type, application_status, lead_category_override, notes, pipeline_status, pipeline_value,
         pipeline_currency, created_at, updated_at
    from lead_crm_row with no data

-- fragment: SeedCopyCrmRows
copy seed_crm_row from stdin

-- fragment: SeedAddCrmRows
-- With what their leads tell them (migration 0026), which the triggers would have read: made good afterwards it would write
-- each row a second time. One look at a lead a row, however little is known yet of the table that grows.
insert into lead_crm_row (workspace_id, id, lead_id, interest_registered_at, interest_type, interest_message_id,
  interest_channel, interest_campaign_name, response_mode, response_message_id, response_sent_by_user_id,
  lead_score_at_interest, lead_type, application_status, lead_category_override, notes, pipeline_status, pipeline_value,
  pipeline_currency, created_at, updated_at, response_type, is_booked, is_kept, booked_at, company_key,
  website_key, first_name_key, last_name_key, job_title_key, email_key, linkedin_key, phone_key, lead_tag, lead_status,
  lead_score, assignee_id, meeting_at, snoozed_until, email_campaign_id, sms_campaign_id, campaign_id)
  select s.*, k.*
    from seed_crm_row s
   cross join lateral (select l from lead l where l.workspace_id = s.workspace_id and l.id = s.lead_id offset 0) x
   cross join lateral crm_lead_facts(x.l) k

-- fragment: SeedForgetCrmRows
truncate seed_crm_row

-- fragment: SeedCopyTasks
copy follow_up_task (workspace_id, id, lead_id, instance_id, type, due_date, status, subject, created_at, updated_at)
  from stdin

-- fragment: SeedCopyProgress
copy lead_campaign_booking_progress (workspace_id, id, lead_id, email_campaign_id, active_booking_process_id,
  current_wave, email_outbound_count, sms_outbound_count, linkedin_outbound_count, created_at, updated_at) from stdin

-- fragment: SeedCopyEnrollments
copy reactivation_enrollment (workspace_id, id, campaign_id, lead_id, status, sent_at, created_at, updated_at) from stdin

-- name: SeedReadBaselines
-- Everybody has read what is older than two days.
insert into workspace_read (workspace_id, user_id, read_through)
  select $1::uuid, p.user_id, $2::timestamptz - interval '2 days'
    from (select owner_user_id as user_id from workspace where id = $1::uuid
          union select user_id from workspace_member where workspace_id = $1::uuid) p
  on conflict do nothing

-- name: SeedReadMarks
-- Of the newest conversations everybody has read some, each other ones. By lead_total_ix.
insert into lead_read (workspace_id, user_id, lead_id, read_through)
  select r.workspace_id, r.user_id, l.id, l.last_inbound_at
    from workspace_read r
    cross join (select x.id, x.last_inbound_at from lead x
                 where x.workspace_id = $1::uuid and x.categories & 1 <> 0 order by x.updated_at desc, x.id desc limit 300) l
   where r.workspace_id = $1::uuid and l.last_inbound_at is not null
     and get_byte(decode(md5(r.user_id::text || l.id), 'hex'), 0) % 2 = 0
  on conflict do nothing

-- name: SeedNotes
-- On the newest conversations that require attention. Ids follow from the leads', so that a seed always names the same.
insert into lead_note (workspace_id, id, lead_id, author_user_id, body, created_at)
  select $1::uuid, md5('note ' || l.id)::uuid, l.id, coalesce(l.assigned_to_user_id, w.owner_user_id),
         (array['Asked for a reference from the same trade: send the case study, not the price list.',
                'Budget is free from next quarter. No discount before that.',
                'Prefers the phone before ten in the morning.',
                'Their legal team wants the data processing agreement first.',
                'Met them at the trade fair, very friendly, knows our product.',
                'Decides together with the plant manager: copy both.'])[1 + l.n % 6],
         least(l.last_message_at + interval '25 minutes', $2::timestamptz)
    from workspace w
    join lateral (select x.id, x.assigned_to_user_id, x.last_message_at,
                         (row_number() over (order by x.updated_at desc, x.id desc))::int as n
                    from lead x where x.workspace_id = w.id and x.categories & 4 <> 0
                   order by x.updated_at desc, x.id desc limit 40) l on l.n % 2 = 1
   where w.id = $1::uuid
  on conflict do nothing

-- name: SeedSends
-- A few messages by hand in every state that is shown, and some that went.
insert into outbound_send (workspace_id, id, lead_id, author_user_id, channel, subject, body, recipients, state, error_code,
    run_at, claimed_at, finished_at, attempts, created_at, updated_at)
  select $1::uuid, md5('send ' || l.id)::uuid, l.id, coalesce(l.assigned_to_user_id, w.owner_user_id), 'email',
         'A short answer', 'Thank you for your message. I will come back to you with the figures today.',
         array[l.email], s.state, s.error_code,
         case when s.state = 'queued' then $2::timestamptz + interval '16 hours' else $2::timestamptz - interval '9 minutes' end,
         case when s.state <> 'queued' then $2::timestamptz - interval '9 minutes' end,
         case when s.state in ('sent', 'failed', 'unknown') then $2::timestamptz - interval '8 minutes' end,
         case when s.state = 'queued' then 0 else 1 end, $2::timestamptz - interval '10 minutes',
         $2::timestamptz - interval '8 minutes'
    from workspace w
    join lateral (select x.id, x.assigned_to_user_id, x.email, row_number() over (order by x.updated_at desc, x.id desc) as n
                    from lead x where x.workspace_id = w.id and x.categories & 4 <> 0 and x.email is not null
                   order by x.updated_at desc, x.id desc limit 10) l on true
    join (values (1, 'queued', null), (2, 'failed', 'SMTP_550'), (3, 'unknown', null), (5, 'queued', null),
                 (7, 'sent', null), (9, 'failed', 'RECIPIENT_REFUSED')) s (n, state, error_code) on s.n = l.n
   where w.id = $1::uuid
  on conflict do nothing

-- name: SeedViews
insert into saved_view (workspace_id, id, owner_user_id, name, query, is_shared, position, created_at, updated_at)
  select $1::uuid, md5('view ' || w.id || v.position)::uuid, w.owner_user_id, v.name, v.query::jsonb, v.is_shared,
         v.position, $2::timestamptz, $2::timestamptz
    from workspace w
    cross join (values (0, 'Score 4, answer first', true, '{"filter":"responses","scoreFilter":"4"}'),
                       (1, 'Drafts to review, mail', true, '{"filter":"ai_review","channels":"email"}'),
                       (2, 'Asked for a call', true, '{"sentimentTags":"Call Requested,Meeting Requested"}'),
                       (3, 'Oldest open first', false, '{"filter":"attention","sort":"oldest"}'))
               v (position, name, is_shared, query)
   where w.id = $1::uuid
  on conflict do nothing
