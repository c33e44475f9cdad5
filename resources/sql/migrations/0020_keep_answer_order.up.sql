-- Which of a lead's events was answered first, among those whose inbound message lies in a window (domain §7.7),
-- without sorting the window.
--
-- Events are answered in the order of (answered_at, inbound_sent_at, id). Beside each answered one stand the latest
-- inbound message not after its own, and the earliest one after it, of those that the lead had answered before. The
-- event is its lead's first in [from, to) if its own inbound message lies there and neither of the two does: a filter
-- over a range of one index. Sorting instead takes 500 ms for the 160,000 events of a month.
set local role signalbox_owner;

alter table response_timing_event
  add column earlier_inbound_at timestamptz,
  add column later_inbound_at timestamptz;

-- What the two columns must be. While no earlier answer was to a later message, which is the rule, the latest of the
-- predecessors is the one; only where it is not are they looked through. Read by workspace, or by workspaces and
-- leads: both conditions reach response_timing_event_lead_ix. (It fills the columns before `answered_at` is there.)
create view answer_order as
  select w.workspace_id, w.lead_id, w.id, w.stored_earlier, w.stored_later, t.earlier, t.later,
         (w.stored_earlier, w.stored_later) is not distinct from (t.earlier, t.later) as is_stored
    from (select e.workspace_id, e.lead_id, e.id, e.inbound_sent_at,
                 least(e.setter_response_sent_at, e.ai_response_sent_at) as answered_at,
                 e.earlier_inbound_at as stored_earlier, e.later_inbound_at as stored_later,
                 max(e.inbound_sent_at) over predecessors as latest
            from response_timing_event e
          window predecessors as (
            partition by e.workspace_id, e.lead_id
            order by least(e.setter_response_sent_at, e.ai_response_sent_at), e.inbound_sent_at, e.id
            rows between unbounded preceding and 1 preceding)) w
   cross join lateral (
     select case when w.answered_at is null then null
                 when w.latest > w.inbound_sent_at then
                   (select max(o.inbound_sent_at) from response_timing_event o
                     where o.workspace_id = w.workspace_id and o.lead_id = w.lead_id
                       and o.inbound_sent_at <= w.inbound_sent_at
                       and (least(o.setter_response_sent_at, o.ai_response_sent_at), o.inbound_sent_at, o.id)
                           < (w.answered_at, w.inbound_sent_at, w.id))
                 else w.latest end as earlier,
            case when w.answered_at is not null and w.latest > w.inbound_sent_at then
                   (select min(o.inbound_sent_at) from response_timing_event o
                     where o.workspace_id = w.workspace_id and o.lead_id = w.lead_id
                       and o.inbound_sent_at > w.inbound_sent_at
                       and (least(o.setter_response_sent_at, o.ai_response_sent_at), o.inbound_sent_at, o.id)
                           < (w.answered_at, w.inbound_sent_at, w.id)) end as later) t;

-- Events that are there already, in one pass; their triggers have nothing to tell. What is added afterwards is
-- generated, so the table is written anew without what this leaves behind.
alter table response_timing_event disable trigger user;
update response_timing_event e set earlier_inbound_at = o.earlier, later_inbound_at = o.later
  from answer_order o where not o.is_stored and e.workspace_id = o.workspace_id and e.id = o.id;
alter table response_timing_event enable trigger user;

-- The first answer: when, whose (a person's wins when it is not later), and how long it took; measured if nobody said.
drop index response_timing_event_inbound_ix;
alter table response_timing_event
  add column answered_at timestamptz generated always as (least(setter_response_sent_at, ai_response_sent_at)) stored,
  add column is_ai_answer boolean generated always as (
    coalesce(ai_response_sent_at < setter_response_sent_at, ai_response_sent_at is not null)) stored,
  add column response_ms bigint generated always as (
    case when coalesce(ai_response_sent_at < setter_response_sent_at, ai_response_sent_at is not null) then
           coalesce(ai_response_ms,
                    (extract(epoch from greatest(ai_response_sent_at - inbound_sent_at, '0')) * 1000)::bigint)
         when setter_response_sent_at is not null then
           coalesce(setter_response_ms,
                    (extract(epoch from greatest(setter_response_sent_at - inbound_sent_at, '0')) * 1000)::bigint)
         end) stored;

-- All that the tab reads of an event, so that no window touches the table. For that the table is to be vacuumed before
-- a window's worth of it has changed.
create index response_timing_event_answered_ix on response_timing_event (workspace_id, inbound_sent_at)
  include (earlier_inbound_at, later_inbound_at, answered_at, lead_id, channel, is_ai_answer, response_ms,
           setter_sent_by_user_id, ai_chosen_delay_seconds, ai_scheduled_run_at)
  where answered_at is not null;
alter table response_timing_event set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);

-- Puts the columns of some leads' events right; how many were wrong. The lock comes first, in a statement of its own:
-- what another writer committed before we got it is then in the next statement's snapshot, and what it commits later
-- it settles itself. Settling is no edit: it moves neither `updated_at` nor the data version, nor does it settle again.
create function settle_answer_order(workspaces uuid[], leads uuid[]) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  settled bigint;
begin
  if leads is null then
    return 0;
  end if;
  perform from lead l
    where l.workspace_id = any (workspaces) and l.id = any (leads) order by l.workspace_id, l.id for no key update;
  if not found then
    return 0;  -- they are being deleted, and their events with them
  end if;
  perform set_config('app.settling_answers', 'on', true);
  update response_timing_event e set earlier_inbound_at = o.earlier, later_inbound_at = o.later
    from answer_order o
   where o.workspace_id = any (workspaces) and o.lead_id = any (leads) and not o.is_stored
     and e.workspace_id = o.workspace_id and e.id = o.id;
  get diagnostics settled = row_count;
  perform set_config('app.settling_answers', '', true);
  return settled;
end $$;

-- An event without an answer has no place in the order.
create function timing_settle_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_answer_order(array_agg(distinct a.workspace_id), array_agg(distinct a.lead_id))
     from added a
    where a.answered_at is not null or a.earlier_inbound_at is not null or a.later_inbound_at is not null;
  return null;
end $$;
create function timing_settle_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_answer_order(array_agg(distinct r.workspace_id), array_agg(distinct r.lead_id))
     from removed r where r.answered_at is not null;
  return null;
end $$;
-- Of the leads from which an event went, to which one came, or whose order one changed; and of those whose columns
-- somebody else wrote to.
create function timing_settle_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_answer_order(array_agg(distinct c.workspace_id), array_agg(distinct c.lead_id))
     from (select x.workspace_id, x.lead_id
             from (select r.workspace_id, r.lead_id, r.id, r.inbound_sent_at, r.answered_at, r.earlier_inbound_at,
                          r.later_inbound_at from removed r
                   union all
                   select a.workspace_id, a.lead_id, a.id, a.inbound_sent_at, a.answered_at, a.earlier_inbound_at,
                          a.later_inbound_at from added a) x
            where x.answered_at is not null or x.earlier_inbound_at is not null or x.later_inbound_at is not null
            group by x.workspace_id, x.lead_id, x.id, x.inbound_sent_at, x.answered_at, x.earlier_inbound_at,
                     x.later_inbound_at
           having count(*) = 1) c;
  return null;
end $$;
create trigger response_timing_event_settle_insert after insert on response_timing_event
  referencing new table as added
  for each statement execute function timing_settle_insert();
create trigger response_timing_event_settle_update after update on response_timing_event
  referencing old table as removed new table as added
  for each statement when (coalesce(current_setting('app.settling_answers', true), '') <> 'on')
  execute function timing_settle_update();
create trigger response_timing_event_settle_delete after delete on response_timing_event
  referencing old table as removed
  for each statement execute function timing_settle_delete();
drop trigger analytics_ledger_update on response_timing_event;
create trigger analytics_ledger_update after update on response_timing_event referencing new table as changed
  for each statement when (coalesce(current_setting('app.settling_answers', true), '') <> 'on')
  execute function analytics_ledger();

-- Events whose columns are not what they must be, by one scan of the workspace's. No rows: no drift.
create function verify_answer_order(ws uuid)
  returns table (lead_id uuid, event_id uuid, expected_earlier timestamptz, found_earlier timestamptz,
                 expected_later timestamptz, found_later timestamptz)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select o.lead_id, o.id, o.earlier, o.stored_earlier, o.later, o.stored_later
    from answer_order o where o.workspace_id = ws and not o.is_stored;
end;

-- After bulk loads, which bypass the triggers; how many events were wrong.
create function recompute_answer_order(ws uuid) returns bigint
  language sql security definer set search_path = public, pg_temp
  return settle_answer_order(array[ws], (select array_agg(distinct v.lead_id) from verify_answer_order(ws) v));
alter function rebuild_workspace(uuid) rename to rebuild_all_but_answers;
create function rebuild_workspace(ws uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform rebuild_all_but_answers(ws);
  perform recompute_answer_order(ws);
end $$;

-- The processor answers the events of its leads in two statements, each of which settles: it would lock some leads
-- while it holds others, and all of them after their events. Now it has them before.
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

grant execute on function timing_settle_insert(), timing_settle_update(), timing_settle_delete(),
  verify_answer_order(uuid), recompute_answer_order(uuid) to signalbox_app;
