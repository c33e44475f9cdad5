-- The list statement is put together from these blocks (DESIGN §8.6): one static statement with every filter as a
-- parameter could not use a partial index under a generic plan (4.9 s against 1.1 ms). `$?` is the next parameter.

-- fragment: InboxPageHead
with page as (
  select p.* from (

-- fragment: InboxPageAwake
-- Rows as stored: a range of `limit` entries of the category's partial index.
(select l.id, l.updated_at as list_at, l.categories as mask, l.sort_name, l.sort_score from lead l
  where l.workspace_id = $1::uuid

-- fragment: InboxPageDue
-- Leads whose snooze ran out but that the wake job has not reached: few, by lead_snoozed_ix.
) union all
(select l.id, greatest(l.updated_at, l.snoozed_until) as list_at, l.awake_categories as mask, l.sort_name, l.sort_score
   from lead l
  where l.workspace_id = $1::uuid and l.is_snoozed and l.snoozed_until <= now()

-- fragment: InboxScopeOwn
and l.assigned_to_user_id = $?::uuid

-- fragment: InboxAwakeAll
and l.categories & 1 <> 0

-- fragment: InboxAwakeResponses
and l.categories & 2 <> 0

-- fragment: InboxAwakeAttention
and l.categories & 4 <> 0

-- fragment: InboxAwakePrevious
and l.categories & 8 <> 0

-- fragment: InboxAwakeRepair
and l.categories & 32 <> 0

-- fragment: InboxAwakeAiSent
and l.categories & 64 <> 0

-- fragment: InboxAwakeAiReview
and l.categories & 128 <> 0

-- fragment: InboxDueCategory
and l.awake_categories & $?::int <> 0

-- fragment: InboxFilterChannels
and l.channel_mask & $?::int <> 0

-- fragment: InboxFilterTags
and l.sentiment_tag = any ($?::text[])

-- fragment: InboxFilterSmsCampaign
and l.sms_campaign_id = $?::uuid

-- fragment: InboxFilterSmsUnattributed
and l.sms_campaign_id is null

-- fragment: InboxFilterScoreExactly
and l.overall_score = $?::int

-- fragment: InboxFilterScoreAtLeast
and l.overall_score >= $?::int

-- fragment: InboxFilterUnscored
and l.overall_score is null

-- fragment: InboxFilterIds
-- Candidates of a search, found beforehand: under row-level security no index serves LIKE (DESIGN §8.1).
and l.id = any ($?::uuid[])

-- fragment: InboxFilterTerm
-- A term too common for a candidate list: the page fills soon while walking its order.
and (l.search_text like $?::text or l.sms_campaign_id in (
  select c.id from sms_campaign c where c.workspace_id = l.workspace_id and c.name_normalized like $?::text))

-- fragment: InboxFilterWords
and exists (select from message m where m.workspace_id = l.workspace_id and m.lead_id = l.id
  and to_tsvector('simple', coalesce(m.subject, '') || ' ' || m.body) @@ plainto_tsquery('simple', $?::text))

-- fragment: InboxBeforeAwake
and (l.updated_at, l.id) < ($?::timestamptz, $?::uuid)

-- fragment: InboxBeforeDue
and (greatest(l.updated_at, l.snoozed_until), l.id) < ($?::timestamptz, $?::uuid)

-- fragment: InboxAfterAwake
and (l.updated_at, l.id) > ($?::timestamptz, $?::uuid)

-- fragment: InboxAfterDue
and (greatest(l.updated_at, l.snoozed_until), l.id) > ($?::timestamptz, $?::uuid)

-- fragment: InboxFromAwake
and l.updated_at <= $?::timestamptz

-- fragment: InboxFromDue
and greatest(l.updated_at, l.snoozed_until) <= $?::timestamptz

-- fragment: InboxSinceAwake
and l.updated_at >= $?::timestamptz

-- fragment: InboxSinceDue
and greatest(l.updated_at, l.snoozed_until) >= $?::timestamptz

-- fragment: InboxNameAfter
and (l.sort_name, l.id) > ($?::text, $?::uuid)

-- fragment: InboxNameBefore
and (l.sort_name, l.id) < ($?::text, $?::uuid)

-- fragment: InboxScoreBeforeAwake
and (l.sort_score, l.updated_at, l.id) < ($?::int, $?::timestamptz, $?::uuid)

-- fragment: InboxScoreBeforeDue
and (l.sort_score, greatest(l.updated_at, l.snoozed_until), l.id) < ($?::int, $?::timestamptz, $?::uuid)

-- fragment: InboxScoreAfterAwake
and (l.sort_score, l.updated_at, l.id) > ($?::int, $?::timestamptz, $?::uuid)

-- fragment: InboxScoreAfterDue
and (l.sort_score, greatest(l.updated_at, l.snoozed_until), l.id) > ($?::int, $?::timestamptz, $?::uuid)

-- fragment: InboxOrderRecent
order by list_at desc, id desc limit $2::int

-- fragment: InboxOrderOldest
order by list_at, id limit $2::int

-- fragment: InboxOrderName
order by sort_name, id limit $2::int

-- fragment: InboxOrderNameReverse
order by sort_name desc, id desc limit $2::int

-- fragment: InboxOrderScore
order by sort_score desc, list_at desc, id desc limit $2::int

-- fragment: InboxOrderScoreReverse
order by sort_score, list_at, id limit $2::int

-- fragment: InboxPageFoot
)) p

-- fragment: InboxPageIds
)
select page.id from page

-- fragment: InboxPageRows
-- What a row shows, looked up for the page's few leads only: newest message by message_lead_ix, draft by
-- ai_draft_pending_ix, what the person has read by lead_read_pk.
)
select l.id, l.workspace_id, l.first_name, l.last_name, l.email, l.alternate_emails, l.current_replier_email,
       l.current_replier_name, l.current_replier_since, l.phone, w.name as workspace_name, l.job_title, l.company_name,
       l.company_website, l.company_state, l.status, l.sms_campaign_id, sc.name as sms_campaign_name, l.linkedin_url,
       l.email_bison_lead_id, l.ghl_contact_id, w.ghl_location_id, l.auto_reply_enabled, l.auto_follow_up_enabled,
       l.auto_book_meetings_enabled, l.sms_dnd_active, l.sms_last_blocked_at, l.sms_last_blocked_reason,
       l.sms_consecutive_blocked_count, l.sms_last_success_at, l.enrichment_status, l.overall_score, l.scored_at,
       l.assigned_to_user_id, u.email as assigned_to_email, l.assigned_at, l.snoozed_until, l.channel_mask,
       l.sentiment_tag, l.campaign_id, l.email_campaign_id, coalesce(ec.name, ca.name) as campaign_name, l.created_at,
       l.last_message_direction, page.list_at, page.mask, page.sort_name, page.sort_score,
       m.channel as message_channel, m.subject as message_subject, left(m.body, 1000) as message_body,
       m.sent_at as message_sent_at, d.channel as draft_channel, f.paused_reason,
       coalesce(l.last_inbound_at > coalesce(rd.read_through, (
         select b.read_through from workspace_read b
          where b.workspace_id = $1::uuid and b.user_id = (select current_user_id())), '-infinity'), false) as is_unread
  from page
  join lead l on l.workspace_id = $1::uuid and l.id = page.id
  join workspace w on w.id = l.workspace_id
  left join sms_campaign sc on sc.workspace_id = l.workspace_id and sc.id = l.sms_campaign_id
  left join email_campaign ec on ec.workspace_id = l.workspace_id and ec.id = l.email_campaign_id
  left join campaign ca on ca.workspace_id = l.workspace_id and ca.id = l.campaign_id
  left join app_user u on u.id = l.assigned_to_user_id
  left join lead_read rd on rd.workspace_id = l.workspace_id and rd.user_id = (select current_user_id()) and rd.lead_id = l.id
  left join lateral (
    select x.channel, x.subject, x.body, x.sent_at from message x
     where x.workspace_id = l.workspace_id and x.lead_id = l.id order by x.sent_at desc, x.id desc limit 1) m on true
  left join lateral (
    select x.channel from ai_draft x
     where x.workspace_id = l.workspace_id and x.lead_id = l.id and x.status = 'pending'
     order by x.created_at desc limit 1) d on true
  left join lateral (
    select x.paused_reason from follow_up_instance x
     where x.workspace_id = l.workspace_id and x.lead_id = l.id and x.status = 'paused' and x.paused_reason like 'missing\_%'
     order by x.updated_at desc limit 1) f on true

-- fragment: InboxOneLead
-- The page of exactly one lead, snoozed or not: the head of an open conversation.
with page as (
  select l.id, l.updated_at as list_at, l.sort_name, l.sort_score,
         case when l.is_snoozed and l.snoozed_until <= now() then l.awake_categories else l.categories end as mask
    from lead l where l.workspace_id = $1::uuid and l.id = $2::uuid

-- fragment: InboxOneLeadOwn
and l.assigned_to_user_id = $3::uuid

-- name: InboxLeadWorkspace
-- Which workspace a lead is of, if the caller may see it: id-only routes (DESIGN §8.2). By lead_id_key.
select workspace_id from lead where id = $1::uuid

-- name: InboxCursorOfLead
-- Where a bare lead id stands in the default order (DESIGN §8.10).
select case when is_snoozed then greatest(updated_at, snoozed_until) else updated_at end
  from lead where workspace_id = $1::uuid and id = $2::uuid and ($3::uuid is null or assigned_to_user_id = $3::uuid)

-- name: InboxAddressLeads
-- Leads of an exact address; people who only answered for a lead come second (domain §3.3).
select lead_id from lead_address
 where workspace_id = $1::uuid and address = $2::text and is_replier = $3::bool limit 2000

-- name: InboxSearchLeads
select search_lead_ids($1::text[], $2::int)

-- name: InboxSearchMessages
select search_message_lead_ids($1::text, $2::int)

-- name: InboxMessages
-- The newest messages before an instant, newest first: `limit` of them and any of the very same instant as the last, so that
-- paging by time skips none (mail has whole seconds). By message_lead_ix.
with page as (
  select x.id, x.channel, x.source, x.direction, x.sent_by, x.sent_by_user_id, x.body, x.raw_text, x.raw_html, x.subject,
         x.cc, x.bcc, x.from_email, x.from_name, x.to_email, x.to_name, x.email_bison_reply_id, x.sent_at
    from message x
   where x.workspace_id = $1::uuid and x.lead_id = $2::uuid
     and ($3::timestamptz is null or x.sent_at < $3::timestamptz)
     and ($4::text is null or x.channel = $4::text)
   order by x.sent_at desc fetch first ($5::int) rows with ties)
select m.*, exists (
    select from message e where e.workspace_id = $1::uuid and e.lead_id = $2::uuid
       and e.sent_at < (select min(p.sent_at) from page p) and ($4::text is null or e.channel = $4::text)) as has_earlier
  from page m order by m.sent_at desc, m.id desc

-- name: InboxAttachments
select a.id, a.message_id, a.name, a.content_type, a.size_bytes, a.content_id
  from attachment a where a.workspace_id = $1::uuid and a.message_id = any ($2::uuid[])
 order by a.message_id, a.position

-- name: InboxAttachmentContent
select a.name, a.content_type, a.content from attachment a
 where a.workspace_id = $1::uuid and a.lead_id = $2::uuid and a.id = $3::uuid

-- name: InboxPendingDraft
select d.id, d.channel, d.content, d.auto_send_action, d.auto_send_reason, d.auto_send_confidence,
       d.auto_send_threshold, d.created_at, d.updated_at
  from ai_draft d where d.workspace_id = $1::uuid and d.lead_id = $2::uuid and d.status = 'pending'
 order by d.created_at desc limit 1

-- name: InboxSmsCampaigns
-- The caller's awake leads of each campaign (domain §12.3): index-only over lead_sms_campaign_ix. Those without one are the
-- total less these.
select c.id, c.name, coalesce(n.leads, 0)
  from sms_campaign c
  left join (select l.sms_campaign_id, count(*) as leads from lead l
              where l.workspace_id = $1::uuid and l.sms_campaign_id is not null and l.categories & 1 <> 0
                and ($2::uuid is null or l.assigned_to_user_id = $2::uuid)
              group by l.sms_campaign_id) n on n.sms_campaign_id = c.id
 where c.workspace_id = $1::uuid
 order by c.name, c.id
