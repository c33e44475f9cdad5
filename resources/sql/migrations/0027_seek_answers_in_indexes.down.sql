set local role signalbox_owner;
set local maintenance_work_mem = '256MB';

create index response_timing_event_answered_new_ix on response_timing_event (workspace_id, inbound_sent_at)
  include (earlier_inbound_at, later_inbound_at, answered_at, lead_id, channel, is_ai_answer, response_ms,
           setter_sent_by_user_id, ai_chosen_delay_seconds, ai_scheduled_run_at)
  where answered_at is not null;

create index message_previous_new_ix on message (workspace_id, direction, previous_at) include (sent_at, lead_id)
  where previous_at is not null;

drop index message_previous_ix, response_timing_event_answered_ix;
alter index message_previous_new_ix rename to message_previous_ix;
alter index response_timing_event_answered_new_ix rename to response_timing_event_answered_ix;
