-- name: WriteClaimKey
-- The row is the lock: a second request with the same key waits here for the first one's commit, and then finds no row
-- inserted. Served by idempotency_key_pk.
insert into idempotency_key (user_id, key, operation, request_hash) values ($1::uuid, $2, $3, $4::bytea)
  on conflict on constraint idempotency_key_pk do nothing
  returning true

-- name: WriteKnownAnswer
select k.operation = $3 and k.request_hash = $4::bytea as is_same, k.status, k.answer
  from idempotency_key k where k.user_id = $1::uuid and k.key = $2

-- name: WriteKeepAnswer
update idempotency_key set status = $3::int, answer = $4 where user_id = $1::uuid and key = $2

-- name: WritePurgeKeys
select purge_idempotency_keys($1::int)

-- name: TriageRoleOf
-- The role that counts in this very transaction: what a cache remembers is too old to write by.
select r.role from workspace_roles($1::uuid) r where r.workspace_id = $2::uuid

-- name: TriageElevate
-- From here on the transaction may write in this one workspace, and sees all of it: only ids that were selected under the
-- person's own policies before may be used (DESIGN §8.1).
select set_config('app.service_workspace', $1::uuid::text, true)

-- name: TriageStepDown
select set_config('app.service_workspace', '', true)

-- name: TriageVisibleLeads
-- Under the person's policies: which of these leads exist for them. By lead_pk.
select l.id from lead l where l.workspace_id = $1::uuid and l.id = any ($2::uuid[])

-- name: TriageLockLeads
-- In key order, as the triggers lock, so that two bulk writes cannot deadlock. $3: the setter whose leads they must still
-- be: the lead may have been handed away since it was selected. By lead_pk.
select l.id, l.assigned_to_user_id, coalesce(nullif(u.name, ''), u.email) as assignee_name, l.snoozed_until, l.status,
       l.sentiment_tag, l.updated_at
  from lead l left join app_user u on u.id = l.assigned_to_user_id
 where l.workspace_id = $1::uuid and l.id = any ($2::uuid[])
   and ($3::uuid is null or l.assigned_to_user_id = $3::uuid)
 order by l.id for no key update of l

-- name: TriageReadLeads
select l.id, l.assigned_to_user_id, coalesce(nullif(u.name, ''), u.email) as assignee_name, l.snoozed_until, l.status,
       l.sentiment_tag, l.updated_at
  from lead l left join app_user u on u.id = l.assigned_to_user_id
 where l.workspace_id = $1::uuid and l.id = any ($2::uuid[])

-- name: TriageChangeLeads
-- $3, $6, $8, $10: whether that field is set. The triggers keep the list order, the categories and the ledger.
update lead l
   set assigned_to_user_id = case when $3::bool then $4::uuid else l.assigned_to_user_id end,
       assigned_at = case when $3::bool then case when $4::uuid is null then null else $5::timestamptz end
                          else l.assigned_at end,
       snoozed_until = case when $6::bool then $7::timestamptz else l.snoozed_until end,
       status = case when $8::bool then $9::text else l.status end,
       sentiment_tag = case when $10::bool then $11::text else l.sentiment_tag end
 where l.workspace_id = $1::uuid and l.id = any ($2::uuid[])

-- name: TriageMayBeAssigned
select exists (select from workspace_roles($2::uuid) r
                where r.workspace_id = $1::uuid and r.role in ('OWNER', 'ADMIN', 'INBOX_MANAGER', 'SETTER'))

-- name: TriageRecord
-- One row a lead: $4 and $5 hold the JSON objects before and after, one for each of $2.
insert into triage_event (workspace_id, lead_id, actor_user_id, action, before, after)
  select $1::uuid, nullif(e.lead_id, '00000000-0000-0000-0000-000000000000'), $3::uuid, $6, e.before::jsonb, e.after::jsonb
    from unnest($2::uuid[], $4::text[], $5::text[]) e (lead_id, before, after)

-- name: TriageAssignees
-- Who may hold leads, by name. Served by workspace_member_pk and app_user_pkey.
select u.id, coalesce(nullif(u.name, ''), u.email) as name, u.email, r.role
  from (select w.owner_user_id as user_id from workspace w where w.id = $1::uuid
        union
        select m.user_id from workspace_member m where m.workspace_id = $1::uuid) p
  join app_user u on u.id = p.user_id and u.disabled_at is null
  cross join lateral (select x.role from workspace_roles(u.id) x where x.workspace_id = $1::uuid) r
 where r.role in ('OWNER', 'ADMIN', 'INBOX_MANAGER', 'SETTER')
 order by lower(coalesce(nullif(u.name, ''), u.email)), u.id

-- name: TriageLeadNames
select l.id, l.first_name, l.last_name from lead l
 where l.workspace_id = $1::uuid and l.id = any ($2::uuid[])
   and ($3::uuid is null or l.assigned_to_user_id = $3::uuid)

-- name: NoteAdd
with added as (
  insert into lead_note (workspace_id, lead_id, author_user_id, body, created_at)
    values ($1::uuid, $2::uuid, $3::uuid, $4, $5::timestamptz) returning *)
select n.id, n.lead_id, n.author_user_id, coalesce(nullif(u.name, ''), u.email) as author_name, n.body, n.created_at
  from added n join app_user u on u.id = n.author_user_id

-- name: NotesOfLead
-- Oldest first, by lead_note_lead_ix.
select n.id, n.lead_id, n.author_user_id, coalesce(nullif(u.name, ''), u.email) as author_name, n.body, n.created_at
  from lead_note n join app_user u on u.id = n.author_user_id
 where n.workspace_id = $1::uuid and n.lead_id = $2::uuid
 order by n.created_at, n.id

-- name: ReadMark
-- Read: everything up to now ($5), and what already came with a later time. Unread: all but the newest inbound message.
-- By lead_pk and lead_read_pk.
insert into lead_read as r (workspace_id, user_id, lead_id, read_through)
  select l.workspace_id, $2::uuid, l.id,
         case when $4::bool then greatest($5::timestamptz, l.last_inbound_at)
              else coalesce(l.last_inbound_at - interval '1 microsecond', '-infinity') end
    from lead l where l.workspace_id = $1::uuid and l.id = $3::uuid
  on conflict on constraint lead_read_pk do update set read_through = excluded.read_through

-- name: ReadCountMark
insert into workspace_read as w (workspace_id, user_id, marks) values ($1::uuid, $2::uuid, 1)
  on conflict on constraint workspace_read_pk do update set marks = w.marks + 1

-- name: ReadMarks
-- The version of what a person's list shows as read. By workspace_read_pk.
select coalesce((select w.marks from workspace_read w where w.workspace_id = $1::uuid and w.user_id = $2::uuid), 0)

-- name: DraftFind
-- Under the person's policies: what an id-only route is about. By ai_draft_id_key.
select d.workspace_id, d.lead_id from ai_draft d where d.id = $1::uuid

-- name: DraftsInLockOrder
-- Under the person's policies, in the order in which everybody locks their leads. By ai_draft_id_key.
select d.id from ai_draft d where d.id = any ($1::uuid[]) order by d.lead_id, d.id

-- name: DraftLock
-- The draft before its lead, as the triggers do. By ai_draft_pk.
select d.status, d.channel, d.content, d.original_content, d.updated_at
  from ai_draft d where d.workspace_id = $1::uuid and d.id = $2::uuid for no key update

-- name: DraftDecide
-- $3: approved or rejected; a disposition with the first only.
update ai_draft
   set status = $3, response_disposition = $4::ai_draft_response_disposition, decided_by_user_id = $5::uuid,
       decided_at = $6::timestamptz
 where workspace_id = $1::uuid and id = $2::uuid

-- name: DraftReopen
update ai_draft set status = 'pending', response_disposition = null, decided_by_user_id = null, decided_at = null
 where workspace_id = $1::uuid and id = $2::uuid and status = 'approved'

-- name: DraftEdit
update ai_draft
   set content = $3, original_content = coalesce(original_content, content), edited_by_user_id = $4::uuid,
       edited_at = $5::timestamptz
 where workspace_id = $1::uuid and id = $2::uuid

-- name: SendAddress
-- Where an answer to the lead goes, and what it is about: whoever answered last for the lead, and the subject of the newest
-- mail. By lead_pk and message_lead_ix.
select l.status = 'blacklisted' or coalesce(l.sentiment_tag = 'Blacklist', false) as is_barred,
       coalesce(l.current_replier_email, l.email) as email, l.phone, l.linkedin_url,
       (select m.subject from message m
         where m.workspace_id = l.workspace_id and m.lead_id = l.id and m.channel = 'email' and m.subject is not null
         order by m.sent_at desc, m.id desc limit 1) as subject
  from lead l where l.workspace_id = $1::uuid and l.id = $2::uuid
   and ($3::uuid is null or l.assigned_to_user_id = $3::uuid)

-- name: SendAdd
insert into outbound_send (workspace_id, id, lead_id, draft_id, author_user_id, channel, subject, body, recipients, cc,
    run_at, created_at, updated_at)
  values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6, $7, $8, $9::text[], $10::text[], $11::timestamptz,
          $12::timestamptz, $12::timestamptz)

-- name: SendFind
-- Under the person's policies, as DraftFind. By outbound_send_id_key.
select s.workspace_id, s.lead_id, s.draft_id from outbound_send s where s.id = $1::uuid

-- name: SendLockLiveOfDraft
-- By outbound_send_draft_key.
select s.id, s.state from outbound_send s
 where s.workspace_id = $1::uuid and s.draft_id = $2::uuid and s.state not in ('failed', 'cancelled')
   for no key update

-- name: SendLock
select s.state from outbound_send s where s.workspace_id = $1::uuid and s.id = $2::uuid for no key update

-- name: SendCancel
update outbound_send set state = 'cancelled', finished_at = $3::timestamptz, updated_at = $3::timestamptz
 where workspace_id = $1::uuid and id = $2::uuid and state = 'queued'

-- name: SendRead
select s.id, s.lead_id, s.draft_id, s.channel, s.subject, s.body, s.recipients, s.cc, s.state, s.error_code,
       s.author_user_id, coalesce(nullif(u.name, ''), u.email) as author_name, s.run_at, s.created_at
  from outbound_send s join app_user u on u.id = s.author_user_id
 where s.workspace_id = $1::uuid and s.id = $2::uuid

-- name: SendsOfLead
-- Not sent yet, or failed, or nobody knows; oldest first, by outbound_send_lead_ix.
select s.id, s.lead_id, s.draft_id, s.channel, s.subject, s.body, s.recipients, s.cc, s.state, s.error_code,
       s.author_user_id, coalesce(nullif(u.name, ''), u.email) as author_name, s.run_at, s.created_at
  from outbound_send s join app_user u on u.id = s.author_user_id
 where s.workspace_id = $1::uuid and s.lead_id = $2::uuid and s.state in ('queued', 'sending', 'failed', 'unknown')
 order by s.created_at, s.id

-- name: SendClaimDue
-- For the worker that delivers, over all workspaces. By outbound_send_due_ix.
select c.workspace_id, c.id, c.lead_id, c.draft_id, c.channel, c.subject, c.body, c.recipients, c.cc, c.state,
       c.error_code, c.author_user_id, coalesce(nullif(u.name, ''), u.email) as author_name, c.run_at, c.created_at
  from claim_due_sends($1::timestamptz, $2::int) c join app_user u on u.id = c.author_user_id

-- name: SendFinish
update outbound_send
   set state = $3, error_code = $4, provider_message_id = $5, finished_at = $6::timestamptz, updated_at = $6::timestamptz
 where workspace_id = $1::uuid and id = $2::uuid and state = 'sending'
 returning draft_id

-- name: SendDraftOf
select s.draft_id from outbound_send s where s.workspace_id = $1::uuid and s.id = $2::uuid

-- name: SendBecomesMessage
-- Once, whoever repeats it: message_dedupe_key. The triggers move the lead's rollups.
insert into message (workspace_id, lead_id, webhook_dedupe_key, channel, source, direction, sent_by, sent_by_user_id, body,
    subject, cc, to_email, ai_draft_id, ai_draft_part_index, is_read, sent_at)
  select s.workspace_id, s.lead_id, 'send:' || s.id, s.channel, 'zrg', 'outbound', 'setter', s.author_user_id, s.body,
         s.subject, s.cc, case when s.channel = 'email' then s.recipients[1] end, s.draft_id,
         case when s.draft_id is not null then 0 end, true, $3::timestamptz
    from outbound_send s where s.workspace_id = $1::uuid and s.id = $2::uuid
  on conflict do nothing

-- name: ViewsOf
-- The person's own and the shared ones, in order. Under the person's policies.
select v.id, v.name, v.query::text, v.is_shared, v.owner_user_id, v.position
  from saved_view v where v.workspace_id = $1::uuid and (v.is_shared or v.owner_user_id = $2::uuid)
 order by v.is_shared desc, v.position, lower(v.name), v.id

-- name: ViewCount
select count(*) from saved_view v where v.workspace_id = $1::uuid and v.owner_user_id = $2::uuid

-- name: ViewLock
select v.owner_user_id, v.is_shared from saved_view v where v.workspace_id = $1::uuid and v.id = $2::uuid for update

-- name: ViewAdd
insert into saved_view (workspace_id, id, owner_user_id, name, query, is_shared, position)
  values ($1::uuid, $2::uuid, $3::uuid, $4, $5::jsonb, $6::bool, $7::int)

-- name: ViewChange
update saved_view set name = $3, query = $4::jsonb, is_shared = $5::bool, position = $6::int, updated_at = now()
 where workspace_id = $1::uuid and id = $2::uuid

-- name: ViewRemove
delete from saved_view where workspace_id = $1::uuid and id = $2::uuid
