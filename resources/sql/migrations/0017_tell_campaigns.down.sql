set local role signalbox_owner;
revoke select (id, email, name, disabled_at) on app_user from signalbox_analyst;
grant select on app_user to signalbox_analyst;
drop trigger analytics_ledger_delete on follow_up_instance;
drop trigger analytics_ledger_delete on email_campaign;
drop trigger analytics_ledger_update on email_campaign;
drop trigger analytics_ledger_insert on email_campaign;
