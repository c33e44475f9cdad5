set local role signalbox_owner;

drop function rebuild_workspace(uuid);
alter function rebuild_days(uuid) rename to rebuild_workspace;
drop trigger lead_draft_send_update on lead;
drop trigger ai_draft_send_update on ai_draft;
drop trigger message_draft_send_delete on message;
drop trigger message_draft_send_update on message;
drop trigger message_draft_send_insert on message;
drop function recompute_draft_sends(uuid), draft_send_lead_update(), draft_send_draft_update(),
  draft_send_message_delete(), draft_send_message_update(), draft_send_message_insert(), draft_send_settle(uuid[]),
  draft_send_truth(uuid[]);
drop table draft_send;
drop index message_draft_ix, message_sender_ix, lead_assigned_ix, lead_booking_ix, lead_campaign_booked_ix,
  lead_campaign_positive_ix, reactivation_enrollment_sent_ix, lead_campaign_booking_progress_created_ix;
create index reactivation_enrollment_sent_ix on reactivation_enrollment (workspace_id, sent_at) where status = 'sent';
create index lead_campaign_booking_progress_created_ix on lead_campaign_booking_progress (workspace_id, created_at);
drop function booking_outcome(timestamptz, timestamptz, int, timestamptz, timestamptz, boolean, boolean),
  has_provider_booking(meeting_booking_provider, text, text, text);
