-- Roles stay: they belong to the cluster and may own things in its other databases.
set local role signalbox_owner;
drop table runtime_flag;
drop policy workspace_member_read on workspace_member;
drop policy workspace_read on workspace;
drop function full_workspaces();
drop function own_workspaces();
drop function workspace_roles(uuid);
drop table workspace_member;
drop table workspace;
drop function role_weight(workspace_role);
drop function service_workspace();
drop function current_user_id();
drop table app_user;
drop type workspace_role;
