-- A note, and what becomes of a message on its way out, shows in the conversation of everybody who has it open. The feed
-- tells changes of leads alone (DESIGN §8.15), so these touch theirs: nothing of the lead changes, and it stays where it is
-- in the list.
set local role signalbox_owner;

create function touch_leads(leads uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept constant text := coalesce(current_setting('app.keep_updated_at', true), '');
begin
  if cardinality(leads) = 0 then
    return;
  end if;
  perform set_config('app.keep_updated_at', 'on', true);
  perform move_review_drafts(leads, array_fill(0, array[cardinality(leads)]));
  perform set_config('app.keep_updated_at', kept, true);
end $$;

create function lead_note_after_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform touch_leads(array(select distinct lead_id from added));
  return null;
end $$;

-- One that answers a draft is told by the draft.
create function outbound_send_after_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform touch_leads(array(select distinct lead_id from added where draft_id is null));
  return null;
end $$;

create function outbound_send_after_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform touch_leads(array(
    select distinct a.lead_id from added a join removed r on r.workspace_id = a.workspace_id and r.id = a.id
     where a.state <> r.state));
  return null;
end $$;

create trigger lead_note_after_insert after insert on lead_note referencing new table as added
  for each statement execute function lead_note_after_insert();
create trigger outbound_send_after_insert after insert on outbound_send referencing new table as added
  for each statement execute function outbound_send_after_insert();
create trigger outbound_send_after_update after update on outbound_send
  referencing old table as removed new table as added for each statement execute function outbound_send_after_update();
