-- Who may run what. PostgreSQL lets everybody run a new function, and what 0001 revoked in the schema took nothing
-- away: default privileges of a schema only add to the global ones. So any login of the server could start
-- recompute_message_days() of a foreign workspace. Now nobody may but whom a grant names, of what is here and to come.
--
-- Nothing is granted anew: whatever a statement, a policy, a generated column or the WHEN of a trigger calls, each as
-- the caller, had its own grant beside the public one. What only functions and triggers of the owner call needs none.
set local role signalbox_owner;

alter default privileges for role signalbox_owner revoke execute on routines from public;

do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.proowner = 'signalbox_owner'::regrole loop
    execute format('revoke execute on routine %s from public', f);
  end loop;
  -- A trigger's function is asked for when the trigger is made, by the owner, and never again. Whoever may run it can
  -- hang it on a table of his own, and have it write with the owner's rights what that table says.
  for f in select p.oid from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.proowner = 'signalbox_owner'::regrole
              and p.prorettype = 'trigger'::regtype loop
    execute format('revoke execute on routine %s from signalbox_app, signalbox_analyst', f);
  end loop;
end $$;

-- 0016 gave the analyst what the service could read with, and through the public right that was everything that reads:
-- the scans of any workspace too. Left are the capability, the roles of those who answered, and plain formulas.
revoke execute on function caller_scope(), full_workspaces(), own_workspaces(), team_workspaces(), known_zone(text),
  ledger_inbox_counts(uuid), ledger_message_days(uuid, text), may_administer(uuid, uuid), message_truth(uuid[]),
  response_timing_due(interval, int), scan_inbox_counts(uuid), scan_message_days(uuid, text),
  search_lead_ids(text[], int), search_message_lead_ids(text, int), verify_inbox_counts(uuid), verify_message_days(uuid)
  from signalbox_analyst;
-- Only the seed runs it, as the owner.
revoke execute on function recompute_crm_answers(uuid) from signalbox_app;
