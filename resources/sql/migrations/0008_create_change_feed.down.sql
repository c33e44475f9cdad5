-- The role stays: it belongs to the cluster. A slot that still reads stays too, and finds no publication.
drop publication signalbox_counts;
drop publication signalbox_access;
drop publication signalbox_lead;
revoke usage on schema public from signalbox_feed;

set local role signalbox_owner;

drop table feed_instance;
create or replace function rename_ledger() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws uuid := case when tg_table_name = 'workspace' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'workspace_id' end;
begin
  insert into inbox_counts_fold as f (workspace_id, generation) values (ws, 1)
    on conflict (workspace_id) do update set generation = f.generation + 1;
  return null;
end $$;
alter table lead replica identity default;
drop index lead_scope;
create or replace function lead_before_write() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' or new.snoozed_until is distinct from old.snoozed_until then
    new.is_snoozed := coalesce(new.snoozed_until > clock_timestamp(), false);
  end if;
  -- Any write moves the lead in the list (domain §1.4.3), unless the writer says when it happened or that it must stay.
  if tg_op = 'UPDATE' and new.updated_at is not distinct from old.updated_at
     and coalesce(current_setting('app.keep_updated_at', true), '') <> 'on' then
    new.updated_at := clock_timestamp();
  end if;
  return new;
end $$;
alter table lead drop constraint lead_assignee_key_ck, drop column assignee_key;
