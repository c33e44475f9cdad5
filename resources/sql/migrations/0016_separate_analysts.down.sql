set local role signalbox_owner;
do $$
declare
  f regprocedure;
  t text;
  p record;
begin
  for p in select tablename as t, policyname as name from pg_policies
            where schemaname = 'public' and roles = array['signalbox_analyst'::name] loop
    execute format('drop policy %I on %I', p.name, p.t);
    execute format('revoke all on %I from signalbox_analyst', p.t);
  end loop;
  for p in select tablename as t, policyname as name from pg_policies
            where schemaname = 'public' and roles = array['signalbox_app'::name] loop
    execute format('alter policy %I on %I to public', p.name, p.t);
  end loop;
  foreach t in array array['lead', 'message', 'ai_draft', 'appointment', 'follow_up_instance', 'response_timing_event',
      'lead_crm_row', 'lead_campaign_booking_progress', 'follow_up_task', 'reactivation_enrollment', 'inbox_counts_delta',
      'workspace_member', 'message_day', 'message_day_delta', 'draft_send'] loop
    execute format('create policy %1$s_analytics on %1$I for select using (workspace_id = (select analytics_workspace()))', t);
  end loop;
  for f in select x.oid from pg_proc x
            where x.pronamespace = 'public'::regnamespace and has_function_privilege('signalbox_analyst', x.oid, 'execute')
              and x.proowner = 'signalbox_owner'::regrole loop
    execute format('revoke execute on function %s from signalbox_analyst', f);
  end loop;
end $$;
alter function workspace_roles(uuid) parallel unsafe;
alter function analytics_workspace() parallel unsafe;
revoke all on app_user from signalbox_analyst;
