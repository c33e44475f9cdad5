set local role signalbox_owner;
drop function may_administer(uuid, uuid);
drop table auth_refresh_token;
drop table auth_session;
