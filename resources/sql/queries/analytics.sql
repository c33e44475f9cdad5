-- name: AnalyticsAdmit
-- The workspace whose aggregates this transaction may read, null when the role does not grant it (DESIGN §8.22). Its
-- statements are few and heavy, and a window of an hour and one of a year want different plans: theirs are made for the
-- values, where the inbox has one for all. $1: without workers, because other connections read parts of the same answer.
-- Starting workers costs up to half of what they do.
select analytics_workspace(), set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '32MB', true),
       case when $1::boolean then set_config('max_parallel_workers_per_gather', '0', true) end

-- name: AnalyticsContext
-- What an answer says beside its numbers. The version is that of the whole workspace (DESIGN §8.5); `read_at` is the time of
-- the snapshot. By primary keys, inbox_counts_delta_pk and lead_snoozed_ix.
select w.name, coalesce(z.zone, 'UTC') as zone, coalesce(s.meeting_booking_provider::text, 'GHL') as provider,
       now() as read_at
  from workspace w
  left join workspace_zone z on z.workspace_id = w.id
  left join workspace_settings s on s.workspace_id = w.id
 where w.id = $1::uuid

-- name: AnalyticsDaysOf
-- The local days that instants fall on, in their order, as the grid is cut.
select d.day, day_begin(d.day, d.zone), day_begin(d.day + 1, d.zone)
  from (select i.position, local_day(i.at, z.zone) as day, z.zone
          from unnest($2::timestamptz[]) with ordinality i (at, position),
               (select coalesce((select w.zone from workspace_zone w where w.workspace_id = $1::uuid), 'UTC') as zone) z) d
 order by d.position

-- name: AnalyticsDays
-- The local days from one date to another; those a zone skipped are left out.
select d.day, d.first, d.last
  from (select $2::date + n as day, day_begin($2::date + n, z.zone) as first, day_begin($2::date + n + 1, z.zone) as last
          from generate_series(0, $3::date - $2::date) n,
               (select coalesce((select w.zone from workspace_zone w where w.workspace_id = $1::uuid), 'UTC') as zone) z) d
 where d.first < d.last
 order by d.day

-- name: AnalyticsActivity
-- Messages by local day, direction and channel, and how many of them are their lead's first of the direction in the window:
-- their sum is the number of distinct leads (migration 0012). $2 is the begin of the window; open bounds are infinite. Whole days
-- are [$3, $4), from $5 to $6; $7 is the day of `from` and $8 its begin; the rest are the ranges that a bound cuts off a day:
-- [$9, $10) of day $7 and [$11, $12) of day $13. Whole days from message_day_pk and message_day_delta_pk, the ranges from
-- message_sent_ix, those whose predecessor shares the day of `from` with it from message_previous_ix.
select a.day, a.direction, a.channel, sum(a.n)::bigint as messages, sum(a.firsts)::bigint as leads
  from (select d.day, d.direction, d.channel, sum(d.n) as n,
               sum(d.n) filter (where d.previous_day = '-infinity' or d.previous_day < $7::date) as firsts
          from message_day d
         where d.workspace_id = $1::uuid and d.day >= $3::date and d.day < $4::date
         group by d.day, d.direction, d.channel
        union all
        select p.day, p.direction, p.channel, sum(p.n), sum(p.n) filter (where p.previous_at is null or p.previous_at < $8::timestamptz)
          from (select local_day(d.sent_at, z.zone) as day, d.direction, d.channel, d.previous_at, d.n
                  from message_day_delta d,
                       (select coalesce((select w.zone from workspace_zone w where w.workspace_id = $1::uuid), 'UTC') as zone) z
                 where d.workspace_id = $1::uuid and d.sent_at >= $5::timestamptz and d.sent_at < $6::timestamptz) p
         group by p.day, p.direction, p.channel
        union all
        select null, m.direction, null, 0, count(*)
          from message m
         where m.workspace_id = $1::uuid and m.direction = any (array['inbound', 'outbound'])
           and m.previous_at >= $8::timestamptz and m.previous_at < $2::timestamptz
           and m.sent_at >= $5::timestamptz and m.sent_at < $6::timestamptz
         group by m.direction
        union all
        select $7::date, m.direction, m.channel, count(*),
               count(*) filter (where m.previous_at is null or m.previous_at < $2::timestamptz)
          from message m
         where m.workspace_id = $1::uuid and m.direction = any (array['inbound', 'outbound'])
           and m.sent_at >= $9::timestamptz and m.sent_at < $10::timestamptz
         group by m.direction, m.channel
        union all
        select $13::date, m.direction, m.channel, count(*),
               count(*) filter (where m.previous_at is null or m.previous_at < $2::timestamptz)
          from message m
         where m.workspace_id = $1::uuid and m.direction = any (array['inbound', 'outbound'])
           and m.sent_at >= $11::timestamptz and m.sent_at < $12::timestamptz
         group by m.direction, m.channel) a
 group by a.day, a.direction, a.channel

-- name: AnalyticsLeadsByDay
-- Leads created and meetings booked in each of the ranges [$2, $3), which are in order and do not overlap. By lead_booked_ix
-- and lead_status_ix: a range of it for each status and day, as in AnalyticsStatuses; of many statuses one walk over it.
with recursive statuses as (
  (select l.status, 1 as n from lead l where l.workspace_id = $1::uuid order by l.status limit 1)
  union all
  select (select l.status from lead l where l.workspace_id = $1::uuid and l.status > s.status order by l.status limit 1),
         s.n + 1
    from statuses s
   where s.status is not null and s.n <= 50
), few as (
  select count(s.status) <= 50 as are_few from statuses s
), counts as materialized (
  select d.position, c.leads
    from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality d (first, last, position)
   cross join statuses s
   cross join lateral (select count(*) as leads from lead l
                        where l.workspace_id = $1::uuid and l.status = s.status and l.created_at >= d.first
                          and l.created_at < d.last) c
   where (select f.are_few from few f) and s.status is not null
  union all
  select c.position, count(*)
    from (select width_bucket(l.created_at, $2::timestamptz[]) as position, l.created_at
            from lead l
           where not (select f.are_few from few f) and l.workspace_id = $1::uuid
             and l.created_at >= ($2::timestamptz[])[1]
             and l.created_at < ($3::timestamptz[])[cardinality($3::timestamptz[])]) c
   where c.created_at < ($3::timestamptz[])[c.position]
   group by c.position
)
select d.position, coalesce(sum(c.leads), 0)::bigint as leads,
       (select count(*) from lead l
         where l.workspace_id = $1::uuid and l.appointment_booked_at >= d.first and l.appointment_booked_at < d.last)
         as meetings
  from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality d (first, last, position)
  left join counts c on c.position = d.position
 group by d.position, d.first, d.last
 order by d.position

-- name: AnalyticsLeadsEver
-- All leads, and those with any evidence of a booking (domain §7.2). By lead_status_ix and lead_evidence_ix.
select (select count(*) from lead l where l.workspace_id = $1::uuid),
       (select count(*) from lead l
         where l.workspace_id = $1::uuid
           and (l.appointment_booked_at is not null or l.ghl_appointment_id is not null
                or l.calendly_invitee_uri is not null or l.calendly_scheduled_event_uri is not null))

-- fragment: AnalyticsGapsBegin
-- The gaps have a deadline of their own, so that the rest answers without them (domain §7.2).
savepoint gaps; set local statement_timeout = 5000

-- fragment: AnalyticsGapsUndo
rollback to savepoint gaps; release savepoint gaps

-- name: AnalyticsGaps
-- Gaps of both kinds by who answered, nil for nobody: pairs with both ends in the window (migration 0018). $2 to $12 are
-- what they are in AnalyticsActivity. Whole days from gap_day_pk and message_day_delta_pk, without the pairs that began on the
-- day of `from` before it, by message_gap_from_ix; the pairs that end in a day which a bound cuts, by message_gap_ix.
select a.direction, a.sender_key, sum(a.n)::bigint, sum(a.total_us)::float8 / 1000
  from (select d.direction, d.sender_key, sum(d.n) as n, sum(d.total_us) as total_us
          from gap_day d
         where d.workspace_id = $1::uuid and d.day >= $3::date and d.day < $4::date and d.from_day >= $7::date
         group by d.direction, d.sender_key
        union all
        select d.direction, gap_sender(d.sent_by_user_id), sum(d.n), sum(d.n * interval_us(d.sent_at - d.gap_from))
          from message_day_delta d
         where d.workspace_id = $1::uuid and d.gap_from >= $8::timestamptz and d.sent_at >= $5::timestamptz
           and d.sent_at < $6::timestamptz
         group by d.direction, d.sent_by_user_id
        union all
        select m.direction, gap_sender(m.sent_by_user_id), -count(*), -interval_us(sum(m.sent_at - m.gap_from))
          from message m
         where m.workspace_id = $1::uuid and m.gap_from >= $8::timestamptz and m.gap_from < $2::timestamptz
           and m.sent_at >= $5::timestamptz and m.sent_at < $6::timestamptz
         group by m.direction, m.sent_by_user_id
        union all
        select m.direction, gap_sender(m.sent_by_user_id), count(*), interval_us(sum(m.sent_at - m.gap_from))
          from message m
         where m.workspace_id = $1::uuid and m.gap_from >= $2::timestamptz and m.sent_at >= $9::timestamptz
           and m.sent_at < $10::timestamptz
         group by m.direction, m.sent_by_user_id
        union all
        select m.direction, gap_sender(m.sent_by_user_id), count(*), interval_us(sum(m.sent_at - m.gap_from))
          from message m
         where m.workspace_id = $1::uuid and m.gap_from >= $2::timestamptz and m.sent_at >= $11::timestamptz
           and m.sent_at < $12::timestamptz
         group by m.direction, m.sent_by_user_id) a
 group by a.direction, a.sender_key having sum(a.n) <> 0

-- name: AnalyticsPeople
-- Who answered, with the role he has now; none: a former member.
select u.id, u.email, r.role
  from app_user u
  left join lateral workspace_roles(u.id) r on r.workspace_id = $1::uuid
 where u.id = any ($2::uuid[])

-- name: AnalyticsRepliers
-- Leads whose last inbound message is in [$2, $3), by what it says and the SMS campaign. By lead_last_inbound_ix alone.
select l.sms_campaign_id, l.sentiment_tag, count(*) as leads
  from lead l
 where l.workspace_id = $1::uuid and l.last_inbound_at >= $2::timestamptz and l.last_inbound_at < $3::timestamptz
 group by l.sms_campaign_id, l.sentiment_tag

-- name: AnalyticsLaterRepliers
-- Leads that wrote in [$2, $3) and again later: of all that a lead wrote from $3 on, its first message, and no other, has a
-- predecessor before $3 (migration 0012), which lies in the window exactly when the lead wrote in it. Both times are keys of
-- message_previous_ix, so what did not write again is passed over in its pages; after a window that little was written
-- after, message_sent_ix is the shorter range. Those found are few, but nobody can tell the planner: a lead each, by
-- lead_pk, or it would read all leads of the workspace.
select l.sms_campaign_id, l.sentiment_tag, count(*) as leads
  from message m
 cross join lateral (select x.sms_campaign_id, x.sentiment_tag from lead x
                      where x.workspace_id = m.workspace_id and x.id = m.lead_id limit 1) l
 where m.workspace_id = $1::uuid and m.direction = 'inbound' and m.previous_at >= $2::timestamptz
   and m.previous_at < $3::timestamptz and m.sent_at >= $3::timestamptz
 group by l.sms_campaign_id, l.sentiment_tag

-- name: AnalyticsStatuses
-- Leads created in [$2, $3) by status. The workspace's statuses, mostly few, one probe of lead_status_ix each; then a range
-- of it for each: half a million leads are counted without hashing one. A status is any text, though: beyond 50 of them one
-- walk over the index groups all. Evaluated once, or each count would be made twice.
with recursive statuses as (
  (select l.status, 1 as n from lead l where l.workspace_id = $1::uuid order by l.status limit 1)
  union all
  select (select l.status from lead l where l.workspace_id = $1::uuid and l.status > s.status order by l.status limit 1),
         s.n + 1
    from statuses s
   where s.status is not null and s.n <= 50
), few as (
  select count(s.status) <= 50 as are_few from statuses s
), counts as materialized (
  select s.status,
         (select count(*) from lead l
           where l.workspace_id = $1::uuid and l.status = s.status and l.created_at >= $2::timestamptz
             and l.created_at < $3::timestamptz) as leads
    from statuses s
   where (select f.are_few from few f) and s.status is not null
  union all
  select l.status, count(*)
    from lead l
   where not (select f.are_few from few f) and l.workspace_id = $1::uuid and l.created_at >= $2::timestamptz
     and l.created_at < $3::timestamptz
   group by l.status
)
select c.status, c.leads from counts c where c.leads > 0 order by c.leads desc, c.status

-- name: AnalyticsSmsMeetings
-- Meetings booked in [$2, $3) by SMS campaign. By lead_booked_ix.
select l.sms_campaign_id, count(*) as meetings
  from lead l
 where l.workspace_id = $1::uuid and l.appointment_booked_at >= $2::timestamptz
   and l.appointment_booked_at < $3::timestamptz
 group by l.sms_campaign_id

-- name: AnalyticsSmsMeetingsEver
-- The same of all time, by any evidence. By lead_evidence_ix alone.
select l.sms_campaign_id, count(*) as meetings
  from lead l
 where l.workspace_id = $1::uuid
   and (l.appointment_booked_at is not null or l.ghl_appointment_id is not null or l.calendly_invitee_uri is not null
        or l.calendly_scheduled_event_uri is not null)
 group by l.sms_campaign_id

-- name: AnalyticsSmsCampaigns
select s.id, s.name from sms_campaign s where s.workspace_id = $1::uuid

-- name: AnalyticsCapacity
-- Confirmed meetings in [$2, $3) and the free slots fetched for it, by calendar (domain §7.3). A meeting is of the calendar
-- whose key it carries; direct booking counts only when it is another calendar. By appointment_start_ix and primary keys.
with keys as (
  select k.source,
         case when s.meeting_booking_provider = 'CALENDLY' then k.calendly else k.ghl end as calendar
    from workspace_settings s,
         lateral (values ('DEFAULT'::availability_source, s.calendly_event_type_uri, s.ghl_default_calendar_id),
                         ('DIRECT_BOOK', s.calendly_direct_book_event_type_uri, s.ghl_direct_book_calendar_id))
                 k (source, calendly, ghl)
   where s.workspace_id = $1::uuid),
sources as (
  select c.availability_source as source, k.calendar, c.calendar_type, c.calendar_url, c.fetched_at, c.stale_at,
         c.last_error, c.slots
    from workspace_availability_cache c left join keys k on k.source = c.availability_source
   where c.workspace_id = $1::uuid),
booked as (
  select coalesce(a.calendly_event_type_uri, a.ghl_calendar_id) as calendar, count(*) as n
    from appointment a
   where a.workspace_id = $1::uuid and a.status = 'CONFIRMED' and a.start_at >= $2::timestamptz
     and a.start_at < $3::timestamptz
   group by 1)
select (select coalesce(sum(b.n), 0)::bigint from booked b) as all_booked, x.source::text,
       (select coalesce(sum(b.n), 0)::bigint from booked b where b.calendar = x.calendar) as booked,
       (select count(*) from unnest(x.slots) slot where slot >= $2::timestamptz and slot < $3::timestamptz) as available,
       x.fetched_at, coalesce(x.stale_at <= $2::timestamptz, false) as is_stale, x.calendar_type, x.calendar_url, x.last_error
  from (select) one
  left join (select coalesce(s.source, k.source) as source, coalesce(s.calendar, k.calendar) as calendar, s.slots,
                    s.fetched_at, s.stale_at, s.calendar_type, s.calendar_url, s.last_error
               from sources s full join keys k on k.source = s.source) x
    on x.source = 'DEFAULT'
       or (x.calendar is not null and x.calendar is distinct from (select d.calendar from keys d where d.source = 'DEFAULT'))
 order by x.source

-- name: AnalyticsWorkflows
-- Meetings booked in [$2, $3) by the sequence whose last step before the booking was the earliest (domain §7.4); null: none
-- came before it. By lead_booked_ix and follow_up_instance_last_step_ix.
select s.sequence_id, (select q.name from follow_up_sequence q where q.workspace_id = $1::uuid and q.id = s.sequence_id),
       count(*) as booked
  from lead l
  left join lateral (select f.sequence_id from follow_up_instance f
                      where f.workspace_id = l.workspace_id and f.lead_id = l.id and f.last_step_at < l.appointment_booked_at
                      order by f.last_step_at, f.id limit 1) s on true
 where l.workspace_id = $1::uuid and l.appointment_booked_at >= $2::timestamptz
   and l.appointment_booked_at < $3::timestamptz
 group by s.sequence_id
 order by booked desc, 2

-- name: MessageDaysFold
select fold_message_days($1::int)

-- name: MessageDaysVerify
select what, lead_id, day::text, direction, previous_day::text, channel, sender_key, expected, found
  from verify_message_days($1::uuid)
 order by what, day, direction, previous_day, channel, sender_key, lead_id

-- name: MessageDaysRecompute
select recompute_message_days($1::uuid)

-- name: AnswerOrderVerify
select lead_id, event_id, expected_earlier, found_earlier, expected_later, found_later from verify_answer_order($1::uuid)
 order by lead_id, event_id

-- name: AnswerOrderRecompute
select recompute_answer_order($1::uuid)
