set local role signalbox_owner;

drop index lead_crm_row_interest_ix;
create index lead_crm_row_interest_ix on lead_crm_row
  (workspace_id, interest_registered_at desc nulls last, created_at desc, id desc);
drop function rebuild_workspace(uuid);
alter function rebuild_before_crm_facts(uuid) rename to rebuild_workspace;
drop trigger lead_crm_row_read_lead on lead_crm_row;
drop trigger lead_crm_row_follow on lead;
drop function recompute_crm_facts(uuid), verify_crm_facts(uuid), crm_row_read_lead(), crm_row_follow_lead();
alter table lead_crm_row drop constraint lead_crm_row_booking_ck;
alter table lead_crm_row
  drop column responder_id, drop column booked_at, drop column is_kept, drop column is_booked, drop column response_type;
drop function crm_lead_facts(lead);
