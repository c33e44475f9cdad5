-- The first answer that a row of the CRM keeps (migration 0015) was looked up without the lead's lock: a message that was
-- not committed yet was not seen, nor did its writer see the row as it was about to be.
set local role signalbox_owner;

-- The leads are locked as the writers of their messages lock them: one who commits before is seen, and one who comes later
-- sees this row. The lead that a row is taken from as well, for who has found it there is about to write to it.
create or replace function crm_row_find_answer() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  leads uuid[] := array[new.lead_id];
begin
  if tg_op = 'UPDATE' then
    leads := leads || old.lead_id;
  end if;
  perform from lead l
    where l.workspace_id = new.workspace_id and l.id = any (leads) order by l.id for no key update;
  select m.id, m.sent_at, crm_answer_mode(m.sent_by, m.sent_by_user_id), m.sent_by_user_id
    into new.answer_message_id, new.answer_sent_at, new.answer_mode, new.answer_user_id
    from message m
   where m.workspace_id = new.workspace_id and m.lead_id = new.lead_id and m.direction = 'outbound'
     and m.channel = new.interest_channel and m.sent_at > new.interest_registered_at
   order by m.sent_at, m.id limit 1;
  return new;
end $$;

-- What was missed so far.
do $$
declare
  w uuid;
begin
  for w in select distinct c.workspace_id from lead_crm_row c loop
    perform mend_crm_answers(w);
  end loop;
end $$;
