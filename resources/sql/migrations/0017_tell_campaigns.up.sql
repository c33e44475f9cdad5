-- Two writes that analytics shows moved no data version (DESIGN §8.5): of an e-mail campaign anything but its name, and an
-- instance of a sequence that is deleted. What was kept was served for the rest of its time.
set local role signalbox_owner;

create trigger analytics_ledger_insert after insert on email_campaign referencing new table as changed
  for each statement execute function analytics_ledger();
create trigger analytics_ledger_update after update on email_campaign referencing new table as changed
  for each statement execute function analytics_ledger();
create trigger analytics_ledger_delete after delete on email_campaign referencing old table as changed
  for each statement execute function analytics_ledger();
create trigger analytics_ledger_delete after delete on follow_up_instance referencing old table as changed
  for each statement execute function analytics_ledger();

-- Who reads aggregates needs people's addresses, and nothing of how they sign in.
revoke select on app_user from signalbox_analyst;
grant select (id, email, name, disabled_at) on app_user to signalbox_analyst;
