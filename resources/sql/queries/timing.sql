-- name: ResponseTimingDue
-- Workspaces with messages that the processor has not read: one probe of message_created_ix each.
select response_timing_due from response_timing_due('90 days', $1::int)

-- name: ResponseTimingFill
-- Indexes: at the function (migration 0013).
select fill_response_timing($1::uuid, '90 days', $2::int)
