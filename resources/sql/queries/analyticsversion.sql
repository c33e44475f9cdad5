-- name: AnalyticsVersion
-- The data version of a workspace's analytics (DESIGN §8.5): how often the ledger of the counts was folded, and what it
-- holds since. Unlike CountsVersion it belongs to the whole workspace and no snooze moves it. Served by
-- inbox_counts_delta_pk.
select (select f.generation from inbox_counts_fold f where f.workspace_id = $1::uuid) as generation,
       count(*) as pending_rows, max(d.id) as highest_id
  from inbox_counts_delta d where d.workspace_id = $1::uuid
