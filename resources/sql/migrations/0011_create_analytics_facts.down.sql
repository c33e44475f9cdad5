set local role signalbox_owner;
do $$
declare
  t text;
begin
  foreach t in array array['lead', 'message', 'ai_draft', 'appointment', 'follow_up_instance', 'inbox_counts_delta',
      'workspace_member'] loop
    execute format('drop policy %1$s_analytics on %1$I', t);
  end loop;
  foreach t in array array['appointment', 'follow_up_sequence'] loop
    execute format('drop trigger analytics_ledger_insert on %I', t);
    execute format('drop trigger analytics_ledger_update on %I', t);
    execute format('drop trigger analytics_ledger_delete on %I', t);
  end loop;
end $$;
drop trigger lead_turned_positive_update on lead;
drop trigger lead_turned_positive_insert on lead;
drop trigger appointment_after_delete on appointment;
drop trigger appointment_after_update on appointment;
drop trigger appointment_after_insert on appointment;
alter table email_campaign drop constraint email_campaign_booking_process_fk;
drop table reactivation_enrollment, reactivation_campaign, follow_up_task, lead_campaign_booking_progress, booking_process,
  workspace_availability_cache, calendar_link, lead_crm_row, response_timing_event, workspace_settings;
drop function lead_turned_positive(), appointment_after_write(), appointment_settle(uuid[]), analytics_ledger(),
  row_before_update(), analytics_workspace(), is_kept(text, timestamptz),
  has_booking(timestamptz, text, text, text);
drop index lead_last_inbound_ix, lead_booked_ix, lead_created_ix, follow_up_instance_last_step_ix, appointment_start_ix;
drop function is_positive(text);
alter table email_campaign drop column booking_process_id;
alter table appointment drop column ghl_calendar_id, drop column calendly_event_type_uri, drop column rescheduled_from_id;
alter table lead drop column fit_score, drop column intent_score, drop column ghl_appointment_id,
  drop column calendly_invitee_uri, drop column calendly_scheduled_event_uri, drop column appointment_booked_at,
  drop column appointment_start_at, drop column appointment_end_at, drop column appointment_status,
  drop column appointment_canceled_at, drop column appointment_provider, drop column appointment_source;
drop type crm_response_mode, availability_source;
