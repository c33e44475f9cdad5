-- name: AnalyticsAdmit
-- The workspace whose aggregates this transaction may read, null when the role does not grant it (DESIGN §8.22).
select analytics_workspace()
