-- The response timing tab of analytics (domain §7.7).

-- name: TimingOutcomes
-- One pick a lead, the event that was answered first, of those whose inbound message lies in [$2, $3): an event is it if
-- none that the lead had answered before lies there too (migration 0020). Then the filter of the channel $4, and what
-- became of the lead within $5 days, left open from $6 on. Leads that had booked before are dropped.
--
-- Rows of kind `count` are the picks by every bucket at once, so few that their sums are made by the reader; buckets count
-- from 1 (0: in none), lower edges belong to them and upper ones to the next. All buckets of a pick are one number while it
-- is counted, three bits each, as hashing one is cheaper than six: from the right the outcome, the time, whether the
-- machine answered (one bit), the delay, the drift.
--
-- The one row of kind `times` has the percentiles of the picks that the filter of the responder ($7: all, ai or user; $8:
-- the user) keeps, interpolated as percentile_cont() does. Their times are collected while the picks are counted; only
-- those of the time buckets in which a percentile lies are sorted.
--
-- Served by response_timing_event_answered_ix, whose keys are the expressions of the pick (migration 0027; without a
-- beginning it is before every message, yet after no message, which is -infinity), and lead_booking_ix. What a booking
-- says is decided before the join, so that little of a lead is hashed.
with outcomes as (
  select case when not e.is_ai_answer then e.setter_sent_by_user_id end as setter, e.response_ms,
         booking_outcome(e.answered_at, $3::timestamptz, $5::int, $6::timestamptz, l.appointment_booked_at, l.is_kept,
                         l.id is not null)
         | (case when e.response_ms < 60000 then 1 when e.response_ms < 300000 then 2 when e.response_ms < 900000 then 3
                 when e.response_ms < 3600000 then 4 when e.response_ms < 14400000 then 5
                 when e.response_ms < 86400000 then 6 else 7 end << 3)
         | case when e.is_ai_answer then
             64
             | (case when e.ai_chosen_delay_seconds < 180 or e.ai_chosen_delay_seconds > 420 then 0
                     when e.ai_chosen_delay_seconds < 210 then 1 when e.ai_chosen_delay_seconds < 270 then 2
                     when e.ai_chosen_delay_seconds < 330 then 3 when e.ai_chosen_delay_seconds < 390 then 4
                     when e.ai_chosen_delay_seconds <= 420 then 5 else 0 end << 7)
             | (case when e.answered_at - e.ai_scheduled_run_at < interval '-10 seconds' then 1
                     when e.answered_at - e.ai_scheduled_run_at < interval '10 seconds' then 2
                     when e.answered_at - e.ai_scheduled_run_at < interval '60 seconds' then 3
                     when e.answered_at - e.ai_scheduled_run_at < interval '5 minutes' then 4
                     when e.ai_scheduled_run_at is not null then 5 else 0 end << 10)
           else 0 end as cell
    from response_timing_event e
    left join (select b.id, b.appointment_booked_at, is_kept(b.appointment_status, b.appointment_canceled_at) as is_kept
                 from lead b
                where b.workspace_id = $1::uuid
                  and has_booking(b.appointment_booked_at, b.ghl_appointment_id, b.calendly_invitee_uri,
                                  b.calendly_scheduled_event_uri)) l on l.id = e.lead_id
   where e.workspace_id = $1::uuid and e.answered_at is not null
     and e.inbound_sent_at >= coalesce($2::timestamptz, '4713-01-01 BC') and e.inbound_sent_at < $3::timestamptz
     and greatest(e.earlier_inbound_at, '-infinity') < coalesce($2::timestamptz, '4713-01-01 BC')
     and least(e.later_inbound_at, 'infinity') >= $3::timestamptz
     and ($4::text is null or e.channel = $4::text)
     and (l.appointment_booked_at is null or l.appointment_booked_at >= e.answered_at)
), counts as materialized (
  select o.setter, o.cell, count(*) as picks, sum(o.response_ms)::float8 as total_ms, array_agg(o.response_ms) as times
    from outcomes o
   group by o.setter, o.cell
), asked as (
  select c.cell >> 3 & 7 as bucket, c.picks, c.times
    from counts c
   where case $7::text when 'all' then true when 'ai' then c.cell & 64 <> 0 else c.setter = $8::uuid end
), sizes as (
  select a.bucket, sum(a.picks) as picks, sum(sum(a.picks)) over (order by a.bucket) - sum(a.picks) as before
    from asked a
   group by a.bucket
), places as (
  select p.percentile, floor(p.place) as lower, ceil(p.place) as upper, p.place - floor(p.place) as share
    from (select q.percentile, q.percentile * (sum(a.picks) - 1)::float8 as place
            from asked a, (values (0.5::float8), (0.9)) q (percentile)
           group by q.percentile) p
), sorted as materialized (
  select s.before, array(select t.ms from asked a, unnest(a.times) t (ms) where a.bucket = s.bucket order by t.ms) as times
    from sizes s
   where exists (select from places p where p.upper >= s.before and p.lower < s.before + s.picks)
), percentiles as (
  select p.percentile, v.lower + p.share * (v.upper - v.lower) as ms
    from places p,
         lateral (select max(s.times[p.lower - s.before + 1])::float8 as lower,
                         max(s.times[p.upper - s.before + 1])::float8 as upper
                    from sorted s) v
)
select 'count' as kind, c.cell & 64 <> 0 as is_ai, c.setter, u.email, c.cell & 7 as outcome, c.cell >> 3 & 7 as time_bucket,
       c.cell >> 7 & 7 as delay_bucket, c.cell >> 10 & 7 as drift_bucket, c.picks, c.total_ms, null::float8 as median_ms,
       null::float8 as p90_ms
  from counts c left join app_user u on u.id = c.setter
union all
select 'times', null, null, null, null, null, null, null, null, null,
       (select p.ms from percentiles p where p.percentile = 0.5), (select p.ms from percentiles p where p.percentile = 0.9)
