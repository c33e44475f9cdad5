set local role signalbox_owner;

grant execute on function recompute_crm_answers(uuid) to signalbox_app;
grant execute on function caller_scope(), full_workspaces(), own_workspaces(), team_workspaces(), known_zone(text),
  ledger_inbox_counts(uuid), ledger_message_days(uuid, text), may_administer(uuid, uuid), message_truth(uuid[]),
  response_timing_due(interval, int), scan_inbox_counts(uuid), scan_message_days(uuid, text),
  search_lead_ids(text[], int), search_message_lead_ids(text, int), verify_inbox_counts(uuid), verify_message_days(uuid)
  to signalbox_analyst;
do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.proowner = 'signalbox_owner'::regrole
              and p.prorettype = 'trigger'::regtype
              and p.proname not in ('lead_note_after_insert', 'outbound_send_after_insert',
                                    'outbound_send_after_update') loop
    execute format('grant execute on routine %s to signalbox_app', f);
  end loop;
  for f in select p.oid from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.proowner = 'signalbox_owner'::regrole loop
    execute format('grant execute on routine %s to public', f);
  end loop;
end $$;

alter default privileges for role signalbox_owner grant execute on routines to public;
