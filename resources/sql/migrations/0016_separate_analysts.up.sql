-- Aggregates are read by a role of their own (DESIGN §8.22): under the policies of the inbox a row costs four comparisons and
-- a look at the assignee, and a policy with a sub-select over leads forbids parallel plans. The analyst's policies are one
-- comparison, and the inbox's no longer carry the analyst's.
--
-- Nobody logs in as signalbox_analyst. The service takes the role for one transaction, which says whose aggregates it reads
-- (app.analytics_workspace); the capability itself is granted by analytics_workspace(), as before.
do $$
begin
  perform pg_advisory_xact_lock(hashtextextended('signalbox:roles', 0));
  if not exists (select from pg_roles where rolname = 'signalbox_analyst') then
    create role signalbox_analyst nologin;
  end if;
exception when duplicate_object or unique_violation then
  null;  -- made by a migration of another database at this very moment
end $$;
grant usage on schema public to signalbox_analyst;
-- Not inherited: the analyst's policies would else hold for the service everywhere.
alter role signalbox_app noinherit;
grant signalbox_analyst to signalbox_app;

set local role signalbox_owner;

do $$
declare
  t text;
  p record;
begin
  foreach t in array array['lead', 'message', 'ai_draft', 'appointment', 'follow_up_instance', 'follow_up_sequence',
      'response_timing_event', 'lead_crm_row', 'lead_campaign_booking_progress', 'follow_up_task',
      'reactivation_enrollment', 'reactivation_campaign', 'inbox_counts_delta', 'inbox_counts_fold', 'workspace_member',
      'campaign', 'sms_campaign', 'email_campaign', 'workspace_settings', 'calendar_link',
      'workspace_availability_cache', 'booking_process', 'message_day', 'message_day_delta', 'draft_send',
      'workspace_zone'] loop
    for p in select policyname as name from pg_policies where schemaname = 'public' and tablename = t loop
      if p.name = t || '_analytics' then
        execute format('drop policy %I on %I', p.name, t);
      else
        execute format('alter policy %I on %I to signalbox_app', p.name, t);
      end if;
    end loop;
    execute format('create policy %1$s_analytics on %1$I for select to signalbox_analyst '
                   'using (workspace_id = (select analytics_workspace()))', t);
    execute format('grant select on %I to signalbox_analyst', t);
  end loop;
  for p in select policyname as name from pg_policies where schemaname = 'public' and tablename = 'workspace' loop
    execute format('alter policy %I on workspace to signalbox_app', p.name);
  end loop;
end $$;
create policy workspace_analytics on workspace for select to signalbox_analyst
  using (id = (select analytics_workspace()));
grant select on workspace, app_user to signalbox_analyst;

-- Plain expressions and functions that only read: an aggregate may use both cores.
alter function analytics_workspace() parallel safe;
alter function workspace_roles(uuid) parallel safe;
do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_proc p
            where p.pronamespace = 'public'::regnamespace and has_function_privilege('signalbox_app', p.oid, 'execute')
              and p.proowner = 'signalbox_owner'::regrole and p.prorettype <> 'trigger'::regtype and p.provolatile <> 'v' loop
    execute format('grant execute on function %s to signalbox_analyst', f);
  end loop;
end $$;
