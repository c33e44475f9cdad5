set local role signalbox_owner;

create or replace function crm_row_find_answer() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select m.id, m.sent_at, crm_answer_mode(m.sent_by, m.sent_by_user_id), m.sent_by_user_id
    into new.answer_message_id, new.answer_sent_at, new.answer_mode, new.answer_user_id
    from message m
   where m.workspace_id = new.workspace_id and m.lead_id = new.lead_id and m.direction = 'outbound'
     and m.channel = new.interest_channel and m.sent_at > new.interest_registered_at
   order by m.sent_at, m.id limit 1;
  return new;
end $$;
