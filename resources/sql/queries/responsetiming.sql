-- The response timing tab of analytics (domain §7.7).

-- name: TimingOutcomes
-- One pick a lead, the event that was answered first, of those whose inbound message lies in [$2, $3): an event is it if
-- none that the lead had answered before lies there too (migration 0020). Then the filter of the channel $4, and what
-- became of the lead within $5 days, left open from $6 on. Leads that had booked before are dropped.
--
-- Rows of kind `count` are the picks by every bucket at once, so few that their sums are made by the reader; buckets count
-- from 1, lower edges belong to them and upper ones to the next. The one row of kind `times` has the percentiles of the
-- picks that the filter of the responder ($7: all, ai or user; $8: the user) keeps. Their times are collected while the
-- picks are counted: one pass over them, and nothing of them is put aside but that.
-- Served by response_timing_event_answered_ix and lead_booking_ix.
with outcomes as (
  select e.is_ai_answer as is_ai, case when not e.is_ai_answer then e.setter_sent_by_user_id end as setter,
         case when e.is_ai_answer then e.ai_chosen_delay_seconds end as delay_seconds,
         case when e.is_ai_answer then e.answered_at - e.ai_scheduled_run_at end as drift, e.response_ms,
         booking_outcome(e.answered_at, $3::timestamptz, $5::int, $6::timestamptz, l.appointment_booked_at,
                         is_kept(l.appointment_status, l.appointment_canceled_at), l.id is not null) as outcome
    from response_timing_event e
    left join lead l on l.workspace_id = $1::uuid and l.id = e.lead_id
         and has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri, l.calendly_scheduled_event_uri)
   where e.workspace_id = $1::uuid and e.answered_at is not null
     and e.inbound_sent_at >= coalesce($2::timestamptz, '-infinity') and e.inbound_sent_at < $3::timestamptz
     and (e.earlier_inbound_at is null or e.earlier_inbound_at < coalesce($2::timestamptz, '-infinity'))
     and (e.later_inbound_at is null or e.later_inbound_at >= $3::timestamptz)
     and ($4::text is null or e.channel = $4::text)
     and (l.appointment_booked_at is null or l.appointment_booked_at >= e.answered_at)
), counts as materialized (
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
         count(*) as picks, sum(o.response_ms)::float8 as total_ms, array_agg(o.response_ms) as times
    from outcomes o
   group by o.is_ai, o.setter, o.outcome, time_bucket, delay_bucket, drift_bucket
)
select 'count' as kind, c.is_ai, c.setter, u.email, c.outcome, c.time_bucket, c.delay_bucket, c.drift_bucket, c.picks,
       c.total_ms, null::float8 as median_ms, null::float8 as p90_ms
  from counts c left join app_user u on u.id = c.setter
union all
select 'times', null, null, null, null, null, null, null, t.picks, null, t.ms[1], t.ms[2]
  from (select count(*) as picks, percentile_cont(array[0.5, 0.9]) within group (order by x.ms) as ms
          from (select unnest(c.times) as ms from counts c
                 where case $7::text when 'all' then true when 'ai' then c.is_ai else c.setter = $8::uuid end) x) t
