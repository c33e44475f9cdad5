set local role signalbox_owner;

drop index lead_phone_ix;
