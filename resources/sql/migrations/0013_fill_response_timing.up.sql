-- The processor of response timing (domain §8.2, row `/api/cron/response-timing`): which inbound message was answered by
-- whom, and how fast.
set local role signalbox_owner;

-- How far the processor has read a workspace's messages, in the order in which they were stored. A workspace without a row
-- begins with what was stored within the lookback.
create table response_timing_mark (
  workspace_id uuid not null,
  through_at timestamptz not null,
  through_id uuid not null default 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  constraint response_timing_mark_pk primary key (workspace_id),
  constraint response_timing_mark_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);

-- By when they were stored and not by when they were sent: an import brings old messages.
create index message_created_ix on message (workspace_id, created_at, id);

-- Seconds the machine waits before it answers a message, 180…420: a 32-bit h = 31·h + c over the id's text, its absolute
-- value folded into the range (domain §8.2).
create function response_delay(message_id uuid) returns int language plpgsql immutable strict parallel safe as $$
declare
  h bigint := 0;
  c text;
begin
  foreach c in array string_to_array(message_id::text, null) loop
    h := (31 * h + ascii(c)) & 4294967295;
  end loop;
  return 180 + (abs(case when h >= 2147483648 then h - 4294967296 else h end) % 241)::int;
end $$;

-- The leads of the next `batch` messages that were stored after the mark, which it moves behind them; `read` tells how many
-- messages there were. What is younger than two minutes waits: its transaction may have begun before one that is still
-- under way. Served by message_created_ix.
create function take_response_timing_leads(ws uuid, lookback interval, batch int, out read int, out leads uuid[])
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

-- Three idempotent steps over whole threads of the leads that have new messages, so that what arrives out of order comes
-- right with the lead's next message. Only inbound messages within the lookback are looked at. Returns how many new
-- messages were read: as many as `batch` means that there may be more. A workspace that another service is busy with
-- is passed over. Served by message_lead_ix, response_timing_event_inbound_key, ai_draft_trigger_key and
-- message_draft_part_key.
create function fill_response_timing(ws uuid, lookback interval default '90 days', batch int default 200) returns int
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

-- Workspaces whose messages wait for the processor, at most `most` of them.
create function response_timing_due(lookback interval default '90 days', most int default 20) returns setof uuid
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

grant select on response_timing_mark to signalbox_app;
grant execute on function response_delay(uuid), fill_response_timing(uuid, interval, int),
  response_timing_due(interval, int) to signalbox_app;

alter table response_timing_mark enable row level security;
create policy response_timing_mark_service on response_timing_mark using (workspace_id = (select service_workspace()));
