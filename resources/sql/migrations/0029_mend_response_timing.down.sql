set local role signalbox_owner;

drop function rebuild_workspace(uuid);
alter function rebuild_all_but_timing(uuid) rename to rebuild_workspace;
drop function recompute_response_timing(uuid);
create or replace function response_timing_due(lookback interval default '90 days', most int default 20) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select w.id
    from workspace w left join response_timing_mark k on k.workspace_id = w.id
   where exists (select from message m
                  where m.workspace_id = w.id
                    and (m.created_at, m.id) > (coalesce(k.through_at, now() - lookback),
                                                coalesce(k.through_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
                    and m.created_at < now() - interval '2 minutes')
   order by k.through_at nulls first, w.id limit most;
end;
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
    perform from lead l where l.workspace_id = ws and l.id = any (leads) order by l.id for no key update;
  end if;
end $$;
create or replace function fill_response_timing(ws uuid, lookback interval default '90 days', batch int default 200) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  read int;
  leads uuid[];
begin
  if not pg_try_advisory_xact_lock(hashtextextended('response_timing:' || ws, 0))
     or not exists (select from workspace w where w.id = ws) then
    return 0;
  end if;
  select t.read, t.leads into read, leads from take_response_timing_leads(ws, lookback, batch) t;
  if read = 0 then
    return 0;
  end if;

  -- Anchors: an inbound message whose next one on the same lead and channel is outbound.
  insert into response_timing_event (workspace_id, lead_id, channel, inbound_message_id, inbound_sent_at)
    select ws, a.lead_id, a.channel, a.id, a.sent_at
      from (select m.lead_id, m.channel, m.id, m.sent_at, m.direction, lead(m.direction) over thread as next_direction
              from message m where m.workspace_id = ws and m.lead_id = any (leads)
            window thread as (partition by m.lead_id, m.channel order by m.sent_at, m.id)) a
     where a.direction = 'inbound' and a.next_direction = 'outbound' and a.sent_at >= now() - lookback
    on conflict (workspace_id, inbound_message_id) do nothing;

  -- A person's answer: that next message, if a setter with an account sent it.
  update response_timing_event e
     set setter_response_message_id = n.id, setter_response_sent_at = n.sent_at, setter_sent_by_user_id = n.sent_by_user_id,
         setter_response_ms = extract(epoch from n.sent_at - e.inbound_sent_at) * 1000, updated_at = clock_timestamp()
    from (select x.id as event_id, m.*
            from response_timing_event x
            cross join lateral (select o.id, o.sent_at, o.direction, o.sent_by, o.sent_by_user_id from message o
                                 where o.workspace_id = ws and o.lead_id = x.lead_id and o.channel = x.channel
                                   and (o.sent_at, o.id) > (x.inbound_sent_at, x.inbound_message_id)
                                 order by o.sent_at, o.id limit 1) m
           where x.workspace_id = ws and x.lead_id = any (leads) and x.inbound_sent_at >= now() - lookback) n
   where e.workspace_id = ws and e.id = n.event_id
     and n.direction = 'outbound' and n.sent_by = 'setter' and n.sent_by_user_id is not null
     and e.setter_response_message_id is distinct from n.id;

  -- The machine's answer: the first message it sent from the draft that this inbound caused; and if that was to wait, how
  -- long and until when.
  update response_timing_event e
     set ai_draft_id = n.draft_id, ai_response_message_id = n.message_id, ai_response_sent_at = n.sent_at,
         ai_response_ms = greatest(0, extract(epoch from n.sent_at - e.inbound_sent_at) * 1000),
         ai_chosen_delay_seconds = n.delay, ai_actual_delay_seconds = case when n.delay is not null then
           extract(epoch from n.sent_at - n.decided_at)::int end,
         ai_scheduled_run_at = n.decided_at + make_interval(secs => n.delay), updated_at = clock_timestamp()
    from (select x.id as event_id, d.id as draft_id, m.id as message_id, m.sent_at,
                 coalesce(d.auto_send_evaluated_at, d.created_at) as decided_at,
                 case when d.auto_send_action = 'send_delayed' then response_delay(x.inbound_message_id) end as delay
            from response_timing_event x
            join ai_draft d on d.workspace_id = ws and d.trigger_message_id = x.inbound_message_id and d.channel = x.channel
            cross join lateral (select o.id, o.sent_at from message o
                                 where o.workspace_id = ws and o.ai_draft_id = d.id and o.direction = 'outbound'
                                   and o.sent_by = 'ai'
                                 order by o.sent_at, o.id limit 1) m
           where x.workspace_id = ws and x.lead_id = any (leads) and x.inbound_sent_at >= now() - lookback) n
   where e.workspace_id = ws and e.id = n.event_id and e.ai_response_message_id is distinct from n.message_id;
  return read;
end $$;
drop function settle_response_timing(uuid, uuid[], interval);
drop view response_timing_drift;
alter table response_timing_event drop column is_derived;
drop trigger ai_draft_stale_timing_update on ai_draft;
drop trigger message_stale_timing_delete on message;
drop trigger message_stale_timing_update on message;
drop function draft_stale_timing_update(), message_stale_timing_delete(), message_stale_timing_update();
drop view response_timing_truth;
drop table response_timing_stale;
