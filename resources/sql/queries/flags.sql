-- name: RuntimeFlagList
-- Every switch of one environment ($1), a handful of rows, read every two seconds by each service. Served by runtime_flag_pk.
select key, value from runtime_flag where environment = $1
