-- The CRM table (domain §7.8), put together from these blocks as the inbox list is (DESIGN §8.6); `$?` is the next
-- parameter. Rows with a value in the sorted column come first, those without one after them, in either direction: a page
-- is a range of the one kind, then of the other.

-- fragment: CrmPageHead
-- Default order: a range of `limit` entries of lead_crm_row_interest_ix; with a response mode of lead_crm_row_mode_ix.
with page as (
  select found.* from (select c.id, c.created_at, k.key from lead_crm_row c

-- fragment: CrmKeyDate
-- Each of these is what is sorted by. What comes from the lead is kept on the row, where hundreds of thousands of lookups
-- would be needed, and every text in the form that orders; all of them are in lead_crm_row_mode_ix or _text_ix
-- (migration 0026).
cross join lateral (select c.interest_registered_at) k (key)

-- fragment: CrmKeyDateAnywhere
-- The same time, but of no index: a text that no row has is told from all rows as they lie, in a fifth of the time that it
-- takes to visit each of them in the order of their times.
cross join lateral (select c.interest_registered_at + interval '0') k (key)

-- fragment: CrmKeyCampaign
-- By their ids, so that a campaign that is renamed moves its rows; looked up only for the rows without a name of their own.
left join (select k.id, coalesce(crm_sort_key(k.name), '') as key
             from email_campaign k where k.workspace_id = $1::uuid offset 0) ke
  on ke.id = case when c.campaign_key is null then c.email_campaign_id end
left join (select k.id, coalesce(crm_sort_key(k.name), '') as key
             from sms_campaign k where k.workspace_id = $1::uuid offset 0) ks
  on ks.id = case when c.campaign_key is null then c.sms_campaign_id end
left join (select k.id, coalesce(crm_sort_key(k.name), '') as key
             from campaign k where k.workspace_id = $1::uuid offset 0) kg
  on kg.id = case when c.campaign_key is null then c.campaign_id end
cross join lateral (select nullif(coalesce(c.campaign_key, ke.key, ks.key, kg.key), '')) k (key)

-- fragment: CrmKeyCompanyName
cross join lateral (select c.company_key) k (key)

-- fragment: CrmKeyWebsite
cross join lateral (select c.website_key) k (key)

-- fragment: CrmKeyFirstName
cross join lateral (select c.first_name_key) k (key)

-- fragment: CrmKeyLastName
cross join lateral (select c.last_name_key) k (key)

-- fragment: CrmKeyJobTitle
cross join lateral (select c.job_title_key) k (key)

-- fragment: CrmKeyLeadEmail
cross join lateral (select c.email_key) k (key)

-- fragment: CrmKeyLeadLinkedIn
cross join lateral (select c.linkedin_key) k (key)

-- fragment: CrmKeyPhoneNumber
cross join lateral (select c.phone_key) k (key)

-- fragment: CrmKeyLeadCategory
cross join lateral (select c.category_key) k (key)

-- fragment: CrmKeyLeadStatus
cross join lateral (select c.status_key) k (key)

-- fragment: CrmKeyChannel
cross join lateral (select c.channel_key) k (key)

-- fragment: CrmKeyLeadType
cross join lateral (select c.lead_type_key) k (key)

-- fragment: CrmKeyApplicationStatus
cross join lateral (select c.application_key) k (key)

-- fragment: CrmKeyAppointmentSetter
left join (select u.id, crm_sort_key(u.email) as key from app_user u offset 0) ku on ku.id = c.assignee_id
cross join lateral (select coalesce(ku.key, c.assignee_id::text) collate "und-x-icu") k (key)

-- fragment: CrmKeyNotes
cross join lateral (select c.notes_key) k (key)

-- fragment: CrmKeyDateOfBooking
cross join lateral (select c.booked_at) k (key)

-- fragment: CrmKeyDateOfMeeting
cross join lateral (select c.meeting_at) k (key)

-- fragment: CrmKeyFollowUpDateRequested
cross join lateral (select c.snoozed_until) k (key)

-- fragment: CrmKeyLeadScore
cross join lateral (select coalesce(c.lead_score_at_interest, c.lead_score)) k (key)

-- fragment: CrmWhere
where c.workspace_id = $1::uuid

-- fragment: CrmScopeOwn
and c.assignee_id = $?::uuid

-- fragment: CrmFilterCampaign
-- The pattern's case is folded where the name's is: they would differ over letters such as the Turkish İ.
and lower(c.interest_campaign_name) like lower($?::text)

-- fragment: CrmFilterCategory
and (lower(c.lead_category_override) like lower($?::text) or lower(c.interest_type) like lower($?::text))

-- fragment: CrmFilterStatus
-- As much of both as the row keeps (migration 0026).
and c.lead_status = left($?::text, 100)

-- fragment: CrmFilterMode
and c.effective_mode = $?::text

-- fragment: CrmFilterFrom
and c.interest_registered_at >= $?::timestamptz

-- fragment: CrmFilterTo
and c.interest_registered_at < $?::timestamptz

-- fragment: CrmNearDown
-- Of the default order the part that is next, by its time: what many rows have is found there, and no more is looked up
-- (crmreader.cpp).
and c.interest_registered_at >= coalesce(
  (select x.interest_registered_at from lead_crm_row x
    where x.workspace_id = $1::uuid and x.interest_registered_at <= $?::timestamptz
    order by x.interest_registered_at desc nulls last, x.created_at desc, x.id desc offset 3000 limit 1), '-infinity')

-- fragment: CrmNearUp
and c.interest_registered_at <= coalesce(
  (select x.interest_registered_at from lead_crm_row x
    where x.workspace_id = $1::uuid and x.interest_registered_at >= $?::timestamptz
    order by x.interest_registered_at nulls first, x.created_at, x.id offset 3000 limit 1), 'infinity')

-- fragment: CrmOnlyRow
and c.id = $?::uuid

-- fragment: CrmWithKey
and k.key is not null

-- fragment: CrmWithoutKey
and k.key is null

-- fragment: CrmTimeBefore
and (k.key, c.created_at, c.id) < ($?::timestamptz, $?::timestamptz, $?::uuid)

-- fragment: CrmTimeAfter
and (k.key, c.created_at, c.id) > ($?::timestamptz, $?::timestamptz, $?::uuid)

-- fragment: CrmTextBefore
and (k.key, c.created_at, c.id) < ($?::text, $?::timestamptz, $?::uuid)

-- fragment: CrmTextAfter
and (k.key, c.created_at, c.id) > ($?::text, $?::timestamptz, $?::uuid)

-- fragment: CrmNumberBefore
and (k.key, c.created_at, c.id) < ($?::int, $?::timestamptz, $?::uuid)

-- fragment: CrmNumberAfter
and (k.key, c.created_at, c.id) > ($?::int, $?::timestamptz, $?::uuid)

-- fragment: CrmKeylessBefore
and (c.created_at, c.id) < ($?::timestamptz, $?::uuid)

-- fragment: CrmKeylessAfter
and (c.created_at, c.id) > ($?::timestamptz, $?::uuid)

-- fragment: CrmOrderDescending
order by k.key desc nulls last, c.created_at desc, c.id desc

-- fragment: CrmOrderAscending
order by k.key nulls first, c.created_at, c.id

-- fragment: CrmOrderAscendingWhole
-- A whole table at once: rows without a value last.
order by k.key nulls last, c.created_at, c.id

-- fragment: CrmLimit
-- The most that a page asks for stands here as a number: of `$2` alone a generic plan expects a tenth of the table, and
-- reads the whole of it where it should look up a page's rows.
limit 301) found limit $2::int

-- fragment: CrmPageRows
)
select page.key,

-- fragment: CrmPageJoin
  from page
  join lead_crm_row c on c.workspace_id = $1::uuid and c.id = page.id
  join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id

-- fragment: CrmPageOrderDescending
order by page.key desc, page.created_at desc, page.id desc

-- fragment: CrmPageOrderAscending
order by page.key, page.created_at, page.id

-- fragment: CrmRowColumns
c.id, c.lead_id, c.created_at, c.interest_registered_at,
coalesce(nullif(c.interest_campaign_name, ''), ec.name, sc.name, ca.name) as campaign, l.company_name, l.company_website,
l.first_name, l.last_name, l.job_title, l.email, l.linkedin_url, l.phone,
coalesce(nullif(c.lead_category_override, ''), nullif(c.interest_type, ''), l.sentiment_tag) as lead_category,
crm_response_type(l.sentiment_tag,
  has_booking(l.appointment_booked_at, l.ghl_appointment_id, l.calendly_invitee_uri, null)) as response_type,
coalesce(nullif(c.pipeline_status, ''), l.status) as lead_status, l.status as own_status, c.interest_channel, c.lead_type,
c.application_status, l.assigned_to_user_id, u.email as assignee_email, l.assigned_to_user_id as assignee_id,
c.responder_id, r.email as responder_email, c.notes,
c.answer_message_id, l.appointment_booked_at, l.appointment_start_at, l.snoozed_until, c.effective_mode,
coalesce(c.lead_score_at_interest, l.overall_score) as lead_score, c.updated_at as row_updated_at,
l.updated_at as lead_updated_at

-- fragment: CrmRowJoins
left join email_campaign ec on ec.workspace_id = l.workspace_id and ec.id = l.email_campaign_id
left join sms_campaign sc on sc.workspace_id = l.workspace_id and sc.id = l.sms_campaign_id
left join campaign ca on ca.workspace_id = l.workspace_id and ca.id = l.campaign_id
left join app_user u on u.id = l.assigned_to_user_id
left join app_user r on r.id = c.responder_id

-- fragment: CrmExportHead
-- All rows through a cursor: one snapshot, whatever is written meanwhile.
declare crm_rows no scroll cursor for select null as key,

-- fragment: CrmRowHead
select null as key,

-- fragment: CrmRowsFrom
  from lead_crm_row c join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id

-- fragment: CrmExportFetch
-- A fragment, because it can only be prepared while the cursor is open.
fetch 2000 from crm_rows

-- fragment: CrmCountHead
select count(*) from lead_crm_row c

-- name: CrmSeesAll
-- Whether the person's roles still show the whole workspace: what was read for one person answers others, so a role that
-- ended a moment ago must be a refusal, not an empty page (docs/ANALYTICS.md). A portal sees all leads, and no analytics.
select $1::uuid = any ((select full_workspaces())::uuid[])
       and exists (select from workspace_roles(current_user_id()) r
                    where r.workspace_id = $1::uuid and r.role <> 'CLIENT_PORTAL')

-- name: CrmCursorOfRow
-- Where a bare row id stands in the default order (domain §7.8). By lead_crm_row_pk.
select c.interest_registered_at, c.created_at
  from lead_crm_row c join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
 where c.workspace_id = $1::uuid and c.id = $2::uuid and ($3::uuid is null or l.assigned_to_user_id = $3::uuid)

-- name: CrmTouches
-- Outbound messages on the interest's channel before the interest, for the rows of a page. By message_lead_ix.
select c.id, t.touches
  from unnest($2::uuid[]) wanted (id)
  join lead_crm_row c on c.workspace_id = $1::uuid and c.id = wanted.id
  cross join lateral (
    select count(*) as touches from message m
     where m.workspace_id = c.workspace_id and m.lead_id = c.lead_id and m.sent_at < c.interest_registered_at
       and m.direction = 'outbound' and m.channel = c.interest_channel) t
 where c.interest_registered_at is not null and c.interest_channel is not null

-- name: CrmFollowUps
-- The next five open tasks of each row of a page, soonest first. By follow_up_task_pending_ix.
select c.id, f.due_date
  from unnest($2::uuid[]) wanted (id)
  join lead_crm_row c on c.workspace_id = $1::uuid and c.id = wanted.id
  cross join lateral (
    select t.due_date from follow_up_task t
     where t.workspace_id = c.workspace_id and t.lead_id = c.lead_id and t.status = 'pending'
     order by t.due_date limit 5) f
 order by c.id, f.due_date

-- name: CrmSeeVersion
-- The data version of the whole workspace, also for a setter: what changes a row need not be of the own scope (DESIGN
-- §8.5). Seen as the analyst; an empty $1 leaves that role again.
select set_config('app.analytics_workspace', $1, true),
       set_config('role', case when $1 = '' then 'none' else 'signalbox_analyst' end, true)

-- name: CrmSeeWhole
-- For the rest of the transaction the analyst's policies, one comparison a row and no bar to parallel plans, for somebody
-- whom the inbox's own show the whole workspace. For anybody else nothing changes (DESIGN §8.1).
select set_config('app.analytics_workspace', $1::text, true), set_config('role', 'signalbox_analyst', true)
 where $1::text::uuid = any (full_workspaces())

-- name: CrmAssignees
-- Members with the role SETTER, oldest membership first (domain §7.8). Under the aggregates' capability: a setter sees no
-- other member otherwise. By workspace_member_pk.
select m.user_id, u.email
  from workspace_member m join app_user u on u.id = m.user_id and u.disabled_at is null
 where m.workspace_id = $1::uuid and m.role = 'SETTER'
 order by m.created_at, m.user_id

-- fragment: CrmSummaryHead
-- One walk over the cohort, a range of lead_crm_row_interest_ix that needs no lead, and no row unless a text is searched
-- in; then the few dozen groups it leaves are summed up in every way. $2 and $3: the window of bookings, null without both
-- bounds.
select grouping(x.response_type, x.mode, x.setter) as kind, x.response_type, x.mode, x.setter,
       coalesce(sum(x.leads), 0)::bigint as leads,
       coalesce(sum(x.ever_any), 0)::bigint as ever_any, coalesce(sum(x.ever_kept), 0)::bigint as ever_kept,
       coalesce(sum(x.window_any), 0)::bigint as window_any, coalesce(sum(x.window_kept), 0)::bigint as window_kept
  from (
    select g.*, case when g.mode <> 'HUMAN' then g.mode else coalesce(g.responder::text, 'UNATTRIBUTED_HUMAN') end as setter
      from (
        select c.response_type, c.effective_mode as mode,
               case when c.effective_mode = 'HUMAN' then c.responder_id end as responder, count(*) as leads,
               count(*) filter (where c.is_booked) as ever_any, count(*) filter (where c.is_kept) as ever_kept,
               count(*) filter (where c.booked_at >= $2::timestamptz and c.booked_at < $3::timestamptz) as window_any,
               count(*) filter (where c.is_kept and c.booked_at >= $2::timestamptz and c.booked_at < $3::timestamptz)
                 as window_kept
          from lead_crm_row c

-- fragment: CrmSummaryFoot
         group by c.response_type, c.effective_mode, responder) g) x
 group by grouping sets ((), (x.response_type), (x.mode), (x.setter))

-- name: CrmUserEmails
select u.id, u.email from app_user u where u.id = any ($1::uuid[])

-- name: CrmFindRow
-- Under the person's policies: what an id-only route is about (DESIGN §8.2). By lead_crm_row_id_key.
select c.workspace_id, c.lead_id from lead_crm_row c where c.id = $1::uuid

-- name: CrmLockRow
-- After its lead, which everybody locks first. $3: the setter whose lead it must still be.
select c.updated_at as row_updated_at, l.updated_at as lead_updated_at, l.job_title, l.email, l.phone, l.linkedin_url,
       l.status, l.sentiment_tag, l.assigned_to_user_id, c.lead_category_override, c.interest_type, c.pipeline_status,
       c.lead_type, c.application_status, c.notes, c.interest_campaign_name,
       coalesce(nullif(c.lead_category_override, ''), nullif(c.interest_type, ''), l.sentiment_tag) as lead_category,
       coalesce(nullif(c.pipeline_status, ''), l.status) as lead_status,
       coalesce(nullif(c.interest_campaign_name, ''), ec.name, sc.name, ca.name) as campaign
  from lead_crm_row c join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
  left join email_campaign ec on ec.workspace_id = l.workspace_id and ec.id = l.email_campaign_id
  left join sms_campaign sc on sc.workspace_id = l.workspace_id and sc.id = l.sms_campaign_id
  left join campaign ca on ca.workspace_id = l.workspace_id and ca.id = l.campaign_id
 where c.workspace_id = $1::uuid and c.id = $2::uuid and ($3::uuid is null or l.assigned_to_user_id = $3::uuid)
   for no key update of c

-- name: CrmSetNotes
update lead_crm_row set notes = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmSetLeadType
update lead_crm_row set lead_type = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmSetApplicationStatus
update lead_crm_row set application_status = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmSetCampaign
update lead_crm_row set interest_campaign_name = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmSetLeadCategory
update lead_crm_row set lead_category_override = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmSetPipelineStatus
update lead_crm_row set pipeline_status = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmSetJobTitle
update lead set job_title = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmSetEmail
update lead set email = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmSetPhone
update lead set phone = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmSetLinkedIn
update lead set linkedin_url = $3 where workspace_id = $1::uuid and id = $2::uuid

-- name: CrmFactsVerify
select row_id, expected, found from verify_crm_facts($1::uuid) order by row_id

-- name: CrmFactsRecompute
select recompute_crm_facts($1::uuid)

-- name: CrmAnswersVerify
select row_id, expected, found from verify_crm_answers($1::uuid) order by row_id

-- name: CrmAnswersMend
select mend_crm_answers($1::uuid)
