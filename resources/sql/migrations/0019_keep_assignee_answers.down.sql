set local role signalbox_owner;
lock table message in share row exclusive mode;

drop function rebuild_workspace(uuid);
alter function rebuild_sends(uuid) rename to rebuild_workspace;
drop function recompute_assignee_answers(uuid), verify_assignee_answers(uuid);
drop trigger lead_find_answer on lead;
drop function lead_find_answer();

create or replace function recompute_lead_rollups(leads uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from lead l where l.id = any (leads) order by l.workspace_id, l.id for no key update;
  update lead l
     set last_inbound_at = m.inbound_at, last_outbound_at = m.outbound_at, last_zrg_outbound_at = m.zrg_outbound_at,
         last_message_at = m.newest_at, last_message_direction = m.newest_direction,
         channel_mask = coalesce(m.channels, 0)
    from (select k.workspace_id, k.id,
                 max(a.sent_at) filter (where a.direction = 'inbound') as inbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound') as outbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound' and a.source = 'zrg') as zrg_outbound_at,
                 max(a.sent_at) as newest_at,
                 (array_agg(a.direction order by a.sent_at desc, a.id desc))[1] as newest_direction,
                 bit_or(channel_bit(a.channel)) as channels
            from lead k left join message a on a.workspace_id = k.workspace_id and a.lead_id = k.id
           where k.id = any (leads) group by k.workspace_id, k.id) m
   where l.workspace_id = m.workspace_id and l.id = m.id;
end $$;

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
         ai_sent_messages = l.ai_sent_messages + m.ai_sent
    from (select a.workspace_id, a.lead_id,
                 max(a.sent_at) filter (where a.direction = 'inbound') as inbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound') as outbound_at,
                 max(a.sent_at) filter (where a.direction = 'outbound' and a.source = 'zrg') as zrg_outbound_at,
                 max(a.sent_at) as newest_at,
                 (array_agg(a.direction order by a.sent_at desc, a.id desc))[1] as newest_direction,
                 bit_or(channel_bit(a.channel)) as channels,
                 count(*) filter (where is_ai_sent(a.channel, a.direction, a.source, a.sent_by, a.ai_draft_id)) as ai_sent
            from added a group by a.workspace_id, a.lead_id) m
   where l.workspace_id = m.workspace_id and l.id = m.lead_id;
  return null;
end $$;

drop index lead_booking_ix, lead_assigned_ix;
create index lead_booking_ix on lead (workspace_id, id)
  include (assigned_to_user_id, status, appointment_booked_at, appointment_status, appointment_canceled_at,
           ghl_appointment_id, calendly_invitee_uri, calendly_scheduled_event_uri)
  where status = 'meeting-booked' or has_booking(appointment_booked_at, ghl_appointment_id, calendly_invitee_uri,
                                                 calendly_scheduled_event_uri);
create index lead_assigned_ix on lead (workspace_id, assigned_at) include (id, assigned_to_user_id, sentiment_tag)
  where assigned_at is not null and assigned_to_user_id is not null;

alter table lead drop column is_answered_by_assignee;
