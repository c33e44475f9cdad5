set local role signalbox_owner;
drop function search_message_lead_ids(text, int);
drop function search_lead_ids(text[], int);
drop function caller_scope();
drop function like_pattern(text);
drop index message_search_ix;
