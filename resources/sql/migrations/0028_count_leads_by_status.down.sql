set local role signalbox_owner;
set local maintenance_work_mem = '256MB';

create index lead_created_ix on lead (workspace_id, created_at) include (status, assigned_to_user_id);
drop index lead_status_ix;
