set local role signalbox_owner;
drop trigger zone_ledger on workspace;
drop trigger workspace_zone_update on workspace;
drop trigger workspace_zone_insert on workspace;
drop trigger message_settle_delete on message;
drop trigger message_settle_update on message;
drop trigger message_settle_insert on message;
drop trigger message_ledger_delete on message;
drop trigger message_ledger_update on message;
drop trigger message_ledger_insert on message;
drop trigger message_before_insert on message;
drop trigger message_after_update on message;
create trigger message_after_update after update on message referencing old table as removed new table as added
  for each statement execute function message_after_change();
drop function rebuild_workspace(uuid);
alter function rebuild_leads(uuid) rename to rebuild_workspace;
drop function workspace_zone_insert(), workspace_zone_update(), fold_message_days(int), apply_message_days(uuid, int),
  recompute_message_days(uuid), rebuild_message_days(uuid), verify_message_days(uuid), ledger_message_days(uuid, text),
  scan_message_days(uuid, text), message_ledger_update(), message_ledger_delete(), message_ledger_insert(),
  message_settle_delete(), message_settle_update(), message_settle_insert(), message_before_insert(),
  settle_messages(uuid[]), store_message_truth(uuid[], uuid[], timestamptz[], timestamptz[]), message_truth(uuid[]);
drop index message_gap_ix, message_previous_ix, message_sent_ix, lead_evidence_ix, lead_created_ix, lead_booked_ix,
  lead_last_inbound_ix;
create index lead_created_ix on lead (workspace_id, created_at) include (status);
create index lead_booked_ix on lead (workspace_id, appointment_booked_at) where appointment_booked_at is not null;
create index lead_last_inbound_ix on lead (workspace_id, last_inbound_at)
  include (sentiment_tag, sms_campaign_id, email_campaign_id) where last_inbound_at is not null;
alter table message drop column gap_from, drop column previous_at;
drop table message_day_delta, message_day, workspace_zone;
drop function known_zone(text), local_day(timestamptz, text), day_begin(date, text),
  gap_start(timestamptz, text, timestamptz, text), is_business_hour(timestamptz);
