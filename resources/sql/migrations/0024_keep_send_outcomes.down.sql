set local role signalbox_owner;

drop function rebuild_workspace(uuid);
alter function rebuild_before_reactivations(uuid) rename to rebuild_workspace;
create or replace function recompute_draft_sends(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n bigint;
begin
  delete from draft_send s where s.workspace_id = ws;
  insert into draft_send
    select d.workspace_id, d.id, d.lead_id, l.email_campaign_id, d.channel, d.response_disposition, m.sent_at
      from ai_draft d
      join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
      join (select x.ai_draft_id, min(x.sent_at) as sent_at from message x
             where x.workspace_id = ws and x.ai_draft_id is not null and x.direction = 'outbound'
             group by x.ai_draft_id) m on m.ai_draft_id = d.id
     where d.workspace_id = ws and d.response_disposition is not null;
  get diagnostics n = row_count;
  analyze draft_send;  -- it is read next
  return n;
end $$;
create or replace function verify_draft_sends(ws uuid) returns table (draft_id uuid, expected text, found text)
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
drop trigger analytics_ledger_update on reactivation_enrollment;
create trigger analytics_ledger_update after update on reactivation_enrollment referencing new table as changed
  for each statement execute function analytics_ledger();
drop trigger message_reactivation_delete on message;
drop trigger message_reactivation_update on message;
drop trigger message_reactivation_insert on message;
drop trigger reactivation_read_lead on reactivation_enrollment;
drop trigger lead_draft_send_update on lead;
drop trigger draft_send_order_delete on draft_send;
drop trigger draft_send_order_update on draft_send;
drop trigger draft_send_order_insert on draft_send;
create or replace function draft_send_lead_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update draft_send s set email_campaign_id = new.email_campaign_id
   where s.workspace_id = new.workspace_id and s.lead_id = new.id;
  return null;
end $$;
create trigger lead_draft_send_update after update of email_campaign_id on lead
  for each row when (new.email_campaign_id is distinct from old.email_campaign_id)
  execute function draft_send_lead_update();
create or replace function draft_send_draft_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform draft_send_settle(array[new.id]);
  return null;
end $$;
create or replace function draft_send_settle(drafts uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if drafts is null then
    return;
  end if;
  perform from ai_draft d join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
    where d.id = any (drafts) order by l.workspace_id, l.id for no key update of l;
  insert into draft_send as s
    select d.workspace_id, d.id, d.lead_id, l.email_campaign_id, d.channel, d.response_disposition, m.sent_at
      from ai_draft d
      join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
     cross join lateral (select x.sent_at from message x
                          where x.workspace_id = d.workspace_id and x.ai_draft_id = d.id and x.direction = 'outbound'
                          order by x.sent_at limit 1) m
     where d.id = any (drafts) and d.response_disposition is not null
    on conflict (workspace_id, draft_id) do update
      set lead_id = excluded.lead_id, email_campaign_id = excluded.email_campaign_id, channel = excluded.channel,
          disposition = excluded.disposition, sent_at = excluded.sent_at
      where s is distinct from excluded;
  delete from draft_send s using ai_draft d
    where d.id = any (drafts) and s.workspace_id = d.workspace_id and s.draft_id = d.id
      and (d.response_disposition is null
           or not exists (select from message x
                           where x.workspace_id = d.workspace_id and x.ai_draft_id = d.id and x.direction = 'outbound'));
end $$;
drop function mend_reactivations(uuid), verify_reactivations(uuid), reactivation_message_delete(),
  reactivation_message_update(), reactivation_message_insert(), settle_reactivations(uuid[], uuid[]),
  reactivation_read_lead(), draft_send_order_update(), draft_send_order_insert(), draft_send_order_delete(),
  settle_draft_order(uuid[], uuid[]);
alter table reactivation_enrollment reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold,
  autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold);
alter table draft_send reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold,
  autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold);
drop view reactivation_truth, draft_send_order;
drop function draft_lead_facts(lead);
drop index reactivation_enrollment_lead_ix, reactivation_enrollment_sent_ix, draft_send_sent_ix, draft_send_booking_ix,
  draft_send_next_ix;
create index reactivation_enrollment_sent_ix on reactivation_enrollment (workspace_id, sent_at) include (campaign_id, lead_id)
  where status = 'sent';
create index draft_send_sent_ix on draft_send (workspace_id, sent_at)
  include (email_campaign_id, channel, disposition, lead_id);
alter table reactivation_enrollment drop column booked_at, drop column answered_at;
alter table draft_send
  drop column is_booking_kept, drop column booked_at, drop column has_booking, drop column next_sent_at;
