set local role signalbox_owner;

drop trigger message_answers_delete on message;
drop trigger message_answers_update on message;
drop trigger message_answers_insert on message;
drop trigger lead_crm_row_find_answer on lead_crm_row;
drop trigger lead_crm_row_before_update on lead_crm_row;
create trigger lead_crm_row_before_update before update on lead_crm_row
  for each row execute function row_before_update();
drop function message_answers_again();
drop function message_answers_interest();
drop function crm_row_find_answer();
drop function recompute_crm_answers(uuid);
drop function crm_answers_settle(uuid[]);
drop index lead_crm_row_mode_ix;
alter table lead_crm_row drop column effective_mode;
alter table lead_crm_row drop constraint lead_crm_row_answer_ck;
alter table lead_crm_row
  drop column answer_message_id, drop column answer_sent_at, drop column answer_mode, drop column answer_user_id;
drop function crm_answer_mode(text, uuid);
drop function crm_response_type(text, boolean);
