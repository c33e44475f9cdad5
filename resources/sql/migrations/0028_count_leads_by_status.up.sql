-- Leads created in a window, by status: one range of an index for each of the few statuses, counted as it is read. Grouping
-- the range of all hashes every status, 104 → 76 ms of a core for the 452,000 leads of a quarter. The assignee goes: the
-- analyst's policies do not name it (migration 0016).
set local role signalbox_owner;
set local maintenance_work_mem = '256MB';

-- Built before the other goes: dropping an index keeps readers out until the end.
create index lead_status_ix on lead (workspace_id, status, created_at);
drop index lead_created_ix;
