set local role signalbox_owner;
set local maintenance_work_mem = '256MB';

drop index lead_status_ix;
create index lead_created_ix on lead (workspace_id, created_at) include (status, assigned_to_user_id);
