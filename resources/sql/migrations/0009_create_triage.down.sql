set local role signalbox_owner;

drop function claim_due_sends(timestamptz, int);
drop function purge_idempotency_keys(int);
drop table triage_event;
drop table idempotency_key;
drop table saved_view;
drop table workspace_read;
drop table lead_read;
drop table lead_note;
drop table outbound_send;
alter table ai_draft
  drop column original_content,
  drop column edited_by_user_id,
  drop column edited_at,
  drop column decided_by_user_id,
  drop column decided_at;
drop function team_workspaces();
