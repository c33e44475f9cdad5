-- The processor of response timing (migration 0013) also takes back what no longer holds: an event whose inbound message
-- is not the last one before an answer any more, an answer that is not the next message any more. It only added, so a
-- message that came late, moved or went left its trace for ever.
--
-- Only in events of its own: what was ingested is somebody else's word.
set local role signalbox_owner;

-- Leads of which the processor may have made something that no longer holds: their messages changed or went. Appended to
-- beside each other by whoever changes them; new messages are behind the mark and need no row.
create table response_timing_stale (
  workspace_id uuid not null,
  id bigint generated always as identity,
  lead_id uuid not null,
  constraint response_timing_stale_pk primary key (workspace_id, id),
  constraint response_timing_stale_workspace_fk foreign key (workspace_id) references workspace (id) on delete cascade
);
alter table response_timing_stale set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);

-- Every event of domain §8.2, of whatever age: an inbound message whose next one on the same lead and channel is outbound.
-- A person's answer is that next message, if a setter with an account sent it. The machine's is the first message to this
-- lead that it sent from the draft that this inbound caused; and if that was to wait, how long and until when. What is
-- said of a lead follows from its own messages alone, so that whoever changes them knows whom it concerns.
--
-- Read by workspace, or by workspace and leads: both conditions reach message_lead_ix.
create view response_timing_truth as
  select a.workspace_id, a.lead_id, a.channel, a.id as inbound_message_id, a.sent_at as inbound_sent_at,
         a.next_sent_at as answered_at,
         case when s.is_setter then a.next_id end as setter_response_message_id,
         case when s.is_setter then a.next_sent_at end as setter_response_sent_at,
         case when s.is_setter then a.next_user_id end as setter_sent_by_user_id,
         case when s.is_setter then (extract(epoch from a.next_sent_at - a.sent_at) * 1000)::bigint end
           as setter_response_ms,
         case when r.id is not null then d.id end as ai_draft_id,
         r.id as ai_response_message_id, r.sent_at as ai_response_sent_at,
         case when r.id is not null then (extract(epoch from greatest(r.sent_at - a.sent_at, '0')) * 1000)::bigint end
           as ai_response_ms,
         w.delay as ai_chosen_delay_seconds,
         case when w.delay is not null then
           extract(epoch from r.sent_at - coalesce(d.auto_send_evaluated_at, d.created_at))::int end
           as ai_actual_delay_seconds,
         coalesce(d.auto_send_evaluated_at, d.created_at) + make_interval(secs => w.delay) as ai_scheduled_run_at
    from (select m.workspace_id, m.lead_id, m.channel, m.id, m.sent_at, m.direction,
                 lead(m.id) over thread as next_id, lead(m.sent_at) over thread as next_sent_at,
                 lead(m.direction) over thread as next_direction, lead(m.sent_by) over thread as next_sent_by,
                 lead(m.sent_by_user_id) over thread as next_user_id
            from message m
          window thread as (partition by m.workspace_id, m.lead_id, m.channel order by m.sent_at, m.id)) a
   cross join lateral (select coalesce(a.next_sent_by = 'setter' and a.next_user_id is not null, false) as is_setter) s
    left join ai_draft d on d.workspace_id = a.workspace_id and d.trigger_message_id = a.id and d.channel = a.channel
    left join lateral (select o.id, o.sent_at from message o
                        where o.workspace_id = a.workspace_id and o.ai_draft_id = d.id and o.direction = 'outbound'
                          and o.sent_by = 'ai' and o.lead_id = a.lead_id
                        order by o.sent_at, o.id limit 1) r on true
   cross join lateral (select case when r.id is not null and d.auto_send_action = 'send_delayed' then
                                response_delay(a.id) end as delay) w
   where a.direction = 'inbound' and a.next_direction = 'outbound';

-- A changed message concerns the lead it had and the one it has. The one it had comes first: the processor takes rows in
-- order, and an event that is there of the old lead would keep it from making the new one's. Leads that go take their
-- messages along and need nothing.
create function message_stale_timing_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into response_timing_stale (workspace_id, lead_id)
    select c.workspace_id, c.lead_id
      from (select x.workspace_id, x.lead_id, x.turn
              from removed r
              full join added a on a.workspace_id = r.workspace_id and a.id = r.id
             cross join lateral (values (0, r.workspace_id, r.lead_id), (1, a.workspace_id, a.lead_id))
                   x (turn, workspace_id, lead_id)
             where (r.id, r.lead_id, r.channel, r.direction, r.sent_at, r.sent_by, r.sent_by_user_id, r.ai_draft_id)
                   is distinct from
                   (a.id, a.lead_id, a.channel, a.direction, a.sent_at, a.sent_by, a.sent_by_user_id, a.ai_draft_id)
               and (x.turn = 0 or (r.workspace_id, r.lead_id) is distinct from (a.workspace_id, a.lead_id))
             group by x.workspace_id, x.lead_id, x.turn) c
      join lead l on l.workspace_id = c.workspace_id and l.id = c.lead_id
     order by c.turn;
  return null;
end $$;
create function message_stale_timing_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into response_timing_stale (workspace_id, lead_id)
    select l.workspace_id, l.id from lead l
     where (l.workspace_id, l.id) in (select r.workspace_id, r.lead_id from removed r);
  return null;
end $$;
-- Of the leads that were sent something from the draft. One that is deleted leaves its messages without a draft, which
-- is a change of theirs.
create function draft_stale_timing_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into response_timing_stale (workspace_id, lead_id)
    select distinct m.workspace_id, m.lead_id
      from removed r
      join added a on a.workspace_id = r.workspace_id and a.id = r.id
      join message m on m.workspace_id = a.workspace_id and m.ai_draft_id = a.id and m.direction = 'outbound'
     where (r.trigger_message_id, r.channel, r.auto_send_action, r.auto_send_evaluated_at, r.created_at) is distinct from
           (a.trigger_message_id, a.channel, a.auto_send_action, a.auto_send_evaluated_at, a.created_at);
  return null;
end $$;
create trigger message_stale_timing_update after update on message
  referencing old table as removed new table as added
  for each statement when (coalesce(current_setting('app.settling_messages', true), '') <> 'on')
  execute function message_stale_timing_update();
create trigger message_stale_timing_delete after delete on message referencing old table as removed
  for each statement execute function message_stale_timing_delete();
create trigger ai_draft_stale_timing_update after update on ai_draft
  referencing old table as removed new table as added
  for each statement execute function draft_stale_timing_update();

-- Whether the processor made it, and mends it. The default costs no pass over the table; the truth takes one over the
-- messages. An event that is not what the processor would make today is taken for ingested, also if it is one of those
-- that went wrong: the two cannot be told apart.
alter table response_timing_event add column is_derived boolean not null default true;
alter table response_timing_event alter column is_derived set default false;

-- Events that differ from what the processor would make of their lead's messages. Read by workspace.
create view response_timing_drift as
  select e.workspace_id, e.id, e.lead_id, e.is_derived
    from response_timing_event e
    left join response_timing_truth t on t.workspace_id = e.workspace_id and t.lead_id = e.lead_id
         and t.inbound_message_id = e.inbound_message_id
   where (e.inbound_message_id, e.channel, e.inbound_sent_at, e.setter_response_message_id, e.setter_response_sent_at,
          e.setter_sent_by_user_id, e.setter_response_ms, e.ai_draft_id, e.ai_response_message_id, e.ai_response_sent_at,
          e.ai_response_ms, e.ai_chosen_delay_seconds, e.ai_actual_delay_seconds, e.ai_scheduled_run_at)
         is distinct from
         (t.inbound_message_id, t.channel, t.inbound_sent_at, t.setter_response_message_id, t.setter_response_sent_at,
          t.setter_sent_by_user_id, t.setter_response_ms, t.ai_draft_id, t.ai_response_message_id, t.ai_response_sent_at,
          t.ai_response_ms, t.ai_chosen_delay_seconds, t.ai_actual_delay_seconds, t.ai_scheduled_run_at);

alter table response_timing_event disable trigger user;
update response_timing_event e set is_derived = false
  from response_timing_drift d where e.workspace_id = d.workspace_id and e.id = d.id;
alter table response_timing_event enable trigger user;

-- Makes the derived events of some leads what their messages say; how many rows it wrote. The lock comes first, in a
-- statement of its own: what another writer committed before we got it is then in the next statement's snapshot, and what
-- it commits later it tells by a row of its own.
--
-- New are events within the lookback, and older ones only in the place of one that goes: of the same channel, and answered
-- later than the message that was thought to be answered.
create function settle_response_timing(ws uuid, leads uuid[], lookback interval) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  truth response_timing_truth[];
  gone response_timing_event[];
  mended bigint;
  added bigint;
begin
  perform from lead l where l.workspace_id = ws and l.id = any (leads) order by l.id for no key update;
  select array_agg(t) into truth from response_timing_truth t where t.workspace_id = ws and t.lead_id = any (leads);

  with removed as (
    delete from response_timing_event e
     where e.workspace_id = ws and e.lead_id = any (leads) and e.is_derived
       and not exists (select from unnest(truth) t
                        where t.inbound_message_id = e.inbound_message_id and t.lead_id = e.lead_id)
    returning e)
  select array_agg(r.e) into gone from removed r;

  update response_timing_event e
     set channel = t.channel, inbound_sent_at = t.inbound_sent_at,
         setter_response_message_id = t.setter_response_message_id, setter_response_sent_at = t.setter_response_sent_at,
         setter_sent_by_user_id = t.setter_sent_by_user_id, setter_response_ms = t.setter_response_ms,
         ai_draft_id = t.ai_draft_id, ai_response_message_id = t.ai_response_message_id,
         ai_response_sent_at = t.ai_response_sent_at, ai_response_ms = t.ai_response_ms,
         ai_chosen_delay_seconds = t.ai_chosen_delay_seconds, ai_actual_delay_seconds = t.ai_actual_delay_seconds,
         ai_scheduled_run_at = t.ai_scheduled_run_at, updated_at = clock_timestamp()
    from unnest(truth) t
   where e.workspace_id = ws and e.lead_id = any (leads) and e.is_derived
     and e.inbound_message_id = t.inbound_message_id and e.lead_id = t.lead_id
     and (e.channel, e.inbound_sent_at, e.setter_response_message_id, e.setter_response_sent_at, e.setter_sent_by_user_id,
          e.setter_response_ms, e.ai_draft_id, e.ai_response_message_id, e.ai_response_sent_at, e.ai_response_ms,
          e.ai_chosen_delay_seconds, e.ai_actual_delay_seconds, e.ai_scheduled_run_at)
         is distinct from
         (t.channel, t.inbound_sent_at, t.setter_response_message_id, t.setter_response_sent_at, t.setter_sent_by_user_id,
          t.setter_response_ms, t.ai_draft_id, t.ai_response_message_id, t.ai_response_sent_at, t.ai_response_ms,
          t.ai_chosen_delay_seconds, t.ai_actual_delay_seconds, t.ai_scheduled_run_at);
  get diagnostics mended = row_count;

  insert into response_timing_event (workspace_id, lead_id, channel, inbound_message_id, inbound_sent_at,
      setter_response_message_id, setter_response_sent_at, setter_sent_by_user_id, setter_response_ms, ai_draft_id,
      ai_response_message_id, ai_response_sent_at, ai_response_ms, ai_chosen_delay_seconds, ai_actual_delay_seconds,
      ai_scheduled_run_at, is_derived)
    select ws, t.lead_id, t.channel, t.inbound_message_id, t.inbound_sent_at, t.setter_response_message_id,
           t.setter_response_sent_at, t.setter_sent_by_user_id, t.setter_response_ms, t.ai_draft_id,
           t.ai_response_message_id, t.ai_response_sent_at, t.ai_response_ms, t.ai_chosen_delay_seconds,
           t.ai_actual_delay_seconds, t.ai_scheduled_run_at, true
      from unnest(truth) t
     where t.inbound_sent_at >= now() - lookback
        or exists (select from unnest(gone) g
                    where g.lead_id = t.lead_id and g.channel = t.channel and g.inbound_sent_at <= t.answered_at)
    on conflict (workspace_id, inbound_message_id) do nothing;
  get diagnostics added = row_count;
  return coalesce(cardinality(gone), 0) + mended + added;
end $$;

-- The leads of the next `batch` messages that were stored after the mark, and of as many stale rows as there is room left
-- for; `read` tells how many of both there were. The mark goes behind the ones, the others go: what is appended meanwhile
-- is not seen and stays. A message younger than two minutes waits: its transaction may have begun before one that is
-- still under way. Served by message_created_ix and response_timing_stale_pk.
create or replace function take_response_timing_leads(
  ws uuid, lookback interval, batch int, out read int, out leads uuid[])
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seen_at timestamptz;
  seen_id uuid;
  last_at timestamptz;
  last_id uuid;
  stale uuid[];
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
  with taken as (
    delete from response_timing_stale s
     where s.workspace_id = ws
       and s.id <= (select max(x.id) from (select i.id from response_timing_stale i where i.workspace_id = ws
                                            order by i.id limit batch - read) x)
    returning s.lead_id)
  select array_agg(t.lead_id) into stale from taken t;
  read := read + coalesce(cardinality(stale), 0);
  leads := array(select distinct l.id from unnest(leads || stale) l (id));
end $$;

-- Idempotent, over whole threads of the leads that have new messages or changed ones. Returns how many of both were read:
-- as many as `batch` means that there may be more. A workspace that another service is busy with is passed over. Served by
-- message_lead_ix, response_timing_event_lead_ix, response_timing_event_inbound_key, ai_draft_trigger_key and
-- message_draft_ix.
create or replace function fill_response_timing(ws uuid, lookback interval default '90 days', batch int default 200)
  returns int
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
  if read > 0 then
    perform settle_response_timing(ws, leads, lookback);
  end if;
  return read;
end $$;

-- Workspaces whose messages wait for the processor, new ones or changed ones; at most `most` of them. The first new one is
-- asked for and not whether there is one: that, beside an `or`, is planned as a scan of all messages.
create or replace function response_timing_due(lookback interval default '90 days', most int default 20)
  returns setof uuid language sql stable security definer set search_path = public, pg_temp
begin atomic
  select w.id
    from workspace w
    left join response_timing_mark k on k.workspace_id = w.id
    left join lateral (select m.id from message m
                        where m.workspace_id = w.id
                          and (m.created_at, m.id) > (coalesce(k.through_at, now() - lookback),
                                                      coalesce(k.through_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
                          and m.created_at < now() - interval '2 minutes'
                        order by m.created_at, m.id limit 1) n on true
   where n.id is not null or exists (select from response_timing_stale s where s.workspace_id = w.id)
   order by k.through_at nulls first, w.id limit most;
end;

-- After writes that bypassed the triggers: the leads whose derived events no longer hold; how many rows that wrote.
create function recompute_response_timing(ws uuid) returns bigint
  language sql security definer set search_path = public, pg_temp
  return settle_response_timing(
    ws, array(select distinct d.lead_id from response_timing_drift d where d.workspace_id = ws and d.is_derived), '90 days');
alter function rebuild_workspace(uuid) rename to rebuild_all_but_timing;
create function rebuild_workspace(ws uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform recompute_response_timing(ws);  -- before the order of its events, which is settled next
  perform rebuild_all_but_timing(ws);
end $$;

grant select on response_timing_stale to signalbox_app;

alter table response_timing_stale enable row level security;
create policy response_timing_stale_service on response_timing_stale using (workspace_id = (select service_workspace()));
