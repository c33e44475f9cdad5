set local role signalbox_owner;
drop function mend_crm_answers(uuid), mend_draft_sends(uuid), verify_crm_answers(uuid), verify_draft_sends(uuid);
