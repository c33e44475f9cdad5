-- What the CRM table and its summary read (domain §7.8): who answered an interest, kept on the row, and the indexes of the
-- page.
--
-- The answer is the first outbound message on the interest's channel after the interest. Looked up while reading it costs an
-- index probe a row, 350,000 of them in a summary; kept here it costs one probe a written message.
set local role signalbox_owner;

alter table lead_crm_row
  add column answer_message_id uuid,
  add column answer_sent_at timestamptz,
  add column answer_mode crm_response_mode,
  add column answer_user_id uuid;
alter table lead_crm_row
  -- Text, because the equality of an enumeration is not leakproof: under row-level security no index would serve it.
  add column effective_mode text not null generated always as (
    case coalesce(response_mode, answer_mode) when 'AI' then 'AI' when 'HUMAN' then 'HUMAN' else 'UNKNOWN' end) stored,
  add constraint lead_crm_row_answer_ck check (
    (answer_message_id is null) = (answer_sent_at is null) and (answer_message_id is null) = (answer_mode is null));

-- Who sent a message (domain §7.8).
create function crm_answer_mode(sent_by text, sent_by_user_id uuid) returns crm_response_mode
  language sql immutable parallel safe
  return (case when sent_by = 'ai' then 'AI' when sent_by = 'setter' or sent_by_user_id is not null then 'HUMAN'
               else 'UNKNOWN' end)::crm_response_mode;

-- What a lead asked for (domain §7.8).
create function crm_response_type(sentiment_tag text, is_booked boolean) returns text language sql immutable parallel safe
  return case when is_booked or sentiment_tag in ('Meeting Booked', 'Meeting Requested', 'Call Requested') then 'MEETING_REQUEST'
              when sentiment_tag = 'Information Requested' then 'INFORMATION_REQUEST'
              when sentiment_tag = 'Objection' then 'OBJECTION'
              when sentiment_tag = 'Follow Up' then 'FOLLOW_UP_FUTURE'
              else 'OTHER' end;

-- Reads the answers of these leads' rows again. Their leads are locked by whoever calls, so that no message comes between.
create function crm_answers_settle(leads uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update lead_crm_row c
     set answer_message_id = n.message_id, answer_sent_at = n.sent_at, answer_mode = n.mode, answer_user_id = n.user_id
    from (select r.workspace_id, r.id, m.id as message_id, m.sent_at, m.sent_by_user_id as user_id,
                 case when m.id is not null then crm_answer_mode(m.sent_by, m.sent_by_user_id) end as mode
            from lead_crm_row r
            left join lateral (
              select x.id, x.sent_at, x.sent_by, x.sent_by_user_id from message x
               where x.workspace_id = r.workspace_id and x.lead_id = r.lead_id and x.direction = 'outbound'
                 and x.channel = r.interest_channel and x.sent_at > r.interest_registered_at
               order by x.sent_at, x.id limit 1) m on true
           where r.lead_id = any (leads)) n
   where c.workspace_id = n.workspace_id and c.id = n.id
     and (c.answer_message_id, c.answer_sent_at, c.answer_mode, c.answer_user_id)
         is distinct from (n.message_id, n.sent_at, n.mode, n.user_id);
end $$;

-- The same for a workspace, after a bulk load that bypassed the triggers; how many rows were wrong.
create function recompute_crm_answers(workspace uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed bigint;
begin
  with answer as (
    select distinct on (r.id) r.id, m.id as message_id, m.sent_at, m.sent_by_user_id as user_id,
           case when m.id is not null then crm_answer_mode(m.sent_by, m.sent_by_user_id) end as mode
      from lead_crm_row r
      left join message m on m.workspace_id = r.workspace_id and m.lead_id = r.lead_id and m.direction = 'outbound'
           and m.channel = r.interest_channel and m.sent_at > r.interest_registered_at
     where r.workspace_id = workspace
     order by r.id, m.sent_at, m.id)
  update lead_crm_row c
     set answer_message_id = n.message_id, answer_sent_at = n.sent_at, answer_mode = n.mode, answer_user_id = n.user_id
    from answer n
   where c.workspace_id = workspace and c.id = n.id
     and (c.answer_message_id, c.answer_sent_at, c.answer_mode, c.answer_user_id)
         is distinct from (n.message_id, n.sent_at, n.mode, n.user_id);
  get diagnostics changed = row_count;
  return changed;
end $$;

-- An answer that arrives is no edit of the row: it must not make a person's edit a conflict (DESIGN §8.24).
drop trigger lead_crm_row_before_update on lead_crm_row;
create trigger lead_crm_row_before_update before update of lead_id, interest_registered_at, interest_type,
    interest_message_id, interest_channel, interest_campaign_name, response_mode, response_message_id,
    response_sent_by_user_id, lead_score_at_interest, lead_type, application_status, lead_category_override, notes,
    pipeline_status, pipeline_value, pipeline_currency, created_at, updated_at on lead_crm_row
  for each row execute function row_before_update();

create index lead_crm_row_mode_ix on lead_crm_row
  (workspace_id, effective_mode, interest_registered_at desc nulls last, created_at desc, id desc);

create function crm_row_find_answer() returns trigger
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
create trigger lead_crm_row_find_answer before insert or update of lead_id, interest_registered_at, interest_channel
  on lead_crm_row for each row execute function crm_row_find_answer();

-- After message_after_insert, by name: that one locks the leads, so what another writer committed before is seen here.
create function message_answers_interest() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update lead_crm_row c
     set answer_message_id = n.id, answer_sent_at = n.sent_at, answer_user_id = n.sent_by_user_id,
         answer_mode = crm_answer_mode(n.sent_by, n.sent_by_user_id)
    from (select distinct on (r.workspace_id, r.id) r.workspace_id, r.id as row_id, a.id, a.sent_at, a.sent_by,
                 a.sent_by_user_id
            from added a
            join lead_crm_row r on r.workspace_id = a.workspace_id and r.lead_id = a.lead_id
           where a.direction = 'outbound' and a.channel = r.interest_channel and a.sent_at > r.interest_registered_at
           order by r.workspace_id, r.id, a.sent_at, a.id) n
   where c.workspace_id = n.workspace_id and c.id = n.row_id
     and (c.answer_sent_at is null or (n.sent_at, n.id) < (c.answer_sent_at, c.answer_message_id));
  return null;
end $$;
create trigger message_answers_insert after insert on message referencing new table as added
  for each statement execute function message_answers_interest();

create function message_answers_again() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  if tg_op = 'DELETE' then
    select array_agg(distinct r.lead_id) into touched
      from removed r join lead_crm_row c on c.workspace_id = r.workspace_id and c.answer_message_id = r.id and c.lead_id = r.lead_id;
  else
    select array_agg(distinct x.lead_id) into touched
      from (select r.workspace_id, r.lead_id from removed r where r.direction = 'outbound'
            union select a.workspace_id, a.lead_id from added a where a.direction = 'outbound') x
      join lead_crm_row c on c.workspace_id = x.workspace_id and c.lead_id = x.lead_id;
  end if;
  if touched is not null then
    perform crm_answers_settle(touched);
  end if;
  return null;
end $$;
create trigger message_answers_update after update on message referencing old table as removed new table as added
  for each statement execute function message_answers_again();
create trigger message_answers_delete after delete on message referencing old table as removed
  for each statement execute function message_answers_again();

do $$
declare
  w uuid;
begin
  for w in select distinct c.workspace_id from lead_crm_row c loop
    perform recompute_crm_answers(w);
  end loop;
end $$;

grant execute on function crm_answer_mode(text, uuid), crm_response_type(text, boolean), crm_row_find_answer(), message_answers_interest(),
  message_answers_again(), recompute_crm_answers(uuid) to signalbox_app;
