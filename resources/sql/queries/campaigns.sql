-- The campaigns and booking tabs of analytics (domain §7.5, §7.6). In every statement $1 is the workspace and [$2, $3) the
-- window; $2 null: from the beginning of time.

-- name: CampaignsEmailList
-- Every e-mail campaign of the workspace and the provider whose bookings count. Served by email_campaign_pk.
select c.id, c.bison_campaign_id, c.name, c.response_mode::text as response_mode, c.auto_send_confidence_threshold,
       w.id as workspace_id, w.name as workspace_name, coalesce(s.meeting_booking_provider, 'GHL')::text as provider
  from email_campaign c
  join workspace w on w.id = c.workspace_id
  left join workspace_settings s on s.workspace_id = c.workspace_id
 where c.workspace_id = $1::uuid

-- name: CampaignsEmailFacts
-- Positive replies and meetings per campaign, per campaign and industry, and per campaign and headcount as the lead has it
-- (`slice`: reply is the campaign itself, industry, headcount; an empty `name` is none). $4: the provider whose bookings
-- count. Replies of whole days from campaign_day_pk, those of the days that a bound cuts by lead_campaign_positive_ix;
-- meetings by lead_campaign_booked_ix. Leads alike are counted before they go into the three slices.
select f.campaign, f.slice, f.name, sum(f.positive) as positive_replies,
       case when f.slice = 'reply' and f.name in ('Meeting Requested', 'Call Requested') then sum(f.positive) else 0 end
         as meetings_requested,
       sum(f.booked) as meetings_booked
  from (select d.email_campaign_key as campaign, d.fact as slice, d.name, d.n as positive, 0 as booked
          from campaign_count d
         where d.workspace_id = $1::uuid and d.fact = any (array['reply', 'industry', 'headcount'])
           and d.day >= utc_day_after(coalesce($2::timestamptz, '-infinity')) and d.day < utc_day($3::timestamptz)
           and (d.fact <> 'reply' or is_positive(d.name))
        union all
        select l.campaign, s.slice, s.name, l.positive, l.booked
          from (select x.campaign, x.sentiment_tag, x.industry, x.headcount, sum(x.positive)::int as positive,
                       sum(x.booked)::int as booked
                  from (select l.email_campaign_id as campaign, l.sentiment_tag, l.industry,
                               l.employee_headcount as headcount, 1 as positive, 0 as booked
                          from lead l
                         where l.workspace_id = $1::uuid and l.email_campaign_id is not null and is_positive(l.sentiment_tag)
                           and l.last_inbound_at >= coalesce($2::timestamptz, '-infinity')
                           and l.last_inbound_at
                               < utc_days_begin(coalesce($2::timestamptz, '-infinity'), $3::timestamptz)
                        union all
                        select l.email_campaign_id, l.sentiment_tag, l.industry, l.employee_headcount, 1, 0
                          from lead l
                         where l.workspace_id = $1::uuid and l.email_campaign_id is not null and is_positive(l.sentiment_tag)
                           and l.last_inbound_at
                               >= utc_days_end(coalesce($2::timestamptz, '-infinity'), $3::timestamptz)
                           and l.last_inbound_at < $3::timestamptz
                        union all
                        select l.email_campaign_id, null, l.industry, l.employee_headcount, 0, 1
                          from lead l
                         where l.workspace_id = $1::uuid and l.email_campaign_id is not null
                           and l.appointment_booked_at >= coalesce($2::timestamptz, '-infinity')
                           and l.appointment_booked_at < $3::timestamptz
                           and has_provider_booking($4::text::meeting_booking_provider, l.ghl_appointment_id,
                                                    l.calendly_invitee_uri, l.calendly_scheduled_event_uri)) x
                 group by x.campaign, x.sentiment_tag, x.industry, x.headcount) l
         cross join lateral (values ('reply', coalesce(l.sentiment_tag, '')), ('industry', coalesce(l.industry, '')),
                                    ('headcount', coalesce(l.headcount, ''))) s (slice, name)) f
 group by f.campaign, f.slice, f.name
having sum(f.positive) <> 0 or sum(f.booked) <> 0

-- name: CampaignsSentiments
-- Leads of any e-mail campaign that answered, by what they were classified as (empty: as nothing). Whole days from
-- campaign_day_pk, the days that a bound cuts by lead_last_inbound_ix.
select f.sentiment_tag, sum(f.leads) as leads
  from (select d.name as sentiment_tag, d.n as leads
          from campaign_count d
         where d.workspace_id = $1::uuid and d.fact = 'reply'
           and d.day >= utc_day_after(coalesce($2::timestamptz, '-infinity')) and d.day < utc_day($3::timestamptz)
        union all
        select coalesce(l.sentiment_tag, ''), 1
          from lead l
         where l.workspace_id = $1::uuid and l.email_campaign_id is not null
           and l.last_inbound_at >= coalesce($2::timestamptz, '-infinity')
           and l.last_inbound_at < utc_days_begin(coalesce($2::timestamptz, '-infinity'), $3::timestamptz)
        union all
        select coalesce(l.sentiment_tag, ''), 1
          from lead l
         where l.workspace_id = $1::uuid and l.email_campaign_id is not null
           and l.last_inbound_at >= utc_days_end(coalesce($2::timestamptz, '-infinity'), $3::timestamptz)
           and l.last_inbound_at < $3::timestamptz) f
 group by f.sentiment_tag
having sum(f.leads) <> 0

-- name: CampaignsReactivation
-- What was sent in the window, and what the leads did after it and before the window's end: both are kept beside the
-- enrollment (migration 0024). Served by reactivation_enrollment_sent_ix.
select c.id, c.name, s.sent, s.responded, s.booked
  from (select e.campaign_id, count(*) as sent,
               count(*) filter (where e.answered_at < $3::timestamptz) as responded,
               count(*) filter (where e.booked_at > e.sent_at and e.booked_at < $3::timestamptz) as booked
          from reactivation_enrollment e
         where e.workspace_id = $1::uuid and e.status = 'sent'
           and e.sent_at >= coalesce($2::timestamptz, '-infinity') and e.sent_at < $3::timestamptz
         group by e.campaign_id) s
  join reactivation_campaign c on c.workspace_id = $1::uuid and c.id = s.campaign_id
 order by s.sent desc, lower(c.name), c.id

-- name: CampaignsDraftOutcomes
-- The drafts sent in the window. An e-mail draft counts only if the lead's campaign lets the AI send by itself; other
-- channels always. Whole days from campaign_day_pk, the days that a bound cuts by draft_send_sent_ix.
select s.channel, s.disposition, sum(s.drafts) as drafts
  from (select d.email_campaign_key as campaign, d.name as channel, d.disposition, d.n as drafts
          from campaign_count d
         where d.workspace_id = $1::uuid and d.fact = 'send'
           and d.day >= utc_day_after(coalesce($2::timestamptz, '-infinity')) and d.day < utc_day($3::timestamptz)
        union all
        select d.email_campaign_id, d.channel, d.disposition::text, 1
          from draft_send d
         where d.workspace_id = $1::uuid and d.sent_at >= coalesce($2::timestamptz, '-infinity')
           and d.sent_at < utc_days_begin(coalesce($2::timestamptz, '-infinity'), $3::timestamptz)
        union all
        select d.email_campaign_id, d.channel, d.disposition::text, 1
          from draft_send d
         where d.workspace_id = $1::uuid and d.sent_at < $3::timestamptz
           and d.sent_at >= utc_days_end(coalesce($2::timestamptz, '-infinity'), $3::timestamptz)) s
 where s.channel <> 'email'
    or s.campaign = any ((select array(
         select c.id from email_campaign c
          where c.workspace_id = $1::uuid and c.response_mode = 'AI_AUTO_SEND'))::uuid[])
 group by s.channel, s.disposition
having sum(s.drafts) <> 0

-- name: CampaignsDraftBookings
-- One unit is a lead on a channel with a disposition, written to when the latest such draft was sent. $4: days of
-- attribution; from $5 on, which lies in the window, a send is not mature.
-- Every send counts as if its lead had no booking (3: not mature, 4: not booked), and then less those that another one of
-- their unit follows in the window. Where the lead has a booking, the outcome by it takes the other one's place.
-- Whole days from campaign_day_pk, the days that a bound cuts by draft_send_sent_ix, the rest by draft_send_next_ix and
-- draft_send_booking_ix. Rows alike are counted before anything is asked about them.
select u.channel, u.disposition, u.outcome, sum(u.n) as units
  from (select d.email_campaign_key as campaign, d.name as channel, d.disposition, 4 as outcome, d.n
          from campaign_count d
         where d.workspace_id = $1::uuid and d.fact = 'send'
           and d.day >= utc_day_after(coalesce($2::timestamptz, '-infinity')) and d.day < utc_day($5::timestamptz)
        union all
        select d.email_campaign_key, d.name, d.disposition, 3, d.n
          from campaign_count d
         where d.workspace_id = $1::uuid and d.fact = 'send'
           and d.day >= utc_day_after($5::timestamptz) and d.day < utc_day($3::timestamptz)
        union all
        select d.email_campaign_id, d.channel, d.disposition::text, 4, 1
          from draft_send d
         where d.workspace_id = $1::uuid and d.sent_at >= coalesce($2::timestamptz, '-infinity')
           and d.sent_at < utc_days_begin(coalesce($2::timestamptz, '-infinity'), $5::timestamptz)
        union all
        select d.email_campaign_id, d.channel, d.disposition::text,
               case when d.sent_at < $5::timestamptz then 4 else 3 end, 1
          from draft_send d
         where d.workspace_id = $1::uuid
           and d.sent_at >= utc_days_end(coalesce($2::timestamptz, '-infinity'), $5::timestamptz)
           and d.sent_at < utc_days_begin($5::timestamptz, $3::timestamptz)
        union all
        select d.email_campaign_id, d.channel, d.disposition::text, 3, 1
          from draft_send d
         where d.workspace_id = $1::uuid and d.sent_at < $3::timestamptz
           and d.sent_at >= utc_days_end($5::timestamptz, $3::timestamptz)
        union all
        select d.email_campaign_id, d.channel, d.disposition::text, case when d.is_mature then 4 else 3 end, -d.n
          from (select d.email_campaign_id, d.channel, d.disposition, d.sent_at < $5::timestamptz as is_mature,
                       count(*)::int as n
                  from draft_send d
                 where d.workspace_id = $1::uuid and d.next_sent_at is not null and d.next_sent_at < $3::timestamptz
                   and d.sent_at >= coalesce($2::timestamptz, '-infinity') and d.sent_at < $3::timestamptz
                 group by d.email_campaign_id, d.channel, d.disposition, is_mature) d
        union all
        select d.email_campaign_id, d.channel, d.disposition::text, o.outcome, o.n
          from (select d.email_campaign_id, d.channel, d.disposition, d.sent_at < $5::timestamptz as is_mature,
                       booking_outcome(d.sent_at, $3::timestamptz, $4::int, $5::timestamptz, d.booked_at, d.is_booking_kept,
                                       true) as outcome,
                       count(*)::int as n
                  from draft_send d
                 where d.workspace_id = $1::uuid and d.has_booking
                   and (d.next_sent_at is null or d.next_sent_at >= $3::timestamptz)
                   and d.sent_at >= coalesce($2::timestamptz, '-infinity') and d.sent_at < $3::timestamptz
                 group by d.email_campaign_id, d.channel, d.disposition, is_mature, outcome) d
         cross join lateral (values (d.outcome, d.n), (case when d.is_mature then 4 else 3 end, -d.n)) o (outcome, n)) u
 where u.channel <> 'email'
    or u.campaign = any ((select array(
         select c.id from email_campaign c
          where c.workspace_id = $1::uuid and c.response_mode = 'AI_AUTO_SEND'))::uuid[])
 group by u.channel, u.disposition, u.outcome
having sum(u.n) <> 0

-- name: BookingProcessList
-- Served by booking_process_pk.
select p.id, p.name from booking_process p where p.workspace_id = $1::uuid order by lower(p.name), p.id

-- name: BookingProgress
-- Progress that began in the window, by process and wave; waves beyond $4 count as wave $4. Who is booked is decided before
-- the join, so that of a lead nothing but its id is hashed.
-- Served by lead_campaign_booking_progress_created_ix and lead_booking_ix.
select b.process, b.wave, count(*) as leads, count(b.booked) as booked,
       coalesce(sum(b.outbounds) filter (where b.booked is not null), 0)::bigint as outbounds_to_book
  from (select p.active_booking_process_id as process, least(p.current_wave, $4::int) as wave,
               p.email_outbound_count::bigint + p.sms_outbound_count + p.linkedin_outbound_count as outbounds,
               l.id as booked
          from lead_campaign_booking_progress p
          left join lead l on l.workspace_id = $1::uuid and l.id = p.lead_id
               and (l.status = 'meeting-booked'
                    or has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri,
                                   l.calendly_scheduled_event_uri))
               and (l.status = 'meeting-booked'
                    or has_provider_booking((select s.meeting_booking_provider from workspace_settings s
                                              where s.workspace_id = $1::uuid), l.ghl_appointment_id,
                                            l.calendly_invitee_uri, l.calendly_scheduled_event_uri))
         where p.workspace_id = $1::uuid
           and p.created_at >= coalesce($2::timestamptz, '-infinity') and p.created_at < $3::timestamptz) b
 group by b.process, b.wave

-- name: BookingSetters
-- Of the leads assigned in the window to the person who still has them: who was answered by that person, and what came
-- of it. Setters without any are there with zeros. Two passes over indexes and no join: leads alike are counted before
-- anything is asked about them, and those with a booking are few.
-- Served by lead_assigned_ix and lead_booking_ix.
with assigned as (
  select l.assigned_to_user_id as person, l.sentiment_tag, l.is_answered_by_assignee, count(*) as leads
    from lead l
   where l.workspace_id = $1::uuid and l.assigned_to_user_id is not null
     and l.assigned_at >= coalesce($2::timestamptz, '-infinity') and l.assigned_at < $3::timestamptz
   group by l.assigned_to_user_id, l.sentiment_tag, l.is_answered_by_assignee
), sums as (
  select a.person, sum(a.leads)::bigint as assigned,
         sum(a.leads) filter (where a.is_answered_by_assignee)::bigint as responded,
         sum(a.leads) filter (where is_positive(a.sentiment_tag))::bigint as positive,
         sum(a.leads) filter (where a.sentiment_tag in ('Meeting Requested', 'Call Requested'))::bigint as requested
    from assigned a
   group by a.person
), bookings as (
  select l.assigned_to_user_id as person, count(*) as leads
    from lead l
   where l.workspace_id = $1::uuid and l.assigned_to_user_id is not null
     and l.assigned_at >= coalesce($2::timestamptz, '-infinity') and l.assigned_at < $3::timestamptz
     and (l.status = 'meeting-booked'
          or has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri,
                         l.calendly_scheduled_event_uri))
     and (l.status = 'meeting-booked'
          or has_provider_booking((select s.meeting_booking_provider from workspace_settings s
                                    where s.workspace_id = $1::uuid), l.ghl_appointment_id, l.calendly_invitee_uri,
                                  l.calendly_scheduled_event_uri))
   group by l.assigned_to_user_id
)
select u.id, u.email, coalesce(a.assigned, 0) as assigned, coalesce(a.responded, 0) as responded,
       coalesce(a.positive, 0) as positive, coalesce(a.requested, 0) as requested, coalesce(b.leads, 0) as booked
  from sums a
  full join (select distinct m.user_id from workspace_member m where m.workspace_id = $1::uuid and m.role = 'SETTER') m
       on m.user_id = a.person
  join app_user u on u.id = coalesce(a.person, m.user_id)
  left join bookings b on b.person = a.person
 order by assigned desc, u.email

-- name: AssigneeAnswersVerify
select lead_id, expected, found from verify_assignee_answers($1::uuid) order by lead_id

-- name: AssigneeAnswersRecompute
select recompute_assignee_answers($1::uuid)

-- name: DraftSendsVerify
select draft_id, expected, found from verify_draft_sends($1::uuid) order by draft_id

-- name: DraftSendsMend
select mend_draft_sends($1::uuid)

-- name: ReactivationsVerify
select enrollment_id, expected, found from verify_reactivations($1::uuid) order by enrollment_id

-- name: ReactivationsMend
select mend_reactivations($1::uuid)

-- name: CampaignDaysFold
select fold_campaign_days($1::int)

-- name: CampaignDaysVerify
-- A cell by its key, as people read it.
select concat_ws(' ', fact, day, nullif(email_campaign_key, '00000000-0000-0000-0000-000000000000'), nullif(name, ''),
                 nullif(disposition, '')) as cell,
       expected, found
  from verify_campaign_days($1::uuid) order by fact, day, email_campaign_key, name, disposition

-- name: CampaignDaysRecompute
select recompute_campaign_days($1::uuid)
