set local role signalbox_owner;
drop trigger outbound_send_after_update on outbound_send;
drop trigger outbound_send_after_insert on outbound_send;
drop trigger lead_note_after_insert on lead_note;
drop function outbound_send_after_update();
drop function outbound_send_after_insert();
drop function lead_note_after_insert();
drop function touch_leads(uuid[]);
