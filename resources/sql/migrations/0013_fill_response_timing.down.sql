set local role signalbox_owner;
drop function response_timing_due(interval, int), fill_response_timing(uuid, interval, int),
  take_response_timing_leads(uuid, interval, int), response_delay(uuid);
drop index message_created_ix;
drop table response_timing_mark;
