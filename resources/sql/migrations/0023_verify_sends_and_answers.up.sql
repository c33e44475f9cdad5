-- Two facts that nothing compared with the rows: the drafts that were sent (migration 0014) and the first answer to an
-- interest (0015). And what mends just those that differ, beside writers, where recompute_* makes all of a workspace anew.
set local role signalbox_owner;

-- One row for each draft that is not kept as it was sent. No rows: no drift.
create function verify_draft_sends(ws uuid) returns table (draft_id uuid, expected text, found text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(t.id, s.draft_id), t.facts, s.facts
    from (select d.id, row (d.lead_id, l.email_campaign_id, d.channel, d.response_disposition, m.sent_at)::text as facts
            from ai_draft d
            join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
            join (select x.ai_draft_id, min(x.sent_at) as sent_at from message x
                   where x.workspace_id = ws and x.ai_draft_id is not null and x.direction = 'outbound'
                   group by x.ai_draft_id) m on m.ai_draft_id = d.id
           where d.workspace_id = ws and d.response_disposition is not null) t
    full join (select k.draft_id, row (k.lead_id, k.email_campaign_id, k.channel, k.disposition, k.sent_at)::text as facts
                 from draft_send k where k.workspace_id = ws) s on s.draft_id = t.id
   where t.facts is distinct from s.facts;
end;

-- One row for each row of the CRM that does not keep its first answer. No rows: no drift.
create function verify_crm_answers(ws uuid) returns table (row_id uuid, expected text, found text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.id, t.expected, t.found
    from (select distinct on (r.id) r.id,
                 row (m.id, m.sent_at, case when m.id is not null then crm_answer_mode(m.sent_by, m.sent_by_user_id) end,
                      m.sent_by_user_id)::text as expected,
                 row (r.answer_message_id, r.answer_sent_at, r.answer_mode, r.answer_user_id)::text as found
            from lead_crm_row r
            left join message m on m.workspace_id = r.workspace_id and m.lead_id = r.lead_id and m.direction = 'outbound'
                 and m.channel = r.interest_channel and m.sent_at > r.interest_registered_at
           where r.workspace_id = ws
           order by r.id, m.sent_at, m.id) t
   where t.expected <> t.found;
end;

-- How many were wrong.
create function mend_draft_sends(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  drifted constant uuid[] := array(select v.draft_id from verify_draft_sends(ws) v);
begin
  perform draft_send_settle(drifted);  -- under the leads' locks, from the rows as they are then
  return cardinality(drifted);
end $$;
create function mend_crm_answers(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  leads constant uuid[] := array(select distinct c.lead_id from lead_crm_row c join verify_crm_answers(ws) v on v.row_id = c.id
                                  where c.workspace_id = ws);
begin
  perform from lead l where l.workspace_id = ws and l.id = any (leads) order by l.id for no key update;
  perform crm_answers_settle(leads);
  return cardinality(leads);
end $$;

grant execute on function verify_draft_sends(uuid), verify_crm_answers(uuid), mend_draft_sends(uuid), mend_crm_answers(uuid)
  to signalbox_app;
