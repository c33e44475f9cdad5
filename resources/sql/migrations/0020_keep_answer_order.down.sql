set local role signalbox_owner;

create or replace function take_response_timing_leads(
  ws uuid, lookback interval, batch int, out read int, out leads uuid[])
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seen_at timestamptz;
  seen_id uuid;
  last_at timestamptz;
  last_id uuid;
begin
  insert into response_timing_mark (workspace_id, through_at) values (ws, now() - lookback) on conflict do nothing;
  select k.through_at, k.through_id into seen_at, seen_id
    from response_timing_mark k where k.workspace_id = ws for no key update;
  select count(*), array_agg(distinct n.lead_id), (array_agg(n.created_at order by n.created_at desc, n.id desc))[1],
         (array_agg(n.id order by n.created_at desc, n.id desc))[1]
    into read, leads, last_at, last_id
    from (select m.id, m.lead_id, m.created_at from message m
           where m.workspace_id = ws and (m.created_at, m.id) > (seen_at, seen_id)
             and m.created_at < now() - interval '2 minutes'
           order by m.created_at, m.id limit batch) n;
  if read > 0 then
    update response_timing_mark k set through_at = last_at, through_id = last_id where k.workspace_id = ws;
  end if;
end $$;
drop function rebuild_workspace(uuid);
alter function rebuild_all_but_answers(uuid) rename to rebuild_workspace;
drop trigger analytics_ledger_update on response_timing_event;
create trigger analytics_ledger_update after update on response_timing_event referencing new table as changed
  for each statement execute function analytics_ledger();
drop trigger response_timing_event_settle_delete on response_timing_event;
drop trigger response_timing_event_settle_update on response_timing_event;
drop trigger response_timing_event_settle_insert on response_timing_event;
drop function recompute_answer_order(uuid), verify_answer_order(uuid), timing_settle_update(), timing_settle_delete(),
  timing_settle_insert(), settle_answer_order(uuid[], uuid[]);
drop view answer_order;
alter table response_timing_event reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold,
  autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold);
drop index response_timing_event_answered_ix;
alter table response_timing_event
  drop column response_ms, drop column is_ai_answer, drop column answered_at,
  drop column later_inbound_at, drop column earlier_inbound_at;
create index response_timing_event_inbound_ix on response_timing_event (workspace_id, inbound_sent_at desc);
