-- name: ResponseTimingDue
-- Workspaces with messages that the processor has not read: one probe of message_created_ix each.
select response_timing_due from response_timing_due('90 days', $1::int)

-- name: ResponseTimingFill
-- Indexes: at the function (migration 0013).
select fill_response_timing($1::uuid, '90 days', $2::int)

-- The response timing tab of analytics (domain §7.7).

-- name: TimingOutcomes
-- One pick a lead, the event that was answered first, of those whose inbound message lies in [$2, $3); then the filter of
-- the channel $4, and what became of the lead within $5 days, left open from $6 on. Leads that had booked before are dropped.
--
-- Rows of kind `count` are the picks by every bucket at once, so few that their sums are made by the reader; buckets count
-- from 1, lower edges belong to them and upper ones to the next. The one row of kind `times` has the percentiles of the
-- picks that the filter of the responder ($7: all, ai or user; $8: the user) keeps.
-- Served by response_timing_event_inbound_ix and lead_booking_ix.
with picks as (
  select distinct on (e.lead_id)
         e.lead_id, e.channel, e.inbound_sent_at, e.setter_response_sent_at, e.ai_response_sent_at, e.setter_sent_by_user_id,
         e.setter_response_ms, e.ai_response_ms, e.ai_chosen_delay_seconds, e.ai_scheduled_run_at
    from response_timing_event e
   where e.workspace_id = $1::uuid
     and e.inbound_sent_at >= coalesce($2::timestamptz, '-infinity') and e.inbound_sent_at < $3::timestamptz
     and coalesce(e.setter_response_sent_at, e.ai_response_sent_at) is not null
   order by e.lead_id, least(e.setter_response_sent_at, e.ai_response_sent_at), e.inbound_sent_at, e.id
), answers as (
  select p.lead_id, p.inbound_sent_at, a.is_ai, least(p.setter_response_sent_at, p.ai_response_sent_at) as answered_at,
         case when a.is_ai then p.ai_response_ms else p.setter_response_ms end as stored_ms,
         case when not a.is_ai then p.setter_sent_by_user_id end as setter,
         case when a.is_ai then p.ai_chosen_delay_seconds end as delay_seconds,
         case when a.is_ai then p.ai_response_sent_at - p.ai_scheduled_run_at end as drift
    from picks p
   cross join lateral (
      select p.setter_response_sent_at is null or coalesce(p.ai_response_sent_at < p.setter_response_sent_at, false) as is_ai) a
   where $4::text is null or p.channel = $4::text
), outcomes as materialized (
  select a.is_ai, a.setter, a.delay_seconds, a.drift, o.outcome,
         coalesce(a.stored_ms,
                  greatest(0, (extract(epoch from a.answered_at - a.inbound_sent_at) * 1000)::bigint)) as response_ms
    from answers a
    left join lead l on l.workspace_id = $1::uuid and l.id = a.lead_id
         and has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri, l.calendly_scheduled_event_uri)
   cross join lateral (
      select booking_outcome(a.answered_at, $3::timestamptz, $5::int, $6::timestamptz, l.appointment_booked_at,
                             is_kept(l.appointment_status, l.appointment_canceled_at), l.id is not null) as outcome) o
   where o.outcome <> 0
), counts as (
  select o.is_ai, o.setter, o.outcome,
         case when o.response_ms < 60000 then 1 when o.response_ms < 300000 then 2 when o.response_ms < 900000 then 3
              when o.response_ms < 3600000 then 4 when o.response_ms < 14400000 then 5 when o.response_ms < 86400000 then 6
              else 7 end as time_bucket,
         case when o.delay_seconds < 180 or o.delay_seconds > 420 then null
              when o.delay_seconds < 210 then 1 when o.delay_seconds < 270 then 2 when o.delay_seconds < 330 then 3
              when o.delay_seconds < 390 then 4 when o.delay_seconds <= 420 then 5 end as delay_bucket,
         case when o.drift < interval '-10 seconds' then 1 when o.drift < interval '10 seconds' then 2
              when o.drift < interval '60 seconds' then 3 when o.drift < interval '5 minutes' then 4
              when o.drift >= interval '5 minutes' then 5 end as drift_bucket,
         count(*) as picks, sum(o.response_ms)::float8 as total_ms
    from outcomes o
   group by o.is_ai, o.setter, o.outcome, time_bucket, delay_bucket, drift_bucket
)
select 'count' as kind, c.is_ai, c.setter, u.email, c.outcome, c.time_bucket, c.delay_bucket, c.drift_bucket, c.picks,
       c.total_ms, null::float8 as median_ms, null::float8 as p90_ms
  from counts c left join app_user u on u.id = c.setter
union all
select 'times', null, null, null, null, null, null, null, count(*), null,
       percentile_cont(0.5) within group (order by o.response_ms),
       percentile_cont(0.9) within group (order by o.response_ms)
  from outcomes o
 where case $7::text when 'all' then true when 'ai' then o.is_ai else o.setter = $8::uuid end
