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
-- (`slice`: campaign, industry, headcount). $4: the provider whose bookings count.
-- Served by lead_campaign_positive_ix and lead_campaign_booked_ix.
select f.campaign, f.industry, f.headcount,
       case grouping(f.industry, f.headcount) when 3 then 'campaign' when 1 then 'industry' else 'headcount' end as slice,
       count(*) filter (where f.is_reply) as positive_replies,
       count(*) filter (where f.is_request) as meetings_requested,
       count(*) filter (where not f.is_reply) as meetings_booked
  from (select l.email_campaign_id as campaign, l.industry, l.employee_headcount as headcount, true as is_reply,
               l.sentiment_tag in ('Meeting Requested', 'Call Requested') as is_request
          from lead l
         where l.workspace_id = $1::uuid and l.email_campaign_id is not null and is_positive(l.sentiment_tag)
           and l.last_inbound_at >= coalesce($2::timestamptz, '-infinity') and l.last_inbound_at < $3::timestamptz
        union all
        select l.email_campaign_id, l.industry, l.employee_headcount, false, false
          from lead l
         where l.workspace_id = $1::uuid and l.email_campaign_id is not null
           and l.appointment_booked_at >= coalesce($2::timestamptz, '-infinity')
           and l.appointment_booked_at < $3::timestamptz
           and has_provider_booking($4::text::meeting_booking_provider, l.ghl_appointment_id, l.calendly_invitee_uri,
                                    l.calendly_scheduled_event_uri)) f
 group by grouping sets ((f.campaign), (f.campaign, f.industry), (f.campaign, f.headcount))

-- name: CampaignsSentiments
-- Leads of any e-mail campaign that answered, by what they were classified as. Served by lead_last_inbound_ix.
select l.sentiment_tag, count(*) as leads
  from lead l
 where l.workspace_id = $1::uuid and l.email_campaign_id is not null
   and l.last_inbound_at >= coalesce($2::timestamptz, '-infinity') and l.last_inbound_at < $3::timestamptz
 group by l.sentiment_tag

-- name: CampaignsReactivation
-- What was sent in the window, and what the leads did after it and before the window's end. The lead's rollup answers for
-- nearly all of them; only one that also wrote after the window has its messages looked at.
-- Served by reactivation_enrollment_sent_ix, lead_pk and message_lead_ix.
select c.id, c.name, count(*) as sent,
       count(*) filter (where s.has_responded) as responded,
       count(*) filter (where s.has_booked) as booked
  from (select e.campaign_id,
               l.appointment_booked_at > e.sent_at and l.appointment_booked_at < $3::timestamptz as has_booked,
               case when l.last_inbound_at is null or l.last_inbound_at <= e.sent_at then false
                    when l.last_inbound_at < $3::timestamptz then true
                    else exists (select from message m
                                  where m.workspace_id = $1::uuid and m.lead_id = e.lead_id and m.direction = 'inbound'
                                    and m.sent_at > e.sent_at and m.sent_at < $3::timestamptz) end as has_responded
          from reactivation_enrollment e
          join lead l on l.workspace_id = e.workspace_id and l.id = e.lead_id
         where e.workspace_id = $1::uuid and e.status = 'sent'
           and e.sent_at >= coalesce($2::timestamptz, '-infinity') and e.sent_at < $3::timestamptz) s
  join reactivation_campaign c on c.workspace_id = $1::uuid and c.id = s.campaign_id
 group by c.id, c.name
 order by sent desc, lower(c.name), c.id

-- name: CampaignsDraftOutcomes
-- The drafts sent in the window. An e-mail draft counts only if the lead's campaign lets the AI send by itself; other
-- channels always. Grouped by campaign first, so that its mode is asked for once a campaign. Served by draft_send_sent_ix.
select s.channel, s.disposition::text as disposition, sum(s.drafts)::bigint as drafts
  from (select d.email_campaign_id, d.channel, d.disposition, count(*) as drafts
          from draft_send d
         where d.workspace_id = $1::uuid
           and d.sent_at >= coalesce($2::timestamptz, '-infinity') and d.sent_at < $3::timestamptz
         group by d.email_campaign_id, d.channel, d.disposition) s
  left join email_campaign c on c.workspace_id = $1::uuid and c.id = s.email_campaign_id
 where s.channel <> 'email' or c.response_mode = 'AI_AUTO_SEND'
 group by s.channel, s.disposition

-- name: CampaignsDraftBookings
-- One unit is a lead on a channel with a disposition, written to when the latest such draft was sent. $4: days of
-- attribution; from $5 on a send is not mature. Served by draft_send_sent_ix, bookings by lead_booking_ix.
select u.channel, u.disposition::text as disposition, o.outcome, count(*) as units
  from (select d.lead_id, d.channel, d.disposition, max(d.sent_at) as sent_at
          from draft_send d
         where d.workspace_id = $1::uuid
           and d.sent_at >= coalesce($2::timestamptz, '-infinity') and d.sent_at < $3::timestamptz
           and (d.channel <> 'email'
                or d.email_campaign_id = any ((select array(
                     select c.id from email_campaign c
                      where c.workspace_id = $1::uuid and c.response_mode = 'AI_AUTO_SEND'))::uuid[]))
         group by d.lead_id, d.channel, d.disposition) u
  left join lead l on l.workspace_id = $1::uuid and l.id = u.lead_id
       and has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri, l.calendly_scheduled_event_uri)
 cross join lateral (
    select booking_outcome(u.sent_at, $3::timestamptz, $4::int, $5::timestamptz, l.appointment_booked_at,
                           is_kept(l.appointment_status, l.appointment_canceled_at), l.id is not null) as outcome) o
 group by u.channel, u.disposition, o.outcome

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
