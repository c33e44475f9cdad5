-- Whether the person a lead is assigned to has ever written to it (the setters' funnel, domain §7.6), kept on the lead.
--
-- Looked up while reading it is a pass over everything that people sent, 1.1 million messages for a window of 30 days;
-- here it is a column of the index that finds the leads of the window. A message's insert and an assignment both write
-- the lead, so who comes second sees what the first one did.
set local role signalbox_owner;

-- Whoever writes messages now is waited for: a trigger that had begun would go on in its old form, and set nothing.
lock table message in share row exclusive mode;

alter table lead add column is_answered_by_assignee boolean not null default false;

-- Without the id: nothing is joined with it.
drop index lead_assigned_ix;
-- With the time of assignment: the funnel's bookings are a pass over the leads with a booking, few as they are.
drop index lead_booking_ix;

-- The leads that are there already. Typing the new column anew fills it in one pass that fires no trigger and that the
-- change feed does not see; an update would tell every answered lead to everybody, and takes as long. All indexes are
-- built anew.
set local maintenance_work_mem = '256MB';
create function has_written(ws uuid, person uuid, lead uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from message m
                  where m.workspace_id = ws and m.sent_by_user_id = person and m.lead_id = lead
                    and m.direction = 'outbound');
end $$;
alter table lead alter column is_answered_by_assignee drop default;
alter table lead alter column is_answered_by_assignee type boolean
  using assigned_to_user_id is not null and has_written(workspace_id, assigned_to_user_id, id);
alter table lead alter column is_answered_by_assignee set default false;
drop function has_written(uuid, uuid, uuid);

create index lead_assigned_ix on lead (workspace_id, assigned_at)
  include (assigned_to_user_id, sentiment_tag, is_answered_by_assignee)
  where assigned_at is not null and assigned_to_user_id is not null;
create index lead_booking_ix on lead (workspace_id, id)
  include (assigned_to_user_id, assigned_at, status, appointment_booked_at, appointment_status, appointment_canceled_at,
           ghl_appointment_id, calendly_invitee_uri, calendly_scheduled_event_uri)
  where status = 'meeting-booked' or has_booking(appointment_booked_at, ghl_appointment_id, calendly_invitee_uri,
                                                 calendly_scheduled_event_uri);

-- As in migration 0004, with the answer: whose lead it is is read under the lead's lock.
create or replace function message_after_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead l
    where (l.workspace_id, l.id) in (select a.workspace_id, a.lead_id from added a)
    order by l.workspace_id, l.id for no key update;
  update lead l
     set last_inbound_at = greatest(l.last_inbound_at, m.inbound_at),
         last_outbound_at = greatest(l.last_outbound_at, m.outbound_at),
         last_zrg_outbound_at = greatest(l.last_zrg_outbound_at, m.zrg_outbound_at),
         last_message_direction = case when l.last_message_at is null or m.newest_at > l.last_message_at
                                       then m.newest_direction else l.last_message_direction end,
         last_message_at = greatest(l.last_message_at, m.newest_at),
         channel_mask = l.channel_mask | m.channels,
         ai_sent_messages = l.ai_sent_messages + m.ai_sent,
         is_answered_by_assignee = l.is_answered_by_assignee or coalesce(l.assigned_to_user_id = any (m.senders), false)
    from (select a.workspace_id, a.lead_id,
                 max(a.sent_at) filter (where a.direction = 'inbound') as inbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound') as outbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound' and a.source = 'zrg') as zrg_outbound_at,
                 max(a.sent_at) as newest_at,
                 (array_agg(a.direction order by a.sent_at desc, a.id desc))[1] as newest_direction,
                 bit_or(channel_bit(a.channel)) as channels,
                 count(*) filter (where is_ai_sent(a.channel, a.direction, a.source, a.sent_by, a.ai_draft_id)) as ai_sent,
                 array_agg(a.sent_by_user_id)
                   filter (where a.direction = 'outbound' and a.sent_by_user_id is not null) as senders
            from added a group by a.workspace_id, a.lead_id) m
   where l.workspace_id = m.workspace_id and l.id = m.lead_id;
  return null;
end $$;

create or replace function recompute_lead_rollups(leads uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead l where l.id = any (leads) order by l.workspace_id, l.id for no key update;
  update lead l
     set last_inbound_at = m.inbound_at, last_outbound_at = m.outbound_at, last_zrg_outbound_at = m.zrg_outbound_at,
         last_message_at = m.newest_at, last_message_direction = m.newest_direction,
         channel_mask = coalesce(m.channels, 0), is_answered_by_assignee = coalesce(m.is_answered, false)
    from (select k.workspace_id, k.id,
                 max(a.sent_at) filter (where a.direction = 'inbound') as inbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound') as outbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound' and a.source = 'zrg') as zrg_outbound_at,
                 max(a.sent_at) as newest_at,
                 (array_agg(a.direction order by a.sent_at desc, a.id desc))[1] as newest_direction,
                 bit_or(channel_bit(a.channel)) as channels,
                 bool_or(a.direction = 'outbound' and a.sent_by_user_id = k.assigned_to_user_id) as is_answered
            from lead k left join message a on a.workspace_id = k.workspace_id and a.lead_id = k.id
           where k.id = any (leads) group by k.workspace_id, k.id) m
   where l.workspace_id = m.workspace_id and l.id = m.id;
end $$;

-- Another person: whether that one wrote before. The row is locked when a trigger of it runs, and each statement in
-- here has a snapshot of its own: what another writer committed before is seen, and what it commits later it sets
-- itself.
create function lead_find_answer() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.is_answered_by_assignee := new.assigned_to_user_id is not null and exists (
    select from message m
     where m.workspace_id = new.workspace_id and m.sent_by_user_id = new.assigned_to_user_id and m.lead_id = new.id
       and m.direction = 'outbound');
  return new;
end $$;
create trigger lead_find_answer before update of assigned_to_user_id on lead
  for each row when (new.assigned_to_user_id is distinct from old.assigned_to_user_id)
  execute function lead_find_answer();

-- The leads whose mark is not what the messages say. No rows: no drift.
create function verify_assignee_answers(ws uuid) returns table (lead_id uuid, expected boolean, found boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.id, a.lead_id is not null, l.is_answered_by_assignee
    from lead l
    left join (select distinct m.sent_by_user_id as person, m.lead_id
                 from message m
                where m.workspace_id = ws and m.sent_by_user_id is not null and m.direction = 'outbound') a
           on a.person = l.assigned_to_user_id and a.lead_id = l.id
   where l.workspace_id = ws and l.is_answered_by_assignee is distinct from (a.lead_id is not null);
end;

-- After bulk loads, which bypass the triggers; how many leads were wrong. The locks come first, in a statement of their
-- own, and then the messages are looked at again. The list order stays.
create function recompute_assignee_answers(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept constant text := coalesce(current_setting('app.keep_updated_at', true), '');
  leads uuid[];
  changed bigint;
begin
  select array_agg(v.lead_id) into leads from verify_assignee_answers(ws) v;
  if leads is null then
    return 0;
  end if;
  perform from lead l where l.workspace_id = ws and l.id = any (leads) order by l.workspace_id, l.id for no key update;
  perform set_config('app.keep_updated_at', 'on', true);
  update lead l set is_answered_by_assignee = v.expected
    from verify_assignee_answers(ws) v
   where l.workspace_id = ws and l.id = v.lead_id and l.id = any (leads);
  get diagnostics changed = row_count;
  perform set_config('app.keep_updated_at', kept, true);
  return changed;
end $$;

alter function rebuild_workspace(uuid) rename to rebuild_sends;
create function rebuild_workspace(ws uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform rebuild_sends(ws);
  perform recompute_assignee_answers(ws);
end $$;

grant execute on function lead_find_answer(), verify_assignee_answers(uuid), recompute_assignee_answers(uuid)
  to signalbox_app;
